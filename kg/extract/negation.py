"""Whether a word stands under a negation, and whether it is one itself: "n'a tué personne", "neither … nor".

What negates is data (grammar.toml); which of it counts where follows what the parsers make of it.
"""

from __future__ import annotations

from kg.extract.syntax import DIRECT, Tree

SUBJECTS = {"nsubj", "nsubj:pass"}
LONGEST_DEGREE = 4  # words from "too" to the infinitive: "too few good soldiers to"
DENYING = {"advmod", "neg", "det"}  # how a word that denies by itself hangs on what it denies


def is_negated(tree: Tree, i: int) -> bool:
    """Whether token i itself stands under a negation word."""
    grammar = tree.grammar
    below = (k for adverb in tree.dependents(i, "advmod") for k in tree.dependents(adverb, "advmod"))
    kids = (*tree.kids[i], *(k for k in below if tree.first(tree.head(k), "obl") is None))  # "bombed X, not far from Y"
    particle = any(tree.lemmas[k] in grammar.negation_particles for k in kids)
    for kid in kids:
        token = tree.tokens[kid]
        lemma = _with_fixed(tree, kid) if token.dep in DENYING else ""
        if token.dep in {"advmod", "neg"} and lemma in grammar.negators and not _is_of_measure(tree, kid):
            if lemma in grammar.barely and _is_pluperfect(tree, i):
                continue
            if particle or lemma not in grammar.negators_with_particle:
                return True
        elif token.dep == "det" and lemma in grammar.negative_determiners:
            return True
        elif particle and _is_neither_of(tree, kid):
            return True
        elif _is_held(tree, kid) and is_negative(tree, kid):
            return particle or not grammar.negation_particles  # "sans tuer personne" denies once
    found = (k for k in tree.dependents(i, "xcomp") if tree.tokens[k].pos == "ADJ" and tree.first(k, "det") is None)
    if any(has_negator(tree, k) for k in found):
        return True  # "found her not guilty", but "l'hôpital le plus proche"
    if tree.first(i, "cop") is not None and tree.preposition(i) in grammar.without_marks:
        return True  # "il est hors de question de négocier"
    if _is_far_from(tree, i):
        return True
    if particle and tree.tokens[i].lemma in grammar.negated_by_particle:
        end = tree.parse.sentences[tree.tokens[i].sentence].last  # "n'a pu sauver X", but "ne peut que constater"
        return not any(t.lemma in grammar.exceptive and not _opens(tree, t.i) for t in tree.tokens[i + 1 : end])
    return _is_neither(tree, i)


def _is_far_from(tree: Tree, i: int) -> bool:
    """ "La guerre est loin d'être terminée": a finite verb before words that deny what they open."""
    mark = max(tree.dependents(i, "mark"), default=0)
    if not any(tree.tokens[k].has("VerbForm=Fin") and k < mark for k in tree.dependents(i, "aux:pass", "cop")):
        return False
    return any(f" {tree.mark(i)}".endswith(f" {without}") for without in tree.grammar.without_marks)


def is_of_degree(tree: Tree, i: int) -> bool:
    """ "not quickly enough", "could not have done it any faster": how it was done is denied, not that it was."""
    grammar = tree.grammar
    for how in (k for k in tree.dependents(i, "advmod") if k > i):
        words = {tree.lemmas[k] for k in tree.dependents(how, "advmod")}
        if (words | {tree.lemmas[how]}) & grammar.sufficing:
            return True
        if tree.lemmas[how] not in grammar.lasting and (tree.tokens[how].has("Degree=Cmp") or words & grammar.comparing):
            return True
    goods = (k for noun in tree.dependents(i, "obj") for k in tree.kids[noun])
    return any(tree.lemmas[k] in grammar.sufficing for k in goods)  # "did not sell enough phones"


def by_degree(tree: Tree, infinitive: int) -> str:
    """What a degree says of an infinitive: of "too weak to attack" it is negated, of "strong enough to attack" possible."""
    grammar, head = tree.grammar, tree.head(infinitive)
    mark = tree.first(infinitive, "mark")
    if mark is None or mark > infinitive or tree.lemmas[mark] not in grammar.purpose_marks:
        return ""
    for word in range(mark - 1, max(mark - LONGEST_DEGREE, head - LONGEST_DEGREE, 0) - 1, -1):
        if tree.tokens[word].pos in {"VERB", "AUX", "PUNCT"}:
            break
        if tree.lemmas[word] in grammar.excessive:
            return "possible" if is_negated(tree, head) else "negated"
        if tree.lemmas[word] in grammar.sufficing:
            return "negated" if is_negated(tree, head) else "possible"
    return ""


def is_unique(tree: Tree, noun: int) -> bool:
    """Whether a noun is said to be one of a kind: "the first woman", "le seul homme"."""
    words = [tree.tokens[k] for k in (noun, *tree.dependents(noun, "amod", "nummod", "det")) if k <= noun]
    return any(word.lemma.lower() in tree.grammar.unique or "NumType=Ord" in word.morph for word in words)


