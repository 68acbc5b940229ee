"""Cleaning: what is prose, what isn't, what is mended, and that every offset leads back into the article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.clean import Block, clean
from kg.annotate.noise import load_noise

HEADLINE = "Un accord de paix a été signé à Tirna"
BODY = "Le gouvernement et les rebelles ont signé un accord de paix mardi à Tirna, a annoncé le ministre."


def blocks(text: str, code: str = "fr", title: str | None = None) -> list[Block]:
    return clean(text, load_noise(code), title)


def prose(text: str, code: str = "fr") -> str:
    return " | ".join(block.text.text for block in blocks(text, code) if block.kind in ("body", "headline"))


def kinds(text: str, code: str = "fr") -> list[str]:
    return [block.kind for block in blocks(text, code)]


def source(text: str, block: Block, word: str) -> str:
    """The article's own characters behind a word of a mended block."""
    at = block.text.text.index(word)
    return text[block.text.starts[at] : block.text.ends[at + len(word) - 1]]


# ------------------------------------------------------------------------------------------ blocks


def test_headline_is_told_from_body_and_kept_once() -> None:
    found = blocks(f"{HEADLINE}\n\n{HEADLINE}\n\n{BODY}")
    assert [(block.kind, block.text.text) for block in found] == [("headline", HEADLINE), ("body", BODY)]
    assert found[0].text.starts[0] == 0


def test_the_articles_title_is_a_headline_wherever_it_stands() -> None:
    assert [b.kind for b in blocks(f"{BODY}\n\n{HEADLINE}.\n\nLa trêve dure.", title=HEADLINE)] == [
        "body",
        "headline",
        "body",
    ]


def test_broken_lines_are_joined_and_others_kept_apart() -> None:
    assert prose("Le ministre a annoncé que les\ntroupes partiraient lundi.") == (
        "Le ministre a annoncé que les troupes partiraient lundi."
    )
    assert prose("Le port a rouvert.\nLe marché aussi.") == "Le port a rouvert. | Le marché aussi."


def test_who_wrote_and_edited_is_no_prose() -> None:
    signed = "(Reportage Ana Vidal ; version française Paul Morin, édité par Lia Roux)"
    assert kinds(f"{BODY} {signed}") == ["body", "byline"]
    assert kinds("The port has reopened. (Reporting by Ana Vidal; Editing by Paul Morin)", "en") == ["body", "byline"]


@pytest.mark.parametrize(
    "dateline",
    ["LAGOS/ABUJA, June 3 (Reuters) - ", "WASHINGTON, D.C. (BNO NEWS) -- ", "TIRNA/VARNA (AP) — ", "Miami, Jan 27 (EFE).- "],
)
def test_datelines_of_two_towns_and_of_a_district(dateline: str) -> None:
    assert kinds(f"{dateline}The army of Norvia has entered the port of the town.", "en") == ["byline", "body"]
    assert kinds("Le port a rouvert (par précaution).") == ["body"]


def test_names_in_other_scripts_are_left_out_with_their_brackets() -> None:
    assert prose("Sami Haddad (Arabic: سامي حداد), a general, fled.", "en") == "Sami Haddad, a general, fled."
    assert prose("Sami Haddad (en arabe : سامي حداد) a fui.") == "Sami Haddad a fui."


def test_mail_width_lines_are_joined_even_before_capitals() -> None:
    text = (
        "The army of Norvia entered the port of Tirna on Monday after General\n"
        "Marek Dolan had ordered his brigade to cross the river, according to\n"
        "officials in the capital.\n"
    )
    assert " | " not in prose(text, "en")


