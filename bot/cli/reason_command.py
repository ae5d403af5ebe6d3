"""usher reason: what a board's reason says, topic by topic, in its own words."""

from argparse import Namespace

from bot.cli.batch import Row, RowShape, answer_file, written
from bot.cli.error_lines import UsageError
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.official.named_topics import NamedTopics
from knowledge.official.reason_reader import read_reason

RATED = RowShape('{"board": "MPA", "code": "PG-13", "reason": "some violence"}', ("board", "code", "reason"))


def reason(given: Namespace) -> int:
    """Reads it. Raises UsageError where a board, a code or a reason is missing or unknown."""
    if given.batch:
        return answer_file(given.batch, reason_row, RATED)
    if not given.reason:
        raise UsageError(
            "give a board, its code and its reason, as MPA PG-13 some violence; or a file with --batch"
        )
    told = (*_known(given.board, given.code), " ".join(given.reason))
    print(written(reason_row(*told), indent=2) if given.json else _said(read_reason(*told)))
    return 0


def _known(board: str, code: str) -> tuple[str, str]:
    """The board and its code as they are written, however they were typed. Raises UsageError."""
    known = read_vocabulary().boards
    boards = {one.casefold(): one for one in known}
    if (found := boards.get(board.casefold())) is None:
        raise UsageError(f"there is no board {board}; these are there: {', '.join(known)}")
    codes = {one.casefold(): one for one in known[found].codes}
    if code.casefold() not in codes:
        raise UsageError(f"{found} has no code {code}; it has {', '.join(codes.values())}")
    return found, codes[code.casefold()]


def reason_row(board: str, code: str, text: str) -> Row:
    """{"topics", "themes", "unread"}."""
    named = read_reason(board, code, text)
    return {
        "topics": {
            topic: {"level": said.level.value, "words": said.words} for topic, said in named.topics.items()
        },
        "themes": list(named.themes),
        "unread": list(named.unread),
    }


def _said(named: NamedTopics) -> str:
    topics = read_vocabulary().topics
    lines = [f"{topics[topic].name}: {said.level} ({said.words})" for topic, said in named.topics.items()]
    lines += [f"No topic of the guide: {words}" for words in named.themes]
    lines += [f"Not read: {words}" for words in named.unread]
    return "\n".join(lines) or "The board names nothing."
