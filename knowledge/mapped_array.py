"""An array of numpy's in a file, mapped: processes share its pages.

`numpy.load` can do it too, but takes three times as long, and there are a hundred of them at each start.
"""

from math import prod
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray


def save_array(path: Path, array: NDArray[Any]) -> None:
    """As `numpy.save` does. OSError, which says what is wrong with the disk; numpy's own has no number."""
    with path.open("wb") as file:
        npy.write_array_header_1_0(file, npy.header_data_from_array_1_0(array))
        file.write(array.ravel("K").data)


def mapped(path: Path) -> NDArray[Any]:
    """What `numpy.save` wrote, to be read only. OSError, ValueError where it is torn or something else."""
    with path.open("rb") as file:
        if npy.read_magic(file) != (1, 0):
            raise ValueError(f"{path}: not as numpy.save writes an array")
        shape, in_columns, kind = npy.read_array_header_1_0(file)
        begins, many = file.tell(), prod(shape)
        if many == 0:
            return np.empty(shape, kind)
        array = np.frombuffer(mmap(file.fileno(), 0, access=ACCESS_READ), kind, many, begins)
    return array.reshape(shape, order="F" if in_columns else "C")
