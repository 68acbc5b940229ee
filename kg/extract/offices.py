"""Titles beside the name of their holder: offices become Positions, ranks and forms of address are no mentions.

"le Premier ministre irakien X" and "X, directeur du FBI" hold a Position; the colonel of "le colonel X" is X.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.labelends import fields_end
from kg.extract.spans import Nominal, Text
from kg.model import OBLIQUES, VERBAL
from kg.ontology import BODIES

CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})  # what stands beside a main clause, or is said in it
BESIDE = frozenset({"appos", "flat:name", "nmod", "compound", "flat", "dep"})
NOT_OF_OFFICE = frozenset(
    {
        "appos", "acl:relcl", "acl", "conj", "cc", "flat:name", "parataxis", "advcl", "cop", "nsubj", "advmod",
        "aux", "aux:tense", "det", "punct",
    }
)  # fmt: skip
FARTHEST_TITLE = 4  # words of titles between an office and the name ("le directeur, M. le professeur X")


def mark_offices(
    text: Text, nominals: Sequence[Nominal], people: Iterable[tuple[int, int]]
) -> tuple[list[Nominal], dict[int, int]]:
    """The nominals, with offices of named people as Positions and without titles that belong to a name.

    Also, for the first word of each name that a title or description carries, the head of that.
    """
    beside = _Beside(text, people)
    marked: list[Nominal] = []
    for nominal in reversed(nominals):  # an office may stand before another one: "le porte-parole, le colonel X"
        holder = beside.holder(nominal) if nominal.kind == "Person" else None
        if holder is not None and _is_office(text, nominal):
            marked.append(beside.as_position(nominal, holder))
            continue
        if nominal.head not in beside.titled:
            marked.append(nominal)
        if holder is not None and nominal.number != "p":
            beside.govern(nominal, holder)
    return marked[::-1], beside.governed


def prenominal_offices(text: Text, nominals: Sequence[Nominal], people: Iterable[tuple[int, int]]) -> Iterator[Nominal]:
    """Offices right before a name without an article: "French President X", "Interior Minister X"."""
    covered = {i for nominal in nominals for i in range(nominal.first, nominal.last)}
    for first, last in people:
        start = text.parse.sentences[text.tokens[first].sentence].first
        end, begin = _last_office(text, start, first)
        told = end
        if begin == end and (office := _office_with_field(text, first, last)) is not None:
            end, begin = _last_office(text, start, office + 1)
            told = first
        if begin == end or begin in covered:
            continue
        if text.tokens[end - 1].has("Number=Plur") and text.tokens[begin - 1].pos in {"ADP", "DET"}:
            continue  # "le Président du Conseil des ministres X"
        while begin > start and text.tokens[begin - 1].head in range(begin, last) and _modifies(text, begin - 1):
            begin -= 1
        yield Nominal(begin, told, told, end - 1, "Position", "", "s", "", "office")


def _office_with_field(text: Text, first: int, last: int) -> int | None:
    """The office from which a name is parted by what it is for: "UN envoy for Yemen |Ana Vidal|"."""
    kids = (kid for kid in text.parse.children[text.head(first, last)] if kid < first - 1)
    for office in kids:
        fields = (k for k in text.parse.children[office] if text.tokens[k].dep == "nmod" and k == first - 1)
        if text.tokens[office].dep == "compound" and any(text.is_cased(k) for k in fields):
            return office
    return None


def _last_office(text: Text, start: int, first: int) -> tuple[int, int]:
    """Where the office before a name ends and begins, ranks between them left out: "spokesman Colonel Dolan"."""
    end = first
    while titles := titles_before(text, start, end):
        offices = [begin for begin, kind in titles if kind == "office"]
        if offices:
            return end, offices[0]
        end = titles[0][0]
    return end, end


def titles_before(text: Text, start: int, end: int) -> list[tuple[int, str]]:
    """Where the titles that end at word `end` begin, the longest first, and their classes."""
    begins = (begin for begin in range(max(start, end - FARTHEST_TITLE), end) if _may_be_title(text, begin))
    found = ((begin, text.title_at(begin, end)) for begin in begins)
    return [(begin, title[1].kind) for begin, title in found if title is not None and title[0] == end - begin]


def _may_be_title(text: Text, i: int) -> bool:
    """Whether a word is no verb of its clause: "le parlement a élu Ana Vidal"."""
    return text.tokens[i].pos != "VERB" or text.tokens[i].dep in BESIDE


def _modifies(text: Text, i: int) -> bool:
    """Whether a word before an office is part of it: "French", "former", "deputy", "sales chief"."""
    titles, form = text.language.titles, text.forms[i]
    if text.tokens[i].dep == "compound" and text.tokens[i].pos == "NOUN" and text.language.nouns.get(text.lemmas[i]) is None:
        return True
    known = form in titles or titles.is_former((form,)) or form in text.language.grammar.standing_in
    return text.tokens[i].dep in {"compound", "amod"} and (text.tokens[i].text[:1].isupper() or known)


def _is_office(text: Text, nominal: Nominal) -> bool:
    """Whether a title names an office, or a rank that commands or speaks for something."""
    named = titles_before(text, text.parse.sentences[text.tokens[nominal.head].sentence].first, nominal.head + 1)
    if nominal.rule == "office" or any(kind == "office" for _, kind in named):
        return True
    title = text.language.titles.get(text.forms[nominal.head]) or text.language.titles.get(text.lemmas[nominal.head])
    if title is None or not title.relation or title.kind == "kinship":
        return False
    return any(title.relation != "memberOf" or _may_have_members(text, kid) for kid in _complements(text, nominal))


def _complements(text: Text, nominal: Nominal) -> Iterator[int]:
    """The complements of an office; parsers take "commandant de la Force Al-Qods" for an apposition at times."""
    kids = text.parse.children[nominal.head]
    yield from (kid for kid in kids if text.tokens[kid].dep in {"nmod", "appos"} and text.is_cased(kid))


def _may_have_members(text: Text, i: int) -> bool:
    """Whether a noun may be of those whom somebody belongs to, not of what for: "militante des droits humains"."""
    noun = text.language.nouns.get(text.lemmas[i])
    return text.tokens[i].pos == "PROPN" or (noun is not None and noun.kind in {*BODIES, "Group", "GeopoliticalEntity"})


class _Beside:
    """Which words belong to the name of a person, titles and offices before it included."""

    def __init__(self, text: Text, people: Iterable[tuple[int, int]]) -> None:
        self._text = text
        self.governed: dict[int, int] = {}
        self.titled: set[int] = set()
        self._name_of: dict[int, int] = {}  # word -> first word of the name
        for first, last in people:
            start = self._with_titles(first)
            self.titled.update(range(start, first))
            self._name_of.update((i, first) for i in range(start, last))

    def holder(self, office: Nominal) -> int | None:
        """The first word of the name of who holds the office: by grammar, or by standing right beside it."""
        text = self._text
        token = text.tokens[office.head]
        if self._belongs_to_another(office):
            return None
        if token.dep in {"appos", "nmod", "conj"} and token.head in self._name_of and not text.is_cased(office.head):
            return self._name_of[token.head]
        first = text.tokens[token.head]
        if token.dep == "conj" and first.dep == "appos" and first.head in self._name_of and self._is_bare(office, first.i):
            return self._name_of[first.head]  # "X, ministre de la Défense et conseiller du président"
        for kid in text.parse.children[office.head]:
            if kid in self._name_of and text.tokens[kid].dep in BESIDE and not text.is_cased(kid):
                return None if self._qualifies(self._name_of[kid], office) else self._name_of[kid]
        return self._before(office) or self._after(office)

    def _is_bare(self, office: Nominal, first: int) -> bool:
        """Whether neither an office nor the one that it is joined to has a preposition, nor the second an article."""
        article = any(self._text.tokens[kid].dep == "det" for kid in self._text.parse.children[office.head])
        return not (article or self._text.is_cased(office.head) or self._text.is_cased(first))

    def _belongs_to_another(self, office: Nominal) -> bool:
        """Whether an office only says whose spokesman, wife or lawyer the person named behind a comma is."""
        text, token = self._text, self._text.tokens[office.head]
        whose = text.tokens[token.head]
        if token.dep == "nmod:poss":  # "the president's envoy, X"
            return True
        if token.dep != "nmod" or whose.i >= office.first or whose.has("Number=Plur") or not text.is_cased(office.head):
            return False
        noun, title = text.language.nouns.get(text.lemmas[whose.i]), text.language.titles.get(text.lemmas[whose.i])
        person = title is not None or (noun is not None and noun.kind == "Person")
        end = self._phrase_end(office.head, office.last)
        return person and end < len(text.tokens) and text.tokens[end].text == ","

    def as_position(self, office: Nominal, holder: int) -> Nominal:
        """The office with all that belongs to it, as a Position."""
        text, head = self._text, office.head
        clauses = (k for k in text.parse.children[head] if text.tokens[k].dep == "acl" and k > head)
        last = self._phrase_end(head, min([office.last, *clauses]))  # "a president backed by Turkey" is none of Turkey
        while last > head + 1 and text.tokens[last - 1].pos in ("ADP", "DET"):  # "spokesman for X", if X is no part of it
            last -= 1
        self.govern(office, holder)
        return replace(office, last=last, label_last=last, kind="Position")

    def govern(self, title: Nominal, holder: int) -> None:
        """Let a title or description that stands before a name carry it: "le commandant de la force, X"."""
        if title.first < holder:
            self.governed[holder] = title.head
            self._name_of.update((i, holder) for i in range(title.first, holder))

    def _with_titles(self, first: int) -> int:
        """Where the titles begin that end right before the name at word `first`: "M.", "le colonel", "Mme"."""
        text = self._text
        start = max(text.parse.sentences[text.tokens[first].sentence].first, first - FARTHEST_TITLE)
        for begin in range(start, first):
            title = text.title_at(begin, first)
            if title is not None and title[0] == first - begin:
                return self._with_titles(begin)
        return first

    def _before(self, office: Nominal) -> int | None:
        """The name that ends right before the office, but for a comma: "X, directeur"."""
        before = office.first - 1
        if self._is_article(before):
            before -= 1
        if before < 1 or self._text.tokens[before].text != ",":
            return None
        holder = self._name_of.get(before - 1)
        return None if holder is None or self._is_in_opener(holder, office.head) else holder

    def _is_in_opener(self, name: int, office: int) -> bool:
        """Whether a name with a preposition belongs to what comes before the clause: "Selon X, le ministre a menti".

        So where the preposition is that of its title: "Après l'appel du juge X, le ministre a signé".
        """
        text, acting = self._text, self._text.tokens[office]
        while text.tokens[name].dep == "conj":  # "Lors du procès d'Ivo et Lia Sand, le procureur a requis …"
            name = text.tokens[name].head
        token = text.tokens[name]
        titled = token.dep in BESIDE and token.head < name and acting.dep.startswith("nsubj")
        subjects = [kid for kid in text.parse.children[acting.head] if text.tokens[kid].dep.startswith("nsubj")]
        return text.is_cased(name) or (titled and text.is_cased(token.head) and subjects == [office])

    def _after(self, office: Nominal) -> int | None:
        """The name that begins right after the office, but for a comma and an article."""
        end = self._phrase_end(office.head, office.last)
        last = self._text.parse.sentences[self._text.tokens[office.head].sentence].last
        end = self._quotation_end(end, last)
        while end < last and end not in self._name_of and self._text.tokens[end].text[:1].isupper():
            end += 1  # the name of what the office is in
        while end < last and (self._text.tokens[end].text == "," or self._is_article(end)):
            end += 1
        if self._text.tokens[end - 1].pos == "ADP":  # "a commander during Hussein's reign"
            return None
        if end - 1 in self.titled and end - 1 != office.head and self._text.is_cased(end - 1):
            return None  # "the father of footballer Luis Dolan"
        name = self._name_of.get(end)
        return None if name is None or self._qualifies(name, office) or self._is_in_opening(office.head, end) else name

    def _qualifies(self, name: int, office: Nominal) -> bool:
        """Whether a name only tells which body is meant: "a leader of the Sadr movement", "un chef du clan Karzai"."""
        tokens, end = self._text.tokens, name
        while self._name_of.get(end) == name:
            end += 1
        if tokens[end - 1].dep == "compound" == tokens[name].dep and tokens[end - 1].head == end:
            return tokens[end].pos == "NOUN"
        families = self._text.language.profile.words("names", "families")
        return end == name + 1 and office.head < name - 1 and self._text.lemmas[name - 1] in families

    def _is_in_opening(self, office: int, name: int) -> bool:
        """Whether the subject of a clause is named that the office only opens: "Blessé par un policier, Paul Morand …".

        So it is where the office stands in what somebody says: "arrested a gang leader, Olga Terin said".
        """
        tokens, name_of = self._text.tokens, self._name_of
        whose = name_of[name]  # titles before the name are its too: "À côté du maire, le colonel Diop a salué"
        end = next((i for i in range(name, len(tokens)) if name_of.get(i) != whose), len(tokens))
        outer = next((i for i in range(name, end) if name_of.get(tokens[i].head) != whose), name)
        if not tokens[outer].dep.startswith("nsubj"):
            return False
        main, word = tokens[outer].head, office
        while tokens[word].head not in {word, main}:
            word = tokens[word].head
        # "Selon le maire, Paul Morand, …": that is the mayor, but not "…, Paul Morand n'a pas menti"
        told = end < len(tokens) and (tokens[end].pos in VERBAL or (tokens[end].head == main and tokens[end].dep != "punct"))
        phrase = tokens[word].dep in OBLIQUES and self._text.is_cased(word) and told
        return tokens[word].head == main and (tokens[word].dep in CLAUSES or phrase)

    def _quotation_end(self, i: int, last: int) -> int:
        """Where the name in quotation marks ends that begins at word `i`; `i` itself if there is none."""
        if i < last and self._text.tokens[i].text in self._text.opening:
            return next((k + 1 for k in range(i + 1, last) if self._text.tokens[k].text in self._text.closing), i)
        return i

    def _is_article(self, i: int) -> bool:
        token = self._text.tokens[i] if 0 <= i < len(self._text.tokens) else None
        return token is not None and token.pos == "DET" and "Definite=Def" in token.morph

    def _phrase_end(self, head: int, last: int) -> int:
        """The end of the office with its complements: "directeur de l'agence" up to the name or a comma."""
        inside = {head}
        todo = [head]
        while todo:
            for kid in self._text.parse.children[todo.pop()]:
                dep = self._text.tokens[kid].dep
                own = dep not in NOT_OF_OFFICE or (dep == "det" and kid > head)
                if (own or (dep == "appos" and self._text.is_cased(kid))) and kid not in self._name_of:
                    inside.add(kid)
                    todo.append(kid)
        while last in inside:
            last += 1
        if last == len(self._text.tokens) or self._text.tokens[last].pos not in ("CCONJ", "PUNCT"):
            return last
        fields = (k for k in self._text.parse.children[head] if k in inside and self._text.tokens[k].dep == "nmod")
        return max((fields_end(self._text, field, last) for field in fields), default=last)
