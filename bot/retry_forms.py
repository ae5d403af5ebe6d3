"""Forms that could not be taken now, to be sent again with one press."""

from collections import OrderedDict
from dataclasses import dataclass
from secrets import token_hex

from bot.ui.actions import Order
from bot.ui.card import Card, Mood
from bot.ui.markdown import escape
from bot.ui.message import Action, Board, Look
from bot.ui.phrases import Phrases

MOST = 500
LONGEST_SHOWN = 1500


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody sent in vain, and in which server; None for a direct message."""

    server: int | None
    who: int
    order: Order


class Unsent:
    """Each form by an id of its own, which its button has. In memory; the message shows the text as well."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def keep(self, server: int | None, who: int, order: Order) -> str:
        """Remembers it until it is sent again; by which id."""
        which = token_hex(8)
        self._kept[which] = Kept(server, who, order)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return which

    def take(self, server: int | None, who: int, which: str) -> Order | None:
        """What this person sent in this server; None where it is not known any more."""
        kept = self._kept.get(which)
        if kept is None or (kept.server, kept.who) != (server, who):
            return None
        return self._kept.pop(which).order

    def forget(self, who: int) -> None:
        """Forgets all of a person's."""
        for which in [which for which, kept in self._kept.items() if kept.who == who]:
            del self._kept[which]


def unsent_board(order: Order, which: str, why: str, say: Phrases) -> Board:
    """Says why, shows what was typed, and offers to send it again."""
    again = Action(say("unsent.again"), Order("again", rest=which), Look.MAIN)
    lines = (why, say("unsent.kept"), f"> {escape(order.typed, LONGEST_SHOWN)}")
    return Board((Card(None, lines, mood=Mood.UNKNOWN),), actions=(again,))
