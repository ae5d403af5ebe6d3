"""Very many texts in little memory: one after another as bytes, each with an end of line."""

from array import array
from collections.abc import Sequence

import numpy as np

from knowledge.titles.index.arrays import U8, U32, U64, head


class PackedTexts:
    """Texts that are added and read by their number; a list of them would take three times the memory."""

    def __init__(self) -> None:
        self._blob, self._ends = bytearray(), array("I", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def append(self, text: str) -> None:
        """Add one."""
        self._blob += text.encode()
        self._blob += b"\n"
        self._ends.append(len(self._blob))

    def at(self, number: int) -> str:
        """The text of that number, from 0."""
        return self._blob[self._ends[number] : self._ends[number + 1] - 1].decode()

    def arrays(self) -> tuple[U8, U32]:
        """All of them as an index keeps them: the bytes and the ends. Nothing can be added afterwards."""
        return np.frombuffer(self._blob, np.uint8), np.frombuffer(self._ends, np.uint32)


def pack(texts: Sequence[str]) -> tuple[U8, U32]:
    """Texts, each with an end of line, as one blob with their ends."""
    parts = [f"{text}\n".encode() for text in texts]
    ends = np.zeros(len(parts) + 1, np.uint32)
    np.cumsum([len(part) for part in parts], out=ends[1:])
    return np.frombuffer(b"".join(parts), np.uint8), ends


def heads(texts: Sequence[str]) -> U64:
    """The first eight bytes of each text as one number, which sorts as the texts do."""
    return np.array([head(text) for text in texts], np.uint64)
