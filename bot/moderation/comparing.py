"""/entry compare: two revisions, or the server's entry beside the shared one that has moved on."""

from bot.cards.board import Action, Board, Look
from bot.cards.card import Card
from bot.cards.differing import difference_lines
from bot.cards.orders import Order
from bot.cards.saying import typed
from bot.moderation.changing import story_of
from bot.moderation.editor import Editor
from knowledge.curation.comparing import compare
from knowledge.facts import Movie
from knowledge.storage.revisions import Revision

SHARED = 0
"""The number by which the shared entry is named beside the revisions."""


async def show_difference(editor: Editor, movie: str, one: int | None, two: int | None) -> None:
    """Shows how two states differ; without numbers the shared entry and the newest revision."""
    revisions, _ = await story_of(editor, movie)
    shared = editor.bot.storage.library(None).get(movie)
    newest = len(revisions)
    first = one if one is not None else (SHARED if shared else newest - 1)
    second = two if two is not None else newest
    was, now = (_state(revisions, shared, number) for number in (first, second))
    if not revisions or now is None:
        await editor.tell(editor.say("life.none", title=typed(movie)))
        return
    names = (_name(editor, number) for number in (first, second))
    head = editor.say("compare_entry.head", one=next(names), two=next(names))
    moved = movie in editor.bot.storage.moved_on(editor.server)
    lines = (head, *((editor.say("compare_entry.moved"),) if moved else ()))
    card = Card(f"### {typed(now.heading)}", (*lines, *difference_lines(compare(was, now), editor.say)))
    await editor.show(Board((card,), actions=_actions(editor, movie, newest, moved=moved)))


def _state(revisions: tuple[Revision, ...], shared: Movie | None, number: int) -> Movie | None:
    if number == SHARED:
        return shared
    return revisions[number - 1].entry if 0 < number <= len(revisions) else None


def _name(editor: Editor, number: int) -> str:
    return f"#{number}" if number > SHARED else editor.say("compare_entry.shared")


def _actions(editor: Editor, movie: str, newest: int, *, moved: bool) -> tuple[Action, ...]:
    keep = Action(editor.say("compare_entry.keep"), Order("keep_ours", movie, str(newest)), Look.MAIN)
    edit = Action(editor.say("entry.edit"), Order("edit", movie))
    return (keep, edit) if moved else (edit,)
