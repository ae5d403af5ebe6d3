"""usher ask: a question in a parent's words, answered in a terminal."""

from argparse import Namespace

from bot.cli.batch import Row, answer_file, asked_of, written
from bot.cli.environment import read_settings
from bot.cli.error_lines import UsageError
from bot.cli.json_rows import plain, reply_row
from bot.guide_factory import shipped_guide
from bot.ui.phrases import Languages
from knowledge.guide import Guide
from knowledge.titles.decision import Decided


def ask(given: Namespace) -> int:
    """Answers. Raises UsageError where nothing was asked or the context is no film."""
    asked = asked_of(given, "is coco ok for 6?")
    catalogue = read_settings().catalogue
    guide, languages = shipped_guide(catalogue), Languages(beside=catalogue)

    def row(text: str, context: str | None) -> Row:
        film = _context(guide, context)
        if context and film is None:
            return {"error": f"context {context!r} is no film that I know; write it as Title (Year)"}
        return reply_row(guide.ask(text, film), guide, languages)

    if given.batch:
        return answer_file(given.batch, row)
    answered = row(asked, given.context)
    if "error" in answered:
        raise UsageError(plain(answered["error"]))
    print(written(answered, indent=2) if given.json else _said(answered))
    return 0


def _context(guide: Guide, text: str | None) -> str | None:
    if not text:
        return None
    named = guide.titles.named(text)
    if named is not None:
        return named.id
    decision = guide.find(text)
    return decision.matches[0].film.id if decision.decided is Decided.ACCEPT else None


def _said(row: Row) -> str:
    answers = [row["answer"], *(one["answer"] for one in row.get("also", ()))]
    return "\n\n".join(map(_answer, answers))


def _answer(answer: Row) -> str:
    links = (f"{label}: {url}" for label, url in answer.get("links", {}).items())
    return "\n".join([answer["text"], *links])
