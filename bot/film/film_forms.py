"""The two forms that open from a film's card: ask anything about it, and the ages of the children."""

from bot.ui.actions import Action
from bot.ui.limits import CHOICE_NAME, QUESTION
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases

LINE = "line"
"""The field of both."""


def ask_form(movie: str, say: Phrases) -> Form:
    """Asks for a question about this film; without one about any."""
    return _form("ask", Action("asked", movie), QUESTION, say)


def age_form(movie: str, say: Phrases) -> Form:
    """Asks for ages."""
    return _form("age", Action("aged", movie), CHOICE_NAME, say)


def _form(kind: str, action: Action, most: int, say: Phrases) -> Form:
    label, example = say(f"form.{kind}_label"), say(f"form.{kind}_hint")
    line = Field(LINE, FieldKind.LINE, label, example=example, required=True, most=most)
    return Form(say(f"form.{kind}_title"), action, (line,))
