"""Files in the shapes that people have: each gives its films, and says of every other row why it is none."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import Imported, import_catalogue
from knowledge.catalogue.kept_index import index_of, known_film
from knowledge.titles.titles import Titles
from tests.films import NO_FILMS

FILES = Path(__file__).parent / "files"
CODES = {"FSK": ("0", "6", "12", "16", "18")}
AHEAD = "not released: its year or day lies ahead"
ODD_ID = "an id that cannot be used; it has at most 60 letters, digits, - and _"
NO_NAME = "an address or a number of Wikidata's instead of a title"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a file gives: its kind, the films by id as title and year, and why its other rows are refused."""

    kind: str
    films: dict[str, tuple[str, int | None]]
    refused: dict[str, int]


HEAT, AMELIE, TOYS = ("Heat", 1995), ("Amélie", 2001), ("Toy Story", 1995)
SHAPES = {
    "plain.tsv": Shape("table", {"tt0113277": HEAT, "tt0211915": AMELIE}, {}),
    "kinds.csv": Shape(
        "table",
        {"tt0211915": AMELIE},
        {
            "adult": 1,
            "not a film (tvEpisode)": 1,
            "not a film (TV Series)": 1,
            "not a film (videoGame)": 1,
            "not a film (video)": 1,
            "not released (Planned)": 1,
            "not released (Rumored)": 1,
            "not released (In Production)": 1,
            "not released (Post Production)": 1,
            "not released (Canceled)": 1,
            AHEAD: 2,
        },
    ),
    "booleans_of_a_german_excel.csv": Shape(
        "table", {"tt0113277": ("Heat", None)}, {"adult": 1, "not a film (video)": 1}
    ),
    "imdb_list.csv": Shape("table", {"tt0211915": AMELIE}, {"not a film (TV Series)": 1, "adult": 1}),
    "imdb_ratings.csv": Shape("table", {"tt0113277": HEAT}, {"not a film (TV Episode)": 1}),
    "movies.csv": Shape(
        "movielens",
        {
            "movielens1": TOYS,
            "movielens11": ("The American President", 1995),
            "movielens29": ("The City of Lost Children", 1995),
            "movielens47": ("Seven", 1995),
            "movielens603": ("Bye Bye Birdie", 1963),
        },
        {},
    ),
    "ids_that_are_none.csv": Shape(
        "table",
        {
            "tmdb949": HEAT,
            "tmdb194": AMELIE,
            "tmdb862": TOYS,
            "tt0114709": ("Toy Story of a stripped number", 1995),
            "tt0112641": ("Casino", 1995),
        },
        {"no id": 2},
    ),
    "letterboxd_watched.csv": Shape(
        "letterboxd", {"letterboxd-heat-1995": HEAT, "letterboxd-amelie-2001": AMELIE}, {"no id": 1}
    ),
    "letterboxd_diary.csv": Shape("letterboxd", {"letterboxd-heat-1995": HEAT}, {}),
    "letterboxd_list.csv": Shape(
        "letterboxd", {"letterboxd-heat-1995": HEAT, "letterboxd-amelie-2001": AMELIE}, {}
    ),
    "tmdb_list.csv": Shape(
        "table", {"tt0113277": HEAT, "tmdb862": TOYS}, {"not a film (tv)": 1, "not a film (episode)": 1}
    ),
    "tmdb_export.json": Shape(
        "tmdb",
        {"tmdb949": ("Heat", None), "tmdb11472": ("Heat", None), "tmdb5820": ("Heat", None)},
        {"adult": 1, "not a film (video)": 1},
    ),
    "kaggle_tmdb.csv": Shape(
        "tmdb",
        {"tt0113277": HEAT, "tmdb194": AMELIE},
        {"the line is too short": 1, "not released (Planned)": 1},
    ),
    "wikidata.csv": Shape("wikidata", {"Q484048": AMELIE, "Q42198": ("Heat", None)}, {NO_NAME: 2, ODD_ID: 1}),
    "wikidata.tsv": Shape("wikidata", {"Q484048": AMELIE}, {}),
    "odd_ids.csv": Shape("table", {"heat-1995": HEAT}, {ODD_ID: 3, "no id": 2}),
    "trakt.json": Shape("table", {"tt0113277": HEAT, "tmdb862": TOYS}, {"not a film (episode)": 1}),
    "a_page_of_tmdb.json": Shape("tmdb", {"tmdb949": HEAT}, {}),
    "a_collection_of_tmdb.json": Shape("tmdb", {"tmdb862": TOYS}, {"not released (In Production)": 1}),
    "omdb_search.json": Shape("table", {"tt0113277": HEAT}, {"not a film (series)": 1}),
    "jellyfin.json": Shape("table", {"tt0113277": HEAT, "tmdb862": TOYS}, {"not a film (Series)": 1}),
    "ragged.csv": Shape(
        "table",
        {"tt0113277": HEAT, "tt0211915": AMELIE, "tt0112641": ("Casino Royale", 1967)},
        {"more cells than the head line has": 1, "the line is too short": 1, "the head line again": 1},
    ),
}


def taken(path: Path, into: Path) -> Imported:
    return import_catalogue(path, into, lambda _: None, CODES, NO_FILMS)[0]


def titles(into: Path) -> Titles:
    index = index_of(into, NO_FILMS)
    assert index is not None
    return Titles.open(index)


