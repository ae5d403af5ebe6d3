"""Questions with what must be understood of them, read from files: our own TOML, and JSON lines of others."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

Wanted = tuple[str, int | None]
"""A film's title and year."""
_DATED = re.compile(r"(.*) \((\d{4})\)")
SAME: Mapping[str, frozenset[str]] = {
    "scariness": frozenset({"fear", "jump_scares"}),
    "sadness": frozenset({"grief_and_death"}),
    "death": frozenset({"grief_and_death", "death_of_a_parent", "animal_harm"}),
    "substances": frozenset({"alcohol", "drugs", "tobacco"}),
    "role_models": frozenset({"positive_role_models"}),
    "suicide": frozenset({"suicide_and_self_harm"}),
}
"""What others call our topics."""
OFF_TOPIC = "unknown_or_offtopic"


@dataclass(frozen=True, slots=True)
class Case:
    """One question. Where several readings are right, all are listed."""

    text: str
    group: str
    language: str = ""
    context: Wanted | None = None
    intents: tuple[str, ...] = ()
    """The first question's; empty where any will do."""
    all_intents: tuple[str, ...] = ()
    """Where the text holds several questions: all of them."""
    films: tuple[Wanted, ...] = ()
    """Empty: no film may be accepted."""
    may_ask: bool = False
    """Whether it is right to ask with the film among the choices."""
    ages: tuple[tuple[int, ...], ...] = ((),)
    band: tuple[int, int] | None = None
    topics: tuple[frozenset[str], ...] | None = ()
    """Of each set one; None where any will do."""
    others: tuple[Wanted, ...] = ()
    facts: tuple[str, ...] = ()
    words: str = ""
    aside: str | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        """What it is counted in: its group, and where others wrote it also its language and conversation."""
        if not self.language:
            return (self.group,)
        return (self.group, f"language {self.language}", "in conversation" if self.context else "by itself")


def own_cases(paths: Iterable[Path]) -> Iterator[Case]:
    """The cases of TOML files: `group`, and `cases`, one inline table each."""
    for path in paths:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for row in cast("list[dict[str, Any]]", table["cases"]):
            yield _own(row, f"{path.stem}: {row.get('group', table['group'])}")


def other_cases(path: Path) -> Iterator[Case]:
    """The cases of JSON lines with the fields of `parent_questions.jsonl`."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield _other(json.loads(line))


def _own(row: Mapping[str, Any], group: str) -> Case:
    film = row.get("film") or row.get("asks")
    return Case(
        text=row["text"],
        group=group,
        context=wanted(row["context"]) if "context" in row else None,
        intents=tuple(row.get("intents", ())) or _one(row.get("intent")),
        all_intents=tuple(row.get("all", ())),
        films=(wanted(film),) if film else (),
        may_ask="asks" in row or row.get("may_ask", False),
        ages=(tuple(row.get("ages", ())),),
        topics=tuple(frozenset({topic}) for topic in row["topics"]) if "topics" in row else _any(row),
        others=tuple(map(wanted, row.get("others", ()))),
        facts=tuple(row.get("facts", ())),
        words=row.get("words", ""),
        aside=row.get("aside"),
    )


def _any(row: Mapping[str, Any]) -> tuple[frozenset[str], ...] | None:
    return None if row.get("any_topics") else ()


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _other(row: Mapping[str, Any]) -> Case:
    intents = [row["intent"], *row.get("intent_ok", ())]
    band = row.get("age_band")
    return Case(
        text=row["text"],
        group=row["intent"] if "id" not in row else f"set {row['id'][0]}",
        language=row.get("lang") or "en",
        context=(row["context_movie"], row.get("context_year")) if row.get("context_movie") else None,
        intents=tuple("unknown" if intent == OFF_TOPIC else intent for intent in intents),
        films=tuple(_films(row)),
        may_ask=True,
        ages=(tuple(row["ages"]), *(tuple(ages) for ages in row.get("ages_ok", ()))),
        band=(band[0], band[1]) if band else None,
        topics=tuple(SAME.get(topic, frozenset({topic})) for topic in row.get("topics", ())),
        others=tuple((title, year) for title, year in row.get("movies", ())[1:]),
    )


def _films(row: Mapping[str, Any]) -> Iterator[Wanted]:
    """The film that is meant under each of its names, and other films that will do."""
    if row.get("movie"):
        yield from ((title, row.get("year")) for title in (row["movie"], *row.get("movie_alt", ())))
        yield from ((title, year) for title, year in row.get("also_ok", ()))
    elif row.get("context_movie"):
        yield row["context_movie"], row.get("context_year")


def wanted(text: str) -> Wanted:
    """`Coraline (2009)` as title and year."""
    found = _DATED.fullmatch(text)
    return (found.group(1), int(found.group(2))) if found else (text, None)
