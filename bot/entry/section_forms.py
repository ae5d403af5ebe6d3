"""The form of each part of an entry: which fields it has, and what they may hold."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from bot.entry.draft_message import part_name
from bot.film.fragments import meaning
from bot.ui.actions import Action, Verb
from bot.ui.markdown import Markdown, unmarked
from bot.ui.message import Option
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from knowledge.curation.draft import Draft, held
from knowledge.curation.hints import Hint
from knowledge.curation.section import inputs_of
from knowledge.entry import Speaker
from knowledge.field_marks import Box, Input
from knowledge.vocabulary import Topic, Vocabulary

NOTHING = "-"
"""The choice that takes a finding out again."""


@dataclass(frozen=True, slots=True)
class FormContext:
    """What the choices of a field are made from."""

    draft: Draft
    which: str
    vocabulary: Vocabulary
    say: Phrases
    hints: Sequence[Hint] = ()
    """What is known of topics that are open."""


def section_form(draft: Draft, part: str, vocabulary: Vocabulary, say: Phrases) -> Form:
    """The form, holding what is recorded or what was typed before; a page's own words stand above."""
    kind, _, which = part.partition(".")
    offer = FormContext(draft, which, vocabulary, say)
    values = held(draft, part)
    fields = [_field(kind, name, row, offer, values.get(name, ())) for name, row in inputs_of(kind)]
    prose = draft.prose.get(part) or (draft.prose.get(kind) if which else None)
    text = Markdown("\n").join(prose.splitlines()) if prose else ""
    note = say("draft.page_says", text=text) if prose else ""
    return Form(
        part_name(part, vocabulary, say),
        Action(Verb.SECTION_SENT, draft.movie, part),
        tuple(field for field in fields if field is not None),
        note,
    )


def _field(kind: str, name: str, row: Input, offer: FormContext, value: tuple[str, ...]) -> Field | None:
    """The field; none where there is nothing to choose from."""
    say = offer.say
    chosen = row.box in (Box.MENU, Box.RADIO)
    options = CHOICES[name](offer) if chosen else ()
    if chosen and not options:
        return None
    label, hint = say(f"field.{kind}_{name}"), say(f"field.{kind}_{name}_hint")
    return Field(name, FieldKind(row.box.value), label, hint, value, options, most=row.most)


def source_options(offer: FormContext) -> tuple[Option, ...]:
    """The sources that the draft lists."""
    sources: dict[str, dict[str, Any]] = offer.draft.entry.get("sources", {})
    return tuple(Option(source["name"], key) for key, source in sources.items())


def level_options(topic: Topic, say: Phrases) -> tuple[Option, ...]:
    """The levels of a topic, each with what it means."""
    english = {"mild": topic.mild, "moderate": topic.moderate, "severe": topic.severe}
    return tuple(
        Option(say(f"level.{one}"), one, say.name(f"level_of.{topic.id}_{one}", english.get(one) or ""))
        for one in topic.levels
    )


def _levels(offer: FormContext) -> tuple[Option, ...]:
    levels = level_options(offer.vocabulary.topics[offer.which], offer.say)
    return (*levels, Option(offer.say("field.finding_nothing"), NOTHING))


def code_options(offer: FormContext) -> tuple[Option, ...]:
    """The codes of a board, each with what it means."""
    codes = offer.vocabulary.boards[offer.which].codes
    return tuple(Option(code, code, unmarked(meaning(one, offer.say))) for code, one in codes.items())


def _flags(offer: FormContext) -> tuple[Option, ...]:
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


def _speakers(offer: FormContext) -> tuple[Option, ...]:
    return tuple(Option(offer.say(f"voice.{who}", count=1), who) for who in get_args(Speaker))


CHOICES: Mapping[str, Callable[[FormContext], tuple[Option, ...]]] = {
    "sources": source_options,
    "facts": source_options,
    "level": _levels,
    "code": code_options,
    "flags": _flags,
    "who": _speakers,
}
"""What there is to choose from, by the name of the form's field."""
