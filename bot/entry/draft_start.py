"""How a draft begins: a title, what looks like it already, and the entry that is changed."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.entry.entry_session import EntrySession
from bot.entry.fault_lines import named_text
from bot.entry.others_message import others_message
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.limits import BUTTON_LABEL, clip
from bot.ui.markdown import APART, TYPED, Markdown, escape
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import defer, open_form, within_deadline
from knowledge.answers import NoGuide
from knowledge.curation.draft import Draft, start, start_from, with_facts
from knowledge.curation.faults import Faulty
from knowledge.entry import NOT_NAMED
from knowledge.questions import Intent, Question
from knowledge.storage.revisions import Stage, current
from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.folding import fold, unslugged
from knowledge.verdicts import BoardRating

DATED = re.compile(r"(?P<name>.*[^\s,(])[\s,]+\(?(?P<year>\d{4})\)?")
MOST_NEAR = 3
LONGEST_TITLE = 120
IMDB = "tt"


async def begin(session: EntrySession, title: str, year: int | None, *, sure: bool = False) -> None:
    """Opens the draft that there is, says what the title looks like, asks for the year, or starts."""
    begun = await _begun(session, title, year)
    near = () if sure else _near(session, title, year)
    film = None if near else _known(session, title, year)
    if begun is not None:
        await session.show_draft(begun, session.say("draft.resumed"))
    elif near:
        await _tell_near(session, title, year, near)
    elif film and film.year:
        await _start(session, film.title, film.year, film)
    elif year is None:
        await open_form(session.interaction, begin_form(title, None, session.say))
    else:
        await _start(session, title, year, film)


async def edit(session: EntrySession, movie_id: str) -> None:
    """Opens the draft of this entry, says who else is at it, or shows it as it stands now."""
    if draft := await session.draft(movie_id):
        await session.show_draft(draft, *await _locked(session, movie_id))
    elif others := await session.resources.drafts.others(session.server, session.who, movie_id):
        await session.show(others_message(others, session.say))
    else:
        await look(session, movie_id)


async def look(session: EntrySession, movie_id: str) -> None:
    """Shows the entry as it would open as a draft; it becomes one with the first change."""
    if draft := await standing(session, movie_id):
        await session.show_draft(draft, *await _locked(session, movie_id), begun=False)
    else:
        add = Button(session.say("entry.add"), Action(Verb.BEGIN, detail=movie_id), ButtonStyle.MAIN)
        await session.tell(
            session.say("entry.none", title=escape(unslugged(movie_id), TYPED)), actions=(add,)
        )


async def opened(session: EntrySession, movie_id: str) -> Draft | None:
    """Their draft, else one of the entry as it stands; None after saying that there is neither."""
    return (
        await session.draft(movie_id)
        or await standing(session, movie_id)
        or await session.require_draft(movie_id)
    )


async def _locked(session: EntrySession, movie_id: str) -> tuple[str, ...]:
    """What a moderator of a locked entry should know before writing."""
    now = await within_deadline(session.storage.read(current, session.server, movie_id))
    return (session.say("draft.locked"),) if now and now.locked else ()


def begin_form(title: str, year: int | None, say: Phrases) -> Form:
    """Asks for title and year."""
    return Form(
        say("begin.form"),
        Action(Verb.BEGIN_SENT),
        (
            Field(
                "title", FieldKind.LINE, say("begin.title"), "", (title,), required=True, most=LONGEST_TITLE
            ),
            Field(
                "year",
                FieldKind.LINE,
                say("begin.year"),
                say("begin.year_hint"),
                (str(year),) if year else (),
                required=True,
                most=4,
            ),
        ),
    )


async def _begun(session: EntrySession, title: str, year: int | None) -> Draft | None:
    drafts = await session.resources.drafts.all(session.server, session.who)
    named = (draft for draft in drafts if fold(str(draft.entry["title"])) == fold(title))
    return next((draft for draft in named if year in (None, draft.entry["year"])), None)


def _near(session: EntrySession, title: str, year: int | None) -> tuple[Film, ...]:
    """Films with a guide that this may be."""
    found = session.resources.replier(session.server).guide.find(_asked(title, year))
    films = (match.film for match in found.matches if match.film.guide)
    return tuple(films)[:MOST_NEAR]


def _known(session: EntrySession, title: str, year: int | None) -> Film | None:
    """The film as the catalogue of all films knows it; none where two are called so.

    A year at the title's end is the film's, unless there is a film that is called so.
    """
    guide, dated = session.resources.replier(session.server).guide, DATED.fullmatch(title)
    split = [(dated["name"], int(dated["year"]))] if dated and year is None else []
    for name, of in ((title, year), *split):
        found = guide.find(_asked(name, of))
        exact = [match.film for match in found.matches if match.exact and of in (None, match.film.year)]
        if found.decided is Decided.ACCEPT and len(exact) == 1:
            return exact[0]
    return None


def _asked(title: str, year: int | None) -> str:
    return f"{title} ({year})" if year else title


async def _tell_near(session: EntrySession, title: str, year: int | None, near: tuple[Film, ...]) -> None:
    say = session.say
    actions: list[Button] = []
    for film in near:
        name = clip(f"{film.title} ({film.year})", BUTTON_LABEL - 30)
        actions.append(
            Button(say.label("begin.open", name=name), Action(Verb.EDIT, film.id), ButtonStyle.MAIN)
        )
        actions.append(Button(say.label("begin.alias", name=name), Action(Verb.ALIAS, film.id, title)))
    actions.append(Button(say("begin.another"), Action(Verb.BEGIN_ANYWAY, detail=f"{year or ''} {title}")))
    listed = APART.join(Markdown(f"**{escape(f'{film.title} ({film.year})', TYPED)}**") for film in near)
    await session.tell(say("begin.near", title=escape(title, TYPED), films=listed), actions=tuple(actions))


async def start_own(session: EntrySession, title: str, year: int) -> None:
    """A draft of one's own, though somebody else writes about the film."""
    await _start(session, title, year, _known(session, title, year), alone=True)


