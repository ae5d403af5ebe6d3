"""What boards and families say of topics that a draft leaves open, as moderators read it and may take it."""

from collections.abc import Iterable

from bot.film.fragments import in_a_row
from bot.ui.markdown import APART, COMMA, Markdown, escape
from bot.ui.phrases import Phrases
from knowledge.curation.hints import BoardHint, FamilyHint, Hint, HintWords, by_topic
from knowledge.vocabulary import Vocabulary


def hint_lines(hints: Iterable[Hint], say: Phrases) -> tuple[str, ...]:
    """All of them in a line; none where there is nothing."""
    told = [
        Markdown(f"{escape(in_a_row(say.topic(topic, topic), say))} ({escape(text)})")
        for topic, text in hint_texts(hints, say).items()
    ]
    return (say("hint.line", hints=APART.join(told)),) if told else ()


def hint_texts(hints: Iterable[Hint], say: Phrases) -> dict[str, str]:
    """All that is said of each topic, beside its field: *MPA: mild, 3 of 4 parents: moderate*."""
    return {topic: COMMA.join(hint_text(one, say) for one in some) for topic, some in by_topic(hints).items()}


def hint_text(hint: Hint, say: Phrases) -> str:
    """Such as *MPA: moderate*."""
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