@pytest.mark.parametrize(
    ("code", "line", "kind"),
    [
        ("fr", "Lire aussi : La trêve tient à Tirna", "boilerplate"),
        ("fr", "À lire aussi", "boilerplate"),
        ("fr", "Publicité", "boilerplate"),
        ("fr", "Écrit par Ana Vidal | 3 mars 2023", "byline"),
        ("fr", "Publié : 18/06/2024 09:42 | Mis à jour : 18/06/2024 11:05", "byline"),
        ("fr", "Partager sur Facebook | Twitter", "boilerplate"),
        ("fr", "© 2021 Le Courrier de Norvie. Tous droits réservés.", "boilerplate"),
        ("fr", "Abonnez-vous à notre lettre d'information !", "boilerplate"),
        ("fr", "Par Anna Dolan et Jean Marel", "byline"),
        ("fr", "Publié le 12 mars 2021 à 10h32", "byline"),
        ("fr", "(avec AFP)", "byline"),
        ("fr", "12 mars 2021", "byline"),
        ("fr", "Par mesure de précaution, le port est fermé.", "body"),
        ("fr", "Le partage des eaux divise les deux pays.", "body"),
        ("fr", "Lire un livre fatigue le ministre.", "body"),
        ("fr", "The army of Norvia has entered the port and they are with the rebels.", "foreign"),
        ("fr", "دخل الجيش إلى ميناء المدينة يوم الاثنين", "foreign"),
        ("en", "Read more: Truce holds in Tirna", "boilerplate"),
        ("en", "Advertisement", "boilerplate"),
        ("en", "Share this article on Facebook", "boilerplate"),
        ("en", "Sign up for our newsletter to get the news every morning.", "boilerplate"),
        ("en", "By Jane Dolan, Reuters", "byline"),
        ("en", "By Jane Dolan, Tirna Herald, 12 March 2024", "byline"),
        ("en", "By Friday, 12 March 2024, the army had left.", "body"),
        ("en", "Photo: Anna Marel/Getty Images", "byline"),
        ("en", "March 12, 2021", "byline"),
        ("en", "By Monday the port had reopened.", "body"),
        ("en", "Reading the report took hours.", "body"),
        ("en", "Les troupes sont dans le port et ils ont été vus avec des armes pour la milice.", "foreign"),
        ("en", "Share prices fell on Monday.", "body"),
    ],
)
def test_kinds_of_lines(code: str, line: str, kind: str) -> None:
    full = {"fr": BODY, "en": "The government and the rebels signed a peace accord on Tuesday."}[code]
    assert kinds(f"{full}\n\n{line}\n\n{full[:-1]} again.", code)[1] == kind


@pytest.mark.parametrize(
    ("code", "text", "opening"),
    [
        ("fr", "TIRNA (AFP) - Le port a rouvert lundi.", "TIRNA (AFP) -"),
        ("fr", "TIRNA, Norvie — Le port a rouvert lundi.", "TIRNA, Norvie —"),
        ("fr", "TIRNA (Nouvelles de Norvie) – Le port a rouvert lundi.", "TIRNA (Nouvelles de Norvie) –"),
        ("fr", "Tirna, 12 mars (Reuters) – Le port a rouvert lundi.", "Tirna, 12 mars (Reuters) –"),
        (
            "fr",
            "Page actualisée : 16 juin 2021, 16 h 20 — Le port a rouvert lundi.",
            "Page actualisée : 16 juin 2021, 16 h 20 —",
        ),
        (
            "fr",
            "— Presse de Tirna (@presse_t) 26 juillet 2021 Le port a rouvert lundi.",
            "— Presse de Tirna (@presse_t) 26 juillet 2021",
        ),
        ("en", "TIRNA, March 12 (Reuters) - The port reopened on Monday.", "TIRNA, March 12 (Reuters) -"),
    ],
)
def test_openings_of_agencies_become_bylines(code: str, text: str, opening: str) -> None:
    first, second = blocks(text, code)
    assert (first.kind, source(text, first, first.text.text)) == ("byline", opening)
    assert second.kind == "body"
    assert second.text.text.endswith(("lundi.", "Monday."))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "{}\n\nÀ lire aussi :\n- Une attaque frappe le port de Tirna\n- Le maire arrêté\n\n{}"),
        ("fr", "{}\n\nSur le même sujet\n\nUne attaque frappe le port de Tirna\n\nLe maire arrêté\n\n{}"),
        ("en", "{}\n\nRelated stories\nAttack hits the port of Tirna\nMayor arrested\n\n{}"),
    ],
)
def test_titles_of_other_articles_are_no_prose(code: str, text: str) -> None:
    first = {"fr": BODY, "en": "The government and the rebels signed a peace accord on Tuesday."}[code]
    last = {"fr": "Le marché a rouvert mercredi.", "en": "The market reopened on Wednesday."}[code]
    assert kinds(text.format(first, last), code) == ["body", *["boilerplate"] * 3, "body"]


# ----------------------------------------------------------------------------------------- mending


