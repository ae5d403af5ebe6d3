"""Signs that nobody sees, as they come along when a title is copied, change nothing."""

import sys
import unicodedata

import pytest

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.folding import fold, visible
from knowledge.titles.titles import Titles
from knowledge.titles.words import words

FORMAT = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Cf"]
SELECTORS = [*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))]
FILLERS = ["\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u180b", "\u180f", "\u3164", "\uffa0"]
UNSEEN = [*FORMAT, *SELECTORS, *FILLERS]
SHORT = ("Up", "It", "Her", "Us", "Coco", "Jaws", "E.T.", "Se7en", "M3GAN", "K2", "2012", "F9")
TITLES = Titles.of(Film(title, title, 2001, guide=True) for title in SHORT)


def test_every_format_character_and_filler_is_left_out() -> None:
    assert len(FORMAT) > 150
    assert [f"{ord(sign):x}" for sign in UNSEEN if fold(f"co{sign}co") != "coco"] == []


def test_all_that_is_seen_stays() -> None:
    kinds = {"Lu", "Ll", "Lt", "Nd", "Nl", "No", "Sm", "Sc", "So", "Zs", "Po"}
    seen = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in kinds]
    assert [sign for sign in seen if visible(sign) != sign] == []


@pytest.mark.parametrize("title", SHORT)
def test_a_short_title_is_found_with_an_unseen_sign_anywhere(title: str) -> None:
    for sign in (
        "\u200b",
        "\u200d",
        "\u2060",
        "\xad",
        "\ufeff",
        "\u200e",
        "\u200f",
        "\u202a",
        "\u2066",
        "\ufe0f",
    ):
        for at in range(len(title) + 1):
            typed = title[:at] + sign + title[at:]
            assert words(typed) == words(title)
            decision = TITLES.find(typed)
            assert (decision.decided, decision.matches[0].film.title) == (Decided.ACCEPT, title), ascii(typed)
            exact = TITLES.find(f"{typed} (20{sign}01)").matches[0]
            assert (exact.film.title, exact.exact) == (title, True), ascii(typed)


def test_a_title_that_was_recorded_with_one_is_found_without() -> None:
    film = Film("up", "U\u200bp", 2009, guide=True)
    assert Titles.of([film]).find("up").matches[0].film is film
    assert Titles.of([film]).exact("UP") == (film,)
