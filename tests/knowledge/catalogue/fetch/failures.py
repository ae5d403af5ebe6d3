"""The ways in which a service fails, as answers that it may give."""

import asyncio
from collections.abc import AsyncIterator

from tests.knowledge.catalogue.fetch.services import (
    Answer,
    Asked,
    answer,
    well,
)  # fmt: skip


def at(path: str, failing: Answer) -> Answer:
    """All is well but for what has this in its address."""
    return lambda asked: failing(asked) if path in asked.path else well(asked)


def details(failing: Answer) -> Answer:
    """All is well until it is asked what is known of films."""
    return lambda asked: failing(asked) if "P345 ?value" in asked.query else well(asked)


def status(line: str, **headers: str) -> Answer:
    return lambda _: answer(b"sorry", line, **headers)


def cut_off(asked: Asked) -> bytes:
    """An answer that breaks off in the middle of its body."""
    whole = well(asked)
    head = whole.index(b"\r\n\r\n") + 4
    return whole[: head + (len(whole) - head) // 2]


def too_short(asked: Asked) -> bytes:
    """A length that says less than there is."""
    head, _, body = well(asked).partition(b"\r\n\r\n")
    del head
    return answer(body, Content_Length=str(len(body) // 2))


def wrongly_packed(asked: Asked) -> bytes:
    del asked
    return answer(b"\x1f\x8b\x08\x00 this is no gzip", Content_Encoding="gzip")


def endless(asked: Asked) -> AsyncIterator[bytes]:
    del asked

    async def pieces() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        for _ in range(400):
            yield b"100000\r\n" + b"0" * (1 << 20) + b"\r\n"

    return pieces()


def dripping(asked: Asked) -> AsyncIterator[bytes]:
    del asked

    async def pieces() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
        for _ in range(200):
            yield b"{"
            await asyncio.sleep(0.02)

    return pieces()


def in_a_circle(asked: Asked) -> bytes:
    return answer(b"", "307 Temporary Redirect", Location=asked.path)


FAILING: dict[str, tuple[Answer, str]] = {
    "429": (status("429 Too Many Requests"), "answers 429"),
    "429 for hours": (status("429 Too Many Requests", Retry_After="7200"), "come back in 2 hours"),
    "503": (status("503 Service Unavailable"), "answers 503"),
    "500": (status("500 Server Error"), "answers 500"),
    "403": (status("403 Forbidden"), "answers 403"),
    "cut off": (cut_off, "cut off"),
    "garbage": (
        lambda _: answer(b"<html>Sign in to this network</html>"),
        "cannot be read|is not what it was",
    ),
    "nothing": (lambda _: answer(b""), "cannot be read|is not what it was"),
    "a length too short": (too_short, "cannot be read|damaged|is not what it was"),
    "wrongly packed": (wrongly_packed, "damaged"),
    "a circle": (in_a_circle, "circle"),
}
