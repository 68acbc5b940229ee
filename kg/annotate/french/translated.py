"""Clauses in the word order of another language: the verb before its subject, a pronoun that takes the subject up again."""

from __future__ import annotations

from kg.annotate.french.signs import QUE, VERBAL, has_subject, is_infinitive, is_plural, is_told, make_present, noun_start
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_past_participle
from kg.annotate.speech import group_start
from kg.annotate.tree import Tree
from kg.lang import language

TAKES_UP = {"il": "Masc", "lui": "Masc", "elle": "Fem", "ils": "Masc", "eux": "Masc", "elles": "Fem"}
SAYS = "dit"  # read as a participle where no auxiliary stands before it
CLOSING = ("»", '"', "”")
STRESSED = ("lui", "eux")
SEVERAL = ("ils", "eux", "elles")
BEFORE = (",", "-", "–", "—")  # what parts an opening phrase or a dateline from its clause
CONTENT = ("acl", "acl:relcl", "ccomp", "advcl", "dep", "parataxis")
LIKE = "comme"
TO_WHOM = "lui"
THIS = ("ce", "Ce")
CLITICS = ("se", "s'", "s’", "ne", "n'", "n’")
OBJECTS = ("obj", "dep", "conj", "appos", "obl", "nmod")


def mend_verb_first(tree: Tree, parsing: Parsing) -> None:
    """Make the subject of the noun behind a verb that opens its clause, and what follows what it said or did: "Et a
    confirmé le ministère que …", "Ont condamné les ministres, lundi, les attaques"."""
    see_openers(tree)
    for verb, pos in enumerate(tree.pos):
        if pos != "VERB" or has_subject(tree, verb) or not is_past_participle(tree, verb) or not _opens(tree, verb):
            continue
        noun = _noun_behind(tree, verb)
        if noun is None or tree.head[noun] != verb or tree.dep[noun] not in OBJECTS or not _told_of(tree, verb, noun):
            continue
        said = next((c for c in tree.children[noun] + tree.children[verb] if _tells(tree, c, noun)), None)
        if said is not None and tree.lemma[verb] in parsing.speech:
            give_subject(tree, verb, noun)
            tree.move(said, verb, "ccomp")
            continue
        done = next(
            (
                c
                for c in sorted(tree.children[noun] + tree.children[verb])
                if _is_second(tree, c, noun) and tree.lemma[c] not in parsing.temporal
            ),
            None,
        )
        if said is None and done is not None:
            give_subject(tree, verb, noun)
            tree.move(done, verb, "obj")


def see_openers(tree: Tree) -> None:
    """Make an auxiliary of the capitalised "Ont" or "A" behind a dateline, taken for a name: "Le Caire - Ont condamné"."""
    for i, text in enumerate(tree.text[:-1]):
        verb = i + 1
        if text not in ("Ont", "A") or tree.pos[i] == "AUX" or i == 0 or tree.text[i - 1] not in BEFORE[1:]:
            continue
        if tree.pos[verb] == "VERB" and is_past_participle(tree, verb) and not tree.is_above(i, verb):
            tree.pos[i], tree.lemma[i] = "AUX", "avoir"
            tree.morph[i] = f"Mood=Ind|Number={'Plur' if text == 'Ont' else 'Sing'}|Person=3|Tense=Pres|VerbForm=Fin"
            tree.move(i, verb, "aux")


def see_unmarked_clauses(tree: Tree, parsing: Parsing) -> None:
    """Make a clause of what is said without "que", its subject taken for an object: "a déclaré le navire se dirigeait"."""
    for verb, lemma in enumerate(tree.lemma):
        if lemma not in parsing.speech or tree.pos[verb] != "VERB" or not has_subject(tree, verb):
            continue
        noun = next((c for c in tree.children[verb] if c > verb and tree.dep[c] in ("obj", "nsubj")), None)
        if noun is None or tree.pos[noun] not in ("NOUN", "PROPN") or min([noun, *tree.children[noun]]) != verb + 1:
            continue
        told = _finite_behind(tree, noun)
        if told is None or tree.child(verb, "mark") is not None:
            continue
        if tree.head[verb] == told and tree.dep[verb] == "advcl":  # "Le porte-parole, X, a dit le navire se dirigeait"
            tree.stand_for(verb, told)
            for child in [c for c in tree.children[told] if c < verb]:
                tree.move(child, verb, tree.dep[child])
        elif has_subject(tree, told) or tree.is_above(told, verb):
            continue
        tree.move(told, verb, "ccomp")
        give_subject(tree, told, noun)


