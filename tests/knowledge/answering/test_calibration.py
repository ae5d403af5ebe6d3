"""The ages of topics.toml beside those that people publish, on the half that none of them is fitted to."""

from knowledge.library import Library
from scripts.ages.fitting_ages import LEAST, fitted
from scripts.ages.published import MUCH, Rated, ages_of, agreement, apart, halves, rated_films
from scripts.calibrate_ages import START, start

BIAS = 0.3
ERROR = 1.25
"""In years; a new film moves both a little."""


def rated(name: str, *published: int) -> Rated:
    return Rated(name, (("fear", "moderate"),), published, min(published), max(published))


def test_computed_ages_are_near_published_ones_and_neither_strict_nor_lax(library: Library) -> None:
    _, other = halves(film for film in rated_films(library) if film.advised)
    found = agreement(other, ages_of(library.vocabulary))
    assert found.films >= 20
    assert abs(found.bias) <= BIAS
    assert found.error <= ERROR
    assert len(found.much_stricter) <= found.films / 20


def test_where_only_a_parent_or_a_child_spoke_nobody_advised(library: Library) -> None:
    for film in rated_films(library):
        spoken = {voice.who for voice in library[film.id].voices if voice.suits_from is not None}
        assert film.advised == bool(spoken & {"expert", "educator"})


def test_a_new_film_moves_no_other_into_the_other_half(library: Library) -> None:
    films = rated_films(library)
    first, other = halves(films)
    fewer_first, fewer_other = halves(films[1:])
    assert set(fewer_first) <= set(first)
    assert set(fewer_other) <= set(other)


def test_a_source_that_speaks_often_or_is_copied_counts_once(library: Library) -> None:
    for film in rated_films(library, families_too=True):
        movie = library[film.id]
        spoken = {voice.source for voice in movie.voices if voice.suits_from is not None}
        assert len(film.published) == len({movie.sources[one].copy_of or one for one in spoken})
        assert film.youngest <= film.middle <= film.oldest


def test_where_guides_advise_they_are_heard_alone(library: Library) -> None:
    for film in (one for one in rated_films(library) if one.advised):
        guides = [voice for voice in library[film.id].voices if voice.who in {"expert", "educator"}]
        ages = [voice.suits_from for voice in guides if voice.suits_from is not None]
        assert (film.youngest, film.oldest) == (min(ages), max(ages))


def test_films_move_the_topic_that_they_hold_and_nothing_that_boards_keep_for_the_old() -> None:
    ages = fitted([rated(f"film-{number}", 11) for number in range(20)], start())
    assert abs(ages["fear", "moderate"] - 11) <= 1
    assert all(ages[cell] >= least for cell, least in LEAST.items())
    for topic in START:
        assert ages[topic, "mild"] <= ages[topic, "moderate"] <= ages[topic, "severe"]


def test_how_far_people_are_from_each_other_is_told() -> None:
    assert apart([rated("one", 6, 8), rated("alone", 5)]) == 2
    assert apart([rated("three", 6, 8, 9)]) == (2.5 + 0.5 + 2) / 3


def test_what_is_beyond_all_published_ages_is_told() -> None:
    film, ages = rated("film", 5, 6), {("fear", "moderate"): 6 + MUCH + 1}
    assert agreement([film], ages).much_stricter == agreement([film], ages).stricter == ("film",)
    assert agreement([film], {("fear", "moderate"): 4}).looser == ("film",)
