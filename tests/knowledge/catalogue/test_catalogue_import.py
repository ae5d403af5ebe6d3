"""Files into the catalogue: what is taken, what is refused and why, and that nothing is done by halves."""

import gzip
import json
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import Imported, import_catalogue
from knowledge.catalogue.formats.rows import ODD_ID
from knowledge.catalogue.formats.sniff import UnknownFormat
from knowledge.catalogue.kept_index import index_of, known_film
from knowledge.titles.titles import Titles
from tests.films import NO_FILMS

CODES = {"MPA": ("G", "PG", "PG-13", "R"), "FSK": ("0", "6", "12", "16", "18")}
TSV = "id\ttitle\tyear\tvotes\talso_known_as\n"


def taken(path: Path, into: Path) -> Imported:
    return import_catalogue(path, into, lambda _: None, CODES, NO_FILMS)[0]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "catalogue"


def titles(into: Path) -> Titles:
    index = index_of(into, NO_FILMS)
    assert index is not None
    return Titles.open(index)


def test_a_table_is_taken_and_its_films_are_found(tmp_path: Path, into: Path) -> None:
    text = TSV + 'tt0113277\tHeat\t1995\t700000\t\ntt0211915\tAmélie\t2001\t800000\tLe "Fabuleux" destin\n'
    done = taken(written(tmp_path / "titles.tsv", text), into)
    assert (done.format, done.taken, done.changed, done.refused) == ("table", 2, 2, {})
    assert titles(into).find("heat").matches[0].film.id == "tt0113277"
    assert titles(into).find('le "fabuleux" destin').matches[0].film.title == "Amélie"


def test_a_second_import_changes_nothing_and_a_newer_file_updates(tmp_path: Path, into: Path) -> None:
    path = written(tmp_path / "titles.tsv", TSV + "tt0113277\tHeat\t1995\t700000\t\n")
    taken(path, into)
    first = index_of(into, NO_FILMS)
    assert taken(path, into).changed == 0
    assert index_of(into, NO_FILMS) == first
    written(path, TSV + "tt0113277\tHeat\t1995\t700001\tFire\n")
    assert taken(path, into).changed == 1
    assert titles(into).find("fire").matches[0].film.votes == 700001


def test_lines_without_a_title_or_an_id_are_refused_with_the_reason(tmp_path: Path, into: Path) -> None:
    path = written(
        tmp_path / "titles.tsv", TSV + "tt1\t\t1995\t\t\n\tHeat\t1995\t\t\nhalf\ntt0113277\tHeat\t1995\t5\t\n"
    )
    done = taken(path, into)
    assert done.taken == 1
    assert done.refused == {"no title": 1, "no id": 1, "the line is too short": 1}


def test_an_id_that_no_button_can_carry_is_refused(tmp_path: Path, into: Path) -> None:
    ids = ("k" * 60, "k" * 61, "k" * 80, "a:b", "a.b", "é", "tt0114709")
    rows = "".join(f"{one}\tFilm {place}\t1995\t1\t\n" for place, one in enumerate(ids))
    done = taken(written(tmp_path / "films.tsv", TSV + rows), into)
    assert done.refused == {ODD_ID: 5}
    assert [titles(into).named(one) is not None for one in ids] == [True, *[False] * 5, True]


def test_what_is_cut_off_half_way_leaves_the_old_catalogue_whole(tmp_path: Path, into: Path) -> None:
    taken(written(tmp_path / "titles.tsv", TSV + "tt0113277\tHeat\t1995\t700000\t\n"), into)
    before = index_of(into, NO_FILMS)
    whole = gzip.compress((TSV + "".join(f"tt{n:07}\tFilm {n}\t2000\t{n}\t\n" for n in range(9000))).encode())
    broken = tmp_path / "titles.tsv.gz"
    broken.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(EOFError):
        taken(broken, into)
    assert index_of(into, NO_FILMS) == before
    assert titles(into).find("heat").matches[0].film.id == "tt0113277"
    assert known_film(into, "tt0000005") is None


def test_a_file_of_no_known_format_is_refused_with_what_was_expected(tmp_path: Path, into: Path) -> None:
    with pytest.raises(UnknownFormat, match="head line with an id and a title"):
        taken(written(tmp_path / "notes.txt", "Dear diary,\n"), into)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    with pytest.raises(UnknownFormat, match="UTF-8"):
        taken(tmp_path / "picture.png", into)


def test_imdb_files_that_lie_together_are_taken_together(tmp_path: Path, into: Path) -> None:
    head = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\n"
    basics = (
        "tt0211915\tmovie\tAmélie\tLe fabuleux destin d'Amélie Poulain\t0\t2001\t\\N\t122\n"
        "tt0944947\ttvSeries\tGame of Thrones\tGame of Thrones\t0\t2011\t2019\t60\n"
    )
    (tmp_path / "title.basics.tsv.gz").write_bytes(gzip.compress((head + basics).encode()))
    ratings = "tconst\taverageRating\tnumVotes\ntt0211915\t8.3\t800000\ntt9999999\t1.0\t5\n"
    (tmp_path / "title.ratings.tsv.gz").write_bytes(gzip.compress(ratings.encode()))
    akas = (
        "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n"
        "tt0211915\t1\tDie fabelhafte Welt der Amélie\tDE\t\\N\timdbDisplay\t\\N\t0\n"
        "tt0211915\t2\tLe fabuleux destin\t\\N\t\\N\toriginal\t\\N\t1\n"
        "tt0211915\t3\tAmélie csodálatos élete\tHU\t\\N\timdbDisplay\t\\N\t0\n"
    )
    (tmp_path / "title.akas.tsv.gz").write_bytes(gzip.compress(akas.encode()))
    done = import_catalogue(tmp_path / "title.basics.tsv.gz", into, lambda _: None, CODES, NO_FILMS)
    assert [each.changed for each in done] == [1, 1, 1]
    assert done[0].refused == {"not a film (tvSeries)": 1}
    film = titles(into).find("die fabelhafte welt der amelie").matches[0].film
    assert (film.id, film.votes) == ("tt0211915", 800000)
    known = known_film(into, "tt0211915")
    assert known is not None
    assert known.runtime == 122
    assert ("Le fabuleux destin" in known.names, "Amélie csodálatos élete" in known.names) == (True, False)
    assert known_film(into, "tt9999999") is None


