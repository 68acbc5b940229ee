"""Places, sides and charges among the arguments of French verbs, and what the parser hung on them."""

from __future__ import annotations

from kg.annotate.french.contents import is_intent
from kg.annotate.french.signs import (
    NAMED_IN,
    heads_own_phrase,
    is_attributing,
    noun_start,
    phrase_start,
)
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_person, noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language
from kg.lang.nouns import FIGHTING
from kg.model import OBLIQUES

LEAVING = ("retrait", "désengagement", "exclusion")  # what somebody leaves something by
EAST, THE = "est", "l'"
TALKING = ("Criticism", "Demand", "Negotiation", "Statement", "Warning")  # what is spoken of there is elsewhere
ACTORS = ("Person", "Group", "Force", "Organization", "GeopoliticalEntity")
GUILTY = "coupable"
DYING = ("mourir", "décéder")  # of what one does it nowhere
TELLING = ("Statement", "Warning", "Threat")  # classes of what tells somebody of something


def free_origins(tree: Tree, parsing: Parsing) -> None:
    """Give a word for removing the place it removes somebody's, or so many, from: "a retiré ses soldats du Mali".

    So for one of driving out an armed side: "a chassé les rebelles de Goma".
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "nmod" or tree.dep[noun] not in ("obj", "nmod") or tree.case(i) != "de" or not _is_place(tree, i):
            continue
        above = tree.head[noun]
        removed = tree.dep[noun] == "obj" and tree.lemma[above] in parsing.removing
        removal = tree.case(noun) == "de" and tree.lemma[above] in parsing.removals
        whose = (removed or removal) and any(_tells_whose(tree, c) for c in tree.children[noun])
        driven = tree.dep[noun] == "obj" and tree.lemma[above] in parsing.driving and _bears_arms(tree, noun)
        if whose or driven:
            tree.move(i, above, "nmod" if removal else "obl")


def _is_place(tree: Tree, i: int) -> bool:
    """Whether a word is a name, or a noun for a land or place that is known: "de la région", "du pays"."""
    noun = language("fr").nouns.get(tree.lemma[i])
    article = tree.child(i, "det")
    known = article is not None and "Definite=Def" in tree.morph[article]
    known = known or any("Definite=Def" in tree.morph[c] for c in tree.children[i] if tree.dep[c] == "case")
    return tree.pos[i] == "PROPN" or (known and noun is not None and noun.kind in ("GeopoliticalEntity", "Place"))


def _bears_arms(tree: Tree, i: int) -> bool:
    """Whether a noun or name is an armed side's, which is driven from a place: "les djihadistes", "Boko Haram"."""
    words = language("fr")
    noun = words.nouns.get(tree.lemma[i])
    if noun is not None and noun.flags & FIGHTING:
        return True
    named = next((c for c in tree.children[i] if tree.dep[c].startswith(("appos", "flat"))), i)  # "le groupe Boko Haram"
    known = (words.gazetteer.match(tree.text, k) for k in (i, named))
    return any(hit is not None and any(entry.kind == "Force" for entry in hit.entries) for hit in known)


def _tells_whose(tree: Tree, i: int) -> bool:
    """Whether a word beside a noun says whose it is, or how many: "ses", "2 500", "français"."""
    if tree.dep[i] == "nummod" or (tree.dep[i] == "det" and "Poss=Yes" in tree.morph[i]):
        return True
    return tree.dep[i] == "amod" and language("fr").gazetteer.demonym(tree.text[i]) is not None


def free_sides(tree: Tree) -> None:
    """Give a verb of bringing two sides together the one hung on the other: "oppose les rebelles à l'armée"."""
    support = language("fr").frames.support
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep != "nmod" or tree.dep[noun] != "obj" or not verb < noun < i:
            continue
        sides = (entry.partner for entry in support.get(tree.lemma[verb], ()) if entry.partner is not None)
        if any(tree.case(i) in side.prepositions for side in sides):
            tree.move(i, verb, "obl:arg")


