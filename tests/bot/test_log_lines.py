"""A line of the log, for people and for machines: it says which interaction it was, and never a secret."""

import json
import logging
import sys
from collections.abc import Callable

import pytest
from structlog.contextvars import clear_contextvars

from bot.logs import HIDDEN, formatter, log_from, within_interaction
from bot.settings import LOG_FORMATS, Environment

TOKEN = "MTI.zorblax.token"
PASSWORD = "quibble@feather"
SETTINGS = {
    "DISCORD_TOKEN": TOKEN,
    "USHER_DATABASE_URL": "postgresql://usher:quibble%40feather@127.0.0.1/usher",
}
HOOK = "https://discord.com/api/v10/webhooks/1/aW50ZXJhY3Rpb24/messages"
SECRETS = (TOKEN, PASSWORD, "quibble%40feather", "aW50ZXJhY3Rpb24")


@pytest.fixture(params=LOG_FORMATS)
def line(request: pytest.FixtureRequest) -> Callable[..., str]:
    """Makes a line as the running bot does."""
    made = formatter(request.param, Environment.of(SETTINGS).secrets)

    def make(message: str, *args: object, error: Exception | None = None) -> str:
        told = (type(error), error, error.__traceback__) if error else None
        return made.format(logging.LogRecord("bot", logging.ERROR, "", 1, message, args, told))

    return make


@pytest.mark.parametrize("secret", SECRETS)
def test_no_secret_stands_in_a_line_or_a_traceback(line: Callable[..., str], secret: str) -> None:
    said = HOOK if secret in HOOK else f"with {secret} in it"
    try:
        raise RuntimeError(said)
    except RuntimeError as error:
        told = line("failed: %s", said, error=error)
    assert secret not in told
    assert told.count(HIDDEN) >= 2
    assert "RuntimeError" in told


def test_the_last_words_of_a_process_that_fails_hold_no_secret_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    log_from("INFO", "json", (TOKEN,))
    error = RuntimeError(f"with {TOKEN} in it")
    sys.excepthook(RuntimeError, error, None)
    told = json.loads(capsys.readouterr().err)
    assert told["level"] == "critical"
    assert HIDDEN in told["exception"]
    assert TOKEN not in str(told)


def test_a_line_says_which_interaction_it_belongs_to(line: Callable[..., str]) -> None:
    within_interaction(18)
    try:
        assert "18" in line("here")
    finally:
        clear_contextvars()
