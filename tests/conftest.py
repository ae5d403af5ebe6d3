"""Fixtures that every room shares: the guide as shipped, and small made-up films."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

try:
    from hypothesis import HealthCheck, settings
except ModuleNotFoundError:
    sys.exit("The tests need more than Usher does; type: uv run --group dev pytest")

from knowledge.library import Library
from knowledge.storage.database import engine_for
from knowledge.storage.schema_upgrade import upgrade
from knowledge.vocabulary import Vocabulary
from tests.films import shipped_library
from tests.made import PASSING, machine

# No test asserts a time: machines are noisy, and so would be a deadline.
EVERY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", EVERY, max_examples=25)
# By `--hypothesis-profile=deep`.
settings.register_profile("deep", EVERY, max_examples=500)
settings.load_profile("quick")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """A folder runs on all cores unless -n says otherwise; a file, or one test, starts sooner alone.

    Where coverage is counted it must be said with -n: pytest-cov has looked for it before.
    """
    whole = any(Path(each).is_dir() for each in config.args) and not hasattr(config, "workerinput")
    counted = bool(getattr(config.option, "cov_source", None))
    if whole and not counted and getattr(config.option, "numprocesses", 0) is None:
        config.option.numprocesses, config.option.dist = "auto", "worksteal"


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped guide."""
    return shipped_library()


@pytest.fixture(scope="session")
def vocabulary(library: Library) -> Vocabulary:
    """The shipped words."""
    return library.vocabulary


@pytest.fixture(scope="session")
def catalogue() -> Path:
    """The folder of a machine on which Usher was started: the films and the guide that come with it."""
    return machine()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database whose tables are there, to be copied: making them takes longer than most tests."""
    file = tmp_path_factory.mktemp("migrated") / "usher.db"
    engine = engine_for(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def furnish(catalogue: Path) -> Callable[[Path], None]:
    """Puts the same into a folder of data, to be changed there."""
    return lambda data: shutil.copytree(catalogue, data / "catalogue", ignore=PASSING) and None
