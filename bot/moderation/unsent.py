"""Forms that could not be kept because the database was away, to be sent again with one press."""

from collections import OrderedDict

from bot.cards.board import Action, Board, Look
from bot.cards.card import Card, Mood
from bot.cards.orders import Order
from bot.cards.phrases import Phrases
from bot.cards.quoting import quoted

MOST = 500
LONGEST_SHOWN = 1500
Key = tuple[int, str, str]


class Unsent:
    """What people sent in vain, by person. In memory; the message shows the text as well."""

    def __init__(self) -> None:
        self._orders: OrderedDict[Key, Order] = OrderedDict()

    def keep(self, who: int, order: Order) -> None:
        """Remembers it until it is sent again."""
        self._orders[who, order.verb, order.movie] = order
        while len(self._orders) > MOST:
            self._orders.popitem(last=False)

    def take(self, who: int, verb: str, movie: str) -> Order | None:
        """What this person sent, or None where it is not known any more."""
        return self._orders.pop((who, verb, movie), None)

    def forget(self, who: int) -> None:
        """Forgets all of a person's."""
        for key in [key for key in self._orders if key[0] == who]:
            del self._orders[key]


def unsent_board(order: Order, say: Phrases) -> Board:
    """Says so, shows what was typed, and offers to send it again."""
    typed = " · ".join(" ".join(values) for values in order.values.values() if values)
    again = Action(say("unsent.again"), Order("again", order.movie, order.verb), Look.MAIN)
    lines = (say("error.away"), say("unsent.kept"), f"> {quoted(typed, LONGEST_SHOWN)}")
    return Board((Card(None, lines, mood=Mood.UNKNOWN),), actions=(again,))
