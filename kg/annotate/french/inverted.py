"""Subjects behind their verbs: "Ont été arrêtés X et Y", "la ville où se sont rendus X et Y", "À bord se trouvait X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.clefts import PARTICLE
from kg.annotate.french.signs import (
    SUBJECTS,
    has_subject,
    is_infinitive,
    is_plural,
    is_reflexive,
    is_time,
    is_told,
    main_before,
    names_actor,
    noun_start,
    tells_of_others,
)
from kg.annotate.parsing import Parsing
from kg.annotate.repairs import give_subject
from kg.annotate.signs import is_past_participle, noun_end
from kg.annotate.tree import NOMINAL, Tree

GROUP = ("aux", "aux:pass", "cop", "expl:comp", "expl:pass", "expl", "iobj", "advmod")
WHERE = ("où", "auquel", "auxquels", "auxquelles", "dont", "lequel", "laquelle", "lesquels", "lesquelles")
BARE = WHERE[5:]  # alone they are subjects: "la société, laquelle avait obtenu"
SUBJECTS_TOLD = (*SUBJECTS, "expl:subj", "csubj")
TAKEN_FOR = ("obj", "obl", "obl:arg", "obl:agent", "advmod", "appos", "dep", "nmod", "xcomp", "conj", *SUBJECTS)
COMPLETING = frozenset({"auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles"})
THERE = "y"
CLITICS = ("-il", "-elle", "-ils", "-elles")
FIXED = "lieu"  # "ont eu lieu"


def see_completing(tree: Tree) -> None:
    """Make no subject or object of a relative pronoun that holds its preposition: "le parti auquel appartenait X"."""
    for i, text in enumerate(tree.text):
        if text in COMPLETING and tree.dep[i] in (*SUBJECTS, "obj", "dep") and tree.pos[tree.head[i]] == "VERB":
            tree.dep[i], tree.pos[i] = "obl", "PRON"
            tree.set_features(i, PronType="Rel")


def mend_inverted(tree: Tree, parsing: Parsing) -> None:
    """Make the subject of what stands behind a verb whose clause has none before it."""
    for verb, pos in enumerate(tree.pos):
        if pos not in ("VERB", "ADJ") or is_infinitive(tree, verb) or not tells_of_others(tree, verb):
            continue
        begin = _begin(tree, verb)
        relative = _is_relative(tree, begin - 1) and not tree.first[begin]
        own = range(begin - relative, verb + 1 + _is_fixed(tree, verb + 1))  # "auquel", "y", "lieu" are no subjects
        if any(tree.dep[c] in SUBJECTS_TOLD and c not in own for c in tree.children[verb]):
            continue
        if tree.first[begin]:
            subject = _subject_of_opener(tree, verb, parsing)
        elif relative or _stands_behind_opener(tree, verb, begin, parsing):
            subject = _subject_behind(tree, verb, parsing)
        else:
            subject = None
        if subject is None:
            continue
        if is_plural(tree, verb) and not _is_several(tree, subject):
            _take_back(tree, subject, verb)
        if is_plural(tree, verb) == _is_several(tree, subject):
            _give(tree, verb, subject, own)


def mend_last_speakers(tree: Tree, parsing: Parsing) -> None:
    """Make the speaker of the "object" behind a last verb that has no subject: "X a limogé Y, général, a annoncé la radio".

    What stands before its comma is what is said.
    """
    for verb, lemma in enumerate(tree.lemma):
        if lemma not in parsing.speech or tree.pos[verb] != "VERB" or tree.child(verb, "iobj") is not None:
            continue
        speaker, begin = tree.child(verb, "obj"), _begin(tree, verb)
        if speaker is None or noun_start(tree, speaker) != verb + 1 or tree.text[begin - 1] != "," or tree.first[begin]:
            continue
        taken = next((c for c in tree.children[verb] if tree.dep[c] in SUBJECTS_TOLD), None)
        told = main_before(tree, verb, begin, ("advcl", "ccomp", "dep"))
        if taken is not None and told is not None:
            described = _described_by(tree, taken, told)
            if described is None:
                continue
            tree.move(taken, described, "appos")
        elif taken is not None and names_actor(tree, speaker):
            told = _told_of(tree, taken, begin)
        if told is None:
            continue
        if taken is not None and tree.head[taken] == verb:
            give_subject(tree, told, taken)
        tree.dep[speaker] = "nsubj"
        tree.stand_for(told, verb)
        tree.move(verb, told, "parataxis")
        for child in [c for c in tree.children[verb] if c < begin - 1]:
            tree.move(child, told, tree.dep[child])


def _told_of(tree: Tree, subject: int, end: int) -> int | None:
    """The verb that lost its subject to the one behind `end`: "Le bateau, qui venait de X, a coulé, a dit l'agence"."""
    for verb in range(end - 2, subject, -1):
        if tree.pos[verb] != "VERB" or not is_told(tree, verb) or has_subject(tree, verb):
            continue
        apart = tree.text[_begin(tree, verb) - 1] == "," and tree.child(verb, "mark") is None
        alike = is_plural(tree, verb) == ("Number=Plur" in tree.morph[subject])
        return verb if apart and alike and tree.dep[verb] not in ("acl:relcl", "conj") else None
    return None


def _described_by(tree: Tree, noun: int, verb: int) -> int | None:
    """The noun below a verb before it that another behind a comma may only describe: "le chef, le colonel X"."""
    start = noun_start(tree, noun)
    if not verb < start < noun + 1 or tree.text[start - 1] != ",":
        return None
    last = start - 2
    while verb < tree.head[last] < last:
        last = tree.head[last]
    return last if tree.head[last] == verb and tree.pos[last] in NOMINAL else None


def give_clitics(tree: Tree) -> None:
    """Give the verb with a pronoun behind it that subject, and no noun: "a-t-il indiqué à l'agence Corbel"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "expl:subj" or not tree.text[i].lower().endswith(CLITICS) or tree.text[i][:1] != "-":
            continue
        tree.dep[i] = "nsubj"
        for other in [c for c in tree.children[verb] if tree.dep[c] == "nsubj" and c > verb and tree.pos[c] == "PROPN"]:
            beside = other - 1
            named = tree.pos[beside] == "NOUN" and tree.head[beside] == verb and bool(tree.case(beside))
            if named:
                tree.move(other, beside, "appos")


