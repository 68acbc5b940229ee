"""English parses come out in Universal Dependencies, whatever the model calls things."""

from __future__ import annotations

import pytest

from kg.annotate import Annotator, load
from kg.model import Article, Parse


@pytest.fixture(scope="module")
def english() -> Annotator:
    return load("en")


def parse(annotator: Annotator, text: str) -> Parse:
    return next(annotator.parse([Article("t", text, annotator.lang)]))


def arcs(parsed: Parse) -> set[tuple[str, str, str]]:
    """Every word as (word, relation, governor)."""
    return {(token.text, token.dep, parsed.tokens[token.head].text) for token in parsed.tokens}


CASES = [
    ("The brewery is 44 percent owned by the bank.", {("brewery", "nsubj:pass", "owned"), ("bank", "obl:agent", "owned")}),
    ("The attack left 20 soldiers and an officer injured.", {("injured", "xcomp", "left")}),
    (
        "The president of France Emmanuel Macron resigned.",
        {("Macron", "nsubj", "resigned"), ("president", "compound", "Macron"), ("France", "nmod", "president")},
    ),
    (
        "Five people died when two cars packed with explosives went off near the barracks.",
        {("packed", "acl", "cars"), ("went", "advcl", "died"), ("cars", "nsubj", "went")},
    ),
    ("Two men appeared before a court in Leeds accused of spying.", {("accused", "advcl", "appeared")}),
    ("Ivan Petrov appeared before Varna District Court charged with bribery.", {("Court", "obl", "appeared")}),
    ("A man is due in court accused of killing two women.", {("accused", "advcl", "due")}),
    ("Lawmakers demanded the president fire the minister.", {("president", "nsubj", "fire"), ("fire", "ccomp", "demanded")}),
    ("Volkov Motors will cut 2,000 jobs, its biggest layoff in a decade.", {("layoff", "appos", "jobs")}),
    ("They freed the officials close to Marek Dolan who were held in May.", {("held", "acl:relcl", "officials")}),
    (
        "Police held six people, two of them soldiers, who had attacked the embassy.",
        {("attacked", "acl:relcl", "people"), ("soldiers", "appos", "people")},
    ),
    ("The report said 40 people had been killed and 6 million displaced.", {("million", "nsubj:pass", "displaced")}),
    (
        "The minister called for efforts to keep the truce, deepen ties and expand trade.",
        {("deepen", "conj", "keep"), ("expand", "conj", "keep")},
    ),
    (
        "Two were killed, the army said, and rebels seized a town, witnesses told the BBC.",
        {("told", "conj", "said"), ("seized", "ccomp", "told"), ("killed", "ccomp", "said")},
    ),
    (
        "The nurses were held at a camp, reported KUNA, the state agency.",
        {("KUNA", "nsubj", "reported"), ("held", "ccomp", "reported")},
    ),
    ("He warned in a letter that the bridge may collapse.", {("collapse", "ccomp", "warned"), ("that", "mark", "collapse")}),
    ("He died in a car that rebels attacked.", {("attacked", "acl:relcl", "car")}),
    ("They accused the police and the government of fraud.", {("fraud", "obl", "accused")}),
    (
        "The envoys were handed notes and told that they must leave.",
        {("told", "conj", "handed"), ("leave", "ccomp", "told")},
    ),
    ("Police arrested one of the men who was suspected of the killing.", {("suspected", "acl:relcl", "one")}),
    ("The carmaker said it's launched a new van.", {("'s", "aux", "launched"), ("it", "nsubj", "launched")}),
    (
        "The minister met with U.S. Ambassador to Kenya Peter Dolan.",
        {("Dolan", "obl", "met"), ("Kenya", "nmod", "Ambassador")},
    ),
    (
        "Police arrested the former mayor and governor of Bavaria, Peter Dolan, on Monday.",
        {("Dolan", "appos", "mayor"), ("Bavaria", "nmod", "governor")},
    ),
    ("It was seized by the paramilitary Norland Defence Forces.", {("paramilitary", "amod", "Forces")}),
    ("Ana Vidal will vote against Marek Dolan citing his record.", {("citing", "advcl", "vote"), ("Dolan", "obl", "vote")}),
    ("The union voted against the offer citing low pay.", {("citing", "advcl", "voted")}),
    ("The envoy called on the world to sanction the militia.", {("envoy", "nsubj", "called"), ("world", "obl", "called")}),
    ("The militia is designated a terrorist organisation.", {("organisation", "xcomp", "designated")}),
    (
        "Police are looking for a man who shot a woman, stole a car and fled to Ohio.",
        {("stole", "conj", "shot"), ("fled", "conj", "shot")},
    ),
    (
        "A court convicted two brothers who robbed a bank, killed a guard and wounded a clerk.",
        {("killed", "conj", "robbed"), ("wounded", "conj", "robbed")},
    ),
    (
        "Police arrested a man who shot a woman, searched his house and seized three guns.",
        {("searched", "conj", "arrested"), ("seized", "conj", "arrested")},
    ),
    (
        "Regulators grounded the jets after the Jan. 7, 2013, incident at the airport.",
        {("Jan.", "compound", "incident"), ("incident", "obl", "grounded")},
    ),
    (
        "Police arrested a man who stabbed a tourist and charged him with murder.",
        {("charged", "conj", "arrested"), ("stabbed", "acl:relcl", "man")},
    ),
    (
        "Investigators say the man bought a gun, drove to the school and shot three teachers.",
        {("drove", "conj", "bought"), ("bought", "ccomp", "say")},
    ),
    (
        "The union not only threatened a strike, it called for the resignation of the minister.",
        {("threatened", "root", "threatened"), ("called", "conj", "threatened")},
    ),
    (
        "Senator Anna Price said she would vote against Walker citing his lack of experience.",
        {("Walker", "obl", "vote"), ("against", "case", "Walker"), ("citing", "advcl", "vote")},
    ),
    ("Police said the men had met, discussed the plan and left.", {("discussed", "conj", "met"), ("left", "conj", "met")}),
    ("The union said it would fight, warned the mayor and left.", {("warned", "conj", "said"), ("fight", "ccomp", "said")}),
    ("On Friday defence chiefs emphasised they were ready.", {("Friday", "obl", "emphasised"), ("On", "case", "Friday")}),
    (
        "The president appointed Ana Vidal as minister of health and Marek Dolan as parliamentary secretary in May.",
        {("secretary", "nmod", "Dolan"), ("minister", "obl", "appointed")},
    ),
    ("Democrats have warned that the bill would benefit the rich and hurt the poor.", {("hurt", "conj", "benefit")}),
    (
        "The minister said the deal was a good one and praised the unions.",
        {("praised", "conj", "said"), ("one", "ccomp", "said")},
    ),
    (
        "Regulators charged a former official of Kelvor Communications with securities fraud.",
        {("fraud", "obl", "charged"), ("Communications", "nmod", "official")},
    ),
    (
        "Charles Selvin had told police he was sitting at home when a man entered the residence, hit him, and shot him.",
        {("hit", "conj", "entered"), ("shot", "conj", "entered")},
    ),
    ("Police broke up the protest using tear gas.", {("using", "advcl", "broke")}),
    ("The convoy was shot at on Monday.", {("at", "compound:prt", "shot"), ("Monday", "obl", "shot")}),
    (
        "The talks will resume on Friday, announced the foreign ministry.",
        {("announced", "root", "announced"), ("ministry", "nsubj", "announced"), ("resume", "ccomp", "announced")},
    ),
    (
        "Ivo Lander has said the election win was fraudulent, and claimed the tax was illegal.",
        {("claimed", "conj", "said"), ("fraudulent", "ccomp", "said")},
    ),
    ("It's the biggest landslide to hit this area since 2008, an official said.", {("hit", "acl", "landslide")}),
    (
        "A researcher from the Kelvian Academy of Science, a state-backed think tank, told reporters that rain fell.",
        {("tank", "appos", "Academy"), ("researcher", "nsubj", "told")},
    ),
    ("Dolan risks being convicted of fraud.", {("risks", "root", "risks"), ("convicted", "xcomp", "risks")}),
    (
        "In the east, a combined Afghan and NATO force killed one Afghan and wounded another.",
        {("force", "nsubj", "killed"), ("Afghan", "amod", "force"), ("NATO", "compound", "force")},
    ),
    (
        "A patrol, sent to check the road, had to avoid a bomb, Garver said.",
        {("patrol", "nsubj", "had"), ("had", "ccomp", "said"), ("Garver", "nsubj", "said")},
    ),
    (
        "Ansar al-Haqq pledged allegiance to al-Qaeda last year.",
        {("al-Qaeda", "obl", "pledged"), ("to", "case", "al-Qaeda"), ("year", "obl:tmod", "pledged")},
    ),
    (
        "A suicide bomber plowed into an army convoy in Mosul, wounding five soldiers.",
        {("plowed", "root", "plowed"), ("bomber", "nsubj", "plowed"), ("convoy", "obl", "plowed")},
    ),
    (
        "The minister told parliament that the bridge was unsafe and said it would be closed.",
        {("said", "conj", "told"), ("unsafe", "ccomp", "told")},
    ),
    (
        "The mother pleaded with the kidnappers to free her son.",
        {("free", "xcomp", "pleaded"), ("kidnappers", "obl", "pleaded")},
    ),
    (
        "The officer killed Thursday was one of two sent to the motel.",
        {("officer", "nsubj", "one"), ("killed", "acl", "officer")},
    ),
    (
        "The president dismissed the prime minister, appointed a new prime minister, and dissolved parliament.",
        {("dissolved", "conj", "dismissed"), ("parliament", "obj", "dissolved")},
    ),
    (
        "Officers Sean Clark and Jeff Shelton died on Sunday.",
        {("Officers", "compound", "Clark"), ("Clark", "nsubj", "died"), ("Shelton", "conj", "Clark")},
    ),
    (
        "Chinese Ambassador to Seoul Xing Haiming left the building.",
        {("Haiming", "nsubj", "left"), ("Ambassador", "compound", "Haiming"), ("Seoul", "nmod", "Ambassador")},
    ),
    (
        "His brother-in-law Karim Haddad was arrested on Tuesday.",
        {("brother", "nsubj:pass", "arrested"), ("Haddad", "appos", "brother")},
    ),
    (
        "A landslide that has killed at least 17 people reached the coast.",
        {("people", "obj", "killed"), ("landslide", "nsubj", "reached")},
    ),
    (
        "The army used to patrol the road, villagers said.",
        {("used", "aux", "patrol"), ("army", "nsubj", "patrol"), ("patrol", "ccomp", "said")},
    ),
    (
        "The rebels appointed Colonel Musa Keita the military governor of Gao.",
        {("Keita", "obj", "appointed"), ("governor", "xcomp", "appointed")},
    ),
    (
        "The board named Anna Weber the chief executive of the bank.",
        {("named", "root", "named"), ("board", "nsubj", "named"), ("executive", "xcomp", "named")},
    ),
    (
        "Secretary of State John Kerry and Defense Secretary Ash Carter met the king in Amman.",
        {("Kerry", "nsubj", "met"), ("Carter", "conj", "Kerry"), ("Defense", "compound", "Secretary")},
    ),
    (
        "We urge our partners to help the SRTF fulfill its important mission.",
        {("SRTF", "obj", "help"), ("fulfill", "xcomp", "help"), ("mission", "obj", "fulfill")},
    ),
    (
        "I want to congratulate the Kurds who fought for Kobani and thank France for its help.",
        {("thank", "conj", "congratulate"), ("fought", "acl:relcl", "Kurds")},
    ),
    (
        "The automakers pleaded before the Senate to be given 14 billion dollars.",
        {("Senate", "obl", "pleaded"), ("given", "advcl", "pleaded")},
    ),
    (
        "The minister was killed by gunmen on Tuesday.",
        {
            ("minister", "nsubj:pass", "killed"),
            ("was", "aux:pass", "killed"),
            ("gunmen", "obl:agent", "killed"),
            ("by", "case", "gunmen"),
            ("Tuesday", "obl", "killed"),
            ("on", "case", "Tuesday"),
            ("killed", "root", "killed"),
        },
    ),
    (
        "The hospital was hit by an airstrike by the air force.",
        {("airstrike", "obl:agent", "hit"), ("force", "nmod", "airstrike")},
    ),
    ("The mayor was found guilty of corruption by a court in Nice.", {("court", "obl:agent", "found")}),
    (
        "She is a spokeswoman for the army.",
        {
            ("She", "nsubj", "spokeswoman"),
            ("is", "cop", "spokeswoman"),
            ("spokeswoman", "root", "spokeswoman"),
            ("army", "nmod", "spokeswoman"),
        },
    ),
    (
        "An aide has called on the company to halve its dividend, cut executive pay and sell the port.",
        {("halve", "xcomp", "called"), ("sell", "conj", "halve")},
    ),
    (
        "Today, multiple attacks, also claimed by Al-Shabaab, have killed at least 35 civilians.",
        {("attacks", "nsubj", "killed"), ("claimed", "acl", "attacks"), ("Al-Shabaab", "obl:agent", "claimed")},
    ),
    ("The US sent Ukraine weapons.", {("Ukraine", "iobj", "sent"), ("weapons", "obj", "sent")}),
    (
        "Apple released the iPhone 4, the iPad 2 and a music service.",
        {("iPhone", "obj", "released"), ("iPad", "conj", "iPhone"), ("service", "conj", "iPhone")},
    ),
    (
        "They accused the minister of the interior of corruption.",
        {("corruption", "obl", "accused"), ("interior", "nmod", "minister")},
    ),
    (
        "The ministry denied that any base had been damaged and accused Kyiv of attacking the port.",
        {("damaged", "ccomp", "denied"), ("accused", "conj", "denied")},
    ),
    (
        "Rebels attacked a hospital in Oslo and a checkpoint near Varna.",
        {("hospital", "obj", "attacked"), ("checkpoint", "conj", "hospital")},
    ),
    ("Apple releases Macbook", {("Macbook", "obj", "releases")}),
    ("Mary Maran appointed as Nokia chief", {("Maran", "nsubj:pass", "appointed")}),
    ("The police arrested and questioned John Smith in London.", {("police", "nsubj", "arrested")}),
    (
        "Norvex Corporation (NVX), an American lender which has filed for bankruptcy, said on Friday it had to close.",
        {("Corporation", "nsubj", "said"), ("said", "root", "said")},
    ),
    (
        "Protests against tax increases left at least 39 people dead in Kenya in June.",
        {("Protests", "nsubj", "left"), ("left", "root", "left"), ("dead", "xcomp", "left")},
    ),
    (
        "A rumour that the hackers had published the files is false.",
        {("published", "acl", "rumour"), ("that", "mark", "published")},
    ),
    (
        "Turkish officials said no foreign assistance was needed.",
        {("assistance", "nsubj:pass", "needed"), ("needed", "ccomp", "said")},
    ),
    ("It is in the capital.", {("is", "cop", "capital"), ("in", "case", "capital"), ("capital", "root", "capital")}),
    ("There are 2,500 soldiers in Iraq.", {("There", "expl", "are"), ("soldiers", "nsubj", "are")}),
    ("He accused them of bombing a school.", {("bombing", "advcl", "accused"), ("of", "mark", "bombing")}),
    (
        "Dozens died in bombings that targeted bus stations.",
        {("targeted", "acl:relcl", "bombings"), ("stations", "obj", "targeted")},
    ),
    (
        "An attack that targeted mourners killed 12 people.",
        {("attack", "nsubj", "killed"), ("targeted", "acl:relcl", "attack"), ("mourners", "obj", "targeted")},
    ),
    ("Several bombings targeted bus stations.", {("bombings", "nsubj", "targeted"), ("stations", "obj", "targeted")}),
    ("The Popular Mobilization Forces, backed by Iran, retook Tikrit.", {("Tikrit", "obj", "retook")}),
    (
        "Mosul, Iraq's second-largest city, fell to ISIL in June 2014.",
        {("Mosul", "nsubj", "fell"), ("city", "appos", "Mosul")},
    ),
    ("General Motors named Ana Vidal chief executive.", {("Ana", "obj", "named"), ("executive", "xcomp", "named")}),
    (
        "Paul Dolan, an expert at Stanford University, who stated that firms fail, left.",
        {("stated", "acl:relcl", "expert")},
    ),
    (
        "A jury acquitted the captain of the ferry Osprey of killing 31 passengers.",
        {("killing", "advcl", "acquitted"), ("captain", "obj", "acquitted")},
    ),
    ("The battle saw 120 soldiers killed.", {("soldiers", "obj", "saw"), ("killed", "xcomp", "saw")}),
    ("It is said that they left.", {("It", "expl", "said")}),
    ("It took three days to find the crew.", {("It", "expl", "took")}),
    ("The plane will be late, it was announced.", {("it", "expl", "announced")}),
    ("It was decided to close the school.", {("It", "expl", "decided")}),
    ("It was appropriate for someone else to lead the bank.", {("It", "expl", "appropriate")}),
    ("It was ordered to pay the workers.", {("It", "nsubj:pass", "ordered")}),
    (
        "More than 50 migrants drowned when their boat sank, the agency said on Friday.",
        {("agency", "nsubj", "said"), ("drowned", "ccomp", "said"), ("migrants", "nsubj", "drowned")},
    ),
    ("The fighting displaced 40,000 people.", {("people", "obj", "displaced")}),
    ("Shares fell 5 percent.", {("percent", "obl", "fell")}),
    ("The court found two bankers guilty.", {("bankers", "obj", "found"), ("guilty", "xcomp", "found")}),
    ("Kurdish forces battled IS fighters.", {("fighters", "obj", "battled"), ("IS", "compound", "fighters")}),
    ("London no longer trains them.", {("no", "advmod", "trains"), ("longer", "fixed", "no")}),
    ("They carried out an attack.", {("out", "compound:prt", "carried"), ("attack", "obj", "carried")}),
    (
        "Israel's strikes killed at least 12 civilians last week.",
        {("Israel", "nmod:poss", "strikes"), ("'s", "case", "Israel"), ("week", "obl:tmod", "killed")},
    ),
    ("He made them leave.", {("them", "obj", "made"), ("leave", "xcomp", "made")}),
    (
        "Neither he nor she came out of the house.",
        {("she", "conj", "he"), ("nor", "cc", "she"), ("house", "obl", "came"), ("out", "case", "house")},
    ),
    ("The army will not withdraw.", {("will", "aux", "withdraw"), ("not", "advmod", "withdraw")}),
    ("The co-founder and former chief of Marel Inc. Steve Dolan died.", {("Dolan", "appos", "co-founder")}),
    ("They want to free Dabiq.", {("free", "xcomp", "want"), ("to", "mark", "free"), ("Dabiq", "obj", "free")}),
    ("He found a way to send the message.", {("send", "acl", "way")}),
    ("Karbouly told the tribunal that he was innocent.", {("Karbouly", "nsubj", "told"), ("was", "cop", "innocent")}),
    ("Pro-Russian rebels re-elected Jean-Claude Marel.", {("Pro-Russian", "amod", "rebels")}),
    ("The war, which began in 2014, ended.", {("began", "acl:relcl", "war"), ("which", "nsubj", "began")}),
    (
        "Lawmakers approved by 310 votes to 112 a bill on flights.",
        {("112", "nmod", "votes"), ("bill", "obj", "approved"), ("votes", "obl", "approved")},
    ),
    (
        "The new law forces companies to publish their emissions.",
        {("law", "nsubj", "forces"), ("companies", "obj", "forces"), ("publish", "xcomp", "forces")},
    ),
    (
        "The price of oil rose as fighting in the Middle East continued.",
        {("price", "nsubj", "rose"), ("fighting", "nsubj", "continued"), ("continued", "advcl", "rose")},
    ),
    (
        "The ministry announced the measures and Minister Paul Dufour said that they would cost money.",
        {("said", "conj", "announced"), ("measures", "obj", "announced")},
    ),
    (
        "The service said it had foiled a plot by Norvia to kill an officer.",
        {("kill", "acl", "plot"), ("Norvia", "nmod", "plot")},
    ),
    (
        "Turkey has until the end of June to implement the reforms.",
        {("Turkey", "nsubj", "has"), ("end", "obl", "has"), ("implement", "xcomp", "has")},
    ),
    (
        "An arsonist set fire to a synagogue in Melbourne.",
        {("An", "det", "arsonist"), ("arsonist", "nsubj", "set"), ("fire", "obj", "set")},
    ),
    (
        "Two trains collided head-on in the eastern state of Varna on Friday, killing 28 people.",
        {("head", "advmod", "collided"), ("on", "fixed", "head")},
    ),
    (
        "The jury found Sam Halden-Fried guilty of fraud on Thursday.",
        {("guilty", "xcomp", "found"), ("fraud", "obl", "guilty")},
    ),
    (
        "A consortium led by the investment firm Halden has bid $5 billion for the operator.",
        {("consortium", "nsubj", "bid"), ("Halden", "appos", "firm")},
    ),
    (
        "The pope appealed to the warring parties for a ceasefire.",
        {("parties", "obl", "appealed"), ("ceasefire", "obl", "appealed")},
    ),
    (
        "The fire, thought to have been started deliberately, gutted the library.",
        {("fire", "nsubj", "gutted"), ("thought", "acl", "fire")},
    ),
    ("Also killed in the attack was Omar Saleh, a commander of the group.", {("Saleh", "nsubj:pass", "killed")}),
    (
        "Norvia's defence ministry said its forces had hit a command post and denied targeting civilians.",
        {("denied", "conj", "said"), ("hit", "ccomp", "said")},
    ),
    (
        "The prosecutor said his brother had robbed the bank and threatened a clerk.",
        {("threatened", "conj", "robbed")},
    ),
    (
        "The ministry confirmed the delivery of tanks to Poland, which was announced in May.",
        {("announced", "acl:relcl", "delivery")},
    ),
    ("He was born in Norway, which was occupied by Germany.", {("occupied", "acl:relcl", "Norway")}),
    (
        "The Ministry of the Interior's Rapid Response Division arrested two men in Basra.",
        {("Division", "nsubj", "arrested"), ("Ministry", "nmod:poss", "Division"), ("Interior", "nmod", "Ministry")},
    ),
    (
        "Dozens of residents protested outside city hall on Thursday night, demanding that the school be renamed.",
        {("hall", "obl", "protested"), ("outside", "case", "hall")},
    ),
    (
        "A ferry carrying 200 passengers capsized on the Congo River.",
        {("ferry", "nsubj", "capsized"), ("carrying", "acl", "ferry"), ("River", "obl", "capsized")},
    ),
    ("Clashes between Thai and Cambodian troops killed 12 people.", {("troops", "nmod", "Clashes")}),
    (
        "Also arrested was the brother of the gunman.",
        {("brother", "nsubj:pass", "arrested")},
    ),
    (
        "The president's decision to pardon the officers drew criticism from the opposition.",
        {("decision", "nsubj", "drew"), ("officers", "obj", "pardon")},
    ),
    (
        '"Team, at my request the board has accepted my resignation," the executive wrote.',
        {("Team", "vocative", "accepted"), ("board", "nsubj", "accepted")},
    ),
    ("Norvia denied supplying weapons to Sarkand.", {("supplying", "xcomp", "denied"), ("weapons", "obj", "supplying")}),
    (
        "The firms, based in Turkey and Dubai, shipped engines to Iran.",
        {("firms", "nsubj", "shipped"), ("engines", "obj", "shipped"), ("based", "acl", "firms")},
    ),
    (
        "The group, led by a former officer, smuggled arms into Mali, a UN report said.",
        {("smuggled", "ccomp", "said"), ("report", "nsubj", "said"), ("group", "nsubj", "smuggled")},
    ),
    (
        "General Renner met with the Iraqi defence minister, Khalid al-Jubouri, in Baghdad on Saturday to review plans.",
        {("al-Jubouri", "appos", "minister"), ("Baghdad", "obl", "met"), ("review", "advcl", "met")},
    ),
    (
        "Prosecutors charged nine people, among them two businessmen, with fraud.",
        {("fraud", "obl", "charged"), ("people", "obj", "charged")},
    ),
    (
        "The presidential election held on 12 May, which was won by Petar Ivkov, was peaceful.",
        {("won", "acl:relcl", "election"), ("held", "acl", "election")},
    ),
    ("Moscow described the allegations as unfounded.", {("unfounded", "obl", "described"), ("as", "case", "unfounded")}),
    ("Omar Haddad was among those arrested.", {("arrested", "root", "arrested"), ("Haddad", "nsubj:pass", "arrested")}),
    ("Among the dead were two Italian engineers.", {("dead", "root", "dead"), ("engineers", "nsubj", "dead")}),
    ("The commander was killed along with three fighters.", {("fighters", "conj", "commander"), ("with", "cc", "fighters")}),
    (
        "The drones that Russia has used to attack Ukrainian cities are built in Isfahan.",
        {("that", "obj", "used"), ("cities", "obj", "attack")},
    ),
    (
        "In the past 24 hours coalition military forces conducted nine strikes against Da'esh in Iraq and Syria.",
        {("hours", "obl", "conducted"), ("forces", "nsubj", "conducted")},
    ),
    (
        "The ban hampers the fight against militants, who bombed a hotel in the capital, Marko, on 9 June, killing 22.",
        {("June", "obl", "bombed"), ("Marko", "appos", "capital")},
    ),
    (
        "Doyle said Hart had called Egyptian Foreign Minister Sameh Fahmy to thank Egypt for opening the crossing.",
        {("Fahmy", "obj", "called"), ("thank", "advcl", "called")},
    ),
    ("The envoy discussed the ceasefire with Houthi officials in Muscat.", {("officials", "obl", "discussed")}),
    (
        "Australian Deputy Prime Minister and Defence Minister Laura Hayes arrived in Tokyo.",
        {("Minister", "nsubj", "arrived"), ("Hayes", "appos", "Minister")},
    ),
    ("Pre-tax profit increased from £277m to £384m.", {("m", "obl", "increased"), ("to", "case", "m")}),
    (
        "Shares of Norvex were up 3 percent at $40 on Tuesday.",
        {("were", "root", "were"), ("up", "advmod", "were"), ("Shares", "nsubj", "were")},
    ),
    (
        "The airline ordered 20 jets worth $3 billion at list prices.",
        {("jets", "obj", "ordered"), ("worth", "amod", "jets")},
    ),
    (
        "The army pushed back an offensive by the rebel militia on Friday.",
        {("militia", "nmod", "offensive"), ("offensive", "obj", "pushed")},
    ),
    (
        "Heavy shelling damaged the hospital.",
        {("Heavy", "amod", "shelling"), ("shelling", "nsubj", "damaged")},
    ),
    (
        "Police arrested 12 men in Varna after a raid on a club and 14 men in Dorval.",
        {("men", "conj", "men"), ("Dorval", "nmod", "men")},
    ),
    (
        "The group has killed thousands and displaced millions of Nigerians.",
        {("displaced", "conj", "killed"), ("millions", "obj", "displaced")},
    ),
    (
        "Troops are stationed in Varna province, Kamil Orsan, a doctor working for the army, told Norpress.",
        {("Orsan", "nsubj", "told"), ("stationed", "ccomp", "told")},
    ),
    (
        "The rebels killed 43 police and members of a militia.",
        {("militia", "nmod", "members"), ("members", "conj", "police")},
    ),
    (
        "They battled militants who were holding hostages and reported to have murdered two drivers.",
        {("reported", "acl", "militants"), ("holding", "acl:relcl", "militants")},
    ),
    (
        "Activists and the mission have accused Sadala's forces of raping or sexually mutilating at least 150 women.",
        {("raping", "advcl", "accused"), ("mutilating", "conj", "raping")},
    ),
    (
        "The blast, later claimed by the Black Brigade, killed 20.",
        {("claimed", "acl", "blast"), ("blast", "nsubj", "killed")},
    ),
    (
        "She welcomed the news that rebel forces liberated the town of Dabiq, aided by strong support from Chad.",
        {("aided", "advcl", "liberated")},
    ),
    (
        "The militants on the Syrian side of the border fired rockets at Turkey.",
        {
            ("militants", "nsubj", "fired"),
            ("rockets", "obj", "fired"),
            ("border", "nmod", "side"),
            ("Turkey", "obl", "fired"),
        },
    ),
    (
        "Sony's decision to sell its German unit angered Nokia.",
        {("decision", "nsubj", "angered"), ("Nokia", "obj", "angered")},
    ),
    ("Ford received AU$40 million from the state.", {("AU$", "advmod", "million")}),
    (
        "Today, multiple attacks, also claimed by the rebels, have killed ten civilians.",
        {("claimed", "acl", "attacks"), ("attacks", "nsubj", "killed")},
    ),
    (
        "The army moved forces towards Misrata, which is allied to the government, officials and residents said.",
        {("officials", "nsubj", "said"), ("residents", "conj", "officials")},
    ),
    (
        "Two commanders of the eastern forces trying to take the capital Tripoli from the government were killed on Friday "
        "in a drone strike, officials said.",
        {("trying", "acl", "commanders"), ("killed", "ccomp", "said")},
    ),
    (
        "They restored the government of President Ivo Sand, which resigned in May.",
        {("resigned", "acl:relcl", "government")},
    ),
    (
        "Nokia beat rivals BlackBerry and Motorola.",
        {("BlackBerry", "obj", "beat"), ("rivals", "compound", "BlackBerry"), ("Motorola", "conj", "BlackBerry")},
    ),
    (
        "Shares fell as the firm beat rivals BMW and Audi.",
        {("beat", "advcl", "fell"), ("firm", "nsubj", "beat"), ("BMW", "obj", "beat"), ("as", "mark", "beat")},
    ),
    (
        "The collapse of Arcandor and the acquisition of Karstadt by Berggruen changed the sector.",
        {("acquisition", "conj", "collapse"), ("Karstadt", "nmod", "acquisition")},
    ),
    ("The regulator launched an investigation into fraud by Barclays.", {("Barclays", "nmod", "fraud")}),
    ("Airbus agreed to pay a fine to settle the case and sacked three managers.", {("sacked", "conj", "agreed")}),
    ("The bank's chairman refused to resign and accused regulators of leaking documents.", {("accused", "conj", "refused")}),
    ("The S&P 500 closed 0.09% higher at 4,137.04.", {("higher", "advmod", "closed")}),
    (
        "Norvia called for Dorland not to support the rebels.",
        {("Dorland", "nsubj", "support"), ("support", "ccomp", "called")},
    ),
    (
        "The airline announced that nearly all flights had been cancelled, CNN reports.",
        {("announced", "ccomp", "reports"), ("cancelled", "ccomp", "announced"), ("CNN", "nsubj", "reports")},
    ),
    (
        "The central bank cut rates from 5 percent to 4 percent.",
        {("cut", "root", "cut"), ("bank", "nsubj", "cut"), ("rates", "obj", "cut"), ("percent", "obl", "cut")},
    ),
    (
        "Machinists at the company's factories in Seattle and Portland, Oregon on Thursday voted to strike.",
        {("Oregon", "appos", "Portland"), ("Portland", "conj", "Seattle"), ("Machinists", "nsubj", "voted")},
    ),
    (
        "The bank had its credit rating cut to junk by Fitch.",
        {("cut", "acl", "rating"), ("rating", "obj", "had"), ("Fitch", "obl:agent", "cut")},
    ),
    (
        "The suspect allegedly then shot the clerk.",
        {("allegedly", "advmod", "shot"), ("then", "advmod", "shot")},
    ),
    (
        "The search has been stepped up to arrest the other suspects.",
        {("arrest", "advcl", "stepped")},
    ),
    (
        "Halden pleaded guilty to fraud and was given a community order and ordered to pay the costs.",
        {("ordered", "conj", "given"), ("pay", "xcomp", "ordered")},
    ),
    (
        "Twenty priests have been accused of sexually abusing minors.",
        {("abusing", "advcl", "accused"), ("minors", "obj", "abusing")},
    ),
    (
        "The court heard the case of Alan Whitby, 19, of Elm Close, Lytham, who is studying law at Leeds University.",
        {("studying", "acl:relcl", "Whitby")},
    ),
    ("Thousands protested against the pension reform in the streets of Oslo.", {("streets", "obl", "protested")}),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_arcs(english: Annotator, text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= arcs(parse(english, text))


def test_lemmas_and_features(english: Annotator) -> None:
    tokens = {t.text: t for t in parse(english, "The rebels re-elected him. He will leave. The men were killed.").tokens}
    assert [tokens[w].lemma for w in ("rebels", "re-elected", "will", "men", "were", "killed", "him")] == [
        "rebel", "re-elect", "will", "man", "be", "kill", "he",
    ]  # fmt: skip
    assert tokens["will"].dep == "aux"
    assert tokens["men"].has("Number=Plur")
    assert tokens["re-elected"].has("Tense=Past")


def test_text_may_end_with_a_quotation_mark(english: Annotator) -> None:
    assert [token.text for token in parse(english, 'He left. "').tokens][-1] == '"'


def test_plural_of_a_name_has_the_lemma_of_the_noun(english: Annotator) -> None:
    lemmas = {token.text: (token.lemma, token.pos) for token in parse(english, "The Al-Nour Brigades left.").tokens}
    assert lemmas["Brigades"] == ("Brigade", "PROPN")


def test_relative_pronouns_are_told_from_questions(english: Annotator) -> None:
    parsed = parse(english, "The man who left asked who had won.")
    assert [t.morph for t in parsed.tokens if t.text == "who"] == ["PronType=Rel", "PronType=Int"]


def test_no_clearnlp_label_is_left(english: Annotator) -> None:
    text = " ".join(text for text, _ in CASES)
    old = {"prep", "pobj", "dobj", "attr", "acomp", "agent", "nsubjpass", "auxpass", "neg", "poss", "relcl", "ROOT"}
    assert not old & {token.dep for token in parse(english, text).tokens}


def test_children_are_the_inverse_of_heads(english: Annotator) -> None:
    parsed = parse(english, " ".join(text for text, _ in CASES))
    for i, below in enumerate(parsed.children):
        assert list(below) == [t.i for t in parsed.tokens if t.head == i and t.i != i]


def test_participles_and_presents_are_known_by_their_form_and_subject(english: Annotator) -> None:
    told = parse(english, "A priest taken hostage by the rebels has died. Kinshasa and the UN accuse the group.")
    tokens = {token.text: token for token in told.tokens}
    assert tokens["taken"].has("VerbForm=Part")
    assert tokens["accuse"].has("Tense=Pres")


def test_a_verb_without_s_behind_that_tells_what_is_wanted(english: Annotator) -> None:
    wanted = parse(english, "The defendants insist that the prince testify in this case.")
    told = parse(english, "The defendants insist that the prince testifies.")
    bare = parse(english, "Protesters demanded that the president resign.")
    assert [(token.pos, token.dep) for token in bare.tokens if token.text == "resign"] == [("VERB", "ccomp")]
    assert [token.text for token in wanted.tokens if token.has("Mood=Sub")] == ["testify"]
    assert not any(token.has("Mood=Sub") for token in told.tokens)
