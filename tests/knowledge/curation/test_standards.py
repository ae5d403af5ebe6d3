"""What the shared guide asks of its entries: independent sources, every answer, no reason of a re-issue."""

from collections.abc import Mapping

import pytest

from knowledge.curation.section import Entry
from knowledge.curation.sections import SECTIONS
from knowledge.curation.shipped_guide import read_refused
from knowledge.curation.standards import below_standard
from knowledge.entry import Finding, Level, Movie, OfficialRating, Source
from knowledge.library import Library
from knowledge.vocabulary import Vocabulary
from tests.films import film

DECIDED = ("animal_harm", "death_of_a_parent")
PAGES = {
    "one": Source(name="A review", url="https://www.one.example/film/"),
    "two": Source(name="Another review", url="https://two.example/film"),
}


def answered(topic: str, *sources: str) -> Finding:
    return Finding(topic=topic, level=Level.NONE, says="None was found.", sources=sources or ("one", "two"))


def entry(sources: Mapping[str, Source] = PAGES, **changes: object) -> Movie:
    """An entry that meets the standard, with these changes."""
    findings = tuple(answered(topic) for topic in DECIDED)
    return film().model_copy(update={"findings": findings, "sources": dict(sources), **changes})


def faults(movie: Movie, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    found = below_standard(movie, vocabulary, read_refused(), "x.toml")
    return [(fault.key, fault.says) for fault in found]


def test_the_shipped_guide_meets_its_own_standard(library: Library) -> None:
    assert [fault for movie in library.movies.values() for fault in faults(movie, library.vocabulary)] == []


def test_what_the_story_decides_is_open_in_at_most_one_entry_of_ten(library: Library) -> None:
    for topic in DECIDED:
        is_open = [movie.id for movie in library.movies.values() if not movie.finding(topic)]
        assert len(is_open) <= len(library.movies) / 10, (topic, is_open)


@pytest.mark.parametrize("topic", DECIDED)
def test_what_the_story_decides_is_answered_or_left_open_with_a_reason(
    vocabulary: Vocabulary, topic: str
) -> None:
    others = tuple(answered(name) for name in DECIDED if name != topic)
    ((key, says),) = faults(entry(findings=others), vocabulary)
    assert key == "findings"
    assert says.startswith(topic)
    assert faults(entry(findings=others, left_open={topic: "No source says."}), vocabulary) == []


def test_nothing_is_answered_and_left_open_at_once(vocabulary: Vocabulary) -> None:
    both = entry(left_open={"animal_harm": "No source says.", "dragons": "No source says."})
    assert [key for key, _ in faults(both, vocabulary)] == ["left_open.animal_harm", "left_open.dragons"]


@pytest.mark.parametrize(
    "again",
    [
        "https://one.example/film",
        "https://www.one.example/film",
        "https://ONE.example/film/",
    ],
)
def test_one_page_is_one_source_however_it_is_typed(vocabulary: Vocabulary, again: str) -> None:
    doubled = entry({**PAGES, "again": Source(name="The same", url=again)})
    assert [key for key, _ in faults(doubled, vocabulary)] == ["sources.again.url"]


def test_two_parts_of_a_page_may_be_two_sources(vocabulary: Vocabulary) -> None:
    readers = Source(name="Its readers", url="https://www.one.example/film/#readers")
    assert faults(entry({**PAGES, "readers": readers}), vocabulary) == []


@pytest.mark.parametrize("host", read_refused())
def test_pages_that_machines_wrote_or_copied_are_refused(vocabulary: Vocabulary, host: str) -> None:
    machine = Source(name="A machine", url=f"https://www.{host}/does-the-dog-die")
    assert [key for key, _ in faults(entry({**PAGES, "m": machine}), vocabulary)] == ["sources.m.url"]


def test_what_one_organisation_carries_on_several_sites_is_one_witness(library: Library) -> None:
    """A council retells its reviews for children, and another network prints them."""
    reviews = "childrenandmedia.org.au/movie-reviews"
    retold = ("childrenandmedia.org.au/kidzone", "raisingchildren.net.au")
    for movie in library.movies.values():
        urls = {name: one.url or "" for name, one in movie.sources.items() if not one.copy_of}
        original = [name for name, url in urls.items() if reviews in url]
        again = [name for name, url in urls.items() if any(site in url for site in retold)]
        assert not again or len(original) + len(again) == 1, movie.id


def test_a_source_and_its_copy_are_one_witness(vocabulary: Vocabulary) -> None:
    copied = {**PAGES, "two": PAGES["two"].model_copy(update={"copy_of": "one"})}
    said = [key for key, _ in faults(entry(copied), vocabulary)]
    assert said == ["findings.0.sources", "findings.1.sources", "findings"]


def test_a_copy_names_another_source_of_the_entry(vocabulary: Vocabulary) -> None:
    for wrong in ("nobody", "two"):
        copied = {**PAGES, "two": PAGES["two"].model_copy(update={"copy_of": wrong})}
        assert "sources.two.copy_of" in [key for key, _ in faults(entry(copied), vocabulary)]


def test_one_source_is_not_enough(vocabulary: Vocabulary) -> None:
    alone = entry(findings=tuple(answered(topic, "one") for topic in DECIDED))
    assert [key for key, _ in faults(alone, vocabulary)] == ["findings"]


@pytest.mark.parametrize(("year", "keys"), [(1982, ["ratings.0.reason"]), (2001, [])])
def test_a_reason_older_than_reasons_belongs_to_a_re_issue(
    vocabulary: Vocabulary, year: int, keys: list[str]
) -> None:
    rated = OfficialRating(board="MPA", code="PG", reason="language", sources=("one",))
    assert [key for key, _ in faults(entry(year=year, ratings=(rated,)), vocabulary)] == keys


def test_a_form_keeps_what_a_source_is_a_copy_of() -> None:
    was: Entry = {"sources": {"one": {"name": "A review"}, "two": {"name": "Its copy", "copy_of": "one"}}}
    part = SECTIONS["sources"]
    assert part.read(part.show(was, ""), was, "")["sources"] == was["sources"]