def is_one_of_more(tree: Tree, i: int) -> bool:
    """ "ce ne sont pas les seules accusations", "not the first attack": denied is that there is no other."""
    return tree.tokens[i].pos == "NOUN" and tree.first(i, "cop") is not None and is_unique(tree, i)


def _opens(tree: Tree, i: int) -> bool:
    """Whether a word opens a clause of its own: "ne peut quitter la ville qu'il garde" excepts nothing."""
    above = tree.head(i)
    return above > i and tree.is_finite(above)


def _with_fixed(tree: Tree, i: int) -> str:
    """The lemma of a word with its fixed ones: "no longer"."""
    return " ".join([tree.lemmas[i], *(tree.tokens[k].lemma for k in tree.dependents(i, "fixed"))])


def _is_neither_of(tree: Tree, kid: int) -> bool:
    """ "ni le président ni le ministre n'ont …": a subject, or the conjunction before it, that denies its verb."""
    token, words = tree.tokens[kid], tree.grammar.negative_conjunctions
    if token.dep in {"punct", "cc"}:
        return bool({token.lemma.lower(), token.text.lower()} & words)
    if token.dep == "conj" and token.pos in {"NOUN", "VERB"}:  # "ni dans l'attaque ni dans l'attentat", "n'a tué ni blessé"
        return any(tree.lemmas[k] in words for k in tree.dependents(kid, "cc"))
    joined = tree.dependents(kid, "conj") if token.dep in SUBJECTS else ()
    return any(tree.lemmas[k] in words for noun in joined for k in tree.dependents(noun, "cc"))


def _is_of_measure(tree: Tree, negator: int) -> bool:
    """ "pas moins de quatre accidents", "not only": what such a negation stands before is not denied."""
    tokens, grammar = tree.tokens, tree.grammar
    before, after = tokens[max(negator - 1, 0)], tokens[min(negator + 1, len(tokens) - 1)]
    return after.lemma.lower() in grammar.undenied or before.lemma.lower() in grammar.alternatives  # "whether or not"


def _is_pluperfect(tree: Tree, verb: int) -> bool:
    """Whether a verb, or what was taken for it before its subject, makes a pluperfect: "had begun", "had the truce"."""
    own = (tree.tokens[verb],) if tree.first(verb, "ccomp", "xcomp") is not None else ()
    having = tree.grammar.perfect_auxiliaries
    return any(word.lemma in having and word.has("Tense=Past") for word in (*own, *tree.auxiliaries(verb)))


def has_negator(tree: Tree, i: int) -> bool:
    """Whether an adverb of denial hangs on token i, and no mere argument denies it: "pas", "never"."""
    return any(tree.lemmas[k] in tree.grammar.negators for k in tree.dependents(i, "advmod", "neg"))


def _is_neither(tree: Tree, i: int) -> bool:
    """ "neither confirmed nor denied", "did not kill or wound": what a conjunction denies, or shares the denial of."""
    grammar = tree.grammar
    token = tree.tokens[i]
    joining = [k for k in tree.kids[i] if k < i and tree.tokens[k].dep.startswith("cc") and not _is_of_measure(tree, k)]
    if token.dep == "conj":
        joining += [k for k in tree.kids[token.head] if token.head < k < i and tree.tokens[k].dep.startswith("cc")]
    words = {tree.lemmas[k] for k in joining}
    if words & grammar.negative_conjunctions:
        return True
    if any(f"{tree.lemmas[max(k - 1, 0)]} {tree.lemmas[k]}" in grammar.without_marks for k in joining):
        return True  # "resigned rather than attack the town"
    own = any(tree.tokens[k].dep.startswith(("aux", "nsubj")) for k in tree.kids[i])
    return token.dep == "conj" and bool(words & grammar.alternatives) and not own and is_negated(tree, token.head)


def _is_held(tree: Tree, i: int) -> bool:
    """Whether token i is an argument of its verb, whatever the parser makes of "n'a attaqué aucun des camps"."""
    token, bare = tree.tokens[i], not tree.preposition(i)
    loose = token.dep == "obl" or (token.dep == "advmod" and token.pos == "PRON")
    return token.dep in DIRECT or (bare and loose)


def is_negative(tree: Tree, i: int) -> bool:
    """Whether noun or pronoun i denies what it is an argument of: "personne", "aucune arme", "ni armes ni soldats"."""
    grammar = tree.grammar
    token = tree.tokens[i]
    if token.lemma.lower() in grammar.negative_pronouns and not tree.preposition(i):
        return tree.first(i, "det") is None  # "personne", but not "la personne"
    return any(
        tree.lemmas[k] in grammar.negative_determiners
        or (tree.lemmas[k] in grammar.negative_pronouns and tree.tokens[k].dep in {"cc", "advmod"})
        or (
            k < i
            and tree.lemmas[k] in grammar.negators
            and tree.tokens[k].dep == "advmod"
            and token.pos == "NOUN"
            and not _is_of_measure(tree, k)
        )
        for k in tree.kids[i]
    )
