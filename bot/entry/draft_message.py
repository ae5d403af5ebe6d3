"""The board of a draft: what is done, missing or could not be taken, and how parents will see it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.entry.fault_lines import fault_text, named_text
from bot.entry.hint_lines import hint_lines
from bot.film.board_only_card import list_name
from bot.film.fragments import topics_row, unknown_topics
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.markdown import APART, COMMA, TYPED, Markdown, escape
from bot.ui.message import Menu, Message, Option
from bot.ui.phrases import Phrases
from knowledge.curation.draft import Draft, Wrong, missing, not_assessed, unwritten
from knowledge.curation.faults import Fault
from knowledge.curation.hints import Hint
from knowledge.curation.section import has_items, inputs_of
from knowledge.curation.sections import SECTIONS
from knowledge.curation.short_way import is_ready, topic_groups
from knowledge.curation.sources import unsourced
from knowledge.curation.steps import wordless
from knowledge.entry import Status
from knowledge.field_marks import Box
from knowledge.questions import Intent
from knowledge.vocabulary import Vocabulary

PLAIN_PARTS = tuple(section for section in SECTIONS if not has_items(section))
SEEN = (Intent.WARNINGS_OVERVIEW, Intent.REVIEW_SUMMARY, Intent.STORY)
MOST_WRONG = 4
MOST_VOICES = 10
MOST_OF_A_KIND = 2
"""Parts that wait for a source and are named one by one."""
NEW_VOICE = "voice.new"
ONLY_CHOSEN = frozenset({"levels", "yes_no", "citations"})
"""Steps in which nothing is typed."""
CHOSEN_IN = {"glance": "sources"}
"""Where the sources of a part are chosen, if not in its own form."""


def draft_message(
    draft: Draft,
    shown: Card,
    vocabulary: Vocabulary,
    say: Phrases,
    step: str | None = None,
    hints: Sequence[Hint] = (),
    *,
    begun: bool = True,
) -> Message:
    """The editor above with its next step, and below it the film's card as parents will see it.

    One that nobody has `begun` is an entry that somebody looks at: there is nothing to publish.
    """
    state = (*_wrong(draft, vocabulary, say), *_state(draft, vocabulary, say, begun=begun))
    lines = (*state, *hint_lines(hints, say), *_pages(draft, say))
    small = (*_known(draft, say), say("draft.head" if begun else "draft.only_looked"), say("draft.below"))
    session = Card(f"### {escape(draft.heading, TYPED)}", lines, small)
    return Message(
        (session, shown),
        (_parts(draft, vocabulary, say), _topics(draft, vocabulary, say), _boards(draft, vocabulary, say)),
        tuple(_actions(draft, vocabulary, say, step, hints, begun=begun)),
    )


def part_name(part: str, vocabulary: Vocabulary, say: Phrases) -> str:
    """A part as people call it, such as *What is in it: scary moments*."""
    kind, _, which = part.partition(".")
    name = say(f"part.{kind}")
    match kind:
        case "finding" if which in vocabulary.topics:
            return f"{name}: {say.topic(which, vocabulary.topics[which].name)}"
        case "rating" if which:
            return f"{name}: {which}"
        case "levels" if which.isdigit():
            return f"{name} ({int(which) + 1}/{len(topic_groups(vocabulary))})"
        case "voice" if which.isdigit():
            return f"{name} {int(which) + 1}"
        case _:
            return name


def _wrong(draft: Draft, vocabulary: Vocabulary, say: Phrases) -> Iterator[str]:
    for part, wrong in list(draft.wrong.items())[:MOST_WRONG]:
        yield say("draft.wrong", part=part_name(part, vocabulary, say))
        yield from (f"- {escape(_fault(part, fault, draft, say))}" for fault in wrong.faults[:3])
        if typed := _typed(part, wrong):
            yield say("draft.typed", typed=typed)


def _fault(part: str, fault: Fault, draft: Draft, say: Phrases) -> str:
    """The fault with the name that the field has in the form, else in the entry."""
    kind, field = part.partition(".")[0], fault.key.rpartition(".")[2]
    if name := say.name(f"field.{kind}_{field}", ""):
        return f"{name}: {fault_text(fault, say)}"
    topic = say.name(f"topics.{fault.key}", "")
    return f"{topic}: {fault_text(fault, say)}" if topic else named_text(fault, draft.entry, say)


def _typed(part: str, wrong: Wrong) -> str:
    """What was typed; what was chosen has no words of its own, and stays in the form."""
    kind = part.partition(".")[0]
    if kind in ONLY_CHOSEN:
        return ""
    chosen = {name for name, row in inputs_of(kind) if row.box in (Box.MENU, Box.RADIO)}
    return escape(
        " · ".join(" ".join(said) for name, said in wrong.typed.items() if said and name not in chosen)
    )


def _state(draft: Draft, vocabulary: Vocabulary, say: Phrases, *, begun: bool) -> Iterator[str]:
    needed, without, silent = missing(draft), unsourced(draft.entry), wordless(draft.entry)
    open_ = [part for part in unwritten(draft, vocabulary) if part not in needed]
    if needed:
        yield say("draft.needed", parts=say.join(say(f"part.{part}") for part in needed))
    if without:
        yield say("draft.unsourced", parts=_parts_row(without, vocabulary, say))
    if silent:
        yield say("draft.wordless", topics=topics_row([vocabulary.topics[one] for one in silent], say))
    if is_ready(draft) and _can_be_published(draft, begun=begun):
        yield say("draft.ready")
    if open_:
        yield say("draft.open", parts=APART.join(_open(part, draft, vocabulary, say) for part in open_))


def _can_be_published(draft: Draft, *, begun: bool) -> bool:
    """Whether there is something to publish: what is looked at is published already, or waits for it."""
    return begun or draft.entry["provenance"]["status"] == Status.DRAFT


def _parts_row(parts: Sequence[str], vocabulary: Vocabulary, say: Phrases) -> Markdown:
    """The parts by name; of a kind of which there are many, how many."""
    counts = Counter(part.partition(".")[0] for part in parts)
    names: dict[str, str] = {}
    for part in parts:
        kind = part.partition(".")[0]
        if counts[kind] > MOST_OF_A_KIND:
            names[kind] = say("draft.many", part=say(f"part.{kind}"), count=counts[kind])
        else:
            names[part] = part_name(part, vocabulary, say)
    return APART.join(names.values())


def _known(draft: Draft, say: Phrases) -> tuple[str, ...]:
    """Where facts come from that nobody typed."""
    lists = COMMA.join(list_name(one, say) for one in draft.known_from)
    return (say("draft.known_from", files=lists),) if lists else ()


def _open(part: str, draft: Draft, vocabulary: Vocabulary, say: Phrases) -> str:
    """A part that is not written; where only some topics are missing, which."""
    topics = [vocabulary.topics[topic] for topic in not_assessed(draft.entry, vocabulary)]
    if part != "finding" or not draft.entry.get("findings"):
        return say(f"part.{part}")
    return f"{say('part.finding')} ({unknown_topics(topics, say)})"


def _pages(draft: Draft, say: Phrases) -> tuple[str, ...]:
    return (say("draft.prose"),) if draft.prose else ()


def _parts(draft: Draft, vocabulary: Vocabulary, say: Phrases) -> Menu:
    voices: list[dict[str, str]] = draft.entry.get("voices", [])
    groups = (*(f"levels.{place}" for place, _ in enumerate(topic_groups(vocabulary))), "yes_no")
    steps = [Option(part_name(one, vocabulary, say), one, say("part.levels_about")) for one in groups]
    plain = [Option(say(f"part.{part}"), part, say(f"part.{part}_about")) for part in PLAIN_PARTS]
    spoken = [
        Option(
            f"{say('part.voice')} {place + 1}",
            f"voice.{place}",
            voice.get("says") or say("draft.voice_without_words"),
        )
        for place, voice in enumerate(voices[:MOST_VOICES])
    ]
    new = Option(say("part.voice_new"), NEW_VOICE, say("part.voice_about"))
    return Menu(say("draft.menu_parts"), Action(Verb.SECTION, draft.movie), (*steps, *plain, *spoken, new))


def _topics(draft: Draft, vocabulary: Vocabulary, say: Phrases) -> Menu:
    levels = {finding["topic"]: finding["level"] for finding in draft.entry.get("findings", ())}
    options = tuple(
        Option(say.topic(topic.id, topic.name), f"finding.{topic.id}", _level(levels.get(topic.id), say))
        for topic in vocabulary.topics.values()
    )
    return Menu(say("draft.menu_topics"), Action(Verb.SECTION, draft.movie, "topic"), options)


def _level(level: str | None, say: Phrases) -> str:
    return say(f"level.{level}") if level else say("draft.not_recorded")


def _boards(draft: Draft, vocabulary: Vocabulary, say: Phrases) -> Menu:
    codes = {rating["board"]: rating["code"] for rating in draft.entry.get("ratings", ())}
    options = tuple(
        Option(f"{one.id}, {say.country(one.country)}", f"rating.{one.id}", codes.get(one.id) or one.name)
        for one in vocabulary.boards.values()
    )
    return Menu(say("draft.menu_boards"), Action(Verb.SECTION, draft.movie, "board"), options)


def _actions(
    draft: Draft,
    vocabulary: Vocabulary,
    say: Phrases,
    step: str | None,
    hints: Sequence[Hint],
    *,
    begun: bool,
) -> Iterator[Button]:
    yield from _corrections(draft, vocabulary, say, step)
    if step:
        label = say.label("draft.next", step=part_name(step, vocabulary, say))
        yield Button(label, Action(Verb.SECTION, draft.movie, step), ButtonStyle.MAIN)
        yield Button(say("draft.skip"), Action(Verb.STEP_SKIP, draft.movie, step))
    if hints:
        yield Button(say("hint.take"), Action(Verb.TAKE_HINTS, draft.movie))
    if _can_be_published(draft, begun=begun) and not missing(draft):
        style = ButtonStyle.GOOD if is_ready(draft) else ButtonStyle.PLAIN
        yield Button(say("draft.publish"), Action(Verb.PUBLISH, draft.movie), style)
    for intent in SEEN:
        label = say.label("draft.see", part=say(f"button.{intent.value}"))
        yield Button(label, Action(Verb.PREVIEW, draft.movie, intent.value))
    if begun:
        yield Button(say("draft.discard"), Action(Verb.DISCARD, draft.movie), ButtonStyle.GRAVE)


def _corrections(draft: Draft, vocabulary: Vocabulary, say: Phrases, step: str | None) -> Iterator[Button]:
    """To what could not be taken, and to what has no source."""
    for part in list(draft.wrong)[:MOST_WRONG]:
        label = say.label("draft.fix", part=part_name(part, vocabulary, say))
        yield Button(label, Action(Verb.SECTION, draft.movie, part), ButtonStyle.MAIN)
    if wordless(draft.entry) and step != "sentences":
        yield Button(say("part.sentences"), Action(Verb.SECTION, draft.movie, "sentences"), ButtonStyle.MAIN)
    without = unsourced(draft.entry) if draft.entry.get("sources") and step != "citations" else ()
    if len(without) > MOST_OF_A_KIND:
        yield Button(say("part.citations"), Action(Verb.SECTION, draft.movie, "citations"), ButtonStyle.MAIN)
        return
    for part in without:
        label = say.label("draft.choose", part=part_name(part, vocabulary, say))
        yield Button(label, Action(Verb.SECTION, draft.movie, CHOSEN_IN.get(part, part)), ButtonStyle.MAIN)
