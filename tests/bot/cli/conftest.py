"""A machine on which Usher was started before, for every command that a test types."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data(tmp_path: Path, furnish: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of data, with the index of the films that come with Usher."""
    folder = tmp_path / "data"
    furnish(folder)
    monkeypatch.setenv("USHER_DATA_DIR", str(folder))
    return folder
