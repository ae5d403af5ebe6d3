"""A title that is written in full is that film, however long it is and whatever its words say elsewhere."""

import pytest

from bot.titles_factory import shipped_titles
from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.catalogue.store import Known
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.titles.folding import fold
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding
from tests.made import machine

LONG = 7
"""Words of a title that is long."""
ASKED = ("is {} ok for 7?", "does the dog die in {}")


@pytest.fixture(scope="module")
def shipped() -> Titles:
    """The films that come with Usher."""
    return shipped_titles(machine())


def is_hard(film: Known, telling: frozenset[str]) -> bool:
    """Whether a title is long, or its words tell which version or part of a film is meant."""
    said = fold(film.title).split()
    return len(said) >= LONG or not telling.isdisjoint(said)


def test_a_title_written_in_full_is_no_other_film(shipped: Titles, learned: Learned) -> None:
    reads = Understanding(shipped, read_vocabulary(), learned)
    telling = frozenset(word for phrase in learned.versions.phrases for word in phrase if len(phrase) == 1)
    films = [film for film in SHIPPED.films() if is_hard(film, telling)]
    wrong, frozen = list[str](), shipped.named("frozen-2013")
    for film in films:
        ways = ((film.title, None), (film.title.lower(), frozen))
        for text, before in ((each.format(title), before) for each in ASKED for title, before in ways):
            found = reads.read(text, before).movie
            if found and fold(film.title) not in map(fold, (found.title, *found.names)):
                wrong.append(f"{text} -> {found.title} ({found.year})")
    assert len(films) > 400
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "film"),
    [
        ("transformers one", "Transformers One"),
        ("one hundred and one dalmatians", "One Hundred and One Dalmatians"),
        ("old", "Old"),
        ("the fantastic four first steps the movie", "The Fantastic Four: First Steps"),
    ],
)
def test_words_that_tell_versions_elsewhere_are_a_titles_own(
    shipped: Titles, learned: Learned, typed: str, film: str
) -> None:
    found = Understanding(shipped, read_vocabulary(), learned).read(f"is {typed} ok for 7?").movie
    assert found is not None
    assert found.title == film


def test_the_number_of_a_first_part_that_is_also_a_title_is_asked_about(
    shipped: Titles, learned: Learned
) -> None:
    reading = Understanding(shipped, read_vocabulary(), learned).read("is transformers 1 ok for 7?")
    assert {film.title for film in reading.candidates} >= {"Transformers", "Transformers One"}
    assert reading.movie is None
