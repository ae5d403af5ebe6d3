"""Entries leave as files and come back the same; what differs is told field by field."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.curation.diff import diff
from knowledge.curation.export import FORMATS, to_csv
from knowledge.curation.faults import Faulty
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.curation.upload import check_in, read_upload
from knowledge.curation.upload_limits import fault_of_text
from knowledge.entry import (
    AlsoKnownAs,
    External,
    Finding,
    Movie,
    OfficialRating,
    Prose,
    Provenance,
    Quality,
    Released,
    Source,
    Status,
    Voice,
)
from knowledge.library import Library
from knowledge.titles.folding import slug
from tests.films import shipped_library

WORDS = read_vocabulary()
EMPTY = Library.of([], WORDS)


def fine(text: str) -> bool:
    return fault_of_text(text) is None and "||" not in text


def texts(longest: int) -> st.SearchStrategy[str]:
    odd = st.sampled_from(
        ["'Twas", "+1", "-30-", "''=", "1917", "a, b;\t", 'say "hi"', "日本", "№ ½", "👨‍👩‍👧"]
    )
    some = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=min(longest, 30))
    return (odd | some).map(str.strip).filter(lambda text: bool(text) and "\n" not in text).filter(fine)


LINES = texts(300)
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n".join).filter(fine)
SOURCES = st.just(("us",))
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
AGES = st.integers(0, 21)
TOLD = st.builds(Prose, says=PARAGRAPHS, detail=st.none() | PARAGRAPHS, sources=SOURCES)
TOPICS = st.sampled_from([topic.id for topic in WORDS.topics.values()])


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    topic = WORDS.topics[draw(TOPICS)]
    return draw(
        st.builds(
            Finding,
            topic=st.just(topic.id),
            level=st.sampled_from(topic.levels),
            says=LINES,
            detail=st.none() | PARAGRAPHS,
            inferred=st.none() | LINES,
            sources=SOURCES,
        )
    )


RATINGS = st.sampled_from([(board, code) for board in WORDS.boards.values() for code in board.codes]).flatmap(
    lambda pair: st.builds(
        OfficialRating,
        board=st.just(pair[0].id),
        code=st.just(pair[1]),
        reason=st.none() | LINES,
        sources=SOURCES,
    )
)
VOICES = st.builds(
    Voice,
    who=st.sampled_from(["expert", "parent", "teen", "kid", "educator"]),
    age=st.none() | AGES,
    said_on=st.none() | DAYS,
    says=LINES,
    detail=st.none() | PARAGRAPHS,
    suits_from=st.none() | AGES,
    too_much=st.lists(TOPICS, max_size=2).map(tuple),
    praises=st.lists(TOPICS, max_size=2).map(tuple),
    source=st.just("us"),
)
NAMES = texts(120)


def several(
    items: st.SearchStrategy[Any], by: Callable[[Any], object] | None = None
) -> st.SearchStrategy[Any]:
    return st.lists(items, max_size=3, unique_by=by).map(tuple)


@st.composite
def movies(draw: st.DrawFn) -> Movie:
    year = draw(st.integers(1900, 2030))
    title = draw(NAMES.filter(lambda text: re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text, 2000))))
    out = date(year, 5, 17)
    return draw(
        st.builds(
            Movie,
            id=st.just(slug(title, year)),
            title=st.just(title),
            year=st.just(year),
            pitch=LINES,
            runtime=st.none() | st.integers(1, 1000),
            genres=several(NAMES),
            directors=several(NAMES),
            cast=several(NAMES),
            studio=st.none() | NAMES,
            also_known_as=several(st.builds(AlsoKnownAs, title=NAMES, kind=st.just("translation"))),
            external=st.builds(External, imdb=st.none() | st.just("tt0123456")),
            released=st.builds(Released, theatrical=st.none() | st.just(out)),
            facts_from=SOURCES,
            ratings=several(RATINGS),
            findings=several(findings(), lambda finding: finding.topic),
            parents_need_to_know=st.none() | TOLD,
            story=st.none() | TOLD,
            quality=st.none() | st.builds(Quality, strengths=several(LINES), sources=SOURCES),
            talk_about=several(LINES),
            voices=several(VOICES),
            sources=st.dictionaries(
                st.sampled_from(["7", "a-b", "c_d"]), st.builds(Source, name=NAMES, seen_on=st.none() | DAYS)
            ).map(lambda more: {"us": Source(name="Us"), **more}),
            provenance=st.builds(
                Provenance,
                status=st.sampled_from(Status),
                written_by=NAMES,
                written_on=DAYS,
                note=st.none() | LINES,
            ),
        )
    )


GROUPS = st.lists(movies(), min_size=1, max_size=3, unique_by=lambda movie: movie.id).filter(
    lambda group: not any(check_in(movie, Library.of(group, WORDS), "") for movie in group)
)
MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("ending", FORMATS)
@MANY
@given(group=GROUPS)
def test_what_is_exported_imports_again_unchanged(ending: str, group: Sequence[Movie]) -> None:
    data = FORMATS[ending](group).encode()
    assert list(read_upload(f"entries.{ending}", data, EMPTY)) == group


@pytest.mark.parametrize("ending", FORMATS)
def test_the_whole_guide_exports_and_imports_unchanged(ending: str) -> None:
    for movie in shipped_library().movies.values():
        assert read_upload(f"{movie.id}.{ending}", FORMATS[ending]([movie]).encode(), shipped_library()) == (
            movie,
        )


@MANY
@given(group=GROUPS)
def test_no_spreadsheet_runs_a_cell_of_an_export(group: Sequence[Movie]) -> None:
    for row in csv.reader(io.StringIO(to_csv(group).removeprefix("\ufeff"), newline="")):
        assert not any(cell.lstrip()[:1] in {*"=+-@＝＋－＠"} - {""} for cell in row if cell)


@MANY
@given(one=movies(), other=movies())
def test_two_entries_compare_without_a_difference_only_if_they_are_equal(one: Movie, other: Movie) -> None:
    assert diff(one, one.model_copy()) == ()
    mixed = one.model_copy(update={"findings": other.findings, "voices": one.voices[::-1]})
    assert (diff(one, mixed) == ()) == (one == mixed)
    assert bool(diff(one, other)) == (one != other)
    assert {difference.key for difference in diff(one, mixed)} == {
        difference.key for difference in diff(mixed, one)
    }


def some_movie(**values: Any) -> Movie:
    return shipped_library()["never-let-me-go-2010"].model_copy(update={"alternatives": (), **values})


def test_several_faults_are_told_at_once_each_with_its_place() -> None:
    text = '[{"id": "a-2001", "title": "B", "year": "2001", "colour": "red"}, {"title": 3}]'
    with pytest.raises(Faulty) as caught:
        read_upload("x.json", text.encode(), EMPTY)
    keys = {fault.key for fault in caught.value.faults}
    assert {"0.year", "0.colour", "0.pitch"} <= keys


def test_two_films_of_one_name_in_a_file_are_told_by_their_place() -> None:
    twins = [some_movie(), some_movie(id="new-film-2010", title="New Film")]
    with pytest.raises(Faulty) as caught:
        read_upload("x.json", FORMATS["json"](twins).encode(), EMPTY)
    assert {(fault.file, fault.key) for fault in caught.value.faults} == {("x.json", "1.title")}


def test_a_semicolon_file_of_a_german_spreadsheet_is_read() -> None:
    movie = some_movie(cast=("A, B", "C; D"))
    rows = csv.reader(io.StringIO(to_csv([movie]).removeprefix("\ufeff"), newline=""))
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(rows)
    assert read_upload("x.csv", file.getvalue().encode("utf-8-sig"), EMPTY) == (movie,)
