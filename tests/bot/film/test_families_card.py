"""What families say fits a phone in every language, hides spoilers, and lets no mark-up through."""

from datetime import date

import pytest

from bot.film.draw import draw, draw_whole
from bot.film.families_lines import beside_parts, disagreement_line
from bot.ui.phone import LINES
from bot.ui.phrases import Languages, read_words
from knowledge.answering.answer import answer
from knowledge.answering.families import official_age
from knowledge.answers import NoGuide
from knowledge.entry import OfficialRating
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.reviews.counts import recount
from knowledge.reviews.disagreement import FamilyView
from knowledge.reviews.groups import FilmReviews
from knowledge.reviews.review import Flag, QuotedReview, Review, Reviewer
from knowledge.titles.films import Film
from knowledge.verdicts import BoardRating
from tests.bot.ui.test_hostile import HOSTILE, comes_through
from tests.films import VOCABULARY

LANGUAGES = Languages()
WHO: tuple[Reviewer, ...] = ("parent", "teen", "kid", "educator")
FILM = Film("tt1", "A Film", 2001)


def families(text: str = "Long and sad. " * 60, *, spoils: bool = False) -> FilmReviews:
    """As much as families can say: every group large, with every flag."""
    words = {"text": text[:1000], "spoils": spoils}
    said = [
        Review(who=who, ages=(13, 15), suits_from=age, stars=4, flags=tuple(Flag)).model_copy(update=words)
        for who in WHO
        for age in (6, 12, 17)
    ]
    best = tuple(
        QuotedReview(id=number, review=one, on=date(2026, 1, 1), helpful=number)
        for number, one in enumerate(said[:3])
    )
    return FilmReviews.of(recount(said), best)


@pytest.mark.parametrize("language", read_words())
@pytest.mark.parametrize("intent", [Intent.REVIEW_SUMMARY, Intent.SUITABILITY, Intent.UNKNOWN])
def test_every_card_with_what_families_say_fits_a_phone(
    library: Library, language: str, intent: Intent
) -> None:
    say = LANGUAGES[language]
    for movie in list(library.movies.values())[:20]:
        told = library.with_families({library.reviewed_as(movie.id, movie.external.imdb): families()})
        question = Question(intent, movie.id, (8,) if intent is Intent.SUITABILITY else ())
        card = draw(answer(question, told), question, say, VOCABULARY.topics)
        assert card.height <= LINES, card.text
    question = Question(intent, FILM.id, (8,))
    assert (
        draw(NoGuide(FILM, families=FamilyView(families())), question, say, VOCABULARY.topics).height <= LINES
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_review_lets_mark_up_through(library: Library, text: str) -> None:
    say, question = LANGUAGES["en"], Question(Intent.REVIEW_SUMMARY, "coco-2017")
    told = library.with_families(
        {library.reviewed_as("coco-2017", library["coco-2017"].external.imdb): families(text)}
    )
    for found in (answer(question, told), NoGuide(FILM, families=FamilyView(families(text)))):
        for drawn in (draw, draw_whole):
            assert comes_through(drawn(found, question, say, VOCABULARY.topics).text) == []


def test_a_quoted_review_that_gives_the_plot_away_is_hidden() -> None:
    found = NoGuide(FILM, families=FamilyView(families("The boat sinks.", spoils=True)))
    card = draw_whole(found, Question(Intent.REVIEW_SUMMARY), LANGUAGES["en"], VOCABULARY.topics)
    assert "||The boat sinks.||" in card.text


@pytest.mark.parametrize("language", read_words())
def test_the_first_card_has_every_group_a_disagreement_and_a_quote(library: Library, language: str) -> None:
    say = LANGUAGES[language]
    groups: tuple[tuple[Reviewer, int, int], ...] = (("parent", 9, 4), ("teen", 6, 3), ("educator", 10, 1))
    said = [
        Review(who=who, ages=(14,), suits_from=age, stars=4, flags=(Flag.FEAR,), text="Spooky. " * 30)
        for who, age, count in groups
        for _ in range(count)
    ]
    best = tuple(QuotedReview(id=1, review=one, on=date(2026, 1, 1), helpful=2) for one in said[:3])
    film = library["coraline-2009"]
    told = library.with_families(
        {library.reviewed_as(film.id, film.external.imdb): FilmReviews.of(recount(said), best)}
    )
    question = Question(Intent.REVIEW_SUMMARY, film.id)
    text = draw(answer(question, told), question, say, VOCABULARY.topics).text
    for who, _, count in groups:
        assert say(f"families.{who}", count=count) in text
    assert say("families.disagree", one="", other="").partition("**")[2].partition(":")[0] in text
    assert "Spooky." in text


@pytest.mark.parametrize(
    ("code", "said"), [("PG", "look first under 10"), ("R", "from 17"), ("G", "for all ages")]
)
def test_a_rating_that_keeps_nobody_out_does_not_begin_at_an_age(code: str, said: str) -> None:
    mpa, say = VOCABULARY.boards["MPA"], LANGUAGES["en"]
    rating = OfficialRating(board="MPA", code=code, sources=("us",))
    view = FamilyView(families(), official_age(BoardRating(rating, mpa, mpa.codes[code])))
    assert beside_parts(view, say) == [f"**Official rating {code}**: {said}"]
    differ = " ".join(disagreement_line(one, view, say) for one in view.disagreements)
    assert f"the official rating {code} says {said}" in differ


@pytest.mark.parametrize("language", read_words())
def test_who_disagrees_is_said_of_a_film_without_a_guide_as_well(language: str) -> None:
    say = LANGUAGES[language]
    groups: tuple[tuple[Reviewer, int], ...] = (("parent", 12), ("teen", 7))
    said = [Review(who=who, ages=(14,), suits_from=age, stars=4) for who, age in groups for _ in range(3)]
    view = FamilyView(FilmReviews.of(recount(said), ()))
    (apart,) = view.disagreements
    card = draw(NoGuide(FILM, families=view), Question(Intent.SUITABILITY, FILM.id), say, VOCABULARY.topics)
    assert disagreement_line(apart, view, say) in card.text
