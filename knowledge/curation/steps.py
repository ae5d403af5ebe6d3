"""The steps of the short way: each fills several parts of an entry at once. Their order: short_way.py."""

from typing import Any

from knowledge.curation.form_values import Typed, held, line, some
from knowledge.curation.section import Entry, Section, Values
from knowledge.curation.sections import SECTIONS
from knowledge.curation.sources import with_citations, with_sources
from knowledge.entry import NOT_NAMED, Level

OPEN = "-"
"""The choice of whoever did not notice how much there is of a topic."""
WORDS_OF_A_LEVEL = ("says", "detail", "inferred")
PLACES = ("1", "2")
"""Of the sources in one form."""


def section_of(name: str) -> tuple[Section, str]:
    """The part or step that a name such as `finding.sex` means, and which one of them. Raises KeyError."""
    kind, _, which = name.partition(".")
    return (STEPS.get(kind) or SECTIONS[kind]), which


def wordless(entry: Entry) -> tuple[str, ...]:
    """The topics that have a level and no sentence yet."""
    return tuple(one["topic"] for one in entry.get("findings", ()) if not one.get("says"))


def with_words_for_none(entry: Entry, says: str) -> dict[str, Any]:
    """The entry with this sentence for each topic of which somebody found none."""
    found = entry.get("findings", ())
    told = [{"says": says, **one} if one["level"] == Level.NONE else one for one in found]
    return {**entry, "findings": told} if told else dict(entry)


def _levels(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    old = {one["topic"]: one for one in entry.get("findings", ())}
    chosen = {topic: line(typed, topic) for topic in typed}
    return {
        "findings": [
            _with_level(old.get(topic, {"topic": topic}), level)
            for topic, level in chosen.items()
            if level not in ("", OPEN)
        ]
    }


def _with_level(finding: dict[str, Any], level: str) -> dict[str, Any]:
    """What was said of none says nothing of any other level, and the other way round."""
    was = finding.get("level", level)
    other = was != level and Level.NONE in (was, level)
    kept = {key: value for key, value in finding.items() if not (other and key in WORDS_OF_A_LEVEL)}
    return {"sources": [NOT_NAMED], **kept, "level": level}


def _show_levels(entry: Entry, _: str) -> Values:
    return {one["topic"]: (one["level"],) for one in entry.get("findings", ())}


def _sentences(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    found = entry.get("findings", ())
    return {"findings": [{**one, **some(says=line(typed, one["topic"]))} for one in found]}


def _show_sentences(entry: Entry, _: str) -> Values:
    return {one["topic"]: (one["says"],) for one in entry.get("findings", ()) if one.get("says")}


def _words(typed: Typed, entry: Entry, board: str) -> dict[str, Any]:
    """One line about the film, what parents need to know, and the code of one board."""
    know, rating = SECTIONS["know"], SECTIONS["rating"]
    paragraph = {name: typed.get(name, ()) for name in ("says", "detail")}
    given = {name: typed.get(name, ()) for name in ("code", "reason")}
    return {
        "pitch": line(typed, "pitch"),
        **know.read({**know.show(entry, ""), **paragraph}, entry, ""),
        **rating.read({**rating.show(entry, board), **given}, entry, board),
    }


def _show_words(entry: Entry, board: str) -> Values:
    shown = {**SECTIONS["know"].show(entry, ""), **SECTIONS["rating"].show(entry, board)}
    return {**held(entry, "pitch"), **{name: value for name, value in shown.items() if name != "sources"}}


def _origins(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    """New sources, each with the kinds of parts that it was chosen for."""
    filled = [place for place in PLACES if typed.get(f"source_{place}") or typed.get(f"says_{place}")]
    sources, keys = with_sources(entry, [line(typed, f"source_{place}") for place in filled])
    chosen: dict[str, list[str]] = {}
    for place, key in zip(filled, keys, strict=True):
        for kind in typed.get(f"says_{place}", ()):
            chosen.setdefault(kind, []).append(key)
    return {"sources": sources, **with_citations(entry, chosen)}


def _citations(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    return with_citations(entry, typed)


def _nothing(_: Entry, __: str) -> Values:
    return {}


STEPS: dict[str, Section] = {
    "levels": Section(_levels, _show_levels),
    "yes_no": Section(_levels, _show_levels),
    "sentences": Section(_sentences, _show_sentences),
    "words": Section(_words, _show_words),
    "origins": Section(_origins, _nothing),
    "citations": Section(_citations, _nothing),
}
