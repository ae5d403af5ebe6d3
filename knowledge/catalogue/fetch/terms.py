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


@cache
def terms() -> Terms:
    """The data file, and what boards.toml has of certificates, read once."""
    certificates = {
        board: each["wikidata"] for board, each in read_data("boards.toml").items() if "wikidata" in each
    }
    return Terms.model_validate({**read_data("wikidata.toml"), "boards": certificates})
