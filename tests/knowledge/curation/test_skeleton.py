"""A new entry's file: all that is known stands in it, and nothing that nobody looked at."""

import re
from datetime import date

import pytest

from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.catalogue.store import Known
from knowledge.curation.entry_checks import check_entry
from knowledge.curation.faults import Faulty
from knowledge.curation.skeleton import skeleton
from knowledge.curation.toml_models import read_movie
from tests.films import VOCABULARY

WHALE = Known(
    id="tt0000001",
    title="The Tin Whale",
    year=1999,
    votes=7,
    runtime=88,
    names=("The Tin Whale", 'Der "Zinnwal"'),
    ratings=(("MPA", "PG", "A list"), ("MPA", "R", "Another"), ("Nobody", "X", "A list")),
    sources=("A list",),
    reasons=(("MPA", "PG", "mild peril"),),
)


def text(known: Known | None = WHALE) -> str:
    return skeleton("The Tin Whale", 1999, known, VOCABULARY, date(2026, 1, 2))


def filled(written: str) -> str:
    """What an editor does first."""
    return re.sub(r'(pitch|written_by|name) = ""', r'\1 = "Words"', written).replace('    "",\n', "")


def bare(lines: str) -> str:
    return re.sub("^# ", "", lines, flags=re.MULTILINE)


def test_what_is_known_stands_in_it() -> None:
    movie = read_movie(filled(text()), "whale.toml")
    assert (movie.id, movie.runtime) == ("the-tin-whale-1999", 88)
    assert [(one.board, one.code, one.reason, one.sources) for one in movie.ratings] == [
        ("MPA", "PG", "mild peril", ("a-list",))
    ]
    assert movie.findings == ()
    assert list(check_entry(movie, VOCABULARY, "whale.toml")) == []


def test_without_taking_the_signs_away_it_says_what_is_missing() -> None:
    with pytest.raises(Faulty) as faulty:
        read_movie(text(None), "whale.toml")
    assert {"pitch", "provenance.written_by"} <= {fault.key for fault in faulty.value.faults}


@pytest.mark.parametrize("topic", VOCABULARY.topics)
def test_every_topic_waits_behind_a_sign_and_is_right_when_it_is_taken_away(topic: str) -> None:
    block = re.compile(rf'# \[\[findings\]\]\n# topic = "{topic}"\n(?:# .*\n)+')
    whole = text()
    begun = block.sub(lambda found: bare(found[0]), whole, count=1)
    assert begun != whole
    cited = filled(begun).replace('["one", "another"]', '["a-list"]')
    assert [one.topic for one in read_movie(cited, "whale.toml").findings] == [topic]


def test_another_name_is_right_when_its_signs_are_taken_away() -> None:
    whole = text()
    start, end = whole.index("# [[also_known_as]]"), whole.index("[[ratings]]")
    movie = read_movie(filled(whole[:start] + bare(whole[start:end]) + whole[end:]), "whale.toml")
    assert movie.also_known_as[0].title == 'Der "Zinnwal"'


def test_every_film_that_comes_with_usher_can_be_begun() -> None:
    for film in list(SHIPPED.films())[::200]:
        known = SHIPPED.film(film.id)
        begun = skeleton(film.title, film.year or 2000, known, VOCABULARY, date(2026, 1, 2))
        assert read_movie(filled(begun), "film.toml").title == film.title
