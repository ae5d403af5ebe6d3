"""What the catalogue of all films knows about one, as the facts of a draft.

The file that it stands in is no source: who says so is for the moderator to name.
"""

from typing import Any

from bot.entry.session import ModeratorSession
from knowledge.answers import NoGuide
from knowledge.entry import NOT_NAMED
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film

IMDB = "tt"


def known_facts(session: ModeratorSession, film: Film) -> dict[str, Any]:
    """Running time, official codes and IMDb number."""
    imdb = film.imdb or (film.id if film.id.startswith(IMDB) else None)
    external = {"external": {"imdb": imdb}} if imdb else dict[str, Any]()
    found = session.bot.replier(session.server).guide.answer(Question(Intent.WARNINGS_OVERVIEW, film.id))
    if not isinstance(found, NoGuide):
        return external
    ratings = [
        {"board": one.board.id, "code": one.rating.code, "sources": [NOT_NAMED]} for one in found.official
    ]
    facts: dict[str, Any] = {"runtime": found.runtime, "ratings": ratings}
    return {**external, **{name: value for name, value in facts.items() if value}}
