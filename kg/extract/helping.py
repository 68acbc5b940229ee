"""Who supports whom by what a circumstance tells: "retook the town with the help of Russian troops"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.arguments import verb_arguments
from kg.extract.scene import Scene, fits
from kg.model import OBLIQUES, Mention, Ref, Relation

HELPERS = ("Force", "Organization", "GeopoliticalEntity")
HELPED = ("Actor",)
ARMED = frozenset({"fighter", "police"})  # flags of nouns for people who act for a body


def find_help(scene: Scene) -> Iterator[Relation]:
    """`supports` for each body or state with whose help somebody did something."""
    for helper in scene.mentions:
        help_noun = _help_of(scene, helper)
        if help_noun is None:
            continue
        verb, doers = _done_with(scene, help_noun)
        for helped in doers:
            if helped.index != helper.index and fits(helped, HELPED) and helped.kind != "Entity":
                yield scene.relation(
                    Ref("mention", helper.index),
                    "supports",
                    Ref("mention", helped.index),
                    (helper.first, helper.last - 1, helped.first, helped.last - 1),
                    "noun of help",
                    factuality=scene.factuality(verb),
                    confidence=0.8,
                )


def _help_of(scene: Scene, helper: Mention) -> int | None:
    """The noun that tells of somebody's help as a circumstance: "with the support of the coalition"."""
    tree, grammar = scene.tree, scene.tree.grammar
    one = tree.first_conjunct(helper.head)
    one = tree.head(one) if tree.tokens[one].dep == "appos" else one  # "with support from our ally Turkey"
    noun = tree.head(one)
    if helper.form == "pronoun" or tree.tokens[noun].lemma not in grammar.helping or not _may_help(scene, helper):
        return None
    given = grammar.of | grammar.origin_prepositions  # "with help from X"
    theirs = tree.tokens[one].dep == "nmod:poss" or (tree.tokens[one].dep == "nmod" and tree.preposition(one) in given)
    with_it = tree.preposition(noun) in grammar.instrument_prepositions
    return noun if theirs and (with_it or _helps(scene, noun)) else None


def _helps(scene: Scene, noun: int) -> bool:
    """Whether a help is by what a passive verb of helping is done: "aided by strong support from Turkey"."""
    token = scene.tree.tokens[noun]
    frames = scene.language.frames.relation_verbs.get(scene.tree.tokens[token.head].lemma, ())
    return token.dep == "obl:agent" and any(frame.kind == "supports" for _, frame in frames)


def _may_help(scene: Scene, helper: Mention) -> bool:
    noun = scene.language.nouns.get(helper.lemma)
    return helper.kind in HELPERS or (helper.kind == "Group" and noun is not None and bool(noun.flags & ARMED))


def _done_with(scene: Scene, help_noun: int) -> tuple[int, list[Mention]]:
    """The word that tells how sure it is that help was given, and who was helped: the subject, or a by-agent.

    Between commas the parser hangs the help on whoever acts: "the army, with the support of the coalition, entered".
    """
    tree, above = scene.tree, scene.tree.head(help_noun)
    if tree.tokens[help_noun].dep == "nmod":
        helped = scene.mention_at(above)
        subject = tree.tokens[above].dep in {"nsubj", "obl:agent"} and tree.tokens[above].head > help_noun
        return tree.head(above), [helped] if helped is not None and subject else []
    by = tree.tokens[help_noun].dep == "obl:agent"
    clause = _helped_clause(scene, above) if by else None
    if clause is not None:
        verb, sure = clause
        return verb, _subjects(scene, verb) if sure else []
    if tree.tokens[help_noun].dep not in OBLIQUES and not by:
        return above, []
    return above, _subjects(scene, above, "object" if by else "subject")


def _subjects(scene: Scene, verb: int, slot: str = "subject") -> list[Mention]:
    """Who does what a verb tells, and those coordinated with them."""
    actor = next((a for a in verb_arguments(scene.tree, verb) if a.slot == slot), None)
    found = (scene.mention_at(token) for token in (scene.tree.conjuncts(actor.token) if actor is not None else ()))
    return [mention for mention in found if mention is not None and mention.kind != "Position"]


def _helped_clause(scene: Scene, participle: int) -> tuple[int, bool] | None:
    """The clause before a comma whose subject is helped, not its object: "freed the town, aided by …"; and if it is sure.

    Of two clauses before the comma nobody knows which is meant.
    """
    tree, token = scene.tree, scene.tree.tokens[participle]
    of_object = token.dep == "acl" and tree.tokens[token.head].dep in {"obj", "nmod", *OBLIQUES}
    if tree.tokens[participle - 1].text != "," or not (of_object or token.dep == "advcl"):
        return None
    verb = tree.clause_verb(token.head)
    between = (tree.tokens[k] for k in range(verb + 1, participle))
    return verb, verb < participle and not any(one.pos == "VERB" and one.has("VerbForm=Fin") for one in between)
