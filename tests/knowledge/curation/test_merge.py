"""Two people's changes put together: neither loses a word, and what both changed is named."""

import json

from hypothesis import given

from knowledge.curation.merge import merge
from knowledge.entry import Level, Movie
from tests.films import film, finding, movies


def joined(base: Movie, mine: Movie, theirs: Movie) -> tuple[Movie, tuple[str, ...]]:
    table, clashes = merge(base, mine, theirs)
    return Movie.model_validate_json(json.dumps(table)), clashes


def test_changes_in_different_places_are_both_there() -> None:
    base = film(finding("fear", Level.MILD))
    mine = base.model_copy(update={"pitch": "Mine."})
    theirs = film(finding("fear", Level.SEVERE), finding("sex", Level.NONE))
    movie, clashes = joined(base, mine, theirs)
    assert movie.pitch == "Mine."
    assert movie.findings == theirs.findings
    assert clashes == ()


def test_what_both_changed_stays_as_i_wrote_it_and_is_named() -> None:
    base = film(finding("fear", Level.MILD))
    mine, theirs = film(finding("fear", Level.MODERATE)), film(finding("fear", Level.SEVERE))
    movie, clashes = joined(base, mine, theirs)
    assert movie.findings == mine.findings
    assert clashes == ("findings.fear",)


def test_what_i_took_out_and_they_left_alone_is_out() -> None:
    base = film(finding("fear", Level.MILD), finding("sex", Level.MILD))
    movie, _ = joined(base, film(finding("sex", Level.MILD)), base)
    assert [one.topic for one in movie.findings] == ["sex"]


@given(movies, movies)
def test_without_a_change_of_mine_theirs_stands_and_the_other_way_round(one: Movie, other: Movie) -> None:
    assert set(joined(one, one, other)[0].findings) == set(other.findings)
    assert set(joined(one, other, one)[0].findings) == set(other.findings)
