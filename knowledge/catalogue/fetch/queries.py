"""The questions that Wikidata is asked, in SPARQL. What the answers mean is not known here."""

from collections.abc import Iterable

from knowledge.catalogue.fetch.terms import Terms

FILM, WHAT, VALUE, NAME, NAMED = "film", "what", "value", "name", "named"
"""The columns of an answer. `named`: what a board named when it gave the certificate `value`."""
BOARD, REASON = "board ", "reason "
"""Stand before a board's name where its certificate is told, and why it was given."""
DESCRIPTOR = "P7367"
"""The property of what a board named; it qualifies a certificate, so the statement itself is asked for."""
ENGLISH = "en"


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
        *(_reasons(board, each.property, terms.languages[board]) for board, each in terms.boards.items()),
    ]
    return (
        f"SELECT ?{FILM} ?{WHAT} ?{VALUE} ?{NAMED} ?{NAME} WHERE {{ VALUES ?{FILM} {{ {_items(some)} }} "
        f"{{ {' } UNION { '.join(parts)} }} }}"
    )


def _certificates(board: str, property_: str) -> str:
    name = f"OPTIONAL {{ ?{VALUE} rdfs:label ?{NAME} {_in([ENGLISH], NAME)} }}"
    return f"?{FILM} wdt:{property_} ?{VALUE} {name} {_called(BOARD + board)}"


def _reasons(board: str, property_: str, language: str) -> str:
    """What the board named, by a name in its own language and an English one; none of what is out of date."""
    languages = dict.fromkeys((language, ENGLISH))
    return (
        f"?{FILM} p:{property_} ?certificate . ?certificate a wikibase:BestRank ; ps:{property_} ?{VALUE} ; "
        f"pq:{DESCRIPTOR} ?{NAMED} . ?{NAMED} rdfs:label ?{NAME} {_in(languages, NAME)} "
        f"{_called(REASON + board)}"
    )


def _called(what: str) -> str:
    return f'BIND("{what}" AS ?{WHAT})'


def _in(languages: Iterable[str], column: str = VALUE) -> str:
    listed = ", ".join(f'"{each}"' for each in languages)
    return f"FILTER(LANG(?{column}) IN ({listed}))"


def _items(ids: Iterable[str]) -> str:
    return " ".join(f"wd:{each}" for each in ids)
