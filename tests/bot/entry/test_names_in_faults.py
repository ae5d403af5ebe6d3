"""What is wrong with a draft or a file is said with names: no key, no id, and no list that counts from 0."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from typing import Any, cast

import pytest

from bot.entry.draft_message import draft_message
from bot.entry.fault_lines import fault_message
from bot.entry.sheet_language import sheet_words
from bot.entry.upload_message import upload_message
from bot.entry.waiting_uploads import WaitingUpload
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, Card
from bot.ui.phrases import Languages, Phrases, read_words
from knowledge.curation.draft import Draft, fill, start
from knowledge.curation.faults import Faulty
from knowledge.curation.plain_rows import Defaults
from knowledge.curation.uploaded import read_entries
from knowledge.library import Library

TODAY = date(2026, 12, 1)
KEY = re.compile(r"\b[a-z]+_[a-z_]+\b|\b[a-z]+(?:-[a-z]+)*-\d{4}\b|\b[a-z_]+\.[a-z_]+\b|, 0\b|\[\w+\]")
MEANT_TO_BE_TYPED = re.compile(r"`[^`]*`|'[^']*'|\bhttps?:\S*|\.(?:csv|tsv|toml|json|xlsx|xlsm|xls|ods)\b")
"""What stands between quotation marks was typed by the reader, or is to be."""
WRONG_PARTS: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
    ("sources", {"list": ("A review | https://a.example/x",), "facts": ("our-own-eyes",)}),
    ("glance", {"genres": ("||drama||",)}),
    ("glance", {"runtime": ("long",)}),
    ("glance", {"theatrical": ("03/04/2001",)}),
    ("glance", {"theatrical": ("1900-01-01",)}),
    ("finding.fear", {"says": ("It ||dies||.",), "sources": ("our-own-eyes",)}),
    ("finding.fear", {"says": ("x" * 400,)}),
    ("rating.MPA", {"code": ("PG-15",), "sources": ("our-own-eyes",)}),
    ("know", {"says": ("=1+1",)}),
    ("quality", {"limits": ("@everyone",), "strengths": ("Warm.",)}),
    ("talk", {"questions": ("Why?\n||Who dies?||",)}),
    (
        "voice.0",
        {"who": ("parent",), "says": ("Sad.",), "flags": ("too_much.sexual_violence",), "ages": ("90",)},
    ),
    ("others", {"films": ("Barbi (2023) | It is fun.",)}),
    ("names", {"names": ("Papalote | spanish",)}),
)
TOML = """
title = "The Kite"
year = 2001
pitch = "A kite."
facts_from = ["us"]
talk_about = ["Why?", "||Who?||"]
[sources.us]
name = "Our own eyes"
[[findings]]
topic = "animal_harm"
level = "severe"
says = "A bat."
sources = ["us", "nobody"]
[[findings]]
topic = "fear"
level = "mild"
says = "A bat."
sources = ["us"]
[[findings]]
topic = "fear"
level = "mild"
says = "A bat again."
sources = ["us"]
[[ratings]]
board = "MPA"
code = "PG-15"
sources = ["us"]
"""
BROKEN = {"title": "The Kite", "year": 2001, "talk_about": [1], "ratings": [{"board": "MPA", "code": "PG"}]}
TWICE = "title,year,one_line,scary,source_1\nKite,2001,A kite.,none,Me\nKite,2001,A kite.,none,Me\n"
SHEET = (
    "title,year,rating,scary,scary_says,source_1_link\n"
    "Kite,two,PG-15,lots,,x\n,2001,,,,\nHeat,1995,FSK 13,,,\n"
)
FILES: dict[str, bytes] = {
    "kite.toml": TOML.encode(),
    "broken.toml": b'title = "x\n',
    "broken.json": json.dumps(BROKEN).encode(),
    "twice.csv": TWICE.encode(),
    "sheet.csv": SHEET.encode(),
    "nul.csv": b"title,year\n\0,2001\n",
    "sheet.xlsx": b"none",
    "sheet.ods": b"none",
    "sheet": b"none",
    "time.toml": b'title = "The Kite"\nyear = 2001\npitch = 07:32:00\n',
}


@pytest.fixture(scope="module")
def languages() -> Languages:
    return Languages()


def begun(library: Library) -> Draft:
    draft = start("The Kite", 2001, TODAY)
    sources = "Our own eyes\nA review | https://a.example/x"
    draft = fill(draft, "sources", {"list": (sources,)}, library)
    draft = fill(draft, "glance", {"pitch": ("A kite.",)}, library)
    own = ("our-own-eyes",)
    return fill(draft, "finding.fear", {"level": ("mild",), "says": ("A bat.",), "sources": own}, library)


def of_file(name: str, library: Library, languages: Languages, say: Phrases) -> Iterator[str]:
    board, words = library.vocabulary.board_in("US"), sheet_words(library.vocabulary, languages, say)
    try:
        read = read_entries(name, FILES[name], library, board, Defaults(TODAY, "-"), words)
    except Faulty as faulty:
        message = fault_message(faulty.faults, "file", say)
    else:
        found = WaitingUpload((), {}, tuple(one for one in read if not one.movie))
        message = upload_message(found, Button("x", Action(Verb.BEGIN)), say)
    yield from (line for card in message.cards for line in card.lines)


def keys_in(line: str) -> list[str]:
    return KEY.findall(MEANT_TO_BE_TYPED.sub("", line.replace("\\", "")))


@pytest.mark.parametrize("language", sorted(read_words()))
def test_no_key_stands_in_what_is_wrong_with_a_draft(
    library: Library, languages: Languages, language: str
) -> None:
    say = languages[language]
    for part, typed in WRONG_PARTS:
        draft = fill(begun(library), part, typed, library)
        assert draft.wrong, (part, typed)
        message = draft_message(draft, Card(None, ()), library.vocabulary, say)
        lines = [line for card in message.cards for line in card.lines]
        assert [(line, found) for line in lines if (found := keys_in(line))] == []
        assert not [line for line in lines if "our-own-eyes" in line or "too_much" in line.replace("\\", "")]


@pytest.mark.parametrize("language", sorted(read_words()))
@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_in_what_is_wrong_with_a_file(
    library: Library, languages: Languages, language: str, name: str
) -> None:
    lines = list(of_file(name, library, languages, languages[language]))
    assert len(lines) > 1
    assert [(line, found) for line in lines[1:] if (found := keys_in(line))] == []


def test_things_are_called_by_their_names(library: Library, languages: Languages) -> None:
    say = languages["en"]
    told = "\n".join(line for name in FILES for line in of_file(name, library, languages, say))
    draft = fill(begun(library), *WRONG_PARTS[0], library)
    told += "\n".join(draft_message(draft, Card(None, ()), library.vocabulary, say).cards[0].lines)
    for said in (
        "to talk about, 2: has a spoiler mark",
        "'Scary moments' stands twice",
        "'Kite (2001)' is there already, in row 2",
        "'Our own eyes' is still the source of Scary moments",
        ".csv, .tsv, .xlsx",
    ):
        assert said in told.replace("\\", "")


def test_an_entry_that_lacks_anything_anywhere_is_answered(library: Library) -> None:
    """Of a whole entry each value in turn is left out or is of another kind."""
    board, defaults = library.vocabulary.board_in("US"), Defaults(TODAY, "-")
    whole = next(iter(library.movies.values())).model_dump(mode="json", exclude_defaults=True)
    kinds: tuple[Any, ...] = (None, 5, "x", [], {}, [{}])
    others = cycle(kinds)
    for path in (*paths(whole), *paths(whole)):
        table = changed(whole, path, next(others))
        for read in read_entries("x.json", json.dumps(table).encode(), library, board, defaults):
            assert read.movie or read.faults, table


def paths(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in a table, of each list its first item."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(cast("dict[str | int, Any]", value).items())
    elif isinstance(value, list) and value:
        inner = [(0, value[0])]
    for key, one in inner:
        yield (*at, key)
        yield from paths(one, (*at, key))


def changed(value: Any, path: tuple[str | int, ...], other: Any) -> Any:
    copy = json.loads(json.dumps(value))
    *way, last = path
    here = copy
    for step in way:
        here = here[step]
    if other is None:
        del here[last]
    else:
        here[last] = other
    return copy
