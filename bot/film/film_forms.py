"""The two forms that open from a film's card: ask anything about it, and the ages of the children."""

from bot.ui.actions import Order
from bot.ui.limits import CHOICE_NAME, QUESTION
from bot.ui.modals import Field, Form, Kind
from bot.ui.phrases import Phrases

LINE = "line"
"""The field of both."""


def ask_form(movie: str, say: Phrases) -> Form:
    """Asks for a question about this film; without one about any."""
    return _form("ask", Order("asked", movie), QUESTION, say)


def age_form(movie: str, say: Phrases) -> Form:
    """Asks for ages."""
    return _form("age", Order("aged", movie), CHOICE_NAME, say)


def _form(kind: str, order: Order, most: int, say: Phrases) -> Form:
    label, example = say(f"form.{kind}_label"), say(f"form.{kind}_hint")
    line = Field(LINE, Kind.LINE, label, example=example, required=True, most=most)
    return Form(say(f"form.{kind}_title"), order, (line,))
