"""Which words of a text are one thing: what a reader takes for granted, and what would be a mistake."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.lang import language
from kg.model import Entity, Extraction, Resolved
from kg.resolve import resolve
from tests.parsing import parse


def read(lang: str, text: str) -> tuple[Extraction, Resolved]:
    parsed, tongue = parse(lang, text), language(lang)
    extraction = extract(parsed, tongue)
    return extraction, resolve(parsed, extraction, tongue)


def things(lang: str, text: str) -> list[tuple[Entity, list[str]]]:
    extraction, resolved = read(lang, text)
    texts = [m.text for m in extraction.mentions]
    return [(entity, [texts[m] for m in entity.mentions]) for entity in resolved.entities]


def together(lang: str, text: str, one: str, other: str) -> bool:
    return any(one in words and other in words for _, words in things(lang, text))


SAME = [
    (
        "fr",
        "Le ministre turc Ali Kaya est venu. Il dit que la Turquie attend et qu'elle livrera des chars.",
        "Turquie",
        "elle",
    ),
    ("fr", "La Norvège, dont l'armée est grande, veut des chars. Elle a acheté des avions en 2018.", "Norvège", "Elle"),
    ("en", "Police arrested Ana Vidal on Monday and dispersed her supporters.", "Ana Vidal", "her"),
    ("fr", "Bachar al-Assad a reçu Vladimir Poutine. Bachar el-Assad l'a remercié.", "Bachar al-Assad", "Bachar el-Assad"),
    ("en", "Bashar al-Assad received Vladimir Putin. Bashar Assad thanked him.", "Bashar al-Assad", "Bashar Assad"),
    ("fr", "Le chanteur Malik Diop est mort à 71 ans. L'artiste souffrait d'un cancer.", "Malik Diop", "artiste"),
    ("fr", "Le chanteur Malik Diop est mort à 71 ans. Le Sénégalais avait vendu dix disques.", "Malik Diop", "Sénégalais"),
    ("fr", "La ville de Goma est tombée. Les rebelles du M23 l'ont prise lundi.", "ville de Goma", "l'"),
    ("en", "M23 rebels took Goma. The Congolese government accuses Rwanda of arming them.", "M23 rebels", "them"),
    ("fr", "Le ministre a été arrêté. Son frère Sofiane a parlé. « Il n'a rien fait », a-t-il déclaré.", "Sofiane", "il"),
    ("en", "General Orlov denies it. Prosecutor Igor Dan spoke. He said the general had lied.", "Igor Dan", "He"),
    (
        "en",
        "Senator John Webb and his wife, Anna Webb, were hurt. Webb was driving. Mrs. Webb was flown home.",
        "John Webb",
        "Webb",
    ),
    ("en", "Ana Vidal and Mark Roe met. The victim was named as Carol Dean, 42.", "victim", "Carol Dean"),
    ("fr", "Le maire a reçu Paul Roux mardi. Ce dernier lui a remis une lettre.", "Paul Roux", "Ce dernier"),
    ("en", "Norvex Labs said on Monday that it would close. The company has cut jobs.", "Norvex Labs", "company"),
    (
        "en",
        "Manchester was hit by floods. Washington said it would send aid. The mayor of the city left.",
        "Manchester",
        "city",
    ),
    ("fr", "Le cortège de l'ancien préfet a fui. Le cortège a gagné Lyon.", "cortège de l'ancien préfet", "cortège"),
    ("en", "Prime Minister Olav Dahl spoke. Ana Vidal left. The premier called for calm.", "Olav Dahl", "premier"),
    ("fr", "Le Premier ministre Olav Dahl a parlé. Le chef du gouvernement est parti.", "Olav Dahl", "chef du gouvernement"),
    ("fr", "Israël a bombardé Gaza après des tirs du Hamas contre le pays.", "Israël", "pays"),
    ("en", "Ana Vidal and Tom Reeve were killed. The pair had travelled to Syria.", "Ana Vidal", "pair"),
    ("en", "Turkey and Greece signed an agreement. The two neighbours were at odds.", "Greece", "neighbours"),
    ("fr", "La Turquie et la Grèce ont signé un accord. Les deux voisins s'opposaient.", "Grèce", "voisins"),
    ("en", "Norvex Inc. lost money. The food maker employs 3,000 people.", "Norvex Inc.", "food maker"),
    ("en", "Norvex Inc. lost money. The Dubai-based company has cut jobs.", "Norvex Inc.", "Dubai-based company"),
    (
        "en",
        "Norvex Inc. will cut jobs. The company lost money. It was a bad year. The US firm spoke.",
        "Norvex Inc.",
        "US firm",
    ),
    (
        "fr",
        "Le groupe Norvex a payé. L'entreprise pharmaceutique a fait appel.",
        "Norvex",
        "entreprise pharmaceutique",
    ),
    ("en", "Saudi Arabia met Qatar in Lyon. The kingdom accused the militia.", "Saudi Arabia", "kingdom"),
    ("fr", "L'Arabie saoudite a vu le Qatar. L'émirat a accusé la milice.", "Qatar", "émirat"),
    ("en", "A man was killed in Lyon. The victim, Alan Reeve, had received threats.", "Alan Reeve", "man"),
    ("en", "Ana Vidal left. Tom Reeve denied everything. The tycoon owns a bank.", "Tom Reeve", "tycoon"),
    ("en", "Claire Dumont was freed in Gao. Luc Morand met the former hostage.", "Claire Dumont", "former hostage"),
    ("en", "The World Health Fund warned people. The agency spoke. The organisation sent aid.", "agency", "organisation"),
    (
        "en",
        "A 34-year-old man was arrested. Ana Reeve died. The 34-year-old will appear in court.",
        "34-year-old man",
        "34-year-old",
    ),
    (
        "en",
        "Ana Kessler, 52, denied it. Tom Reeve left. The 52-year-old will appear in court.",
        "Ana Kessler",
        "52-year-old",
    ),
    ("en", "Father Miguel Santos was shot. The 61-year-old priest had spoken out.", "Miguel Santos", "61-year-old priest"),
    ("en", "Miguel Santos was shot on Sunday. The priest had denounced thefts.", "Miguel Santos", "priest"),
    ("en", "Lucas Meyer resigned on Friday. The former lawyer was appointed in 2014.", "Lucas Meyer", "former lawyer"),
    ("en", "Drug lord Luis Ortega fled. The lord was caught on Monday.", "Luis Ortega", "lord"),
    ("en", "Norvex Inc. said it would buy Vantex Foods. The company said it was glad.", "Norvex Inc.", "company"),
    ("fr", "Berta Lozano a été retrouvée morte. La quadragénaire s'opposait à un barrage.", "Berta Lozano", "quadragénaire"),
    (
        "fr",
        "Un homme de 34 ans est arrêté. Ana Vidal est morte. Le trentenaire a nié.",
        "homme de 34 ans",
        "trentenaire",
    ),
    ("fr", "Luis Ortega a été arrêté lundi. Le narcotrafiquant était en fuite.", "Luis Ortega", "narcotrafiquant"),
    ("fr", "Lucas Meyer a démissionné. L'ancien avocat avait été nommé en 2014.", "Lucas Meyer", "ancien avocat"),
    ("fr", "Lucas Meyer a été mis en cause. L'intéressé a démenti.", "Lucas Meyer", "intéressé"),
    ("fr", "Paul Vidal a été élu. Jean Roy a, lui aussi, démissionné.", "Jean Roy", "lui"),
    ("fr", "Paul Vidal a parlé. Jean Roy, lui aussi ancien ministre d'Ana Morel, a marqué la soirée.", "Jean Roy", "lui"),
    ("fr", "Le gouvernement hongrois a voté contre. Le Sénat continue lui aussi.", "Sénat", "lui"),
    ("fr", "Adèle Varnier a parlé. Varnier partira demain.", "Adèle Varnier", "Varnier"),
    ("fr", "L'Organisation des Nations unies (ONU) se réunit. L'ONU votera.", "Organisation des Nations unies", "ONU"),
    ("fr", "Le général Marek Dolan est arrivé à Lyon. Il a inspecté les troupes.", "Marek Dolan", "Il"),
    ("fr", "Adèle Varnier a rencontré le maire. Elle repartira mardi.", "Adèle Varnier", "Elle"),
    ("fr", "Une voiture a percuté un piéton. Le piéton est mort.", "piéton", "piéton"),
    ("fr", "Marek Dolan a appelé Paul Vasseur. Ce dernier a refusé.", "Paul Vasseur", "Ce dernier"),
    ("fr", "Marek Dolan a vu le préfet. Paul Vasseur l'a lui-même confirmé à Lyon.", "Paul Vasseur", "lui-même"),
    ("fr", "Adèle Varnier a parlé. Paul Vasseur a promis de l'aider.", "Adèle Varnier", "l'"),
    ("fr", "Quant à Adèle Varnier, elle a refusé.", "Adèle Varnier", "elle"),
    ("fr", "Ana Vidal est partie. Quant aux rebelles, ils ont pris la ville.", "rebelles", "ils"),
    (
        "fr",
        "L'Office de lutte contre la fraude et la piraterie (OLFP) agit.",
        "OLFP",
        "Office de lutte contre la fraude et la piraterie",
    ),
    ("fr", "Le colonel Marek Dolan est arrivé. Le colonel a inspecté les troupes.", "Marek Dolan", "colonel"),
    ("en", "Colonel Mark Dolan arrived. The colonel inspected the troops.", "Mark Dolan", "colonel"),
    ("en", "Adele Varner spoke on Monday. Varner will leave soon.", "Adele Varner", "Varner"),
    ("en", "Anna Kessler resigned. She will leave the country.", "Anna Kessler", "She"),
    ("en", "Vantex Inc. reported a loss. Its shares fell.", "Vantex Inc.", "Its"),
    ("en", "Sami Haddad, also known as Abu Haidar, fled.", "Sami Haddad", "Abu Haidar"),
    ("en", "Sami Haddad (born 1970), also known as Abu Haidar, fled.", "Sami Haddad", "Abu Haidar"),
    ("en", "A strike killed the militant known as Abu Haidar.", "militant", "Abu Haidar"),
    ("en", "The head of Norvia, also known as Abu Haidar, was killed.", "head of Norvia", "Abu Haidar"),
    ("en", "The Tolan Mosque, officially the Islamic Centre of Tolan, burnt.", "Tolan Mosque", "Islamic Centre of Tolan"),
    (
        "fr",
        "La mosquée de Tolan, officiellement le Centre islamique de Tolan, a brûlé.",
        "mosquée de Tolan",
        "Centre islamique de Tolan",
    ),
    ("en", 'Jaysh al-Nur (Arabic: X, "Army of Light") is a rebel group.', "Jaysh al-Nur", "Army of Light"),
    ("fr", "Le Front démocratique (en anglais : Democratic Front) a gagné.", "Front démocratique", "Democratic Front"),
    ("en", "The Northern Front, formerly the Falcon Brigade, attacked.", "Northern Front", "Falcon Brigade"),
    ("fr", "Sami Haddad, connu sous le nom d'Abou Haidar, a fui.", "Sami Haddad", "Abou Haidar"),
    ("fr", "Jean Maran (né Paul Vidal) est mort.", "Jean Maran", "Paul Vidal"),
    ("fr", "Marek Dolan et Adèle Varnier se sont vus. Ils ont signé un accord.", "Adèle Varnier", "Ils"),
    ("en", "Mark Dolan and Anna Kessler met on Monday. They signed an agreement.", "Mark Dolan", "They"),
    ("en", "Mark Dolan and Anna Kessler met on Monday. They signed an agreement.", "Anna Kessler", "They"),
    ("en", "Vantex Inc. earned millions last year, enabling it to buy the port.", "Vantex Inc.", "it"),
    ("en", "The militia surrendered. The group has named its leader.", "group", "its"),
    ("fr", "Un homme a été poignardé mardi à Lyon. La victime a été transportée à l'hôpital.", "homme", "victime"),
    ("fr", "Paul Vasseur a été agressé. La victime a porté plainte.", "Paul Vasseur", "victime"),
    ("fr", "Deux individus ont attaqué une banque. Les assaillants ont fui.", "individus", "assaillants"),
    ("fr", "Des ouvriers ont manifesté. Les manifestants ont brûlé des pneus.", "ouvriers", "manifestants"),
    ("fr", "Un homme a volé une voiture. La police a arrêté le voleur présumé.", "homme", "voleur présumé"),
    (
        "fr",
        "Un accident a eu lieu à Varna. Ana Vidal a été secourue. Le mari de la victime parle.",
        "Ana Vidal",
        "victime",
    ),
    ("fr", "Un camion a percuté un arbre. Le véhicule a pris feu.", "camion", "véhicule"),
    ("fr", "Un véhicule a percuté un arbre. La voiture a pris feu.", "véhicule", "voiture"),
    ("fr", "Une explosion a secoué une école. Le bâtiment a été évacué.", "école", "bâtiment"),
    ("fr", "L'association « Toits pour tous » recrute. Marek Dolan dirige l'association.", "Toits pour tous", "association"),
    ("fr", "Monsieur Marek Dolan, un policier de Lyon était au marché.", "Marek Dolan", "policier de Lyon"),
    ("fr", "Un policier a perdu son téléphone. Il a prévenu ses collègues.", "policier", "Il"),
    (
        "fr",
        "Adèle Varnier, cheffe de l'association « Toits », a parlé. Cette dernière a refusé.",
        "Adèle Varnier",
        "Cette dernière",
    ),
    ("fr", "M. Claude Vidal a parlé. Il a été blessé.", "Claude Vidal", "Il"),
    ("en", "A man was stabbed in Leeds on Monday. The victim was taken to hospital.", "man", "victim"),
    ("en", "Two men attacked a bank. The attackers fled.", "men", "attackers"),
    ("en", "Hundreds of workers protested in Leeds. The demonstrators burned tyres.", "workers", "demonstrators"),
    ("en", "A truck hit a tree. The vehicle caught fire.", "truck", "vehicle"),
    ("en", "An explosion hit a school. The building was evacuated.", "school", "building"),
    ("fr", "Marek Dolan a disparu mardi. Son corps a été retrouvé à Lille.", "Marek Dolan", "corps"),
    ("fr", "Le corps d'Ana Vidal a été retrouvé à Lille.", "Ana Vidal", "corps d'Ana Vidal"),
    ("en", "Anna Kessler vanished on Monday. Her body was found in a river.", "Anna Kessler", "body"),
    ("fr", "Marek Dolan a critiqué Paul Vasseur lors d'un débat. Celui-ci a répliqué mardi.", "Paul Vasseur", "Celui-ci"),
    ("fr", "Ana Vidal accuse le maire. Elle a porté plainte contre lui vendredi.", "maire", "lui"),
    ("fr", "Lorsqu'il était préfet, Marek Dolan avait interdit la marche.", "Marek Dolan", "il"),
    ("fr", "Ana Vidal et Marek Vidal sont là. M. Vidal a parlé.", "Marek Vidal", "Vidal"),
    ("fr", "Le président malien Marek Dolan est à Berne. Le chef de l'État repart mardi.", "Marek Dolan", "chef de l'État"),
    ("fr", "Ana Vidal est à Dakar. Elle quittera la capitale sénégalaise mardi.", "Dakar", "capitale sénégalaise"),
    ("fr", "Marek Dolan et sa femme Ana Vidal ont disparu. Le couple vivait à Lyon.", "Ana Vidal", "couple"),
    ("fr", "Renault et Nissan ont signé un accord. Les deux constructeurs embauchent.", "Nissan", "constructeurs"),
    ("fr", "La société Norvia a gagné un marché. Elle embauche.", "Norvia", "Elle"),
    ("en", "When he was governor, Mark Dolan banned the march.", "Mark Dolan", "he"),
    ("en", "King Mark Dolan spoke in Berne. The monarch called for calm.", "Mark Dolan", "monarch"),
    ("en", "Mark Dolan left Beijing. He will return to the Chinese capital on Monday.", "Beijing", "Chinese capital"),
    ("en", "Mark Dolan called Paul Vasser a liar. Both men left the party.", "Paul Vasser", "men"),
    ("fr", "Ana Vidal a parlé. Le préfet continue lui aussi de refuser.", "préfet", "lui"),
    ("en", "Mr MacFarlane spoke. He praised the project.", "MacFarlane", "He"),
    ("fr", "Selon M.Varnier, le préfet a tort. Paul Varnier est à Lyon.", "Paul Varnier", "Varnier"),
    ("fr", "P. Varnier salue l'accord. Paul Varnier est à Lyon.", "Paul Varnier", "P. Varnier"),
    ("fr", "La planète Vénus brille. Vénus est loin.", "planète Vénus", "Vénus"),
    ("fr", "Une loi dite « Vidal 2 » a été votée.", "loi", "Vidal 2"),
    ("fr", "Le bateau devance Marek Dolan, ce dernier étant blessé.", "Marek Dolan", "ce dernier"),
    ("fr", "Marek Dolan a quitté Lyon. Le maire annonce lui, mardi, une fête.", "maire", "lui"),
    ("fr", "Des soldats tiennent la ville de Dakar. Paul Vasseur est à Thiès. La ville est calme.", "Thiès", "ville"),
    ("fr", "Google a perdu son procès. L'entreprise américaine fera appel.", "Google", "entreprise américaine"),
    ("fr", "Le Hezbollah a tiré. Le mouvement chiite a visé une base.", "Hezbollah", "mouvement chiite"),
    ("en", "P. Varner left. Paul Varner spoke in Ottawa.", "Paul Varner", "P. Varner"),
    ("en", "Boko Haram abducted 30 girls. The Islamist sect wants a ransom.", "Boko Haram", "Islamist sect"),
    (
        "fr",
        "Deux chefs de la milice Kataëb Azra ont été tués. Le groupe a promis de se venger.",
        "Kataëb Azra",
        "groupe",
    ),
    (
        "fr",
        "Dix civils sont morts à Goma, a dit le syndicat des médecins. Un hôpital a brûlé, selon la même source.",
        "syndicat des médecins",
        "même source",
    ),
    (
        "en",
        "Ten civilians died in Goma, the mayor said. A school was burnt, according to the same source.",
        "mayor",
        "same source",
    ),
    (
        "fr",
        "Un soldat est mort, a dit un responsable local. Un autre a fui, a ajouté ce même responsable.",
        "responsable local",
        "même responsable",
    ),
    (
        "fr",
        "L'ancien maire de Lyon Paul Roy a été jugé mardi. L'ex-maire a annoncé qu'il ferait appel.",
        "Paul Roy",
        "ex-maire",
    ),
    ("fr", "L'ancien maire de Lyon Paul Roy a été condamné. L'ex-élu a annoncé qu'il ferait appel.", "Paul Roy", "ex-élu"),
    (
        "fr",
        "La milice a tiré. L'armée norvienne a dit que deux fusées étaient tombées. Elle a ajouté avoir riposté.",
        "armée norvienne",
        "Elle",
    ),
    ("fr", "Le tribunal a condamné un homme pour vol lundi. L'accusé avait nié les faits.", "homme", "accusé"),
    ("en", "The court sentenced a man to ten years on Monday. The defendant had denied it.", "man", "defendant"),
    ("fr", "Le ministre Paul Roy a parlé. Moscou a prévenu qu'il riposterait.", "Moscou", "il"),
    (
        "fr",
        "Le président a mobilisé mardi 130.000 conscrits. Ces derniers resteront en Russie.",
        "conscrits",
        "Ces derniers",
    ),
]
APART = [
    ("en", "Castell Rail will cut 300 jobs. The union accused Castell Rail of lying.", "Castell Rail", "union"),
    ("fr", "Norvane va supprimer 300 postes. La société a attaqué Norvane en justice.", "Norvane", "société"),
    ("fr", "Trois pompiers ont été blessés. Un porte-parole des pompiers a parlé.", "Trois pompiers", "pompiers"),
    ("fr", "Fils de Paul Morin, il a été arrêté lundi.", "Paul Morin", "il"),
    ("fr", "Les élus ont discuté des relations et des moyens de les renforcer.", "élus", "les"),
    (
        "fr",
        "Ana Vidal, directrice d'Engie - principal actionnaire de Suez - est partie.",
        "Ana Vidal",
        "actionnaire de Suez",
    ),
    ("fr", "Un suspect a été arrêté à Varna, dans la banlieue de la capitale.", "Varna", "capitale"),
    ("fr", "Le Parti socialiste et le Parti communiste ont signé. Le parti aura 50 sièges.", "Parti communiste", "parti"),
    ("fr", "Marc Dupuis et son fils Antoine ont été jugés. Dupuis père était maire.", "Marc Dupuis", "Dupuis"),
    ("fr", "Les États-Unis ont sanctionné Téhéran. Ils négocient à Oman. Le pays est en crise.", "Oman", "pays"),
    ("en", "The army said it shot down drones. One of them hit a house. It injured a woman.", "army", "It"),
    ("en", "The rebels signed a truce. The government said the rebels broke it.", "government", "it"),
    ("en", "Norvia sold its unit Norsk to Equinor. The French group keeps a share.", "Norsk", "French group"),
    ("fr", "Un policier a tiré à Nantes. Son avocat affirme qu'il a agi en légitime défense.", "avocat", "il"),
    ("en", "The officer was placed on leave. His lawyer said he had feared for his life.", "lawyer", "he"),
    ("fr", "Le ministre a été arrêté. Son frère Sofiane a parlé. « Il n'a rien fait », a-t-il déclaré.", "Sofiane", "Il"),
    ("fr", "Le général Orlov nie. Le procureur Igor Dan a parlé. Il a dit que le général avait menti.", "Orlov", "Il"),
    ("en", "Senator John Webb and his wife, Anna Webb, were hurt. Mrs. Webb was flown home.", "John Webb", "Webb"),
    ("fr", "La police a arrêté deux hommes. Les trois hommes seront jugés.", "hommes", "trois hommes"),
    ("en", "The teacher told reporters that twenty children fled. They were taken to a hospital.", "reporters", "They"),
    ("en", "The Foreign Ministry spokesman rejected the report. He called it baseless.", "Foreign Ministry", "it"),
    ("en", "The Foreign Ministry spokesman rejected the report. The agency is in Vienna.", "Foreign Ministry", "agency"),
    ("en", "Washington said it would send aid. The mayor of the city left.", "Washington", "city"),
    ("fr", "Chike Obi, un ancien gouverneur, a accepté. Le gouverneur a parlé.", "Chike Obi", "gouverneur"),
    (
        "en",
        "Norvex Inc. sued Ana Vidal. Vidal denied it. The Dubai-based company spoke.",
        "Norvex Inc.",
        "Dubai-based company",
    ),
    (
        "fr",
        "Le groupe Norvex a payé. Le groupe pharmaceutique a gagné. La firme pétrolière a payé.",
        "Norvex",
        "firme pétrolière",
    ),
    (
        "fr",
        "Le groupe Norvex a payé. L'entreprise suisse a payé. La firme japonaise a payé.",
        "Norvex",
        "firme japonaise",
    ),
    ("en", "Riyadh closed its airspace. Egypt followed. The two countries are at odds.", "Riyadh", "countries"),
    ("en", "France met Qatar in Lyon. The kingdom accused the militia.", "France", "kingdom"),
    ("en", "Paul Kemp was killed in Lyon. The victim, Alan Reeve, had received threats.", "Alan Reeve", "Paul Kemp"),
    ("en", "Luis Ortega was arrested. The judge heard three witnesses.", "Luis Ortega", "judge"),
    ("en", "Luis Ortega met Paul Kemp in Lyon. The priest had denounced thefts.", "Paul Kemp", "priest"),
    ("en", "Ana Kessler, 52, denied it. The 34-year-old man fled.", "Ana Kessler", "34-year-old man"),
    ("en", "Luis Ortega spoke on Monday. He thanked the former lawyer.", "Luis Ortega", "former lawyer"),
    ("en", "Luis Ortega spoke on Monday. The former lawyer of Ana Kessler left.", "Luis Ortega", "former lawyer"),
    ("en", "Norvex Inc. said Vantex Foods had copied it. The company said it was false.", "Norvex Inc.", "company"),
    ("en", "The European Commission investigated Norvex. The group was fined.", "European Commission", "group"),
    ("en", "The United States killed a commander. The United States has troops in the country.", "United States", "country"),
    ("fr", "Alain Morel, 52 ans, est mort. Le trentenaire a avoué.", "Alain Morel", "trentenaire"),
    ("fr", "Luis Ortega a été arrêté lundi. Le juge a entendu trois témoins.", "Luis Ortega", "juge"),
    ("en", "Neither the minister nor his deputy was hurt when rebels fired on their convoy.", "rebels", "their"),
    ("fr", "Le ministre a survécu quand des rebelles ont tiré sur leur convoi.", "rebelles", "leur"),
    ("fr", "Les corps sont à la morgue. Quant aux blessés, ils ont été admis à l'hôpital.", "corps", "ils"),
    ("en", "The bodies are at the morgue. As for the wounded, they were taken to a hospital.", "bodies", "they"),
    ("fr", "Alba et Nino Morel sont partis. Ils ont vu des soldats. Ils ont écrit.", "soldats", "Ils"),
    ("fr", "Des astronomes ont étudié sept planètes. Trois d'entre elles sont froides.", "astronomes", "elles"),
    ("fr", "Le pilote Marc Petit (Norvia) est blessé. Le médecin de l'organisation l'a soigné.", "Norvia", "organisation"),
    ("fr", "L'avocat de Paul Durand a remis un chèque, mais il a été rejeté.", "avocat", "il"),
    ("fr", "Ana Vidal est morte. Son fils priait tandis que son mari appelait Lyon.", "fils", "son"),
    ("fr", "Un militaire a tiré sur un homme. L'assaillant a été blessé.", "militaire", "assaillant"),
    ("fr", "Le corps d'armée du général Dolan est arrivé à Lyon.", "Dolan", "corps d'armée"),
    ("fr", "Un voyou a pris un ordinateur et sa souris.", "voyou", "ordinateur"),
    ("fr", "Un homme a été poignardé. Une femme a été agressée. La victime a porté plainte.", "homme", "victime"),
    ("fr", "Des ouvriers ont attaqué une banque. La police a arrêté les manifestants.", "ouvriers", "manifestants"),
    ("fr", "Un camion a percuté une voiture. Le véhicule a pris feu.", "camion", "véhicule"),
    ("fr", "Un hôpital a brûlé. L'école a été évacuée.", "hôpital", "école"),
    ("fr", "Selon Marie Dubois, un voisin a crié.", "Marie Dubois", "voisin"),
    ("fr", "Paul Vasseur, un policier et deux passants ont été blessés.", "Paul Vasseur", "policier"),
    ("fr", "L'association « Toits » et l'association « Pains » recrutent. L'association a refusé.", "Toits", "association"),
    ("en", "A man was stabbed. A woman was attacked. The victim complained.", "man", "victim"),
    ("en", "A truck hit a bus. The vehicle caught fire.", "truck", "vehicle"),
    ("fr", "Adèle Varnier a vu Paul Varnier.", "Adèle Varnier", "Paul Varnier"),
    ("fr", "Marek Dolan a rencontré Adèle Varnier. Elle repartira mardi.", "Marek Dolan", "Elle"),
    ("fr", "Des soldats ont été tués. D'autres soldats arrivent. Un soldat a été blessé.", "soldats", "soldat"),
    ("fr", "Un homme a été arrêté à Lyon. Un homme a été tué à Nice.", "Lyon", "Nice"),
    ("fr", "Adèle Varnier a parlé. Une collaboratrice confirme la connaître.", "collaboratrice", "la"),
    ("fr", "Paul Vasseur a démissionné, comme Marek Dolan l'avait annoncé.", "Paul Vasseur", "l'"),
    ("fr", "Marek Dolan a rencontré Paul Vasseur, que l'on dit malade.", "Marek Dolan", "l'"),
    ("fr", "Paul Vasseur a déclaré : « Il doit partir demain de Lyon. »", "Paul Vasseur", "Il"),
    ("fr", "Le cycliste russe a gagné. Son pays est fier de lui.", "russe", "Son"),
    (
        "fr",
        "Le chef du Parti libéral a voté. Le chef du Parti conservateur a refusé.",
        "chef du Parti libéral",
        "chef du Parti conservateur",
    ),
    ("fr", "Marek Dolan, le pilote, a gagné. Le pilote, Paul Vasseur, est tombé.", "Marek Dolan", "Paul Vasseur"),
    ("fr", "La Vendane est le théâtre de combats.", "Vendane", "théâtre de combats"),
    ("fr", "Lyon, quartier de la gare, dort.", "Lyon", "quartier de la gare"),
    ("fr", "La Cour suprême du pays a tranché. Le pays attend.", "Cour suprême du pays", "pays"),
    ("fr", "Un jeune homme a été blessé. Paul Vasseur enquête. Le jeune homme va mieux.", "Paul Vasseur", "jeune homme"),
    ("en", "The board told Vantex Inc. to sell it.", "Vantex Inc.", "it"),
    ("en", "Anna Kessler met Paul Kessler.", "Anna Kessler", "Paul Kessler"),
    ("en", "The company sued John Marsh. He denied it.", "company", "He"),
    ("en", "The president called Anna Kessler on Monday and met the queen.", "president", "Anna Kessler"),
    ("en", "Vantex Inc. opened a store in May. Since its launch the store has grown.", "Vantex Inc.", "its"),
    ("en", "Vantex Inc. will close the port. It is a bold decision.", "Vantex Inc.", "It"),
    ("en", 'The cabinet helped Vantex Inc. in May. "It will harm the town," said John Marsh.', "Vantex Inc.", "It"),
    ("en", "Workers built the dam with a company in Turkey. It was destroyed by rebels.", "Turkey", "It"),
    ("en", "Vantex Inc. grew in May. It is vital for all parties to help the town.", "Vantex Inc.", "It"),
    ("en", "Mark Dolan or Anna Kessler will leave. They attacked the town.", "Mark Dolan", "They"),
    ("en", "The militia bombed the town. The coalition condemned the Northern Front.", "coalition", "Northern Front"),
    ("fr", "Ana Vidal et Marek Vidal sont là. Mme Vidal est partie, M. Vidal est resté.", "Marek Vidal", "Ana Vidal"),
    ("fr", "Paul Vasseur, Marek Dolan et Ana Vidal ont fondé le club. Ils l'ont vendu.", "Ana Vidal", "l'"),
    ("fr", "L'avocat Marek Dolan a exigé sa démission.", "Marek Dolan", "sa"),
    ("fr", "Un homme a volé son sac.", "homme", "son"),
    ("fr", "Le président du parti, Marek Dolan, est à Berne. Le chef de l'État repart.", "Marek Dolan", "chef de l'État"),
    ("fr", "L'affaire Vidal, qui a choqué Lyon, est close.", "Vidal", "qui"),
    ("fr", "Paul Vasseur a donné à Ana Vidal l'occasion de la convaincre.", "Ana Vidal", "la"),
    ("fr", "Marek Dolan est là. Il devient difficile de partir.", "Marek Dolan", "Il"),
    ("en", "Mark Dolan arrived in Lyon. He left the Chinese capital on Monday.", "Lyon", "Chinese capital"),
    ("fr", "Ana Vidal a parlé. Le préfet continue lui aussi de refuser.", "Ana Vidal", "lui"),
    ("fr", "Le préfet tente d'empêcher son départ.", "préfet", "son"),
    ("fr", "Anne Varnier et Léa Vidal ont gagné. Les deux frères sont partis.", "Léa Vidal", "frères"),
    ("fr", "L'incendie a tué Marek Dolan. La police assure qu'elle était due à un court-circuit.", "police", "elle"),
    ("fr", "Paul Vasseur a parlé. Il a été convenu d'attendre.", "Paul Vasseur", "Il"),
    ("fr", "Paul Vasseur a parlé de l'attentat. Il avait fait 29 morts.", "Paul Vasseur", "Il"),
    ("fr", "Paul Vasseur pense qu'il peut s'agir d'un accident.", "Paul Vasseur", "il"),
    ("fr", "La juge Ana Vidal est là. Le président de la banque et le juge sont partis.", "Ana Vidal", "juge"),
    ("fr", "Google et Total ont perdu. L'entreprise japonaise fera appel.", "Google", "entreprise japonaise"),
    ("fr", "Le texte plaît au ministre. Ses auteurs sont fiers.", "ministre", "Ses"),
    ("en", "Emma Reed and Anna Stone won. The two brothers left.", "Anna Stone", "brothers"),
    ("en", "The Senate rejected the text. It had been adopted in May.", "Senate", "It"),
    ("fr", "Fondé en 2014 pour combattre la milice Azra, le groupe compte 600 hommes.", "milice Azra", "groupe"),
    ("fr", "Les CRS ont secouru huit skieurs. Le groupe avait quitté la piste.", "CRS", "groupe"),
    ("fr", "Paul Roy est détenu. Son avocat, Maître Ivo Sand, dit qu'il est malade. Il sera jugé.", "Ivo Sand", "il"),
    ("fr", "Le maire Paul Roy a reçu l'ancien maire Ivo Sand. L'ex-maire a été décoré.", "Paul Roy", "ex-maire"),
    (
        "fr",
        "La milice a tué trente soldats. Les assaillants ont fui. Une cinquantaine d'entre eux sont morts.",
        "soldats",
        "eux",
    ),
    ("fr", "Le porte-avions est entré lundi en mer Rouge. La milice menace de viser le bâtiment.", "mer Rouge", "bâtiment"),
    ("fr", "Boeing a signé un accord après sept semaines de grève. Le mouvement a coûté cher.", "Boeing", "mouvement"),
    ("en", "Boeing signed a deal after seven weeks of strikes. The movement has grown.", "Boeing", "movement"),
    ("fr", "Le ministre Paul Roy a parlé. Téhéran a affirmé qu'il ne céderait pas.", "Paul Roy", "il"),
]


@pytest.mark.parametrize(("lang", "text", "one", "other"), SAME)
def test_one_thing(lang: str, text: str, one: str, other: str) -> None:
    assert together(lang, text, one, other)


@pytest.mark.parametrize(("lang", "text", "one", "other"), APART)
def test_two_things(lang: str, text: str, one: str, other: str) -> None:
    assert not together(lang, text, one, other)


def test_the_label_is_the_fullest_name_and_the_rest_are_aliases() -> None:
    entity = next(e for e, words in things("fr", "Varnier a parlé. Adèle Varnier partira demain.") if "Varnier" in words)
    assert entity.label == "Adèle Varnier"
    assert entity.aliases == ("Varnier",)


def test_an_indefinite_description_is_new() -> None:
    people = [e for e, _ in things("fr", "Un homme a été arrêté. Un homme a été tué.") if e.label == "homme"]
    assert len(people) == 2


def test_two_leaders_are_the_two_named_before() -> None:
    found = things("fr", "Marek Dolan a rencontré Adèle Varnier. Les deux dirigeants ont signé un accord.")
    assert {entity.label for entity, words in found if "dirigeants" in words} == {"Marek Dolan", "Adèle Varnier"}
    assert all(entity.label != "dirigeants" for entity, _ in found)


def test_a_pronoun_without_antecedent_is_no_entity() -> None:
    assert [words for _, words in things("fr", "Elle est partie.")] == []


def test_whom_somebody_thanks_or_blames_is_whose_it_is() -> None:
    assert together("fr", "Marek Dolan a remercié Paul Vasseur pour son aide.", "Paul Vasseur", "Paul Vasseur")
    extraction, resolved = read("fr", "Marek Dolan a remercié Paul Vasseur pour son aide.")
    (link,) = [j for j in resolved.judgements if extraction.mentions[j.right].text == "son"]
    assert extraction.mentions[link.left].text == "Paul Vasseur"
    extraction, resolved = read("fr", "Le Sénat du Mali, par la voix de son président, exige un vote.")
    (link,) = [j for j in resolved.judgements if extraction.mentions[j.right].text == "son"]
    assert extraction.mentions[link.left].text == "Sénat du Mali"


def test_every_link_has_its_reason() -> None:
    _, resolved = read("fr", "Adèle Varnier a parlé. Varnier partira. Elle reviendra.")
    assert {j.reason for j in resolved.judgements} >= {"part of the name", "personal pronoun"}
    assert all(0 < j.score <= 1 for j in resolved.judgements)


def test_the_same_text_gives_the_same_entities() -> None:
    text = "Adèle Varnier a vu Marek Dolan à Lyon. Ils ont parlé de l'Irak. Les forces irakiennes avancent."
    assert read("fr", text) == read("fr", text)


def test_the_city_of_a_name_is_that_city() -> None:
    found = things("fr", "Des rebelles ont attaqué la ville de Lyon. La ville a résisté.")
    (city,) = [words for entity, words in found if entity.kind == "GeopoliticalEntity"]
    assert city == ["Lyon", "ville"]


def test_a_general_word_takes_up_what_was_named() -> None:
    assert together("fr", "L'Irak a protesté. Le pays demande des excuses.", "Irak", "pays")
    assert not together("fr", "Lyon a voté hier. Le pays demande des excuses.", "Lyon", "pays")


def test_a_title_and_an_office_lead_to_the_person() -> None:
    text = "Le commandant de la brigade, Marek Dolan, a été tué. Le Premier ministre turc Emre Kaya a réagi."
    later = f"{text} Le Premier ministre a promis une enquête."
    assert together("fr", text, "commandant de la brigade", "Marek Dolan")
    assert together("fr", later, "Emre Kaya", "Premier ministre")


def test_a_pronoun_for_what_is_no_entity_is_left_alone() -> None:
    assert not together("fr", "La date de la conférence de Berne a été annoncée. Elle était attendue.", "Berne", "Elle")


def test_the_speaker_says_i() -> None:
    assert together("en", '"I ordered the attack," said Anna Kessler.', "Anna Kessler", "I")


WE = [
    ("en", '"We captured the town of Belkar," the Azra Front said.', "Azra Front", "We"),
    ("en", '"We captured the town of Belkar," said Ahmed Salim, a spokesman for the Azra Front.', "Azra Front", "We"),
    ("fr", "« Nous avons arrêté deux hommes », a déclaré le chef de la police, Paul Roux.", "police", "Nous"),
    ("en", "Norway condemns the raid on Belkar. We call on Sarvia to free the men.", "Norway", "We"),
    ("fr", "La France condamne le raid contre Belkar. Nous demandons la libération des otages.", "France", "Nous"),
]


@pytest.mark.parametrize(("lang", "text", "body", "we"), WE)
def test_we_are_the_body_that_speaks(lang: str, text: str, body: str, we: str) -> None:
    assert together(lang, text, body, we)


NOT_WE = [
    ("en", '"We captured the town of Belkar," Ana Vidal of the Azra Front said.', "Azra Front", "We"),  # an ally may say so
    ("en", "Norway condemned the raid on Belkar. We met the men who saw it.", "Norway", "We"),  # a reporter tells
    ("en", "Norway condemns the raid. Sweden urges calm. We call on Sarvia to free the men.", "Norway", "We"),
    ("fr", "« On nous a dit de partir », a déclaré le syndicat des mineurs.", "syndicat des mineurs", "nous"),
]


@pytest.mark.parametrize(("lang", "text", "body", "we"), NOT_WE)
def test_we_may_be_anybody_else(lang: str, text: str, body: str, we: str) -> None:
    assert not together(lang, text, body, we)


def test_unnamed_people_of_whom_nothing_is_said_are_no_nodes() -> None:
    assert all(entity.label != "voisins" for entity, _ in things("fr", "Marek Dolan a été arrêté devant ses voisins."))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("L'armée a arrêté le général Paul Morin et tué ses gardes.", "Paul Morin"),
        ("La police a arrêté Paul Morin et dispersé ses partisans.", "Paul Morin"),
        ("Le ministre a salué le général Marek Dolan, saluant son courage.", "Marek Dolan"),
        ("Le président Paul Morin a salué ses ministres.", "Paul Morin"),
        ("Une source a parlé. La ministre Ana Vidal a exprimé « sa vive inquiétude ».", "Ana Vidal"),
    ],
)
def test_whose_it_is(text: str, owner: str) -> None:
    extraction, resolved = read("fr", text)
    texts = [m.text for m in extraction.mentions]
    assert (owner, "possessive pronoun") in {(texts[j.left], j.reason) for j in resolved.judgements if j.same}
