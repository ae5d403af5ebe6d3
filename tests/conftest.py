"""Fixtures that every room shares: the guide as shipped, and small made-up films."""

import pytest

from knowledge.curation.shipped import read_library
from knowledge.library import Library
from knowledge.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped guide."""
    return read_library()


@pytest.fixture(scope="session")
def vocabulary(library: Library) -> Vocabulary:
    """The shipped words."""
    return library.vocabulary
