"""Places in a French tree: which word a phrase behind a town belongs to."""

from __future__ import annotations

from kg.annotate.french.signs import SOMEWHERE, SUBJECTS, names_actor, phrase_start
from kg.annotate.lemmas import Lemmas
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import Language, language
from kg.lang.gazetteer import STATES

AIMS = ("contre", "pour")
OBLIQUE = ("obl", "obl:arg")
BEFORE = (*OBLIQUE, "advmod", "obl:mod")
CARRYING = ("avec", "sur")  # before what somebody has with them, or is on
OFTEN = "reprise"  # "à plusieurs reprises"
JOURNEYS = frozenset({"Displacement", "Visit", "Departure", "Movement"})  # classes of events that take somebody somewhere
THERE = ("à", "en")
TO = "à"
FROM, TOWARD = "de", "vers"
ABOUT = "sur"
IN_STATES = frozenset({"en", "au", "aux"})
ENDS = ("de", "depuis", "vers", "à")  # before where a journey begins or leads
TRAVELS = JOURNEYS | {"Arrival", "Return"}
IN_TOWNS = ("à", "près de", "en")


def free_from_towns(tree: Tree) -> None:
    """Give a verb its aim, hung on a place, and the aim its own place: "défile à Rome contre la guerre à Gaza".

    So where to behind where from: "a été expulsé du Mali vers le Sénégal".
    """
    places = language("fr").grammar.place_prepositions
    for i, dep in enumerate(tree.dep):
        town = tree.head[i]
        verb = tree.head[town]
        if dep != "nmod" or tree.pos[town] != "PROPN" or tree.dep[town] not in OBLIQUE or not verb < town < i:
            continue
        aim, origin = tree.case(i), tree.case(town)
        if origin == FROM and aim == TOWARD:
            tree.move(i, verb, "obl")
            continue
        if tree.pos[i] != "NOUN" or aim not in AIMS or origin not in places:
            continue
        tree.move(i, verb, "obl")
        behind = [c for c in tree.children[verb] if c > i and tree.pos[c] == "PROPN" and tree.case(c) in places]
        if behind and tree.child(behind[0], "case") == i + 1:
            tree.move(behind[0], i, "nmod")


def lower_to_subjects(tree: Tree) -> None:
    """Hang on a subject what stands right behind it and was hung on a phrase in front: "Selon X, les frappes à Koursk …"."""
    for i, dep in enumerate(tree.dep):
        above, case = tree.head[i], tree.child(i, "case") if dep == "nmod" else None
        if case is None or not above < case < i:
            continue
        noun = case - 1
        while tree.pos[noun] not in NOMINAL and above < tree.head[noun] < case and tree.head[noun] != noun:
            noun = tree.head[noun]
        if tree.dep[noun] not in SUBJECTS or tree.head[noun] < i or "," not in tree.text[above:noun]:
            continue
        tree.move(i, noun, "nmod")


def lower_before_verbs(tree: Tree, parsing: Parsing) -> None:
    """Hang on what a subject tells of the time or place behind it: "un homme blessé dans une rixe jeudi à Caen a fui"."""
    frames = language("fr").frames
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in BEFORE or not i < verb or tree.pos[i] not in ("NOUN", "PROPN", "ADV") or tree.pos[verb] != "VERB":
            continue
        if tree.pos[i] == "ADV" and tree.lemma[i] not in parsing.temporal:
            continue
        before = phrase_start(tree, i) - 1
        subject = next((c for c in tree.children[verb] if c < before and tree.dep[c] in SUBJECTS), None)
        if subject is None or tree.text[before] == "," or not tree.is_above(subject, before):
            continue
        above = before
        while above != subject and tree.dep[above] != "acl" and not frames.is_told_by(tree.lemma[above]):
            above = tree.head[above]
        if above != subject:
            tree.move(i, above, "obl" if tree.pos[above] == "VERB" else "nmod")


