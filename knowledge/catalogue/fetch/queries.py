"""The questions that Wikidata is asked, in SPARQL. What the answers mean is not known here."""

from collections.abc import Iterable

from knowledge.catalogue.fetch.terms import Terms

FILM, WHAT, VALUE, NAME = "film", "what", "value", "name"
"""The columns of an answer."""
BOARD = "board "
"""Stands before a board's name where its certificate is told."""


def kinds(terms: Terms) -> str:
    """All kinds of films."""
    return (
        f"SELECT DISTINCT ?{FILM} WHERE {{ ?{FILM} wdt:P279* wd:{terms.films} . "
        f"MINUS {{ VALUES ?none {{ {_items(terms.no_films)} }} ?{FILM} wdt:P279* ?none }} }}"
    )


def films_of(some: Iterable[str]) -> str:
    """The films of some kinds that IMDb has an id for."""
    return (
        f"SELECT DISTINCT ?{FILM} WHERE {{ VALUES ?kind {{ {_items(some)} }} "
        f'?{FILM} wdt:P31 ?kind ; wdt:P345 ?imdb . FILTER(STRSTARTS(?imdb, "tt")) }}'
    )


def known_of(some: Iterable[str], terms: Terms) -> str:
    """All that is taken of some films, a row for each single thing: two lists never multiply each other."""
    single = {
        "imdb": "wdt:P345",
        "day": "wdt:P577",
        "seconds": "p:P2047/psn:P2047/wikibase:quantityAmount",
        "original": "wdt:P1476",
        "links": "wikibase:sitelinks",
    }
    parts = [
        *(f"?{FILM} {path} ?{VALUE} {_called(what)}" for what, path in single.items()),
        f"?{FILM} rdfs:label ?{VALUE} {_in(terms.titles)} {_called('title')}",
        f"?{FILM} skos:altLabel ?{VALUE} {_in(terms.others)} {_called('other')}",
        f"VALUES ?{VALUE} {{ {_items(terms.adult)} }} ?{FILM} wdt:P136 ?{VALUE} {_called('adult')}",
        *(_certificates(board, each.property) for board, each in terms.boards.items()),
    ]
    return (
        f"SELECT ?{FILM} ?{WHAT} ?{VALUE} ?{NAME} WHERE {{ VALUES ?{FILM} {{ {_items(some)} }} "
        f"{{ {' } UNION { '.join(parts)} }} }}"
    )


def _certificates(board: str, property_: str) -> str:
    name = f'OPTIONAL {{ ?{VALUE} rdfs:label ?{NAME} FILTER(LANG(?{NAME}) = "en") }}'
    return f"?{FILM} wdt:{property_} ?{VALUE} {name} {_called(BOARD + board)}"


def _called(what: str) -> str:
    return f'BIND("{what}" AS ?{WHAT})'


def _in(languages: Iterable[str]) -> str:
    listed = ", ".join(f'"{each}"' for each in languages)
    return f"FILTER(LANG(?{VALUE}) IN ({listed}))"


def _items(ids: Iterable[str]) -> str:
    return " ".join(f"wd:{each}" for each in ids)