def _begin(tree: Tree, verb: int) -> int:
    """The first word of a verb with its auxiliaries, pronouns and adverbs."""
    begin = verb
    while begin and not tree.first[begin] and tree.head[begin - 1] == verb:
        word = tree.text[begin - 1].lower()
        if word in WHERE or (tree.dep[begin - 1] not in GROUP and word != THERE):
            break
        begin -= 1
    return begin


def _is_relative(tree: Tree, i: int) -> bool:
    """Whether a word tells the place of a relative clause or what else completes it: "où", "dans lequel", "auquel"."""
    text = tree.text[i].lower()
    return text in WHERE and (text not in BARE or tree.pos[i - 1] == "ADP")


def _stands_behind_opener(tree: Tree, verb: int, begin: int, parsing: Parsing) -> bool:
    """Whether only phrases of place and time stand before a main verb: "Mardi à Varna ont éclaté des émeutes"."""
    openers = [c for c in tree.children[verb] if c < begin and _opens(tree, c, parsing)]
    if not openers or not (tree.head[verb] == verb or is_reflexive(tree, verb)):
        return False
    front = range(tree.first_of(verb), begin)
    pauses = [k for k in front if tree.dep[k] == "punct"]
    if pauses and not (_takes_none(tree, verb) or _is_fixed(tree, verb + 1)):
        return False  # "Au volant de sa voiture, Marc Roy, retraité, a percuté un homme"
    return all(k in pauses or any(tree.is_above(c, k) for c in openers) for k in front)


def _takes_none(tree: Tree, verb: int) -> bool:
    """Whether a verb is reflexive or in the perfect or passive with "être", so that no noun behind it is its object."""
    return is_reflexive(tree, verb) or any(
        tree.dep[c].startswith("aux") and tree.lemma[c] == "être" for c in tree.children[verb]
    )


def _is_fixed(tree: Tree, i: int) -> bool:
    return i < len(tree) and tree.text[i] == FIXED


