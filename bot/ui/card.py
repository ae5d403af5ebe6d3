"""A card as a value: what is said and what can be pressed. How Discord draws it: message_view.py."""

from dataclasses import dataclass, field, replace
from enum import Enum

from bot.ui.actions import Action, Verb
from bot.ui.phone import fit_height, height
from knowledge.questions import Question


class Accent(Enum):
    """The colour of a card's edge."""

    PLAIN = 0x5B6C8F
    YES = 0x3B8A5A
    CARE = 0xC98A1B
    NO = 0xB5483A
    UNKNOWN = 0x7A7A7A


class ButtonStyle(Enum):
    """The colour of a button, by Discord's name for it."""

    PLAIN = "secondary"
    MAIN = "primary"
    GOOD = "success"
    GRAVE = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button: its label, and what pressing it does."""

    label: str
    action: Action
    style: ButtonStyle = ButtonStyle.PLAIN


def question_button(
    label: str, verb: Verb, question: Question, style: ButtonStyle = ButtonStyle.PLAIN
) -> Button:
    """A button that does something with a question."""
    return Button(label, Action.about(verb, question), style)


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens a page in the person's browser; nothing is fetched by us."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """One message. Text is Discord markdown, already escaped."""

    heading: str | None
    """*Title (Year)*, with which every reply about a film begins."""
    lines: tuple[str, ...]
    """The answer stands in the first."""
    small: tuple[str, ...] = ()
    """Sources and how the question was understood."""
    buttons: tuple[Button, ...] = ()
    links: tuple[Link, ...] = ()
    accent: Accent = Accent.PLAIN
    goes_on: Question | None = None
    """What *More* asks, where it asks for others and not for all of these."""
    missed: str | None = None
    """A title that was asked for and that has no guide here."""
    private: bool = field(default=False)
    """Whether it speaks of a child's age, which only the asker should see."""

    def noting(self, *lines: str) -> "Card":
        """The card with these small lines put before its others."""
        return replace(self, small=(*lines, *self.small))

    def offering(self, *buttons: Button) -> "Card":
        """The card with these buttons after its own."""
        return replace(self, buttons=(*self.buttons, *buttons))

    def speaking(self, language: str) -> "Card":
        """The card with buttons that answer in this language."""
        actions = (replace(one.action, language=language) for one in self.buttons)
        buttons = (replace(one, action=action) for one, action in zip(self.buttons, actions, strict=True))
        return replace(self, buttons=tuple(buttons))

    def cut_to(self, lines: int) -> "Card":
        """The card at most so tall; its last lines go first, never its heading, first line or small print."""
        beside = height([*self._head, *self.small])
        first, *others = self.lines
        kept = fit_height(others, lines - beside - height([first]))
        return replace(self, lines=(first, *kept))

    @property
    def height(self) -> int:
        """In lines on a phone."""
        return height([*self._head, *self.lines, *self.small])

    @property
    def _head(self) -> list[str]:
        return [self.heading] if self.heading else []

    @property
    def text(self) -> str:
        """All that is said, as it would be read aloud."""
        return "\n".join([*self._head, *self.lines, *self.small])
