"""A card as a value: what is said and what can be pressed. How Discord draws it is view's work."""

from dataclasses import dataclass, field, replace
from enum import Enum

from bot.ui.phone import fit_height, height
from knowledge.questions import Question


class Accent(Enum):
    """The colour of a card's edge."""

    PLAIN = 0x5B6C8F
    YES = 0x3B8A5A
    CARE = 0xC98A1B
    NO = 0xB5483A
    UNKNOWN = 0x7A7A7A


class Does(Enum):
    """What pressing a button does."""

    ANSWER = "a"
    """Answers the question it carries, to the presser alone."""
    SHARE = "s"
    """Answers the question it carries, for all to see."""
    GLANCE = "g"
    """Shows its film at a glance, for all to see."""
    ASK = "q"
    """Opens the form for a question about its film."""
    AGE = "y"
    """Opens the form for the ages of the children."""
    WRONG = "w"
    """Opens the form that says what is wrong with its film's entry."""
    MORE = "m"
    """Answers the question it carries at full length, to the presser alone."""
    SOURCES = "c"
    """Shows where the answer comes from, to the presser alone."""
    NOTIFY = "n"
    """Asks to be told in this channel when its film, else the one of its words, has a guide."""
    NONE = "o"
    """None of the films that were offered for its words is the one that was meant."""
    WRITE = "e"
    """Begins the entry of its film, for moderators."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button: its label, and the question it carries."""

    label: str
    does: Does
    question: Question
    main: bool = False
    language: str = ""
    """In which to answer, where it is not that of the presser."""


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
    presses: tuple[Press, ...] = ()
    links: tuple[Link, ...] = ()
    accent: Accent = Accent.PLAIN
    missed: str | None = None
    """A title that was asked for and that has no guide here."""
    private: bool = field(default=False)
    """Whether it speaks of a child's age, which only the asker should see."""

    def noting(self, *lines: str) -> "Card":
        """The card with these small lines put before its others."""
        return replace(self, small=(*lines, *self.small))

    def offering(self, *presses: Press) -> "Card":
        """The card with these buttons after its own."""
        return replace(self, presses=(*self.presses, *presses))

    def speaking(self, language: str) -> "Card":
        """The card with buttons that answer in this language."""
        return replace(self, presses=tuple(replace(press, language=language) for press in self.presses))

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
