"""Forms that could not be taken now, to be sent again with one press."""

from collections import OrderedDict
from dataclasses import dataclass
from secrets import token_hex

from bot.errors import LONGEST_SHOWN
from bot.ui.actions import Action, Verb
from bot.ui.card import Accent, Button, ButtonStyle, Card
from bot.ui.markdown import escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases

MOST = 500


@dataclass(frozen=True, slots=True)
class UnsentForm:
    """What somebody sent and nobody could take, and in which server; None for a direct message."""

    server: int | None
    who: int
    action: Action


class RetryForms:
    """Each form by an id of its own, which its button has. In memory; the message shows the text as well."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, UnsentForm] = OrderedDict()

    def keep(self, server: int | None, who: int, action: Action) -> str:
        """Remembers it until it is sent again; by which id."""
        which = token_hex(8)
        self._kept[which] = UnsentForm(server, who, action)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return which

    def take(self, server: int | None, who: int, which: str) -> Action | None:
        """What this person sent in this server; None where it is not known any more."""
        kept = self._kept.get(which)
        if kept is None or (kept.server, kept.who) != (server, who):
            return None
        return self._kept.pop(which).action

    def forget(self, who: int) -> None:
        """Forgets all of a person's."""
        for which in [which for which, kept in self._kept.items() if kept.who == who]:
            del self._kept[which]


def retry_message(action: Action, which: str, why: str, say: Phrases) -> Message:
    """Says why, shows what was typed, and offers to send it again."""
    again = Button(say("unsent.again"), Action(Verb.SEND_AGAIN, detail=which), ButtonStyle.MAIN)
    lines = (why, say("unsent.kept"), f"> {escape(action.typed, LONGEST_SHOWN)}")
    return Message((Card(None, lines, accent=Accent.UNKNOWN),), buttons=(again,))
