"""Days and spans of time in a French tree, and what the parser hung on them."""

from __future__ import annotations

from kg.annotate.french.partitives import make_partitive
from kg.annotate.french.signs import EVES, QUE, VERBAL, has_subject, is_bare, is_reflexive, is_time, noun_start, takes_object
from kg.annotate.parsing import Parsing
from kg.annotate.signs import is_past_participle, noun_end
from kg.annotate.tree import NOMINAL, Tree
from kg.lang import language

NEVER_TIMES = ("obj", "iobj", "dep", "ccomp", "xcomp", "appos")
FIRST = ("1er", "1ᵉʳ")  # the first day of a month
TOWARDS = ("vers", "à", "en", "pour")  # what stands before where one goes
EARLY = ("tôt", "tard")
OCCASION = "lors"  # "lors de", before what something happened at
LONGEST_DATE = 4  # words of a day, its number, month and year
SINCE, HERE = "depuis", "ici"
OF_OBJECTS = ("de", "contre", "envers", "entre")  # what stands before a complement of a noun, and of no time


def free_origins_from_dates(tree: Tree, parsing: Parsing) -> None:
    """Give a verb the place behind its date: "est parti le 27 juin de Varna"; no day is a town's."""
    for i, dep in enumerate(tree.dep):
        month = tree.head[i]
        if dep != "nmod" or tree.pos[i] != "PROPN" or tree.case(i) != "de" or tree.lemma[month] not in parsing.temporal:
            continue
        day = tree.head[month] if tree.pos[tree.head[month]] == "NUM" else month
        verb = tree.head[day]
        if tree.dep[day] == "obl" and not tree.case(day) and tree.pos[verb] == "VERB" and verb < day < i:
            for behind in [c for c in (*tree.children[day], *tree.children[month]) if c >= i and tree.case(c)]:
                tree.move(behind, verb, "obl")


def raise_deadlines(tree: Tree) -> None:
    """Hang "d'ici" on what is due by then, not on what it is done with: "la livraison de six chars d'ici à juin"."""
    told_of = language("fr").frames.nouns
    for ici, text in enumerate(tree.text):
        if text != HERE or tree.first[ici] or tree.lemma[ici - 1] != "de":
            continue
        time = tree.head[ici - 1]
        noun = tree.head[time]
        while tree.dep[noun] == "nmod" and tree.head[noun] < noun and tree.lemma[noun] not in told_of:
            noun = tree.head[noun]
        if tree.dep[time] == "nmod" and noun != tree.head[time] and tree.lemma[noun] in told_of:
            tree.move(time, noun, "nmod")


def raise_last_times(tree: Tree, parsing: Parsing) -> None:
    """Give the main verb a day behind a comma that ends the sentence: "tué par un homme qui fuyait, lundi à Varna"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("obl", "appos") or tree.lemma[i] not in parsing.temporal or i == 0 or tree.text[i - 1] != ",":
            continue
        end, noun = noun_end(tree, i, tree.end_of(i)), _described_by_clause(tree, i)
        if noun is None or tree.case(i) or "," in tree.text[noun : i - 1] or end >= len(tree) or tree.text[end] != ".":
            continue
        noun = tree.above_nouns(noun)
        if tree.pos[noun] == "VERB":
            tree.move(i, noun, "obl")


def _described_by_clause(tree: Tree, i: int) -> int | None:
    """The noun on which word i hangs, or whose relative clause it hangs in."""
    clause = tree.head[i]
    if tree.child(clause, "acl:relcl") is not None:
        return clause
    while tree.dep[clause] in ("xcomp", "ccomp", "conj"):
        clause = tree.head[clause]
    return tree.head[clause] if tree.dep[clause] == "acl:relcl" else None


def free_from_times(tree: Tree, parsing: Parsing) -> None:
    """Hang under the object what the parser hung on the day before it: "a rejeté mardi la proposition de X d'une trêve"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        if (
            dep != "nmod"
            or tree.case(i) not in OF_OBJECTS
            or tree.lemma[time] not in parsing.temporal
            or tree.lemma[i] in parsing.temporal
        ):
            continue
        verb = tree.head[time]
        between = next((c for c in tree.children[verb] if time < c < i and tree.dep[c] == "obj"), None)
        if between is not None:
            tree.move(i, between, "nmod")


