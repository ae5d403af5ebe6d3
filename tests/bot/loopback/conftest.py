"""A folder of data on which Usher was started before, for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

LOOPBACK = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What stands here is marked, so that it can be run or left out alone."""
    for item in items:
        if item.path.is_relative_to(LOOPBACK):
            item.add_marker("loopback")


@pytest.fixture
def folder(tmp_path: Path, furnish: Callable[[Path], None]) -> Path:
    """A folder with the index of the films that come with Usher."""
    furnish(tmp_path / "data")
    return tmp_path
