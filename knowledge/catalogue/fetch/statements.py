"""Wikidata's single statements about films as films that the catalogue can take."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from knowledge.catalogue.fetch.queries import BOARD, ENGLISH, REASON
from knowledge.catalogue.fetch.terms import Terms
from knowledge.catalogue.formats.columns import names

ENTITY = "http://www.wikidata.org/entity/"
LINK = 1
"""What a page about the film in some language counts for, as TMDB's popularity does."""
Codes = Mapping[str, Sequence[str]]
"""By board: its codes, the stricter later."""
T = TypeVar("T")


class Cell(BaseModel):
    """A cell of an answer."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    value: str
    language: str = Field(default="", alias="xml:lang")


Row = Mapping[str, Cell]


class _Bindings(BaseModel):
    bindings: list[dict[str, Cell]]


class _Answer(BaseModel):
    results: _Bindings


_ANSWER = TypeAdapter(_Answer)


def rows_in(body: bytes) -> list[dict[str, Cell]]:
    """The rows of an answer in SPARQL's JSON. ValueError where it is none or not whole."""
    try:
        return _ANSWER.validate_json(body).results.bindings
    except ValidationError as error:
        raise ValueError(error.errors(include_input=False, include_url=False)[0]["msg"]) from error


def item_of(cell: Cell | None) -> str | None:
    """The id of an item; None for what nobody knows, which has an address too."""
    found = cell.value.removeprefix(ENTITY) if cell else ""
    return found if found[:1] == "Q" and found[1:].isdecimal() else None


def items_in(body: bytes) -> list[str]:
    """The items of an answer that tells nothing else."""
    rows = rows_in(body)
    return [item for row in rows if (item := item_of(row.get("film")))]


def films_in(rows: Iterable[Row], terms: Terms, codes: Codes) -> Iterator[str]:
    """Each film as a line of JSON, as the catalogue takes it."""
    told: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if (item := item_of(row.get("film"))) and "what" in row and "value" in row:
            told[item][row["what"].value].append(row)
    for item, said in told.items():
        if "adult" not in said:
            yield json.dumps(_film(item, said, terms, codes), ensure_ascii=False)


def _film(item: str, said: Mapping[str, list[Row]], terms: Terms, codes: Codes) -> dict[str, object]:
    called = sorted((row["value"] for row in said.get("title", ())), key=lambda cell: _place(cell, terms))
    original = _values(said, "original")
    titles = list(dict.fromkeys((*(cell.value for cell in called), *original, *_values(said, "other"))))
    seconds = [
        float(each) for each in _values(said, "seconds") if each.replace(".", "", 1).lstrip("+").isdecimal()
    ]
    links = next(iter(_values(said, "links")), "")
    return {
        "film": ENTITY + item,
        "imdb": min((each for each in _values(said, "imdb") if each.startswith("tt")), default=""),
        "title": titles[0] if titles else "",
        "akas": titles[1:],
        "releasedate": min((each for each in _values(said, "day") if each[:1].isdecimal()), default=""),
        "runtime": round(max(seconds, default=0) / 60) or "",
        "popularity": int(links) * LINK if links.isdecimal() else "",
        **dict(_certificates(said, terms, codes)),
    }


def _place(cell: Cell, terms: Terms) -> int:
    return terms.titles.index(cell.language) if cell.language in terms.titles else len(terms.titles)


def _values(said: Mapping[str, list[Row]], what: str) -> list[str]:
    return [row["value"].value for row in said.get(what, ())]


def _certificates(said: Mapping[str, list[Row]], terms: Terms, codes: Codes) -> Iterator[tuple[str, str]]:
    """By the head of a board's column its code, and why; where it decided twice, the stricter one."""
    for board, head in _heads().items():
        rows = said.get(BOARD + board, ()) if board in terms.boards else ()
        known, by_item = codes.get(board, ()), terms.boards[board].codes if rows else {}
        given = {row["value"].value: _code(row, by_item, known) for row in rows}
        if given:
            code = max(given.values(), key=lambda each: known.index(each) if each in known else -1)
            why = [row for row in said.get(REASON + board, ()) if given.get(row["value"].value) == code]
            yield head, code
            yield head + names().reasons[0], ", ".join(_words(why, terms.languages[board]))


def _words(rows: Iterable[Row], language: str) -> list[str]:
    """Of each thing that was named the name in the board's language, else the English one."""
    found = dict[str, dict[str, str]]()
    for row in rows:
        if "named" in row and "name" in row:
            found.setdefault(row["named"].value, {})[row["name"].language] = row["name"].value
    words = (by.get(language) or by.get(ENGLISH) for by in found.values())
    return list(dict.fromkeys(each for each in words if each))


def _code(row: Row, by_item: Mapping[str, str], codes: Sequence[str]) -> str:
    """By the item, else by its name if that is a code; else the name, which the import refuses and tells."""
    name = row["name"].value if "name" in row else item_of(row["value"]) or ""
    bare = _bare(name)
    named = next((code for code in codes if _bare(code) == bare), name)
    return by_item.get(item_of(row["value"]) or "", named)


def _bare(name: str) -> str:
    """`12A certificate` and `MA 15+` as the codes 12A and MA15+ are compared."""
    return name.casefold().removesuffix("certificate").replace(" ", "")


def _heads() -> dict[str, str]:
    """By board the first head of its column in a file."""
    return {board: head for head, board in reversed(list(names().boards.items()))}
