"""What is asked of Wikidata and what its items mean: data/wikidata.toml and boards.toml as values."""

from collections.abc import Mapping
from functools import cache

from knowledge.catalogue.formats.columns import Closed, read_data
from knowledge.vocabulary import Certificates


class Terms(Closed):
    """All of the data file."""

    films: str
    no_films: tuple[str, ...]
    adult: tuple[str, ...]
    titles: tuple[str, ...]
    others: tuple[str, ...]
    boards: Mapping[str, Certificates]
    languages: Mapping[str, str]
    """By board: in which language it says why."""


@cache
def terms() -> Terms:
    """The data file, and what boards.toml has of certificates, read once."""
    known = {board: each for board, each in read_data("boards.toml").items() if "wikidata" in each}
    certificates = {board: Certificates.model_validate(each["wikidata"]) for board, each in known.items()}
    languages = {board: each.get("language", "en") for board, each in known.items()}
    told = {"boards": certificates, "languages": languages}
    return Terms.model_validate({**read_data("wikidata.toml"), **told})
