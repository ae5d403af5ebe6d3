"""/entry compare: two revisions, or the server's entry beside the shared one that has moved on."""

from bot.cards.board import Action, Board, Look
from bot.cards.card import Card
from bot.cards.differing import difference_lines
from bot.cards.happening import history_of
from bot.cards.markdown import TYPED, Markdown, escape
from bot.cards.orders import Order
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
    if not revisions:
        await editor.tell(editor.say("life.none", title=escape(shared.heading if shared else movie, TYPED)))
        return
    before = SHARED if shared else max(newest - 1, 1)
    first, second = before if one is None else one, newest if two is None else two
    was, now = (_state(revisions, shared, number) for number in (first, second))
    if was is None or now is None:
        await _tell_none(editor, first if was is None else second, revisions)
    else:
        names = _name(editor, first), _name(editor, second)
        await editor.show(_difference_board(editor, was, now, names, newest))


async def _tell_none(editor: Editor, number: int, revisions: tuple[Revision, ...]) -> None:
    newest = revisions[-1]
    key = "compare_entry.no_shared" if number == SHARED else "compare_entry.no_such"
    line = editor.say(key, number=number, title=escape(newest.entry.heading, TYPED), newest=newest.number)
    await editor.tell(line, actions=(history_of(newest.movie, editor.say),))


def _difference_board(editor: Editor, was: Movie, now: Movie, names: tuple[str, str], newest: int) -> Board:
    head = editor.say("compare_entry.head", one=Markdown(names[0]), two=Markdown(names[1]))
    moved = now.id in editor.bot.storage.moved_on(editor.server)
    lines = (head, *((editor.say("compare_entry.moved"),) if moved else ()))
    card = Card(
        f"### {escape(now.heading, TYPED)}", (*lines, *difference_lines(compare(was, now), editor.say))
    )
    return Board((card,), actions=_actions(editor, now.id, newest, moved=moved))


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
