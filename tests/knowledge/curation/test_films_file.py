"""The films that come with Usher: films.tsv row by row, without whoever reads it."""

import csv
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from knowledge.entry import Level
from knowledge.titles.folding import slug

ROOT = Path(__file__).parents[3]
DATA = ROOT / "knowledge" / "data"
TABLES = ROOT.parent / "shared" / "data"
COLUMNS = ["id", "title", "year", "imdb", "country", "minutes", "rating", "named", "names"]
KINDS = {"nick", "original", "de", "es", "fr", "it", "ja", "pt"}


def films() -> list[dict[str, str]]:
    with (DATA / "films.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def parts(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def test_every_row_has_the_same_columns_and_no_stray_blanks():
    for row in films():
        assert list(row) == COLUMNS
        assert all(cell is not None and cell == cell.strip() and "  " not in cell for cell in row.values()), (
            row
        )


def test_ids_are_made_of_title_and_year():
    assert [row["id"] for row in films() if row["id"] != slug(row["title"], int(row["year"]))] == []


@pytest.mark.parametrize("columns", [("id",), ("imdb",), ("title", "year")])
def test_no_film_is_there_twice(columns: tuple[str, ...]):
    times = Counter(tuple(row[column].casefold() for column in columns) for row in films())
    assert [key for key, count in times.items() if count > 1 and any(key)] == []


def test_years_minutes_and_ids_can_be_those_of_films():
    for row in films():
        assert 1900 <= int(row["year"]) <= 2030, row
        assert not row["imdb"] or re.fullmatch(r"tt\d{7,8}", row["imdb"]), row
        assert not row["minutes"] or 3 <= int(row["minutes"]) <= 400, row


def test_codes_are_those_of_a_board_that_is_known():
    boards = toml("boards")
    codes = {f"{board} {code}" for board, about in boards.items() for code in about["codes"]}
    assert {part for row in films() for part in parts(row["rating"])} <= codes


def test_what_a_board_named_is_a_topic_of_the_guide_and_a_level_of_its_kind():
    levels = {"scale": {Level.MILD, Level.MODERATE, Level.SEVERE}, "yes_no": {Level.PRESENT}}
    topics = toml("topics")
    for row in films():
        named = [part.split(" ") for part in parts(row["named"])]
        assert all(level in levels[topics[topic]["kind"]] for topic, level in named), row
        assert len({topic for topic, _ in named}) == len(named), row
        assert row["rating"] or not named, f"who named it? {row}"


def test_names_say_of_which_kind_they_are_and_differ():
    for row in films():
        names = [part.partition(": ") for part in parts(row["names"])]
        assert {kind for kind, _, _ in names} <= KINDS, row
        assert all(name for _, _, name in names), row
        assert len(set(names)) == len(names), row
        assert row["title"] not in {name for _, _, name in names}, row


def test_there_are_enough_films_old_and_new_and_from_many_countries():
    rows = films()
    assert len(rows) >= 3000
    assert sum(row["year"] in {"2025", "2026"} for row in rows) >= 60
    # What can be measured of countries: a film with an original title was not made in English.
    assert sum("original: " in row["names"] for row in rows) >= 400
    assert sum(bool(row["rating"]) for row in rows) >= 3000


def test_what_differs_from_the_tables_is_explained_for_films_that_are_there():
    explained = toml("films_explained")
    assert set(explained) <= {row["id"] for row in films()}
    assert all(why.endswith(".") for kinds in explained.values() for why in kinds.values())


@pytest.mark.skipif(not TABLES.is_dir(), reason="the tables of films are not beside the project")
def test_no_row_differs_from_the_tables_without_a_reason():
    check = [sys.executable, str(ROOT / "scripts" / "check_films.py"), str(TABLES)]
    done = subprocess.run(check, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
