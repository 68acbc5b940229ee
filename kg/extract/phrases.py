"""What a word of a phrase stands for, and how far its phrase reaches."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.syntax import MAX_DEPTH, Argument, Tree

OBLIQUE_DEPS = ("obl", "obl:arg", "obl:mod", "obl:tmod", "nmod", "advmod", "obl:agent")
SCENE = "scene"  # the rule of what stands in front of a clause: where it takes place, not where anybody goes
NOUNS = {"NOUN", "PROPN"}
OPENING = {'"', "«", "“", "‘", "„"}
CLOSING = {'"', "»", "”", "’", "“"}
LONGEST_HEADING = 4  # words before the colon of a headline
LONGEST_TITLE = 12  # words before a colon and a quotation


def tool_of(tree: Tree, gerund: int) -> int | None:
    """What a gerund that is as good as a preposition says to be used: "attacked the town using drones"."""
    return tree.first(gerund, "obj") if wording(tree, gerund) in tree.grammar.instrument_prepositions else None


def wording(tree: Tree, gerund: int) -> str:
    """A gerund with its mark: "using", "en utilisant"."""
    return f"{tree.mark(gerund)} {tree.tokens[gerund].text.lower()}".strip()


def is_heading(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a word only says where or of whom a headline tells, before its colon: "France : un avion s'écrase"."""
    sentence = tree.parse.sentences[tree.tokens[verb].sentence]
    if noun > verb or tree.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return False
    longest = min(noun + LONGEST_TITLE, verb)  # "Ivo Sand, procureur de Varna : « L'homme a été arrêté. »"
    colon = next((t.i for t in tree.tokens[noun + 1 : longest] if t.text == ":"), None)
    if colon is not None and colon - noun >= LONGEST_HEADING and tree.tokens[colon + 1].text not in OPENING:
        return False
    return colon is not None and noun - sentence.first < LONGEST_HEADING and tree.tokens[sentence.first].text not in OPENING


def is_way(tree: Tree, noun: int) -> bool:
    """Whether a bare noun says by which way somebody goes, and no doer: "évacués par la mer", "delivered by road"."""
    return tree.lemmas[noun] in tree.grammar.ways and tree.first(noun, "amod", "nmod", "acl", "acl:relcl") is None


def oblique(tree: Tree, kid: int, passive: bool) -> Iterator[Argument]:
    """What stands behind a preposition: an oblique, or under a passive the one who acts."""
    preposition, noun = tree.oblique(kid)
    if passive and preposition in tree.grammar.agent_prepositions and not is_way(tree, noun):
        yield Argument("subject", stand_in(tree, noun), preposition, "by-agent")
    else:
        yield Argument("obl", stand_in(tree, noun), preposition, "obl")


def behind_time(tree: Tree, time: int, depth: int = 0) -> Iterator[Argument]:
    """ "Le 3 mai 2019 à Alep, …": the parser hangs the place on the date, but it belongs to the verb."""
    for kid in tree.dependents(time, "nmod", "obl"):
        if kid in tree.temporal and depth < MAX_DEPTH:
            yield from behind_time(tree, kid, depth + 1)
        elif tree.preposition(kid) in tree.grammar.place_prepositions:
            preposition, noun = tree.oblique(kid)
            yield Argument("obl", noun, preposition, "behind time")


def gender_of(tree: Tree, i: int) -> str:
    """The gender that the form of a word shows, as Universal Dependencies write it ("Gender=Fem"); else nothing."""
    return next((f for f in tree.tokens[i].morph.split("|") if f.startswith("Gender=")), "")


def stand_in(tree: Tree, i: int) -> int:
    """A relative pronoun's antecedent; any other token is itself."""
    if tree.is_relative(i):
        antecedent = tree.antecedent(i)
        if antecedent is not None:
            return antecedent
    return i


def where(tree: Tree, i: int) -> int:
    """The place that a relative "where" stands for: that of an event which the parser took for it, "attacks in X, where"."""
    noun, places = stand_in(tree, i), tree.grammar.place_prepositions
    within = [kid for kid in tree.dependents(noun, "nmod") if kid < i and tree.preposition(kid) in places]
    return within[-1] if within and tree.preposition(noun) not in places else noun


def subject_meant(tree: Tree, verb: int, subject: int) -> int:
    """The subject of a verb, for a relative pronoun its antecedent: what kills, not where it is."""
    stands_for = stand_in(tree, subject)
    harms = stands_for != subject and tree.tokens[verb].lemma in tree.grammar.resultative
    return _above_places(tree, stands_for) if harms and not tree.is_passive(verb) else stands_for