def free_left(tree: Tree) -> None:
    """Give a noun of leaving what is left, hung on the name of who leaves it: "le retrait de la Suède de l'accord"."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        noun = tree.head[name]
        if dep != "nmod" or tree.pos[name] != "PROPN" or tree.dep[name] != "nmod" or tree.lemma[noun] not in LEAVING:
            continue
        if noun < name < i and tree.case(i) == tree.case(name) == "de":
            tree.move(i, noun, "nmod")


def raise_crossing(tree: Tree) -> None:
    """Give the nearest verb what was hung on a noun before that verb: "endommagé des voitures et jeté des pavés sur X"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "nmod" or noun >= i - 1 or not tree.case(i):
            continue
        before = phrase_start(tree, i) - 1
        if before <= noun or tree.pos[before] == "PUNCT" or tree.is_above(noun, before):
            continue
        verb = before
        while tree.pos[verb] != "VERB" and tree.head[verb] != verb:
            verb = tree.head[verb]
        if tree.pos[verb] == "VERB" and noun < verb < i:
            tree.move(i, verb, "obl")


def give_causes_scenes(tree: Tree) -> None:
    """Give the event that is a cause the place right behind it: "reporté en raison de la guerre au Liban"."""
    grammar, nouns = language("fr").grammar, language("fr").frames.nouns
    causal = {preposition.rpartition(" ")[0] for preposition in grammar.cause_prepositions}
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if tree.pos[i] == "PROPN" and dep.startswith("obl") else None
        if case is None or tree.lemma[case] not in grammar.inside_prepositions:
            continue
        event, first = case - 1, tree.child(case - 1, "case")
        beside = tree.head[event] == tree.head[i] and tree.dep[event].startswith("obl") and tree.lemma[event] in nouns
        if first is None or not beside:
            continue
        fixed = (c for c in tree.children[first] if tree.dep[c] == "fixed")
        if " ".join(tree.text[k].lower() for k in sorted((first, *fixed))[:-1]) in causal:
            tree.move(i, event, "nmod")


def give_topics_scenes(tree: Tree, parsing: Parsing) -> None:
    """Give what somebody speaks of the place right behind it: "a évoqué la situation au Soudan"."""
    grammar, verbs = language("fr").grammar, language("fr").frames.verbs
    for i, dep in enumerate(tree.dep):
        case = tree.child(i, "case") if dep in OBLIQUES else None
        if case is None or case < 2 or tree.lemma[case] not in grammar.inside_prepositions:
            continue
        topic = case - 1
        if tree.dep[topic] == "amod" and tree.head[topic] < topic:
            topic = tree.head[topic]
        beside = tree.head[topic] == tree.head[i] < topic and tree.dep[topic] in ("obj", "obl", "obl:arg")
        if beside and tree.lemma[topic] in parsing.placed:
            verb = tree.head[i]
            entries = verbs.get(tree.lemma[verb], ())
            if any(trigger.object_noun == tree.lemma[topic] for trigger, _ in entries):
                continue  # "a déclaré la guerre au Soudan"
            if any(frame.kind in TALKING and not trigger.bound for trigger, frame in entries):
                tree.move(i, topic, "nmod")
                for town in [c for c in tree.children[i] if tree.dep[c] == "nmod" and tree.case(c) in ("à", "en")]:
                    tree.move(town, verb, "obl")  # "discutent de la guerre en Ukraine à Bruxelles"


def see_east(tree: Tree) -> None:
    """Make a noun of the "is" that an article and a preposition stand before: "dans l'est de la ville"."""
    for i in range(2, len(tree)):
        behind = tree.text[i] == EAST and tree.text[i - 1].lower() == THE and tree.pos[i] in ("AUX", "VERB")
        if behind and tree.pos[i - 2] == "ADP" and not tree.dep[i].startswith(("aux", "cop")):
            tree.pos[i], tree.lemma[i], tree.morph[i] = "NOUN", EAST, "Gender=Masc|Number=Sing"


def join_sides(tree: Tree) -> None:
    """Hang on a side what it is the side of: "arrêtés dans le nord du pays", "une fusillade dans l'est de Lyon"."""
    nouns = language("fr").nouns
    for i, pos in enumerate(tree.pos[:-1]):
        tied = pos in NOMINAL and tree.lemma[i + 1] == "de" and tree.pos[i + 1] == "ADP"
        noun = nouns.get(tree.lemma[i]) if tied else None
        if noun is None or "direction" not in noun.flags:
            continue
        whole = tree.head[i + 1]
        if tree.pos[whole] in NOMINAL and tree.head[whole] == tree.head[i] != i and tree.dep[i] != "fixed":
            tree.move(whole, i, "nmod")


