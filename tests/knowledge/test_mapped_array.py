"""An array that is mapped is the one that was saved, or a fault that says so."""

import sys
from errno import ENOSPC
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.mapped_array import mapped, save_array

ARRAYS: dict[str, NDArray[Any]] = {
    "numbers": np.arange(1000, dtype=np.uint32),
    "letters": np.frombuffer(b"The Paper Boat", np.uint8),
    "a table": np.arange(12, dtype=np.int16).reshape(3, 4),
    "a table by columns": np.asfortranarray(np.arange(12, dtype=np.float32).reshape(3, 4)),
    "records": np.array([(1, 2.5), (3, 4.5)], [("row", np.uint16), ("points", np.float64)]),
    "nothing": np.zeros((0, 3), np.float32),
}


@pytest.mark.parametrize("name", ARRAYS)
def test_what_was_saved_is_mapped_and_cannot_be_changed(tmp_path: Path, name: str) -> None:
    save_array(tmp_path / "array.npy", ARRAYS[name])
    np.testing.assert_array_equal(np.load(tmp_path / "array.npy"), ARRAYS[name])
    found = mapped(tmp_path / "array.npy")
    assert (found.dtype, found.shape) == (ARRAYS[name].dtype, ARRAYS[name].shape)
    np.testing.assert_array_equal(found, ARRAYS[name])
    if found.size:
        with pytest.raises(ValueError, match="read-only"):
            found[0] = found[-1]


@pytest.mark.parametrize("left", [0, 5, 100, 128, 4127])
def test_a_torn_file_is_a_fault(tmp_path: Path, left: int) -> None:
    file = tmp_path / "array.npy"
    np.save(file, ARRAYS["numbers"])
    file.write_bytes(file.read_bytes()[:left])
    with pytest.raises(ValueError, match=r"\S"):
        mapped(file)


def test_another_kind_of_file_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "array.npy").write_bytes(b"PK\x03\x04" * 100)
    with pytest.raises(ValueError, match="magic"):
        mapped(tmp_path / "array.npy")
    with pytest.raises(OSError, match="none"):
        mapped(tmp_path / "none.npy")


@pytest.mark.skipif(sys.platform != "linux", reason="no disk there is always full")
def test_a_full_disk_is_called_so() -> None:
    with pytest.raises(OSError, match="space") as full:
        save_array(Path("/dev/full"), ARRAYS["numbers"])
    assert full.value.errno == ENOSPC
