"""What was learned, read from one file: how common words are, logits, and the weights of the rankers.

The file is packed. In a folder, if one is given, its arrays are kept as they are, to be mapped: that takes a
tenth of the time, and processes share them.
"""

import math
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.kept_file import keep_whole
from knowledge.mapped_array import mapped, save_array

DATA = Path(__file__).with_name("data")
SHIPPED = DATA / "reader.npz"
"""What scripts/learn_reader.py writes."""
FOUND = "reader-{:08x}"
NAMES = "names.txt"
LONGEST_LIST = 65_536
"""Bytes at the end of what is packed, in which the list of its parts stands."""
Table = dict[str, Any]
F32 = NDArray[np.float32]
U32 = NDArray[np.uint32]


def hashed(features: Iterable[str]) -> U32:
    """The features as numbers of 32 bits."""
    return np.array([crc32(each) for each in map(str.encode, features)], np.uint32)


def hashed_in_order(features: Iterable[str]) -> U32:
    """The same, sorted: so they are found in a sorted table in half the time."""
    numbers = hashed(features)
    numbers.sort()
    return numbers


def shares(points: Iterable[float]) -> list[float]:
    """What is said for each of several things, as how likely each is beside the others."""
    listed = list(points)
    top = max(listed)
    raised = [math.exp(each - top) for each in listed]
    total = sum(raised)
    return [each / total for each in raised]


@dataclass(frozen=True, slots=True)
class Logit:
    """ReaderWeights of features for each label, as whole numbers of one size."""

    labels: tuple[str, ...]
    keys: U32
    """Of features, sorted."""
    weights: NDArray[np.int16]
    """(features, labels)."""
    unit: float

    def points(self, features: U32) -> F32:
        """(features, labels): what each feature says for each label; nothing where it was never seen."""
        points = np.zeros((len(features), len(self.labels)), np.float32)
        places, found = self._places(features)
        points[found] = self.weights.take(places, axis=0)
        points *= np.float32(self.unit)
        return points

    def odds(self, features: U32) -> dict[str, float]:
        """How likely each label is for a text in which these features are seen."""
        places, _ = self._places(features)
        summed = self.weights.take(places, axis=0).sum(axis=0, dtype=np.int64)
        scale = self.unit / math.sqrt(max(1, len(features)))
        return dict(zip(self.labels, shares(scale * each for each in summed.tolist()), strict=True))

    def _places(self, features: U32) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Where the features that were seen stand, and which of them were."""
        if not len(self.keys):
            return np.zeros(0, np.intp), np.zeros(len(features), np.bool_)
        places = self.keys.searchsorted(features)
        found = self.keys.take(places, mode="clip") == features
        return places[found], found


@dataclass(frozen=True, slots=True)
class ReaderWeights:
    """All that was learned."""

    common: Mapping[str, int]
    """How common a word is, from 1 to 5."""
    logits: Mapping[str, Logit]
    vectors: Mapping[str, F32]
    """Of the rankers, and of the tagger from one label to the next."""


def read_weights(path: Path = SHIPPED, folder: Path | None = None) -> ReaderWeights:
    """From a file. OSError where there is none, KeyError where it is another's."""
    table = _unpacked(path) if folder is None else _kept(path, folder)
    words = bytes(table["words"]).decode().split("\n")
    common = dict(zip(words, table["common"].tolist(), strict=True))
    names = [name.removesuffix(".keys") for name in table if name.endswith(".keys")]
    logits = {
        name: Logit(
            tuple(bytes(table[f"{name}.labels"]).decode().split("\n")),
            table[f"{name}.keys"],
            table[f"{name}.weights"],
            float(table[f"{name}.unit"]),
        )
        for name in names
    }
    vectors = {name.removesuffix(".vector"): table[name] for name in table if name.endswith(".vector")}
    return ReaderWeights(common, logits, vectors)


def _unpacked(path: Path) -> Table:
    with np.load(path) as stored:
        return {name: stored[name] for name in stored.files}


def _kept(path: Path, folder: Path) -> Table:
    """The arrays, mapped out of the folder, where they are put if they are not there and can be."""
    place = folder / FOUND.format(_key(path))
    with suppress(OSError, EOFError, ValueError):
        return _mapped(place)
    table = _unpacked(path)
    with suppress(OSError):
        for old in folder.glob(FOUND.replace("{:08x}", "????????")):
            shutil.rmtree(old, ignore_errors=True)
        keep_whole(lambda making: _write(table, making), folder, place)
    return table


def _key(path: Path) -> int:
    """What is packed ends with a list of its parts, each with its checksum."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - LONGEST_LIST))
        return crc32(file.read())


def _write(table: Table, making: Path) -> None:
    for name, array in table.items():
        save_array(making / f"{name}.npy", array)
    (making / NAMES).write_text("\n".join(table), encoding="utf-8")


def _mapped(place: Path) -> Table:
    names = (place / NAMES).read_text(encoding="utf-8").split("\n")
    return {name: mapped(place / f"{name}.npy") for name in names}