@pytest.mark.parametrize("name", SHAPES)
def test_a_file_gives_its_films_and_says_why_every_other_row_is_none(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    done = taken(FILES / name, tmp_path)
    assert (done.format, done.changed, done.refused) == (shape.kind, len(shape.films), shape.refused)
    for film_id, (title, year) in shape.films.items():
        known = known_film(tmp_path, film_id)
        assert known is not None, film_id
        assert (known.title, known.year) == (title, year)


def test_every_shape_is_expected() -> None:
    assert {path.name for path in FILES.iterdir()} == SHAPES.keys()


def test_the_first_rows_that_are_refused_are_told_by_their_line(tmp_path: Path) -> None:
    done = taken(FILES / "kinds.csv", tmp_path)
    assert (done.counted, done.first["adult"], done.first[AHEAD]) == ("line", [3], [13, 14])
    assert taken(FILES / "ragged.csv", tmp_path).first["the head line again"] == [6]
    assert taken(FILES / "trakt.json", tmp_path).first["not a film (episode)"] == [3]


def test_the_names_that_a_list_puts_in_brackets_find_the_film(tmp_path: Path) -> None:
    taken(FILES / "movies.csv", tmp_path)
    typed = {"la cité des enfants perdus": "29", "se7en": "47", "the american president": "11"}
    for name, film in typed.items():
        assert titles(tmp_path).find(name).matches[0].film.id == f"movielens{film}"


def test_an_original_title_finds_the_film(tmp_path: Path) -> None:
    taken(FILES / "kinds.csv", tmp_path)
    assert titles(tmp_path).find("le fabuleux destin d'amélie poulain").matches[0].film.id == "tt0211915"


def test_films_that_nobody_can_tell_apart_are_shown_as_one_the_best_known(tmp_path: Path) -> None:
    taken(FILES / "tmdb_export.json", tmp_path)
    found = titles(tmp_path).find("heat")
    assert [(match.film.id, match.film.votes) for match in found.matches] == [("tmdb949", 4120)]


def test_one_film_of_several_files_is_shown_as_one(tmp_path: Path) -> None:
    for name in ("tmdb_export.json", "letterboxd_watched.csv", "plain.tsv", "wikidata.csv", "tmdb_list.csv"):
        taken(FILES / name, tmp_path)
    for typed, film in (("heat", "tt0113277"), ("amelie", "tt0211915")):
        assert [match.film.id for match in titles(tmp_path).find(typed).matches] == [film]


def test_a_number_of_two_files_is_two_films(tmp_path: Path) -> None:
    files = {
        "mine.csv": "id,title,year\n603,The Paper Boat,2001\n",
        "yours.csv": "id,title,year\n603,The Tin Kite,1999\n",
        "movies.csv": "movieId,title,genres\n603,Bye Bye Birdie (1963),Musical\n",
        "tmdb.json": '{"id": 603, "original_title": "The Matrix", "popularity": 9, "adult": false}\n',
        "trakt.csv": "trakt_id,type,title,year\n603,movie,Coco,2017\n",
        "imdb.csv": "imdbId,title,year\n0000603,An Old Film,1910\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        taken(tmp_path / name, tmp_path / "catalogue")
    wanted = {
        "mine-603": "The Paper Boat",
        "yours-603": "The Tin Kite",
        "movielens603": "Bye Bye Birdie",
        "tmdb603": "The Matrix",
        "trakt603": "Coco",
        "tt0000603": "An Old Film",
    }
    for film_id, title in wanted.items():
        known = known_film(tmp_path / "catalogue", film_id)
        assert known is not None, film_id
        assert (known.title, known.names) == (title, ())


def test_the_numbers_of_a_file_that_lies_beside_are_taken_along(tmp_path: Path) -> None:
    shutil.copy(FILES / "movies.csv", tmp_path)
    links = "movieId,imdbId,tmdbId\n1,0114709,862\n11,,9087\n29,0,\n"
    (tmp_path / "links.csv").write_text(links, encoding="utf-8")
    taken(tmp_path / "movies.csv", tmp_path / "catalogue")
    for film_id, title in (("tt0114709", "Toy Story"), ("tmdb9087", "The American President")):
        known = known_film(tmp_path / "catalogue", film_id)
        assert known is not None
        assert known.title == title
    assert known_film(tmp_path / "catalogue", "movielens1") is None
    assert known_film(tmp_path / "catalogue", "movielens603") is not None


def test_a_year_ahead_of_a_film_that_many_rated_is_a_slip(tmp_path: Path) -> None:
    path = tmp_path / "titles.csv"
    path.write_text("id,title,year,votes\ntt0032138,The Wizard of Oz,2939,100000\n", encoding="utf-8")
    assert taken(path, tmp_path).taken == 1
    known = known_film(tmp_path, "tt0032138")
    assert known is not None
    assert known.year is None


def test_a_file_with_another_reason_in_every_row_is_told_in_few_lines(tmp_path: Path) -> None:
    path = tmp_path / "titles.csv"
    rows = "".join(f"tt0113277,Heat,kind {number}\n" for number in range(5000))
    path.write_text(f"id,title,titleType\n{rows}", encoding="utf-8")
    done = taken(path, tmp_path)
    assert len(done.refused) < 50
    assert sum(done.refused.values()) == 5000
    assert done.refused["for other reasons"] > 4000
