"""Which things within a topic a question names; nothing else that was typed is kept."""

import pytest

from knowledge.understanding.understand import Understanding


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("does the dog die in up", "dog"),
        ("does the mom die in frozen", "mom"),
        ("any scary clowns in coraline", "clowns"),
        ("any guns in wonder", "guns"),
        ("guns in wonder?", "guns"),
        ("stirbt der Hund in Up", "Hund"),
        ("does a kid die in jaws", "kid"),
        ("frozen: does the mom die", "mom"),
        ("is frozen scary", ""),
        ("is frozen scary for a kid", ""),
        ("i'm a mom of two, is frozen scary", ""),
        ("is frozen too scary for my kid", ""),
        ("is up too scary for my daughter anna who fears dogs", "dogs"),
        ("does coraline have spiders, my son has arachnophobia", "spiders"),
        ("is coraline ok for an arachnophobic 8 year old", "arachnophobic"),
        ("ist coraline was für ein kind mit emetophobie", "emetophobie"),
        ("does anyone throw up in coraline", "throw up"),
        ("we have a dog, is coraline ok for 8", ""),
    ],
)
def test_the_reader_keeps_things_and_no_other_word(
    understanding: Understanding, text: str, words: str
) -> None:
    assert understanding.read(text).questions[0].words == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("is frozen ok for 6", "en"),
        ("ist Frozen für ein Kind von 6 Jahren geeignet", "de"),
        ("est-ce que Frozen fait peur", "fr"),
        ("la película Frozen es apta para niños", "es"),
        ("frozen 6", None),
        ("Frozen?", None),
    ],
)
def test_the_language_is_told_only_where_words_tell_it(
    understanding: Understanding, text: str, language: str | None
) -> None:
    assert understanding.read(text).language == language
