"""The environment, read once and frozen. Every setting is named in .env.example."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

ENV_FILE = ".env"
ENCODING = "utf-8-sig"
"""With or without the mark that some editors set at the beginning."""
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


def level(text: str) -> str:
    """Reads how much is logged."""
    if text not in LEVELS:
        raise ValueError(f"this is none of {', '.join(LEVELS)}")
    return text


def short(text: str) -> str:
    """Reads a line that is told to others."""
    if len(text) > 200:
        raise ValueError("this is longer than 200 characters")
    return text


def setting(name: str, read: Callable[[str], object], default: object = None) -> Any:
    """A field that is read from the setting of this name."""
    return field(default=default, metadata={NAME: name, READ: read})


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What an operator may set. Empty means unset."""

    discord_token: Secret | None = setting("DISCORD_TOKEN", Secret)
    database_url: Secret | None = setting("USHER_DATABASE_URL", Secret)
    """PostgreSQL; a file under data_dir where unset. Secret, since it holds a password."""
    data_dir: Path = setting("USHER_DATA_DIR", Path, Path("usher-data"))
    log_level: str = setting("USHER_LOG_LEVEL", level, "INFO")
    playground_port: int = setting("USHER_PLAYGROUND_PORT", number(0, 65535), 0)
    """0 lets the machine choose."""

    catalogue_renew: int = setting("USHER_CATALOGUE_RENEW", number(0, 365), 0)
    """Days after which the films of the catalogue are fetched anew while the bot runs; 0 never does."""
    wikidata_url: str = setting("USHER_WIKIDATA_URL", str, "https://query.wikidata.org/sparql")
    imdb_url: str = setting("USHER_IMDB_URL", str, "https://datasets.imdbws.com")
    contact: str = setting("USHER_CONTACT", short, "")
    """Told to the services that films are fetched from, as they ask of who uses them."""

    @classmethod
    def read(cls) -> "Environment":
        """What is set in the environment, else in `.env`. Raises BadSettings."""
        # By hand: pydantic's models take longer to bring in than all else that finds a film.
        file, process = dotenv_values(ENV_FILE, encoding=ENCODING), os.environ
        both = [(name.upper(), value) for where in (file, process) for name, value in where.items()]
        return cls.of({name: value for name, value in both if value})

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
    def database(self) -> str:
        """The address of what servers write."""
        if self.database_url is not None:
            return self.database_url.hidden
        return f"sqlite:///{self.data_dir / 'usher.db'}"


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
