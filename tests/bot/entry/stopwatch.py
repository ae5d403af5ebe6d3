"""A stopwatch in presses: what somebody must do to get something done."""

from typing import Any

from tests.bot.pretend import Person, World
from tests.bot.seen import Opened, Seen


class Stopwatch(Person):
    """A moderator whose acts and forms are counted.

    An act is a command, a button or a line of a menu. A form belongs to the act that opens it; to send it is
    one more press.
    """

    def __init__(self, world: World, name: str = "moderator") -> None:
        super().__init__(world, world.moderator(name).actor)
        self.acts = 0
        self.forms = 0

    @property
    def count(self) -> tuple[int, int]:
        """Acts and forms; every form is a press more."""
        return self.acts, self.forms

    async def slash(self, name: str, /, **options: Any) -> Seen:
        self.acts += 1
        return await super().slash(name, **options)

    async def slash_opens(self, name: str, /, **options: Any) -> Opened:
        self.acts += 1
        return await super().slash_opens(name, **options)

    async def presses(self, seen: Seen, label: str) -> Seen:
        self.acts += 1
        return await super().presses(seen, label)

    async def opens(self, seen: Seen, label: str) -> Opened:
        self.acts += 1
        return await super().opens(seen, label)

    async def chooses(self, seen: Seen, value: str, menu: int = 0) -> Seen:
        self.acts += 1
        return await super().chooses(seen, value, menu)

    async def chooses_to_fill(self, seen: Seen, value: str) -> Opened:
        self.acts += 1
        return await super().chooses_to_fill(seen, value)

    async def sends(self, form: Opened, **values: Any) -> Seen:
        self.forms += 1
        return await super().sends(form, **values)
