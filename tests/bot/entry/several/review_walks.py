"""What two people do with reviews, each about one of two films, from a scene to what is seen in the end."""

from tests.bot.entry.several.scenes import Side
from tests.bot.entry.several.walks import Walk
from tests.bot.seen import Seen
from tests.bot.server.reviews.acts import PARENT, adds, writes


async def card(at: Side) -> Seen:
    """A film's card."""
    return await at.person.slash("movie", title=at.about)


async def written(at: Side) -> Seen:
    """What they read when they have written a review."""
    return await writes(at.person, at.about)


async def mine(at: Side) -> Seen:
    """All that they wrote."""
    await written(at)
    return await at.person.slash("review mine")


async def told(at: Side) -> Seen:
    """What is said of a film of which somebody else wrote."""
    writer = at.world.person(f"family at {at.about}")
    await adds(writer, await writes(writer, at.about), text=f"Of {at.name}.")
    return await at.person.slash("reviews", title=at.about)


async def held(at: Side) -> Seen:
    """All that waits for a moderator, of which one is of their film."""
    writer = at.world.person(f"family at {at.about}")
    await adds(writer, await writes(writer, at.about), text="My son Max hid.")
    return await at.person.slash("moderate reviews")


async def barred(at: Side) -> Seen:
    """All who may write no reviews, of whom they barred one."""
    writer = at.world.person(f"family at {at.about}")
    await adds(writer, await writes(writer, at.about), text="My son Max hid.")
    listed = await at.person.slash("moderate reviews")
    (own,) = (one["value"] for one in listed.menus[0]["options"] if one["label"] == at.name)
    form = await at.person.opens(await at.person.chooses(listed, own), "Bar the writer")
    await at.person.sends(form, why=at.name)
    return await at.person.slash("moderate barred")


async def no_bar(at: Side, seen: Seen) -> str:
    """Who may write again."""
    return at.name if at.name not in seen.text else "still barred"


WHY, SAYS, TEXT = {"why": "Of *"}, {"says": "Of *"}, {"text": "Of *"}
REVIEW_WALKS = (
    Walk(card, ("card review", "button review_form", "form review_sent"), PARENT),
    Walk(written, ("button review_more", "form review_told"), TEXT),
    Walk(written, ("button review_delete", "button review_deleted")),
    Walk(mine, ("menu review_mine", "button review_delete")),
    Walk(told, ("button reviews_read", "button review_helpful")),
    Walk(told, ("button reviews_read", "button review_unhelpful")),
    Walk(told, ("button reviews_read", "button review_wrong", "form review_wrong_sent"), SAYS),
    Walk(held, ("menu review_open", "button review_show")),
    Walk(held, ("menu review_open", "button review_spoils", "button review_past")),
    Walk(held, ("menu review_open", "button review_hide", "form review_taken"), WHY),
    Walk(held, ("menu review_open", "button review_remove", "form review_taken"), WHY),
    Walk(held, ("menu review_open", "button review_bar", "form review_barred"), WHY),
    Walk(barred, ("menu review_unbar",), outcome=no_bar),
)
