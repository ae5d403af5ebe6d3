"""/entry offer: a server's entry, offered to the shared guide. The operator's side: offers.py."""

from bot.entry.history_messages import history_button, offered_message
from bot.entry.session import ModeratorSession
from bot.server.notifications import tell_operators
from bot.ui.phrases import ENGLISH
from knowledge.storage.offers import offer
from knowledge.storage.revisions import SHOWN, current


async def offer_entry(session: ModeratorSession, movie: str) -> None:
    """Offers the entry as the server shows it now, and tells the person who runs the bot."""
    storage, say = session.bot.storage, session.say
    now = await storage.read(current, session.server, movie)
    if now is None:
        await session.tell(say("refused.no_entry"))
    elif now.life not in SHOWN:
        await session.tell(say("offer.not_shown"), actions=(history_button(movie, say),))
    elif made := await storage.save(offer, session.server, movie, now.number, session.who):
        await session.tell(say("offer.made"))
        guild, english = session.interaction.guild, session.bot.replier(None).say(ENGLISH)
        message = offered_message(
            now.entry.heading, made.id, guild.name if guild else "", session.who, english
        )
        await tell_operators(session.bot, message)
    else:
        await session.tell(say("offer.waits"))
