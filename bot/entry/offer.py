"""/entry offer: a server's entry, offered to the shared guide. The operator's side: offers.py."""

from bot.entry.history_messages import history_button, offered_message
from bot.entry.session import ModeratorSession
from bot.server.notifications import tell_operators
from bot.ui.phrases import ENGLISH
from knowledge.storage.offers import offer
from knowledge.storage.revisions import SHOWN, current


async def offer_entry(editor: ModeratorSession, movie: str) -> None:
    """Offers the entry as the server shows it now, and tells the person who runs the bot."""
    storage, say = editor.bot.storage, editor.say
    now = await storage.read(current, editor.server, movie)
    if now is None:
        await editor.tell(say("refused.no_entry"))
    elif now.life not in SHOWN:
        await editor.tell(say("offer.not_shown"), actions=(history_button(movie, say),))
    elif made := await storage.save(offer, editor.server, movie, now.number, editor.who):
        await editor.tell(say("offer.made"))
        guild, english = editor.interaction.guild, editor.bot.replier(None).say(ENGLISH)
        board = offered_message(now.entry.heading, made.id, guild.name if guild else "", editor.who, english)
        await tell_operators(editor.bot, board)
    else:
        await editor.tell(say("offer.waits"))
