"""The parts in which an entry is written: what was typed into facts, and facts back into what was typed.

Pure, and free of any judgement: whether the facts may stand is checking's work.
"""

from typing import Any

from knowledge.curation.form_values import Typed, fields, held, line, number, some, text
from knowledge.curation.section import Entry, Section, Values, cited, cites, section_for
from knowledge.curation.sources import SOURCES
from knowledge.entry import Voice
from knowledge.entry_walk import fields_of
from knowledge.field_marks import NameOf

FLAGS = tuple(name for name, field in fields_of(Voice).items() if field.mark(NameOf) is NameOf.TOPIC)
"""What a voice says of topics; a form holds both in one field, as `too_much.sex`."""


def _voice(typed: Typed, entry: Entry, which: str) -> dict[str, Any]:
    voices = list(entry.get("voices", ()))
    at = int(which) if which.isdigit() and int(which) < len(voices) else len(voices)
    age, suits_from, said_on = fields(line(typed, "ages").replace("/", "|"), 3)
    # The first line is for all, what follows it for who asks for more.
    says, _, detail = text(typed, "says").partition("\n")
    flags = [flag.split(".", 1) for flag in typed.get("flags", ())]
    new: dict[str, Any] = {
        "who": line(typed, "who"),
        "age": number(age),
        "said_on": said_on,
        "says": " ".join(says.split()),
        "detail": detail.strip(),
        "suits_from": number(suits_from),
        **{flag: [topic for kind, topic in flags if kind == flag] for flag in FLAGS},
        "source": cited(typed)[0],
    }
    voices[at : at + 1] = [some(**new)] if new["says"] else []
    return {"voices": voices}


def _show_voice(entry: Entry, which: str) -> Values:
    voices = entry.get("voices", ())
    if not which.isdigit() or int(which) >= len(voices):
        return {}
    voice = voices[int(which)]
    ages = (
        " / ".join(str(voice.get(name, "")) for name in ("age", "suits_from", "said_on"))
        .strip(" ")
        .rstrip("/ ")
    )
    says = "\n".join(voice[name] for name in ("says", "detail") if voice.get(name))
    flags = tuple(f"{flag}.{topic}" for flag in FLAGS for topic in voice.get(flag, ()))
    shown = some(says=(says,) if says else (), ages=(ages,) if ages else (), flags=flags)
    return {**held(voice, "who"), **shown, **cites({"sources": [voice["source"]]})}


SECTIONS: dict[str, Section] = {
    "sources": SOURCES,
    "glance": section_for("glance"),
    "finding": section_for("finding"),
    "rating": section_for("rating"),
    "know": section_for("know"),
    "story": section_for("story"),
    "quality": section_for("quality"),
    "talk": section_for("talk"),
    "voice": Section(_voice, _show_voice),
    "others": section_for("others"),
    "people": section_for("people"),
    "names": section_for("names"),
}
"""In the order in which they are offered."""
