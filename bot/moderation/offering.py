"""/entry offer: a server's entry, offered to the shared guide. The operator's side: offers.py."""

from bot.moderation.editor import Editor
from knowledge.storage.offers import offer
from knowledge.storage.revisions import current


async def offer_entry(editor: Editor, movie: str) -> None:
    """Offers the entry as the server shows it now."""
    storage = editor.bot.storage
    now = await storage.read(current, editor.server, movie)
    number = now.number if now else 0
    made = await storage.save(offer, editor.server, movie, number, editor.who) if now else None
    await editor.tell(editor.say("offer.made" if made else "offer.cannot"))
