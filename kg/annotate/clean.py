"""What the language model gets to read: an article's prose block by block, mended, with a way back to every offset.

Text that is no prose (bylines, share buttons, other scripts) becomes blocks of another kind, kept out of the grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from kg.annotate.accents import ANY_WORD
from kg.annotate.aligned import Aligned
from kg.annotate.noise import Noise

Kind = Literal["body", "headline", "byline", "foreign", "boilerplate"]

# One character for one character, so that offsets stay: typographic quotes, apostrophes, hyphens, spaces, line ends.
PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʹ′´`＇", "'"),
        **dict.fromkeys("“”„‟″‹›＂", '"'),
        **dict.fromkeys("‐‑⁃−", "-"),
        **dict.fromkeys("\u2028\u2029\x85", "\n"),
        **dict.fromkeys("\xa0\u1680\u202f\u205f\u3000\ufffd" + "".join(map(chr, range(0x2000, 0x200B))), " "),
        **{chr(code): " " for code in range(32) if chr(code) != "\n"},
        **{chr(code): " " for code in range(0x7F, 0xA0) if code != 0x85},
    }
)
DOUBLED_QUOTE = re.compile("''")  # a quotation mark in the manner of TeX and of typewriters
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
DECOMPOSED = re.compile("[A-Za-z][\u0300-\u036f]+")
OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c80-\ua71f\ua800-\udfff\uf900-\ufdff\ufe70-\ufeff\U00020000-\U0003ffff]")
OTHER_SCRIPT_RUN = re.compile(rf"\(?{OTHER_SCRIPT.pattern}+(?:[\s،,.-]*{OTHER_SCRIPT.pattern}+)*\)?")
# How a name is written elsewhere: "(Arabic: …)", "(en arabe : …)".
GLOSS = re.compile(rf" ?\((?:[^\W\d_]+ ?){{1,3}}:\s*(?:{OTHER_SCRIPT.pattern}+[\s،,.-]*)+\)")
PICTURES = re.compile(
    "[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe00-\ufe0f\u20e3\U0001f000-\U0001faff\U000e0000-\U000e007f]+"
)
BULLET = re.compile(r"^\s*(?:[•●▪■◆►▶★☆✓*·]|[-–—](?=\s))\s*")
ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S*[^\s.,;:!?)»\"']|\S+@\S+\.\w+")
HANDLE = re.compile(r"\s*\(@\w+\)|(?<![\w.])[@#](?=\w)")
FOOTNOTE = re.compile(r"\[(?:\d{1,3}|sic|note \d+|citation needed|réf\. nécessaire|edit|modifier)\]", re.IGNORECASE)
ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|lt|gt|laquo|raquo|#39|#x27|rsquo|lsquo|eacute);")
ENTITIES = {
    "&nbsp;": " ", "&amp;": "&", "&quot;": '"', "&apos;": "'", "&lt;": "<", "&gt;": ">", "&laquo;": "«",
    "&raquo;": "»", "&#39;": "'", "&#x27;": "'", "&rsquo;": "'", "&lsquo;": "'", "&eacute;": "é",
}  # fmt: skip
# The mark comes first in these two: a search that begins by looking back does so at every character.
UNSPACED_STOP = re.compile(
    r"[.!?…;,](?:(?<=[a-zà-ÿ]{2}[.!?…;])[»\"]?(?=[A-ZÀ-Ý][a-zà-ÿ' ])|(?<=[a-zà-ÿ]{2},)(?=[A-Za-zÀ-ÿ]{2}))"
)
# A stop in mid-sentence; a shorter word before it may be an abbreviation.
BROKEN_OFF = re.compile(r"\. (?<=[a-zà-ÿ]{6}\. )(?=[a-zà-ÿ]+ )")
SUFFIX_STOP = re.compile(r"\.(?:(?<= [JS]r\.)(?=,)| (?<= [JS]r\. )(?=[a-zà-ÿ]+ ))")  # "Marcos Jr. a dit": that of a name
SPACES = re.compile(r"[ \n]{2,}|\n")
WORDS = re.compile(r"[\w-]+")
LETTERS = re.compile(r"[^\W\d_]+")
CAPITAL_WORD = re.compile(r"(?:(?<=[\w,;] )|(?<='))[A-ZÀ-Ý][\w-]*")
END_OF_SENTENCE = frozenset('.!?…:;»")')
LONGEST_NOTICE = 240  # characters; a longer block is never taken for a byline, a button or a footer
LONGEST_HEADLINE = 250  # characters
WRAPPED = range(40, 131)  # widths at which mail and old terminals broke lines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a line that stands alone: its kind, and its text as mended."""

    kind: Kind
    text: Aligned


