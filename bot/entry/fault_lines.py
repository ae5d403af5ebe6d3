"""What is wrong with a file or a form, in the language of the moderator who reads it."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.entry.diff_lines import field_name, topic_called
from bot.ui.card import Accent, Card
from bot.ui.markdown import COMMA, escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases
from knowledge.curation.faults import Fault, Keys, Problem
from knowledge.curation.named_keys import named_key
from knowledge.titles.folding import unslugged

MOST_FAULTS = 12
PLACES = re.compile(r"^(line|row)(?= \d)")
"""What a place in a file begins with that is no key of an entry."""


def fault_text(fault: Fault, say: Phrases) -> str:
    """What is wrong and what would be right, as plain text that nobody has escaped yet."""
    return problem_text(fault.problem, say)


def problem_text(wrong: Problem, say: Phrases) -> str:
    """The same of what is wrong, wherever it stands."""

    def phrase(key: str, **values: object) -> str:
        return say.label(f"fault.{key}", **values)

    def called(what: Keys) -> str:
        name = CALLED.get(what.kind)
        return COMMA.join(name(key, say) for key in what.keys) if name else str(what)

    return wrong.words(phrase, called)


def _place_called(place: str, say: Phrases) -> str:
    return PLACES.sub(lambda found: say.label(f"file.{found[0]}"), place)


def _part_called(part: str, say: Phrases) -> str:
    kind, _, which = part.partition(".")
    named = say.name(f"part.{kind}", kind)
    if kind == "finding":
        return topic_called(which, say)
    return f"{named} {int(which) + 1 if which.isdigit() else which}" if which else named


CALLED: Mapping[str, Callable[[str, Phrases], str]] = {
    "topic": topic_called,
    "part": _part_called,
    "film": lambda film, _: unslugged(film),
    "place": _place_called,
}
"""What people call the things of a kind of key."""


def named_text(fault: Fault, entry: Mapping[str, Any], say: Phrases) -> str:
    """The same after what people call the field, in an entry of which somebody sees no keys."""
    return f"{field_name(named_key(fault.key, entry), say)}: {fault_text(fault, say)}"


def placed_text(fault: Fault, say: Phrases) -> str:
    """The same after the field that it is about, if it is about one."""
    says = fault_text(fault, say)
    place = _place_called(fault.key, say)
    return f"{place}: {says}" if place else says


def fault_message(faults: tuple[Fault, ...], kind: str, say: Phrases) -> Message:
    """All that is wrong with a file or a page, which is the `kind`, each with its place."""
    shown = [f"- {escape(f'{fault.file}: {placed_text(fault, say)}')}" for fault in faults[:MOST_FAULTS]]
    more = len(faults) - MOST_FAULTS
    rest = (say("file.more_faults", count=more),) if more > 0 else ()
    lines = (say(f"{kind}.faulty"), *shown, *rest)
    return Message((Card(None, lines, (say(f"{kind}.faulty_hint"),), accent=Accent.CARE),))
