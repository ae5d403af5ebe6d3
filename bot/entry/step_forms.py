"""The forms of the short way, each over several parts of an entry. A part's own form: section_forms.py."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.entry.draft_message import part_name
from bot.entry.hint_lines import hint_texts
from bot.entry.section_forms import FormContext, code_options, level_options, section_form, source_options
from bot.ui.actions import Action, Verb
from bot.ui.message import Option
from bot.ui.modals import MOST_FIELDS, Field, FieldKind, Form
from bot.ui.phrases import Phrases
from knowledge.curation.draft import Draft, held
from knowledge.curation.hints import Hint
from knowledge.curation.section import Values
from knowledge.curation.short_way import NO, YES, topic_groups, yes_no_topics
from knowledge.curation.sources import waiting_kinds
from knowledge.curation.steps import OPEN, PLACES, wordless
from knowledge.entry import Level
from knowledge.vocabulary import Topic, Vocabulary

LONGEST_SENTENCE = 300
LONGEST_PARAGRAPH = 900
MOST_SOURCES = 10
Fields = Iterable[Field]


def form_of(
    draft: Draft, part: str, vocabulary: Vocabulary, say: Phrases, hints: Sequence[Hint] = ()
) -> Form:
    """The form of a step or of a part, holding what is recorded or what was typed before."""
    kind, _, which = part.partition(".")
    if kind not in _FIELDS:
        return section_form(draft, part, vocabulary, say)
    context = FormContext(draft, which, vocabulary, say, hints)
    fields = _FIELDS[kind](context, held(draft, part))
    sent = Action(Verb.SECTION_SENT, draft.movie, part)
    return Form(part_name(part, vocabulary, say), sent, tuple(fields))


def _levels(context: FormContext, values: Values) -> Fields:
    """Five choices; the menu says what each level means."""
    say = context.say
    open_ = Option(say("step.not_noticed"), OPEN, say("step.not_noticed_about"))
    known = hint_texts(context.hints, say)
    for topic in topic_groups(context.vocabulary)[int(context.which)]:
        options, held_ = (open_, *level_options(topic, say)), values.get(topic.id) or (OPEN,)
        yield Field(topic.id, FieldKind.MENU, _name(topic, say), known.get(topic.id, ""), held_, options)


def _yes_no(context: FormContext, values: Values) -> Fields:
    say, topics = context.say, yes_no_topics(context.vocabulary)
    options = tuple(Option(_name(topic, say), topic.id) for topic in topics)
    for name, level in ((YES, Level.PRESENT), (NO, Level.NONE)):
        recorded = tuple(topic.id for topic in topics if level.value in values.get(topic.id, ()))
        hint = say(f"step.{name}_hint")
        yield Field(name, FieldKind.TICKS, say(f"step.{name}"), hint, values.get(name, recorded), options)


def _sentences(context: FormContext, values: Values) -> Fields:
    say, draft = context.say, context.draft
    levels = {one["topic"]: one["level"] for one in draft.entry.get("findings", ())}
    for topic in wordless(draft.entry)[:MOST_FIELDS]:
        name = _name(context.vocabulary.topics[topic], say)
        label = say.label("step.sentence", topic=name, level=say(f"level.{levels[topic]}"))
        hint, typed = say("step.sentence_hint"), values.get(topic, ())
        yield Field(topic, FieldKind.TEXT, label, hint, typed, most=LONGEST_SENTENCE)


def _words(context: FormContext, values: Values) -> Fields:
    say = context.say
    yield _text("pitch", "glance_pitch", values, say, LONGEST_SENTENCE)
    yield _text("says", "know_says", values, say, LONGEST_PARAGRAPH)
    yield _text("detail", "know_detail", values, say, LONGEST_PARAGRAPH)
    label = say.label("step.code", board=context.which)
    codes = code_options(context)
    yield Field("code", FieldKind.MENU, label, say("field.rating_code_hint"), values.get("code", ()), codes)
    yield _text("reason", "rating_reason", values, say, LONGEST_SENTENCE)


def _origins(context: FormContext, values: Values) -> Fields:
    """Two sources, and below each what it says."""
    say = context.say
    kinds = tuple(Option(say(f"part.{kind}"), kind) for kind in waiting_kinds(context.draft.entry))
    for place in PLACES:
        source, says = f"source_{place}", f"says_{place}"
        hint, typed = say("step.source_hint"), values.get(source, ())
        yield Field(source, FieldKind.LINE, say(f"step.{source}"), hint, typed, most=LONGEST_PARAGRAPH)
        if kinds:
            hint, chosen = say("step.it_says_hint"), values.get(says, ())
            yield Field(says, FieldKind.MENU, say("step.it_says"), hint, chosen, kinds, most=len(kinds))


def _citations(context: FormContext, values: Values) -> Fields:
    """For each kind of part that waits, the sources that there are."""
    say, sources = context.say, source_options(context)
    for kind in waiting_kinds(context.draft.entry)[:MOST_FIELDS] if sources else ():
        most = 1 if kind == "voice" else MOST_SOURCES
        label, hint = say.label("step.who_says", part=say(f"part.{kind}")), say("step.who_says_hint")
        yield Field(kind, FieldKind.MENU, label, hint, values.get(kind, ()), sources, most=most)


def _text(name: str, key: str, values: Values, say: Phrases, most: int) -> Field:
    label, hint = say(f"field.{key}"), say(f"field.{key}_hint")
    return Field(name, FieldKind.TEXT, label, hint, values.get(name, ()), most=most)


def _name(topic: Topic, say: Phrases) -> str:
    return say.topic(topic.id, topic.name)


_FIELDS: Mapping[str, Callable[[FormContext, Values], Fields]] = {
    "levels": _levels,
    "yes_no": _yes_no,
    "sentences": _sentences,
    "words": _words,
    "origins": _origins,
    "citations": _citations,
}
