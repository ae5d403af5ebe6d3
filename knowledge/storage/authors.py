"""Who wrote something, also when their name was deleted: then who it cannot have been. Pure; no database."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote it; None for a former member, of whom at most a mark is left."""

    who: int | None
    mark: int | None = None

    def may_be(self, person: int) -> bool:
        """Whether it was this person, or nobody can say that it was not."""
        if self.who is not None:
            return self.who == person
        return self.mark is None or self.mark == mark_of(person)


def mark_of(person: int) -> int:
    """0 to 255. One person in 256 has the same: it tells others from this person and leads to nobody."""
    return sha256(str(person).encode()).digest()[0]
