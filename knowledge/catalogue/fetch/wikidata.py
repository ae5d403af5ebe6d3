"""Every film of Wikidata into a file, page by page; what is there already is not asked again.

First all kinds of films are asked for, then the films of each kind, then what is known of some hundred films
at a time. So each question is small, and it is known from the start how far one is.
"""

import gzip
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from knowledge.catalogue.fetch.queries import films_of, kinds, known_of
from knowledge.catalogue.fetch.refusals import Overloaded, Unfetched
from knowledge.catalogue.fetch.statements import Codes, films_in, items_in, rows_in
from knowledge.catalogue.fetch.terms import terms
from knowledge.catalogue.fetch.web import Progress, Web

T = TypeVar("T")
SERVICE = "Wikidata"
KINDS, FILMS = 40, 300
"""How many are asked about at once."""
MOST_BYTES = 64 << 20
"""Of one answer; the longest lists all films of the commonest kind."""
MOST_FILMS = 2_000_000
MOST_WRITTEN = 2 << 30
FOUND, WRITTEN, STATE = "wikidata-films.json", "wikidata.json.gz", "wikidata-state.json"


class _State(BaseModel):
    """How many films are written, and how long the file is that holds them."""

    done: int = 0
    bytes: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Wikidata:
    """Asks one address. `codes` are the boards' codes, the stricter later; `folder` keeps what is there."""

    web: Web
    url: str
    folder: Path
    codes: Codes

    @property
    def file(self) -> Path:
        """Where the films are at the end."""
        return self.folder / WRITTEN

    async def films(self, progress: Progress) -> list[str]:
        """The ids of all films, asked once. Raises Unfetched."""
        kept = self.folder / FOUND
        if not kept.exists():
            found = await self._find(progress)
            (self.folder / STATE).unlink(missing_ok=True)
            _put(kept, json.dumps(found))
        progress(1.0)
        return json.loads(kept.read_text(encoding="utf-8"))

    async def fetch(self, films: Sequence[str], progress: Progress) -> None:
        """Writes what is known of each film. Raises Unfetched; what is written stays for the next time."""
        state = self._state()
        self.file.touch()
        with self.file.open("rb+") as file:
            file.truncate(state.bytes)
            file.seek(state.bytes)
            async for done, lines in _in_pages(films, state.done, FILMS, self._known):
                file.write(gzip.compress("".join(f"{line}\n" for line in lines).encode()))
                file.flush()
                state = _State(done=done, bytes=file.tell(), lines=state.lines + len(lines))
                _put(self.folder / STATE, state.model_dump_json())
                progress(done / len(films))
                if state.bytes > MOST_WRITTEN:
                    raise Unfetched(
                        f"{SERVICE} tells more than {MOST_WRITTEN >> 20:,} MB, which cannot be right"
                    )
        if not state.lines:
            raise Unfetched(f"{SERVICE} tells nothing of any film")

    async def _find(self, progress: Progress) -> list[str]:
        some_kinds = await self.web.ask(SERVICE, self.url, _form(kinds(terms())), MOST_BYTES, items_in)
        first = sorted(dict.fromkeys((terms().films, *some_kinds)), key=lambda kind: kind != terms().films)
        found = set[str]()
        async for done, films in _in_pages(first, 0, KINDS, self._films_of):
            found.update(films)
            if len(found) > MOST_FILMS:
                raise Unfetched(f"{SERVICE} lists more than {MOST_FILMS:,} films, which cannot be right")
            progress(done / len(first))
        if not found:
            raise Unfetched(f"{SERVICE} lists no film at all")
        return sorted(found, key=lambda item: int(item[1:]))

    async def _films_of(self, some: Sequence[str]) -> list[str]:
        return await self.web.ask(SERVICE, self.url, _form(films_of(some)), MOST_BYTES, items_in)

    async def _known(self, some: Sequence[str]) -> list[str]:
        def read(body: bytes) -> list[str]:
            rows = rows_in(body)
            if not rows:
                raise ValueError("it tells nothing of any of the films")
            return list(films_in(rows, terms(), self.codes))

        return await self.web.ask(SERVICE, self.url, _form(known_of(some, terms())), MOST_BYTES, read)

    def _state(self) -> _State:
        kept = self.folder / STATE
        try:
            state = _State.model_validate_json(kept.read_bytes())
        except (FileNotFoundError, ValidationError):
            return _State()
        whole = self.file.exists() and self.file.stat().st_size >= state.bytes
        return state if whole else _State()


async def _in_pages(
    ids: Sequence[str], start: int, most: int, ask: Callable[[Sequence[str]], Awaitable[T]]
) -> AsyncIterator[tuple[int, T]]:
    """The answer about each page, and how many are answered; what is too much is asked in smaller ones."""
    at, size = start, most
    while at < len(ids):
        some = ids[at : at + size]
        try:
            answer = await ask(some)
        except Overloaded:
            if len(some) == 1:
                raise
            size = max(len(some) // 4, 1)
            continue
        at, size = at + len(some), min(size * 2, most)
        yield at, answer


def _form(query: str) -> dict[str, str]:
    return {"query": query, "format": "json"}


def _put(file: Path, text: str) -> None:
    """The whole text or, if it is cut off here, what was there before."""
    new = file.with_name(f"{file.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)