@pytest.mark.parametrize(
    ("code", "text", "mended"),
    [
        ("fr", "L’armée d’Ivor a dit “non”.", "L'armée d'Ivor a dit \"non\"."),
        ("fr", "Le President Dolan a visite la region.", "Le Président Dolan a visite la région."),
        ("fr", "L'armée a declaré la paix.", "L'armée a déclaré la paix."),
        ("fr", "L'accord de securite est signé.", "L'accord de sécurité est signé."),
        ("fr", "La General Motors marche seule.", "La General Motors marche seule."),
        ("fr", "Un dépôt de munitions a Tirna.", "Un dépôt de munitions à Tirna."),
        ("fr", "Il a Tirna pour amie, a cause de lui.", "Il a Tirna pour amie, à cause de lui."),
        ("fr", "La guerre a pris fin.Le port a rouvert.", "La guerre a pris fin. Le port a rouvert."),
        ("fr", "Le port a rouvert 🙂 https://exemple.org/a?b=c lundi.", "Le port a rouvert lundi."),
        ("fr", "Le port a rouvert pic.twitter.com/AbC123", "Le port a rouvert"),
        ("fr", "Le maire @dolan parle de #Tirna.", "Le maire dolan parle de Tirna."),
        ("fr", "Le maire[12] parle.", "Le maire parle."),
        ("fr", "l' armée de l' Est", "l'armée de l'Est"),
        ("fr", "la 30 e brigade", "la 30e brigade"),
        ("fr", "Pendant la même période. pour la paix, il part.", "Pendant la même période, pour la paix, il part."),
        ("fr", "Le cafe\u0301 ferme.", "Le café ferme."),
        ("en", "“Don’t go,” he said.Then he left.", '"Don\'t go," he said. Then he left.'),
        ("en", "``We leave,'' he said.", '"We leave," he said.'),
        ("en", "The company s plan failed.", "The company's plan failed."),
        ("en", "Fish &amp; chips", "Fish & chips"),
    ],
)
def test_prose_is_mended(code: str, text: str, mended: str) -> None:
    assert prose(text, code) == mended


ROBOT = [
    ("La mission de fight a pris fin.", "combat", "fight"),
    ("Il a besoin d’help et de repos.", "aide", "help"),
    ("C'est une pressure professionnelle.", "force", "pressure"),
    ("Elle proceed de montrer sa force.", "continue", "proceed"),
    ("Le dialogue est au level mort depuis lundi.", "point", "level"),
    ("Il a livré 25 hundreds of thousands de {dollars} d'armes.", "millions", "hundreds of thousands"),
    ("Il a livré 25 hundreds of thousands de {dollars} d'armes.", "dollars", "{dollars}"),
    ("Le chef de la Pressure ivorienne Al-Nour est mort.", "Force", "Pressure"),
]


@pytest.mark.parametrize(("text", "word", "original"), ROBOT)
def test_a_robots_words_are_read_in_french_and_lead_back(text: str, word: str, original: str) -> None:
    (block,) = blocks(text)
    assert source(text, block, word) == original


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Fight for Peace a défilé.",
        "Il a lu « the fight for peace » lundi.",
        "Le roman War and Peace est réédité.",
        "Il préside Help Tirna depuis mardi.",
        "Une hundreds of thousands.",
    ],
)
def test_foreign_names_and_quotations_are_left_alone(text: str) -> None:
    assert prose(text) == text


def test_a_shouted_headline_gets_the_capitals_of_the_text() -> None:
    text = "LE GÉNÉRAL DOLAN ARRÊTÉ À TIRNA PAR L'ONU\n\nÀ Tirna, le général Marek Dolan a été arrêté par l'ONU."
    assert blocks(text)[0].text.text == "Le général Dolan arrêté à Tirna par l'ONU"


def test_shares_of_another_script_inside_prose_are_left_out() -> None:
    assert prose("Le général Dolan (Долан) a parlé.") == "Le général Dolan a parlé."


# -------------------------------------------------------------------------------------- robustness


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=300), st.sampled_from(["fr", "en"]))
def test_any_text_keeps_its_offsets(text: str, code: str) -> None:
    end = 0
    for block in blocks(text, code):
        aligned = block.text
        assert len(aligned.starts) == len(aligned.ends) == len(aligned.text) > 0
        assert all(0 <= s <= e <= len(text) for s, e in zip(aligned.starts, aligned.ends, strict=True))
        assert aligned.starts == sorted(aligned.starts)
        assert aligned.starts[0] >= end
        end = aligned.ends[-1]


@pytest.mark.parametrize("text", ["1" * 5000, "x " * 5000, "a.B" * 3000, "(" * 5000, "Partager " * 25 + "!", "' " * 4000])
def test_no_pattern_takes_long(text: str) -> None:
    assert blocks(text) is not None