def free_complements_from_past(tree: Tree, parsing: Parsing) -> None:
    """Give a noun its complement behind how long ago it was: "la condamnation il y a deux mois d'un élu"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        known = tree.lemma[time] in parsing.temporal or tree.lemma[time] in parsing.spans
        if dep != "nmod" or tree.case(i) != "de" or not known or time > i:
            continue
        ago = tree.child(time, "case")
        if ago is None or tree.text[ago : ago + 3] != ["il", "y", "a"] or tree.lemma[i] in parsing.temporal:
            continue
        told = tree.head[time] if tree.dep[time] == "nmod" else ago - 1
        if tree.pos[told] == "NOUN" and told == ago - 1:
            tree.move(i, told, "nmod")


def free_complements_from_dates(tree: Tree, parsing: Parsing) -> None:
    """Give a noun its complement behind its date: "l'attaque du 7 octobre du Hamas", "le meurtre le 3 mai du maire"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        if dep != "nmod" or tree.case(i) != "de" or not time < i or not is_time(tree, time, parsing):
            continue
        if tree.pos[tree.head[time]] == "NUM" and not tree.case(time):
            time = tree.head[time]  # the number of the day
        told = tree.head[time]
        beside = tree.case(time) == "de" or (not tree.case(time) and min([time, *tree.children[time]]) == told + 1)
        dated = tree.dep[time] == "nmod" and beside and told < time and tree.pos[told] == "NOUN"
        if dated and tree.pos[i] in NOMINAL and not is_time(tree, i, parsing) and not is_time(tree, told, parsing):
            tree.move(i, told, "nmod")


def free_reasons_from_dates(tree: Tree, parsing: Parsing) -> None:
    """Give the verb the reason that was hung on its date: "mis en examen le 16 juillet 2021 pour corruption"."""
    for i, dep in enumerate(tree.dep):
        date = tree.head[i]
        if dep != "nmod" or tree.pos[i] != "NOUN" or date > i or tree.case(i) != "pour" or tree.lemma[i] in parsing.temporal:
            continue
        dated = (tree.pos[date] == "NUM" and any(tree.lemma[c] in parsing.temporal for c in tree.children[date])) or (
            tree.lemma[date] in parsing.temporal
        )
        if dated and tree.pos[tree.head[date]] == "VERB" and tree.dep[date].startswith("obl"):
            tree.move(i, tree.head[date], "obl")


def free_what_reflexives_take(tree: Tree, parsing: Parsing) -> None:
    """Give a reflexive verb its complement that was hung on its time: "s'est emparé en juin de la ville"."""
    for i, dep in enumerate(tree.dep):
        time = tree.head[i]
        if (
            dep != "nmod"
            or time > i
            or tree.case(i) != "de"
            or not is_time(tree, time, parsing)
            or is_time(tree, i, parsing)
        ):
            continue
        verb, told = tree.head[time], tree.pos[i] == "PROPN" or tree.child(i, "det") is not None
        if tree.case(time) not in ("", "en"):
            continue  # "s'est présenté lundi, au lendemain de l'élection"
        if (
            told
            and tree.pos[verb] == "VERB"
            and verb < time
            and is_reflexive(tree, verb)
            and tree.dep[time].startswith("obl")
        ):
            tree.move(i, verb, "obl:arg")


def lower_early(tree: Tree, parsing: Parsing) -> None:
    """Hang on its day the "early" taken for a quality of who tells: "ont rapporté les médias locaux tôt dimanche"."""
    for i, dep in enumerate(tree.dep):
        if dep == "amod" and tree.text[i] in EARLY and tree.lemma[i + 1] in parsing.temporal:
            tree.move(i, i + 1, "advmod")


