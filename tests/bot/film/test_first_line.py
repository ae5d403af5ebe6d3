"""The first line: no age of ours while a topic that could bind was not assessed; the rating stands then."""

import re
from itertools import product

import pytest

from bot.film.draw import draw
from bot.ui.phrases import Languages, read_words
from knowledge.answering.answer import answer
from knowledge.entry import Level, Movie, OfficialRating, Voice
from knowledge.library import Library
from knowledge.questions import Intent, Question
from tests.films import SCALES, VOCABULARY, film, finding, harmless

LANGUAGES = Languages()
RATED = OfficialRating(board="MPA", code="PG-13", sources=("s",))


def rated(movie: Movie) -> Movie:
    return movie.model_copy(update={"ratings": (RATED,)})


HALF = rated(film(finding("violence", "mild"), finding("sex", "mild")))
NOTHING = rated(film())
WHOLE = harmless(finding("violence", "moderate"))
ALL_BUT_ONE = rated(film(*(one for one in WHOLE.findings if one.topic != "sex")))


def lines(movie: Movie, intent: Intent, ages: tuple[int, ...] = (), language: str = "en") -> list[str]:
    shelf, question = Library.of([movie], VOCABULARY), Question(intent, movie.id, ages, others=(movie.id,))
    card = draw(answer(question, shelf), question, LANGUAGES[language], VOCABULARY.topics)
    return card.text.splitlines()


def numbers(line: str) -> list[str]:
    return re.findall(r"\d+", line.replace("PG-13", ""))


@pytest.mark.parametrize("language", read_words())
@pytest.mark.parametrize("movie", [HALF, NOTHING, ALL_BUT_ONE], ids=["half", "nothing", "all but one"])
def test_no_age_but_the_childs_stands_in_it(movie: Movie, language: str) -> None:
    for intent, ages in product((Intent.SUITABILITY, Intent.UNKNOWN), ((), (15,))):
        if intent is Intent.SUITABILITY or not ages:
            first = lines(movie, intent, ages, language)[1]
            others = set(map(str, range(1, len(SCALES))))  # How many topics more.
            assert set(numbers(first)) - others <= {str(age) for age in ages}, first


def test_the_rating_is_what_is_said() -> None:
    assert lines(ALL_BUT_ONE, Intent.UNKNOWN)[1] == "**PG-13; nobody has looked at sex yet.**"
    assert lines(HALF, Intent.SUITABILITY)[1].startswith("**PG-13; nobody has looked at nudity, ")
    assert lines(HALF, Intent.SUITABILITY, (12,))[1].startswith(
        "**Can't say for a 12-year-old.** PG-13; nobody has looked at nudity, "
    )
    assert lines(ALL_BUT_ONE, Intent.SUITABILITY, (5,))[1] == (
        "**Not yet for a 5-year-old.** And nobody has looked at sex yet."
    )
    assert lines(NOTHING, Intent.SUITABILITY)[1].startswith(
        "**PG-13; nobody has recorded what is in it yet.**"
    )


def test_where_little_is_left_to_look_at_it_says_whether_anything_speaks_against_that_age() -> None:
    assert lines(ALL_BUT_ONE, Intent.SUITABILITY, (12,))[1] == (
        "**Nothing against it so far for a 12-year-old, but nobody has looked at sex yet.**"
    )
    objects = Voice(who="expert", says="A view.", suits_from=14, source="s")
    objecting = ALL_BUT_ONE.model_copy(update={"voices": (objects,)})
    for movie, age in ((objecting, 12), (ALL_BUT_ONE, 7)):
        assert "Nothing against" not in lines(movie, Intent.SUITABILITY, (age,))[1]


def test_a_comparison_and_the_rating_name_no_age_either() -> None:
    compared = lines(HALF, Intent.COMPARE)
    assert compared[2] == "**The Paper Boat (2001) · PG-13**: not all is recorded"
    assert not any("from" in line for line in compared)
    assert not any("from" in line for line in lines(HALF, Intent.AGE_RATING))


def test_mild_findings_of_a_half_written_entry_are_no_reasons() -> None:
    for ages in ((), (5,), (15,)):
        assert not any("mild" in line or "from" in line for line in lines(HALF, Intent.SUITABILITY, ages))


def test_an_age_that_rests_on_the_rating_says_so() -> None:
    movie = rated(harmless(finding("fear", "mild")))
    years = VOCABULARY.audience.passed_from[2]
    assert lines(movie, Intent.UNKNOWN)[1] == f"**By its rating: from {years}.**"
    told = lines(movie, Intent.SUITABILITY, (5,))
    assert told[1] == f"**Not yet for a 5-year-old.** By its rating: from {years}."
    assert told[2].startswith("- **Passed for** (MPA PG-13)")
    assert not any("mild" in line for line in told), "it is not what decides"


def test_an_entry_that_is_whole_names_its_age() -> None:
    violence = VOCABULARY.topics["violence"].from_age(Level.MODERATE)
    assert lines(WHOLE, Intent.UNKNOWN)[1] == f"**By what is in it: from {violence}.**"


def test_what_reviewers_say_stands_beside_it_as_theirs() -> None:
    def told(*published: int) -> str:
        voices = tuple(Voice(who="expert", says="A view.", suits_from=age, source="s") for age in published)
        return lines(WHOLE.model_copy(update={"voices": voices}), Intent.UNKNOWN)[1]

    assert told(7).endswith("** Reviewers say 7.")
    assert told(8, 6, 7).endswith("** Reviewers say 6 to 8.")


@pytest.mark.parametrize("age", [5, 8, 12])
def test_pg_13_is_explained_as_pg_13_to_every_parent(age: int) -> None:
    for intent in (Intent.SUITABILITY, Intent.AGE_RATING):
        said = " ".join(lines(HALF, intent, (age,)))
        assert "strongly cautioned" in said
        assert "under 13" in said
        assert "look first" not in said
