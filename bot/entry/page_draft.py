"""A draft out of a review page, which was pasted or uploaded."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

from bot.entry.draft_start import over_waiting, standing
from bot.entry.entry_session import EntrySession
from bot.entry.fault_lines import fault_message
from knowledge.curation.draft import start_from_page
from knowledge.curation.faults import Faulty
from knowledge.curation.review_page import LONGEST_PAGE, read_page


async def take_page(session: EntrySession, text: str) -> None:
    """Makes a draft of a review page; where it is none, says why."""
    try:
        await _draft_from(session, text[: LONGEST_PAGE + 1])
    except Faulty as faulty:
        await session.show(fault_message(faulty.faults, "page", session.say))


async def _draft_from(session: EntrySession, text: str) -> None:
    page = await asyncio.to_thread(read_page, text)
    draft = start_from_page(page, datetime.now(UTC).date())
    begun = await session.draft(draft.movie)
    if begun is not None:
        await session.show_draft(begun, session.say("file.draft_there"))
    elif stands := await standing(session, draft.movie):
        # Its voices are not the page's, so what the page's reviewers say would stand above another's words.
        prose = {part: text for part, text in draft.prose.items() if not part.startswith("voice")}
        await session.keep(replace(stands, prose=prose), session.say("file.entry_there"))
    else:
        await session.keep(await over_waiting(session, draft))
