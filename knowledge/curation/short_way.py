"""The short way from a title to an entry that helps parents: which step is next, and how one is taken."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.curation.draft import DRAFT, Draft, Wrong, fill, missing, not_assessed
from knowledge.curation.faults import Fault, problem
from knowledge.curation.form_values import Typed
from knowledge.curation.section import fields_in
from knowledge.curation.sources import unsourced, waiting_kinds
from knowledge.curation.steps import wordless
from knowledge.entry import Level, Status
from knowledge.library import Library
from knowledge.vocabulary import Topic, Vocabulary

IN_ONE_FORM = 5
FIRST_GROUPS = 2
"""Groups of topics that come before all else; the last ones are feared least."""
LATER = ("glance", "story", "talk", "quality", "voice.new", "people", "names", "others")
YES, NO = "yes", "no"


def topic_groups(vocabulary: Vocabulary) -> tuple[tuple[Topic, ...], ...]:
    """The topics with levels, as many together as one form holds, the most feared first."""
    scale = [topic for topic in vocabulary.topics.values() if topic.kind == "scale"]
    return tuple(tuple(scale[at : at + IN_ONE_FORM]) for at in range(0, len(scale), IN_ONE_FORM))


def yes_no_topics(vocabulary: Vocabulary) -> tuple[Topic, ...]:
    """The topics that are there or not."""
    return tuple(topic for topic in vocabulary.topics.values() if topic.kind != "scale")


def is_ready(draft: Draft) -> bool:
    """Whether nothing keeps it from being published."""
    waits = missing(draft) or unsourced(draft.entry) or wordless(draft.entry)
    return not (waits or draft.wrong)


def next_step(draft: Draft, vocabulary: Vocabulary, country: str) -> str | None:
    """What would help parents most and was not offered yet; then what cannot be left out."""
    fresh = (step for step in _steps(draft, vocabulary, country) if step not in draft.seen)
    return next(fresh, None) or next(_needed(draft, vocabulary, country), None)


def take_step(draft: Draft, step: str, typed: Typed, library: Library) -> Draft:
    """The draft with what was typed into a step or a part, which is not offered again by itself."""
    taken = replace(draft, seen=tuple(dict.fromkeys((*draft.seen, step))))
    if step != "yes_no":
        return fill(taken, step, typed, library)
    yes, no = typed.get(YES, ()), typed.get(NO, ())
    if twice := [topic for topic in yes if topic in no]:
        wrong = Wrong(dict(typed), tuple(Fault(DRAFT, topic, problem("yes_and_no")) for topic in twice))
        return replace(taken, wrong={**taken.wrong, step: wrong})
    levels = {topic.id: _level(topic.id, yes, no) for topic in yes_no_topics(library.vocabulary)}
    return fill(taken, step, levels, library)


def _level(topic: str, yes: tuple[str, ...], no: tuple[str, ...]) -> tuple[str, ...]:
    if topic in yes:
        return (Level.PRESENT.value,)
    return (Level.NONE.value,) if topic in no else ()


def _steps(draft: Draft, vocabulary: Vocabulary, country: str) -> Iterator[str]:
    """All that is still empty, what helps parents most first."""
    groups = list(_open_groups(draft, vocabulary))
    found = {one["topic"] for one in draft.entry.get("findings", ())}
    yield from (f"levels.{place}" for place in groups if place < FIRST_GROUPS)
    if not found.issuperset(topic.id for topic in yes_no_topics(vocabulary)):
        yield "yes_no"
    yield from _needed(draft, vocabulary, country)
    if not (draft.entry.get("parents_need_to_know") and draft.entry.get("ratings")):
        yield words_step(vocabulary, country)
    yield from (f"levels.{place}" for place in groups if place >= FIRST_GROUPS)
    for part in LATER:
        if not all(draft.entry.get(field.name) for field in fields_in(part.partition(".")[0])):
            yield part


def _open_groups(draft: Draft, vocabulary: Vocabulary) -> Iterator[int]:
    open_ = set(not_assessed(draft.entry, vocabulary))
    for place, group in enumerate(topic_groups(vocabulary)):
        if open_.intersection(topic.id for topic in group):
            yield place


def _needed(draft: Draft, vocabulary: Vocabulary, country: str) -> Iterator[str]:
    """Without which nothing is published."""
    if wordless(draft.entry):
        yield "sentences"
    if not draft.entry.get("pitch"):
        yield words_step(vocabulary, country)
    if waiting_kinds(draft.entry):
        yield "origins" if _names_no_source(draft) else "citations"


def _names_no_source(draft: Draft) -> bool:
    """Whether nobody named a source yet: what was taken from boards and families cites one of its own."""
    entry = draft.entry
    own = {source for one in entry.get("findings", ()) for source in one.get("sources", ())}
    new = entry["provenance"]["status"] == Status.DRAFT and "origins" not in draft.seen
    return not entry.get("sources") or (new and own.issuperset(entry["sources"]))


def words_step(vocabulary: Vocabulary, country: str) -> str:
    """The step with the code of the board of this country."""
    return f"words.{vocabulary.board_in(country).id}"
