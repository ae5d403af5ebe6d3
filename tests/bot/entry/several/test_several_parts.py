"""Two people at once at the form of every part that an entry has."""

import pytest

from knowledge.curation.sections import SECTIONS
from tests.bot.conftest import NewBot
from tests.bot.entry.several.walks import FILMS
from tests.bot.pretend import World

ONE_OF_MANY = {"finding": "finding.sex", "rating": "rating.MPA", "voice": "voice.new"}
TEXT = 4
"""The type of a text in a form."""


def typed_about(movie: str) -> str:
    return f"Seen in {FILMS[movie]}"


@pytest.mark.parametrize("kind", SECTIONS)
async def test_two_forms_of_a_part_that_are_open_at_once_are_not_mixed_up(
    world: World, new_bot: NewBot, kind: str
) -> None:
    people = dict(zip(FILMS, (world.moderator(), world.moderator("second")), strict=True))
    forms = {
        movie: await person.chooses_to_fill(
            await person.slash("entry edit", title=movie), ONE_OF_MANY.get(kind, kind)
        )
        for movie, person in people.items()
    }
    await world.restart(bot := new_bot())
    for movie, form in forms.items():
        texts = [name for name, control in form.controls.items() if control["type"] == TEXT]
        assert texts
        seen = await people[movie].sends(form, **dict.fromkeys(texts, typed_about(movie)))
        assert seen.heading == f"### {FILMS[movie]}"
    for movie, person in people.items():
        draft = str(await bot.resources.drafts.get(world.here, person.actor.id, movie))
        assert [typed_about(one) in draft for one in FILMS] == [one == movie for one in FILMS]