def clean(text: str, noise: Noise, title: str | None = None, names: Iterable[str] = ()) -> list[Block]:
    """Split `text` into blocks and mend the prose among them; `names` keep their capitals in an all-capitals line."""
    plain = Aligned.whole(text.encode("utf-8", "replace").decode("utf-8").translate(PLAIN))
    if "''" in plain.text:
        plain = plain.sub(DOUBLED_QUOTE, '"')
    if not text.isascii():
        plain = plain.sub(INVISIBLE, "")
    if not unicodedata.is_normalized("NFC", plain.text):
        plain = plain.sub(DECOMPOSED, lambda m: unicodedata.normalize("NFC", m.group()))
    sorted_out = [part for block in split_blocks(plain, noise) for part in sort_out(block, noise)]
    blocks = list(drop_repeats(mark_headlines(list(mark_links(sorted_out, noise)), title)))
    mended = [replace(b, text=mend(b.text, noise)) if b.kind in ("body", "headline") else b for b in blocks]
    return [block for block in recase(mended, names) if block.text.text]


# ------------------------------------------------------------------------------------------- blocks


def split_blocks(text: Aligned, noise: Noise) -> Iterator[Aligned]:
    """Cut at empty lines, and at line ends that are no mere wrapping."""
    lines: list[tuple[int, int]] = []
    begin = 0
    for line in [*text.text.split("\n"), ""]:
        if line.strip():
            lines.append((begin, begin + len(line)))
        elif lines:
            for start, end in unwrap(text.text, lines, noise):
                yield text.cut(start, end).strip()
            lines = []
        begin += len(line) + 1


def unwrap(text: str, lines: list[tuple[int, int]], noise: Noise) -> Iterator[tuple[int, int]]:
    """Join the lines of a paragraph that were broken only because they were long."""
    wrapped = is_wrapped([text[start:end].strip() for start, end in lines])
    start, end = lines[0]
    for below in lines[1:]:
        if wrapped or goes_on(text[start:end].rstrip(), text[slice(*below)].lstrip(), noise):
            end = below[1]
        else:
            yield start, end
            start, end = below
    yield start, end


def is_wrapped(lines: list[str]) -> bool:
    """Whether each line but the last is so long that the next word would not have fitted."""
    width = max(map(len, lines))
    if len(lines) < 3 or width not in WRAPPED:
        return False
    pairs = pairwise(lines)
    return all(len(line) + 1 + len(below.split(maxsplit=1)[0]) >= width for line, below in pairs)


def goes_on(line: str, below: str, noise: Noise) -> bool:
    """Whether a sentence runs on from one line to the next."""
    if line[-1] in END_OF_SENTENCE:
        return False
    return below[0].islower() or line[-1] == "," or line.rsplit(maxsplit=1)[-1].lower() in noise.function_words


# -------------------------------------------------------------------------------------------- kinds