def _finite_behind(tree: Tree, noun: int) -> int | None:
    """The verb of the finite form that follows the phrase of a noun with nothing between but a clitic."""
    for k in range(noun + 1, tree.end_of(noun)):
        if tree.pos[k] in VERBAL and "VerbForm=Fin" in tree.morph[k]:
            return k if tree.pos[k] == "VERB" else tree.head[k]
        clitic = tree.text[k] in CLITICS
        if tree.pos[k] in ("PUNCT", "SCONJ", "CCONJ") or "PronType=Rel" in tree.morph[k]:
            return None
        if not clitic and not tree.is_above(noun, k):
            return None
    return None


def _opens(tree: Tree, verb: int) -> bool:
    """Whether the auxiliary of a perfect stands first in its sentence or clause, but for a conjunction or a phrase and its
    comma."""
    auxiliary = tree.child(verb, "aux")
    if auxiliary is None or tree.lemma[auxiliary] != "avoir" or "Person=3" not in tree.morph[auxiliary]:
        return False
    before = auxiliary - 1
    if tree.first[auxiliary] or (before >= 0 and tree.text[before] in BEFORE and tree.dep[verb] == "root"):
        return True
    return tree.pos[before] == "CCONJ" and tree.first[before]


def _noun_behind(tree: Tree, verb: int) -> int | None:
    """The noun that begins right behind a verb, with its article, or a name."""
    word = verb + 1
    if tree.first[word]:
        return None
    noun = tree.head[word] if tree.pos[word] == "DET" else word
    known = tree.pos[word] != "DET" or "Definite=Def" in tree.morph[word] or "Poss=Yes" in tree.morph[word]
    return noun if known and noun >= word and tree.pos[noun] in ("NOUN", "PROPN") else None


