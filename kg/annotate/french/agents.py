"""Who does it in a French passive or causative: "tué par des soldats", "a fait libérer"."""

from __future__ import annotations

from kg.annotate.french.accused import tells_case
from kg.annotate.french.signs import (
    VERBAL,
    is_attributing,
    is_infinitive,
    is_reflexive,
    names_actor,
    phrase_start,
    stands_in_infinitive,
)
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle, is_person
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language
from kg.model import OBLIQUES

AGENT_CASES = ("par", "de")
AGENTS = ("obl:agent", "obl", "obl:arg", "nmod")  # what the parser makes of agents
NOT = "non"
PERCENT = "%"
BEFORE_DEEDS = ("obl:agent", "obl:arg", "obl", "acl", "amod")  # how whom a phrase stands behind that tells of the deed hangs
NOMINATIVE = ("il", "ils", "elle", "elles", "on")


def mend_agents(tree: Tree, parsing: Parsing) -> None:
    """Keep `obl:agent` for those who act, and find agents that hang too low: "tué mardi à Tirna par des soldats"."""
    for i, dep in enumerate(tree.dep):
        if dep not in AGENTS:
            continue
        case = _simple_case(tree, i)
        if case == "par" and (lasted := _lasting_deed(tree, i, parsing)) is not None:
            tree.move(i, lasted, "nmod")
        elif dep == "obl:agent" and tree.lemma[tree.head[i]] not in parsing.temporal and tree.pos[tree.head[i]] != "NUM":
            worn = case == "de" and tree.lemma[tree.head[i]] in parsing.outfits  # "habillée d'un manteau"
            if worn or case not in AGENT_CASES or _is_no_agent(tree, i, parsing) or tree.pos[i] not in NOMINAL:
                tree.dep[i] = "obl:mod" if not worn and _is_manner(tree, i) else "obl"
            elif (participle := participle_between(tree, i) or _passive_around(tree, i)) is not None:
                tree.move(i, participle, "obl:agent")
            elif (deed := _deed_before(tree, i) or _offence_before(tree, i)) is not None:
                tree.move(i, deed, "nmod")
            elif _is_anybodys(tree, i, parsing):
                tree.dep[i] = "obl:mod"
        elif case == "par" and tree.head[i] > i and (deed := _deed_of_subject(tree, i)) is not None:
            tree.move(i, deed, "nmod")
        elif case == "par" and dep != "nmod" and (deed := _deed_of_somebody(tree, i)) is not None:
            tree.move(i, deed, "nmod")
        elif case == "par" and not _is_no_agent(tree, i, parsing):
            verb = passive_above(tree, i, parsing)
            if verb is not None and tree.child(verb, "obl:agent") is None and tree.pos[i] in NOMINAL:
                tree.move(i, verb, "obl:agent")
        elif case == "par" and dep in ("obl", "obl:arg") and _is_manner(tree, i):
            tree.dep[i] = "obl:mod"


