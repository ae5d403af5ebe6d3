"""The parts in which an entry is written: what was typed into facts, and facts back into what was typed.

Pure, and free of any judgement: whether the facts may stand is checking's work.
"""

from typing import Any

from knowledge.curation.form_values import (
    BAR,
    Typed,
    fields,
    film_id,
    held,
    line,
    lines,
    listed,
    number,
    rows,
    some,
    text,
)
from knowledge.curation.section import Entry, Section, cited, cites, in_list, told
from knowledge.curation.sources import SOURCES

FLAGS = ("too_much", "praises")
"""What a voice says of topics; a form holds both in one field, as `too_much.sex`."""


def section_of(name: str) -> tuple[Section, str]:
    """The part that a name such as `finding.sex` means, and which one of them. Raises KeyError."""
    kind, _, which = name.partition(".")
    return PARTS[kind], which


def _glance(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    released = some(theatrical=line(typed, "theatrical"), home=line(typed, "home"))
    return {
        "pitch": line(typed, "pitch"),
        "runtime": number(line(typed, "runtime")),
        "genres": listed(typed, "genres"),
        "released": released,
    }


def _show_glance(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    dates = held(entry.get("released", {}), "theatrical", "home")
    return {**held(entry, "pitch", "runtime", "genres"), **dates}


def _people(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    return {
        "directors": listed(typed, "directors"),
        "cast": listed(typed, "cast"),
        "studio": line(typed, "studio"),
    }


def _show_people(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    return held(entry, "directors", "cast", "studio")


def _names(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    typed_rows = [fields(one, 3) for one in lines(typed, "names")]
    names = [
        some(title=title, kind=kind.lower() or "nickname", language=language.lower())
        for title, kind, language in typed_rows
    ]
    external = some(imdb=line(typed, "imdb"), wikidata=line(typed, "wikidata"))
    return {"also_known_as": names, "external": external}


def _show_names(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    names = [
        BAR.join(filter(None, (one["title"], one["kind"], one.get("language"))))
        for one in entry.get("also_known_as", ())
    ]
    return {**held(entry.get("external", {}), "imdb", "wikidata"), **rows("names", names)}


def _quality(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    strengths, limits = lines(typed, "strengths"), lines(typed, "limits")
    quality = some(strengths=strengths, limits=limits, sources=cited(typed))
    return {"quality": quality if strengths or limits else {}}


def _show_quality(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    quality = entry.get("quality", {})
    said = [rows(name, list(quality.get(name, ()))) for name in ("strengths", "limits")]
    return {**said[0], **said[1], **cites(quality)}


def _talk(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    return {"talk_about": lines(typed, "questions")}


def _show_talk(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    return rows("questions", list(entry.get("talk_about", ())))


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


def _show_voice(entry: Entry, which: str) -> dict[str, tuple[str, ...]]:
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


def _others(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    typed_rows = [fields(one, 2) for one in lines(typed, "films")]
    return {"alternatives": [some(movie=film_id(film), why=why) for film, why in typed_rows]}


def _show_others(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    return rows("films", [f"{one['movie']}{BAR}{one['why']}" for one in entry.get("alternatives", ())])


PARTS: dict[str, Section] = {
    "sources": SOURCES,
    "glance": Section(_glance, _show_glance),
    "finding": in_list("findings", "topic", "level", "says", "detail", "inferred"),
    "rating": in_list("ratings", "board", "code", "reason"),
    "know": told("parents_need_to_know"),
    "story": told("story"),
    "quality": Section(_quality, _show_quality),
    "talk": Section(_talk, _show_talk),
    "voice": Section(_voice, _show_voice),
    "others": Section(_others, _show_others),
    "people": Section(_people, _show_people),
    "names": Section(_names, _show_names),
}
"""In the order in which they are offered."""
