"""The form of each part of an entry: which fields it has, and what they may hold."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.entry.draft_message import part_name
from bot.film.fragments import meaning
from bot.ui.actions import Order
from bot.ui.markdown import Markdown, unmarked
from bot.ui.message import Option
from bot.ui.modals import Field, Form, Kind
from bot.ui.phrases import Phrases
from knowledge.curation.draft import Draft, held
from knowledge.vocabulary import Vocabulary

LINE, PARAGRAPH, NAMES, LONG = 300, 900, 1000, 3500
NOTHING = "-"
"""The choice that takes a finding out again."""
VOICES = ("expert", "parent", "teen", "kid", "educator")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the choices of a field are made from."""

    draft: Draft
    which: str
    vocabulary: Vocabulary
    say: Phrases


@dataclass(frozen=True, slots=True)
class Row:
    """A field before it is filled."""

    name: str
    kind: Kind
    most: int | None = None
    choices: Callable[[Offer], tuple[Option, ...]] | None = None


def part_form(draft: Draft, part: str, vocabulary: Vocabulary, say: Phrases) -> Form:
    """The form, holding what is recorded or what was typed before; a page's own words stand above."""
    kind, _, which = part.partition(".")
    offer = Offer(draft, which, vocabulary, say)
    values = held(draft, part)
    fields = [_field(kind, row, offer, values.get(row.name, ())) for row in ROWS[kind]]
    prose = draft.prose.get(part) or (draft.prose.get(kind) if which else None)
    text = Markdown("\n").join(prose.splitlines()) if prose else ""
    note = say("draft.page_says", text=text) if prose else ""
    return Form(
        part_name(part, vocabulary, say),
        Order("filled", draft.movie, part),
        tuple(field for field in fields if field is not None),
        note,
    )


def _field(kind: str, row: Row, offer: Offer, value: tuple[str, ...]) -> Field | None:
    """The field; none where there is nothing to choose from."""
    say = offer.say
    options = row.choices(offer) if row.choices else ()
    if row.choices and not options:
        return None
    label, hint = say(f"field.{kind}_{row.name}"), say(f"field.{kind}_{row.name}_hint")
    return Field(row.name, row.kind, label, hint, value, options, most=row.most)


def _sources(offer: Offer) -> tuple[Option, ...]:
    sources: dict[str, dict[str, Any]] = offer.draft.entry.get("sources", {})
    return tuple(Option(source["name"], key) for key, source in sources.items())


def _levels(offer: Offer) -> tuple[Option, ...]:
    topic, say = offer.vocabulary.topics[offer.which], offer.say
    about = {"mild": topic.mild, "moderate": topic.moderate, "severe": topic.severe}
    levels = [
        Option(say(f"level.{one.value}"), one.value, about.get(one.value) or "") for one in topic.levels
    ]
    return (*levels, Option(say("field.finding_nothing"), NOTHING))


def _codes(offer: Offer) -> tuple[Option, ...]:
    codes = offer.vocabulary.boards[offer.which].codes
    return tuple(Option(code, code, unmarked(meaning(one, offer.say))) for code, one in codes.items())


def _flags(offer: Offer) -> tuple[Option, ...]:
    """What there may be too much of, and what may be praised; whatever is recorded stays on offer."""
    topics, say = offer.vocabulary.topics, offer.say
    usual = [
        f"{'praises' if topic.kind == 'positive' else 'too_much'}.{topic.id}" for topic in topics.values()
    ]
    recorded = held(offer.draft, f"voice.{offer.which}").get("flags", ())
    flags = [flag.split(".", 1) for flag in dict.fromkeys((*usual, *recorded))]
    return tuple(
        Option(
            say.label(f"field.voice_{kind}", topic=say.topic(topic, topics[topic].name)), f"{kind}.{topic}"
        )
        for kind, topic in flags
        if topic in topics
    )


def _speakers(offer: Offer) -> tuple[Option, ...]:
    return tuple(Option(offer.say(f"voice.{who}"), who) for who in VOICES)


_CITED = Row("sources", Kind.MENU, 10, _sources)
_SAYS = (Row("says", Kind.TEXT, PARAGRAPH), Row("detail", Kind.TEXT, PARAGRAPH), _CITED)

ROWS: dict[str, tuple[Row, ...]] = {
    "sources": (Row("list", Kind.TEXT, LONG), Row("facts", Kind.MENU, 10, _sources)),
    "glance": (
        Row("pitch", Kind.TEXT, LINE),
        Row("runtime", Kind.LINE, 40),
        Row("genres", Kind.LINE, LINE),
        Row("theatrical", Kind.LINE, 40),
        Row("home", Kind.LINE, 40),
    ),
    "finding": (
        Row("level", Kind.RADIO, None, _levels),
        Row("says", Kind.TEXT, LINE),
        Row("detail", Kind.TEXT, PARAGRAPH),
        _CITED,
        Row("inferred", Kind.TEXT, LINE),
    ),
    "rating": (Row("code", Kind.MENU, 1, _codes), Row("reason", Kind.TEXT, LINE), _CITED),
    "know": _SAYS,
    "story": _SAYS,
    "quality": (Row("strengths", Kind.TEXT, LONG), Row("limits", Kind.TEXT, LONG), _CITED),
    "talk": (Row("questions", Kind.TEXT, LONG),),
    "voice": (
        Row("says", Kind.TEXT, LINE + PARAGRAPH),
        Row("who", Kind.MENU, 1, _speakers),
        Row("ages", Kind.LINE, 40),
        Row("flags", Kind.MENU, 10, _flags),
        Row("sources", Kind.MENU, 1, _sources),
    ),
    "others": (Row("films", Kind.TEXT, LONG),),
    "people": (
        Row("directors", Kind.LINE, NAMES),
        Row("cast", Kind.TEXT, NAMES),
        Row("studio", Kind.LINE, LINE),
    ),
    "names": (
        Row("names", Kind.TEXT, LONG),
        Row("imdb", Kind.LINE, 40),
        Row("wikidata", Kind.LINE, 40),
    ),
}