def free_charges(tree: Tree, parsing: Parsing) -> None:
    """Give a verb of accusing what somebody is accused of, one of receiving whom from, one of giving whom to: "a accusé
    l'armée de l'utilisation d'armes", "reçoit des missiles de l'Iran"; the president of the Republic stays so."""
    for i, dep in enumerate(tree.dep):
        if dep != "nmod":
            continue
        noun = tree.head[i]
        while tree.dep[noun] == "nmod" and tree.head[noun] < noun:
            noun = tree.head[noun]
        verb = tree.head[noun]
        if noun >= i or tree.dep[noun] not in ("obj", "nsubj:pass") or tree.pos[verb] != "VERB" or verb > noun:
            continue
        case, lemma = tree.case(i), tree.lemma[verb]
        triggers = [trigger for trigger, _ in language("fr").frames.verbs.get(lemma, ())]
        known = language("fr").nouns.get(tree.lemma[i])
        somebody = tree.pos[i] == "PROPN" or (known is not None and known.kind in ACTORS)
        carried = (tree.lemma[noun], case) if case == "à" and tree.head[i] == noun and somebody else ("", "")
        if any(trigger.oblique == (case, tree.lemma[i]) for trigger in triggers):
            tree.move(i, verb, "obl:arg")  # "a frappé la banque d'une amende"
        elif carried[0] and any((trigger.object_noun, trigger.preposition) == carried for trigger in triggers):
            tree.move(i, verb, "obl:arg")  # "déclarer la guerre à l'Iran"
        elif case == "de" and tree.pos[i] == "NOUN" and _accuses(tree, verb, parsing) and _is_charge(tree, i, noun):
            if not _is_charged_below(tree, i, verb):
                tree.move(i, verb, "obl:arg")
        elif case == "de" and tree.head[i] == noun and _tells_of(lemma) and _is_told_of(tree, i):
            tree.move(i, verb, "obl:arg")  # "a informé l'État algérien de sa volonté de rappeler X"
            for k in [c for c in tree.children[verb] if tree.dep[c] == "xcomp" and tree.child(c, "mark") == i + 1]:
                tree.move(k, i, "acl")
        elif case == "à" and is_attributing(lemma) and not any(tree.case(c) == "à" for c in tree.children[verb] if c > noun):
            tree.move(i, verb, "obl:arg")  # "attribue cette attaque au régime"
        elif case == "à" and lemma in parsing.giving and somebody and tree.pos[i] == "NOUN":
            tree.move(i, verb, "obl:arg")  # "a vendu 300 tonnes de blé à une société", "a volé 100 euros à un client"
        elif tree.pos[i] == "PROPN" and language("fr").gazetteer.match([tree.text[i]]) is not None:
            thing = tree.head[i] == noun and not is_person(tree, noun, language("fr"))
            if (case == "de" and lemma in parsing.receiving and thing) or (case == "à" and lemma in parsing.giving):
                tree.move(i, verb, "obl:arg")


def _is_charge(tree: Tree, i: int, charged: int) -> bool:
    """Whether a noun behind "de" tells an act, or names nothing that somebody could belong to."""
    words = language("fr")
    if words.frames.is_told_by(tree.lemma[i]):
        return True
    held = words.nouns.get(tree.lemma[i])
    if tree.child(i, "det") is None:
        whole = words.nouns.get(tree.lemma[charged])  # "les forces de sécurité" are one body
        unknown = held is None and whole is not None and whole.kind in ("Person", "Group")
        return unknown or (held is not None and held.kind in ("Artifact", "Work"))
    return held is None and tree.head[i] == charged and not is_person(tree, charged, words)


def _tells_of(lemma: str) -> bool:
    """Whether a verb takes whom it tells as its object, and what behind "de": "informer", "aviser", "menacer"."""
    found = language("fr").frames.verbs.get(lemma, ())
    frames = (dict(frame.verb_roles) for trigger, frame in found if not trigger.specificity and frame.kind in TELLING)
    return any(
        "object" in {slot.kind for who in ("recipient", "patient") for slot in roles.get(who, ())}
        and any("de" in slot.prepositions for slot in roles.get("topic", ()))
        for roles in frames
    )


