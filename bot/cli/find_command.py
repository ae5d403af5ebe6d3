"""usher find: which film is meant by a title."""

from argparse import Namespace

from bot.cli.batch import Row, answer_file, asked_of, written
from bot.cli.environment import read_settings
from bot.titles_factory import shipped_titles
from knowledge.titles.decision import Decision
from knowledge.titles.films import Film


def find(given: Namespace) -> int:
    """Which film is meant. Raises UsageError where nothing was asked."""
    asked = asked_of(given, "nver let me go")
    titles = shipped_titles(read_settings().catalogue)

    def row(text: str, context: str | None) -> Row:
        del context  # a title needs none
        return found_row(titles.find(text))

    if given.batch:
        return answer_file(given.batch, row)
    decision = titles.find(asked)
    print(written(found_row(decision), indent=2) if given.json else _found(decision))
    return 0


def found_row(decision: Decision) -> Row:
    """{"query", "decision", "matches"}."""
    return {
        "query": decision.query,
        "decision": decision.decided.value,
        "matches": [
            {**film_row(match.film), "score": round(match.score, 1), "guide": match.film.guide}
            for match in decision.matches
        ],
    }


def film_row(film: Film) -> Row:
    """{"id", "title", "year"}."""
    return {"id": film.id, "title": film.title, "year": film.year}


def _found(decision: Decision) -> str:
    matches = [f"  {one.film.title} ({one.film.year})  {one.score:.0f}" for one in decision.matches]
    return "\n".join([f"{decision.query}: {decision.decided.value}", *matches])