def sort_out(text: Aligned, noise: Noise) -> Iterator[Block]:
    """Say what kind of block this is; an opening such as "PARIS (AFP) -" becomes a block of its own.

    So does who wrote, translated and edited it, told last between brackets: "(Rédigé par X ; édité par Y)".
    """
    opening = noise.dateline.match(text.text)
    if opening and opening.end() < len(text):
        yield Block("byline", text.cut(0, opening.end()).strip())
        text = text.cut(opening.end(), len(text)).strip()
    closing = noise.signature.search(text.text)
    rest = text.cut(0, closing.start()).strip() if closing else text
    if LETTERS.search(rest.text):
        kind = kind_of(rest.text, noise)
        alarm = noise.alert.match(rest.text) if kind == "body" else None
        yield Block(kind, rest.cut(alarm.end(), len(rest)) if alarm and alarm.end() < len(rest) else rest)
    if closing:
        yield Block("byline", text.cut(closing.start(), len(text)))


def kind_of(text: str, noise: Noise) -> Kind:
    """Tell prose from what only looks like it."""
    if is_foreign(text, noise):
        return "foreign"
    if len(text) <= LONGEST_NOTICE:
        plain = bare(text)
        if noise.boilerplate.fullmatch(plain):
            return "boilerplate"
        if noise.byline.fullmatch(plain) or noise.byline.fullmatch(text) or noise.byline_cased.fullmatch(plain):
            return "byline"
    return "body"


def bare(text: str) -> str:
    """A block without the marks that lists and layouts put around it."""
    return text.strip(" -–—|•*_")


def is_foreign(text: str, noise: Noise) -> bool:
    """Whether most letters are of another script, or the small words those of another language."""
    if not text.isascii():
        other = len(OTHER_SCRIPT.findall(text))
        if other and 2 * other > sum(map(str.isalpha, text)):
            return True
    words = text.lower().replace("'", "' ").split()
    strange = noise.foreign_words.intersection(words)
    if len(strange) < 3:
        return False
    return sum(word in strange for word in words) > 2 * sum(word in noise.function_words for word in words)


def mark_links(blocks: Iterable[Block], noise: Noise) -> Iterator[Block]:
    """Keep out the titles of other articles: lines that end no sentence, below "Lire aussi" or "Related stories"."""
    listed = False
    for block in blocks:
        text = block.text.text
        listed = bool(noise.link_list.fullmatch(bare(text))) or (
            listed and block.kind == "body" and len(text) <= LONGEST_HEADLINE and text[-1] not in END_OF_SENTENCE
        )
        yield replace(block, kind="boilerplate") if listed else block


def mark_headlines(blocks: list[Block], title: str | None) -> Iterator[Block]:
    """Take lines without a full stop above the first paragraph for headlines, and the title wherever it stands."""
    wanted = key_of(title or "")
    above = len([block for block in blocks if block.kind == "body"]) > 1
    for block in blocks:
        text = block.text.text
        if block.kind == "body" and key_of(text) == wanted:
            yield replace(block, kind="headline")
            continue
        if block.kind == "body" and above:
            above = len(text) <= LONGEST_HEADLINE and text[-1] not in ".…:;"
            if above:
                yield replace(block, kind="headline")
                continue
        yield block


def drop_repeats(blocks: Iterable[Block]) -> Iterator[Block]:
    """Leave out a line that stood before word by word."""
    seen: set[str] = set()
    for block in blocks:
        key = key_of(block.text.text)
        if key not in seen or len(key) < 15:
            yield block
        seen.add(key)


def key_of(text: str) -> str:
    """What two copies of a line share."""
    return " ".join(text.lower().split()).strip(" .\"'«»")


# ------------------------------------------------------------------------------------------ mending


