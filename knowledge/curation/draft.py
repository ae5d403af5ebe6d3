"""A draft: an entry on its way, filled part by part. Pure; where drafts are kept is storage's work."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from knowledge.curation.entry_checks import UNNAMED
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.form_values import Typed
from knowledge.curation.review_page import Page
from knowledge.curation.section import Entry, fields_in
from knowledge.curation.sections import SECTIONS
from knowledge.curation.sources import shown_entry, still_cited
from knowledge.curation.steps import section_of
from knowledge.curation.toml_models import shape
from knowledge.curation.upload import check_in
from knowledge.entry import Movie, Status
from knowledge.entry_walk import fields_of
from knowledge.field_marks import InSection, Wanted
from knowledge.library import Library
from knowledge.titles.folding import slug
from knowledge.vocabulary import Vocabulary

DRAFT = "the draft"
NO_WORDS = "…"
WRITER = "A moderator"
"""Who wrote it, as the card says it. Who it was stands in the revision; entries name nobody."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was typed into a part and could not be taken, and why."""

    typed: dict[str, tuple[str, ...]]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as far as it is written. It always has an id, a title and a year."""

    entry: dict[str, Any]
    """The tables of its file, as JSON."""
    based_on: int = 0
    """The number of the server's revision that it changes; 0 where there is none."""
    wrong: dict[str, Wrong] = field(default_factory=dict[str, Wrong])
    """By part: nothing that was typed is lost."""
    prose: dict[str, str] = field(default_factory=dict[str, str])
    """Somebody else's sentences, by part, to be put into own words. They never get into the entry."""
    why: str = ""
    """The reason of the change, once it was typed."""
    saw_shared: bool = False
    """Whether it was begun from the shared entry as it now stands, or compared with it."""
    seen: tuple[str, ...] = ()
    """The steps of the short way that were taken or left out."""
    known_from: tuple[str, ...] = ()
    """The files from which it has facts that nobody typed."""
    named: tuple[tuple[str, str, str, str], ...] = ()
    """What these files say that boards name: board, topic, level, the board's words."""

    @property
    def movie(self) -> str:
        """The entry's id."""
        return str(self.entry["id"])

    @property
    def heading(self) -> str:
        """*Title (Year)*."""
        return f"{self.entry['title']} ({self.entry['year']})"


_JSON = TypeAdapter(Draft)


def as_json(draft: Draft) -> str:
    """The draft as text to be kept."""
    return _JSON.dump_json(draft).decode()


def from_json(text: str) -> Draft | None:
    """The draft that was kept; None where another version of Usher wrote it otherwise."""
    try:
        return _JSON.validate_json(text)
    except ValidationError:
        return None


def start(title: str, year: int, today: date) -> Draft:
    """An empty draft of a film. Raises Faulty where the title cannot be one."""
    name = " ".join(title.split())
    entry: dict[str, Any] = {
        "id": slug(name, year),
        "title": name,
        "year": year,
        "provenance": {
            "status": Status.DRAFT.value,
            "written_by": WRITER,
            "written_on": today.isoformat(),
        },
    }
    draft = Draft(entry)
    preview(draft)
    return draft


def with_facts(draft: Draft, facts: Mapping[str, Any], library: Library) -> Draft:
    """The draft with facts that somebody else has of the film; without them where they cannot stand."""
    known = replace(draft, entry={**draft.entry, **facts})
    return draft if faults(known, library) else known


def start_from(movie: Movie, based_on: int, *, saw_shared: bool = False) -> Draft:
    """A draft that changes an entry."""
    return Draft(movie.model_dump(mode="json", exclude_defaults=True), based_on, saw_shared=saw_shared)


def start_from_page(page: Page, today: date) -> Draft:
    """A draft with the facts of a review page, its prose beside the empty parts. Raises Faulty."""
    facts = page.facts
    if not (facts.get("title") and facts.get("year")):
        raise Faulty([Fault(DRAFT, "", problem("page_without_title"))])
    draft = start(facts["title"], facts["year"], today)
    filled = replace(draft, entry={**draft.entry, **facts})
    preview(filled)
    prose: dict[str, str] = {}
    for one in page.prose:
        part = _part(one.field)
        prose[part] = "\n".join(filter(None, (prose.get(part), one.text)))
    return replace(filled, prose=prose)


