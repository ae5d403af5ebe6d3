"""What to watch: the youngest child decides, and nothing that does not fit is ever named."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.answer import answer
from knowledge.answering.made_for import passed_for_children
from knowledge.answering.suggestible import EARLY
from knowledge.answering.suggestion import MOST, suggest
from knowledge.answering.suitability import usual_age, verdict_at
from knowledge.answers import Alternatives, Suggestions
from knowledge.entry import Alternative, Finding, Level, Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.verdicts import Verdict
from tests.films import MOVIE_IDS, VOCABULARY, finding, harmless, movies, shipped_library

SCALES = [topic.id for topic in VOCABULARY.topics.values() if topic.kind == "scale"]


def asked(said: Finding) -> int:
    return VOCABULARY.topics[said.topic].from_age(said.level)


def called(name: str, movie: Movie, **more: object) -> Movie:
    return movie.model_copy(update={"id": name, "title": name, **more})


def names(question: Question, *films: Movie) -> list[str]:
    found = answer(question, Library.of(films, VOCABULARY))
    assert isinstance(found, Suggestions)
    return [one.movie.id for one in found.films]


wishes = st.builds(
    Question,
    intent=st.just(Intent.SUGGEST),
    movie=st.sampled_from([None, *MOVIE_IDS[:5]]),
    ages=st.lists(st.integers(1, 17), min_size=1, max_size=3, unique=True).map(lambda a: tuple(sorted(a))),
    topics=st.lists(st.sampled_from(SCALES), max_size=2, unique=True).map(tuple),
    words=st.sampled_from(["", "friendship", "Trauer", "a dog", "robots"]),
    minutes=st.one_of(st.none(), st.integers(60, 180)),
)


@given(wishes)
def test_a_film_that_does_not_fit_is_never_named(wish: Question) -> None:
    found = suggest(wish, shipped_library())
    assert len(found.films) <= MOST
    for one in found.films:
        for age in wish.ages:
            assert verdict_at(one.movie, age, VOCABULARY).verdict is not Verdict.NOT_YET
            assert one.usual.from_age - age <= EARLY
            assert {said.level for said in one.movie.findings if asked(said) > age} <= {Level.MILD}
        assert not {topic.id for topic in one.unseen} & set(VOCABULARY.audience.looked_at)
        assert not one.unseen or passed_for_children(one.movie, VOCABULARY)
        assert one.movie.id != wish.movie
        held = {topic: one.movie.finding(topic) for topic in wish.topics}
        assert all(said is not None and said.level is Level.NONE for said in held.values())
        assert wish.minutes is None or (one.movie.runtime or 999) <= wish.minutes


@given(wishes)
def test_page_after_page_names_every_film_that_fits_once(wish: Question) -> None:
    first = suggest(wish, shipped_library())
    seen = [one.movie.id for one in first.films]
    while (page := suggest(replace(wish, after=len(seen)), shipped_library())).films:
        assert page.more == len(first.films) + first.more - len(seen) - len(page.films)
        seen += [one.movie.id for one in page.films]
    assert len(seen) == len(set(seen)) == len(first.films) + first.more


@given(st.lists(movies, max_size=6), st.integers(0, 18), st.integers(0, 18))
def test_an_older_sibling_changes_nothing(shelf: list[Movie], young: int, older: int) -> None:
    ages = tuple(sorted({young, max(young, older)}))
    films = [called(f"film-{place}", movie) for place, movie in enumerate(shelf)]
    alone = names(Question(Intent.SUGGEST, ages=(young,)), *films)
    assert names(Question(Intent.SUGGEST, ages=ages), *films) == alone


def test_what_nobody_looked_at_or_timed_is_not_suggested() -> None:
    untold = harmless()
    left = [one for one in untold.findings if one.topic != "fear"]
    unseen = called("unseen", untold, findings=tuple(left), runtime=80)
    untimed = called("untimed", untold)
    seen = called("seen", untold, runtime=80)
    assert names(Question(Intent.SUGGEST, ages=(8,), minutes=90), unseen, untimed, seen) == ["seen"]
    assert names(Question(Intent.SUGGEST, topics=("fear",)), unseen, seen) == ["seen"]


def test_it_is_told_how_many_more_may_fit_where_not_all_was_looked_at() -> None:
    seen = harmless(finding("gore", "severe"))
    fewer = tuple(one for one in harmless().findings if one.topic != "fear")
    shelf = [called("seen", harmless()), called("strong", seen), called("half", harmless(), findings=fewer)]
    found = suggest(Question(Intent.SUGGEST, ages=(6,)), Library.of(shelf, VOCABULARY))
    assert [one.movie.id for one in found.films] == ["seen"]
    assert found.uncertain == 1


def test_a_film_for_these_ages_comes_before_one_for_small_children() -> None:
    small, big = called("small", harmless()), called("big", harmless(finding("violence", "moderate")))
    assert names(Question(Intent.SUGGEST, ages=(15,)), small, big) == ["big", "small"]


def test_what_was_picked_by_hand_comes_first_and_says_why() -> None:
    pick = Alternative(movie="picked", why="Another boat.")
    liked = called("liked", harmless(), genres=("Family",), alternatives=(pick,))
    alike, picked = called("alike", harmless(), genres=("Family",)), called("picked", harmless())
    found = suggest(Question(Intent.SUGGEST, "liked", (8,)), Library.of([liked, alike, picked], VOCABULARY))
    assert [(one.movie.id, one.why, one.shared) for one in found.films] == [
        ("picked", "Another boat.", ()),
        ("alike", "", ("Family",)),
    ]


@pytest.mark.parametrize("words", ["friendship", "Freundschaft", "amistad", "l'amitié", "about friends"])
def test_a_theme_is_understood_in_every_language(words: str) -> None:
    friends = called("friends", harmless(), pitch="Two friends build a boat.")
    others = called("others", harmless(), pitch="A boat is built.")
    assert names(Question(Intent.SUGGEST, ages=(8,), words=words), friends, others) == ["friends"]


def test_a_word_in_passing_does_not_make_a_film_be_about_it() -> None:
    passing = called("passing", harmless(finding("fear", "mild").model_copy(update={"says": "A dog barks."})))
    assert names(Question(Intent.SUGGEST, ages=(8,), words="dogs"), passing) == []


def test_what_would_give_the_plot_away_is_not_searched() -> None:
    told = finding("grief_and_death", "mild").model_copy(update={"detail": "A robot dies. The robot!"})
    assert names(Question(Intent.SUGGEST, ages=(10,), words="robots"), called("one", harmless(told))) == []


def test_instead_of_a_film_what_was_picked_is_told_and_for_an_age_only_what_fits() -> None:
    picks = (Alternative(movie="wild", why="Wilder."), Alternative(movie="mild", why="Milder."))
    film = called("film", harmless(), alternatives=picks)
    shelf = Library.of(
        [film, called("wild", harmless(finding("gore", "severe"))), called("mild", harmless())], VOCABULARY
    )
    told = answer(Question(Intent.ALTERNATIVES, "film"), shelf)
    assert isinstance(told, Alternatives)
    assert [one.movie.id for one in told.suggested] == ["wild", "mild"]
    assert names(Question(Intent.ALTERNATIVES, "film", (6,)), *shelf.movies.values()) == ["mild"]


@pytest.mark.parametrize("topics", [(), ("fear",), ("violence",), ("sex", "language")])
def test_without_an_age_nothing_is_named_that_is_for_older_children_than_the_film_it_is_to_be_like(
    topics: tuple[str, ...],
) -> None:
    for liked in list(shipped_library().movies.values())[::9]:
        usual = usual_age(liked, VOCABULARY)
        oldest = max(usual.from_age, *(usual.reviewers or (0,)))
        found = suggest(Question(Intent.SUGGEST, liked.id, topics=topics), shipped_library())
        assert [one.movie.id for one in found.films if one.usual.from_age > oldest] == [], liked.id
