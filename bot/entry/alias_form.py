"""The form for another name of a film."""

from bot.ui.actions import Action
from bot.ui.message import Option
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases

LONGEST_WHY = 500
NICKNAME = "nickname"
KINDS = ("translation", "original", NICKNAME)
LONGEST_NAME = 120


def alias_form(movie: str, name: str, say: Phrases) -> Form:
    """Asks for the name, what kind it is, and why."""
    kinds = tuple(Option(say(f"alias.{kind}"), kind) for kind in KINDS)
    name_field = Field(
        "name",
        FieldKind.LINE,
        say("alias.name"),
        "",
        (name,) if name else (),
        required=True,
        most=LONGEST_NAME,
    )
    why = Field("why", FieldKind.TEXT, say("publish.why"), "", required=True, most=LONGEST_WHY)
    kind = Field("kind", FieldKind.RADIO, say("alias.kind"), "", (NICKNAME,), kinds, required=True)
    language = Field("language", FieldKind.LINE, say("alias.language"), say("alias.language_hint"), most=20)
    return Form(say("alias.form"), Action("alias_sent", movie), (name_field, kind, language, why))