def fill(draft: Draft, part: str, typed: Typed, library: Library) -> Draft:
    """The draft with what was typed into a part; where it cannot stand, it is kept beside with the reason.

    A field that the form did not have keeps what it held; one that was emptied comes as an empty tuple.
    """
    form, which = section_of(part)
    shown = form.show(draft.entry, which)
    full = {**shown, **{name: _as_before(said, shown.get(name, ())) for name, said in typed.items()}}
    tables = {**draft.entry, **form.read(full, draft.entry, which)}
    entry = {key: value for key, value in tables.items() if value not in ("", [], {}, None)}
    before = faults(draft, library)
    filled = replace(draft, entry=entry)
    new = [one for one in faults(filled, library) if one not in before]
    others = {name: wrong for name, wrong in draft.wrong.items() if name != part}
    if new:
        why = tuple(still_cited(draft.entry, entry, DRAFT)) if part == "sources" else ()
        return replace(draft, wrong={**others, part: Wrong(full, why or tuple(_once(new)))})
    return replace(filled, wrong=others)


def _as_before(said: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """What was chosen, in the order in which it stood: a menu gives it back in its own."""
    return tuple(sorted(said, key=lambda one: shown.index(one) if one in shown else len(shown)))


def held(draft: Draft, part: str) -> dict[str, tuple[str, ...]]:
    """What the form of a part holds when it opens: what was typed wrongly, else what is recorded."""
    if part in draft.wrong:
        return draft.wrong[part].typed
    shown, which = section_of(part)
    return shown.show(draft.entry, which)


def faults(draft: Draft, library: Library) -> tuple[Fault, ...]:
    """All that keeps the draft, as far as it is written, from standing in this library.

    That a source is not chosen yet is none: see `unsourced`.
    """
    try:
        movie = preview(draft)
    except Faulty as faulty:
        return faulty.faults
    return tuple(one for one in check_in(movie, library, DRAFT) if one.key != UNNAMED)


def preview(draft: Draft) -> Movie:
    """The entry as readers would see it now. Raises Faulty."""
    return shape(Movie, json.loads(json.dumps(_whole(draft.entry))), DRAFT)


def missing(draft: Draft) -> tuple[str, ...]:
    """The parts without which it cannot be published."""
    return tuple(part for part in SECTIONS if not all(draft.entry.get(one) for one in _needed(part)))


def unwritten(draft: Draft, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The parts that hold nothing yet: `finding` where a topic with levels is open."""
    wanted = [part for part in SECTIONS if _wanted(part)]
    empty = [part for part in wanted if not any(draft.entry.get(one.name) for one in fields_in(part))]
    open_ = {"finding"} if not_assessed(draft.entry, vocabulary) else set[str]()
    needed = missing(draft)
    return tuple(
        part for part in wanted if part in open_ or (part in (*empty, *needed) and part != "finding")
    )


def unrecorded(movie: Movie) -> tuple[str, ...]:
    """The parts whose lack is said of a published entry, and that it lacks."""
    marks = ((name, field.mark(InSection)) for name, field in fields_of(Movie).items())
    always = ((name, mark.name) for name, mark in marks if mark and mark.wanted is Wanted.ALWAYS)
    return tuple(part for name, part in always if not getattr(movie, name))


def not_assessed(entry: Entry, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The topics with levels that nobody has looked at."""
    found = {finding["topic"] for finding in entry.get("findings", ())}
    return tuple(t.id for t in vocabulary.topics.values() if t.kind == "scale" and t.id not in found)


def _part(field: str) -> str:
    """The part in which a field such as `findings.sex` is written."""
    name, dot, which = field.partition(".")
    mark = fields_of(Movie)[name].mark(InSection)
    return f"{mark.name if mark else name}{dot}{which}"


def _needed(part: str) -> tuple[str, ...]:
    """The fields of a part without which nothing is published."""
    return tuple(field.name for field in fields_in(part) if field.required)


def _wanted(part: str) -> bool:
    marks = (field.mark(InSection) for field in fields_in(part))
    return any(mark and mark.wanted is not Wanted.NEVER for mark in marks)


def _whole(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with something to stand in for what every entry needs."""
    shown = shown_entry(entry)
    # A level waits for its sentence.
    found = [{"says": NO_WORDS, **one} for one in entry.get("findings", ())]
    return {
        **shown,
        **({"findings": found} if found else {}),
        # A voice that a review page named has no words until somebody writes them.
        "voices": [voice for voice in entry.get("voices", ()) if voice.get("says")],
        "pitch": entry.get("pitch") or NO_WORDS,
    }


def _once(new: list[Fault]) -> Iterator[Fault]:
    """Each fault once, though several rows of a list may have it in one place."""
    yield from (fault for place, fault in enumerate(new) if fault not in new[:place])
