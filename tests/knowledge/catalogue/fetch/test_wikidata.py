"""What Wikidata is asked, and how its certificates become codes of the boards."""

import json
from itertools import chain

import pytest

from knowledge.catalogue.fetch.queries import films_of, kinds, known_of
from knowledge.catalogue.fetch.statements import Cell, films_in, rows_in
from knowledge.catalogue.fetch.terms import terms
from knowledge.curation.shipped_guide import read_vocabulary
from tests.knowledge.catalogue.fetch.services import item, reasons, row, table, text

BOARDS = {board.id: tuple(board.codes) for board in read_vocabulary().boards.values()}
HEADS = {
    "MPA": "mpa",
    "BBFC": "bbfc",
    "FSK": "fsk",
    "ACB": "acb",
    "CNC": "cnc",
    "IFCO": "ifco",
    "KMRB": "kmrb",
}


def told(*rows: dict[str, object]) -> dict[str, object]:
    """The one film of these rows."""
    cells = rows_in(table([row("Q1", "title", text("Heat", "en")), *rows]))
    (line,) = films_in(cells, terms(), BOARDS)
    return json.loads(line)


def test_every_board_has_a_property_and_every_item_a_code_of_its_board() -> None:
    assert set(terms().boards) == set(BOARDS)
    assert {(board, code) for board, each in terms().boards.items() for code in each.codes.values()} <= {
        (board, code) for board, codes in BOARDS.items() for code in codes
    }
    items = [*chain.from_iterable(each.codes for each in terms().boards.values())]
    properties = [each.property for each in terms().boards.values()]
    assert len(items) == len(set(items))
    assert len(properties) == len(set(properties))


@pytest.mark.parametrize(
    ("board", "wikidata", "name", "code"),
    [
        ("MPA", "Q18665339", "anything", "PG-13"),
        ("FSK", "Q20644796", "FSK 12", "12"),
        ("BBFC", "Q23301855", "12A certificate", "12A"),
        ("ACB", "Q999", "MA 15+", "MA15+"),
        ("KMRB", "Q999", "All", "ALL"),
        ("IFCO", "Q999", "15A", "15A"),
        ("CNC", "Q23817739", "warning", "warning"),
        ("MPA", "Q47274658", "X", "X"),
    ],
)
def test_a_certificate_is_known_by_its_item_and_else_by_its_name(
    board: str, wikidata: str, name: str, code: str
) -> None:
    assert told(row("Q1", f"board {board}", item(wikidata), name))[HEADS[board]] == code


def test_of_two_certificates_of_one_board_the_stricter_is_taken() -> None:
    some = [row("Q1", "board FSK", item(each), "") for each in ("Q20644797", "Q20644795", "Q20644794")]
    assert told(*some)["fsk"] == "16"


def test_what_a_board_named_is_told_in_its_own_language_and_else_in_english() -> None:
    named = (("Q9", {"en": "Violence", "de": "Gewalt"}), ("Q8", {"en": "Fear"}), ("Q7", {"en": "Fear"}))
    film = told(row("Q1", "board FSK", item("Q20644796"), ""), *reasons("Q1", "FSK", "Q20644796", named))
    assert (film["fsk"], film["fskreason"]) == ("12", "Gewalt, Fear")


def test_a_reason_goes_with_the_certificate_that_was_given_for_it() -> None:
    mild, strict = "Q20644794", "Q20644797"
    film = told(
        *(row("Q1", "board FSK", item(each), "") for each in (mild, strict)),
        *reasons("Q1", "FSK", mild, [("Q9", {"de": "Bedrohung"})]),
        *reasons("Q1", "FSK", strict, [("Q8", {"de": "Gewalt"})]),
    )
    assert (film["fsk"], film["fskreason"]) == ("16", "Gewalt")


def test_a_reason_that_nobody_put_into_words_is_none() -> None:
    told_so = row("Q1", "reason FSK", item("Q20644796"))
    film = told(row("Q1", "board FSK", item("Q20644796"), ""), told_so, {**told_so, "named": item("Q9")})
    assert (film["fsk"], film["fskreason"]) == ("12", "")


def test_reasons_are_asked_of_every_board_by_the_statement_that_they_qualify() -> None:
    query = known_of(["Q1"], terms())
    for board in terms().boards.values():
        asked = f"p:{board.property} ?certificate . ?certificate a wikibase:BestRank ; ps:{board.property}"
        assert asked in query
    assert query.count("pq:P7367") == len(terms().boards)


def test_what_nobody_knows_is_no_certificate_year_or_length() -> None:
    unknown = "http://www.wikidata.org/.well-known/genid/abc"
    film = told(*(row("Q1", what, text(unknown)) for what in ("day", "seconds", "links", "imdb", "original")))
    assert [film[head] for head in ("releasedate", "runtime", "popularity", "imdb")] == [""] * 4


def test_the_english_title_comes_first_and_the_others_are_names() -> None:
    film = told(
        row("Q1", "title", text("Fuego", "es")),
        row("Q1", "other", text("L.A. Heat", "en")),
        row("Q1", "original", text("Heat", "en")),
    )
    assert (film["title"], film["akas"]) == ("Heat", ["Fuego", "L.A. Heat"])


def test_a_title_that_is_the_same_in_all_languages_will_do() -> None:
    cells = [
        {"film": Cell(value=item("Q1")["value"]), "what": Cell(value="title"), "value": Cell(value="Coco")}
    ]
    assert json.loads(next(films_in(cells, terms(), BOARDS)))["title"] == "Coco"


def test_queries_are_closed_and_name_what_they_ask_about() -> None:
    for query in (kinds(terms()), films_of(["Q11424"]), known_of(["Q1", "Q2"], terms())):
        assert query.count("{") == query.count("}")
        assert query.count("(") == query.count(")")
    assert "wd:Q1 wd:Q2" in known_of(["Q1", "Q2"], terms())
    assert all(each.property in known_of([], terms()) for each in terms().boards.values())
