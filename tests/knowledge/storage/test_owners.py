"""A server's id and the shared guide are never taken for each other, and a missing id for neither."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import StatementError

from knowledge.reviews.review import Review
from knowledge.storage.drafts import (
    draft,
    drafts_of,
    drop_draft,
    join_draft,
    keep_draft,
    leave_draft,
    others_drafts,
    with_whom,
)
from knowledge.storage.offers import offer
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.reports import close_report, open_report, open_reports, report, reported
from knowledge.storage.requests import ask, asked_for, drop_request, take_requests, want_notice
from knowledge.storage.review_bars import bar, bars, lift_bar
from knowledge.storage.review_decisions import (
    count_waiting,
    decide,
    mark_spoiler,
    report_review,
    reports_of,
    waiting_reviews,
)
from knowledge.storage.review_order import page_of
from knowledge.storage.review_presses import press
from knowledge.storage.reviews import (
    ReviewState,
    delete_review,
    own_reviews,
    past_of,
    review_at,
    review_of,
    write_review,
)
from knowledge.storage.revision_writer import write
from knowledge.storage.revisions import at_number, current, entries, history, last_shown
from knowledge.storage.servers import ServerSettings, change_settings, left, settings
from knowledge.storage.table_columns import OwnerColumn
from knowledge.storage.tables import metadata
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, Make, Opened, publish

NONE = cast("Any", None)
REVIEW = Review(who="parent", suits_from=8, stars=4)
OURS: dict[str, Callable[[Connection, Any], object]] = {
    "ask": lambda c, o: ask(c, o, "kite"),
    "asked_for": asked_for,
    "at_number": lambda c, o: at_number(c, o, KITE, 1),
    "change_settings": lambda c, o: change_settings(c, o, ServerSettings()),
    "close_report": lambda c, o: close_report(c, o, 1, ANNA, ""),
    "current": lambda c, o: current(c, o, KITE),
    "draft": lambda c, o: draft(c, o, ANNA, KITE),
    "drafts_of": lambda c, o: drafts_of(c, o, ANNA),
    "drop_draft": lambda c, o: drop_draft(c, o, ANNA, KITE),
    "drop_request": lambda c, o: drop_request(c, o, "kite"),
    "entries": entries,
    "history": lambda c, o: history(c, o, KITE),
    "join_draft": lambda c, o: join_draft(c, o, ANNA, KITE, BEN),
    "leave_draft": lambda c, o: leave_draft(c, o, ANNA, KITE),
    "with_whom": lambda c, o: with_whom(c, o, ANNA, KITE),
    "keep_draft": lambda c, o: keep_draft(c, o, ANNA, KITE, {}),
    "last_shown": lambda c, o: last_shown(c, o, KITE),
    "left": left,
    "bar": lambda c, o: bar(c, o, ANNA, ANNA, ""),
    "bars": bars,
    "count_waiting": count_waiting,
    "decide": lambda c, o: decide(c, o, 1, ReviewState.SHOWN, ANNA),
    "delete_review": lambda c, o: delete_review(c, o, KITE, ANNA),
    "lift_bar": lambda c, o: lift_bar(c, o, 1),
    "mark_spoiler": lambda c, o: mark_spoiler(c, o, 1, ANNA),
    "offer": lambda c, o: offer(c, o, KITE, 1, ANNA),
    "own_reviews": lambda c, o: own_reviews(c, o, ANNA),
    "page_of": lambda c, o: page_of(c, o, KITE),
    "past_of": lambda c, o: past_of(c, o, 1, 1),
    "press": lambda c, o: press(c, o, 1, ANNA, helpful=True),
    "report_review": lambda c, o: report_review(c, o, 1, ANNA, ""),
    "reports_of": lambda c, o: reports_of(c, o, 1),
    "review_at": lambda c, o: review_at(c, o, 1),
    "review_of": lambda c, o: review_of(c, o, KITE, ANNA),
    "waiting_reviews": lambda c, o: waiting_reviews(c, o, 1),
    "write_review": lambda c, o: write_review(c, o, KITE, ANNA, REVIEW),
    "others_drafts": lambda c, o: others_drafts(c, o, ANNA, KITE, datetime.now(UTC)),
    "open_report": lambda c, o: open_report(c, o, 1),
    "open_reports": open_reports,
    "report": lambda c, o: report(c, o, KITE, ANNA, ""),
    "reported": reported,
    "settings": settings,
    "take_requests": lambda c, o: take_requests(c, o, []),
    "want_notice": lambda c, o: want_notice(c, o, "kite", 7),
    "write": lambda c, o: write(c, o, [], {}),
}
"""All that is done for one owner."""


WRITES = (
    *("ask", "bar", "change_settings", "keep_draft", "left", "press", "report", "want_notice", "write"),
    "write_review",
)


@pytest.mark.parametrize("wrong", [0, -1])
async def test_nothing_is_read_or_written_for_an_id_that_is_no_servers(opened: Opened, wrong: Any) -> None:
    async with opened() as storage:
        for command in OURS.values():
            with pytest.raises(StatementError, match="no server's id"):
                await storage.save(command, wrong)


@pytest.mark.parametrize("command", WRITES)
async def test_nothing_is_written_for_an_id_that_is_missing(opened: Opened, command: str) -> None:
    async with opened() as storage:
        with pytest.raises(StatementError, match="belongs to a server"):
            await storage.save(OURS[command], NONE)


async def test_a_plain_zero_changes_no_entry_for_everybody(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        with pytest.raises(StatementError, match="0 is no server's id"):
            await storage.write(cast("Any", 0), [publish(make_entry())])
        assert storage.library(None).get(KITE) is None
        await storage.write(SHARED, [publish(make_entry())])
        (revision,) = await storage.read(history, SHARED, KITE)
        assert revision.server is SHARED
        await storage.write(HERE, [publish(make_entry())])
        (revision,) = await storage.read(history, HERE, KITE)
        assert type(revision.server) is ServerId


@pytest.mark.parametrize("wrong", [0, -7])
def test_a_number_that_no_server_has_is_no_servers_id(wrong: int) -> None:
    with pytest.raises(ValueError, match="no server's id"):
        ServerId(wrong)


def test_every_table_tells_owners_apart() -> None:
    kinds = {table.name: type(table.c["server"].type) for table in metadata.sorted_tables}
    assert set(kinds.values()) == {OwnerColumn}
