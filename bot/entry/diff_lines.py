"""What differs between two states of an entry, as lines that a moderator reads: names, never keys."""

import re
from collections.abc import Sequence

from bot.ui.markdown import escape
from bot.ui.phrases import Phrases
from knowledge.curation.diff import BETWEEN, Difference
from knowledge.entry import Movie
from knowledge.entry_walk import every_field
from knowledge.field_marks import NameOf
from knowledge.titles.folding import unslugged

MOST = 12
COUNTED, KEY_ITSELF = re.compile(r"(.+)\.(\d{1,3})"), ".[key]"
"""How a key ends that is about an item which nothing names, or about the name of an item."""
SILENT = ("provenance.", "id")
"""What changes by itself with every revision, and what a new film's heading says already."""
LEVEL, ORDER = "level", "order"
TOPICS = {path[-1] for path, field in every_field(Movie).items() if field.mark(NameOf) is NameOf.TOPIC}
"""The last part of the keys whose values are topics."""
SOURCES = {path[-1] for path, field in every_field(Movie).items() if field.mark(NameOf) is NameOf.SOURCE}
FINDINGS = "findings"
BY_TOPIC = (FINDINGS, "left_open")
BY_SLUG = ("sources", "alternatives")
"""What is named by a name in small letters, as a film or a source is."""


def difference_lines(differences: Sequence[Difference], say: Phrases, most: int = MOST) -> list[str]:
    """One line a field; how many more there are, where they are many."""
    told = [one for one in differences if not one.key.startswith(SILENT)]
    if not told:
        return [say("difference.none")]
    lines = [_line(one, say) for one in told[:most]]
    return [*lines, say("difference.more", count=len(told) - most)] if len(told) > most else lines


def _line(one: Difference, say: Phrases) -> str:
    nothing = say("difference.nothing")
    was, now = (escape(_value(one.key, text, say), 200) if text else nothing for text in (one.was, one.now))
    return say("difference.line", field=escape(field_name(one.key, say)), was=was, now=now)


def _value(key: str, text: str, say: Phrases) -> str:
    """A value as people call it; most are texts of theirs."""
    part, _, last = key.partition(".")
    last = last.rpartition(".")[2] or part
    if last == LEVEL:
        return say.name(f"level.{text}", text)
    values = text.split(BETWEEN)
    if last in TOPICS or (last == ORDER and part in BY_TOPIC):
        return BETWEEN.join(topic_called(one, say) for one in values)
    if last in SOURCES or (part in BY_SLUG and last in ("movie", ORDER)):
        return BETWEEN.join(map(unslugged, values))
    return text


def field_name(key: str, say: Phrases) -> str:
    """A field such as `findings.fear.level` as people call it: *Scary moments*."""
    key, number = _counted(key)
    if number:
        return f"{field_name(key, say)}, {number}"
    part, _, inner = key.partition(".")
    item, _, last = inner.rpartition(".")
    if part == FINDINGS and item:
        name = topic_called(item, say)
        return name if last == LEVEL else f"{name}, {say.name(f'field_of.{last}', last)}"
    named = unslugged(item) if part in BY_SLUG else item
    inner_name = (
        topic_called(last, say) if part in BY_TOPIC and last != ORDER else say.name(f"field_of.{last}", last)
    )
    return ", ".join(filter(None, (say.name(f"record.{part}", part), named, inner_name)))


def _counted(key: str) -> tuple[str, str]:
    """A key without the number in its list at its end, and the number."""
    found = COUNTED.fullmatch(key.removesuffix(KEY_ITSELF))
    return (found[1], found[2]) if found else (key.removesuffix(KEY_ITSELF), "")


def topic_called(topic: str, say: Phrases) -> str:
    """A topic by its id."""
    return say.topic(topic, unslugged(topic))