def free_from_things(tree: Tree) -> None:
    """Give a verb the place that hangs on what somebody carries or sits on: "s'est présenté avec un couteau à la mairie".

    And the means hung on how often: "poignardé à plusieurs reprises avec un couteau".
    """
    words = language("fr")
    places = words.grammar.place_prepositions - {"de", "depuis"}
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        verb = tree.head[low]
        if dep != "nmod" or not verb < low < i or tree.dep[low] not in OBLIQUE or tree.pos[low] != "NOUN":
            continue
        if tree.lemma[low] == OFTEN and tree.case(i) in words.grammar.instrument_prepositions and tree.pos[verb] == "VERB":
            tree.move(i, verb, "obl")
        elif tree.case(low) in CARRYING and tree.case(i) in places and tree.pos[verb] == "VERB":
            thing, where = words.nouns.get(tree.lemma[low]), words.nouns.get(tree.lemma[i])
            article = tree.child(low, "det")
            some = article is None or "Definite=Def" not in tree.morph[article]
            placed = tree.pos[i] == "PROPN" or (where is not None and where.kind in ("Place", "GeopoliticalEntity"))
            if some and placed and thing is not None and thing.kind == "Artifact":
                tree.move(i, verb, "obl")


def lower_to_journeys(tree: Tree, parsing: Parsing) -> None:
    """Hang under a journey that somebody is back from where that led: "rentré lundi de son exil au Togo"."""
    told = language("fr").frames.nouns
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep in OBLIQUE and tree.pos[i] == "PROPN" else None
        if case is None or case < 2 or tree.lemma[case] not in THERE:
            continue
        noun = tree.head[case - 1] if tree.dep[case - 1] == "amod" else case - 1
        day = tree.head[noun]
        if tree.dep[noun] == "nmod" and tree.lemma[day] in parsing.temporal and tree.head[day] == tree.head[i]:
            tree.move(noun, tree.head[i], "obl")
        if tree.head[noun] != tree.head[i] or tree.dep[noun] not in OBLIQUE or tree.case(noun) != "de":
            continue
        journey = any(frame.kind in JOURNEYS for trigger, frame in told.get(tree.lemma[noun], ()) if not trigger.words)
        if journey and tree.child(noun, "det") is not None:
            tree.move(i, noun, "nmod")


def lower_to_towns(tree: Tree) -> None:
    """Hang on a town the state right behind it, where it lies: "parti de Santos au Brésil" led to no Brazil.

    A town that the gazetteer doesn't know is one where something comes from or goes to.
    """
    words = language("fr")
    for i, text in enumerate(tree.text):
        if text not in IN_STATES or tree.dep[i] != "case" or i < 3 or tree.first[i]:
            continue
        town = i - 2 if tree.text[i - 1] == "," and tree.lemma[i] == "en" else i - 1  # "parti de Zouara, en Libye"
        if tree.pos[town] != "PROPN":
            continue
        state, town = tree.head[i], tree.head[town] if tree.dep[town] == "flat:name" else town
        if (
            tree.pos[state] != "PROPN"
            or tree.dep[state] not in (*OBLIQUE, "nmod")
            or tree.head[state] == town
            or not town < state
        ):
            continue
        around = words.gazetteer.match(tree.text, i + 1)
        realms = {entry.key for entry in around.entries if entry.key.startswith(STATES)} if around is not None else ()
        part = tree.dep[town] == "nmod" and tree.case(town) == "de"  # "le tunnel de Cork en Irlande"
        if not realms or part or tree.is_above(state, town):
            continue
        known = words.gazetteer.match(tree.text, town)
        if tree.dep[town] in OBLIQUE and (known is None or tree.text[i - 1] == ","):
            journey = any(frame.kind in TRAVELS for _, frame in words.frames.verbs.get(tree.lemma[tree.head[town]], ()))
            inside = journey and tree.case(town) in ENDS
        elif tree.text[i - 1] == ",":
            inside = False
        else:
            inside = known is not None and any(entry.state in realms for entry in known.entries)
        if inside:
            tree.move(state, town, "nmod")


def free_from_rows(tree: Tree) -> None:
    """Make the place of a noun of a "conjunct" that nothing joins: "un accident de car près de Lyon"."""
    near = language("fr").grammar.place_prepositions
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        case = tree.child(i, "case") if dep == "conj" and noun < i and tree.pos[i] == "PROPN" else None
        if case is None or tree.child(i, "cc") is not None or tree.text[case - 1] in (",", ";", "et", "ou"):
            continue
        fixed = " ".join(tree.lemma[k] for k in (case, *(c for c in tree.children[case] if tree.dep[c] == "fixed")))
        if fixed in near and tree.case(noun) != tree.case(i):
            tree.dep[i] = "nmod"