def _is_told_of(tree: Tree, i: int) -> bool:
    """Whether a noun behind "de" tells an act or an intent, or is somebody's: "de l'arrivée de X", "de sa volonté"."""
    whose = any("Poss=Yes" in tree.morph[c] for c in tree.children[i])
    return tree.pos[i] == "NOUN" and (whose or language("fr").frames.is_told_by(tree.lemma[i]) or is_intent(tree, i))


def _is_charged_below(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a clause behind says what somebody is accused of: "accuse les forces de défense d'avoir tué un homme"."""
    behind = (k for k in range(noun + 1, tree.end_of(noun)) if tree.dep[k] in ("xcomp", "acl", "ccomp", "advcl"))
    told = ((k, tree.child(k, "mark")) for k in behind if tree.is_above(verb, k))
    return any(mark is not None and tree.lemma[mark] == "de" for _, mark in told)


def free_places(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the place that hangs on its complement: "a succombé à ses blessures à l'hôpital", "est mort d'un cancer
    à Varna".

    So behind a day: "s'est renversé en intervention mercredi dans l'Hérault".
    """
    places = language("fr").grammar.place_prepositions
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep == "nmod" and low < i and tree.case(i) in places and tree.dep[low] in ("obl", "obl:arg"):
            verb = tree.head[low]
            bare = tree.case(low) == "en" and tree.child(low, "det") is None and tree.pos[verb] == "VERB"
            days = [c for c in tree.children[low] if low < c < i and tree.lemma[c] in parsing.temporal] if bare else []
            died = tree.case(low) == "de" and tree.lemma[verb] in DYING
            if days or died or tree.lemma[verb] in parsing.unplaced:
                tree.move(i, verb, "obl")
            for day in days:
                tree.move(day, verb, "obl")


def free_from_state(tree: Tree) -> None:
    """Give the verb what was hung on the adjective of how it was: "sont morts noyés dans la Manche"."""
    for i, dep in enumerate(tree.dep):
        manner = tree.head[i]
        verb = tree.head[manner]
        if dep not in OBLIQUES or tree.dep[manner] != "acl" or tree.pos[manner] != "ADJ" or manner != verb + 1:
            continue
        if tree.pos[verb] == "VERB":
            tree.move(i, verb, dep)


def _accuses(tree: Tree, verb: int, parsing: Parsing) -> bool:
    """Whether a verb takes what somebody is said to have done: "accuser X de vol", "déclarer X coupable de vol"."""
    found = tree.child(verb, "xcomp")
    return tree.lemma[verb] in parsing.accusing or (found is not None and tree.lemma[found] == GUILTY)


def see_capacities(tree: Tree) -> None:
    """Take no clause for one that only names an office: "a nommé X comme envoyé spécial"."""
    words = language("fr")
    for i, dep in enumerate(tree.dep):
        mark = tree.child(i, "mark") if dep in ("xcomp", "advcl") else None
        if mark is None or tree.lemma[mark] not in words.grammar.capacity_prepositions:
            continue
        bare = i == mark + 1 and tree.text[i].lower() in words.titles and i > tree.head[i]
        if bare and not any(tree.dep[c].startswith(("nsubj", "aux", "cop")) for c in tree.children[i]):
            tree.pos[i], tree.dep[i], tree.dep[mark] = "NOUN", "obl", "case"
            tree.lemma[i] = tree.text[i].lower()
            tree.set_features(i, VerbForm="", Tense="", Voice="")


def free_capacities(tree: Tree) -> None:
    """Give a verb what it takes its object for: "a désigné X comme terroriste"; "des pays comme le Mali" stay so."""
    grammar = language("fr").grammar
    for i, dep in enumerate(tree.dep):
        taken = tree.head[i]
        if dep not in ("nmod", "xcomp") or tree.pos[i] != "NOUN" or tree.case(i) not in grammar.capacity_prepositions:
            continue
        if dep == "xcomp":
            tree.dep[i] = "obl"  # "désigné comme organisation terroriste"
        if dep == "xcomp" or tree.child(i, "det") is not None:
            continue
        article = tree.child(taken, "det")
        known = tree.pos[taken] == "PROPN" or (article is not None and "Definite=Def" in tree.morph[article])
        if tree.dep[taken] in ("obj", "nsubj:pass") and known and tree.pos[i] == "NOUN" and taken < i:
            tree.move(i, tree.head[taken], "obl")


def name_capacities(tree: Tree) -> None:
    """Give a verb whom it names, and him what he is: "a identifié un des morts comme Paul Roy, le chef du groupe"."""
    words = language("fr")
    for i, pos in enumerate(tree.pos):
        if pos != "PROPN" or tree.case(i) not in words.grammar.capacity_prepositions:
            continue
        above = tree.above_nouns(i)
        if tree.lemma[above] not in words.grammar.made_known or tree.pos[above] != "VERB" or above > i:
            continue
        tree.move(i, above, "obl")
        role = next((c for c in tree.children[above] if c > i and tree.pos[c] == "NOUN" and heads_own_phrase(tree, c)), None)
        if role is not None and is_person(tree, role, words) and tree.above_nouns(noun_start(tree, role) - 2) == above:
            tree.move(role, i, "appos")


def mend_agents_joined(tree: Tree) -> None:
    """Hang who did it under a noun that it was joined to without "and": "l'invasion de l'Ukraine par la Russie"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "conj" or noun > i or tree.pos[noun] != "NOUN" or tree.case(i) != "par" or tree.child(i, "cc") is not None:
            continue
        if tree.case(noun) != "par" and tree.text[min([i, *tree.children[i]]) - 1] != ",":
            tree.dep[i] = "nmod"


def join_agents(tree: Tree) -> None:
    """Join to who acts a second one that was joined to what it is done to: "les pourparlers, soutenus par X, Y et Z"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "conj" or noun > i or tree.pos[i] != "PROPN" or tree.pos[noun] != "NOUN":
            continue
        deeds = [c for c in tree.children[noun] if tree.dep[c] == "acl" and noun < c < i]
        agent = tree.child(deeds[-1], "obl:agent") if deeds and tree.child(i, "cc") is None else None
        if agent is None or tree.pos[agent] != "PROPN" or agent > i:
            continue
        if noun_start(tree, i) - 1 == noun_end(tree, agent, i):
            tree.move(i, agent, "conj")


def mend_obliques(tree: Tree) -> None:
    """Give the verb its places, and what hangs on a name inside its object: "14 chars Leopard à l'Ukraine"."""
    demonym, places = language("fr").gazetteer.demonym, language("fr").grammar.place_prepositions
    for i, dep in enumerate(tree.dep):
        low = tree.head[i]
        if dep == "xcomp" and tree.pos[i] == "NOUN" and tree.case(i) in places and tree.child(low, "obj") is None:
            tree.dep[i] = "obl:arg"  # "la ville reste aux mains des rebelles"
        contracted = (
            i > 0 and tree.dep[i - 1] == "mark" and tree.head[i - 1] == i and tree.text[i - 1] in ("au", "aux", "du")
        )
        if dep == "xcomp" and tree.pos[i] == "NOUN" and contracted:
            tree.dep[i], tree.dep[i - 1] = "obl:arg", "case"  # "a infligé au prévenu une amende"
            continue
        of_nation = tree.dep[low] == "amod" and tree.pos[low] == "ADJ" and low < i
        if dep == "nmod" and of_nation and tree.case(i) and demonym(tree.text[low]):
            tree.move(i, tree.head[low], "nmod")  # "une frappe israélienne sur un hôpital"
            continue
        if dep not in ("obl", "obl:arg") or low > i or not tree.case(i) or tree.child(low, "cop") is not None:
            continue
        named = tree.pos[low] == "PROPN" and tree.dep[low] in NAMED_IN
        if not named and not (tree.dep[low] == "amod" and tree.pos[low] == "ADJ" and demonym(tree.text[low])):
            continue
        above = tree.above_nouns(tree.head[low])
        if tree.pos[above] == "VERB":
            tree.move(i, above, dep)