def _is_no_agent(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a noun behind "par" says how: "salué par milliers", but "salué par des milliers de fidèles"."""
    if tree.lemma[i] not in parsing.not_agents:
        return False
    article = tree.child(i, "det")
    some = article is not None and ("Definite=Ind" in tree.morph[article] or "Number=Plur" in tree.morph[i])
    if some and names_actor(tree, i):  # "par un groupe armé", not "par groupe"
        return False
    people = tree.child(i, "nmod") if tree.lemma[i] in parsing.collectives and tree.child(i, "det") is not None else None
    return people is None or not is_person(tree, people, language("fr"))


def _simple_case(tree: Tree, i: int) -> str:
    """The preposition of word `i` where it is one word: what is done "par crainte d'un attentat" is not done by one."""
    case = tree.child(i, "case")
    return "" if case is None or tree.child(case, "fixed") is not None else tree.lemma[case]


def raise_deeds(tree: Tree, parsing: Parsing) -> None:
    """Hang on the passive what somebody is accused of, not on who accuses: "accusé par Kiev d'avoir bombardé la gare".

    So does what one is threatened to undergo; but "hanté par la crainte d'être arrêté" tells what is feared.
    """
    controlling = language("fr").grammar.object_control
    for i, dep in enumerate(tree.dep):
        agent = tree.head[i]
        mark = tree.child(i, "mark") if dep == "acl" and tree.dep[agent] == "obl:agent" and agent < i else None
        if mark is None or tree.lemma[mark] != "de":
            continue
        verb, passive = tree.head[agent], tree.child(i, "aux:pass")
        undergone = passive is not None and is_infinitive(tree, passive) and tree.lemma[agent] not in parsing.contents
        if undergone or (stands_in_infinitive(tree, i) and tree.lemma[verb] in controlling):
            tree.move(i, verb, "xcomp")


def raise_from_agents(tree: Tree, parsing: Parsing, lemmas: Lemmas) -> None:
    """Give the verb what stands behind its agent and tells of the deed: "ouverte par le parquet pour meurtre".

    So where and when behind an agent of whom only is said that he is presumed or armed: "par des hommes armés à Kidal".
    """
    places = {preposition.split()[0] for preposition in language("fr").grammar.place_prepositions}
    for i, dep in enumerate(tree.dep):
        above = tree.head[i]
        if above > i or not (dep in OBLIQUES or dep == "nmod") or tree.dep[above] not in BEFORE_DEEDS:
            continue
        bare = not any(tree.dep[c] in ("det", "nummod") for c in tree.children[i])
        blamed = tree.dep[above] == "obl:agent" or tree.case(above) == "contre"  # "un mandat contre X pour fraude"
        if blamed and tree.case(i) == "pour" and bare and tree.pos[i] == "NOUN":
            if not tells_case(tree, above):  # "visé par deux plaintes pour vol"
                tree.move(i, tree.head[above], "obl")
        elif tree.dep[tree.head[above]] == "obl:agent":
            placed = tree.case(i) in places or tree.lemma[i] in parsing.temporal
            if placed and _only_qualifies(tree, above, parsing, lemmas):
                tree.move(i, tree.head[tree.head[above]], "obl")


def _only_qualifies(tree: Tree, participle: int, parsing: Parsing, lemmas: Lemmas) -> bool:
    """Whether a participle says no more of somebody than that he is presumed, or armed, or not known: "non identifiés"."""
    modal = language("fr").frames.modals.get((lemmas.lemma(tree.text[participle], "ADJ"), "adj"))
    presumed = modal is not None and "amod" in modal.governs
    denied = any(tree.lemma[c] == NOT and c == participle - 1 for c in tree.children[participle])
    return presumed or denied or lemmas.lemma(tree.text[participle], "VERB") in parsing.outfits


def mend_explained(tree: Tree) -> None:
    """Make an apposition of the "object" that a passive verb has behind its agent: "tué par son voisin, un chasseur"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "obj" or verb > i or tree.child(verb, "aux:pass") is None or tree.pos[i] not in NOMINAL:
            continue
        comma = phrase_start(tree, i) - 1
        if comma <= verb or tree.text[comma] != ",":
            continue
        noun = comma - 1
        while tree.head[noun] != verb and tree.head[noun] != noun and tree.head[noun] > verb:
            noun = tree.head[noun]
        if tree.pos[noun] in NOMINAL and tree.dep[noun].startswith(("obl", "conj")) and verb < noun < comma:
            tree.move(i, noun, "appos")


def _is_manner(tree: Tree, i: int) -> bool:
    """Whether a bare singular noun behind "par" says how, not by whom: "évacués par hélicoptère"."""
    single = tree.pos[i] == "NOUN" and "Number=Plur" not in tree.morph[i]
    return single and not any(tree.dep[c] in ("det", "nummod", "appos") for c in tree.children[i])


def free_targets(tree: Tree) -> None:
    """Hang under the verb what who acts is not on or against: "un raid mené par la coalition sur Hodeïda".

    So with "une plainte a été déposée par X contre Y", "l'attaque qu'a menée X contre Y".
    """
    for i, dep in enumerate(tree.dep):
        if dep != "nmod" or tree.case(i) not in ("sur", "contre"):
            continue
        actor = tree.head[i] if tree.dep[tree.head[i]] != "flat:name" else tree.head[tree.head[i]]
        while tree.dep[actor] in ("flat:name", "nmod") and tree.case(actor) in ("", None):
            actor = tree.head[actor]
        verb = tree.head[actor]
        if not verb < actor < i:
            continue
        if tree.case(i) == "sur":
            free = tree.dep[actor] == "obl:agent" and tree.dep[verb] == "acl"
        else:
            free = _is_told_of_event(tree, verb, actor) and not _opposes(tree, actor)
        if free:
            tree.move(i, verb, "obl")


def _opposes(tree: Tree, actor: int) -> bool:
    """Whether a noun names those who may stand against something themselves: "le collectif contre la loi"."""
    noun = language("fr").nouns.get(tree.lemma[actor])
    return noun is not None and bool(noun.flags & {"association", "international", "party", "protest"})


def _is_told_of_event(tree: Tree, verb: int, actor: int) -> bool:
    """Whether a verb tells who is behind an event noun: "plainte déposée par X", "l'attaque qu'a menée X"."""
    if tree.dep[actor] == "obl:agent":
        noun = tree.head[verb] if tree.dep[verb] == "acl" else tree.child(verb, "nsubj:pass")
    else:
        noun = tree.head[verb] if tree.dep[verb] == "acl:relcl" and tree.dep[actor] == "nsubj" else None
    return noun is not None and tree.lemma[noun] in language("fr").frames.nouns


def raise_scenes(tree: Tree) -> None:
    """Hang on the deed what stands behind whom it is attributed to: "une frappe attribuée aux rebelles à Marib".

    So the place, and whom it was "contre".
    """
    for i, dep in enumerate(tree.dep):
        case = tree.case(i) if dep in ("obl", "obl:arg", "nmod") else ""
        if case not in ("à", "en", "dans", "contre", "sur"):
            continue
        above = tree.head[i]
        blamed = (
            above if dep == "nmod" else max((c for c in tree.children[above] if c < i and tree.case(c) == "à"), default=-1)
        )
        participle = tree.head[blamed]
        if blamed < 0 or tree.dep[participle] != "acl" or not participle < blamed < i or tree.case(blamed) != "à":
            continue
        placed = tree.pos[i] == "PROPN" or any(tree.pos[c] == "PROPN" for c in tree.children[i])
        if (placed or case in ("contre", "sur")) and is_attributing(tree.lemma[participle]):
            tree.move(i, tree.head[participle], "nmod")


def _passive_around(tree: Tree, i: int) -> int | None:
    """The passive verb to which an agent belongs that hangs on its active infinitive: "interdits de sortir par X"."""
    infinitive = tree.head[i]
    above = tree.head[infinitive]
    active = is_infinitive(tree, infinitive) and not any(tree.dep[c].startswith("aux") for c in tree.children[infinitive])
    passive = tree.child(above, "aux:pass") is not None or _is_bare_passive(tree, above)
    asked = active and tree.dep[infinitive] == "xcomp" and passive
    return above if asked and above < infinitive < i and tree.child(above, "obl:agent") is None else None


def _deed_before(tree: Tree, i: int) -> int | None:
    """The noun of a deed to which an agent belongs that hangs on its verb: "inhumé après son assassinat par X"."""
    verb, noun = tree.head[i], _noun_of_deed(tree, i)
    if noun is None:
        return None
    owned = noun == _before(tree, i) and any("Poss=Yes" in tree.morph[c] for c in tree.children[noun])
    helped = tree.child(verb, "aux:pass") is not None or tree.child(verb, "aux:caus") is not None
    active = tree.child(verb, "nsubj") is not None and not helped
    return noun if owned or (active and not is_reflexive(tree, verb) and not _is_bare_passive(tree, verb)) else None


def _offence_before(tree: Tree, i: int) -> int | None:
    """The offence that who commits it makes another: "mis en examen pour meurtre par conjoint"."""
    noun = i - 2
    if noun < 1 or tree.text[i - 1] != "par" or not _is_manner(tree, i):
        return None
    noun = tree.head[noun] if tree.pos[noun] == "ADJ" else noun  # "violences volontaires par conjoint"
    bare = tree.pos[noun] == "NOUN" and tree.child(noun, "det") is None
    return noun if bare and tree.case(noun) == "pour" else None


def _lasting_deed(tree: Tree, i: int, parsing: Parsing) -> int | None:
    """The deed of which a length of time tells right before its doer: "libéré après un an de détention par X"."""
    deed = _before(tree, i)
    length = tree.head[deed]
    known = tree.case(i) == "par" and tree.dep[deed] == "nmod" and tree.child(deed, "det") is None
    lasted = known and length < deed and tree.lemma[length] in parsing.spans and tree.is_above(tree.head[length], i)
    return deed if lasted and _has_doer(tree.lemma[deed]) else None


def _deed_of_somebody(tree: Tree, i: int) -> int | None:
    """The deed before "par" of people hung on an active verb: "a enquêté après l'agression d'un élève par un autre"."""
    acts = tree.pos[i] == "PROPN" or names_actor(tree, i)
    return _deed_before(tree, i) if acts and tree.head[i] < i else None


def _deed_of_subject(tree: Tree, i: int) -> int | None:
    """The subject right before "par", a deed, before its verb: "le rachat de X par Y a été bloqué par Z"."""
    subject = next((c for c in tree.children[tree.head[i]] if tree.dep[c] in ("nsubj", "nsubj:pass") and c < i), None)
    beside = subject is not None and tree.is_above(subject, _before(tree, i)) and tree.pos[subject] == "NOUN"
    return subject if beside and subject is not None and _has_doer(tree.lemma[subject]) else None


def _is_anybodys(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether an agent may be of the deed before it as well: "évacuée après le bombardement de la gare par X".

    Of an arrest it is: "arrêté après le vol du bijou par la police".
    """
    verb, noun = tree.head[i], _noun_of_deed(tree, i)
    if noun is None or tree.lemma[verb] in parsing.of_people:
        return False
    charged = tree.case(noun) == "pour"  # "condamné pour le meurtre de X par le tribunal"
    return not charged and any(tree.case(c) == "de" for c in tree.children[noun] if noun < c < i)


def _before(tree: Tree, i: int) -> int:
    """The word before the phrase of noun i."""
    return min([i, *tree.children[i]]) - 1


def _noun_of_deed(tree: Tree, i: int) -> int | None:
    """The noun right before "par", or of which the words before it are, that hangs on the same verb and may have a doer."""
    verb = tree.head[i]
    noun = before = _before(tree, i)
    while tree.pos[noun] in NOMINAL and tree.head[noun] not in (verb, noun):
        noun = tree.head[noun]
    if tree.case(i) != "par" or tree.pos[noun] != "NOUN" or not tree.dep[noun].startswith(("obl", "obj")):
        return None
    return noun if tree.head[noun] == verb and verb < noun <= before and _has_doer(tree.lemma[noun]) else None


def _has_doer(noun: str) -> bool:
    """Whether a noun tells a deed whose doer stands behind "par"."""
    frames = (frame for _, frame in language("fr").frames.nouns.get(noun, ()))
    slots = (slot for frame in frames for role, slots in frame.noun_roles if role == "agent" for slot in slots)
    return any("par" in slot.prepositions for slot in slots)


def participle_between(tree: Tree, i: int) -> int | None:
    """The participle to which an agent belongs that hangs on an active verb: "a libéré les otages détenus par X"."""
    verb = tree.head[i]
    if tree.child(verb, "aux") is None or tree.child(verb, "aux:pass") is not None or is_reflexive(tree, verb):
        return None
    nouns = [c for c in tree.children[verb] if verb < c < i and tree.dep[c] in ("obj", "obl", "obl:arg")]
    bare = [c for noun in nouns for c in tree.children[noun] if noun < c < i and tree.dep[c] == "acl"]
    return next((c for c in bare if "Tense=Past" in tree.morph[c] and tree.child(c, "obl:agent") is None), None)


def passive_above(tree: Tree, i: int, parsing: Parsing) -> int | None:
    """The passive verb or participle that a phrase with "par" belongs to, over a place or a time at most."""
    above, before = tree.head[i], _before(tree, i)
    if above <= before and _is_bare_passive(tree, before):
        return before  # "la ville tenue par les rebelles"
    if tree.dep[i] == "nmod" and above < i and _is_bare_passive(tree, above):
        return above  # "Suivie de près par Ana, elle …"
    said = (c for c in tree.children[above] if above < c < i and tree.dep[c] == "acl" and _is_bare_passive(tree, c))
    if tree.dep[i] == "nmod" and (behind := next((c for c in said if tree.is_above(c, before)), None)) is not None:
        return behind  # "un missile tiré du Yémen par les rebelles"
    low = tree.case(above) == "de" or tree.lemma[above] in parsing.not_agents  # "remplacé par intérim par Ana Vidal"
    if tree.case(above) == "pour" and tree.child(above, "det") is None:
        low |= tree.child(i, "det") is not None  # "a été arrêté pour vol par la police"
    told = tree.dep[i] == "nmod" and low and tree.dep[above].startswith("obl")
    if told and tree.child(tree.head[above], "aux:pass") is not None:  # "a été prévenu de la crue par le maire"
        return tree.head[above]
    given = tree.dep[i] == "nmod" and tree.case(above) in ("à", "avec") and tree.dep[above] in OBLIQUES
    given = given and not _has_doer(tree.lemma[above])
    if given and _is_bare_passive(tree, tree.head[above]) and tree.is_above(tree.head[above], i):
        return tree.head[above]  # "le piège tendu à l'armée par les rebelles", "enlevé avec son fils par"
    done_to = tree.dep[above] == "obj" and tree.child(tree.head[above], "aux:caus") is not None
    if done_to and tree.dep[i] == "nmod" and not _has_doer(tree.lemma[above]):  # "a fait arrêter X par la police"
        return tree.head[above]
    judged = tree.head[tree.head[above]]  # "a été reconnu coupable de corruption par le tribunal"
    found = tree.dep[tree.head[above]] == "xcomp" and tree.child(judged, "aux:pass") is not None
    if found and tree.dep[i] == "nmod" and tree.case(above) == "de" and tree.child(above, "det") is None:
        return judged
    if tree.dep[i] == "nmod" or tree.pos[above] in NOMINAL:
        known = tree.pos[above] in ("PROPN", "NUM") or tree.lemma[above] in parsing.temporal
        known = known or tree.text[above] == PERCENT  # "détenu à 44 % par la banque"
        if not (known or _is_mere_place(tree, above) or _is_occasion(tree, above)) or above > i:
            return None
        above = tree.above_nouns(above)
    if tree.pos[above] != "VERB" or above > i:
        return None
    passive = tree.child(above, "aux:pass") is not None or tree.child(above, "aux:caus") is not None
    return above if passive or _is_bare_passive(tree, above) else None


def _is_bare_passive(tree: Tree, i: int) -> bool:
    """Whether a word is a past participle that qualifies a noun."""
    past = is_past_participle(tree, i)
    opens = tree.dep[i] == "advcl" and tree.first[i] and tree.lemma[i] not in language("fr").grammar.be_perfect
    return past and tree.pos[i] == "VERB" and (tree.dep[i] in ("acl", "amod") or opens)  # "Vaincus en mai par X, ils …"


def _is_mere_place(tree: Tree, noun: int) -> bool:
    """Whether a noun under a passive with "être" says where, and tells no event: "abattus dans leur véhicule par X"."""
    oblique = tree.dep[noun].startswith("obl") and tree.case(noun) in ("dans", "sur", "devant", "chez")
    passive = tree.child(tree.head[noun], "aux:pass") is not None
    return oblique and passive and tree.lemma[noun] not in language("fr").frames.nouns


def _is_occasion(tree: Tree, noun: int) -> bool:
    """Whether a noun under a passive with "être" tells when it was done, and not to whom: "battu à l'élection par X"."""
    oblique = tree.dep[noun].startswith("obl") and tree.case(noun) in ("à", "en") and tree.pos[noun] == "NOUN"
    passive = tree.child(tree.head[noun], "aux:pass") is not None
    known = any("Definite=Def" in tree.morph[c] for c in tree.children[noun] if tree.dep[c] in ("case", "det"))
    return oblique and passive and known and not any(tree.case(c) == "de" for c in tree.children[noun])


def _is_of_self(tree: Tree, verb: int) -> bool:
    """Whether a reflexive pronoun stands with a verb or with the infinitive that it was hung on: "s'est vu reprocher"."""
    return is_reflexive(tree, verb) or (tree.dep[verb] == "dep" and is_reflexive(tree, tree.head[verb]))


def mend_causatives(tree: Tree) -> None:
    """Make auxiliaries of "faire" and a reflexive "voir" before an infinitive: "a fait libérer", "s'est vu refuser"."""
    for i, lemma in enumerate(tree.lemma):
        if tree.pos[i] not in VERBAL or not (lemma == "faire" or (lemma == "voir" and _is_of_self(tree, i))):
            continue
        above = tree.head[i]
        if tree.dep[i] in ("dep", "mark", "aux:caus") and above in (i + 1, i + 2) and is_infinitive(tree, above):
            if tree.child(above, "mark") in (None, i):
                tree.pos[i], tree.dep[i] = "AUX", "aux:caus"
                _free_causers(tree, above)
            continue
        verb = next((c for c in tree.children[i] if tree.dep[c] == "xcomp" and is_infinitive(tree, c)), None)
        if verb is not None and 0 < verb - i <= 2 and tree.child(verb, "mark") is None:
            tree.take_place(verb, i, tree.dep[i])
            tree.move(i, verb, "aux:caus")
            tree.pos[i] = "AUX"


def _free_causers(tree: Tree, verb: int) -> None:
    """Who makes others do it undergoes nothing: "celui-ci l'a fait arrêter"; a pronoun left alone is the subject."""
    for child in tree.children[verb]:
        if tree.dep[child] == "nsubj:pass" or (tree.dep[child] == "dep" and _is_nominative(tree, child)):
            tree.dep[child] = "nsubj"


def _is_nominative(tree: Tree, i: int) -> bool:
    """Whether a word is a pronoun for a subject alone."""
    return tree.pos[i] == "PRON" and tree.text[i].lower() in NOMINATIVE


def raise_from_manner(tree: Tree) -> None:
    """Hang on a deed whom it befell, not on its adjective: "l'exécution sommaire de douze civils"."""
    words = language("fr")
    for i, dep in enumerate(tree.dep):
        adjective = tree.head[i]
        if dep != "nmod" or tree.pos[adjective] != "ADJ" or tree.dep[adjective] != "amod" or tree.case(i) != "de":
            continue
        deed = tree.head[adjective]
        told = any(frame.kind for _, frame in words.frames.nouns.get(tree.lemma[deed], ()))
        if told and deed < adjective < i and tree.pos[deed] == "NOUN":
            tree.move(i, deed, "nmod")