async def _start(
    session: EntrySession, title: str, year: int, film: Film | None, *, alone: bool = False
) -> None:
    if not session.interaction.response.is_done():
        await defer(session.interaction)
    try:
        draft = start(title, year, datetime.now(UTC).date())
    except Faulty as faulty:
        again = Button(session.say("begin.again"), Action(Verb.BEGIN_ANYWAY, detail=title), ButtonStyle.MAIN)
        lines = [f"- {escape(named_text(fault, {}, session.say))}" for fault in faulty.faults]
        await session.tell(session.say("begin.faulty"), *lines, actions=(again,))
        return
    others = () if alone else await session.resources.drafts.others(session.server, session.who, draft.movie)
    if draft.movie in session.library.movies:
        await (look if alone else edit)(session, draft.movie)
    elif others:
        await session.show(others_message(others, session.say))
    else:
        known = _with_known(session, draft, film) if film else draft
        await session.keep(await over_waiting(session, known))


def _with_known(session: EntrySession, draft: Draft, film: Film) -> Draft:
    """The draft with what the catalogue knows of the film, and from which files."""
    found = session.resources.replier(session.server).guide.answer(
        Question(Intent.WARNINGS_OVERVIEW, film.id)
    )
    answer = found if isinstance(found, NoGuide) else NoGuide(film)
    known = with_facts(draft, known_facts(answer), session.library)
    named = tuple((one.board.id, one.topic.id, one.level.value, one.words) for one in answer.named)
    return replace(known, known_from=answer.sources if known.entry != draft.entry else (), named=named)


async def over_waiting(session: EntrySession, draft: Draft) -> Draft:
    """Where the server has an entry that is not shown, its revision is what the draft changes."""
    now = await session.storage.read(current, session.server, draft.movie)
    if now is None:
        return draft
    if now.stage is Stage.DRAFT:
        return start_from(now.entry, now.number)
    return replace(draft, based_on=now.number)


async def standing(session: EntrySession, movie_id: str) -> Draft | None:
    """A draft of this entry as it stands now; None where there is none."""
    now = await within_deadline(session.storage.read(current, session.server, movie_id))
    if now is not None and now.stage is not Stage.RETIRED:
        return start_from(now.entry, now.number)
    shown = session.library.get(movie_id)
    return start_from(shown, now.number if now else 0, saw_shared=True) if shown else None


def known_facts(answer: NoGuide) -> dict[str, Any]:
    """What the catalogue knows: running time, official codes with their reasons, and IMDb number.

    The file that it stands in is no source: who says so is for the moderator to name.
    """
    film = answer.film
    imdb = film.imdb or (film.id if film.id.startswith(IMDB) else None)
    ratings = [
        {"board": one.board.id, "code": one.rating.code, **_reason(answer, one), "sources": [NOT_NAMED]}
        for one in answer.official
    ]
    facts = {"external": {"imdb": imdb} if imdb else {}, "runtime": answer.runtime, "ratings": ratings}
    return {name: value for name, value in facts.items() if value}


def _reason(answer: NoGuide, official: BoardRating) -> dict[str, str]:
    """The board's reason, where a file has it."""
    rated = official.board.id, official.rating.code
    said = [reason for *by, reason in answer.reasons if tuple(by) == rated]
    return {"reason": said[0]} if said else {}
