"""The cards for mentions and replies of which Discord gives us no words."""

from bot.ui.actions import Verb
from bot.ui.card import Card, question_button
from bot.ui.markdown import Markdown
from bot.ui.phrases import Phrases
from knowledge.questions import Intent, Question


def hello_card(say: Phrases) -> Card:
    """For an empty mention."""
    return Card(None, (say("reply.mention_hint"),))


def role_card(me: str, say: Phrases) -> Card:
    """For a mention of the role that came with us; `me` is how to mention us."""
    return Card(None, (say("reply.role_hint", me=Markdown(me)),))


def unheard_card(film: str | None, say: Phrases) -> Card:
    """For a reply whose text Discord did not give us: one line, and the button that helps."""
    ask = question_button(say("button.ask"), Verb.ASK, Question(Intent.UNKNOWN, film))
    return Card(None, (say("reply.card_only"),), buttons=(ask,))
