"""A title that was asked for in vain: what it was, and the offer to be told when its guide is there."""

from dataclasses import replace

from bot.ui.actions import Verb
from bot.ui.card import Card, question_button
from bot.ui.film_label import label
from bot.ui.phrases import Phrases
from knowledge.answers import Answer, NoGuide, NoSuchFilm
from knowledge.questions import Intent, Question


def with_notify(card: Card, answer: Answer, say: Phrases) -> Card:
    """The card, with the title where the answer has no guide for it."""
    match answer:
        case NoSuchFilm():
            notify = question_button(
                say("button.notify"), Verb.NOTIFY, Question(Intent.UNKNOWN, words=answer.sought)
            )
            return replace(card, missed=answer.sought).offering(notify)
        case NoGuide():
            return replace(card, missed=label(answer.film))
        case _:
            return card
