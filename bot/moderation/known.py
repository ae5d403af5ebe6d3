"""What the catalogue of all films knows about one, as the facts of a draft."""

from typing import Any

from bot.moderation.editor import Editor
from knowledge.answers import NoGuide
from knowledge.curation.typed import source_key
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film

IMDB = "tt"


def known_facts(editor: Editor, film: Film) -> dict[str, Any]:
    """Running time, official codes and IMDb number, with the files that say so as sources."""
    imdb = film.imdb or (film.id if film.id.startswith(IMDB) else None)
    external = {"external": {"imdb": imdb}} if imdb else dict[str, Any]()
    found = editor.bot.desk(editor.server).guide.answer(Question(Intent.WARNINGS_OVERVIEW, film.id))
    if not isinstance(found, NoGuide) or not found.sources:
        return external
    sources = {source_key(name): {"name": name} for name in found.sources}
    keys = list(sources)
    ratings = [{"board": board.id, "code": code, "sources": keys} for code, board in found.codes]
    facts: dict[str, Any] = {"runtime": found.runtime, "ratings": ratings}
    said = {name: value for name, value in facts.items() if value}
    return {**external, **said, "sources": sources, "facts_from": keys}
