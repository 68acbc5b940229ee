"""What a clause shows by its own form and by the words above it: inverted, open, wished, asked, known to be so."""

from __future__ import annotations

from kg.extract.negation import is_unique
from kg.extract.phrases import is_gerund
from kg.extract.syntax import MAX_DEPTH, Tree

NAMED = {"acl", "advcl", "appos", "dep", "nmod", "parataxis", "xcomp"}  # how a parser hangs what a colon stands before
MEANT = {"acl:relcl", "ccomp", "obj", "obl"}  # how a clause hangs that is told in passing: "what he called a coup"
NEVER_COMMANDED = ("nsubj", "nsubj:pass", "aux", "aux:pass")  # what an imperative has not


def is_conditional(tree: Tree, i: int) -> bool:
    """Whether a predicate is so on a condition alone: "Si un marin est tué, c'est un acte de guerre"."""
    return any(k < i and tree.mark(k) in tree.grammar.condition_marks for k in tree.dependents(i, "advcl"))


def is_absolute(tree: Tree, i: int) -> bool:
    """Whether a participle behind a comma has a subject of its own: "was settled, with the firm paying a fine"."""
    own = tree.tokens[i].has("VerbForm=Part") and tree.first(i, "nsubj", "nsubj:pass") is not None
    return own and tree.tokens[min(tree.below(i)) - 1].text == ","


def is_command(tree: Tree, i: int) -> bool:
    """ "Quittez la ville", '"Leave the city and stay away," he said': an imperative, or a verb with no form of its own."""
    first = tree.first_conjunct(i)
    if tree.tokens[first].dep not in {"root", "ccomp", "parataxis"}:
        return False
    if tree.tokens[i].has("Mood=Imp") or (tree.tokens[first].has("Mood=Imp") and tree.tokens[i].has("VerbForm=Inf")):
        return True
    if i == first and tree.tokens[i].dep == "root":
        return False  # a headline: "Norvik to buy its rival"
    if not tree.tokens[i].has("VerbForm=Inf") or tree.tokens[first].has("VerbForm=Fin"):
        return False
    if tree.tokens[first].dep != "root" and not first < tree.tokens[first].head:
        return False
    return all(not tree.mark(k) and tree.first(k, *NEVER_COMMANDED) is None for k in {first, i})


def is_behind_colon(tree: Tree, i: int) -> bool:
    """ "Trois options : démissionner …", "Sa mission : libérer les otages": what a bare infinitive names is to be done."""
    token = tree.tokens[i]
    if not token.has("VerbForm=Inf") or token.dep not in NAMED or tree.mark(i) or tree.auxiliaries(i):
        return False
    first = min(tree.below(i))
    return first > 0 and tree.tokens[first - 1].text == ":"


def is_brought_about(tree: Tree, i: int, noun: int) -> bool:
    """ "Threatened to have the judge killed", "will see his car seized": a participle behind the object of such a verb."""
    verb = tree.head(noun)
    caused = tree.tokens[noun].dep == "obj" and tree.lemmas[verb] in tree.grammar.causative | tree.grammar.showing
    inverted = tree.is_finite(verb) and tree.first(verb, "nsubj") is None  # "Hardly had the truce begun"
    return caused and not inverted and tree.is_past_participle(i)


def is_in_passing(tree: Tree, i: int) -> bool:
    """Whether a finite clause is told of what is only meant: "to hit ships that it said were Greek", "what he had built".

    Whatever becomes of that, somebody says so, or did it.
    """
    if not tree.is_finite(i) or tree.mark(i):
        return False
    if tree.tokens[i].dep == "acl:relcl":
        told = (k for clause in tree.dependents(i, "ccomp") for k in tree.dependents(clause, "nsubj", "nsubj:pass", "obj"))
        return any(tree.tokens[k].pos == "PRON" and k < i for k in told)
    subject = tree.first(i, "nsubj", "nsubj:pass")
    opening = min((k for word in (i, subject) if word is not None for k in tree.kids[word]), default=i)
    return opening < i and tree.tokens[opening].pos == "PRON" and tree.tokens[opening].has("PronType=Int")


def finite_above(tree: Tree, i: int) -> int:
    """Predicate i, or the finite one that an infinitive stands under: "est venu espionner"."""
    for _ in range(MAX_DEPTH):
        if tree.is_finite(i) or tree.head(i) == i:
            break
        i = tree.head(i)
    return i


