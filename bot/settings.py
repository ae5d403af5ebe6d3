"""The environment, read once and frozen. Every setting is named in .env.example."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

ENV_FILE = ".env"
ENCODING = "utf-8-sig"
"""With or without the mark that some editors set at the beginning."""


class Environment(BaseSettings):
    """What an operator may set. Empty means unset."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_file_encoding=ENCODING, env_ignore_empty=True, extra="ignore", frozen=True
    )

    discord_token: SecretStr | None = Field(default=None, validation_alias="DISCORD_TOKEN")
    database_url: SecretStr | None = Field(default=None, validation_alias="USHER_DATABASE_URL")
    """PostgreSQL; a file under data_dir where unset. Secret, since it holds a password."""
    data_dir: Path = Field(default=Path("usher-data"), validation_alias="USHER_DATA_DIR")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", validation_alias="USHER_LOG_LEVEL"
    )
    playground_port: int = Field(default=0, ge=0, le=65535, validation_alias="USHER_PLAYGROUND_PORT")
    """0 lets the machine choose."""

    catalogue_renew: int = Field(default=0, ge=0, le=365, validation_alias="USHER_CATALOGUE_RENEW")
    """Days after which the films of the catalogue are fetched anew while the bot runs; 0 never does."""
    wikidata_url: str = Field(
        default="https://query.wikidata.org/sparql", validation_alias="USHER_WIKIDATA_URL"
    )
    imdb_url: str = Field(default="https://datasets.imdbws.com", validation_alias="USHER_IMDB_URL")
    contact: str = Field(default="", max_length=200, validation_alias="USHER_CONTACT")
    """Told to the services that films are fetched from, as they ask of who uses them."""

    @property
    def catalogue(self) -> Path:
        """The folder of all films that can be named."""
        return self.data_dir / "catalogue"

    @property
    def database(self) -> str:
        """The address of what servers write."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'usher.db'}"
