"""The environment for a command, or in a line what is wrong with it."""

from pydantic import ValidationError

from bot.console.refusing import Refusal
from bot.settings import Settings


def read_settings() -> Settings:
    """The settings. Raises Refusal; it names each bad setting and shows no value, which may be a secret."""
    try:
        return Settings()
    except ValidationError as error:
        faults = error.errors(include_input=False)
        said = (f"{one['loc'][0]}: {one['msg'].removeprefix('Value error, ')}" for one in faults)
        raise Refusal("\n".join(said)) from error
