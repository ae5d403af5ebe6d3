"""The verdict: the strictest finding decides; what is unknown can only lower it; voices stay apart."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.suitability import unknown_at, usual_age, verdict_at
from knowledge.entry import Level, Movie, Voice
from knowledge.library import Library
from knowledge.verdicts import Verdict
from tests.films import VOCABULARY, ages, film, finding, harmless, movies

ORDER = [Verdict.NOT_YET, Verdict.CANNOT_TELL, Verdict.WITH_CARE, Verdict.FITS]
PERMISSION = {Verdict.NOT_YET: 0, Verdict.CANNOT_TELL: 0, Verdict.WITH_CARE: 1, Verdict.FITS: 2}


def from_age(topic: str, level: str) -> int:
    return VOCABULARY.topics[topic].from_age(Level(level))


def verdict(movie: Movie, age: int) -> Verdict:
    return verdict_at(movie, age, VOCABULARY).verdict


def test_the_strictest_finding_decides() -> None:
    movie = harmless(finding("violence", "mild"), finding("sex", "severe"), finding("gore", "severe"))
    found = verdict_at(movie, 8, VOCABULARY)
    assert found.verdict is Verdict.NOT_YET
    assert [reason.topic.id for reason in found.reasons] == ["sex", "gore"]


def test_two_years_below_is_with_care() -> None:
    movie = harmless(finding("sex", "severe"))
    fits = from_age("sex", "severe")
    assert [verdict(movie, age) for age in range(fits - 3, fits + 1)] == [
        Verdict.NOT_YET,
        Verdict.WITH_CARE,
        Verdict.WITH_CARE,
        Verdict.FITS,
    ]


def test_what_nobody_checked_is_not_a_no() -> None:
    assert verdict(film(), 10) is Verdict.CANNOT_TELL
    assert verdict(harmless(), 0) is Verdict.FITS


def test_what_could_not_bind_at_this_age_does_not_matter() -> None:
    everything_but_smoking = [one for one in harmless().findings if one.topic != "tobacco"]
    movie = film(*everything_but_smoking)
    assert verdict(movie, from_age("tobacco", "severe") - 1) is Verdict.CANNOT_TELL
    assert verdict(movie, from_age("tobacco", "severe")) is Verdict.FITS


def test_a_voice_that_objects_makes_it_with_care() -> None:
    objects = Voice(who="teen", age=16, says="Too much.", too_much=("sex",), source="s")
    movie = film(*harmless(finding("violence", "moderate")).findings, voices=(objects,))
    assert verdict(movie, 16) is Verdict.WITH_CARE
    assert verdict(movie, 17) is Verdict.FITS


def test_a_voice_that_allows_it_changes_no_verdict() -> None:
    allows = Voice(who="teen", age=14, says="Fine.", suits_from=12, source="s")
    movie = film(*harmless(finding("sex", "severe")).findings, voices=(allows,))
    assert verdict(movie, 13) is Verdict.NOT_YET


def test_never_let_me_go_is_not_yet_at_11_and_something_else_at_16(library: Library) -> None:
    movie = library["never-let-me-go-2010"]
    young, old = (verdict_at(movie, age, library.vocabulary) for age in (11, 16))
    assert young.verdict is Verdict.NOT_YET
    assert {reason.topic.id for reason in young.reasons} & {"sex", "nudity"}
    assert "slurs_and_discrimination" in {topic.id for topic in young.unknown}
    assert old.verdict is not Verdict.NOT_YET


@given(movies, ages, ages)
def test_an_older_child_never_gets_a_stricter_verdict(movie: Movie, one: int, other: int) -> None:
    younger, older = sorted((one, other))
    assert ORDER.index(verdict(movie, younger)) <= ORDER.index(verdict(movie, older))


@given(movies, ages, st.data())
def test_forgetting_a_finding_never_allows_more(movie: Movie, age: int, data: st.DataObject) -> None:
    if not movie.findings:
        return
    gone = data.draw(st.sampled_from(movie.findings))
    rest = tuple(one for one in movie.findings if one != gone)
    less = movie.model_copy(update={"findings": rest})
    assert PERMISSION[verdict(less, age)] <= PERMISSION[verdict(movie, age)]


@given(movies, ages)
def test_at_most_three_reasons_the_binding_ones_each_with_a_source(movie: Movie, age: int) -> None:
    found = verdict_at(movie, age, VOCABULARY)
    steps = [reason.from_age for reason in found.reasons]
    assert len(steps) <= 3
    assert steps == sorted(steps, reverse=True)
    assert all(reason.finding.sources for reason in found.reasons)
    every = [VOCABULARY.topics[one.topic].from_age(one.level) for one in movie.findings]
    if steps:
        assert steps[0] == max(every)
    if found.verdict is Verdict.NOT_YET:
        assert steps
        assert all(step > age for step in steps)


@given(movies)
def test_the_usual_age_is_the_youngest_that_the_findings_fit(movie: Movie) -> None:
    usual = usual_age(movie, VOCABULARY)
    known = [VOCABULARY.topics[one.topic].from_age(one.level) for one in movie.findings]
    assert usual.from_age == max(known, default=0)


def test_a_mild_finding_is_a_reason_only_where_it_decides() -> None:
    movie = harmless(finding("violence", "severe"), finding("sex", "mild"), finding("language", "mild"))
    for found in (
        usual_age(movie, VOCABULARY),
        verdict_at(movie, 6, VOCABULARY),
        verdict_at(movie, 3, VOCABULARY),
    ):
        assert [reason.topic.id for reason in found.reasons] == ["violence"]
    alone = usual_age(harmless(finding("sex", "mild"), finding("nudity", "mild")), VOCABULARY)
    assert [reason.topic.id for reason in alone.reasons] == ["sex"]
    half_written = film(finding("sex", "mild"))
    assert usual_age(half_written, VOCABULARY).reasons == ()
    assert verdict_at(half_written, 15, VOCABULARY).reasons == ()


@given(movies, ages)
def test_what_is_unknown_never_improves_what_is_said(movie: Movie, age: int) -> None:
    unknown = usual_age(movie, VOCABULARY).unknown
    assert all(topic.strictest > usual_age(movie, VOCABULARY).from_age for topic in unknown)
    if unknown_at(movie, age, VOCABULARY):
        assert PERMISSION[verdict(movie, age)] == 0
