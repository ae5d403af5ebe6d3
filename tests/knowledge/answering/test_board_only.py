"""A film without a guide: a board's word can say "not yet", and its silence says nothing."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.board_only import board_only
from knowledge.answers import NoGuide
from knowledge.catalogue.store import Known
from knowledge.entry import Level
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from knowledge.verdicts import Admission, Verdict
from tests.films import SCALES, VOCABULARY, ages, finding, harmless

FILM = Film("tt0000001", "The Tin Whale", 1999, imdb="tt0000001")
RATINGS = (("BBFC", "12A", "files"), ("MPA", "PG-13", "files"), ("FSK", "12", "files"))
EMPTY = Library.of([], VOCABULARY)
Named = tuple[tuple[str, str, str], ...]

named = st.lists(
    st.tuples(
        st.sampled_from(["MPA", "BBFC", "NOBODY"]),
        st.sampled_from([*SCALES, "flashing_lights", "no_topic"]),
        st.sampled_from([level.value for level in Level]),
    ),
    max_size=8,
).map(tuple)


def known(said: Named = (), ratings: tuple[tuple[str, str, str], ...] = RATINGS) -> Known:
    return Known(FILM.id, FILM.title, FILM.year, 300, 61, (), ratings, ("files",), said)


def told(
    said: Named, *years: int, topics: tuple[str, ...] = (), library: Library = EMPTY, country: str = "US"
) -> NoGuide:
    question = Question(Intent.SUITABILITY, FILM.id, years, topics)
    return board_only(question, FILM, known(said), library, country)


def verdict(said: Named, age: int) -> Verdict:
    (one,) = told(said, age).verdicts
    return one.verdict


@given(named, ages)
def test_a_board_never_makes_a_yes(said: Named, age: int) -> None:
    assert verdict(said, age) in (Verdict.NOT_YET, Verdict.CANNOT_TELL)
    assert verdict((), age) is Verdict.CANNOT_TELL


@given(named, named, ages)
def test_what_is_named_beside_it_never_makes_a_verdict_milder(said: Named, more: Named, age: int) -> None:
    if verdict(said, age) is Verdict.NOT_YET:
        assert verdict((*said, *more), age) is Verdict.NOT_YET


@given(named, ages, ages)
def test_an_older_child_is_never_refused_what_a_younger_one_is_not(said: Named, one: int, two: int) -> None:
    if verdict(said, max(one, two)) is Verdict.NOT_YET:
        assert verdict(said, min(one, two)) is Verdict.NOT_YET


@given(named, ages)
def test_who_is_refused_hears_why(said: Named, age: int) -> None:
    (one,) = told(said, age).verdicts
    if one.verdict is Verdict.NOT_YET:
        assert one.reasons
        assert one.reasons[0].from_age == max(reason.from_age for reason in told(said).named)


@given(named, st.lists(st.sampled_from(list(VOCABULARY.topics)), max_size=3, unique=True).map(tuple))
def test_a_topic_that_is_not_named_has_no_level_at_all(said: Named, topics: tuple[str, ...]) -> None:
    answer = told(said, topics=topics)
    assert [topic.id for topic, _ in answer.asked] == list(topics)
    for topic, found in answer.asked:
        boards = [one for one in said if one[1] == topic.id and one[0] != "NOBODY" and one[2] != "none"]
        assert len(found) == len(boards)
    assert all(one.level is not Level.NONE for one in answer.named)


def test_the_countrys_board_comes_first_and_says_what_it_means_at_an_age() -> None:
    first = told((), 8).official[0]
    assert (first.rating.code, first.at) == ("PG-13", ((8, Admission.CAREFUL),))
    assert told((), country="DE").official[0].rating.code == "12"
    assert told((), country="JP").official[0].rating.code == "12A"


def test_the_strictest_decides_whichever_board_named_it() -> None:
    said = (("MPA", "sex", "mild"), ("BBFC", "violence", "severe"))
    (one,) = told(said, 8).verdicts
    assert one.verdict is Verdict.NOT_YET
    assert [reason.topic.id for reason in one.reasons] == ["violence"]
    assert [each.board.id for each in told(said).named] == ["MPA", "BBFC"]


def test_a_film_of_which_nothing_is_known_has_no_verdict_but_that() -> None:
    question = Question(Intent.SUITABILITY, FILM.id, (8,), ("fear",))
    answer = board_only(question, FILM, None, EMPTY)
    assert [one.verdict for one in answer.verdicts] == [Verdict.CANNOT_TELL]
    assert [found for _, found in answer.asked] == [()]


def test_the_nearest_film_shares_something_and_fits() -> None:
    mild, grim = harmless(finding("fear", "mild")), harmless(finding("fear", "severe"))
    grim = grim.model_copy(update={"id": "grim-2001"})
    library = Library.of([grim, mild], VOCABULARY)
    scary = (("MPA", "fear", "moderate"),)
    assert told(scary, 8, library=library).nearest == mild
    assert told(scary, 1, library=library).nearest is None
    assert told((("MPA", "drugs", "mild"),), 8, library=library).nearest is None
    assert told(scary, library=library).nearest is None, "nobody knows for whom"


def test_a_reason_is_named_in_the_board_s_own_words_and_once() -> None:
    film = replace(
        known((("MPA", "violence", "severe"), ("BBFC", "fear", "mild"))),
        reasons=(("MPA", "PG-13", "Rated PG-13 for intense sci-fi violence and brief language"),),
    )
    answered = board_only(Question(Intent.SUITABILITY, FILM.id), FILM, film, EMPTY)
    assert [(one.board.id, one.topic.id, one.words) for one in answered.named] == [
        ("MPA", "violence", "intense sci-fi violence"),
        ("MPA", "language", "brief language"),
        ("BBFC", "fear", ""),
    ]
