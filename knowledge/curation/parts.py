"""The parts in which an entry is written: what was typed into facts, and facts back into what was typed.

Pure, and free of any judgement: whether the facts may stand is checking's work.
"""

import re
from typing import Any, cast

from knowledge.curation.part import NOT_NAMED, Entry, Part, cited, cites, in_list, told
from knowledge.curation.typed import (
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
    source_key,
    text,
)

FLAGS = ("too_much", "praises")
"""What a voice says of topics; a form holds both in one field, as `too_much.sex`."""
_DAY = re.compile(r"\d{4}-\d")


def part_of(name: str) -> tuple[Part, str]:
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


def _sources(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    old = {source["name"]: key for key, source in entry.get("sources", {}).items()}
    sources: dict[str, Any] = {}
    for name, *more in (fields(one, 3) for one in lines(typed, "list")):
        key = old.get(name) or source_key(name) or f"source-{len(sources) + 1}"
        seen_on = next((one for one in more if _DAY.match(one)), "")
        url = " ".join(one for one in more if one != seen_on)
        copy_of = entry.get("sources", {}).get(key, {}).get("copy_of")
        sources[key] = some(name=name, url=url, seen_on=seen_on, copy_of=copy_of)
    first = next(iter(sources), NOT_NAMED)
    named: dict[str, Any] = _naming(dict(entry), first) if sources else {}
    facts_from = [key for key in entry.get("facts_from", ()) if key in sources] or [first]
    return {**named, "sources": sources, "facts_from": facts_from if sources else []}


def _naming(value: Any, first: str) -> Any:
    """The same with the first source in place of the one that was not named yet."""
    match value:
        case dict():
            table = cast("dict[str, Any]", value)
            return {key: _naming(inner, first) for key, inner in table.items()}
        case list():
            return [_naming(inner, first) for inner in cast("list[Any]", value)]
        case _:
            return first if value == NOT_NAMED else value


def _show_sources(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    named = [
        BAR.join(filter(None, (one["name"], one.get("url"), one.get("seen_on"))))
        for one in entry.get("sources", {}).values()
    ]
    return rows("list", named)


def _quality(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    strengths, limits = lines(typed, "strengths"), lines(typed, "limits")
    quality = some(strengths=strengths, limits=limits, sources=cited(typed, entry))
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
        "source": cited(typed, entry)[0],
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
    return {**held(voice, "who"), **shown, "sources": (str(voice["source"]),)}


def _others(typed: Typed, entry: Entry, _: str) -> dict[str, Any]:
    del entry
    typed_rows = [fields(one, 2) for one in lines(typed, "films")]
    return {"alternatives": [some(movie=film_id(film), why=why) for film, why in typed_rows]}


def _show_others(entry: Entry, _: str) -> dict[str, tuple[str, ...]]:
    return rows("films", [f"{one['movie']}{BAR}{one['why']}" for one in entry.get("alternatives", ())])


PARTS: dict[str, Part] = {
    "sources": Part(_sources, _show_sources),
    "glance": Part(_glance, _show_glance),
    "finding": in_list("findings", "topic", "level", "says", "detail", "inferred"),
    "rating": in_list("ratings", "board", "code", "reason"),
    "know": told("parents_need_to_know"),
    "story": told("story"),
    "quality": Part(_quality, _show_quality),
    "talk": Part(_talk, _show_talk),
    "voice": Part(_voice, _show_voice),
    "others": Part(_others, _show_others),
    "people": Part(_people, _show_people),
    "names": Part(_names, _show_names),
}
"""In the order in which they are offered."""
