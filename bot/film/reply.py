"""What to send, and how it differs by who sees it: it is drawn once for each way in which it is shown."""

from dataclasses import dataclass, field, replace
from enum import Enum

from bot.ui.actions import Verb
from bot.ui.age_chart import AgeChart
from bot.ui.card import Button, Card
from bot.ui.message import Message
from bot.ui.message_view import KeptView, message_view
from knowledge.questions import Question


class Place(Enum):
    """Where it is shown, by what cannot be pressed there."""

    SERVER = frozenset[Verb]()
    DIRECT = frozenset({Verb.REPORT, Verb.BEGIN_FILM, Verb.REVIEW})
    """A direct message: a wish is kept there for a film that is known, never as typed."""
    ELSEWHERE = frozenset({Verb.REPORT, Verb.BEGIN_FILM, Verb.REVIEW, Verb.NOTIFY})
    """Where no moderators hear of faults and wishes, and nobody can be told of a guide."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Where it is shown, and to whom."""

    place: Place
    hidden: bool = False
    """To the asker alone; what all see need not be shared."""
    writes: bool = False
    """To one who may write a guide."""

    def shows(self, button: Button) -> bool:
        """Whether this can be pressed there."""
        action = button.action
        if self.place is Place.DIRECT and action.verb is Verb.NOTIFY and not action.movie:
            return False
        left_off = self.place.value
        return action.verb not in left_off and self._is_theirs(action.verb)

    def _is_theirs(self, verb: object) -> bool:
        return (self.hidden or verb is not Verb.SHARE) and (self.writes or verb is not Verb.BEGIN_FILM)


@dataclass(frozen=True, slots=True)
class Reply:
    """What to send, and the film that was spoken of, if one was certain."""

    cards: tuple[Card, ...]
    film: str | None = None
    question: Question | None = None
    """The question that was answered, so that it can be asked again of another film."""
    chart: AgeChart | None = None
    """A picture that belongs below the cards."""
    _drawn: dict[Showing, KeptView] = field(
        default_factory=dict[Showing, KeptView], init=False, repr=False, compare=False
    )

    def view(self, showing: Showing) -> KeptView:
        """As Discord is told; what many ask is drawn once."""
        view = self._drawn.get(showing)
        if view is None:
            view = self._drawn[showing] = KeptView(message_view(Message(self.shown_as(showing))))
        return view

    def shown_as(self, showing: Showing) -> tuple[Card, ...]:
        """The cards with the buttons that can be pressed there."""
        return tuple(
            replace(card, buttons=tuple(one for one in card.buttons if showing.shows(one)))
            for card in self.cards
        )

    def speaking(self, language: str) -> "Reply":
        """The same with buttons that answer in this language; without one, in that of who presses."""
        if not language:
            return self
        return replace(self, cards=tuple(card.speaking(language) for card in self.cards))

    @property
    def in_private(self) -> "Reply":
        """The same for the asker alone."""
        return replace(self, cards=tuple(replace(card, private=True) for card in self.cards))

    @property
    def in_public(self) -> "Reply":
        """The same where all can see it, since the asker wants so."""
        return replace(self, cards=tuple(replace(card, private=False) for card in self.cards))

    @property
    def missed(self) -> str | None:
        """A title that was asked for and has no guide here."""
        return next((card.missed for card in self.cards if card.missed), None)

    @property
    def private(self) -> bool:
        """Whether one of them speaks of a child's age."""
        return any(card.private for card in self.cards)
