"""The gate names tests that exist, since it meets them only after all others have passed."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.findall(r"^\s+(tests/\S+\.py)(?:::(\w+))?", (ROOT / ".ci/run").read_text("utf-8"), re.MULTILINE)


def test_some_are_tried_on_every_python() -> None:
    assert len(NAMED) >= 4


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_what_is_tried_on_every_python_is_there(file: str, test: str) -> None:
    assert f"def {test or 'test_'}" in (ROOT / file).read_text("utf-8")