def raise_from_rows(tree: Tree, parsing: Parsing) -> None:
    """Give a verb what stands behind a row of its objects and was hung on an earlier one of them.

    "a donné deux ambulances, un scanner et du lait à l'hôpital de Nioro"; "a inspecté une école et un port à Kayes".
    """
    cases = language("fr").grammar.place_prepositions - {"de"}
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep != "nmod" or tree.case(i) not in cases or not low < i:
            continue
        top = low
        while tree.dep[top] == "conj" and tree.head[top] < top:
            top = tree.head[top]
        verb = tree.head[top]
        if tree.dep[top] != "obj" or tree.pos[verb] != "VERB" or not verb < top or tree.lemma[verb] in parsing.speech:
            continue
        case = tree.child(i, "case") or i
        last = next((k for k in range(case - 1, low, -1) if tree.dep[k] == "conj" and tree.is_above(top, k)), None)
        if last is not None and not any(tree.text[k] == "," for k in range(last, case)):
            given = tree.case(i) == TO and tree.lemma[verb] in parsing.giving
            tree.move(i, verb, "obl:arg" if given else "obl")


def free_linked(tree: Tree, parsing: Parsing) -> None:
    """Give a verb of linking the second of the places that it links: "le train reliant Madrid à Séville"."""
    for i, lemma in enumerate(tree.lemma):
        first = tree.child(i, "obj") if lemma in parsing.linking and tree.pos[i] == "VERB" else None
        if first is None or not i < first < len(tree) - 1:
            continue
        case = first + 1
        if tree.dep[case] == "case" and tree.lemma[case] == "à" and tree.head[case] > case:
            tree.move(tree.head[case], i, "obl:arg")


