"""Which warnings fail a test: ours, and what cannot be laid to a module. A library's own is only shown."""

import warnings

import pytest


def warn(module: str, category: type[Warning]) -> None:
    """As Python does where code of this module is warned about."""
    warnings.warn_explicit("this is going away", category, f"{module}.py", 1, module=module)


@pytest.mark.parametrize(
    "module", ["bot", "bot.film.fragments", "knowledge.library", "tests.conftest", "scripts.pin"]
)
@pytest.mark.parametrize(
    "category", [DeprecationWarning, PendingDeprecationWarning, FutureWarning, UserWarning]
)
def test_a_warning_about_our_code_is_an_error(module: str, category: type[Warning]) -> None:
    with pytest.raises(category):
        warn(module, category)


@pytest.mark.parametrize("module", ["discord.utils", "robot", "botany.bot", "simcord", "testsuite"])
@pytest.mark.parametrize(
    "category", [DeprecationWarning, PendingDeprecationWarning, FutureWarning, UserWarning]
)
def test_a_warning_about_a_library_fails_nothing(module: str, category: type[Warning]) -> None:
    with warnings.catch_warnings(record=True) as shown:
        warn(module, category)
    assert [one.category for one in shown] == [category]


@pytest.mark.parametrize(
    "category", [ResourceWarning, RuntimeWarning, pytest.PytestUnraisableExceptionWarning]
)
def test_a_leak_is_an_error_wherever_it_is_noticed(category: type[Warning]) -> None:
    with pytest.raises(category):
        warn("asyncio.base_events", category)
