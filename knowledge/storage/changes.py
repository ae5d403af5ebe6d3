"""What a person asks to change, and what each kind of change makes of an entry. Pure; no database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from knowledge.entry import NOT_NAMED, Movie, Status
from knowledge.storage.authors import Author
from knowledge.storage.revisions import SHOWN, ChangeKind, Revision, Stage, as_text

CHECKER = "A moderator"
"""Who checked, as the card says it. Who it was stands in the revision; entries name nobody."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change that somebody asks for, based on the revision that they had before their eyes."""

    movie: str
    kind: ChangeKind
    who: int
    """A Discord user id."""
    why: str
    based_on: int = 0
    """The number of that revision; 0 where there was none."""
    entry: Movie | None = None
    """For DRAFT, PUBLISH and ALIAS."""
    back_to: int | None = None
    """For REVERT: the number of the revision to put back."""
    saw_shared: bool = False
    """Whether the person compared it with the shared entry as it stands now."""


class Refusal(StrEnum):
    """Why a change cannot be made."""

    LOCKED = "locked"
    NOT_LOCKED = "not locked"
    NO_ENTRY = "no entry"
    NO_DRAFT = "no draft"
    NO_SUCH_REVISION = "no such revision"
    RETIRED = "retired"
    NEEDS_SECOND_PERSON = "needs a second person"
    UNKNOWN_AUTHOR = "needs a known author"
    OWN_OFFER = "own offer"
    NO_SOURCE = "no source"
    NOT_ONLY_NAMES = "not only names"
    OTHER_FILM = "other film"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the entry will be."""

    text: str
    """The entry as JSON."""
    stage: Stage
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """All that decides about a change, beside the change itself."""

    now: Revision | None
    earlier: Revision | None
    """For REVERT: the revision to put back."""
    authors: tuple[Author, ...]
    """Who wrote what the entry now says."""
    second_person: bool
    today: date
    shown: Revision | None = None
    """For REVERT: what the server shows of its own."""


def outcome_of(change: Change, context: Context) -> Outcome | Refusal:
    """What the change makes of the entry, or why it cannot be made."""
    if context.now and context.now.locked and change.kind is not ChangeKind.UNLOCK:
        return Refusal.LOCKED
    if change.entry and change.entry.id != change.movie:
        return Refusal.OTHER_FILM
    if change.entry and NOT_NAMED in change.entry.sources:
        return Refusal.NO_SOURCE
    return _STEPS[change.kind](change, context)


def _draft(change: Change, context: Context) -> Outcome | Refusal:
    return _with(change.entry, Stage.DRAFT, context)


def _publish(change: Change, context: Context) -> Outcome | Refusal:
    return _with(change.entry, Stage.DRAFT if context.second_person else Stage.PUBLISHED, context)


def _approve(change: Change, context: Context) -> Outcome | Refusal:
    if context.now is None or context.now.stage is not Stage.DRAFT:
        return Refusal.NO_DRAFT
    return _own_work(change, context) or _with(context.now.entry, Stage.PUBLISHED, context)


def _check(change: Change, context: Context) -> Outcome | Refusal:
    if context.now is None or context.now.stage is Stage.RETIRED:
        return Refusal.NO_ENTRY
    return _own_work(change, context) or _with(context.now.entry, Stage.CHECKED, context)


def _alias(change: Change, context: Context) -> Outcome | Refusal:
    if context.now is None or change.entry is None:
        return Refusal.NO_ENTRY
    old = context.now.entry
    if change.entry.model_copy(update={"also_known_as": old.also_known_as}) != old:
        return Refusal.NOT_ONLY_NAMES
    waits = context.second_person and context.now.stage in SHOWN
    return (
        _with(change.entry, Stage.DRAFT, context)
        if waits
        else Outcome(as_text(change.entry), context.now.stage)
    )


def _revert(change: Change, context: Context) -> Outcome | Refusal:
    if context.earlier is None or change.back_to is None or change.back_to > change.based_on:
        return Refusal.NO_SUCH_REVISION
    there = context.shown is not None and context.shown.text == context.earlier.text
    if context.second_person and context.earlier.stage in SHOWN and not there:
        return _with(context.earlier.entry, Stage.DRAFT, context)
    return Outcome(context.earlier.text, context.earlier.stage)


def _retire(_: Change, context: Context) -> Outcome | Refusal:
    if context.now is None:
        return Refusal.NO_ENTRY
    if context.now.stage is Stage.RETIRED:
        return Refusal.RETIRED
    return Outcome(context.now.text, Stage.RETIRED)


def _lock(_: Change, context: Context) -> Outcome | Refusal:
    return Outcome(context.now.text, context.now.stage, locked=True) if context.now else Refusal.NO_ENTRY


def _unlock(_: Change, context: Context) -> Outcome | Refusal:
    if context.now is None or not context.now.locked:
        return Refusal.NOT_LOCKED
    return Outcome(context.now.text, context.now.stage)


_STEPS: dict[ChangeKind, Callable[[Change, Context], Outcome | Refusal]] = {
    ChangeKind.DRAFT: _draft,
    ChangeKind.PUBLISH: _publish,
    ChangeKind.APPROVE: _approve,
    ChangeKind.CHECK: _check,
    ChangeKind.ALIAS: _alias,
    ChangeKind.REVERT: _revert,
    ChangeKind.RETIRE: _retire,
    ChangeKind.LOCK: _lock,
    ChangeKind.UNLOCK: _unlock,
}


def _own_work(change: Change, context: Context) -> Refusal | None:
    """Why, where a second person is asked for, this one is not certainly the second."""
    own = [author for author in context.authors if author.may_be(change.who)]
    if not context.second_person or not own:
        return None
    known = any(author.who is not None for author in own)
    return Refusal.NEEDS_SECOND_PERSON if known else Refusal.UNKNOWN_AUTHOR


def _with(entry: Movie | None, stage: Stage, context: Context) -> Outcome | Refusal:
    return Outcome(as_text(_stamped(entry, stage, context.today)), stage) if entry else Refusal.NO_ENTRY


def _stamped(entry: Movie, stage: Stage, today: date) -> Movie:
    """The entry with its stage in it: it is checked because somebody here did, not because it says so."""
    checked = stage is Stage.CHECKED
    provenance = entry.provenance.model_copy(
        update={
            "status": Status(stage.value),
            "checked_by": CHECKER if checked else None,
            "checked_on": today if checked else None,
        }
    )
    return entry.model_copy(update={"provenance": provenance})
