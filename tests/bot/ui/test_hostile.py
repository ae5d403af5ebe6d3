"""An entry from a server's file whose every text is mark-up: no card lets any of it through."""

import re
from datetime import date
from typing import Any

import pytest

from bot.film.draw import draw, draw_whole
from bot.film.sources_card import sources_card
from bot.ui.phrases import Languages
from knowledge.answering.answer import answer
from knowledge.answers import NoGuide, NoSuchFilm, Sourced, WhichFilm
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from tests.bot.ui.test_limits import KEY, longest
from tests.films import VOCABULARY

HOSTILE = (
    "**b** __u__ ||p|| `c`",
    "[x](https://e.example)",
    "<@123456789012345678> <#1>",
    "</help:1> <:e:1> <t:1:R>",
    "@everyone https://e.example",
    "# h",
    "> q",
    "-# s",
    "1. l",
)
MARKS = (
    *("**b**", "__u__", "||p||", "`c`", "[x]", "(https://e", "<@1", "<#1", "</help", "<:e", "<t:"),
    *("@everyone", "https://e.example", "# h", "> q", "-# s", "1. l"),
)


def hostile(text: str) -> Movie:
    """The longest entry with this text in every field that takes one."""

    def rewritten(part: Any, *names: str) -> Any:
        return part.model_copy(update=dict.fromkeys(names, text))

    movie = longest()
    return movie.model_copy(
        update={
            "title": text,
            "pitch": text,
            "studio": text,
            "genres": (text,),
            "directors": (text, text),
            "cast": (text, text),
            "talk_about": (text, text),
            "ratings": tuple(rewritten(one, "reason") for one in movie.ratings),
            "findings": tuple(rewritten(one, "says", "detail", "inferred") for one in movie.findings),
            "story": rewritten(movie.story, "says", "detail"),
            "parents_need_to_know": rewritten(movie.parents_need_to_know, "says", "detail"),
            "quality": movie.quality
            and movie.quality.model_copy(update={"strengths": (text,), "limits": (text,)}),
            "voices": tuple(rewritten(one, "says", "detail") for one in movie.voices[:3]),
            "alternatives": tuple(rewritten(one, "why") for one in movie.alternatives[:2]),
            "sources": {key: rewritten(one, "name") for key, one in movie.sources.items()},
            "provenance": movie.provenance.model_copy(
                update={"checked_by": text, "checked_on": date(2026, 1, 1), "status": "checked"}
            ),
        }
    )


def comes_through(text: str) -> list[str]:
    """The marks that a card's text holds unescaped, beside our own links."""
    own = re.sub(r"\]\(https://example\.org/x+\)", "]", text)
    return [mark for mark in MARKS if re.search(rf"(?<!\\){re.escape(mark)}", own)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_card_lets_mark_up_of_an_entry_through(text: str) -> None:
    shelf, say = Library.of([hostile(text)], VOCABULARY), Languages()["en"]
    for intent in Intent:
        words = text if intent is Intent.CONTENT_TOPIC else ""
        for topics in ((), ("fear", "sex")):
            question = Question(intent, KEY, (5,), topics, others=(KEY,), words=words)
            found = answer(question, shelf)
            assert isinstance(found, Sourced)
            drawn = [each(found, question, say, VOCABULARY.topics).text for each in (draw, draw_whole)]
            for said in (*drawn, sources_card(found, say).text):
                assert comes_through(said) == [], said


@pytest.mark.parametrize("text", HOSTILE)
def test_no_card_without_a_guide_lets_mark_up_through(text: str) -> None:
    say, film = Languages()["en"], Film("tt1", text, 2001)
    answers = (
        WhichFilm(text, (film,)),
        NoSuchFilm(text),
        NoGuide(film, runtime=90, sources=(text,)),
    )
    for found in answers:
        assert comes_through(draw(found, Question(Intent.STORY), say, VOCABULARY.topics).text) == []


def test_a_title_on_a_button_is_read_as_it_is_since_buttons_show_no_mark_up() -> None:
    film = Film("tt1", "M*A*S*H", 1970)
    card = draw(WhichFilm("mash", (film,)), Question(Intent.STORY), Languages()["en"], VOCABULARY.topics)
    assert card.buttons[0].label == "M*A*S*H (1970)"
