"""The settings for a command that needs what servers wrote: the database's address is looked at first."""

from bot.cli.environment import read_settings
from bot.cli.refusal import UsageError
from bot.settings import Environment
from knowledge.storage.database import engine_for


def storing_settings() -> Environment:
    """The settings. Raises Refusal, also where the database is none for Usher; connects to nothing."""
    settings = read_settings()
    try:
        engine_for(settings.database).dispose()
    except ValueError as error:
        raise UsageError(f"USHER_DATABASE_URL: {error}") from error
    return settings
