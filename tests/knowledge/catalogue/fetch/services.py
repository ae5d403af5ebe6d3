"""Wikidata and IMDb on the loopback, byte by byte, so that they can fail in every way."""

import asyncio
import gzip
import json
import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs

FILMS = {
    "Q484048": ("tt0211915", "Amélie", "2001-04-25", ("Die fabelhafte Welt der Amélie",), "Q20644795"),
    "Q165713": ("tt2380307", "Coco", "2017-10-20", ("Coco – Lebendiger als das Leben!",), "Q20644794"),
    "Q42198": ("tt0113277", "Heat", "1995-12-15", (), "Q20644797"),
}
NAMED = {"Q42198": (("Q9001", {"en": "Violence", "de": "Gewalt"}), ("Q9002", {"en": "strong language"}))}
"""By item: what the FSK named, each thing with its names in some languages."""
"""By item: IMDb's id, title, day, other titles, and what the FSK says."""
BASICS = (
    "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres\n"
    "tt0211915\tmovie\tAmélie\tLe fabuleux destin\t0\t2001\t\\N\t122\tComedy\n"
    "tt0114709\tmovie\tToy Story\tToy Story\t0\t1995\t\\N\t81\tAnimation\n"
)
RATINGS = "tconst\taverageRating\tnumVotes\ntt0211915\t8.3\t800000\ntt0114709\t8.3\t1100000\n"
AKAS = (
    "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n"
    "tt0114709\t1\tDesene animate\tRO\t\\N\timdbDisplay\t\\N\t0\n"
)
ENTITY = "http://www.wikidata.org/entity/"
Pieces = bytes | AsyncIterator[bytes]
"""The bytes of an answer; the connection is closed behind them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked."""

    path: str
    headers: Mapping[str, str]
    query: str


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer. A header's name has `_` for `-`."""
    said = {
        "Content-Length": str(len(body)),
        **{name.replace("_", "-"): text for name, text in headers.items()},
    }
    head = "".join(f"{name}: {text}\r\n" for name, text in said.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def table(rows: list[dict[str, object]]) -> bytes:
    """Rows in SPARQL's JSON."""
    return json.dumps({"head": {"vars": []}, "results": {"bindings": rows}}).encode()


def item(name: str) -> dict[str, str]:
    return {"type": "uri", "value": ENTITY + name}


def text(value: str, language: str = "") -> dict[str, str]:
    return {"type": "literal", "value": value, **({"xml:lang": language} if language else {})}


def row(film: str, what: str, value: dict[str, str], name: str = "") -> dict[str, object]:
    """A row that tells one thing of a film."""
    named = {"name": text(name, "en")} if name else {}
    return {"film": item(film), "what": text(what), "value": value, **named}


def reasons(
    film: str, board: str, certificate: str, named: Iterable[tuple[str, Mapping[str, str]]]
) -> Iterator[dict[str, object]]:
    """Rows that tell what a board named when it gave a certificate."""
    for thing, names in named:
        for language, name in names.items():
            one = row(film, f"reason {board}", item(certificate))
            yield {**one, "named": item(thing), "name": text(name, language)}


def known(film: str) -> Iterator[dict[str, object]]:
    imdb, title, day, others, fsk = FILMS[film]
    yield row(film, "imdb", text(imdb))
    yield row(film, "title", text(title, "en"))
    yield row(film, "day", text(f"{day}T00:00:00Z"))
    yield row(film, "seconds", text("6120"))
    yield row(film, "links", text("40"))
    yield row(film, "board FSK", item(fsk), "FSK something")
    yield from (row(film, "title", text(other, "de")) for other in others)
    yield from reasons(film, "FSK", fsk, NAMED.get(film, ()))


def wikidata(asked: Asked) -> bytes:
    """Answers as Wikidata does when all is well."""
    if "P279*" in asked.query:
        return answer(table([{"film": item("Q11424")}, {"film": item("Q202866")}]))
    if "?kind" in asked.query:
        return answer(table([{"film": item(film)} for film in FILMS]))
    films = re.findall(r"wd:(Q\d+)", asked.query.split("}")[0])
    return answer(table([one for film in films for one in known(film)]))


def imdb(asked: Asked) -> bytes:
    """Answers as IMDb does when all is well, also for a part of a file."""
    texts = {"basics": BASICS, "ratings": RATINGS, "akas": AKAS}
    whole = gzip.compress(texts[asked.path.split(".")[1]].encode(), mtime=0)
    begin = asked.headers.get("range", "").removeprefix("bytes=").removesuffix("-")
    if begin and asked.headers.get("if-range") == '"one"':
        rest, size = whole[int(begin) :], len(whole)
        return answer(
            rest, "206 Partial Content", Content_Range=f"bytes {begin}-{size - 1}/{size}", ETag='"one"'
        )
    return answer(whole, ETag='"one"')


Answer = Callable[[Asked], Pieces]


@dataclass(slots=True)
class Services:
    """Both services at one address. What `next` holds is answered first, then all is well."""

    url: str = ""
    next: list[Answer] = field(default_factory=list[Answer])
    always: Answer | None = None
    asked: list[Asked] = field(default_factory=list[Asked])

    def answer(self, asked: Asked) -> Pieces:
        """What is sent."""
        self.asked.append(asked)
        if self.next:
            return self.next.pop(0)(asked)
        if self.always:
            return self.always(asked)
        return well(asked)


def well(asked: Asked) -> bytes:
    """Nothing fails."""
    return wikidata(asked) if asked.path.startswith("/sparql") else imdb(asked)


@asynccontextmanager
async def serving() -> AsyncGenerator[Services]:
    """The services while they run."""
    services = Services()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            pieces = services.answer(await _read(reader))
            if isinstance(pieces, bytes):
                writer.write(pieces)
            else:
                async for piece in pieces:
                    writer.write(piece)
                    await writer.drain()
            await writer.drain()
        except ConnectionError:
            pass  # who asked has seen enough
        finally:
            writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        services.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield services


async def _read(reader: asyncio.StreamReader) -> Asked:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {
        name.lower(): said.strip() for name, _, said in (line.partition(":") for line in lines) if name
    }
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Asked(first.split()[1], headers, "".join(parse_qs(body.decode()).get("query", [""])))
