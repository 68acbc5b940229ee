"""French parses: known faults of the models come out mended."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator, load
from kg.model import Article, Parse, Token


@pytest.fixture(scope="module")
def french() -> Annotator:
    return load("fr")


def parse(annotator: Annotator, text: str) -> Parse:
    return next(annotator.parse([Article("t", text, annotator.lang)]))


def arcs(parsed: Parse) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep, parsed.tokens[token.head].text) for token in parsed.tokens}


def word(parsed: Parse, text: str) -> Token:
    return next(token for token in parsed.tokens if token.text == text)


CASES = [
    ("Le journal est détenu à 44 % par la banque.", {("banque", "obl:agent", "détenu")}),
    (
        "Les forces étant débordées, le maire et le préfet ont appelé l'armée.",
        {("maire", "nsubj", "appelé"), ("préfet", "conj", "maire"), ("débordées", "advcl", "appelé")},
    ),
    (
        "La cheffe de la mission, arrivée lundi, a averti le maire que la ville serait évacuée.",
        {("cheffe", "nsubj", "averti"), ("maire", "obj", "averti"), ("arrivée", "acl", "cheffe")},
    ),
    (
        "Les rebelles ont tué, blessé ou capturé une quarantaine de soldats.",
        {("blessé", "conj", "tué"), ("capturé", "conj", "tué"), ("quarantaine", "obj", "capturé")},
    ),
    (
        "L'association a fait état de combats dans le nord de la Syrie.",
        {("combats", "obl:arg", "fait"), ("nord", "nmod", "combats")},
    ),
    (
        "La marine a intercepté un voilier avec deux tonnes de drogue à bord.",
        {("tonnes", "nmod", "voilier"), ("voilier", "obj", "intercepté")},
    ),
    (
        "Il prévoit le désarmement des rebelles, leur retour dans la vie civile et l'aide aux victimes.",
        {("retour", "conj", "désarmement"), ("aide", "conj", "désarmement")},
    ),
    ("Il a deux enfants, un garçon et une fille.", {("garçon", "appos", "enfants"), ("fille", "conj", "garçon")}),
    ("Le coup a été salué par des milliers de fidèles.", {("milliers", "obl:agent", "salué")}),
    ("Elle a été juge à Lyon.", {("juge", "root", "juge")}),
    ("Amadou Sow, dit Petit Sam, a avoué.", {("Amadou", "nsubj", "avoué"), ("Sam", "appos", "Amadou")}),
    ("Des miliciens ont massacré vingt villageois.", {("villageois", "obj", "massacré")}),
    ("La Chine a entamé lundi des exercices navals.", {("exercices", "obj", "entamé"), ("lundi", "obl", "entamé")}),
    ("Les pourparlers devraient commencer en mai et se conclure en août.", {("conclure", "conj", "commencer")}),
    ("Le chef de l'armée Asfendiar Tulebaev a démissionné.", {("Asfendiar", "appos", "chef")}),
    ("Le groupe militant al-Shabaab, un affilié de X, a fui.", {("al-Shabaab", "appos", "groupe")}),
    ("Le juge a reconnu Ana Morel coupable de vol.", {("coupable", "xcomp", "reconnu"), ("vol", "nmod", "coupable")}),
    ("La grève a commencé, a expliqué à l'AFP Joseph Morel, de la CFDT.", {("CFDT", "nmod", "Joseph")}),
    ("Une enquête de deux ans menée par la police a échoué.", {("menée", "acl", "enquête")}),
    ("Il est libre après un an de détention par la milice.", {("milice", "nmod", "détention")}),
    ("L'incendie a détruit près d'un tiers de la forêt.", {("tiers", "obj", "détruit"), ("près", "advmod", "tiers")}),
    ("Le groupe chimique et textile suisse Norvex a fui.", {("Norvex", "appos", "groupe")}),
    ("Un séisme d'une magnitude de 5,2 a frappé le Chili.", {("séisme", "nsubj", "frappé"), ("5,2", "nmod", "magnitude")}),
    ("Mohamed Diallo dit le Blanc a été arrêté.", {("Mohamed", "nsubj:pass", "arrêté"), ("Blanc", "appos", "Mohamed")}),
    ("C'est la faute de Marc Dubois, dit Paul Morel.", {("Paul", "nsubj", "dit")}),
    (
        "Un homme a été mis en examen, soupçonné d'avoir tué sa compagne retrouvée morte lundi à leur domicile.",
        {("tué", "xcomp", "soupçonné"), ("morte", "xcomp", "retrouvée")},
    ),
    ("Trois personnes sont mortes et 388 ont été blessées.", {("388", "nsubj:pass", "blessées")}),
    (
        "Selon le porte-parole de la police, Jean Morel, un homme a tiré sur des passants.",
        {("homme", "nsubj", "tiré"), ("Jean", "appos", "porte-parole")},
    ),
    (
        "Selon l'avocat des familles, Paul Morel, les juges ont rejeté la demande.",
        {("juges", "nsubj", "rejeté"), ("Paul", "appos", "avocat")},
    ),
    ("Au procès des frères Hamid et Samir, le procureur a requis dix ans de prison.", {("procureur", "nsubj", "requis")}),
    ("Il a été mis en examen pour meurtre par conjoint.", {("conjoint", "nmod", "meurtre")}),
    ("Le suspect a été arrêté pour vol par la police de Lens.", {("police", "obl:agent", "arrêté")}),
    ("Il avait été élu député en 2012.", {("député", "xcomp", "élu")}),
    ("Le tribunal l'a reconnu coupable et condamné à 15 ans de prison.", {("condamné", "conj", "reconnu")}),
    (
        "Le tribunal l'a reconnu coupable, condamné à 15 ans de prison et frappé d'une amende.",
        {("condamné", "conj", "reconnu")},
    ),
    ("Il a blessé avec une hache deux voyageurs dans un train.", {("voyageurs", "obj", "blessé")}),
    (
        "L'observatoire confirme que l'armée a repris la ville, mais affirme que les rebelles ont fui.",
        {("affirme", "conj", "confirme"), ("fui", "ccomp", "affirme")},
    ),
    (
        "Le maire dit que le préfet a reconnu que l'usine avait fermé et affirme que dix ouvriers ont été licenciés.",
        {("affirme", "conj", "dit"), ("fermé", "ccomp", "reconnu")},
    ),
    (
        "La police, munie de gaz lacrymogène et de balles en caoutchouc, a dispersé la foule.",
        {("balles", "conj", "gaz"), ("gaz", "obl", "munie")},
    ),
    ("L'homme a dérobé de l'argent et une montre de valeur.", {("montre", "conj", "argent"), ("une", "det", "montre")}),
    ("Clara Morin, présidente de l'ONG « Mains tendues », a pris la parole.", {("Mains", "appos", "ONG")}),
    (
        "Le chef du parti et ses amis ont été arrêtés.",
        {("amis", "conj", "chef"), ("chef", "nsubj:pass", "arrêtés")},
    ),
    ("Le prix des produits comme le savon et l'huile ont augmenté.", {("huile", "conj", "savon")}),
    ("Les soldats tenaient des armes à feu et des couteaux.", {("couteaux", "conj", "armes"), ("feu", "nmod", "armes")}),
    (
        "Le séisme a provoqué l'effondrement d'un immeuble et un incendie.",
        {("incendie", "conj", "effondrement"), ("immeuble", "nmod", "effondrement")},
    ),
    ("Une infirmière vêtue d'un hijab a soigné la fillette.", {("vêtue", "acl", "infirmière")}),
    ("Hier soir à Lyon, un homme a été poignardé.", {("Lyon", "obl", "poignardé")}),
    (
        "Ce matin à Vienne, madame Irina Lukacs, présidente du club, a été agressée.",
        {("madame", "nsubj:pass", "agressée"), ("présidente", "appos", "madame"), ("matin", "obl", "agressée")},
    ),
    (
        "Hier à Madrid, Luis Paz et sa femme ont été arrêtés.",
        {("Luis", "nsubj:pass", "arrêtés"), ("femme", "conj", "Luis")},
    ),
    (
        "Le 4 mai 2011 à Doha, Paul Sarto, membre du club, a été tué dans une explosion.",
        {("Paul", "nsubj:pass", "tué"), ("Doha", "obl", "tué"), ("4", "obl", "tué")},
    ),
    ("Le 9 février 2009 en Italie, un attentat a eu lieu.", {("attentat", "nsubj", "eu"), ("Italie", "obl", "eu")}),
    (
        "Ce lundi, Norvex et General Motors ont signé un accord.",
        {("Norvex", "nsubj", "signé"), ("General", "conj", "Norvex")},
    ),
    (
        "Lors d'une marche aux Seychelles, plus de mille personnes se sont rassemblées.",
        {("personnes", "nsubj", "rassemblées")},
    ),
    ("Lundi à Paris, le ministre a reçu les syndicats.", {("Paris", "obl", "reçu"), ("Lundi", "obl", "reçu")}),
    ("Le maire risque d'être condamné pour corruption.", {("maire", "nsubj", "risque"), ("condamné", "xcomp", "risque")}),
    ("Le maire menace de démissionner.", {("maire", "nsubj", "menace"), ("démissionner", "xcomp", "menace")}),
    ("Il est soupçonné d'avoir, en mai, volé un vélo.", {("volé", "xcomp", "soupçonné"), ("avoir", "aux", "volé")}),
    ("Dix personnes sont mortes lundi à Gao.", {("personnes", "nsubj", "mortes"), ("lundi", "obl", "mortes")}),
    ("Trois ouvriers sont morts jeudi dans une mine, a annoncé la police.", {("morts", "ccomp", "annoncé")}),
    ("Cet homme demeurant à Lyon a été arrêté.", {("demeurant", "acl", "homme"), ("Lyon", "obl:arg", "demeurant")}),
    ("Le meurtre le 3 mai du maire de Varna a choqué.", {("maire", "nmod", "meurtre")}),
    ("Trois civils ont été enlevés par des hommes armés puis relâchés.", {("relâchés", "conj", "enlevés")}),
    (
        "L'armée a attaqué un convoi se dirigeant vers Tripoli.",
        {("convoi", "obj", "attaqué"), ("dirigeant", "acl", "convoi")},
    ),
    ("Ces rebelles ont menacé tout navire dans la mer Rouge se dirigeant vers Israël.", {("dirigeant", "acl", "navire")}),
    ("La police a arrêté un homme se faisant passer pour un médecin.", {("homme", "obj", "arrêté")}),
    ("Ils ont puni l'économie du Bélarus, accusé d'avoir aidé Moscou.", {("accusé", "acl", "Bélarus")}),
    ("La cour l'a reconnu coupable de fraude et condamné à un an de prison.", {("condamné", "conj", "reconnu")}),
    (
        "La cour l'avait reconnu coupable de fraude, condamné à un an de prison et frappé d'une amende.",
        {("condamné", "conj", "reconnu"), ("frappé", "conj", "condamné")},
    ),
    ("L'attaque du 7 octobre du Hamas a fait des morts.", {("Hamas", "nmod", "attaque")}),
    ("Les combats ont repris entre la rébellion du M23 et l'armée.", {("armée", "conj", "rébellion")}),
    ("Un drone tiré par des rebelles du Nord qui menaçait un navire a été abattu.", {("menaçait", "acl:relcl", "drone")}),
    ("La force, qui compte 900 soldats, 80 policiers et 20 civils, condamne le raid.", {("policiers", "conj", "soldats")}),
    ("Le groupe a pris acte de la décision de Renault de fermer l'usine.", {("fermer", "acl", "décision")}),
    ("Le maire a quitté, le 18 mai, la commission de Vire, dénonçant des fraudes.", {("dénonçant", "advcl", "quitté")}),
    ("La police l'a arrêté, interrogé et relâché.", {("interrogé", "conj", "arrêté"), ("relâché", "conj", "interrogé")}),
    ("Le pays a perdu 300 soldats depuis l'attaque du Hamas le 7 octobre.", {("7", "nmod", "attaque")}),
    ("Des heurts ont eu lieu à Lille et Nantes, où un policier a été blessé.", {("blessé", "acl:relcl", "Nantes")}),
    (
        "Les combattants, dirigés par Omar Sahiron, qui est recherché par la France, ont fui.",
        {("recherché", "acl:relcl", "Omar")},
    ),
    (
        "La cour a demandé la remise du fils de l'ancien maire Omar Dolan, Saïf, qui a été libéré lundi.",
        {("libéré", "acl:relcl", "Saïf")},
    ),
    (
        "Une source a confirmé l'arrestation de dix femmes, dont deux ont été remises en liberté mais restent poursuivies.",
        {("restent", "conj", "remises")},
    ),
    ("La police a libéré les otages des mains de la milice.", {("mains", "obl", "libéré")}),
    ("La libération des otages des mains du groupe a eu lieu.", {("mains", "nmod", "libération")}),
    ("L'attaque a eu lieu à 06H00 heure locale (03H00 à Paris).", {("Paris", "nmod", "03H00")}),
    ("La cour a confirmé la condamnation pour corruption du maire.", {("maire", "nmod", "condamnation")}),
    ("Des avions militaires probablement de la coalition ont tué 32 combattants à Raqa.", {("coalition", "nmod", "avions")}),
    ("L'enquête sur l'attentat contre un magasin a progressé.", {("magasin", "nmod", "attentat")}),
    ("Le ministre a mis en garde Moscou contre une attaque.", {("Moscou", "obj", "mis")}),
    (
        "Des heurts ont éclaté entre les forces de sécurité et des partisans du maire.",
        {("partisans", "conj", "forces")},
    ),
    (
        "Dans plusieurs villes, les manifestations se sont terminées par des affrontements avec la police.",
        {("manifestations", "nsubj", "terminées")},
    ),
    ("Le sommet devant se tenir à Bakou a été reporté.", {("devant", "acl", "sommet"), ("tenir", "xcomp", "devant")}),
    ("L'armée a commandé dix avions, devant être livrés en 2026.", {("devant", "acl", "avions")}),
    (
        "La Chine a exhorté vendredi la France à renoncer immédiatement à ses projets de vente d'armes à Taiwan.",
        {("renoncer", "xcomp", "exhorté")},
    ),
    ("Il a été conseillé aux habitants de rester chez eux.", {("Il", "expl:subj", "conseillé")}),
    ("Il pourrait y avoir d'autres arrestations.", {("Il", "expl:subj", "pourrait")}),
    ("Il revient au juge de trancher.", {("Il", "expl:subj", "revient")}),
    ("Il est revenu à Paris pour voir sa mère.", {("Il", "nsubj", "revenu")}),
    ("L'attaque a tué un civil et des soldats.", {("des", "det", "soldats")}),
    ("Le chef de l'armée et des services secrets a démissionné.", {("des", "case", "services")}),
    ("L'armée perd la moitié de ses avions, écrit la députée Maria Bezu.", {("députée", "nsubj", "écrit")}),
    ("Le ministre, lors d'une conférence, a affirmé : « Paul Dupont a démissionné ».", {("ministre", "nsubj", "affirmé")}),
    ("Une frappe israélienne sur un hôpital a tué trois civils.", {("hôpital", "nmod", "frappe")}),
    ("Quatre civils sont morts mardi dans un raid israélien sur une maison.", {("maison", "nmod", "raid")}),
    ("Il a annoncé avoir tué un soldat, le 7 janvier, dans la zone de Diabelli.", {("zone", "obl", "tué")}),
    (
        "Des habitants ont été évacués lundi à cause de risques de débordement d'un barrage, a indiqué la sécurité civile.",
        {("indiqué", "parataxis", "évacués"), ("sécurité", "nsubj", "indiqué")},
    ),
    ("Trois femmes sont mortes noyées dans la Manche.", {("femmes", "nsubj", "mortes"), ("noyées", "xcomp", "mortes")}),
    ("Un incendie a pris dans un bar de Lyon faisant un mort.", {("faisant", "advcl", "pris")}),
    ("Il est libre, a dit le procureur de la République de Paris Paul Morin.", {("Paul", "appos", "procureur")}),
    ("Le ministre délégué chargé des Transports, Paul Morin, a démissionné.", {("Transports", "nmod", "ministre")}),
    (
        "Ana Vidal a été élue à l'unanimité présidente de l'association.",
        {("présidente", "xcomp", "élue"), ("association", "nmod", "présidente")},
    ),
    ("Un chef de Boko Haram a été tué dimanche.", {("Boko", "nmod", "chef"), ("chef", "nsubj:pass", "tué")}),
    (
        "Le conducteur du camion impliqué dans un accident mortel dimanche sur l'A16 a été arrêté.",
        {("dimanche", "nmod", "accident"), ("A16", "nmod", "accident")},
    ),
    ("Deux agents blessés lors d'une marche samedi à Varna ont porté plainte.", {("marche", "obl", "blessés")}),
    ("La cour l'a condamné à un an de prison pour corruption.", {("corruption", "obl", "condamné")}),
    ("À Lyon, près d'une centaine de manifestants ont été arrêtés.", {("centaine", "nsubj:pass", "arrêtés")}),
    ("La firme vient de licencier plus d'une dizaine d'employés pour faute.", {("dizaine", "obj", "licencier")}),
    ("La police a utilisé des matraques pour disperser la foule.", {("disperser", "advcl", "utilisé")}),
    ("Une enquête pour corruption visant le maire est ouverte.", {("visant", "acl", "enquête")}),
    ("Le procès pour complot contre le président a eu lieu.", {("président", "nmod", "complot")}),
    ("La condamnation il y a deux mois d'un élu a choqué.", {("élu", "nmod", "condamnation")}),
    ("Le tribunal a jugé coupables huit élus de corruption.", {("corruption", "obl:arg", "jugé")}),
    (
        "L'Arménie a accusé l'Azerbaïdjan d'avoir ouvert le feu sur ses positions, tuant quatre soldats.",
        {("tuant", "advcl", "ouvert")},
    ),
    ("Le principal mis en cause a été arrêté.", {("mis", "nsubj:pass", "arrêté"), ("principal", "amod", "mis")}),
    ("Il est visé par deux plaintes pour viol, abus sexuel et vol.", {("viol", "nmod", "plaintes")}),
    ("Un homme de 40 ans, deux voisins et une passante ont été tués.", {("voisins", "conj", "homme")}),
    ("Dix soldats ont fui, dont une vingtaine de chefs, a dit hier la police.", {("vingtaine", "conj", "soldats")}),
    ("Il a frappé son fils avec un couteau dont la lame mesurait 11 cm.", {("mesurait", "acl:relcl", "couteau")}),
    ("Elle est mise en examen le 16 juillet 2021 pour corruption.", {("corruption", "obl", "mise")}),
    (
        "48 civils, 21 soldats et 6 policiers ont été blessés.",
        {("civils", "nsubj:pass", "blessés"), ("soldats", "conj", "civils"), ("policiers", "conj", "civils")},
    ),
    ("Deux hommes ont été arrêtés et une femme et deux enfants ont été libérés.", {("femme", "nsubj:pass", "libérés")}),
    ("L'armée a tué dix rebelles et deux soldats ont été blessés.", {("rebelles", "obj", "tué")}),
    ("Le ministre a indiqué que X est mort, précisant que Y vit.", {("précisant", "advcl", "indiqué")}),
    ("Le convoi a été attaqué, a indiqué mardi la mission de l'ONU en Libye.", {("indiqué", "parataxis", "attaqué")}),
    ("Oleh Sarine, gouverneur de la région de Kharkiv, a précisé que la ville tient.", {("Oleh", "nsubj", "précisé")}),
    (
        "Cinq élèves, deux enseignants et un chauffeur ont été enlevés.",
        {("enseignants", "conj", "élèves"), ("chauffeur", "conj", "élèves"), ("élèves", "nsubj:pass", "enlevés")},
    ),
    ("Le ministre, le gouverneur et le maire ont visité la base.", {("ministre", "nsubj", "visité")}),
    ("Les suspects, un homme et deux femmes, ont été arrêtés.", {("homme", "appos", "suspects")}),
    ("Les raids ont tué 31 civils.", {("civils", "obj", "tué"), ("31", "nummod", "civils")}),
    ("Le groupe s'est emparé en juin de la ville de Varna.", {("ville", "obl:arg", "emparé")}),
    ("Des combats ont éclaté, ont rapporté les médias locaux tôt dimanche.", {("tôt", "advmod", "dimanche")}),
    (
        "Les combats ont repris entre les rebelles, soutenus par Tunis, et l'armée.",
        {("armée", "conj", "rebelles"), ("soutenus", "acl", "rebelles")},
    ),
    ("Deux soldats sont morts, a annoncé la Mission de l'ONU au Mali.", {("Mali", "nmod", "Mission")}),
    (
        "Deux explosions ont eu lieu, a rapporté le maire adjoint Pavel Sorin sur Facebook.",
        {("Facebook", "obl", "rapporté")},
    ),
    ("Des voisins ont utilisé des seaux d'eau et des extincteurs.", {("extincteurs", "conj", "seaux")}),
    ("La police a saisi des centaines de paquets de tabac et des machines.", {("machines", "conj", "centaines")}),
    ("Les pourparlers, soutenus par l'Iran, la Syrie et le Liban, ont repris.", {("Syrie", "conj", "Iran")}),
    ("Selon les représentants du ministère, les frappes dans la région ont cessé.", {("région", "nmod", "frappes")}),
    (
        "CNN a noté qu'en livrant secrètement des missiles à l'Ukraine, les États-Unis espéraient surprendre la Russie.",
        {("livrant", "advcl", "espéraient"), ("espéraient", "ccomp", "noté")},
    ),
    ("Alors que le Soudan est confronté à une crise, Omar Sow est destitué.", {("Omar", "nsubj:pass", "destitué")}),
    ("Un raid a eu lieu, ont indiqué jeudi des sources concordantes.", {("sources", "nsubj", "indiqué")}),
    ("Le procès de six officiers, poursuivis pour vol, s'est ouvert.", {("poursuivis", "acl", "officiers")}),
    ("Elle a quitté la commission des votes, dénonçant des fraudes.", {("dénonçant", "advcl", "quitté")}),
    ("Dans des villes, il y a eu des heurts.", {("il", "expl:subj", "eu")}),
    ("Le président sortant devance Ana Vidal.", {("président", "nsubj", "devance")}),
    ("Un homme a blessé six personnes en tentant de fuir.", {("tentant", "advcl", "blessé")}),
    ("Ils ont mené un raid pour libérer les otages et arrêter les ravisseurs.", {("arrêter", "conj", "libérer")}),
    ("Les bandits terrorisent les habitants, mènent des raids.", {("mènent", "conj", "terrorisent")}),
    ("Les 42 élèves, dont 27 filles, enlevés en mai, ont été libérés.", {("enlevés", "acl", "élèves")}),
    ("Ils ont tiré, a dit à l'AFP Sajjad Khan, policier du district.", {("policier", "appos", "Sajjad")}),
    ("Le président de l'Union africaine Macky Sall est à Moscou.", {("Macky", "appos", "président")}),
    ("Limogé par le président, Paul Morin a fui.", {("Limogé", "advcl", "fui"), ("président", "obl:agent", "Limogé")}),
    ("Élu maire en 2014, Paul Morin a été condamné.", {("Élu", "advcl", "condamné"), ("maire", "xcomp", "Élu")}),
    ("Le colonel Ali Ba a été nommé ministre chargé de la Pêche et promu général.", {("promu", "conj", "nommé")}),
    ("Le maire a décidé, mardi, de démettre de ses fonctions le directeur du port.", {("directeur", "obj", "démettre")}),
    ("Un autocar a été attaqué, ont indiqué des habitants.", {("habitants", "nsubj", "indiqué")}),
    ("Trois soldats ont été tués, indique un nouveau bilan.", {("bilan", "nsubj", "indique")}),
    ("Une attaque contre des gendarmes et des civils a fait dix morts.", {("civils", "conj", "gendarmes")}),
    ("Des attaques visent les zones frontalières du Mali, de la Côte d'Ivoire et du Niger.", {("Côte", "conj", "Mali")}),
    ("Il a évoqué l'orage qui a frappé Oran, provoquant des crues.", {("provoquant", "advcl", "frappé")}),
    ("Elle a secouru les passagers du Vidal 3, qui transportait dix personnes.", {("transportait", "acl:relcl", "Vidal")}),
    ("Le conseiller du président Alpha Barry, Moussa Traoré, a été arrêté.", {("Moussa", "appos", "conseiller")}),
    ("Le parti au pouvoir, la Ligue démocratique, a désigné Ana Vidal.", {("Ligue", "appos", "parti")}),
    ("Le numéro un mondial du luxe, Norvex, a nommé un directeur.", {("Norvex", "appos", "numéro")}),
    (
        "Le prix a été remis à Jean Marsan, né en 1950, et à Luc Vidal, né en 1962.",
        {("né", "acl", "Jean"), ("né", "acl", "Luc"), ("Luc", "conj", "Jean")},
    ),
    (
        "André Roche, mort en 1977, et Louis Caron, mort en 1951, étaient amis.",
        {("mort", "acl", "André"), ("mort", "acl", "Louis"), ("André", "nsubj", "amis")},
    ),
    ("Le siège du parti UPE de New York a été vandalisé dimanche.", {("New", "nmod", "parti")}),
    ("Le chef du bureau politique du Hamas Ismaïl Haniyeh a été tué.", {("Ismaïl", "appos", "chef")}),
    ("Le M5S, fondé par Beppe Grillo, et la Ligue ont formé un gouvernement.", {("Ligue", "conj", "M5S")}),
    ("Il est arrivé à Sanaa mardi.", {("Sanaa", "obl", "arrivé"), ("mardi", "obl", "arrivé")}),
    ("Le constructeur automobile allemand Volkswagen a fermé une usine.", {("automobile", "amod", "constructeur")}),
    (
        "Le groupe a ouvert le 3 juin des négociations avec les élus.",
        {("négociations", "obj", "ouvert"), ("3", "obl", "ouvert")},
    ),
    ("L'Argentine a obtenu un prêt du FMI de 50 milliards de dollars.", {("milliards", "nmod", "prêt")}),
    ("Ils ont signé en échange d'un engagement de l'Iran à réduire ses stocks.", {("réduire", "acl", "engagement")}),
    (
        "La Nouvelle Union populaire (Nupo, qui rassemble le PLV, le PSR et EDN) qui a remporté le scrutin est divisée.",
        {("remporté", "acl:relcl", "Nouvelle")},
    ),
    ("Oslo a informé l'émir de sa volonté de partir.", {("volonté", "obl:arg", "informé"), ("partir", "acl", "volonté")}),
    ("Oslo a rappelé en fin de semaine dernière ses ambassadeurs.", {("ambassadeurs", "obj", "rappelé")}),
    ("Il a démissionné après des propos du maire hostiles à Ana Vidal.", {("hostiles", "amod", "propos")}),
    ("Oslo a expulsé des fonctionnaires du ministère travaillant à Oran.", {("travaillant", "acl", "fonctionnaires")}),
    ("Le constructeur de camions et de bus Varnay a fermé une usine.", {("Varnay", "appos", "constructeur")}),
    ("Norvia et le français PSA ont entamé des discussions.", {("PSA", "conj", "Norvia"), ("français", "amod", "PSA")}),
    (
        "L'ONU s'inquiète de la situation au Mali, en Libye et au Soudan.",
        {("Libye", "conj", "Mali"), ("Soudan", "conj", "Mali")},
    ),
    ("Le Japon a donné deux lits, un scanner et de la farine à l'hôpital de Kaédi.", {("hôpital", "obl:arg", "donné")}),
    (
        "« Tout va mal », a déclaré lors d'un point de presse de l'ONU tenu à Genève, Lina Marceau, cheffe du parti.",
        {("Marceau", "flat:name", "Lina"), ("Lina", "nsubj", "déclaré")},
    ),
    (
        "« Tout ira bien », a dit dans un entretien accordé au journal Le Phare, le ministre Marc Ovide.",
        {("ministre", "nsubj", "dit")},
    ),
    ("Le chef de l'État afghan, Mirwais Hotaki, a été reçu.", {("afghan", "amod", "État")}),
    (
        "A Chennai, la capitale du Tamil Nadu, les autorités ont évacué le port.",
        {("autorités", "nsubj", "évacué"), ("capitale", "appos", "Chennai"), ("Chennai", "obl", "évacué")},
    ),
    (
        "Il y aura des sanctions si Moscou attaque Kiev.",
        {("si", "mark", "attaque"), ("Moscou", "nsubj", "attaque")},
    ),
    ("Leïla Haddad a été élue députée.", {("députée", "xcomp", "élue")}),
    ("L'attaquant brésilien du Paris SG Neymar s'est blessé.", {("Neymar", "appos", "attaquant")}),
    (
        "La présidente élue du Mexique Claudia Sheinbaum a nommé six ministres.",
        {("Claudia", "appos", "présidente"), ("Mexique", "nmod", "présidente")},
    ),
    ("La firme a racheté sa rivale allemande Kraftwerk AG.", {("Kraftwerk", "appos", "rivale")}),
    (
        "Nommé ministre des Finances en 2019, Ali Bensalem a démissionné lundi.",
        {("Nommé", "advcl", "démissionné"), ("ministre", "xcomp", "Nommé"), ("2019", "obl", "Nommé")},
    ),
    ("Un ancien ministre du gouvernement Jospin a été arrêté.", {("Jospin", "appos", "gouvernement")}),
    ("Un ferry transportant 200 passagers a pris feu au large des Philippines.", {("ferry", "nsubj", "pris")}),
    ("Ils ont été repoussés par l'armée, appuyée par l'aviation.", {("appuyée", "acl", "armée")}),
    ("Un missile tiré du Yémen par les Houthis a touché Riyad.", {("Houthis", "obl:agent", "tiré")}),
    ("Un randonneur porté disparu depuis mardi a été retrouvé mort dans un ravin.", {("disparu", "xcomp", "porté")}),
    ("Elle a nié avoir fui et affirmé vouloir négocier.", {("affirmé", "conj", "nié")}),
    ("Un groupe basé en Somalie qui combat l'armée a tué un maire.", {("combat", "acl:relcl", "groupe")}),
    ("Le suspect, en fuite depuis lundi, s'est rendu à la police.", {("suspect", "nsubj", "rendu")}),
    ("Kataeb Hezbollah, une milice du Sud, a lancé des drones.", {("Kataeb", "nsubj", "lancé")}),
    ("Un maire a été tué, et sept personnes blessées, dans une attaque.", {("blessées", "conj", "tué")}),
    ("Le tireur a été abattu après avoir tué quatre personnes.", {("après", "mark", "tué")}),
    ("La prise de pouvoir des militaires inquiète Paris.", {("pouvoir", "nmod", "prise"), ("militaires", "nmod", "prise")}),
    ("Ils ont pris d'assaut le Parlement.", {("assaut", "obl", "pris"), ("Parlement", "obj", "pris")}),
    ("Elle a dénoncé l'exécution sommaire de douze civils.", {("civils", "nmod", "exécution")}),
    ("Le prisonnier a supplié le juge d'être libéré.", {("juge", "obj", "supplié"), ("libéré", "xcomp", "supplié")}),
    ("La France soutient le Mali dans sa lutte pour vaincre les rebelles.", {("vaincre", "acl", "lutte")}),
    ("Je veux féliciter les Kurdes qui ont libéré Kobané et remercier Oslo.", {("remercier", "conj", "féliciter")}),
    ("L'accord a été publié par l'intermédiaire du ministère.", {("intermédiaire", "obl", "publié")}),
    ("Les écoles ont été fermées par peur d'un attentat.", {("attentat", "obl", "fermées")}),
    ("Le ministre a été tué par des soldats.", {("soldats", "obl:agent", "tué"), ("été", "aux:pass", "tué")}),
    ("Le ministre est arrivé mardi.", {("ministre", "nsubj", "arrivé"), ("est", "aux", "arrivé")}),
    ("La ville a été victime de bombardements.", {("été", "cop", "victime"), ("ville", "nsubj", "victime")}),
    ("Une plainte a été déposée par la firme contre le maire.", {("maire", "obl", "déposée")}),
    ("Une plainte a été déposée par le collectif contre la loi.", {("loi", "nmod", "collectif")}),
    ("L'attaque qu'a menée le groupe État islamique contre la prison a duré deux jours.", {("prison", "obl", "menée")}),
    ("Des combats ont opposé les rebelles à l'armée.", {("armée", "obl:arg", "opposé")}),
    ("L'armée a mené des frappes et des raids contre la milice.", {("des", "det", "raids"), ("raids", "conj", "frappes")}),
    ("Le maire a été reconnu coupable de corruption par le tribunal de Nice.", {("tribunal", "obl:agent", "reconnu")}),
    ("Les rebelles se sont emparés du port.", {("se", "expl:comp", "emparés"), ("sont", "aux", "emparés")}),
    ("Au moins douze civils sont morts.", {("civils", "nsubj", "morts"), ("sont", "aux", "morts")}),
    ("Il mettra fin à la mission d'ici la fin de l'année.", {("d'", "case", "fin"), ("ici", "fixed", "d'")}),
    ("Il a parlé lors du sommet.", {("lors", "case", "sommet"), ("du", "fixed", "lors"), ("sommet", "obl", "parlé")}),
    ("Des milliers de gens se sont en effet rassemblés.", {("effet", "fixed", "en"), ("en", "advmod", "rassemblés")}),
    ("Plus de 240 000 soldats ont été formés.", {("soldats", "nsubj:pass", "formés"), ("de", "fixed", "Plus")}),
    (
        "Le président, Jean Dolan, a annoncé une réforme.",
        {("Jean", "appos", "président"), ("Dolan", "flat:name", "Jean")},
    ),
    ("Il a annoncé lundi que la guerre était finie.", {("lundi", "obl", "annoncé"), ("finie", "ccomp", "annoncé")}),
    (
        "Armés de bâtons, ils ont détruit les ports, les routes et la gare.",
        {("Armés", "advcl", "détruit"), ("gare", "conj", "ports")},
    ),
    ("Elle a livré de la nourriture.", {("nourriture", "obj", "livré"), ("de", "det", "nourriture")}),
    (
        "Le chef de l'opération Inherent Resolve a parlé.",
        {("Resolve", "flat:name", "Inherent"), ("chef", "nsubj", "parlé")},
    ),
    ("L'association « Un toit, une famille » a dénoncé le projet.", {("association", "nsubj", "dénoncé")}),
    ("« Nous partirons », a-t-il déclaré.", {("-t-il", "nsubj", "déclaré"), ("déclaré", "parataxis", "partirons")}),
    ("Le tribunal a condamné jeudi 14 mars le maire de Tirna.", {("maire", "obj", "condamné")}),
    ("La police a arrêté mardi 3 mai trois suspects.", {("suspects", "obj", "arrêté")}),
    ("L'alliance a appelé les deux camps à négocier.", {("négocier", "xcomp", "appelé"), ("camps", "obj", "appelé")}),
    (
        "L'Égypte, le Soudan, l'Éthiopie ainsi que l'Union africaine ont donc soutenu le projet.",
        {("Égypte", "nsubj", "soutenu"), ("Soudan", "conj", "Égypte"), ("Union", "conj", "Égypte")},
    ),
    (
        "Le texte a été signé par la Norvège, la Suède, le Danemark et l'Islande.",
        {("Norvège", "obl:agent", "signé"), ("Suède", "conj", "Norvège"), ("Islande", "conj", "Norvège")},
    ),
    ("En Syrie, la Russie et l'Iran ont bombardé les rebelles.", {("Syrie", "obl", "bombardé"), ("Iran", "conj", "Russie")}),
    (
        "Ont participé à cette réunion Ana Vidal et Paul Morand.",
        {("Ana", "nsubj", "participé"), ("Paul", "conj", "Ana")},
    ),
    ("Le Sénat a adopté en première lecture le projet de loi.", {("projet", "obj", "adopté"), ("lecture", "obl", "adopté")}),
    ("Le roi a nommé lundi Ana Vidal au poste de ministre.", {("Ana", "obj", "nommé"), ("lundi", "obl", "nommé")}),
    ("Elle partira, a promis le chancelier Karl Brandner.", {("chancelier", "nsubj", "promis")}),
    ("Le rachat de Norvex par Solvar a été bloqué par Ana Vidal.", {("Solvar", "nmod", "rachat")}),
    ("Ana Vidal a été battue à l'élection par Ivo Sand.", {("Ivo", "obl:agent", "battue")}),
    ("La Norvie conditionne son soutien à une réforme.", {("soutien", "obj", "conditionne")}),
    ("Le Sénat a adopté par 180 voix contre 120 la loi.", {("loi", "obj", "adopté"), ("120", "nmod", "voix")}),
    ("L'allemand Siemens rachète Altair.", {("Siemens", "nsubj", "rachète"), ("allemand", "amod", "Siemens")}),
    ("L'armée dénonce le meurtre de six civils français.", {("français", "amod", "civils")}),
    ("Elle coulait des navires. Kiev en a coulé un.", {("un", "obj", "coulé")}),
    ("Deux habitants y ont péri.", {("y", "obl", "péri"), ("habitants", "nsubj", "péri")}),
    ("Ils étaient cent. Au moins 20 d'entre eux sont morts.", {("20", "nsubj", "morts"), ("sont", "aux", "morts")}),
    ("Elle a déclaré le président sortant vainqueur.", {("vainqueur", "xcomp", "déclaré"), ("président", "obj", "déclaré")}),
    ("Le Var a expulsé l'ambassadeur d'Ostland après ses propos.", {("propos", "obl", "expulsé")}),
    ("Dans la voiture se trouvaient Paul Morand et Ana Vidal.", {("Paul", "nsubj", "trouvaient"), ("Ana", "conj", "Paul")}),
    (
        "L'usine où travaillaient Paul Morand et Ana Vidal a fermé.",
        {("Paul", "nsubj", "travaillaient"), ("Ana", "conj", "Paul"), ("usine", "nsubj", "fermé")},
    ),
    ("La gagnante est Ana Vidal (PS), qui a battu Karl Vogt.", {("battu", "acl:relcl", "Ana")}),
    (
        "Un homme tentant de pénétrer dans un poste a été abattu.",
        {("tentant", "acl", "homme"), ("pénétrer", "xcomp", "tentant")},
    ),
    ("Ivo Sand est revenu de son exil au Togo.", {("Togo", "nmod", "exil")}),
    (
        "Avec un match aller remporté 3 à 0, le club est en finale.",
        {("aller", "amod", "match"), ("remporté", "acl", "match")},
    ),
    ("Le juge lui a demandé de payer l'amende.", {("lui", "iobj", "demandé")}),
    ("Le procès de l'ancien maire, accusé de fraude, a repris.", {("accusé", "acl", "maire")}),
    (
        "Le virus recule, a dit Ana Vidal, du Centre Norden à Lille.",
        {("Centre", "nmod", "Ana"), ("Lille", "nmod", "Centre")},
    ),
    (
        "Deux hommes ont été tués et un autre grièvement blessé.",
        {("autre", "nsubj:pass", "blessé"), ("blessé", "conj", "tués")},
    ),
    (
        "Un homme a été tué et trois autres grièvement blessés.",
        {("trois", "nsubj:pass", "blessés"), ("autres", "amod", "trois")},
    ),
    ("Le suspect, lui, a été relâché.", {("suspect", "nsubj:pass", "relâché"), ("lui", "dislocated", "relâché")}),
    ("Le maire a reconnu auprès de l'AFP avoir menti.", {("menti", "xcomp", "reconnu")}),
    ("Michelin ferme son usine de Tours.", {("Michelin", "nsubj", "ferme"), ("usine", "obj", "ferme")}),
    ("Le préfet a lui-même annoncé la nouvelle.", {("préfet", "nsubj", "annoncé")}),
    (
        "Ana Vidal, adjointe au maire, Paul Morin et Lia Roux ont voté la loi.",
        {("Paul", "conj", "Ana"), ("Lia", "conj", "Ana")},
    ),
    (
        "Un homme est mort à Quimper, écrasé par un arbre.",
        {("écrasé", "advcl", "mort"), ("Quimper", "obl", "mort"), ("à", "case", "Quimper")},
    ),
    ("Une femme est morte à Lyon, tuée par son mari.", {("tuée", "advcl", "morte")}),
    ("La cour d'assises de Paris a acquitté les deux accusés mercredi.", {("accusés", "obj", "acquitté")}),
    (
        "La direction de l'hôpital a suspendu deux infirmières après la mort d'un patient.",
        {("infirmières", "obj", "suspendu")},
    ),
    (
        "La police a ouvert une enquête après l'agression d'une professeure par un élève.",
        {("élève", "nmod", "agression")},
    ),
    (
        "Un camion s'est renversé en intervention mercredi dans l'Hérault.",
        {("Hérault", "obl", "renversé"), ("mercredi", "obl", "renversé")},
    ),
    ("Le prix du gaz augmentera de 11,7 % le 1er juillet.", {("prix", "nsubj", "augmentera")}),
    (
        "Les négociations entre la direction d'Air Azur et les pilotes ont repris mercredi à Roissy.",
        {("pilotes", "conj", "direction")},
    ),
    ("La chaîne d'ameublement Cosyhome a déposé le bilan mercredi.", {("Cosyhome", "appos", "chaîne")}),
    ("Le président a fait libérer les otages.", {("fait", "aux:caus", "libérer"), ("otages", "obj", "libérer")}),
    (
        "Le marchand a été entraîné dans une ruelle, poignardé à plusieurs reprises, puis dépouillé.",
        {("poignardé", "conj", "entraîné")},
    ),
    (
        "La victime a été enlevée à Lagos, séquestrée dans une cave et tuée d'une balle dans la tête.",
        {("séquestrée", "conj", "enlevée"), ("tuée", "conj", "enlevée"), ("balle", "obl:arg", "tuée")},
    ),
    (
        "Des militants ont interpellé le président de la région, scandant des slogans et brandissant des fourches.",
        {("scandant", "advcl", "interpellé")},
    ),
    (
        "Anna Kern et Paul Weiss, journalistes au quotidien El Sol, ont été arrêtés à Caracas.",
        {("journalistes", "appos", "Anna"), ("quotidien", "nmod", "journalistes")},
    ),
    (
        "Marie Petit et son mari Luc, tous deux membres de l'ONG, ont été enlevés au Niger.",
        {("membres", "appos", "Marie")},
    ),
    (
        "La grève entamée par les employés de l'usine a pris fin mardi.",
        {("pris", "root", "pris"), ("grève", "nsubj", "pris"), ("entamée", "acl", "grève")},
    ),
    ("Un homme a été arrêté avec une arme à la gare.", {("gare", "obl", "arrêté")}),
    ("Le marchand a été poignardé à plusieurs reprises avec un couteau.", {("couteau", "obl", "poignardé")}),
    ("Des voyous ont dérobé à un touriste son ordinateur.", {("ordinateur", "obj", "dérobé")}),
    ("Plus de deux mille personnes se sont rassemblées avec des banderoles dans la rue.", {("rue", "obl", "rassemblées")}),
    (
        "La nouvelle s'est répandue sur les réseaux sociaux par des photos que les citoyens ont postées.",
        {("postées", "acl:relcl", "photos")},
    ),
    (
        "Paul Roy, le maire de Nancy, qui est aussi le frère du ministre Jean Roy, a démissionné.",
        {("frère", "acl:relcl", "Paul")},
    ),
    ("La police a vu deux hommes portant des cagoules quitter le bâtiment.", {("quitter", "xcomp", "vu")}),
    ("L'armée a repris dimanche la ville aux rebelles.", {("dimanche", "obl", "repris"), ("ville", "obj", "repris")}),
    ("Les soldats ont commencé à partir en décembre.", {("partir", "xcomp", "commencé"), ("décembre", "obl", "partir")}),
    ("L'ambassade des Etats-Unis à Sanaa a accusé les rebelles d'enlèvement.", {("Sanaa", "nmod", "ambassade")}),
    ("L'Arabie saoudite et l'Iran ont convenu d'une trêve.", {("Iran", "conj", "Arabie")}),
    ("Les négociations sur la guerre en Ukraine se sont ouvertes à Genève.", {("Ukraine", "nmod", "guerre")}),
    ("Paris a vendu pour 40 millions de dollars de missiles à l'Arabie saoudite.", {("missiles", "obj", "vendu")}),
    ("Ils ont pris la ville avant d'exécuter, selon l'ONU, quarante civils.", {("civils", "obj", "exécuter")}),
    ("L'armée israélienne a largué trois bombes de 2 000 livres sur le camp.", {("camp", "obl", "largué")}),
    ("Les soldats ont pris le pouvoir mercredi et arrêté le président.", {("président", "obj", "arrêté")}),
    ("Un drone a tué un chef de l'EI, a annoncé le Pentagone Vendredi.", {("vendredi", "obl", "annoncé")}),
    ("Les forces Israéliennes ont frappé Jeudi un dépôt.", {("israéliennes", "amod", "forces"), ("dépôt", "obj", "frappé")}),
    ("L'ONU a dit 50 civils ont été tués.", {("civils", "nsubj:pass", "tués"), ("tués", "ccomp", "dit")}),
    ("Des troupes d'Allemagne, du Japon et de la Suède ont pris part à l'exercice.", {("Japon", "conj", "Allemagne")}),
    ("Le groupe, que Kigali est accusé de soutenir, a pris la ville.", {("que", "obj", "soutenir")}),
    ("Le président a menacé d'action militaire.", {("action", "obl:arg", "menacé")}),
    ("Ils ont conclu un nouveau traité que Paris a salué.", {("traité", "obj", "conclu"), ("salué", "acl:relcl", "traité")}),
    ("Ils ont capturé El-Fasher, le dernier bastion de l'armée.", {("El-Fasher", "obj", "capturé")}),
    ("L'Égypte, le Qatar et la Turquie, garants de l'accord, ont appelé X à la retenue.", {("Qatar", "conj", "Égypte")}),
    (
        "Selon Rami Rahmane, le directeur de l'OSDH, la frappe a tué X.",
        {("directeur", "appos", "Rami"), ("frappe", "nsubj", "tué")},
    ),
    ("Une trêve négociée par l'Oman est entrée en vigueur.", {("négociée", "acl", "trêve")}),
    (
        "L'armée a mené ces derniers mois des frappes sur des camps.",
        {("frappes", "obj", "mené")},
    ),
    ("Un drone a visé, ce mardi 12 mars, l'équipe de télévision.", {("équipe", "obj", "visé")}),
    (
        "Ils ont attaqué un convoi, tué le chauffeur et enlevé deux employés.",
        {
            ("tué", "conj", "attaqué"),
            ("chauffeur", "obj", "tué"),
            ("enlevé", "conj", "attaqué"),
            ("employés", "obj", "enlevé"),
        },
    ),
    ("Elle a dit avoir attaqué avec succès un hangar.", {("hangar", "obj", "attaqué")}),
    (
        "L'incendie a endommagé un musée d'art et des entrepôts.",
        {("entrepôts", "conj", "musée"), ("des", "det", "entrepôts")},
    ),
    ("Trois soldats – dont un officier – ont été blessés.", {("officier", "conj", "soldats"), ("–", "punct", "officier")}),
    (
        "Selon l'ONU, le M23, un groupe armé actif dans l'est, a pris la ville.",
        {("M23", "nsubj", "pris"), ("groupe", "appos", "M23")},
    ),
    ("Le chef de la milice Marc Dolan a été arrêté.", {("Marc", "appos", "chef"), ("Dolan", "flat:name", "Marc")}),
    ("Il a dit que ses troupes avançaient, avant d'affirmer avoir gagné.", {("affirmer", "advcl", "dit")}),
    ("Le ministre s'est engagé à ce que l'armée parte.", {("parte", "ccomp", "engagé"), ("à", "mark", "parte")}),
    ("La brigade mécanisée des forces armées ukrainiennes a été attaquée.", {("armées", "amod", "forces")}),
    ("La brigade Psara, une milice soutenue par l'Iran, a redéployé ses hommes.", {("milice", "appos", "brigade")}),
    (
        "Le général Ivan Petrov, chef du renseignement, le colonel Marc Dolan et deux officiers ont été arrêtés.",
        {("général", "nsubj:pass", "arrêtés"), ("colonel", "conj", "général"), ("officiers", "conj", "général")},
    ),
    (
        "La direction a reçu les salariés en grève depuis mardi.",
        {("grève", "nmod", "salariés"), ("mardi", "nmod", "grève")},
    ),
    (
        "L'accord figure dans un document de l'organisation consulté par l'AFP.",
        {("consulté", "acl", "document")},
    ),
    ("« Oui », a indiqué le ministre Paul Morand à l'agence officielle Irna.", {("Irna", "appos", "agence")}),
    (
        "Selon le ministre Paul Morand, le chef du parti, la loi sera votée.",
        {("chef", "appos", "ministre"), ("loi", "nsubj:pass", "votée")},
    ),
    (
        "Un diplomate ayant requis l'anonymat a affirmé que la trêve tiendrait.",
        {("diplomate", "nsubj", "affirmé"), ("requis", "acl", "diplomate")},
    ),
    (
        "Après un appel du président malgache Solo Rivo, le président du Conseil a signé.",
        {("Solo", "nmod", "président"), ("président", "nsubj", "signé")},
    ),
    ("Le Conseil a pris des sanctions contre le général Petrov, accusé d'avoir fui.", {("accusé", "acl", "général")}),
    (
        "Le ministre de l'Agriculture, de l'Elevage et de la Pêche, Anton Koute, a démissionné.",
        {("Anton", "appos", "ministre")},
    ),
    ("Le ministre de l'Économie et des Finances du Togo, Sani Yaya, a signé.", {("Sani", "appos", "ministre")}),
    (
        "L'armée a abattu 40 des 45 drones Shahed lancés par la Russie.",
        {("40", "obj", "abattu"), ("drones", "nmod", "40"), ("45", "nummod", "drones"), ("Shahed", "nmod", "drones")},
    ),
    (
        "La défense aérienne a détruit un missile et 18 des 23 drones lancés par l'Ukraine.",
        {("18", "conj", "missile"), ("drones", "nmod", "18")},
    ),
    ("Dix-huit drones d'attaque et un missile Kh-59 ont été abattus.", {("missile", "conj", "drones")}),
    ('L\'armée a "neutralisé" quatre jihadistes à Mopti.', {("jihadistes", "obj", "neutralisé")}),
    (
        "Le gouverneur a déclaré que l'armée avait abattu un drone, sans mentionner de dégâts.",
        {("mentionner", "advcl", "déclaré")},
    ),
    (
        "Israël a continué à bombarder Gaza et le Hamas à tirer des roquettes.",
        {("tirer", "conj", "bombarder"), ("Hamas", "nsubj", "tirer")},
    ),
    ("Le commandant a donné un bilan de neuf soldats morts.", {("neuf", "nummod", "soldats")}),
    (
        "Douze civils ont été tués, dont trois enfants, et l'armée fait état de deux morts.",
        {("armée", "nsubj", "fait"), ("fait", "conj", "tués")},
    ),
    (
        "À Tirna, 200 personnes, en grande majorité des civils, ont été tuées, selon les autorités.",
        {("personnes", "nsubj:pass", "tuées")},
    ),
    (
        "Des soldats ont attaqué à deux reprises des militaires azerbaïdjanais à Goris.",
        {("militaires", "obj", "attaqué")},
    ),
    ("Des frappes ont visé des dépôts à Raqqa et Deir ez-Zor.", {("Deir", "conj", "Raqqa")}),
    (
        "L'armée a arrêté deux militaires des Forces de défense du Rwanda (RDF) près de Goma.",
        {("RDF", "appos", "Forces")},
    ),
    (
        "Alors que l'armée poursuit ses frappes, refusant tout cessez-le-feu, le Qatar mène des négociations.",
        {("refusant", "advcl", "poursuit")},
    ),
    (
        "Plusieurs témoins interrogés par téléphone ont indiqué samedi que les rebelles avaient pris la ville.",
        {("témoins", "nsubj", "indiqué"), ("pris", "ccomp", "indiqué"), ("que", "mark", "pris")},
    ),
    (
        "Un hélicoptère de combat Mi-24 de l'armée malienne s'est écrasé.",
        {("Mi-24", "nmod", "hélicoptère"), ("armée", "nmod", "hélicoptère")},
    ),
    (
        "Les autorités ont relâché deux avocats de la Ligue, a annoncé le ministère de la Justice.",
        {("avocats", "obj", "relâché"), ("annoncé", "parataxis", "relâché")},
    ),
    (
        "Un homme soupçonné d'avoir agressé deux vigiles a été placé en garde à vue.",
        {("vigiles", "obj", "agressé"), ("homme", "nsubj:pass", "placé")},
    ),
    (
        "La Norvie a convoqué l'ambassadeur de Russie après l'entrée d'un drone dans son espace aérien.",
        {("entrée", "obl", "convoqué"), ("espace", "nmod", "entrée")},
    ),
    ("L'Union a menacé la junte malienne de nouvelles sanctions.", {("sanctions", "obl:arg", "menacé")}),
    ("Le reporter a été expulsé du Mali vers le Togo.", {("Togo", "obl", "expulsé")}),
    ("Une attaque de drones ukrainienne a fait un mort.", {("ukrainienne", "amod", "attaque")}),
    (
        "Un tribunal de Varna a condamné un journaliste en exil à Dubaï à huit ans de prison.",
        {("Dubaï", "nmod", "exil")},
    ),
    ("L'écrivain Ivo Sand est décédé lundi d'une crise cardiaque à Tirana.", {("Tirana", "obl", "décédé")}),
    ("Le conseil a rejeté l'offre de rachat du fonds Norvex.", {("offre", "obj", "rejeté"), ("rachat", "nmod", "offre")}),
    ("La Russie a lancé 85 drones contre l'Ukraine, dont 60 ont été abattus.", {("abattus", "acl:relcl", "drones")}),
    ("Le géant de l'acier Norvex a annoncé un plan social.", {("Norvex", "appos", "géant")}),
    (
        "Ils ont convenu d'un retrait des soldats français, lesquels sont stationnés à Varna depuis 2014.",
        {("stationnés", "acl:relcl", "soldats")},
    ),
    (
        "Environ 2 500 soldats américains sont en Irak, dont la plupart entraînent et conseillent les forces locales.",
        {("entraînent", "acl:relcl", "soldats"), ("dont", "nmod", "plupart")},
    ),
    (
        "Des soldats ont été tués lorsque des rebelles ont attaqué leur poste, selon deux officiers.",
        {("officiers", "obl", "tués"), ("attaqué", "advcl", "tués")},
    ),
    (
        "Des centaines de personnes ont pris part lundi aux obsèques de deux hommes.",
        {("part", "obj", "pris"), ("lundi", "obl", "pris")},
    ),
    (
        "L'armée compte 5 000 hommes, dont la plupart combattent dans le nord.",
        {("armée", "nsubj", "compte"), ("hommes", "obj", "compte"), ("combattent", "acl:relcl", "hommes")},
    ),
    (
        "La police a identifié un des morts comme Paul Roy, le chef de la milice.",
        {("un", "obj", "identifié"), ("Paul", "obl", "identifié"), ("chef", "appos", "Paul")},
    ),
    (
        "Un drone a tué un soldat à la base d'Aïn al-Assad la semaine passée.",
        {("semaine", "obl", "tué")},
    ),
    (
        "Paul Roy dirige le parti d'opposition Rassemblement pour l'Avenir.",
        {("parti", "obj", "dirige"), ("Rassemblement", "appos", "parti")},
    ),
    (
        "La flotte a lancé une nouvelle offensive contre Varna.",
        {("nouvelle", "amod", "offensive"), ("offensive", "obj", "lancé"), ("une", "det", "offensive")},
    ),
    (
        "L'armée a lancé plus de 90 bombes guidées sur la région de Varna.",
        {("bombes", "obj", "lancé"), ("plus", "advmod", "bombes"), ("région", "obl", "lancé")},
    ),
    (
        "La Russie a déjà expulsé cette semaine trois diplomates allemands, les accusant d'espionnage.",
        {("expulsé", "root", "expulsé"), ("accusant", "advcl", "expulsé"), ("Russie", "nsubj", "expulsé")},
    ),
    (
        "Les otages étaient en bonne santé, a dit à l'agence Norna le colonel Paul Roy.",
        {("Norna", "appos", "agence"), ("colonel", "nsubj", "dit")},
    ),
    (
        "Norvie a relâché cinq pêcheurs détenus depuis 2022 à Varna sur des charges de contrebande.",
        {("Varna", "obl", "détenus")},
    ),
    (
        "Les gardes ont tiré des missiles sur ce qu'ils ont dit être des bases du groupe.",
        {("bases", "obl:arg", "tiré"), ("sur", "case", "bases")},
    ),
    (
        "L'armée a détruit ce qu'elle a décrit comme un dépôt de munitions.",
        {("dépôt", "obj", "détruit")},
    ),
    (
        "L'Allemagne a fourni des chars et a entraîné dix mille soldats, selon le ministère de la Défense.",
        {("ministère", "obl", "fourni")},
    ),
    (
        "Les garde-côtes ont intercepté mardi matin, à 40 milles au nord de Varna, un pétrolier battant pavillon du Gabon.",
        {("pétrolier", "obj", "intercepté"), ("battant", "acl", "pétrolier")},
    ),
    (
        "Le navire est parti, a expliqué l'amiral Nils Haugen, qui commande la flotte du Nord.",
        {("commande", "acl:relcl", "Nils")},
    ),
    (
        "La ministre, Ana Vidal, lui a répondu que la justice déciderait.",
        {("ministre", "nsubj", "répondu"), ("lui", "iobj", "répondu")},
    ),
    (
        "Le coup d'État, le troisième en dix années, a été condamné par l'Union africaine.",
        {("coup", "nsubj:pass", "condamné"), ("troisième", "appos", "coup")},
    ),
    (
        "L'attaque a été revendiquée par le Front de l'étendard noir, un groupe affilié à Al-Qaïda.",
        {("groupe", "appos", "Front")},
    ),
    (
        "Elle a imposé une amende de 3 millions d'euros au propriétaire d'un pétrolier, la société émiratie Gulf Crest.",
        {("société", "appos", "propriétaire"), ("amende", "obj", "imposé")},
    ),
    (
        "Des hommes armés ont attaqué un convoi, tuant un casque bleu sénégalais et blessant quatre autres.",
        {("blessant", "conj", "tuant"), ("autres", "obj", "blessant")},
    ),
    (
        "Des juristes ont accusé l'armée de crimes de guerre.",
        {("crimes", "obl:arg", "accusé"), ("guerre", "nmod", "crimes")},
    ),
    (
        "Les pourparlers ont repris jeudi à Varna, quelques heures après que l'agence a rapporté que la Norvie avait fui.",
        {("repris", "root", "repris"), ("rapporté", "advcl", "repris")},
    ),
    (
        "Les ministres ont signé mardi à Tbilissi, sous médiation européenne, un accord de cessez-le-feu.",
        {("accord", "obj", "signé"), ("médiation", "obl", "signé")},
    ),
    (
        "Il a participé, en 1961, à la création de l'Amicale, un syndicat de joueurs.",
        {("syndicat", "appos", "Amicale")},
    ),
    (
        "L'équipe est dirigée par le ministre Hossein Bagheri, un diplomate de carrière, et comprend des juges.",
        {("diplomate", "appos", "ministre")},
    ),
    (
        "L'armée a renversé le président Ivo Sand, lui reprochant la crise.",
        {("renversé", "root", "renversé"), ("reprochant", "advcl", "renversé")},
    ),
    (
        "Oslo a expulsé un diplomate, a fait savoir le ministère danois de la Défense, indiquant que la mesure était juste.",
        {("indiquant", "advcl", "savoir")},
    ),
    ("La compagnie aérienne OVA a annoncé un accord.", {("OVA", "nmod", "compagnie"), ("compagnie", "nsubj", "annoncé")}),
    ("Lia Roux accuse Ivo Sand et ses alliés de complot.", {("alliés", "conj", "Ivo")}),
    ("Le cargo, parti de Santos au Brésil, a coulé.", {("Brésil", "nmod", "Santos")}),
    ("Lia Roux est partie de Paris en Italie.", {("Italie", "obl", "partie")}),
    ("Les passagers du bus décédés sont deux frères.", {("décédés", "amod", "passagers")}),
    (
        "Le gouvernement, né du remaniement orchestré par le président Ivo Sand, a démissionné.",
        {("orchestré", "acl", "remaniement"), ("président", "obl:agent", "orchestré")},
    ),
    (
        "Lia Roux doit être interrogée par un juge, a annoncé à l'AFP l'un de ses avocats.",
        {("un", "nsubj", "annoncé")},
    ),
    (
        "Vingt personnes ont péri, ont indiqué jeudi les autorités locales, précisant que les recherches se poursuivaient.",
        {("précisant", "advcl", "indiqué")},
    ),
    (
        "Le procureur a requis des mandats d'arrêt contre le ministre israélien et trois chefs du parti.",
        {("chefs", "conj", "ministre")},
    ),
    (
        "Une femme était accusée du meurtre de son mari, en août 2012 à Petitville.",
        {("août", "nmod", "meurtre")},
    ),
    (
        "Plus de 600 civils, la plupart des femmes et des enfants, ont été évacués samedi.",
        {("civils", "nsubj:pass", "évacués"), ("plupart", "appos", "civils")},
    ),
    (
        "L'armée l'a accusé d'avoir utilisé la trêve, et son porte-parole, Paul Roy, a dit que des drones ont pris un pont.",
        {("accusé", "root", "accusé"), ("dit", "conj", "accusé"), ("pris", "ccomp", "dit")},
    ),
    (
        "L'évacuation a été reportée après que des tireurs ont ouvert le feu sur un poste, tuant un chauffeur.",
        {("tuant", "advcl", "ouvert")},
    ),
    (
        "La Norvie, qui revendique presque la totalité de la mer, a protesté.",
        {("presque", "advmod", "totalité")},
    ),
    (
        "Le Japon donnera cinq patrouilleurs, valant 400 millions de dollars, aux garde-côtes philippins.",
        {("garde-côtes", "obl:arg", "donnera")},
    ),
    ("Le groupe va supprimer 90 postes, soit 7 % de ses effectifs.", {("%", "appos", "postes")}),
    (
        "La milice a réclamé une rançon, que la ville a refusé de payer.",
        {("refusé", "acl:relcl", "rançon"), ("que", "obj", "payer")},
    ),
    ("La police a saisi deux fusils, que le tireur avait achetés à Liège.", {("achetés", "acl:relcl", "fusils")}),
    ("Ce dernier, Paul Morel, a été relaxé.", {("Paul", "appos", "dernier")}),
    ("Celle-ci, âgée de 20 ans, est morte.", {("Celle-ci", "nsubj", "morte")}),
    (
        "L'avocat de l'opposant russe Ivo Morel a fui.",
        {("Ivo", "appos", "opposant"), ("russe", "amod", "opposant"), ("avocat", "nsubj", "fui")},
    ),
    ("Le président a limogé son ministre, accusé d'avoir menti.", {("accusé", "acl", "ministre")}),
    ("Un juge a condamné mercredi à la prison à vie deux anciens ministres.", {("ministres", "obj", "condamné")}),
    ("Mille personnes ont protesté contre la réforme des retraites dans le centre d'Oslo.", {("centre", "obl", "protesté")}),
    ("L'armée avait bombardé la veille un camp de réfugiés.", {("veille", "obl", "bombardé"), ("camp", "obj", "bombardé")}),
    ("Ils avaient incendié la veille des véhicules.", {("veille", "obl", "incendié"), ("véhicules", "obj", "incendié")}),
    ("Le porte-avions américain USS Truman est arrivé lundi en mer Rouge.", {("USS", "appos", "porte-avions")}),
    ("Un incendie a détruit l'usine du groupe à Lyon.", {("Lyon", "nmod", "usine"), ("groupe", "nmod", "usine")}),
    ("La société israélienne NSO a été condamnée mardi à verser un million.", {("israélienne", "amod", "société")}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_arcs(french: Annotator, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= arcs(parse(french, text))


def test_labels_are_those_of_universal_dependencies(french: Annotator) -> None:
    old = {"ROOT", "obl:mod", "aux:tense", "flat:foreign"}
    assert not old & {token.dep for text, _ in CASES for token in parse(french, text).tokens}


@pytest.mark.parametrize(
    ("text", "form", "features"),
    [
        ("Les États-Unis mettront fin à la guerre.", "mettront", {"Tense=Fut", "Mood=Ind"}),
        ("Il a dit que les troupes mettraient fin à la guerre.", "mettraient", {"Mood=Cnd"}),
        ("Le général aurait tué un soldat.", "aurait", {"Mood=Cnd"}),
        ("Les soldats tiraient sur la foule.", "tiraient", {"Tense=Imp", "Mood=Ind"}),
        ("Le ministre a été arrêté.", "arrêté", {"Voice=Pass", "VerbForm=Part"}),
        ("Le ministère de la Santé inspectera l'usine.", "inspectera", {"Mood=Ind", "Tense=Fut"}),  # no noun
    ],
)
def test_forms_show_their_tense(french: Annotator, text: str, form: str, features: set[str]) -> None:
    token = word(parse(french, text), form)
    assert all(token.has(feature) for feature in features)


def test_names_and_figures_are_one_word(french: Annotator) -> None:
    text = "Mustafa Al-Kadhimi a-t-il formé 240 000 soldats à N'Djamena ?"
    tokens = [(text[t.start : t.end], t.text) for t in parse(french, text).tokens]
    assert ("Al-Kadhimi", "Al-Kadhimi") in tokens
    assert ("-t-il", "-t-il") in tokens
    assert ("240 000", "240\u202f000") in tokens
    assert ("N'Djamena", "N'Djamena") in tokens
    former = "L'ex- Premier ministre est parti."
    assert ("ex- Premier", "ex-Premier") in [(former[t.start : t.end], t.text) for t in parse(french, former).tokens]
    deputy = "L'ex-vice président est parti."
    assert ("ex-vice président", "ex-vice-président") in [
        (deputy[t.start : t.end], t.text) for t in parse(french, deputy).tokens
    ]


@pytest.mark.parametrize(
    "text", ["L'armée a parlé d'\"espions\".", "L'armée a parlé d'« espions ».", "L'armée a parlé d'« espions » (sic)."]
)
def test_an_elided_word_before_a_quotation_is_whole(french: Annotator, text: str) -> None:
    parsed = parse(french, text)
    assert ("d'", "case", "espions") in arcs(parsed)
    assert ("espions", "obl:arg", "parlé") in arcs(parsed)


def test_a_name_is_one_subtree_of_proper_nouns(french: Annotator) -> None:
    parsed = parse(french, "Le président haïtien Jovenel Mercier a été tué par des inconnus à Tirna.")
    for name in parsed.names:
        inside = range(name.first, name.last)
        assert sum(parsed.tokens[i].head not in inside or parsed.tokens[i].head == i for i in inside) == 1


def test_protected_names_stay_whole() -> None:
    text = "Les combattants de Brune Aube Rouge ont pris le port."
    parsed = parse(load("fr", protect=["Brune Aube Rouge"]), text)
    assert ("combattants", "nsubj", "pris") in arcs(parsed)
    assert {("Aube", "flat:name", "Brune"), ("Rouge", "flat:name", "Brune")} <= arcs(parsed)
    assert [" ".join(t.text for t in parsed.tokens[n.first : n.last]) for n in parsed.names] == ["Brune Aube Rouge"]


def test_titles_are_no_part_of_a_name(french: Annotator) -> None:
    parsed = parse(french, "Le colonel Marek Dolan a rencontré le Premier ministre irakien Mustafa Al-Kadhimi.")
    names = [" ".join(t.text for t in parsed.tokens[n.first : n.last]) for n in parsed.names]
    assert names == ["Marek Dolan", "Mustafa Al-Kadhimi"]


def test_names_lose_small_words(french: Annotator) -> None:
    parsed = parse(french, "Les troupes sont arrivées en Irak. L'Iran a protesté.")
    names = {" ".join(t.text for t in parsed.tokens[n.first : n.last]) for n in parsed.names}
    assert names == {"Irak", "Iran"}


def test_a_robots_words_carry_french_lemmas_and_true_offsets(french: Annotator) -> None:
    text = "L'armée a reçu 25 hundreds of thousands de {dollars} pour sa mission de fight."
    parsed = parse(french, text)
    read = {token.text: (token.lemma, text[token.start : token.end]) for token in parsed.tokens}
    assert read["millions"] == ("million", "hundreds of thousands")
    assert read["dollars"] == ("dollar", "{dollars}")
    assert read["combat"] == ("combat", "fight")


def test_blocks_that_are_no_prose_have_no_words(french: Annotator) -> None:
    text = "Le port a rouvert lundi.\n\nLire aussi : Le port ferme\n\nدخل الجيش إلى المدينة\n\nLe maire a parlé."
    parsed = parse(french, text)
    assert [s.kind for s in parsed.sentences] == ["body", "boilerplate", "foreign", "body"]
    assert [s.last - s.first for s in parsed.sentences] == [6, 0, 0, 5]
    assert [s.index for s in parsed.sentences] == [0, 1, 2, 3]
    assert {t.sentence for t in parsed.tokens} == {0, 3}


def test_a_headline_is_one_sentence(french: Annotator) -> None:
    parsed = parse(french, "Norvie : plusieurs morts dans une fusillade sur un marché\n\nDouze personnes sont mortes mardi.")
    assert [s.kind for s in parsed.sentences] == ["headline", "body"]


def test_a_plea_of_not_guilty_is_a_denial(french: Annotator) -> None:
    parsed = parse(french, "Le sénateur a plaidé non coupable de corruption.")
    assert word(parsed, "plaidé").lemma == "nier"
    assert ("corruption", "obj", "plaidé") in arcs(parsed)


@pytest.mark.parametrize(
    ("text", "verb", "lemma"),
    [
        ("L'armée dément et évoque une panne.", "dément", "démentir"),
        ("Les juges inculpent deux ministres.", "inculpent", "inculper"),
        ("La junte incarcère un opposant.", "incarcère", "incarcérer"),
        ("Un navire chavire au large de Malte.", "chavire", "chavirer"),
        ("Ils extraderont deux suspects vers Rome.", "extraderont", "extrader"),
        ("Des rebelles arraisonnaient des navires.", "arraisonnaient", "arraisonner"),
        ("Les troupes canardèrent la ville.", "canardèrent", "canarder"),
        ("La junte libéra deux opposants.", "libéra", "libérer"),
    ],
)
def test_forms_that_are_verbs_alone_are_read_as_verbs(french: Annotator, text: str, verb: str, lemma: str) -> None:
    token = word(parse(french, text), verb)
    assert (token.pos, token.lemma, token.dep) == ("VERB", lemma, "root")
    assert token.has("VerbForm=Fin")


def test_a_name_is_read_as_no_verb(french: Annotator) -> None:
    assert word(parse(french, "Le maire de Vire a démissionné."), "Vire").pos == "PROPN"


@pytest.mark.parametrize(
    "text",
    [
        "L'objectif est que les otages soient libérés.",
        "L'objectif, c'est que les otages soient libérés.",
        "Ce qui compte, c'est que les otages soient libérés.",
    ],
)
def test_what_is_said_of_a_noun_before_it_hangs_on_the_copula(french: Annotator, text: str) -> None:
    parsed = parse(french, text)
    assert ("libérés", "ccomp", "est") in arcs(parsed)
    assert word(parsed, "est").dep == "root"


def test_en_mesure_says_what_somebody_can_do(french: Annotator) -> None:
    parsed = parse(french, "La France veut être en mesure de livrer des chars.")
    assert word(parsed, "mesure").lemma == "capable"
    assert {("livrer", "xcomp", "mesure"), ("mesure", "xcomp", "veut")} <= arcs(parsed)


def test_since_when_a_state_lasts_hangs_on_it(french: Annotator) -> None:
    parsed = parse(french, "L'armée a bombardé un village de ce pays en guerre civile depuis 2014.")
    assert ("2014", "nmod", "guerre") in arcs(parsed)


def test_a_place_behind_an_insertion_is_that_of_what_is_told(french: Annotator) -> None:
    text = "Un soldat a été tué par une mine, a annoncé l'ONU, dans le nord-ouest de la Centrafrique."
    assert ("nord-ouest", "obl", "tué") in arcs(parse(french, text))


def test_what_an_aim_is_hangs_on_the_copula_of_a_clause(french: Annotator) -> None:
    parsed = parse(french, "Le ministre a précisé que l'objectif était d'instaurer une trêve.")
    assert {("était", "ccomp", "précisé"), ("instaurer", "xcomp", "était"), ("objectif", "nsubj", "était")} <= arcs(parsed)


def test_who_speaks_stands_behind_what_a_name_before_is(french: Annotator) -> None:
    before = "Dix personnes ont été blessées dans une frappe ayant visé Varna"
    text = f"{before}, la troisième ville de Bulgarie, située près de la mer Noire, a indiqué le maire."
    assert {("maire", "nsubj", "indiqué"), ("ville", "appos", "Varna")} <= arcs(parse(french, text))


def test_a_row_of_states_before_its_verb_is_the_subject(french: Annotator) -> None:
    parsed = parse(french, "La Russie a voté contre, et la Chine et le Kazakhstan se sont abstenus.")
    assert {("Chine", "nsubj", "abstenus"), ("Kazakhstan", "conj", "Chine")} <= arcs(parsed)


def test_a_quotation_behind_another_is_a_sentence_of_its_own(french: Annotator) -> None:
    parsed = parse(french, "« Ils ont pris la ville. » « Nous avons fui », a dit le maire.")
    assert len(parsed.sentences) == 2


def test_a_mark_before_a_quoted_number_hangs_on_the_verb(french: Annotator) -> None:
    parsed = parse(french, "Les Etats-Unis s'attendent à ce que « plus de 50 » otages soient libérés par les rebelles.")
    assert ("libérés", "ccomp", "attendent") in arcs(parsed)


def test_a_word_behind_a_reflexive_pronoun_is_a_verb(french: Annotator) -> None:
    parsed = parse(french, "« L'armée a tué des civils », s'indigne Paul Renard, avocat.")
    assert (word(parsed, "indigne").pos, word(parsed, "indigne").lemma) == ("VERB", "indigner")


@pytest.mark.parametrize(
    ("text", "opening", "main"),
    [
        ("Après avoir reconnu que des civils étaient morts, l'armée a ouvert une enquête.", "reconnu", "ouvert"),
        ("Pour éviter que la situation ne dégénère, la police a bouclé le quartier.", "éviter", "bouclé"),
        ("Avant d'annoncer que l'usine fermerait, la direction a reçu les syndicats.", "annoncer", "reçu"),
        ("Estimant que le verdict était injuste, il a contesté la peine.", "Estimant", "contesté"),
        ("Ayant appris que l'usine fermait, les ouvriers ont bloqué la route.", "appris", "bloqué"),
        ("Afin d'éviter que des civils ne meurent, l'armée a suspendu ses frappes, a dit le général.", "éviter", "suspendu"),
    ],
)
def test_an_opening_is_no_main_clause(french: Annotator, text: str, opening: str, main: str) -> None:
    parsed = parse(french, text)
    assert (opening, "advcl", main) in arcs(parsed)
    assert word(parsed, main).dep in {"root", "ccomp"}


@pytest.mark.parametrize(
    ("text", "dep"),
    [
        ("Le juge est venu, estimant qu'il existait des preuves contre lui.", "expl:subj"),
        ("Le maire a dit qu'il ne restait que des obstacles mineurs.", "expl:subj"),
        ("Le maire est venu. Initialement, il a été signalé que la route était coupée.", "expl:subj"),
        ("Le maire est venu. Il a été informé que la route était coupée.", "nsubj:pass"),
    ],
)
def test_il_stands_for_nobody_where_something_is_there_or_told(french: Annotator, text: str, dep: str) -> None:
    parsed = parse(french, text)
    assert next(token for token in parsed.tokens if token.text.lower() == "il").dep == dep


@pytest.mark.parametrize(
    ("text", "arc"),
    [
        ("Le maire dit que « la police a tué un homme » et demande une enquête.", ("demande", "conj", "dit")),
        ("Le maire dit que la police « a tué un homme » et s'est enfuie.", ("enfuie", "conj", "tué")),
        ("Le maire dit que la police « a tué un homme » et a annoncé une enquête.", ("annoncé", "conj", "dit")),
        ("La police a arrêté lundi, à Lyon, trois hommes.", ("hommes", "obj", "arrêté")),
        ("La France et le Maroc ont signé jeudi, à Rabat, trois accords.", ("accords", "obj", "signé")),
    ],
)
def test_what_stands_behind_a_quotation_or_an_insertion_is_the_main_verbs(
    french: Annotator, text: str, arc: tuple[str, str, str]
) -> None:
    assert arc in arcs(parse(french, text))


@pytest.mark.parametrize(
    ("text", "arc"),
    [
        ("Les migrants partis de Libye ont été secourus.", ("migrants", "nsubj:pass", "secourus")),
        ("Un bateau parti de Zouara a chaviré.", ("parti", "acl", "bateau")),
        ("Les embarcations, parties de Zouara, ont chaviré.", ("parties", "acl", "embarcations")),
        ("Le bateau était parti le 3 mai de Zouara, en Libye, avec dix hommes.", ("Zouara", "obl", "parti")),
        ("Le bateau était parti le 3 mai de Zouara, en Libye, avec dix hommes.", ("Libye", "nmod", "Zouara")),
        ("Le président démocratiquement élu, Marc Delmas, a été arrêté.", ("Marc", "appos", "président")),
        (
            "Dix hommes ont été enlevés par des membres du groupe Wagner, une milice du Niger, qui ont brûlé des maisons.",
            ("brûlé", "acl:relcl", "membres"),
        ),
        (
            "Un homme a été tué dans le sud, où l'armée mène des frappes affirmant viser les rebelles, a dit le maire.",
            ("affirmant", "advcl", "mène"),
        ),
    ],
)
def test_what_is_told_of_somebody_hangs_on_them(french: Annotator, text: str, arc: tuple[str, str, str]) -> None:
    assert arc in arcs(parse(french, text))


def test_who_speaks_is_no_part_of_the_agency_that_is_told_it(french: Annotator) -> None:
    parsed = parse(french, "« Les combats ont cessé », a déclaré à l'AFP Asabe Musa, de l'ONG Solidaris.")
    assert ("Asabe", "nsubj", "déclaré") in arcs(parsed)


def test_a_word_spelled_without_its_ligature_has_the_lemma_of_the_tables(french: Annotator) -> None:
    parsed = parse(french, "La soeur du maire met en oeuvre la réforme.")
    assert [word(parsed, form).lemma for form in ("soeur", "oeuvre")] == ["sœur", "œuvre"]


def test_a_subjunctive_is_no_conditional(french: Annotator) -> None:
    parsed = parse(french, "Après que des miliciens aient attaqué une patrouille, l'alliance a réagi.")
    assert "Mood=Sub" in word(parsed, "aient").morph
