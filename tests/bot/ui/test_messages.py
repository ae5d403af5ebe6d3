"""Every board and form keeps Discord's limits, also with the longest entry that the model allows."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.entry.alias import alias_form
from bot.entry.draft_message import draft_message
from bot.entry.history_messages import (
    RevisionView,
    conflict_message,
    history_message,
    revision_message,
    waiting_message,
)
from bot.entry.section_forms import section_form
from bot.entry.step_forms import form_of
from bot.server.settings_message import settings_form, settings_message
from bot.ui import limits
from bot.ui.action_ids import Component, Names, decode, encode
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, Card
from bot.ui.message import Message, text_message
from bot.ui.message_view import message_view
from bot.ui.modals import MOST_FIELDS, Form, modal_of
from bot.ui.phrases import Languages, Phrases, read_words
from knowledge.curation.diff import diff
from knowledge.curation.draft import Draft, Wrong, start, start_from
from knowledge.curation.faults import Fault, problem
from knowledge.curation.hints import BoardHint, FamilyHint
from knowledge.curation.sections import SECTIONS
from knowledge.curation.steps import STEPS
from knowledge.entry import NOT_NAMED, Level
from knowledge.storage.servers import ServerSettings
from tests.bot.seen import walk
from tests.bot.ui.test_limits import LINE, PARAGRAPH, longest
from tests.bot.verbs import BY_CODE
from tests.films import VOCABULARY, film

MOVIE = longest()
TOO_LONG = Fault("the draft", "pitch", problem("as_told", what=LINE))
WRONG = {
    part: Wrong({"says": (PARAGRAPH * 4,)}, (TOO_LONG,) * 20)
    for part in ("glance", "finding.sex", "rating.MPA", "voice.0", "story", "talk")
}
FULL = Draft(start_from(MOVIE, 1).entry, 1, WRONG, {"story": PARAGRAPH * 20, "finding": PARAGRAPH * 20})
WORDLESS = [{"topic": topic, "level": "severe", "sources": [NOT_NAMED]} for topic in VOCABULARY.topics]
EMPTY = start("The Tin Whale", 1999, date(2026, 11, 24))
NEW = Draft({**EMPTY.entry, "findings": WORDLESS, "sources": {"us": {"name": LINE}}})
"""Each topic waits for a sentence and a source."""
SHOWN = Card("### Title", (PARAGRAPH,) * 10, (LINE,) * 10)
HAPPENED = tuple(
    RevisionView(number, 1, datetime.now(UTC), LINE * 2, "publish", "published", True, diff(film(), MOVIE))
    for number in range(1, 60)
)


@pytest.fixture(params=sorted(read_words()))
def say(request: pytest.FixtureRequest) -> Phrases:
    """The phrases of each language."""
    return Languages()[request.param]


def keeps_the_limits(board: Message) -> None:
    found: list[dict[str, Any]] = list(walk(message_view(board).to_components()))
    assert len(found) <= limits.COMPONENTS
    assert 0 < sum(len(part.get("content", "")) for part in found) <= limits.TEXT_IN_MESSAGE
    ids = [part["custom_id"] for part in found if "custom_id" in part]
    assert len(set(ids)) == len(ids)
    assert all(len(one) <= limits.CUSTOM_ID for one in ids)
    for part in found:
        match part["type"]:
            case 1:
                assert 1 <= len(part["components"]) <= limits.BUTTONS_IN_ROW
            case 2:
                assert 1 <= len(part["label"]) <= limits.BUTTON_LABEL
            case 3:
                chooses_within_limits(part)
            case _:
                pass


def chooses_within_limits(menu: dict[str, Any]) -> None:
    options = menu["options"]
    assert 1 <= len(options) <= limits.CHOICES
    assert len({one["value"] for one in options}) == len(options)
    for one in options:
        assert 1 <= len(one["label"]) <= 100
        assert 1 <= len(one["value"]) <= 100
        assert one.get("description") is None or 1 <= len(one["description"]) <= 100


def fits_a_modal(form: Form) -> None:
    sent = modal_of(form).to_dict()
    assert 1 <= len(sent["title"]) <= limits.FORM_TITLE
    assert 1 <= len(sent["components"]) <= MOST_FIELDS
    for label in sent["components"]:
        if "component" not in label:
            assert len(label["content"]) <= limits.TEXT_IN_MESSAGE
            continue
        assert 1 <= len(label["label"]) <= limits.FORM_LABEL
        assert not label["label"].endswith("…"), "say it shorter"
        assert len(label.get("description", "")) <= 100
        inner = label["component"]
        assert len(inner.get("value") or "") <= (inner.get("max_length") or 4000) <= 4000
        if inner["type"] == 3:
            chooses_within_limits(inner)
        if inner["type"] in (21, 22):
            assert 2 <= len(inner["options"]) <= 10


@pytest.mark.parametrize("step", [None, "levels.0", "citations", "words.MPA"])
@pytest.mark.parametrize("draft", [FULL, EMPTY, NEW], ids=["full", "empty", "new"])
def test_the_board_of_a_draft(say: Phrases, draft: Draft, step: str | None) -> None:
    hints = [BoardHint(topic, Level.SEVERE, "Kijkwijzer", LINE) for topic in VOCABULARY.topics]
    keeps_the_limits(draft_message(draft, SHOWN, VOCABULARY, say, step))
    keeps_the_limits(draft_message(draft, SHOWN, VOCABULARY, say, step, hints))


@pytest.mark.parametrize("draft", [FULL, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("kind", SECTIONS)
def test_the_form_of_each_part(say: Phrases, kind: str, draft: Draft) -> None:
    which = {"finding": VOCABULARY.topics, "rating": VOCABULARY.boards, "voice": ("0", "new")}.get(kind)
    for part in [f"{kind}.{one}" for one in which] if which else [kind]:
        fits_a_modal(section_form(draft, part, VOCABULARY, say))


@pytest.mark.parametrize("draft", [FULL, EMPTY, NEW], ids=["full", "empty", "new"])
@pytest.mark.parametrize("kind", STEPS)
def test_the_form_of_each_step(say: Phrases, kind: str, draft: Draft) -> None:
    which = {"levels": range(3), "words": VOCABULARY.boards}.get(kind)
    for step in [f"{kind}.{one}" for one in which] if which else [kind]:
        hints = [FamilyHint(topic, Level.MODERATE, "educator", 999, 1000) for topic in VOCABULARY.topics]
        form = form_of(draft, step, VOCABULARY, say, hints)
        if form.fields:
            fits_a_modal(form)
    assert form_of(NEW, kind if not which else f"{kind}.{next(iter(which))}", VOCABULARY, say).fields


def test_boards_about_an_entrys_history(say: Phrases) -> None:
    differences = diff(film(), MOVIE)
    keeps_the_limits(history_message(LINE, MOVIE.id, HAPPENED, say))
    keeps_the_limits(revision_message(LINE, MOVIE.id, HAPPENED[0], SHOWN, 59, say))
    keeps_the_limits(conflict_message(LINE, MOVIE.id, differences, differences, HAPPENED[3], say))
    keeps_the_limits(waiting_message(LINE, MOVIE.id, HAPPENED[3], say))


def test_settings_and_names(say: Phrases) -> None:
    chosen = ServerSettings(1, 2, "GB", True, 5, True)
    keeps_the_limits(settings_message(chosen, "GB", say))
    fits_a_modal(settings_form(chosen, "GB", VOCABULARY.boards.values(), say))
    fits_a_modal(alias_form(MOVIE.id, "n" * 200, say))


def test_what_is_too_much_is_left_off_at_the_end() -> None:
    actions = tuple(Button("x" * 200, Action(Verb.EDIT, f"film-{number}")) for number in range(60))
    keeps_the_limits(text_message(PARAGRAPH * 9, actions=actions))


@pytest.mark.parametrize("component", Component)
def test_an_action_comes_back_from_its_custom_id(component: Component) -> None:
    for action in (
        Action(Verb.EDIT, "coco-2017"),
        Action(Verb.SECTION, "coco-2017", "finding.sex"),
        Action(Verb.BEGIN, detail="a: b"),
    ):
        assert decode(encode(action, component), Names(verbs=BY_CODE)) == action
