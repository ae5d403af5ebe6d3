"""What a file would change, remembered until the moderator confirms it or uploads another."""

from collections import OrderedDict
from dataclasses import dataclass, field
from secrets import token_hex

from knowledge.curation.diff import Proposed
from knowledge.curation.draft import Draft
from knowledge.curation.uploaded import UploadedEntry

MOST_WAITING = 50
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WaitingUpload:
    """The entries of one file, and the revision that each of them would change."""

    proposed: tuple[Proposed, ...]
    based_on: dict[str, int]
    faulty: tuple[UploadedEntry, ...] = ()
    """Those that are not published, with what is wrong."""
    id: str = field(default_factory=lambda: token_hex(8))
    """By which its button knows it: the same file, read again later, may change other things."""

    @property
    def changing(self) -> tuple[Proposed, ...]:
        """Those that are not there already, as they are."""
        return tuple(one for one in self.proposed if one.differences)

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What the others can go on as."""
        return tuple(one.draft for one in self.faulty if one.draft)

    @property
    def is_all_new(self) -> bool:
        """Whether it changes nothing that is there."""
        return all(one.before is None for one in self.changing)


class WaitingUploads:
    """The last upload of each person in each server. In memory: the file itself is still with them."""

    def __init__(self) -> None:
        self._waiting: OrderedDict[Key, WaitingUpload] = OrderedDict()

    def put(self, server: int, who: int, upload: WaitingUpload) -> None:
        """In place of the one before."""
        self._waiting[server, who] = upload
        self._waiting.move_to_end((server, who))
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)

    def get(self, server: int, who: int, which: str) -> WaitingUpload | None:
        """The one of this id; None where another, or none, waits."""
        waiting = self._waiting.get((server, who))
        return waiting if waiting and waiting.id == which else None

    def forget(self, who: int) -> None:
        """Forgets a person's, in all servers."""
        for key in [key for key in self._waiting if key[1] == who]:
            del self._waiting[key]

    def drop(self, server: int, who: int, which: str) -> None:
        """It was done."""
        if self.get(server, who, which):
            del self._waiting[server, who]