def test_tmdb_movies_bring_their_codes_and_refuse_strange_ones(tmp_path: Path, into: Path) -> None:
    release = [
        {"iso_3166_1": "US", "release_dates": [{"certification": ""}, {"certification": "PG"}]},
        {"iso_3166_1": "DE", "release_dates": [{"certification": "99"}]},
    ]
    film = {
        "id": 9, "imdb_id": "tt0327597", "title": "Coraline", "original_title": "Coraline", "vote_count": 5,
        "release_date": "2009-02-05", "runtime": 100, "release_dates": {"results": release},
        "alternative_titles": {"titles": [{"title": "Coraline y la puerta secreta"}]},
    }  # fmt: skip
    export = {"adult": False, "id": 3924, "original_title": "Blondie", "popularity": 2.4, "video": False}
    lines = "\n".join(map(json.dumps, (export, film, {"id": 1, "adult": True, "title": "X"})))
    done = taken(written(tmp_path / "movies.json", lines), into)
    assert (done.format, done.taken) == ("tmdb", 2)
    assert done.refused == {"adult": 1, "rating FSK '99': the board has no such code": 1}
    known = known_film(into, "tt0327597")
    assert known is not None
    assert (known.runtime, known.ratings) == (100, (("MPA", "PG", "tmdb"),))
    assert titles(into).named("tmdb3924") is not None


@pytest.mark.parametrize("form", ["csv", "json", "sparql"])
def test_wikidata_results_are_taken_in_every_form(tmp_path: Path, into: Path, form: str) -> None:
    rows = [
        {"film": "http://www.wikidata.org/entity/Q484048", "filmLabel": "Amélie", "altLabel": "Amelie|Le Fab",
         "date": "2001-04-25T00:00:00Z", "duration": "122", "fsk": "FSK 6"},
        {"film": "http://www.wikidata.org/entity/Q484048", "filmLabel": "Amélie", "altLabel": "Amelia",
         "date": "2001-04-25T00:00:00Z", "duration": "122", "fsk": "FSK 6"},
    ]  # fmt: skip
    match form:
        case "csv":
            text = "\n".join([",".join(rows[0]), *(",".join(row.values()) for row in rows)])
        case "json":
            text = json.dumps(rows)
        case _:
            bound = [{key: {"type": "literal", "value": value} for key, value in row.items()} for row in rows]
            text = json.dumps({"head": {"vars": list(rows[0])}, "results": {"bindings": bound}})
    done = taken(written(tmp_path / f"films.{form}", text), into)
    assert (done.format, done.taken) == ("wikidata", 1)
    known = known_film(into, "Q484048")
    assert known is not None
    assert (known.year, known.runtime, known.ratings) == (2001, 122, (("FSK", "6", "wikidata"),))
    assert titles(into).find("amelia").matches[0].film.id == "Q484048"


def test_sources_stand_side_by_side_and_the_film_has_what_all_of_them_say(tmp_path: Path, into: Path) -> None:
    taken(written(tmp_path / "titles.tsv", TSV + "tt0113277\tHeat\t1995\t700000\t\n"), into)
    facts = "title\tyear\tmpa_rating\truntime_min\timdb_id\nHeat\t1995\tR\t170\ttt0113277\n"
    taken(written(tmp_path / "facts.tsv", facts), into)
    known = known_film(into, "tt0113277")
    assert known is not None
    assert (known.votes, known.runtime, known.ratings) == (700000, 170, (("MPA", "R", "table facts"),))


@pytest.mark.parametrize(
    ("heads", "cells", "reasons"),
    [
        ("mpa\treason", "PG-13\tsome violence", [("MPA", "PG-13", "some violence")]),
        ("mpaa_rating\tmpaa_reason", "R\tlanguage", [("MPA", "R", "language")]),
        ("mpa\tbbfc\tbbfc_insight", "R\t15\tstrong sex", [("BBFC", "15", "strong sex")]),
        ("mpa\tbbfc\treason", "R\t15\tstrong sex", []),
        ("mpa\treason", "\tsome violence", []),
        ("mpa\treason", "PG-13\t\\N", []),
    ],
)
def test_a_reason_is_kept_with_the_code_of_the_board_that_gave_it(
    tmp_path: Path, heads: str, cells: str, reasons: list[tuple[str, str, str]]
) -> None:
    (tmp_path / "films.tsv").write_text(
        f"id\ttitle\tyear\t{heads}\ntt0113277\tHeat\t1995\t{cells}\n", encoding="utf-8"
    )
    codes = {"MPA": ("PG-13", "R"), "BBFC": ("15",)}
    import_catalogue(tmp_path / "films.tsv", tmp_path, lambda _: None, codes, NO_FILMS)
    film = known_film(tmp_path, "tt0113277")
    assert film is not None
    assert list(film.reasons) == reasons
