"""What differs between two states of an entry, as lines that a moderator reads."""

from collections.abc import Sequence

from bot.ui.markdown import escape
from bot.ui.phrases import Phrases
from knowledge.curation.diff import Difference

MOST = 12
SILENT = ("provenance.", "id")
"""What changes by itself with every revision, and what a new film's heading says already."""


def difference_lines(differences: Sequence[Difference], say: Phrases, most: int = MOST) -> list[str]:
    """One line a field; how many more there are, where they are many."""
    shown = [one for one in differences if not one.key.startswith(SILENT)]
    if not shown:
        return [say("difference.none")]
    lines = [_line(one, say) for one in shown[:most]]
    return [*lines, say("difference.more", count=len(shown) - most)] if len(shown) > most else lines


def _line(one: Difference, say: Phrases) -> str:
    nothing = say("difference.nothing")
    was, now = (escape(text, 200) if text else nothing for text in (one.was, one.now))
    return say("difference.line", field=escape(field_name(one.key, say)), was=was, now=now)


def field_name(key: str, say: Phrases) -> str:
    """A field such as `findings.fear.level` as people call it: *what is in it, fear, how much*."""
    part, _, inner = key.partition(".")
    item, _, last = inner.rpartition(".")
    return ", ".join(
        filter(None, (say.name(f"record.{part}", part), item, say.name(f"field_of.{last}", last)))
    )
