"""usher find, usher ask: the guide in a terminal."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable

from bot.cards.phrases import Phrases
from bot.console.lines import Row, answer_lines, opened
from bot.console.plain import plain
from bot.console.rows import found_row, reply_row
from knowledge.guide import Guide
from knowledge.titles.decision import Decided, Decision

NOTHING_TO_DO = "say what to look for, or name a file with --batch"


def find(guide: Guide, given: Namespace) -> int:
    """Which film is meant. Exit code 0, or 2 where nothing was asked."""

    def row(text: str, context: str | None) -> Row:
        del context  # a title needs none
        return found_row(guide.find(text))

    if given.batch:
        return _batch(given.batch, row)
    if not given.text:
        return _refuse("find", NOTHING_TO_DO)
    decision = guide.find(" ".join(given.text))
    print(_json(found_row(decision)) if given.json else _found(decision))
    return 0


def ask(guide: Guide, say: Phrases, given: Namespace) -> int:
    """A question in a parent's words. Exit code 0, or 2 where nothing was asked or the context is no film."""

    def row(text: str, context: str | None) -> Row:
        film = _context(guide, context)
        if context and film is None:
            return {"error": f"context {context!r} is no film that I know; write it as Title (Year)"}
        return reply_row(guide.ask(text, film), guide, say)

    if given.batch:
        return _batch(given.batch, row)
    if not given.text:
        return _refuse("ask", NOTHING_TO_DO)
    answered = row(" ".join(given.text), given.context)
    if "error" in answered:
        return _refuse("ask", str(answered["error"]))
    print(_json(answered) if given.json else _said(answered))
    return 0


def _batch(name: str, answer: Callable[[str, str | None], Row]) -> int:
    try:
        with opened(name) as lines:
            for line in answer_lines(lines, answer):
                print(line, flush=name == "-")
    except (OSError, UnicodeDecodeError) as error:
        return _refuse("--batch", f"{name}: {error}")
    return 0


def _context(guide: Guide, text: str | None) -> str | None:
    if not text:
        return None
    named = guide.titles.named(text)
    if named is not None:
        return named.id
    decision = guide.find(text)
    return decision.matches[0].film.id if decision.decided is Decided.ACCEPT else None


def _json(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, indent=2)


def _said(row: Row) -> str:
    answers = [row["answer"], *(one["answer"] for one in row.get("also", ()))]
    return "\n\n".join(answer["text"] for answer in answers)


def _found(decision: Decision) -> str:
    matches = [f"  {one.film.title} ({one.film.year})  {one.score:.0f}" for one in decision.matches]
    return "\n".join([f"{decision.query}: {decision.decided.value}", *matches])


def _refuse(command: str, why: str) -> int:
    print(plain(f"usher {command}: {why}"), file=sys.stderr)
    return 2
