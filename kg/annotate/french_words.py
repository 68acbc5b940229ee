"""French words that the models' tokenizer breaks."""

from __future__ import annotations

from kg.annotate.words import GROUP_SPACE, OPENING, Span, Words

PREFIXES = frozenset({"ex-", "Ex-", "vice-", "Vice-"})  # of offices, at times with a space behind them
APOSTROPHE = "'"
ELIDED = frozenset({"c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "s", "t"})
BREAKING = frozenset({"-", APOSTROPHE})  # with which what was broken off begins
FIRST = "Premier"  # the one office with a capital
DEPUTY = frozenset({"vice", "Vice", "ex-vice", "Ex-vice"})  # whose hyphen some leave out
HELD = frozenset({"président", "présidente", "ministre", "chancelier", "chancelière", "gouverneur", "premier", "première"})


def joined(words: Words) -> list[Span]:
    """Find the words that the tokenizer broke: "Al - Kadhimi", "-t -il", "ex- Premier", "vice président", "2 500"."""
    spans: list[Span] = []
    i, text = 0, words.text
    behind, size = [*text[1:], ""], len(text)
    while i < size:
        if behind[i] in HELD and text[i] in DEPUTY:
            spans.append((i, i + 2, f"{text[i]}-{behind[i]}"))
            i += 2
            continue
        if behind[i][:1] not in BREAKING and text[i].isalpha():  # nearly all words: no closer look
            i += 1
            continue
        last = end_of_word(words, i)
        figure = last == i + 1 and text[i].isdigit()
        if figure:
            last = end_of_figure(words, i)
        if last > i + 1:
            separator = GROUP_SPACE if figure else ""
            spans.append((i, last, separator.join(text[i:last])))
        i = last
    return spans


def end_of_word(words: Words, i: int) -> int:
    """Where the word that begins at token `i` ends."""
    text, last = words.text, i + 1
    if text[i] == "-t" and last < len(text) and text[last].startswith("-"):
        return last + 1
    if text[i] in PREFIXES and last < len(text) and (text[last].islower() or text[last] == FIRST):
        last += 1
    if is_elided(words, i):
        return last + 1
    if is_name_prefix(words, i) or is_model(words, last):
        last += 1
    while last + 1 < len(text) and is_hyphen(words, last):
        last += 2
    return last


def is_elided(words: Words, i: int) -> bool:
    """Whether token `i` has lost its apostrophe to the quotation mark or bracket behind it: "l'« opération »"."""
    text = words.text
    if i + 2 >= len(text) or text[i + 1] != APOSTROPHE or words.space[i]:
        return False
    return text[i].lower() in ELIDED and text[i + 2] in OPENING


def is_hyphen(words: Words, i: int) -> bool:
    """Whether token `i` is a hyphen inside a word that begins with letters."""
    if words.text[i] != "-" or words.space[i - 1] or words.space[i]:
        return False
    return words.text[i - 1][-1].isalpha() and words.text[i + 1][0].isalnum()


def is_model(words: Words, i: int) -> bool:
    """Whether token `i` is the capital behind the hyphen of a model, no pronoun behind its verb: "IRIS-T"."""
    text = words.text
    if i >= len(text) or text[i][0] != "-" or words.space[i - 1]:
        return False
    return len(text[i]) > 1 and text[i][1:].isupper() and text[i - 1].isupper()


def is_name_prefix(words: Words, i: int) -> bool:
    """Whether token `i` is the first letter of a name such as N'Djamena, in the middle of a sentence."""
    text = words.text
    if len(text[i]) != 2 or text[i][1] != "'" or text[i][0] not in "NMODL" or i == 0 or i + 1 == len(text):
        return False
    return text[i - 1][-1].isalpha() and text[i + 1][0].isupper() and not words.space[i]


def end_of_figure(words: Words, i: int) -> int:
    """Where the figure that begins at token `i` ends: groups of three digits may follow."""
    text, last = words.text, i + 1
    if len(text[i]) > 3 or text[i][0] == "0":
        return last
    while last < len(text) and len(text[last]) == 3 and text[last].isdigit():
        last += 1
    return last
