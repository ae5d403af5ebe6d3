"""The form for a pasted review page: a field holds 4,000 characters at most, so there are four."""

from bot.ui.actions import Action
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases

PARTS = ("page_1", "page_2", "page_3", "page_4")


def page_form(say: Phrases) -> Form:
    """Asks for the page, from its first line on."""
    first, *others = PARTS
    fields = (
        Field(first, FieldKind.TEXT, say("paste.first"), say("paste.hint"), required=True),
        *(Field(name, FieldKind.TEXT, say("paste.more")) for name in others),
    )
    return Form(say("paste.form"), Action("page_sent"), fields)


def pasted_page(action: Action) -> str:
    """The whole page again."""
    return "\n".join(text for name in PARTS if (text := action.one(name)))
