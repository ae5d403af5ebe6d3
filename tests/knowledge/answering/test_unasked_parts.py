"""What is answered where a question leaves something open: no topics to compare by, no picks, words alone."""

from knowledge.answering.answer import MOST_COMPARED_TOPICS, answer
from knowledge.answers import Comparison, Quoted, Suggestions
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question
from tests.films import SCALES, VOCABULARY, film, finding, harmless


def called(movie_id: str, movie: Movie) -> Movie:
    return movie.model_copy(update={"id": movie_id})


def test_words_without_a_kind_are_looked_for_in_what_is_recorded() -> None:
    movie = film(finding("fear", "mild").model_copy(update={"says": "A lighthouse falls."}))
    found = answer(Question(Intent.UNKNOWN, movie.id, words="lighthouse"), Library.of([movie], VOCABULARY))
    assert isinstance(found, Quoted)
    assert [quote.says for quote in found.quotes] == ["A lighthouse falls."]


def test_a_film_without_picks_leads_to_films_like_it() -> None:
    one, other = called("one", harmless()), called("other", harmless())
    found = answer(Question(Intent.ALTERNATIVES, "one"), Library.of([one, other], VOCABULARY))
    assert isinstance(found, Suggestions)
    assert found.movie == one
    assert [each.movie.id for each in found.films] == ["other"]


def test_films_are_compared_where_they_lie_furthest_apart() -> None:
    one = called("one", film(finding("violence", "severe"), finding("fear", "mild"), finding("sex", "mild")))
    other = called("other", film(finding("violence", "none"), finding("fear", "mild")))
    found = answer(Question(Intent.COMPARE, "one", others=("other",)), Library.of([one, other], VOCABULARY))
    assert isinstance(found, Comparison)
    compared = [assessment.topic.id for assessment in found.films[0].assessments]
    assert compared == ["violence", "sex"], (
        "what is alike is no difference, what nobody looked at half of one"
    )


def test_no_more_topics_are_compared_than_fit() -> None:
    one = called("one", film(*(finding(topic, "severe") for topic in SCALES)))
    found = answer(
        Question(Intent.COMPARE, "one", others=("other",)),
        Library.of([one, called("other", harmless())], VOCABULARY),
    )
    assert isinstance(found, Comparison)
    assert len(found.films[0].assessments) == MOST_COMPARED_TOPICS
