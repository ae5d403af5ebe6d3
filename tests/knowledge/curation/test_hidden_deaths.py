"""What an entry hides of a death, behind a spoiler mark, none of its open sentences tells."""

import re
from collections.abc import Iterator

import pytest

from knowledge.entry import Movie
from knowledge.library import Library

TELL_OF_DEATHS = {"death_of_a_parent", "grief_and_death", "animal_harm"}
WHO = re.compile(
    r"\b(mother|father|parents|brother|sister|uncle|aunt|grandmother|grandfather|friend|teacher|king|queen"
    r"|wife|husband|son|daughter|baby|dog|horse|cat|turtle|wolf|owl|deer|fawn|bear)\b"
)
DIES = re.compile(
    r"\b(dies?|died|dead|death|kill(s|ed)|shot|murder(s|ed)|drown(s|ed)|put to sleep|executed|stabbed)\b"
)
CLAUSES = re.compile(r"[.;:,]| and | but ")


def deaths(text: str) -> set[str]:
    """Who dies, by what this text says in one breath."""
    told = (clause.lower() for clause in CLAUSES.split(text))
    return {who for clause in told if DIES.search(clause) for who in WHO.findall(clause)}


def in_the_open(movie: Movie) -> Iterator[str]:
    yield movie.pitch or ""
    yield from (one.says for one in (*movie.findings, *movie.voices))
    yield from (one.says for one in (movie.parents_need_to_know, movie.story) if one)
    yield from map(str, movie.talk_about)
    if movie.quality:
        yield from (*movie.quality.strengths, *movie.quality.limits)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Bambi's mother is shot. The deer live.", {"mother"}),
        ("The father comes home, and nobody dies.", set[str]()),
        ("The dog is put to sleep.", {"dog"}),
    ],
)
def test_a_death_is_heard_where_one_breath_tells_who_and_that(text: str, who: set[str]) -> None:
    assert deaths(text) == who


def test_no_open_sentence_tells_the_death_that_a_detail_hides(library: Library) -> None:
    for movie in library.movies.values():
        details = (one.detail for one in movie.findings if one.topic in TELL_OF_DEATHS)
        hidden = {who for detail in details for who in deaths(detail or "")}
        told = {text: deaths(text) & hidden for text in in_the_open(movie) if deaths(text) & hidden}
        assert told == {}, movie.id
