"""A review as moderators see it: why it waits, what is said of it, and all that can be done about it."""

from collections.abc import Iterable

from bot.server.reviews.review_lines import stored_lines
from bot.ui.actions import Action, ActionVerb
from bot.ui.card import Accent, Button, ButtonStyle, Card
from bot.ui.markdown import COMMA, Markdown, escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases
from knowledge.storage.review_decisions import ReviewReport
from knowledge.storage.reviews import ReviewState, StoredReview


class QueueVerb(ActionVerb):
    """What moderators do about a review; its message is made by several features."""

    SHOW = "review_show"
    HIDE = "review_hide"
    REMOVE = "review_remove"
    TAKEN_DOWN = "review_taken"
    SPOILS = "review_spoils"
    PAST = "review_past"
    BAR = "review_bar"
    BARRED = "review_barred"


def queue_message(
    found: StoredReview, heading: str, say: Phrases, reports: Iterable[ReviewReport] = ()
) -> Message:
    """One review, with the reasons first."""
    reported = list(reports)
    lines = (
        say(f"review_state.{found.state}"),
        *waits_for(found, say),
        *(_said(one, say) for one in reported),
        *([say("moderate.by", who=Markdown(f"<@{found.who}>"))] if found.who else []),
        *stored_lines(found, say),
    )
    return Message(
        (Card(heading, lines, accent=Accent.CARE),), buttons=_buttons(found, say, reported=bool(reported))
    )


def waits_for(found: StoredReview, say: Phrases) -> list[Markdown]:
    """Why it waits, in a row."""
    why = COMMA.join(say(f"held.{one}") for one in found.held_for)
    return [say("moderate.waits", why=why)] if why else []


def _said(one: ReviewReport, say: Phrases) -> Markdown:
    who = Markdown(f"<@{one.who}>") if one.who else say("history.former")
    return say("moderate.report", who=who, says=escape(one.says))


def _buttons(found: StoredReview, say: Phrases, *, reported: bool) -> tuple[Button, ...]:
    movie, number, shown = found.movie, str(found.id), found.state is ReviewState.SHOWN
    label = say("moderate.leave" if shown else "moderate.show")
    show = Button(label, Action(QueueVerb.SHOW, movie, number), ButtonStyle.GOOD)
    spoils = Button(say("moderate.spoils"), Action(QueueVerb.SPOILS, movie, number))
    hide = Button(say("moderate.hide"), Action(QueueVerb.HIDE, movie, number))
    remove = Button(say("moderate.remove"), Action(QueueVerb.REMOVE, movie, number), ButtonStyle.GRAVE)
    past = Button(say("moderate.past"), Action(QueueVerb.PAST, movie, number))
    bar = Button(say("moderate.bar"), Action(QueueVerb.BAR, movie, number), ButtonStyle.GRAVE)
    return (
        *(() if shown and not reported else (show,)),
        *(() if found.review.spoils or not found.review.told else (spoils,)),
        *(() if found.state is ReviewState.HIDDEN else (hide,)),
        *(() if found.state is ReviewState.REMOVED else (remove,)),
        *((past, bar) if found.who else ()),
    )
