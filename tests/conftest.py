"""Fixtures that every room shares: the guide as shipped, and small made-up films."""

import sys

import pytest

try:
    from hypothesis import HealthCheck, settings
except ModuleNotFoundError:
    sys.exit("The tests need more than Usher does; type: uv run --group dev pytest")

from knowledge.curation.shipped_guide import read_library
from knowledge.library import Library
from knowledge.vocabulary import Vocabulary

# No test asserts a time: machines are noisy, and so would be a deadline.
settings.register_profile("usher", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("usher")


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped guide."""
    return read_library()


@pytest.fixture(scope="session")
def vocabulary(library: Library) -> Vocabulary:
    """The shipped words."""
    return library.vocabulary
