"""What was learned is the same whether it is unpacked or mapped out of a folder."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from knowledge.weights import ReaderWeights, read_weights

DAMAGES: dict[str, Callable[[Path], object]] = {
    "a file is missing": lambda kept: (kept / "intents.keys.npy").unlink(),
    "a file is torn": lambda kept: (kept / "tagger.weights.npy").write_bytes(b"\x93NUMPY"),
    "no names": lambda kept: (kept / "names.txt").write_text(""),
}


@pytest.fixture(scope="module")
def unpacked() -> ReaderWeights:
    return read_weights()


def the_same(one: ReaderWeights, other: ReaderWeights) -> bool:
    logits = [
        (ours.labels, ours.unit) == (theirs.labels, theirs.unit)
        and np.array_equal(ours.keys, theirs.keys)
        and np.array_equal(ours.weights, theirs.weights)
        for ours, theirs in zip(one.logits.values(), other.logits.values(), strict=True)
    ]
    vectors = [np.array_equal(one.vectors[name], other.vectors[name]) for name in one.vectors]
    return all(logits) and all(vectors) and one.common == other.common


def test_mapped_weights_are_those_of_the_file(unpacked: ReaderWeights, tmp_path: Path) -> None:
    for _ in ("made", "kept"):
        assert the_same(read_weights(folder=tmp_path), unpacked)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_is_unpacked_again(unpacked: ReaderWeights, tmp_path: Path, damage: str) -> None:
    read_weights(folder=tmp_path)
    DAMAGES[damage](next(tmp_path.iterdir()))
    for _ in ("made", "kept"):
        assert the_same(read_weights(folder=tmp_path), unpacked)
    assert (next(tmp_path.iterdir()) / "names.txt").read_text().count("\n") > len(unpacked.vectors)


def test_where_nothing_can_be_kept_the_file_is_read(unpacked: ReaderWeights, tmp_path: Path) -> None:
    assert the_same(read_weights(folder=tmp_path / "nowhere"), unpacked)
