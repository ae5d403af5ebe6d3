"""The benchmarks on a few films: they run whole and say what they should. No time is asserted."""

from pathlib import Path

import pytest

from bot.guide_factory import shipped_guide
from knowledge.titles.films import Film
from scripts.benchmarks.made_films import grown
from scripts.benchmarks.made_queries import WAYS, queries
from scripts.benchmarks.measurement import timed
from scripts.benchmarks.questions import run_bench as run_questions
from scripts.benchmarks.reviews import measure
from scripts.benchmarks.sample import sample
from scripts.benchmarks.start import table
from scripts.benchmarks.titles import run_bench

TITLES = ("The Lion King", "Rocky IV", "Star Wars: A New Hope", "Harry Potter and the Goblet of Fire", "Up")
FILMS = [Film(f"film-{at}", title, 1990 + at, votes=100_000 - at) for at, title in enumerate(TITLES)]


def test_every_engine_is_measured_in_one_run() -> None:
    said: list[str] = []
    run_bench(FILMS, said.append, size=40)
    table = "\n".join(said)
    assert said[0].startswith("40 films")
    for name in ("this index", "its oracle", "WRatio", "QRatio", "cdist", "FTS5"):
        assert name in table


def test_questions_and_what_moderators_do_are_measured_one_row_a_way(
    capsys: pytest.CaptureFixture[str], catalogue: Path
) -> None:
    run_questions(shipped_guide(catalogue), FILMS)
    said = capsys.readouterr().out
    assert "understood and answered: median" in said
    assert "rapidfuzz WRatio" in said
    for row in ("a page of 1,000 revisions", "one of 50 drafts", "publishing at 2,500 servers", "READY at"):
        assert f"\n{row}" in said


def test_an_answer_quicker_than_the_clock_takes_some_time_all_the_same() -> None:
    took, places = timed(list)
    assert (took > 0, places) == (True, [])


def test_the_start_of_a_command_is_compared_with_the_start_of_its_libraries() -> None:
    lines = list(table(1, {"--help": ("--help",)}))
    assert [line.split("|")[1].strip() for line in lines[2:]] == ["the libraries alone", "usher --help"]


def test_made_queries_are_the_same_every_time_and_of_every_kind() -> None:
    one, other = (queries(FILMS, 200, seed=3) for _ in range(2))
    assert one == other
    assert {query.kind for query in one} >= set(WAYS) - {"in series", "other words"}


def test_made_films_are_new_and_as_many_as_asked_for() -> None:
    films = grown(FILMS, 60)
    assert films[: len(FILMS)] == FILMS
    assert len({film.title.casefold() for film in films}) == len({film.id for film in films}) == 60


def test_without_a_list_the_known_films_of_the_project_are_measured() -> None:
    films = sample([Film("coco-2017", "Coco", 2017, guide=True)])
    assert len({film.id for film in films}) == len(films) > 50
    assert len(queries(films, 50, seed=1)) == 50


async def test_reviews_of_one_film_are_measured_one_row_a_thing(tmp_path: Path) -> None:
    head, *rows = await measure(f"sqlite:///{tmp_path}/usher.db", count=40, rounds=2)
    assert head.startswith("40 reviews of one film, 40 counted")
    names = [row.partition(":")[0] for row in rows]
    assert names == [
        "/reviews, the first card",
        "/reviews, the card again",
        "page 1 of what they wrote",
        "page 7 of what they wrote",
        "page 14 of what they wrote",
        "back to page 13",
        "one press of Helpful",
        "one more review",
        "/reviews, the first card after it",
    ]