def lower_descriptions(tree: Tree, words: Language) -> None:
    """Hang on a town what it is called, hung on the building before it: "une mosquée à Kaboul, la capitale afghane"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "appos" or tree.pos[i] != "NOUN" or tree.pos[noun] != "NOUN" or noun > i:
            continue
        comma = min(tree.children[i] + [i]) - 1
        town = comma - 1
        told, other = words.nouns.get(tree.lemma[i]), words.nouns.get(tree.lemma[noun])
        if town <= noun or tree.text[comma] != "," or tree.pos[town] != "PROPN" or not tree.is_above(noun, town):
            continue
        if told is not None and told.kind == "GeopoliticalEntity" and other is not None and other.kind == "Place":
            tree.move(i, town, "appos")


def lower_to_bodies(tree: Tree, words: Language) -> None:
    """Hang on the body of which a building is the seat the town behind: "le siège du parti UPE de New York"."""
    for i, dep in enumerate(tree.dep):
        site = tree.head[i]
        if dep != "nmod" or tree.pos[i] != "PROPN" or tree.pos[site] != "NOUN" or site > i - 4 or tree.case(i) != "de":
            continue
        known = words.nouns.get(tree.lemma[site])
        body = next((c for c in tree.children[site] if site < c < i and tree.dep[c] == "nmod"), None)
        if known is None or known.kind != "Place" or body is None or tree.case(body) != "de":
            continue
        if tree.pos[body] == "NOUN" and tree.text[body - 1] in ("de", "d'", "d’"):
            continue  # "la salle de presse de la West Wing"
        whose = words.nouns.get(tree.lemma[body])
        if tree.pos[body] == "PROPN" or (whose is not None and "Organization" in (whose.kind, *whose.also)):
            tree.move(i, body, "nmod")


def raise_sites(tree: Tree, words: Language) -> None:
    """Hang on a building the town that was hung on whose it is: "l'usine du groupe à Lyon" is there, not the group."""
    for i, dep in enumerate(tree.dep):
        owner = tree.head[i]
        site = tree.head[owner]
        if dep != "nmod" or tree.pos[i] != "PROPN" or tree.pos[owner] != "NOUN" or not site < owner < i:
            continue
        owned = tree.dep[owner] == "nmod" and tree.case(owner) == "de" and names_actor(tree, owner)
        noun = words.nouns.get(tree.lemma[site]) if owned and tree.case(i) in SOMEWHERE else None
        if noun is not None and noun.kind == "Place" and tree.pos[site] == "NOUN":
            tree.move(i, site, "nmod")


def lower_to_posted(tree: Tree, words: Language) -> None:
    """Hang on the body that tells something the state where it is: "a annoncé la Mission de l'ONU au Mali"."""
    for i, dep in enumerate(tree.dep):
        case, verb = tree.child(i, "case") if dep in OBLIQUE and tree.pos[i] == "PROPN" else None, tree.head[i]
        if (
            case is None
            or tree.lemma[case] not in ("à", "en")
            or not verb < case
            or tree.dep[verb] not in ("parataxis", "root")
        ):
            continue
        body = next((c for c in tree.children[verb] if verb < c < case and tree.dep[c] == "nsubj"), None)
        if body is None or tree.pos[body] != "NOUN" or not (body == case - 1 or tree.is_above(body, case - 1)):
            continue
        known = words.nouns.get(tree.lemma[body])
        if tree.text[body][0].isupper() or (known is not None and "Organization" in (known.kind, *known.also)):
            tree.move(i, body, "nmod")


def join_named_towns(tree: Tree, words: Language) -> None:
    """Join to "the capital" its name behind a comma, hung on the verb: "dans la capitale, Conakry, des tirs …"."""
    for i, dep in enumerate(tree.dep):
        noun = i - 2
        if dep not in OBLIQUE or tree.pos[i] != "PROPN" or noun < 0 or tree.text[i - 1] != "," or tree.case(i):
            continue
        told = words.nouns.get(tree.lemma[noun]) if tree.pos[noun] == "NOUN" else None
        if told is not None and told.kind == "GeopoliticalEntity" and tree.case(noun) and tree.head[noun] == tree.head[i]:
            tree.move(i, noun, "appos")


def join_second_towns(tree: Tree) -> None:
    """Join to a town the one joined to what is there: "des dépôts à Raqqa et Deir", "ont frappé à Gao et Kidal"."""
    for i, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos[i] != "PROPN" or i < 3 or tree.child(i, "cc") != i - 1 or tree.case(i):
            continue
        town = tree.head[i - 2] if tree.dep[i - 2] == "flat:name" else i - 2
        beside = tree.head[i] != town and tree.is_above(tree.head[i], town) and tree.pos[tree.head[i]] in ("NOUN", "VERB")
        if beside and tree.pos[town] == "PROPN" and tree.case(town) in IN_TOWNS and tree.child(town, "det") is None:
            tree.move(i, town, "conj")


def join_participles(tree: Tree, lemmas: Lemmas) -> None:
    """Join to a participle the one hung on its place: "Né à Tunis et élevé à Marseille, il …"."""
    for i, dep in enumerate(tree.dep):
        town = tree.head[i]
        first = tree.head[town]
        joined = dep == "conj" and tree.dep[i - 1] == "cc" and tree.head[i - 1] == i and first < town < i
        if not joined or tree.pos[i] not in ("ADJ", "NOUN", "VERB") or tree.dep[town] not in OBLIQUE:
            continue
        if tree.pos[town] != "PROPN" or not is_past_participle(tree, first) or not lemmas.is_participle(tree.text[i]):
            continue
        tree.move(i, first, "conj")
        tree.pos[i], tree.lemma[i] = "VERB", lemmas.lemma(tree.text[i], "VERB")
        tree.set_features(i, Tense="Past", VerbForm="Part")
        end = next((k for k in range(i, tree.end_of(i)) if tree.text[k] in (",", ".")), i)
        for k in [c for c in tree.children[first] if i < c < end and tree.case(c)]:
            tree.move(k, i, "obl")


def see_sides(tree: Tree) -> None:
    """Make an adjective of the direction behind a noun, and give that what hung on it: "la banlieue sud de Beyrouth"."""
    directions = language("fr").profile.words("places", "directions")
    for i, text in enumerate(tree.text):
        noun = i - 1
        if tree.dep[i] not in ("nmod", "appos", "amod") or tree.head[i] != noun or text not in directions:
            continue
        if tree.pos[noun] == "NOUN" and not any(tree.dep[c] in ("case", "det") for c in tree.children[i]):
            tree.pos[i], tree.dep[i] = "ADJ", "amod"
            for child in [c for c in tree.children[i] if c > i and tree.dep[c] == "nmod"]:
                tree.move(child, noun, "nmod")


def lower_to_wars(tree: Tree) -> None:
    """Hang under a war the land right behind it that was hung on talks: "Les négociations sur la guerre en Ukraine"."""
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep == "nmod" and tree.pos[i] == "PROPN" and tree.case(i) in THERE else None
        if case is None:
            continue
        war, talks = case - 1, tree.head[i]
        inside = tree.head[war] == talks < war and tree.dep[war] == "nmod" and tree.pos[war] == "NOUN"
        if inside and tree.case(war) == ABOUT and tree.lemma[war] in language("fr").frames.nouns:
            tree.move(i, war, "nmod")
