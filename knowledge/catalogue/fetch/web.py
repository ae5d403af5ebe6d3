"""What is asked of a service on the web: politely, in bounded memory, and again after a failure."""

import asyncio
import random
import shutil
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import aiohttp

from knowledge.catalogue.fetch.refusals import Again, Overloaded, Unfetched, refusal_of

T = TypeVar("T")
PIECE = 1 << 16
"""Bytes that are held at once of what is downloaded."""
SPARE = 200 << 20
"""Bytes of the disk that are left to others."""
GAIN = 1 << 20
"""Bytes after which a download that breaks off counts as going on, not as failing again."""
ROUNDS = 5
"""Times a service may send us on to another address."""
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is asked. Times in seconds."""

    agent: str
    """Who we are, as services want to know it."""
    attempts: int = 6
    tries: int = 3
    """Attempts of what may be answered if it is less."""
    first_wait: float = 2
    longest_wait: float = 300
    patience: float = 900
    """The longest wait that a service may ask for; then somebody tries again later."""
    whole: float = 150
    """For an answer to a query; Wikidata itself gives up after 60."""
    silence: float = 60
    """Without a byte of a download."""
    slowest: int = 500
    """Bytes a second below which a download is broken off and begun again."""


class Web:
    """Asks one thing at a time. `sleep`, `now` (in seconds) and `chance` (0 to 1) can be another's."""

    def __init__(
        self,
        manners: Manners,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], float] = time.time,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._manners, self._sleep, self._now, self._chance = manners, sleep, now, chance
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        headers = {"User-Agent": self._manners.agent}
        self._session = aiohttp.ClientSession(headers=headers, trust_env=True)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def ask(
        self, service: str, url: str, form: Mapping[str, str], most: int, read: Callable[[bytes], T]
    ) -> T:
        """What `read` makes of the answer to a form, of at most so many bytes.

        `read` raises ValueError where it is none; then it is asked again. Raises Unfetched, or Overloaded
        where less at once may be answered.
        """

        async def attempt() -> T:
            body = await self._answer(url, form, most)
            try:
                return read(body)
            except ValueError as error:
                raise Again(f"gives an answer that cannot be read ({error})", overloaded=True) from error

        return await self._patiently(service, attempt, lambda: 0)

    async def download(self, service: str, url: str, into: Path, most: int, progress: Progress) -> None:
        """A file of at most so many bytes; where a part is there, only the rest of it. Raises Unfetched."""
        part = into.with_name(f"{into.name}.part")
        await self._patiently(
            service, lambda: self._more(service, url, part, most, progress), lambda: _size(part)
        )
        part.replace(into)
        _edition(part).unlink(missing_ok=True)

    @property
    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("use it in `async with`")
        return self._session

    async def _answer(self, url: str, form: Mapping[str, str], most: int) -> bytes:
        timeout = aiohttp.ClientTimeout(total=self._manners.whole)
        async with self._opened.post(url, data=form, timeout=timeout, max_redirects=ROUNDS) as answer:
            self._look_at(answer)
            body = bytearray()
            async for piece in answer.content.iter_chunked(PIECE):
                body += piece
                if len(body) > most:
                    raise Again(f"gives more than {most:,} bytes at once", overloaded=True)
            return bytes(body)

    async def _more(self, service: str, url: str, part: Path, most: int, progress: Progress) -> None:
        """What is missing of a file, if it is still the same edition; else all of it."""
        edition = _edition(part)
        known = edition.read_text(encoding="utf-8") if edition.exists() and _size(part) else ""
        headers = {"Accept-Encoding": "identity"}
        if known:
            headers |= {"Range": f"bytes={_size(part)}-", "If-Range": known}
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=self._manners.silence)
        async with self._opened.get(url, headers=headers, timeout=timeout, max_redirects=ROUNDS) as answer:
            if answer.status == 416:
                edition.unlink()
                raise Again("has another edition of the file now")
            self._look_at(answer)
            have = _size(part)
            if answer.status != 206 or not answer.headers.get("Content-Range", "").startswith(
                f"bytes {have}-"
            ):
                have = 0
                edition.write_text(_tag(answer.headers), encoding="utf-8")
            total = have + (answer.content_length or 0)
            _room_for(service, part, total, most, have)
            await self._write(
                service, answer, part, have, most, lambda now: progress(now / max(total, now, 1))
            )

    async def _write(
        self, service: str, answer: aiohttp.ClientResponse, part: Path, have: int, most: int, told: Progress
    ) -> None:
        since, then = self._now(), have
        with part.open("ab" if have else "wb") as file:
            async for piece in answer.content.iter_chunked(PIECE):
                file.write(piece)
                have += len(piece)
                if have > most:
                    raise Unfetched(
                        f"{service} sends a file of more than {most:,} bytes, which cannot be right"
                    )
                told(have)
                if (took := self._now() - since) > self._manners.silence:
                    if have - then < took * self._manners.slowest:
                        raise Again("sends next to nothing")
                    since, then = self._now(), have

    def _look_at(self, answer: aiohttp.ClientResponse) -> None:
        if answer.status >= 300:
            raise refusal_of(answer.status, answer.headers.get("Retry-After"), self._now())

    async def _patiently(
        self, service: str, attempt: Callable[[], Awaitable[T]], gained: Callable[[], int]
    ) -> T:
        """The same again after a wait that grows, unless it is no use or it was tried often enough."""
        failed, had = 0, gained()
        while True:
            try:
                return await _translated(attempt)
            except Again as again:
                failed, had = (1, gained()) if gained() - had > GAIN else (failed + 1, had)
                if again.final:
                    raise Unfetched(f"{service} {again}") from again
                if (again.wait or 0) > self._manners.patience:
                    raise Unfetched(f"{service} asks to come back in {_told(again.wait or 0)}") from again
                kind, most = self._limit(again)
                if failed >= most:
                    raise kind(f"{service} {again}, {failed} times in a row") from again
                await self._sleep(self._pause(failed, again.wait))

    def _limit(self, again: Again) -> tuple[type[Unfetched], int]:
        """What is raised at last, and after how many attempts."""
        return (Overloaded, self._manners.tries) if again.overloaded else (Unfetched, self._manners.attempts)

    def _pause(self, failed: int, asked: float | None) -> float:
        """Longer after each failure and never the same for all who wait; never shorter than was asked."""
        grown = min(self._manners.first_wait * 2 ** (failed - 1), self._manners.longest_wait)
        return max(asked or 0, grown / 2) + grown / 2 * self._chance()


