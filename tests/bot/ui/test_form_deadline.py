"""A form has to open within three seconds: what is read for it does not make anybody wait longer."""

import asyncio

import pytest

from bot.ui.responses import within_deadline
from knowledge.storage.database import DatabaseAway


async def test_what_takes_too_long_to_read_is_as_if_the_database_was_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.ui.responses.SECONDS", 0.01)
    with pytest.raises(DatabaseAway):
        await within_deadline(asyncio.Event().wait())


async def test_what_is_read_in_time_is_given() -> None:
    assert await within_deadline(asyncio.sleep(0, "read")) == "read"
