"""From a scene over one or more presses, choices and forms to what is seen in the end."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from knowledge.storage.offers import waiting_offers
from knowledge.storage.reports import open_reports
from tests.bot.entry.acts import BOAT, known
from tests.bot.entry.several import scenes
from tests.bot.entry.several.scenes import Scene, Side
from tests.bot.seen import Seen

Typed = Mapping[str, str | list[str]]
LANTERN = "blue-lantern-1988"
FILMS = {BOAT: "The Paper Boat (2001)", LANTERN: "Blue Lantern (1988)"}
MISSING = {"Xyzzy Plover": "Xyzzy Plover", "Quux Heron": "Quux Heron"}
KNOWN = {"das-boot-1981": "Das Boot (1981)", "paper-towns-2015": "Paper Towns (2015)"}
NEAR = {"Paper Boats": "### Paper Boats (1984)", "Blue Lanterns": "### Blue Lanterns (1984)"}
NAMES = dict(zip(NEAR, FILMS.values(), strict=True))
UNSURE = {"paper boot": "“paper boot”", "paper bots": "“paper bots”"}
PLACES = {"GB": "the United Kingdom", "DE": "Germany"}


async def answer(_: Side, seen: Seen) -> str:
    """The last answer itself."""
    return seen.text


async def in_channel(at: Side, _: Seen) -> str:
    """What came into the moderators' channel."""
    return known(at.world.newest(at.world.channel, 0)).text


async def no_report(at: Side, _: Seen) -> str:
    """What is reported no more."""
    left = [one.movie for one in await at.storage.read(open_reports, at.world.here)]
    return at.name if at.about not in left else "still reported"


async def no_offer(at: Side, _: Seen) -> str:
    """What is offered no more."""
    left = [one.movie for _, one in await at.storage.read(waiting_offers, 9)]
    return at.name if at.about not in left else "still offered"


async def in_guide(at: Side, _: Seen) -> str:
    """Which entry all servers see now."""
    return at.name if at.storage.library(None)[at.about].pitch == "Offered." else "not for all"


async def no_request(at: Side, seen: Seen) -> str:
    """What nobody asks for any more."""
    return at.name if at.name.lower() not in seen.text else "still wanted"


async def no_draft(at: Side, _: Seen) -> str:
    """Which draft is gone: what it held is not there when it is begun anew."""
    return at.name if f"Of {at.name}." not in (await scenes.draft(at)).text else "still there"


async def nothing_stored(at: Side, _: Seen) -> str:
    """Whose data are gone."""
    return at.name if "Nothing" in (await at.person.slash("privacy")).text else "still stored"


@dataclass(frozen=True)
class Walk:
    """What both people do, each about one of the two."""

    scene: Scene
    path: tuple[str, ...]
    """The ways they take, one after the other."""
    typed: Typed = field(default_factory=dict[str, str | list[str]])
    """Into a form; `*` stands for what it is about."""
    of: Mapping[str, str] = field(default_factory=lambda: FILMS)
    """The two, and by which name each is known in what is shown."""
    outcome: Callable[[Side, Seen], Awaitable[str]] = answer
    lasts: bool = True
    """Whether it can go on after a restart."""


def _walk(scene: Scene, *path: str, **more: Any) -> Walk:
    return Walk(scene, path, **more)


LINE, WHY = {"line": "6"}, {"why": "Seen it"}
YEAR = {"year": "1984"}
REPORT = {"says": "A shark in *"}
PAGE = {"page_1": "*\n\nA film.\nRated: PG\nRelease Year: 1984\n\nWhat's the story?\n\nIt goes on."}
WALKS = (
    _walk(scenes.card, "card answer"),
    _walk(scenes.card, "card answer", "card more"),
    _walk(scenes.card, "card sources"),
    _walk(scenes.card, "card ask", "form asked", typed={"line": "is it sad?"}),
    _walk(scenes.card, "card age", "form aged", "card share", typed=LINE),
    _walk(scenes.card_here, "card wrong", "form wrong_sent", typed=REPORT, outcome=in_channel),
    _walk(scenes.card, "card notify", of=MISSING),
    _walk(scenes.notice, "card glance", of=MISSING),
    _walk(scenes.card, "card none", of=UNSURE),
    _walk(scenes.card, "card write", of=KNOWN),
    _walk(scenes.draft, "menu part", "form filled"),
    _walk(scenes.draft, "button skip"),
    _walk(scenes.named_by_a_board, "button hints"),
    _walk(scenes.begun_by_another, "button look"),
    _walk(scenes.begun_by_another, "button join"),
    _walk(scenes.begun_by_another, "button own"),
    _walk(scenes.faulty, "button part", "form filled", typed={"runtime": "61 min"}),
    _walk(scenes.ready, "button see"),
    _walk(scenes.ready, "button publish", "form publish_sent", typed=WHY),
    _walk(scenes.ready, "button discard", "button discarded", outcome=no_draft),
    _walk(scenes.unkept, "button keep", lasts=False),
    _walk(scenes.unsent, "button again", outcome=in_channel, lasts=False),
    _walk(scenes.conflict, "button both"),
    _walk(scenes.conflict, "button mine"),
    _walk(scenes.conflict, "button theirs", "button draft"),
    _walk(scenes.published, "button history", "menu revision", "button edit"),
    _walk(scenes.history, "menu revision", "button revert", "form reverted", typed=WHY),
    _walk(scenes.incomplete, "menu edit"),
    _walk(scenes.incomplete, "menu waiting", "button approve"),
    _walk(
        scenes.incomplete,
        "menu report_open",
        "button settle",
        "form settled",
        typed={"answer": "Mended"},
        outcome=no_report,
    ),
    _walk(scenes.queued, "button revision", "button check"),
    _walk(scenes.moved_on, "button keep_ours"),
    _walk(
        scenes.offers,
        "menu offer_open",
        "button offer_yes",
        "form offer_approved",
        typed=WHY,
        outcome=in_guide,
    ),
    _walk(
        scenes.offered,
        "button offer_open",
        "button offer_no",
        "form offer_declined",
        typed=WHY,
        outcome=no_offer,
    ),
    _walk(scenes.wanted, "menu begin", "form began", typed=YEAR, of=MISSING),
    _walk(scenes.wanted, "menu drop_request", of=MISSING, outcome=no_request),
    _walk(scenes.unknown, "button begin", "form began", typed=YEAR, of=MISSING),
    _walk(scenes.near, "button begin_sure", "form began", typed=YEAR, of=NEAR),
    _walk(scenes.near, "button alias", "form alias_sent", typed=WHY, of=NAMES),
    _walk(scenes.pasting, "form page_sent", typed=PAGE, of=MISSING),
    _walk(scenes.upload, "button confirm", of=MISSING, lasts=False),
    _walk(scenes.upload_of_changes, "button confirm", "form uploaded", typed=WHY, lasts=False),
    _walk(scenes.settings, "button settings", "form settings_sent", typed={"country": ["*"]}, of=PLACES),
    _walk(scenes.privacy, "button forget", "button forgotten", outcome=nothing_stored),
)