async def _translated(attempt: Callable[[], Awaitable[T]]) -> T:
    """What the library raises, as what is to be done about it."""
    try:
        return await attempt()
    except aiohttp.TooManyRedirects as error:
        raise Again("sends us on in a circle", final=True) from error
    except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError) as error:
        raise Again(f"has no address at {error}", final=True) from error
    except TimeoutError as error:
        raise Again("does not answer in time", overloaded=True) from error
    except aiohttp.ClientConnectorError as error:
        raise Again("cannot be reached") from error
    except aiohttp.ClientError as error:
        raise Again("breaks off, or answers something that is cut off or damaged") from error


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _edition(part: Path) -> Path:
    """Where it is kept by what the server calls this edition of the file."""
    return part.with_name(f"{part.name}.edition")


def _tag(headers: Mapping[str, str]) -> str:
    """Empty where two parts of the file cannot be told to be of one edition."""
    tag = headers.get("ETag", "")
    strong = tag if tag.startswith('"') else headers.get("Last-Modified", "")
    return "" if "Content-Encoding" in headers else strong


def _room_for(service: str, part: Path, total: int, most: int, have: int) -> None:
    if total > most:
        raise Unfetched(f"{service} has a file of {total:,} bytes, more than the {most:,} that can be right")
    if shutil.disk_usage(part.parent).free < total - have + SPARE:
        raise Unfetched(f"the disk has no room for a file of {total >> 20:,} MB")


def _told(seconds: float) -> str:
    return f"{seconds / 3600:.0f} hours" if seconds >= 5400 else f"{seconds / 60:.0f} minutes"
