"""A film that is named by IMDb's link or id is that film; Discord's own marks name none."""

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.titles.film_links import with_titles
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding


@pytest.fixture(scope="module")
def reads(learned: Learned) -> Understanding:
    """The reader over two films of one name, and another."""
    rows = (("Coco", 2017, "tt2380307"), ("Coco", 2009, "tt1068956"), ("Jaws", 1975, "tt0073195"))
    films = (Film(imdb, title, year, votes=900_000, imdb=imdb) for title, year, imdb in rows)
    return Understanding(Titles.of(films), read_vocabulary(), learned)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.imdb.com/title/tt1068956/",
        "is https://www.imdb.com/title/tt1068956/?ref_=nv_sr_srsg_0 ok for 6?",
        "is tt1068956 ok for 6?",
        "what about (https://m.imdb.com/title/tt1068956/parentalguide)?",
        "how scary is www.imdb.com/de/title/tt1068956",
        "is HTTPS://WWW.IMDB.COM/title/TT1068956/ ok for 6",
        "any blood in <https://www.imdb.com/title/tt1068956>?",
    ],
)
def test_a_link_or_id_is_the_film(reads: Understanding, text: str) -> None:
    reading = reads.read(text)
    assert (reading.match, reading.movie and reading.movie.id) == ("accept", "tt1068956")
    assert set(reading.ages) <= {6}
    assert reading.text == text


def test_a_link_wins_over_the_film_spoken_of(reads: Understanding) -> None:
    jaws = Film("tt0073195", "Jaws", 1975)
    reading = reads.read("and https://www.imdb.com/title/tt2380307/ for 6", jaws)
    assert reading.movie is not None
    assert reading.movie.id == "tt2380307"


@pytest.mark.parametrize(
    "text", ["<:pepe:123456789012345678>", "<@123456789012345678>", "<a:wave:1234567890>"]
)
def test_marks_of_discord_name_no_film(reads: Understanding, text: str) -> None:
    reading = reads.read(text)
    assert (reading.movie, reading.candidates, reading.sought) == (None, (), None)


@pytest.mark.parametrize("piece", ["a", "a.", "www.", "imdb.com/", "tt", "<:a", "(", "https://"])
def test_a_long_text_without_one_stays_as_it_is(piece: str) -> None:
    text = (piece * 4000)[:4000]
    assert with_titles(text, lambda _: None) == text


def test_an_id_that_nobody_knows_stays() -> None:
    assert with_titles("is tt0000000 ok\n\nfor 6?", lambda _: None) == "is tt0000000 ok\n\nfor 6?"
