"""What is compared with what: the film spoken of, a version, a film that nobody knows."""

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.questions import Intent
from knowledge.reading import Reading
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned
from knowledge.understanding.understand import Understanding

VOTES = {2010: 80_000, 1976: 3_000, 1979: 2_500, 2016: 900}


@pytest.fixture(scope="module")
def films() -> Titles:
    """Parts and versions of two names, and a film beside them."""
    rows = (
        ("Coco", 2017), ("Encanto", 2021), ("Frozen", 2013), ("Frozen II", 2019),
        ("The Lion King", 1994), ("The Lion King", 2019), ("Frozen", 2010), ("Up", 2009), ("Up!", 1976),
        ("Home", 2015), ("Home Alone", 1990), ("Part Two", 1979), ("The Remake", 2016),
    )  # fmt: skip
    return Titles.of(
        Film(f"{title} {year}", title, year, votes=VOTES.get(year, 400_000)) for title, year in rows
    )


@pytest.fixture(scope="module")
def reads(films: Titles, learned: Learned) -> Understanding:
    """The reader over these films."""
    return Understanding(films, read_vocabulary(), learned)


def compared(reading: Reading) -> tuple[str | None, ...]:
    """The ids of the films of a comparison."""
    question = reading.questions[0]
    assert question.intent is Intent.COMPARE
    return (question.movie, *question.others)


@pytest.mark.parametrize("asked", ["how does it compare to encanto", "is it scarier than Encanto?"])
def test_one_film_alone_is_compared_with_the_film_spoken_of(
    reads: Understanding, films: Titles, asked: str
) -> None:
    assert compared(reads.read(asked, films.named("Coco 2017"))) == ("Coco 2017", "Encanto 2021")


@pytest.mark.parametrize(
    ("asked", "both"),
    [
        ("is frozen 2 darker than frozen 1", ("Frozen II 2019", "Frozen 2013")),
        ("is frozen 2 sadder than the first one", ("Frozen II 2019", "Frozen 2013")),
        ("lion king 2019 vs 1994 for a 5 year old", ("The Lion King 2019", "The Lion King 1994")),
        ("Frozen or Frozen 2 first for a 3 yr old whos easily spooked", ("Frozen 2013", "Frozen II 2019")),
        (
            "the lion king 2019 vs the original, which is less scary",
            ("The Lion King 2019", "The Lion King 1994"),
        ),
    ],
)
def test_a_film_is_compared_with_its_other_part_or_version(
    reads: Understanding, asked: str, both: tuple[str, str]
) -> None:
    assert compared(reads.read(asked)) == both


@pytest.mark.parametrize("asked", ["frozen or zorblax for 5", "is zorblax scarier than frozen"])
def test_a_side_that_nobody_knows_is_named(reads: Understanding, asked: str) -> None:
    reading = reads.read(asked)
    assert reading.questions[0].intent is Intent.COMPARE
    assert "zorblax" in (*reading.missed, reading.sought)


@pytest.mark.parametrize("before", ["Frozen 2013", "The Lion King 1994"])
@pytest.mark.parametrize("title", ["up", "home", "home alone"])
@pytest.mark.parametrize("question", ["{}?", "and {}?", "is {} better?", "how scary is {}"])
def test_a_title_of_everyday_words_is_no_other_version_of_the_film_before(
    reads: Understanding, films: Titles, before: str, title: str, question: str
) -> None:
    asked = reads.read(question.format(title), films.named(before)).questions[0]
    called = {film.id for film in (*films.exact(title), *films.called(title))}
    assert {asked.movie, *asked.others} <= called | {before, None}


def test_a_second_film_of_everyday_words_is_no_other_version_of_the_first(reads: Understanding) -> None:
    questions = reads.read("Up or not? and Home or not? 5").questions
    assert {question.movie for question in questions} == {"Up 2009", "Home 2015"}


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        ("The Lion King 1994", "the new one", "The Lion King 2019"),
        ("The Lion King 2019", "and the cartoon?", "The Lion King 1994"),
        ("Frozen 2013", "and part two?", "Frozen II 2019"),
        ("Coco 2017", "the original?", "Coco 2017"),
    ],
)
def test_words_that_tell_a_version_mean_one_of_the_film_before(
    reads: Understanding, films: Titles, before: str, asked: str, meant: str
) -> None:
    assert reads.read(asked, films.named(before)).questions[0].movie == meant


@pytest.mark.parametrize("asked", ["the remake?", "the live action one", "and part 2?", "the second one"])
def test_a_version_that_nobody_knows_is_no_film_that_is_called_so(
    reads: Understanding, films: Titles, asked: str
) -> None:
    coco = films.named("Coco 2017")
    reading = reads.read(asked, coco)
    assert reading.questions[0].movie is None
    assert {*reading.candidates} <= {coco}


@pytest.mark.parametrize("asked", ["2019 version", "the one from 2019", "is the one from 2019 ok for 6"])
def test_a_year_that_is_another_version_s_is_not_passed_over(
    reads: Understanding, films: Titles, asked: str
) -> None:
    reading = reads.read(asked, films.named("The Lion King 1994"))
    meant = reading.movie or next(iter(reading.candidates), None)
    assert meant is not None
    assert meant.id == "The Lion King 2019"


def test_a_version_that_is_listed_counts_before_anybody_rated_it(learned: Learned) -> None:
    films = [Film("old", "Moana", 2016, votes=400_000), Film("new", "Moana", 2026, ("Moana live action",))]
    titles = Titles.of(films)
    reader = Understanding(titles, read_vocabulary(), learned)
    assert reader.read("the 2026 one", titles.named("old")).movie == films[1]