def _told_of(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a noun agrees in number with the verb before it."""
    plural = "Number=Plur" in tree.morph[noun] or tree.child(noun, "conj") is not None
    several = is_plural(tree, verb) or any(tree.text[c].lower() == "ont" for c in tree.children[verb])  # "Ont" is read amiss
    return plural == several or "Number=" not in tree.morph[noun]


def _tells(tree: Tree, clause: int, noun: int) -> bool:
    """Whether a clause behind a noun begins with "que" and has a subject of its own."""
    if clause < noun or tree.pos[clause] not in VERBAL or tree.dep[clause] not in CONTENT or not has_subject(tree, clause):
        return False
    mark = tree.child(clause, "mark")
    return mark is not None and tree.lemma[mark] == "que" and tree.pos[mark] == "SCONJ" and not is_infinitive(tree, clause)


def _is_second(tree: Tree, i: int, noun: int) -> bool:
    """Whether a word is a noun with its own article behind another's phrase, and no apposition of that: between commas
    stands something else, or none stands between them."""
    if i <= noun or tree.pos[i] not in ("NOUN", "PROPN") or tree.dep[i] not in OBJECTS or tree.case(i):
        return False
    article = tree.child(i, "det")
    joined = tree.child(i, "cc") is not None
    return article is not None and not joined and tree.text[noun:article].count(",") != 1


def free_states(tree: Tree) -> None:
    """Give a verb what it says people to be left as, where both tell an event: "a laissé vingt personnes mortes".

    In which state somebody was found is where and when they were found: "retrouvé pendu dans sa cellule lundi".
    """
    words = language("fr")
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        state = dep == "xcomp" and noun == i - 1 and is_past_participle(tree, i)
        if state and any(t.object_noun == tree.lemma[i] for t, _ in words.frames.verbs.get(tree.lemma[noun], ())):
            for child in [c for c in tree.children[i] if tree.dep[c].startswith("obl")]:
                tree.move(child, noun, tree.dep[child])
        said = dep == "obl" and noun == i - 1 and tree.pos[i] == "NOUN" and not tree.children[i]  # "retrouvés morts"
        if said and any(t.object_noun == tree.lemma[i] for t, _ in words.frames.verbs.get(tree.lemma[noun], ())):
            tree.pos[i], tree.dep[i] = "ADJ", "xcomp"
        if dep != "amod" or tree.pos[i] != "ADJ" or noun > i or tree.dep[noun] != "obj" or tree.pos[verb] != "VERB":
            continue
        known = words.nouns.get(tree.lemma[noun])
        people = known is not None and known.kind in ("Person", "Group", "Force")  # but "laisse le champ libre"
        if people and any(t.object_noun == tree.lemma[i] for t, _ in words.frames.verbs.get(tree.lemma[verb], ())):
            tree.move(i, verb, "xcomp")


def see_taken_up(tree: Tree) -> None:
    """Make the subject of what stands before its verb and is taken up by a pronoun: "Le porte-parole, Ana Vidal, elle a
    dit", "Peut-être le maire a-t-il menti", "Le suspect, lui, a été relâché"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "dislocated" or i > verb or tree.pos[i] not in ("NOUN", "PROPN") or tree.case(i):
            continue
        if tree.pos[i] == "NOUN" and tree.child(i, "det") is None:
            continue  # "Membre du conseil, il a dit" tells what he is
        subjects = (c for c in tree.children[verb] if i < c <= verb + 1 and tree.dep[c] in ("nsubj", "nsubj:pass"))
        pronoun = next(subjects, None)
        form = tree.text[pronoun].lower().rpartition("-")[2] if pronoun is not None else ""
        gender = TAKES_UP.get(form)
        if pronoun is None or gender is None or ("Number=Plur" in tree.morph[i]) != (form in SEVERAL):
            continue
        if form in STRESSED and tree.text[pronoun + 1] != ",":  # "Le directeur, Paul Morin, lui a parlé"
            if form == TO_WHOM and tree.text[pronoun - 1] == ",":
                tree.dep[i], tree.dep[pronoun] = tree.dep[pronoun], "iobj"
            continue
        if "Gender=" in tree.morph[i] and f"Gender={gender}" not in tree.morph[i]:
            continue
        tree.dep[i], tree.dep[pronoun] = tree.dep[pronoun], "dislocated"


def mend_said_last(tree: Tree, parsing: Parsing) -> None:
    """Make the main verb of one that ends a sentence with who said all before: "X a été tué, l'armée a dit lundi".

    What stands beside the speaker between commas is of the speaker: "…, le chef du groupe, Ana Vidal, a dit".
    """
    for verb, lemma in enumerate(tree.lemma):
        if lemma not in parsing.speech or tree.pos[verb] != "VERB" or not _closes(tree, verb, parsing):
            continue
        first = group_start(tree, verb)
        if first == verb and tree.text[verb] == SAYS:
            make_present(tree, verb, lemma, Number="Sing", Person="3")
        if not is_told(tree, verb) or tree.child(verb, "aux:pass") is not None:
            continue
        comma = _comma_before_speaker(tree, first)
        told = _told_before(tree, comma) if comma is not None and comma + 1 < first else None
        if told is None or comma is None:
            continue
        speaker = next((k for k in range(comma + 1, first) if not comma < tree.head[k] < first), comma + 1)
        if tree.pos[speaker] not in ("NOUN", "PROPN") or tree.case(speaker):
            continue
        if tree.is_above(told, verb):
            tree.stand_for(verb, told)
        tree.move(told, verb, "ccomp")
        for child in [c for c in tree.children[verb] if c < comma and c != told]:
            tree.move(child, told, tree.dep[child])
        tree.move(speaker, verb, "nsubj")
        for k in range(speaker + 1, first - 1):
            if not comma < tree.head[k] < first and tree.pos[k] in ("NOUN", "PROPN"):
                tree.move(k, speaker, "appos")


def _comma_before_speaker(tree: Tree, first: int) -> int | None:
    """The comma behind what is told and before who says it; between the speaker and the verb, at `first`, may stand
    something between commas."""
    begin = tree.first_of(first)
    quoted = max((k for k in range(begin, first) if tree.text[k] in CLOSING), default=begin)
    commas = [k for k in range(quoted, first) if tree.text[k] == ","]
    if len(commas) not in (1, 3) or (len(commas) == 3 and commas[2] != first - 1):
        return None
    stop = first if len(commas) == 1 else commas[1]
    return commas[0] if all(_is_nominal(tree, k) for k in range(commas[0] + 1, stop)) else None


def see_so_called(tree: Tree) -> None:
    """Put what something is said to be in its place: "tirait sur ce qu'il a dit être des bases", "ce qu'il décrit comme"."""
    for i, text in enumerate(tree.text):
        if text not in THIS or tree.pos[i] != "PRON" or tree.text[i - 1] == ",":
            continue
        saying = tree.child(i, "acl:relcl")
        told = next((c for c in tree.children[saying] if c > saying and _is_so_called(tree, c)), None) if saying else None
        if saying is None or told is None or tree.text[i + 1] not in QUE:
            continue
        for child in [c for c in tree.children[told] if c < told and (tree.dep[c] == "cop" or tree.text[c] == LIKE)]:
            tree.move(child, saying, "dep")
        above, dep = tree.head[i], tree.dep[i]
        tree.move(told, above, dep)
        for child in [c for c in tree.children[i] if tree.dep[c] == "case"]:
            tree.move(child, told, "case")
        tree.move(saying, told, "acl")
        tree.move(i, saying, "dep")


def _is_so_called(tree: Tree, i: int) -> bool:
    """Whether a noun is what something is said to be or described as."""
    being = any(tree.dep[c] == "cop" and "VerbForm=Inf" in tree.morph[c] for c in tree.children[i])
    return tree.pos[i] == "NOUN" and (being or tree.case(i) == LIKE) and tree.dep[i] in ("xcomp", "ccomp", "obl", "obl:arg")


def see_inserted(tree: Tree, parsing: Parsing) -> None:
    """Take for no second deed who said all before, behind a comma: "Le convoi a été attaqué, a indiqué mardi l'armée"."""
    for verb, dep in enumerate(tree.dep):
        if dep != "conj" or tree.lemma[verb] not in parsing.speech or tree.head[verb] > verb:
            continue
        start, subject = group_start(tree, verb), tree.child(verb, "nsubj")
        if tree.text[start - 1] != "," or tree.child(verb, "cc") is not None:
            continue
        if subject is None and (speaker := _behind_saying(tree, verb)) is not None:
            tree.dep[speaker] = "nsubj"  # "…, a indiqué la sécurité civile"
            subject = speaker
        if subject is None or subject < verb:
            continue
        if tree.child(verb, "obj") is None and tree.child(verb, "ccomp") is None:
            tree.dep[verb] = "parataxis"


def _behind_saying(tree: Tree, verb: int) -> int | None:
    """The "object" right behind a verb of saying with its own auxiliary that nothing joins to the verb before it."""
    told = tree.head[verb]
    last = not any(tree.dep[c] == "conj" and c > verb for c in (*tree.children[told], *tree.children[verb]))
    noun = tree.child(verb, "obj") if last and tree.child(verb, "aux") is not None else None
    if noun is None or tree.pos[noun] not in ("NOUN", "PROPN") or noun_start(tree, noun) != verb + 1:
        return None
    own = any("Poss=Yes" in tree.morph[c] for c in tree.children[noun])  # "…, a annoncé sa démission"
    return noun if not own and tree.child(verb, "ccomp") is None and tree.child(verb, "xcomp") is None else None


def _closes(tree: Tree, verb: int, parsing: Parsing) -> bool:
    """Whether nothing but days and phrases of when, where and to whom stand between a verb and the end of its sentence."""
    behind = [c for c in tree.children[verb] if c > verb and tree.pos[c] != "PUNCT"]
    if any(not tree.dep[c].startswith("obl") or not (tree.case(c) or tree.lemma[c] in parsing.temporal) for c in behind):
        return False
    words = [k for k in range(verb + 1, tree.end_of(verb)) if tree.pos[k] != "PUNCT"]
    return all(tree.pos[k] not in VERBAL and tree.is_above(verb, k) for k in words)


def _is_nominal(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM")


def _told_before(tree: Tree, comma: int) -> int | None:
    """The main verb of a clause that ends at a comma, where it has its own finite form and no conjunction opens it."""
    begin = tree.first_of(comma)
    for i in range(begin, comma):
        if tree.dep[i] in ("mark", "acl:relcl") or tree.text[i] == ",":
            return None
        finite = (k for k in (i, *tree.children[i]) if tree.pos[k] in VERBAL and "VerbForm=Fin" in tree.morph[k])
        if tree.pos[i] == "VERB" and any(begin <= k < comma for k in finite):
            return i
    return None