def _opens(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a word is a place or a time, or what puts one in front: "c'est à Varna que"."""
    phrase = tree.dep[i] in ("obl", "obl:arg", "obl:mod", "dep", "advmod")
    return tree.dep[i] == PARTICLE or (phrase and (tree.child(i, "case") is not None or is_time(tree, i, parsing)))


def _subject_of_opener(tree: Tree, verb: int, parsing: Parsing) -> int | None:
    """What stands behind a verb that opens its sentence; behind its object, where it has one."""
    group = [c for c in tree.children[verb] if c < verb]
    perfect = tree.pos[verb] == "ADJ" or is_past_participle(tree, verb)
    if not perfect or not any(tree.dep[c].startswith(("aux", "cop")) for c in group):
        return None
    found = list(_phrases(tree, verb, parsing))
    if _needs_object(tree, verb, group):
        found = found[1:] if found and noun_start(tree, found[0]) == verb + 1 else []
    return found[0] if found else None


def _subject_behind(tree: Tree, verb: int, parsing: Parsing) -> int | None:
    """What stands right behind a verb or its time, unless it is the first of two: "dont fait l'objet la ville"."""
    found = list(_phrases(tree, verb, parsing))
    if not found or noun_start(tree, found[0]) != _behind_time(tree, verb, parsing):
        return None
    end = noun_end(tree, found[0], tree.end_of(verb))
    return None if any(noun_start(tree, noun) == end for noun in found[1:]) else found[0]


def _behind_time(tree: Tree, verb: int, parsing: Parsing) -> int:
    """The word behind a verb, the noun that is one word with it and its time: "ont eu lieu samedi", "s'ouvre ce lundi"."""
    i, end = verb + 1, tree.end_of(verb)
    i += _is_fixed(tree, i)
    while i < end and (is_time(tree, i, parsing) or (tree.dep[i] == "det" and is_time(tree, tree.head[i], parsing))):
        i += 1
    return i


def _needs_object(tree: Tree, verb: int, group: list[int]) -> bool:
    """Whether a verb in the perfect with "avoir" has neither a pronoun nor a phrase with "à" that completes it."""
    passive = any(tree.dep[c] in ("aux:pass", "cop") or tree.lemma[c] == "être" for c in group)
    completed = any(tree.text[c].lower() == THERE for c in group) or any(
        tree.dep[c] == "obl:arg" and tree.child(c, "case") is not None for c in tree.children[verb]
    )
    return not (passive or is_reflexive(tree, verb) or completed)


def _phrases(tree: Tree, verb: int, parsing: Parsing) -> Iterator[int]:
    """The known nouns and names behind a verb that stand beside no preposition and within no other phrase."""
    for noun in range(verb + 1, tree.end_of(verb)):
        if tree.pos[noun] == "VERB":
            return
        if (
            tree.pos[noun] not in ("NOUN", "PROPN")
            or tree.dep[noun] not in TAKEN_FOR
            or tree.child(noun, "case") is not None
        ):
            continue
        start = noun_start(tree, noun)
        told = start < noun or tree.pos[noun] == "PROPN"
        joined = tree.dep[noun] == "conj" and tree.head[noun] > verb
        free = tree.text[start - 1] != "," and tree.pos[start - 1] not in ("ADP", "CCONJ")
        if told and free and not joined and not is_time(tree, noun, parsing) and not _names(tree, noun, start):
            yield noun


def _names(tree: Tree, name: int, start: int) -> bool:
    """Whether a name right behind a noun with an article says how that is called: "le ministre X"."""
    noun = tree.head[name]
    beside = tree.dep[name] in ("appos", "nmod") and noun == name - 1 == start - 1
    return beside and tree.child(noun, "det") is not None and not tree.case(noun)


def _is_several(tree: Tree, noun: int) -> bool:
    """Whether a noun is a plural or has others beside it."""
    joined = any(tree.dep[c] == "conj" for c in tree.children[noun]) or _beside(tree, noun) != []
    return joined or "Number=Plur" in tree.morph[noun]


def _take_back(tree: Tree, noun: int, verb: int) -> None:
    """Join to a noun the second one that became the subject of the main verb: "l'usine où travaillaient X et Y a fermé"."""
    cc = next((k for k in range(noun + 1, tree.end_of(noun)) if tree.pos[k] == "CCONJ"), None)
    if cc is None or not all(tree.is_above(noun, k) for k in range(noun + 1, cc)):
        return
    main = tree.head[cc]
    second = next((c for c in tree.children[main] if tree.dep[c] in SUBJECTS and noun_start(tree, c) == cc + 1), None)
    whole = tree.head[verb]
    if second is None or not second < main or (is_plural(tree, main) and not _is_several(tree, whole)):
        return
    tree.move(second, noun, "conj")
    tree.move(cc, second, "cc")
    if tree.is_above(whole, main) and tree.dep[verb] == "acl:relcl":
        tree.stand_for(main, whole)
        give_subject(tree, main, whole)


def _beside(tree: Tree, noun: int) -> list[int]:
    """The others of a row that the parser hung where its first hangs."""
    if tree.dep[noun] not in ("appos", "nmod"):
        return []
    return [
        c
        for c in tree.children[tree.head[noun]]
        if c > noun and tree.dep[c] in ("appos", "conj") and tree.child(c, "case") is None
    ]


def _give(tree: Tree, verb: int, subject: int, own: range) -> None:
    """Hang the subject under the verb; a pronoun before that was taken for one is none."""
    for other in _beside(tree, subject):
        tree.move(other, subject, "conj")
    for c in (c for c in tree.children[verb] if c < own.start and tree.dep[c] == "dep" and tree.case(c)):
        tree.dep[c] = "obl"
    for c in (c for c in tree.children[verb] if c in own and tree.dep[c] in SUBJECTS):
        tree.dep[c] = "expl" if tree.text[c].lower() == THERE else "obl"
    if _is_fixed(tree, verb + 1):
        tree.move(verb + 1, verb, "obj")
    give_subject(tree, verb, subject)
