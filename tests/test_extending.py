"""What docs/extending.md says of a change is so: each is made in a copy of the data, and seen everywhere."""

import shutil
from pathlib import Path

import pytest

from bot.entry.draft_message import part_name
from bot.entry.section_forms import section_form
from bot.ui.phrases import Languages, read_words
from knowledge.answering.answer import answer
from knowledge.answers import Topics
from knowledge.catalogue.fetch.terms import terms
from knowledge.catalogue.formats.columns import names
from knowledge.curation.csv_cells import cells
from knowledge.curation.draft import not_assessed, start_from
from knowledge.curation.entry_checks import check_entry
from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.entry import OfficialRating
from knowledge.library import Library
from knowledge.official.board_words import known_boards
from knowledge.questions import Intent, Question
from knowledge.vocabulary import Vocabulary
from tests.films import VOCABULARY, film, finding

TOPIC = """
[clowns]
name = "Clowns"
kind = "scale"
ages = { mild = 4, moderate = 7, severe = 9 }
asks = ["clown"]
named = [10, 12, 18, 20, 25]
"""
BOARD = """
[Utopia]
name = "Board of Utopia"
country = "UT"
url = "https://example.org"
columns = ["utopia"]
wikidata = { property = "P1" }
[Utopia.codes]
"7" = { alone = 7, means = "only", stage = 1 }
"""
SAY = Languages()["en"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the words of the guide."""
    files = ("topics.toml", "boards.toml", "things.toml", "themes.toml", "audience.toml", "countries.toml")
    for name in files:
        shutil.copy(DATA / name, tmp_path / name)
    return tmp_path


def added(data: Path, file: str, text: str) -> Vocabulary:
    with (data / file).open("a", encoding="utf-8") as opened:
        opened.write(text)
    return read_vocabulary(data)


def test_a_topic_is_one_entry_of_one_file(data: Path) -> None:
    words = added(data, "topics.toml", TOPIC)
    movie = film(finding("clowns", "moderate"))
    assert [fault.key for fault in check_entry(movie, VOCABULARY, "x")] == ["findings.0.topic"]
    assert list(check_entry(movie, words, "x")) == []
    assert cells(movie)["findings.0.topic"] == "clowns"
    assert "clowns" in not_assessed(film().model_dump(mode="json"), words)
    form = section_form(start_from(movie, 0), "finding.clowns", words, SAY)
    assert [option.value for option in form.fields[0].options][:4] == ["none", "mild", "moderate", "severe"]
    assert part_name("finding.clowns", words, SAY).endswith(": Clowns")
    found = answer(
        Question(Intent.CONTENT_TOPIC, movie.id, (), ("clowns",)), Library.of([movie], words), "US"
    )
    assert isinstance(found, Topics)


def test_a_board_is_one_entry_of_one_file(data: Path) -> None:
    words = added(data, "boards.toml", BOARD)
    rating = OfficialRating(board="Utopia", code="7", sources=("s",))
    movie = film().model_copy(update={"ratings": (rating,)})
    assert [fault.key for fault in check_entry(movie, VOCABULARY, "x")] == ["ratings.0.board"]
    assert list(check_entry(movie, words, "x")) == []
    form = section_form(start_from(movie, 0), "rating.Utopia", words, SAY)
    assert [option.value for option in form.fields[0].options] == ["7"]


def test_what_files_and_wikidata_call_a_board_is_told_by_its_entry() -> None:
    boards = VOCABULARY.boards.keys()
    assert set(names().boards.values()) == boards
    assert terms().boards.keys() == boards
    assert set(known_boards()) == boards
    for file in ("catalogue.toml", "wikidata.toml"):
        text = (DATA / file).read_text(encoding="utf-8")
        assert not any(f'"{board}"' in text or f"boards.{board}" in text for board in boards)


def test_a_language_is_two_files() -> None:
    spoken = {path.stem for path in (DATA / "phrases").glob("*.toml")}
    assert read_words().keys() == spoken
