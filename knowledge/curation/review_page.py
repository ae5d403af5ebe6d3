"""A pasted review page: its facts for a form, and its prose to read beside empty fields, never in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.page_words import FLAGS, HEADINGS, LABELS, WHO
from knowledge.titles.folding import fold, slug

LONGEST_PAGE = 200_000
LONGEST_LINE = 20_000
MOST_REVIEWS = 50
PAGE = "page"
"""The key of the source that every fact of the page cites."""

_LABELLED = re.compile(r"\s*(?:•\s*)?([A-Za-z/ ]{4,30}?)\s*:\s*(\S.*)")
_REVIEWER = re.compile(
    r"(Teen|Kid|Parent|Adult|Educator)\b(?:, (\d{1,2}) years? old| of an? [^W]{1,60}?)?\s*"
    r"Written\s?by.*?((?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}, \d{4})\s*"
)


@dataclass(frozen=True, slots=True)
class PageProse:
    """Words of the page, to be read and put into one's own; `field` is the empty field they stand beside."""

    field: str
    """Such as `story` or `voices.0`; plain `findings` where the page lost its heading."""
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a review page gives to a draft."""

    facts: dict[str, Any]
    """A part of an entry, in the form of its JSON; its voices have no words yet."""
    prose: tuple[PageProse, ...]
    missing: tuple[str, ...]
    """The fields that somebody must still write or look up."""


def read_page(text: str) -> Page:
    """The facts and the prose of a review page. Raises Faulty where it is none."""
    lines = _lines(text)
    said, page = _reviews_apart(lines)
    facts = _at_a_glance(page)
    voices = [_voice(heading) for heading, _ in said]
    facts["voices"] = [{**voice, **_flags(body)} for voice, (_, body) in zip(voices, said, strict=True)]
    prose = (*_prose(page), *_said(said))
    return Page({key: value for key, value in facts.items() if value}, prose, _missing(facts))


def _lines(text: str) -> list[str]:
    if len(text) > LONGEST_PAGE:
        raise Faulty([Fault(PAGE, "", problem("page_too_long", length=len(text), most=LONGEST_PAGE))])
    lines = [" ".join(line.split())[:LONGEST_LINE] for line in text.splitlines()]
    if sum(_field(line) is not None for line in lines) + sum(_label(line) is not None for line in lines) < 3:
        raise Faulty([Fault(PAGE, "", problem("no_page"))])
    return lines


def _label(line: str) -> tuple[str, str] | None:
    """What a line such as `Director: …` says, and about what."""
    found = _LABELLED.fullmatch(line)
    name = LABELS.get(_plain(found[1])) if found else None
    return (name, found[2].strip()) if found and name else None


def _field(line: str) -> str | None:
    """The field that a heading is about, or None where the line is no heading."""
    return HEADINGS.get(_plain(line)) if len(line) < 50 else None


def _at_a_glance(lines: list[str]) -> dict[str, Any]:
    told: dict[str, str] = {}
    for line in lines:
        if label := _label(line):
            told.setdefault(*label)
    title = _title(lines)
    out, home = _day(told.get("theatrical")), _day(told.get("home"))
    year = _number(told.get("year")) or (out.year if out else None)
    return {
        "id": slug(title, year) if title and year else None,
        "title": title,
        "year": year,
        "runtime": _number(told.get("runtime")),
        "genres": _names(told.get("genres")),
        "directors": _names(told.get("directors")),
        "cast": _names(told.get("cast")),
        "studio": told.get("studio"),
        "facts_from": [PAGE],
        "released": {key: day.isoformat() for key, day in (("theatrical", out), ("home", home)) if day},
        "ratings": _ratings(told),
        "sources": {PAGE: {"name": f"Review page of {title}"}} if title else None,
    }


def _title(lines: list[str]) -> str | None:
    """The first line that is no picture's caption and no label."""
    first = next((line for line in lines if line and not line.endswith(("Image", "Poster"))), "")
    return first if 0 < len(first) <= 120 and not _label(first) and _field(first) is None else None


def _ratings(told: dict[str, str]) -> list[dict[str, Any]]:
    code = told.get("rated", "")
    if not code or len(code) > 20:
        return []
    reason = {"reason": told["reason"][:300]} if "reason" in told else {}
    return [{"board": "MPA", "code": code, **reason, "sources": [PAGE]}]


def _names(text: str | None) -> list[str]:
    return [name.strip() for name in (text or "").split(",") if name.strip()]


def _number(text: str | None) -> int | None:
    found = re.match(r"[0-9]{1,4}\b", text or "")
    return int(found[0]) if found else None


def _day(text: str | None) -> date | None:
    try:
        return datetime.strptime(text or "", "%B %d, %Y").date()
    except ValueError:
        return None


def _reviews_apart(lines: list[str]) -> tuple[list[tuple[re.Match[str], list[str]]], list[str]]:
    """What readers said, each under its heading, and the lines before it."""
    said: list[tuple[re.Match[str], list[str]]] = []
    page: list[str] = []
    for line in lines:
        if heading := _REVIEWER.match(line):
            said.append((heading, [line[heading.end() :]]))
        else:
            (said[-1][1] if said else page).append(line)
    return said[:MOST_REVIEWS], page


def _voice(heading: re.Match[str]) -> dict[str, Any]:
    """Who spoke, at which age, and when. The writer's name is left out."""
    day = _day(heading[3])
    voice: dict[str, Any] = {"who": WHO[heading[1]], "source": PAGE}
    return {
        **voice,
        **({"age": int(heading[2])} if heading[2] else {}),
        **({"said_on": day.isoformat()} if day else {}),
    }


def _flags(body: list[str]) -> dict[str, list[str]]:
    flags = [(line, topic) for line in body if (topic := _flag(line))]
    praises = [topic for line, topic in flags if fold(line).startswith("great")]
    too_much = [topic for line, topic in flags if not fold(line).startswith("great")]
    return {name: topics for name, topics in (("too_much", too_much), ("praises", praises)) if topics}


def _flag(line: str) -> str | None:
    return FLAGS.get(_plain(line)) if len(line) < 50 else None


def _plain(line: str) -> str:
    return fold(re.sub(r"['’/&]", " ", line))


def _prose(lines: list[str]) -> Iterator[PageProse]:
    """The paragraphs under each heading, beside the field that they are about."""
    field, title = "pitch", _title(lines)
    grid_ended_at = len(lines)
    for place, line in enumerate(lines):
        if (heading := _field(line)) is not None:
            field, grid_ended_at = heading, place + 2
        elif line and field and line != title and not _label(line) and not line.endswith("Image"):
            # In the grid, a second paragraph after a gap belongs to a heading that was lost.
            lost = field.startswith("findings.") and place > grid_ended_at
            yield PageProse("findings" if lost else field, line.removeprefix("• "))


def _said(said: list[tuple[re.Match[str], list[str]]]) -> Iterator[PageProse]:
    for place, (_, body) in enumerate(said):
        text = "\n".join(line for line in body if line and not _flag(line) and _field(line) is None)
        if text:
            yield PageProse(f"voices.{place}", text)


def _missing(facts: dict[str, Any]) -> tuple[str, ...]:
    """What an entry needs or should have and the page cannot give in anybody's own words."""
    looked_up = [name for name in ("title", "year", "runtime", "directors", "ratings") if not facts.get(name)]
    written = ["pitch", "findings", "parents_need_to_know", "story", "quality", "talk_about"]
    return (*looked_up, *written, *(f"voices.{place}.says" for place in range(len(facts["voices"]))))