def mend(text: Aligned, noise: Noise) -> Aligned:
    """Take out what is no word, put in missing spaces, and read mangled words right."""
    plain = text.text
    if "&" in plain:
        text = text.sub(ENTITY, lambda match: ENTITIES[match.group()])
    if "http" in plain or "www." in plain or "@" in plain or "pic." in plain or "t.co" in plain:
        text = text.sub(ADDRESS, "")
    if "@" in plain or "#" in plain:
        text = text.sub(HANDLE, "")
    if "[" in plain:
        text = text.sub(FOOTNOTE, "")
    if not plain.isascii():
        text = text.sub(PICTURES, "").sub(GLOSS, "").sub(OTHER_SCRIPT_RUN, "")
    for pattern, new in noise.slips:
        text = text.sub(pattern, new)
    text = text.sub(BULLET, "").sub(UNSPACED_STOP, lambda match: match.group() + " ")
    return (
        read_mangled(text, noise)
        .sub(SPACES, " ")
        .sub(BROKEN_OFF, ", ")
        .sub(SUFFIX_STOP, lambda match: match.group()[1:])
        .strip()
    )


def read_mangled(text: Aligned, noise: Noise) -> Aligned:
    """Read a translation robot's phrases and stray foreign words as what they stand for."""
    if noise.phrase:
        text = text.sub(noise.phrase, lambda match: noise.phrases[match.group().lower()])
    if noise.participle:
        text = text.sub(noise.participle, lambda match: noise.participles[match.group().lower()])
    if noise.counted:
        text = text.sub(noise.counted, lambda match: noise.counts[match.group().lower()])
    accents = noise.accents
    found = WORDS.findall(text.text.lower()) if noise.word or accents is not None else []
    if noise.word and not noise.words.keys().isdisjoint(found):
        text = text.sub(noise.word, lambda match: read_word(match, noise))
    if accents is not None and not accents.nouns.keys().isdisjoint(found):
        text = text.sub(ANY_WORD, lambda match: accents.read(match, noise.before_titles))
    return text


def read_word(match: re.Match[str], noise: Noise) -> str | None:
    """The native word for a stray one; None unless native words stand around it and no foreign one does."""
    before = LETTERS.findall(match.string, max(0, match.start() - 24), match.start())
    after = LETTERS.findall(match.string, match.end(), match.end() + 24)
    left, right = (before[-1] if before else ""), (after[0] if after else "")
    if left.lower() in STRANGE or right.lower() in STRANGE:
        return None
    elided = match.string[match.start() - 1 : match.start()] == "'"
    native = elided or left.lower() in noise.function_words
    word = match.group()
    if word[0].isupper() and not (native and right[:1].islower()):
        return None
    if not native and right.lower() not in noise.function_words:
        return None
    reading = noise.words[word.lower()]
    return reading.capitalize() if word[0].isupper() else reading


# Neighbours that make a foreign word a quotation rather than a stray.
STRANGE = frozenset({"the", "of", "and", "for", "to", "in", "on", "with", "is", "are", "my", "our", "your"})


def recase(blocks: list[Block], names: Iterable[str]) -> Iterator[Block]:
    """Give a line in capitals the capitals that its words have elsewhere in the article, or as names."""
    shouted = [is_shouted(block.text.text) for block in blocks]
    if not any(shouted):
        yield from blocks
        return
    calm = [block.text.text for block, loud in zip(blocks, shouted, strict=True) if not loud]
    known = {word.lower(): word for name in names for word in name.split() if word[:1].isupper()}
    known.update((word.lower(), word) for text in calm for word in CAPITAL_WORD.findall(text))
    for block, loud in zip(blocks, shouted, strict=True):
        if loud and block.kind in ("body", "headline"):
            yield replace(block, text=calm_down(block.text, known))
        else:
            yield block


def is_shouted(text: str) -> bool:
    """Whether a line of several words is written in capitals."""
    letters = "".join(LETTERS.findall(text))
    return len(letters) >= 12 and " " in text and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def calm_down(text: Aligned, known: dict[str, str]) -> Aligned:
    """Write a shouted line in small letters, with the capitals of the names that are known."""

    def small(match: re.Match[str]) -> str:
        word = match.group().lower()
        return known.get(word, word.capitalize() if match.start() == 0 else word)

    return text.sub(LETTERS, small)
