"""The environment, read once and frozen. Every setting is named in .env.example."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.shards import Shards

ENV_FILE = ".env"
ENCODING = "utf-8-sig"
"""With or without the mark that some editors set at the beginning."""
LOG_FORMATS = ("console", "json")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
NAME, READ = "name", "read"


class BadSettings(ValueError):
    """What is wrong with each setting, by its name; no value is shown, since it may be a secret."""


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A text that no log and no traceback shows."""

    hidden: str


def number(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number from least to most."""

    def read(text: str) -> int:
        if not (text.strip().isdecimal() and least <= int(text) <= most):
            raise ValueError(f"this is no whole number from {least} to {most}")
        return int(text)

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """Reads one of these words."""

    def read(text: str) -> str:
        if (found := next((word for word in words if word.lower() == text.strip().lower()), None)) is None:
            raise ValueError(f"this is none of {', '.join(words)}")
        return found

    return read


def short(text: str) -> str:
    """Reads a line that is told to others."""
    if len(text) > 200:
        raise ValueError("this is longer than 200 characters")
    return text


def address(text: str) -> str:
    """Reads where a service is."""
    if not text.startswith(("http://", "https://")):
        raise ValueError("this is no address that begins with http:// or https://")
    return text.rstrip("/")


def setting(name: str, read: Callable[[str], object], default: object = None) -> Any:
    """A field that is read from the setting of this name."""
    return field(default=default, metadata={NAME: name, READ: read})


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What an operator may set. Empty means unset."""

    discord_token: Secret | None = setting("DISCORD_TOKEN", Secret)
    discord_api: str = setting("USHER_DISCORD_API", address, "https://discord.com/api/v10")
    """Where Discord, or a server that speaks as it does, takes requests; it names its gateway itself."""
    database_url: Secret | None = setting("USHER_DATABASE_URL", Secret)
    """PostgreSQL; a file under data_dir where unset. Secret, since it holds a password."""
    data_dir: Path = setting("USHER_DATA_DIR", Path, Path("usher-data"))
    log_level: str = setting("USHER_LOG_LEVEL", one_of(*LEVELS), "INFO")
    log_format: str = setting("USHER_LOG_FORMAT", one_of(*LOG_FORMATS), "console")
    shards: Shards | None = setting("USHER_SHARDS", Shards.read)
    """Which part of the servers this process serves."""
    monitor_port: int = setting("USHER_MONITOR_PORT", number(0, 65535), 0)
    """Where it is told whether the bot is well; 0 is nowhere."""
    monitor_host: str = setting("USHER_MONITOR_HOST", str, "127.0.0.1")
    playground_port: int = setting("USHER_PLAYGROUND_PORT", number(0, 65535), 0)
    """0 lets the machine choose."""

    catalogue_renew: int = setting("USHER_CATALOGUE_RENEW", number(0, 365), 0)
    """Days after which the films of the catalogue are fetched anew while the bot runs; 0 never does."""
    wikidata_url: str = setting("USHER_WIKIDATA_URL", address, "https://query.wikidata.org/sparql")
    imdb_url: str = setting("USHER_IMDB_URL", address, "https://datasets.imdbws.com")
    contact: str = setting("USHER_CONTACT", short, "")
    """Told to the services that films are fetched from, as they ask of who uses them."""

    @classmethod
    def read(cls) -> "Environment":
        """What is set in the environment, else in `.env`. Raises BadSettings."""
        # By hand: pydantic's models take longer to bring in than all else that finds a film.
        return cls.of(given_settings())

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Environment":
        """What these texts say, by the names of settings. Raises BadSettings."""
        faults = list(_faults(given))
        if faults:
            raise BadSettings("; ".join(faults))
        known = ((one, given[one.metadata[NAME]]) for one in fields(cls) if one.metadata[NAME] in given)
        return cls(**{one.name: one.metadata[READ](text) for one, text in known})

    @property
    def catalogue(self) -> Path:
        """The folder of all films that can be named."""
        return self.data_dir / "catalogue"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no log may show."""
        given = [one.hidden for one in (self.discord_token, self.database_url) if one]
        password = urlsplit(self.database_url.hidden).password if self.database_url else None
        return (*given, *((password, unquote(password)) if password else ()))

    @property
    def database(self) -> str:
        """The address of what servers write."""
        if self.database_url is not None:
            return self.database_url.hidden
        return f"sqlite:///{self.data_dir / 'usher.db'}"


def _in_file() -> Mapping[str, str | None]:
    if not Path(ENV_FILE).exists():
        return {}
    from dotenv import dotenv_values  # noqa: PLC0415 - slow start

    return dotenv_values(ENV_FILE, encoding=ENCODING)


def given_settings() -> dict[str, str]:
    """All that is set in the environment, else in `.env`, by names in capitals."""
    both = [(name.upper(), value) for where in (_in_file(), os.environ) for name, value in where.items()]
    return {name: value for name, value in both if value}


def names() -> Iterator[str]:
    """The names of all settings."""
    return (one.metadata[NAME] for one in fields(Environment))


def _faults(given: Mapping[str, str]) -> Iterator[str]:
    for one in fields(Environment):
        name = one.metadata[NAME]
        try:
            if name in given:
                one.metadata[READ](given[name])
        except ValueError as fault:
            yield f"{name}: {fault}"
