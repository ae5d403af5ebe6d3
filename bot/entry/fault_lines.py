"""What is wrong with a file or a form, in the language of the moderator who reads it."""

import re
from collections.abc import Mapping
from typing import Any

from bot.entry.diff_lines import field_name
from bot.ui.card import Accent, Card
from bot.ui.markdown import escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases
from knowledge.curation.faults import Fault, Problem
from knowledge.curation.named_keys import named_key

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

    return wrong.words(phrase)


def named_text(fault: Fault, entry: Mapping[str, Any], say: Phrases) -> str:
    """The same after what people call the field, in an entry of which somebody sees no keys."""
    return f"{field_name(named_key(fault.key, entry), say)}: {fault_text(fault, say)}"


def placed_text(fault: Fault, say: Phrases) -> str:
    """The same after the field that it is about, if it is about one."""
    says = fault_text(fault, say)
    place = PLACES.sub(lambda found: say.label(f"file.{found[0]}"), fault.key)
    return f"{place}: {says}" if place else says


def fault_message(faults: tuple[Fault, ...], kind: str, say: Phrases) -> Message:
    """All that is wrong with a file or a page, which is the `kind`, each with its place."""
    shown = [f"- {escape(f'{fault.file}: {placed_text(fault, say)}')}" for fault in faults[:MOST_FAULTS]]
    more = len(faults) - MOST_FAULTS
    rest = (say("file.more_faults", count=more),) if more > 0 else ()
    lines = (say(f"{kind}.faulty"), *shown, *rest)
    return Message((Card(None, lines, (say(f"{kind}.faulty_hint"),), accent=Accent.CARE),))