def free_towns_from_days(tree: Tree, parsing: Parsing) -> None:
    """Part a name from the day that it was taken into: "est arrivé à Sanaa mardi"."""
    for i, dep in enumerate(tree.dep):
        day = tree.head[i]
        if dep != "det" or tree.pos[i] != "PROPN" or day != i + 1 or tree.lemma[day] not in parsing.temporal:
            continue
        case, above = tree.child(day, "case"), tree.head[day]
        if case == i - 1 and case is not None and above != day:
            tree.move(i, above, tree.dep[day])
            tree.move(case, i, "case")


def free_from_bare_days(tree: Tree, parsing: Parsing) -> None:
    """Give the verb what was hung on its day: "a été extradé lundi de Belgique vers la France".

    So whatever stands with "par" behind a part of a month or year: "a répondu au début du mois par des sanctions".
    """
    for i, dep in enumerate(tree.dep):
        day = tree.head[i]
        if dep not in ("nmod", "obl", "obl:arg") or day > i:
            continue
        edge = (
            tree.lemma[day] in parsing.edges
            and tree.case(i) == "par"
            and any(tree.lemma[c] in parsing.temporal or tree.lemma[c] in parsing.spans for c in tree.children[day] if c < i)
        )
        if not edge and (tree.text[day].lower() not in parsing.days or tree.case(day)):
            continue
        above, case = tree.head[day], tree.case(i)
        moved = case == "de" and any(tree.case(c) in TOWARDS for c in tree.children[day] if c > i)
        if above < day and tree.pos[above] in ("VERB", "ADJ") and case and (case != "de" or moved):
            tree.move(i, above, "obl")


def join_past_times(tree: Tree, parsing: Parsing) -> None:
    """Join to the first what the parser joined to its date: "s'est emparé de Tirna en mai et de Varna, le port, en juin"."""
    for i, dep in enumerate(tree.dep):
        time, case = tree.head[i], tree.case(i) if dep == "conj" else ""
        if not case or tree.pos[i] != "PROPN" or not is_time(tree, time, parsing):
            continue
        verb = tree.head[time]
        first = next((c for c in tree.children[verb] if c < time and tree.case(c) == case and tree.pos[c] == "PROPN"), None)
        if first is None or tree.pos[verb] != "VERB":
            continue
        tree.move(i, first, "conj")
        for noun in [c for c in tree.children[verb] if c > i and tree.dep[c] == "obj" and tree.text[i + 1] == ","]:
            if is_reflexive(tree, verb) and tree.first_of(noun) <= i < min([noun, *tree.children[noun]]) <= i + 2:
                tree.move(noun, i, "appos")


def lower_to_participles(tree: Tree, parsing: Parsing) -> None:
    """Hang a time or place right behind a bare participle under it, not under the noun before: "un homme tué en mars a …".

    So with what it happened at: "deux agents blessés lors d'une marche". Where something is held or planned is its own
    place: "une réunion prévue à Lyon".
    """
    grammar, told_of = language("fr").grammar, language("fr").frames.nouns
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep not in ("nmod", "advmod") or noun + 1 >= i or tree.pos[noun] != "NOUN":
            continue
        when = is_time(tree, i, parsing) or tree.temporal[i] or (tree.case(i) == OCCASION and tree.lemma[i] in told_of)
        if not when and (tree.case(i) not in grammar.inside_prepositions or tree.pos[i] != "PROPN"):
            continue
        start = min([i, *tree.children[i]])
        above = start - 1  # the participle, or what hangs on it already
        while above > noun and tree.dep[above] != "acl" and tree.head[above] > noun:
            above = tree.head[above]
        told = noun < above < start and tree.dep[above] == "acl" and is_past_participle(tree, above)
        told = told and (tree.head[above] != noun or tree.lemma[noun] not in told_of)
        if told and is_bare(tree, above) and tree.is_above(noun, above) and tree.text[start - 1] != ",":
            tree.move(i, above, "obl")


def mend_times(tree: Tree, parsing: Parsing) -> None:
    """Never take a time for an object: "a annoncé lundi que", "a pris fin le 6 mai", "a livré le mois dernier X"."""
    for i, dep in enumerate(tree.dep):
        if dep not in NEVER_TIMES or tree.pos[tree.head[i]] not in VERBAL or tree.case(i):
            continue
        determiner = tree.child(i, "det")
        bare = determiner is None or tree.lemma[determiner] == "ce" or tree.lemma[i] in EVES  # "avait bombardé la veille X"
        date = tree.pos[i] == "NUM" and any(tree.lemma[c] in parsing.temporal for c in tree.children[i])
        if (tree.lemma[i] in parsing.temporal and bare) or (date and i > tree.head[i]) or _is_deictic(tree, i, parsing):
            tree.dep[i] = "obl"


