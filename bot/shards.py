"""Which part of the servers a process serves. Discord deals them out to shards by their ids."""

import re
from dataclasses import dataclass

FORM = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?/(\d{1,5})")
MOST_SHARDS = 16_384
SERVER_BITS = 22
"""Below them Discord finds a server's shard: https://discord.com/developers/docs/events/gateway#sharding"""


@dataclass(frozen=True, slots=True)
class Shards:
    """Some of so many shards."""

    ids: tuple[int, ...]
    count: int

    def serves(self, server: int) -> bool:
        """Whether a server, by its id, falls to one of them."""
        return (server >> SERVER_BITS) % self.count in self.ids

    @classmethod
    def read(cls, text: str) -> "Shards":
        """Reads `0-15/64`: shards 0 to 15 of 64; or `3/64`, one alone. ValueError."""
        found = FORM.fullmatch(text.strip())
        first, last, count = (int(part or found[1]) for part in found.groups()) if found else (0, 0, 0)
        if not (first <= last < count <= MOST_SHARDS):
            raise ValueError(
                f"write shards as 0-15/64: the first and the last of how many, {MOST_SHARDS} at most"
            )
        return cls(tuple(range(first, last + 1)), count)
