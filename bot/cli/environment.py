"""The environment for a command, or in a line what is wrong with it."""

from pathlib import Path

from bot.cli.error_lines import UsageError
from bot.settings import ENCODING, ENV_FILE, BadSettings, Environment

SAVE_IT = "save it as UTF-8 text, as .env.example is"


def read_settings() -> Environment:
    """The settings. Raises UsageError; it names each bad setting and no value, which may be secret."""
    _look_at(Path(ENV_FILE))
    try:
        return Environment.read()
    except BadSettings as faults:
        raise UsageError(str(faults)) from faults


def storing_settings() -> Environment:
    """The same for a command that needs what servers wrote; it connects to nothing.

    Raises UsageError, also where the database's address is none for Usher.
    """
    from knowledge.storage.database import engine_for  # noqa: PLC0415 - slow start

    settings = read_settings()
    try:
        engine_for(settings.database).dispose()
    except ValueError as error:
        raise UsageError(f"USHER_DATABASE_URL: {error}") from error
    return settings


def _look_at(file: Path) -> None:
    """What is no text would be read as if nothing were set, or not at all."""
    if file.is_dir():
        raise UsageError(f"{file} is a folder; make it a file, as .env.example is, or take it away")
    try:
        text = file.read_text(ENCODING) if file.exists() else ""
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is no UTF-8 text; {SAVE_IT}") from error
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); let Usher read it") from error
    if "\0" in text:
        raise UsageError(f"{file} is no UTF-8 text; {SAVE_IT}")
