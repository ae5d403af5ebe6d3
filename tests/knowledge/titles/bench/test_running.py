"""The bench on a few films: it runs whole and says what it should. No time is asserted."""

from knowledge.titles.bench.distractors import grown
from knowledge.titles.bench.running import run_bench
from knowledge.titles.bench.sample import sample
from knowledge.titles.bench.typing import WAYS, queries
from knowledge.titles.films import Film

TITLES = ("The Lion King", "Rocky IV", "Star Wars: A New Hope", "Harry Potter and the Goblet of Fire", "Up")
FILMS = [Film(f"film-{at}", title, 1990 + at, votes=100_000 - at) for at, title in enumerate(TITLES)]


def test_every_engine_is_measured_in_one_run() -> None:
    said: list[str] = []
    run_bench(FILMS, said.append, size=40)
    table = "\n".join(said)
    assert said[0].startswith("40 films")
    for name in ("this index", "its oracle", "WRatio", "QRatio", "cdist", "FTS5"):
        assert name in table


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
