"""What boards and families say of topics that a draft leaves open, as moderators read it and may take it."""

from collections.abc import Iterable

from bot.film.fragments import in_a_row
from bot.ui.markdown import APART, Markdown, escape
from bot.ui.phrases import Phrases
from knowledge.curation.hints import BoardHint, FamilyHint, Hint, HintWords
from knowledge.vocabulary import Vocabulary


def hint_lines(hints: Iterable[Hint], say: Phrases) -> tuple[str, ...]:
    """All of them in a line; none where there is nothing."""
    told = [
        Markdown(f"{escape(in_a_row(say.topic(one.topic, one.topic), say))} ({escape(hint_text(one, say))})")
        for one in hints
    ]
    return (say("hint.line", hints=APART.join(told)),) if told else ()


def hint_text(hint: Hint, say: Phrases) -> str:
    """Such as *MPA: moderate*, beside the field of the topic."""
    level = say(f"level.{hint.level.value}")
    match hint:
        case BoardHint(board=board):
            return say.label("hint.board", board=board, level=level)
        case FamilyHint(who=who, count=count, total=total):
            group = say(f"voice.{who}", count=total)
            return say.label("hint.families", count=count, group=group, level=level)


def hint_words(hint: Hint, vocabulary: Vocabulary, say: Phrases) -> HintWords:
    """The sentence and the source that the entry gets, in the server's language."""
    match hint:
        case BoardHint(board=board, words=words):
            known = vocabulary.boards.get(board)
            named = say.label(
                "hint.says_board_words" if words else "hint.says_board", board=board, words=words
            )
            source = say.label("hint.source_board", board=board)
            link = f" | {known.url}" if known and known.url.startswith("https://") else ""
            return HintWords(named, f"{source}{link}", say.label("hint.inferred"))
        case FamilyHint():
            return HintWords(f"{hint_text(hint, say)}.", say.label("hint.source_families"))