def _above_places(tree: Tree, noun: int) -> int:
    """ "attacks in the town of X in Y, which killed ten": no place kills, but what happened there."""
    for _ in range(MAX_DEPTH):
        above, preposition = tree.head(noun), tree.preposition(noun)
        of_place = preposition in tree.grammar.of and f"in:{tree.tokens[above].lemma}" in tree.grammar.complex_prepositions
        if not (preposition in tree.grammar.inside_prepositions or of_place) or tree.tokens[above].pos not in NOUNS:
            return noun
        noun = above
    return noun


def is_when_clause(tree: Tree, clause: int) -> bool:
    """Whether an adverb at its head says that a clause only tells when the main one was: "When he came, he praised X"."""
    return any(tree.lemmas[k] in tree.grammar.coinciding for k in tree.dependents(clause, "advmod"))


def is_reason(tree: Tree, verb: int) -> bool:
    """Whether a clause with a mark tells what was done before or apart: "pour avoir tué un policier", "for insulting"."""
    auxiliaries = tree.auxiliaries(verb)
    having = tree.grammar.perfect_auxiliaries
    moved = tree.lemmas[verb] in tree.grammar.be_perfect or tree.is_reflexive(verb)  # "pour être entré", "pour s'être enfui"
    if any(aux.dep == "aux" and (moved or aux.lemma in having) for aux in auxiliaries):
        return True
    going = (tree.tokens[verb], *auxiliaries)  # but "pour être élu"
    return any(w.has("VerbForm=Ger") or (w.has("VerbForm=Part") and not w.has("Tense=Past")) for w in going)


def is_gerund(tree: Tree, verb: int) -> bool:
    """Whether a verb is a present participle: "shooting"."""
    return tree.tokens[verb].has("VerbForm=Part") and tree.tokens[verb].has("Tense=Pres")


def is_gerund_behind(tree: Tree, verb: int) -> bool:
    """Whether a clause is a participle without a mark behind the verb that governs it: "…, killing twenty"."""
    token = tree.tokens[verb]
    return token.dep == "advcl" and token.has("VerbForm=Part") and not tree.mark(verb) and tree.head(verb) < verb


def inside(tree: Tree, noun: int) -> Iterator[Argument]:
    """Prepositional phrases inside the phrase of a noun, but for those that say whose it is."""
    for edge in right_edge(tree, noun):
        if f"{tree.preposition(edge)}:{tree.tokens[edge].lemma}" in tree.grammar.complex_prepositions:
            continue  # "the release of 40 prisoners in exchange for the hostages"
        for kid in tree.dependents(edge, "nmod", "obl"):
            preposition, real = tree.oblique(kid)
            between = (
                tree.tokens[edge].lemma in tree.grammar.shared_with and preposition in tree.grammar.instrument_prepositions
            )
            if _lies_there(tree, edge, kid):
                continue  # "une touriste de Munich, en Allemagne": Munich lies there
            if preposition not in {*tree.grammar.of, ""} and not between:  # "discussed the border with Syria" with others
                yield Argument("obl", real, preposition, "reattached")


def _lies_there(tree: Tree, town: int, land: int) -> bool:
    """Whether a place behind a comma says where the town is that somebody is of."""
    case = tree.first(land, "case")
    of_town = tree.tokens[town].pos == "PROPN" and tree.preposition(town) in tree.grammar.of
    return of_town and case is not None and tree.tokens[case - 1].text == "," and tree.tokens[land].pos == "PROPN"


def right_edge(tree: Tree, noun: int) -> Iterator[int]:
    """A noun, the last of those coordinated with it, and the complements that stand last inside them."""
    for _ in range(4):
        yield noun
        last = None
        for kid in tree.dependents(noun, "nmod", "conj", "obl", "appos"):
            described = tree.tokens[kid].dep == "appos" and tree.tokens[kid].pos != "PROPN"
            last = last if described else kid  # "the minister, X, in Paris", but "X, a member of the club in Paris"
        if last is None or last < noun:
            return
        noun = last


def measure(tree: Tree, noun: int) -> int:
    """The counted noun that a noun completes, or itself: "days" of "two days of talks"."""
    spell = tree.head(noun)
    counted = tree.tokens[noun].dep == "nmod" and tree.preposition(noun) in tree.grammar.of
    return spell if counted and tree.dependents(spell, "nummod") else noun
