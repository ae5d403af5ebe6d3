"""What is asked of Wikidata and what its items mean: data/wikidata.toml as values."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from knowledge.catalogue.formats.columns import Closed


class WikidataBoard(Closed):
    """Where a board's certificates are, and its codes by item."""

    property: str
    codes: Mapping[str, str] = {}


class Terms(Closed):
    """All of the data file."""

    films: str
    no_films: tuple[str, ...]
    adult: tuple[str, ...]
    titles: tuple[str, ...]
    others: tuple[str, ...]
    boards: Mapping[str, WikidataBoard]


@cache
def terms() -> Terms:
    """The data file, read once."""
    text = (files("knowledge") / "data" / "wikidata.toml").read_text(encoding="utf-8")
    return Terms.model_validate(tomllib.loads(text))
