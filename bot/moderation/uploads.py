"""What a file would change, remembered until the moderator confirms it or uploads another."""

from collections import OrderedDict
from dataclasses import dataclass

from knowledge.curation.comparing import Proposed

MOST_WAITING = 50
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Upload:
    """The entries of one file, and the revision that each of them would change."""

    proposed: tuple[Proposed, ...]
    based_on: dict[str, int]

    @property
    def changing(self) -> tuple[Proposed, ...]:
        """Those that are not there already, as they are."""
        return tuple(one for one in self.proposed if one.differences)


class Uploads:
    """The last upload of each person in each server. In memory: the file itself is still with them."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[Key, Upload] = OrderedDict()

    def put(self, server: int, who: int, upload: Upload) -> None:
        """In place of the one before."""
        self._waiting[server, who] = upload
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)

    def get(self, server: int, who: int) -> Upload | None:
        """The one that waits, or None."""
        return self._waiting.get((server, who))

    def forget(self, who: int) -> None:
        """Forgets a person's, in all servers."""
        for key in [key for key in self._waiting if key[1] == who]:
            del self._waiting[key]

    def drop(self, server: int, who: int) -> None:
        """It was done."""
        self._waiting.pop((server, who), None)