def raise_spans(tree: Tree, parsing: Parsing) -> None:
    """Give a verb the days from and to which it goes on, not what it is done to: "a bombardé la ville du 3 au 9 mai"."""
    frames = language("fr").frames
    for first in range(1, len(tree)):
        if tree.lemma[first - 1] != "de" or not _is_day(tree, first, parsing) or not _goes_on(tree, first, parsing):
            continue
        if tree.text[first].isdecimal():
            tree.pos[first] = "NUM"
        noun = tree.head[first]
        verb = tree.head[noun]
        happens = frames.is_told_by(tree.lemma[noun])  # "une grève du 3 au 5 mai"
        of_noun = tree.dep[first] == "nmod" and tree.pos[noun] == "NOUN" and noun < first and not happens
        if of_noun and tree.pos[verb] == "VERB" and tree.dep[noun] in ("obj", "obl", "obl:arg"):
            for last in [c for c in tree.children[noun] if c > first and _is_day(tree, c, parsing)]:
                tree.move(last, first, "nmod")
            tree.move(first, verb, "obl")


def _is_day(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a word may begin a date: a number, "1er", a day or a month."""
    return tree.text[i].isdecimal() or tree.text[i] in FIRST or tree.lemma[i] in parsing.temporal


def _goes_on(tree: Tree, first: int, parsing: Parsing) -> bool:
    """Whether a second date follows the one that begins at a word: "17 mars au 2 avril"."""
    for to in range(first + 1, min(first + LONGEST_DATE, len(tree) - 1)):
        if tree.lemma[to] == "à" and tree.pos[to] == "ADP":
            return _is_day(tree, to + 1, parsing)
        if not _is_day(tree, to, parsing):
            return False
    return False


def join_behind_days(tree: Tree, parsing: Parsing) -> None:
    """Make the content of what is said of a clause that was hung on its day: "a annoncé samedi qu'elle partirait"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("acl", "acl:relcl", "advcl"):
            continue
        that = next((c for c in tree.children[i] if tree.text[c] in QUE and tree.pos[c] == "PRON"), None)
        day = that - 1 if that else i
        verb = tree.head[day]
        if tree.lemma[day] not in parsing.temporal or tree.head[i] not in (day, verb):
            continue
        if tree.pos[verb] != "VERB" or verb > day:
            continue
        if that is not None and not any(tree.dep[c] in ("obj", "ccomp", "xcomp") for c in tree.children[verb]):
            tree.move(i, verb, "ccomp")
            tree.dep[that], tree.pos[that], tree.morph[that] = "mark", "SCONJ", ""


def free_days(tree: Tree, parsing: Parsing) -> None:
    """Hang a day before a phrase that it was taken into where that phrase hangs: "une marche jeudi contre la réforme".

    Nobody's things have a day: "a succombé à ses blessures jeudi" tells when they died.
    """
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep in ("nmod", "amod") and tree.lemma[i] in parsing.days and noun == i - 1 and not tree.case(i):
            owned = any("Poss=Yes" in tree.morph[c] for c in tree.children[noun])
            if owned and tree.pos[tree.head[noun]] == "VERB":
                tree.move(i, tree.head[noun], "obl")
            continue
        if dep not in ("advmod", "obl", "nmod") or noun < i + 2 or tree.lemma[i] not in parsing.temporal or tree.children[i]:
            continue
        if tree.pos[noun] not in NOMINAL or tree.dep[noun] not in ("obl", "obl:arg", "nmod") or tree.head[noun] > i:
            continue
        case = tree.child(noun, "case")
        if case is not None and case == i + 1:
            above = tree.head[noun]
            tree.move(i, above, "obl" if tree.pos[above] == "VERB" else "nmod")


def lower_times(tree: Tree, parsing: Parsing) -> None:
    """Hang a time under the participle right before it: "a condamné jeudi l'homme arrêté le 4 avril"."""
    for i, dep in enumerate(tree.dep):
        if dep not in ("obl", "obl:mod", "nmod") or tree.case(i) or not is_time(tree, i, parsing):
            continue
        participle = noun_start(tree, i) - 1
        if participle < 1 or tree.dep[participle] != "acl" or tree.pos[participle] != "VERB":
            continue
        noun = tree.head[participle]
        behind = any(c > participle for c in tree.children[participle])
        if tree.head[i] in (noun, tree.head[noun]) and noun < participle and not behind:
            tree.move(i, participle, "obl")


def lower_to_starts(tree: Tree, parsing: Parsing) -> None:
    """Hang a date on what goes on since then: "a tué 300 civils depuis le début de la guerre le 24 février"."""
    for i, dep in enumerate(tree.dep):
        if tree.pos[i] != "NUM" or dep not in ("obl", "obl:mod", "obl:arg") or tree.case(i) or not is_time(tree, i, parsing):
            continue
        last = noun_start(tree, i) - 1
        since = (c for c in tree.children[tree.head[i]] if c < i and tree.case(c) == SINCE and tree.is_above(c, last))
        start = next(since, None)
        if start is not None and tree.pos[start] == "NOUN" and tree.lemma[start] not in parsing.temporal | parsing.spans:
            tree.move(i, start, "nmod")


def raise_deictic(tree: Tree, parsing: Parsing) -> None:
    """Give the verb a span told from today that was hung on a name: "a tué X à la base de Varna la semaine dernière"."""
    happenings = language("fr").frames.nouns
    for i, dep in enumerate(tree.dep):
        if dep != "nmod" or tree.case(i) or tree.pos[tree.head[i]] != "PROPN" or not _is_deictic(tree, i, parsing):
            continue
        noun = tree.head[i]
        while tree.dep[noun] in ("nmod", "appos") and tree.lemma[noun] not in happenings:
            noun = tree.head[noun]
        verb = tree.head[noun]
        if tree.dep[noun] in ("obj", "obl", "obl:arg") and tree.lemma[noun] not in happenings and tree.pos[verb] == "VERB":
            tree.move(i, verb, "obl")


def see_stressed(tree: Tree, parsing: Parsing) -> None:
    """Part a pronoun behind a preposition from the time that it was taken into: "a porté plainte contre lui vendredi"."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "det" or tree.pos[i] != "PRON" or "PronType=Prs" not in tree.morph[i] or noun <= i:
            continue
        case = next((c for c in tree.children[noun] if tree.dep[c] == "case" and c < i), None)
        if case is None or tree.lemma[noun] not in parsing.temporal or tree.head[noun] == noun:
            continue
        tree.move(i, tree.head[noun], "obl")
        tree.move(case, i, "case")
        tree.dep[noun] = "obl"


def _is_deictic(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a noun is a span of time told from today: "le mois dernier", "la semaine prochaine", "ces derniers jours"."""
    determiner = tree.child(i, "det") if tree.lemma[i] in parsing.spans and i > tree.head[i] else None
    if determiner is None:
        return False
    told = (i - 1, i + 1) if tree.lemma[determiner] == "ce" else (i + 1,)
    return any(tree.lemma[c] in parsing.deictic for c in tree.children[i] if c in told)


def mend_behind_times(tree: Tree, parsing: Parsing) -> None:
    """Give the verb back the object that stands behind its date: "a condamné jeudi 14 mars l'ancien maire"."""
    for i, dep in enumerate(tree.dep):
        if dep == "obl" and _follows_time(tree, i, parsing) and takes_object(tree, tree.head[i]):
            tree.dep[i] = "obj"  # "ont attaqué ces derniers jours la ville"
        if dep not in ("nmod", "appos", "conj", "dep"):
            continue
        above = tree.head[i]
        if _follows_place(tree, i) and takes_object(tree, tree.head[above]):
            tree.move(i, tree.head[above], "obj")  # "a reçu mardi à Berlin le ministre"
        if above > i:
            continue
        edge = tree.lemma[above] in parsing.edges and any(tree.lemma[c] in parsing.temporal for c in tree.children[above])
        deictic = _is_deictic(tree, above, parsing) or edge  # "a interdit jusqu'à la fin août l'exportation"
        lasting = tree.lemma[above] in parsing.spans and tree.case(above) == SINCE  # "mène depuis un an des attaques"
        if not deictic and not lasting and not is_time(tree, above, parsing):
            continue
        verb = tree.head[above]
        if deictic and tree.case(i) == "de" and tree.lemma[verb] in parsing.partitive and takes_object(tree, verb):
            make_partitive(tree, i)  # "a livré le mois dernier des drones"
        article = tree.child(i, "case")
        some = dep == "nmod" and not deictic and article is not None and tree.text[article].lower() == "des"
        if some and tree.lemma[verb] in parsing.partitive and takes_object(tree, verb):
            make_partitive(tree, i)  # "a tenu en septembre des exercices"
        bare = tree.child(i, "det") is None and tree.child(i, "nummod") is None
        if bare or tree.case(i) or tree.child(i, "cc") is not None or tree.lemma[i] in parsing.temporal:
            continue
        time = above
        while (
            (deictic or lasting or is_time(tree, above, parsing))
            and tree.pos[above] in NOMINAL
            and tree.head[above] != above
        ):
            above = tree.head[above]
        if tree.pos[above] == "VERB" and above < i and takes_object(tree, above):
            tree.move(i, above, "obj")
            for child in [c for c in tree.children[time] if c > i and tree.dep[c] == "nmod" and tree.case(c)]:
                tree.move(child, i, "nmod")  # "a mené ces derniers mois des frappes sur X"


def _follows_time(tree: Tree, i: int, parsing: Parsing) -> bool:
    """Whether a noun with its article and without a preposition stands right behind a day, or a span told from today, and
    is neither: "a visé, ce mardi 3 mai, l'équipe", "ont attaqué ces derniers jours la ville"."""
    article = tree.child(i, "det") if tree.pos[i] == "NOUN" and not tree.temporal[i] and not tree.case(i) else None
    verb = tree.head[i]
    if article is None or article - 1 <= verb or tree.lemma[i] in parsing.spans or not has_subject(tree, verb):
        return False
    before = article - 1 - (tree.text[article - 1] == ",")
    while verb < tree.head[before] < before:
        before = tree.head[before]
    enclosed = tree.text[article - 1] != "," or tree.text[verb + 1] == ","
    told = is_time(tree, before, parsing) or _is_deictic(tree, before, parsing)
    return told and enclosed and tree.head[before] == verb and tree.lemma[verb] not in parsing.speech


def mend_behind_measures(tree: Tree, parsing: Parsing) -> None:
    """Give the verb back the object that stands behind a length of time: "a condamné à dix ans de prison l'ancien maire"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        article = tree.child(i, "det") if dep in ("appos", "nmod") and tree.pos[i] == "NOUN" and verb < i else None
        if article is None or tree.case(i):
            continue
        counted = False
        while tree.pos[verb] in NOMINAL and tree.head[verb] != verb:
            counted = counted or tree.lemma[verb] in parsing.spans
            verb = tree.head[verb]
        if counted and tree.text[article - 1] != "," and tree.pos[verb] == "VERB" and verb < i and takes_object(tree, verb):
            tree.move(i, verb, "obj")


def _follows_place(tree: Tree, i: int) -> bool:
    """Whether a noun with an article or a number hangs right behind a name with its preposition: "à l'Ukraine dix chars"."""
    above = tree.head[i]
    if (
        tree.dep[i] not in ("appos", "nmod")
        or tree.pos[i] not in ("NOUN", "ADJ")
        or tree.pos[above] != "PROPN"
        or tree.case(above) == ""
    ):
        return False
    oblique = tree.dep[above] in ("obl", "obl:arg") and tree.pos[tree.head[above]] == "VERB" and tree.head[above] < above
    return oblique and not tree.case(i) and above + 1 in (tree.child(i, "det"), tree.child(i, "nummod"))
