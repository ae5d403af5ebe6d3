"""How a review is said: who, from which age, stars, its words with spoilers hidden, and what stands out."""

from bot.ui.markdown import APART, COMMA, Markdown, escape
from bot.ui.phrases import Phrases
from bot.ui.reviewer_name import reviewer_name
from bot.ui.stars import stars_of
from knowledge.reviews.review import Flag, Review
from knowledge.storage.reviews import StoredReview

ROOM = 950
"""Characters for the words of one review, marks included."""


def author(review: Review, who: int | None, say: Phrases) -> Markdown:
    """*A parent of a 9-year-old*; by name only where the writer wants that."""
    told = reviewer_name(review, say)
    return say("review.named", name=Markdown(f"<@{who}>"), who=told) if review.named and who else told


def review_lines(review: Review, who: int | None, say: Phrases) -> list[Markdown]:
    """All that it says."""
    age = review.suits_from
    suits = say("review.suits", age=age) if age else say("review.suits_all")
    lines = [say("review.head", who=author(review, who, say), suits=suits, stars=stars_of(review.stars))]
    if review.told:
        lines.append(words_of(review, say))
    if levels := _levels(review, say):
        lines.append(levels)
    for praises in (False, True):
        if flags := [flag for flag in review.flags if flag.praises is praises]:
            lines.append(flags_line(flags, say))
    return lines


def stored_lines(found: StoredReview, say: Phrases) -> list[Markdown]:
    """The same of one that is kept."""
    return review_lines(found.review, found.who, say)


def words_of(review: Review, say: Phrases) -> Markdown:
    """Heading and text, behind a spoiler mark where they give the plot away."""
    head = [say("review.heading", heading=escape(review.heading))] if review.heading else []
    told = Markdown(" ").join([*head, *([_fitted(review.text)] if review.text else [])])
    return say("review.spoiler", text=told) if review.spoils else say("review.text", text=told)


def flags_line(flags: list[Flag], say: Phrases) -> Markdown:
    """What stands out, in a row."""
    return say("review.flags", flags=APART.join(say(f"flag.{flag}") for flag in flags))


def _levels(review: Review, say: Phrases) -> Markdown | None:
    told = [
        say("review.level", topic=say(f"levelled.{flag}"), level=say(f"level.{level}"))
        for flag, level in review.levels.items()
    ]
    return say("review.levels", levels=COMMA.join(told)) if told else None


def _fitted(text: str) -> Markdown:
    """As much of a text as has room when it is escaped; signs that are marks take two."""
    whole = escape(text, ROOM)
    return whole if len(whole) <= ROOM else escape(text, ROOM // 2)