def saying_verb(tree: Tree, i: int) -> int:
    """The finite verb beside which a gerund says what it says: "a condamné l'attaque, ajoutant qu'il partirait"."""
    token = tree.tokens[i]
    gerund = token.dep == "advcl" and is_gerund(tree, i) and not tree.mark(i)
    return finite_above(tree, token.head) if gerund and not tree.auxiliaries(i) else i


def is_of_noun(tree: Tree, i: int, head: int) -> bool:
    """ "Reports that X fled": a clause of a noun that is no predicate."""
    return tree.tokens[i].dep == "ccomp" and tree.tokens[head].pos == "NOUN" and tree.first(head, "cop") is None


def is_inverted(tree: Tree, i: int) -> bool:
    """ "Had the bomb exploded", "Should talks fail": an auxiliary before its subject makes a condition."""
    subject = tree.first(i, "nsubj", "nsubj:pass")
    words = (i, *tree.dependents(i, "aux", "aux:pass", "cop"))
    first = min(words)
    inverted = tree.tokens[first].lemma in tree.grammar.inverted and not tree.mark(i)
    return inverted and subject is not None and first < subject


def is_sought(tree: Tree, i: int, noun: int) -> bool:
    """ "une solution qui mette fin au conflit": in the subjunctive a relative clause tells what is wanted.

    Not of a name, nor behind a comma: many verbs look the same in both moods.
    """
    finite = [t for t in (tree.tokens[i], *tree.auxiliaries(i)) if t.has("Mood=Sub")]
    if not finite or tree.tokens[noun].pos == "PROPN" or tree.tokens[min(tree.below(i)) - 1].text == ",":
        return False
    done = tree.is_past_participle(i)  # "la seule ville qui ait été prise"
    return not done and not is_unique(tree, noun)


def is_instead(tree: Tree, i: int) -> bool:
    """ "no accident but an attack": what stands in the place of what was denied."""
    words = (tree.lemmas[k] for k in tree.dependents(i, "cc", "advmod") if k < i)
    return any(word in tree.grammar.adversative for word in words)


def clause_beside(tree: Tree, i: int) -> int:
    """What conjunct i is coordinated with; a finite verb with no infinitive, but with the clause above that one."""
    head = tree.head(i)
    if tree.is_finite(i) and tree.tokens[head].has("VerbForm=Inf") and not tree.is_finite(head):
        return tree.clause_verb(tree.head(tree.first_conjunct(head)))
    return head


def is_said_by_nobody(tree: Tree, saying: int) -> bool:
    """ "It is said that he fled": a passive with neither subject nor agent."""
    return tree.first(saying, "expl") is not None and tree.is_passive(saying) and tree.first(saying, "obl:agent") is None


def is_known_to_be(tree: Tree, i: int, head: int) -> bool:
    """ "ne savait pas que l'armée avait fui": it had, whoever knew of it."""
    mark = tree.mark(i)
    return tree.lemmas[head] in tree.grammar.knowing and bool(mark) and mark not in tree.grammar.condition_marks


def is_open(tree: Tree, i: int) -> bool:
    """Whether a clause leaves open whether it is so: "whether they fled", "whether to go", "on whether or not to go"."""
    marks = tree.grammar.condition_marks
    whole = tree.mark(i)
    before, _, last = whole.rpartition(" ")
    return last in marks or (last in tree.grammar.purpose_marks and any(w in marks for w in before.split()))


def asks(tree: Tree, word: int, clause: int) -> bool:
    """Whether a word opens an indirect question: "how", "why"; "qui" in a complement, where it takes up no noun."""
    token = tree.tokens[word]
    relative = token.has("PronType=Rel") and tree.tokens[clause].dep == "ccomp"
    return token.has("PronType=Int") or (relative and token.lemma.lower() in tree.grammar.interrogatives)


def is_wished(tree: Tree, i: int) -> bool:
    """ "il faut que les otages soient libérés": the subjunctive tells no fact."""
    return any(verb.has("Mood=Sub") for verb in (tree.tokens[i], *tree.auxiliaries(i)))


def is_remark(tree: Tree, saying: int) -> bool:
    """ "note that", "il faut dire que", "it should be noted that", "À noter que": the text says so itself."""
    token = tree.tokens[saying]
    if token.dep == "root" and token.has("VerbForm=Inf") and tree.mark(saying) == tree.grammar.dative_preposition:
        return True
    words = (tree.tokens[tree.head(saying)], *tree.auxiliaries(saying))
    called = any(word.lemma in tree.grammar.noting for word in words) and tree.first(saying, "nsubj") is None
    return called or "Mood=Imp" in tree.tokens[saying].morph
