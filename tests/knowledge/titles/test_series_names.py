"""What a film is called as a part of its series: counted by year, set right by nicknames."""

from knowledge.titles.films import Film
from knowledge.titles.nicknames import nicknamed_films, shipped_nicknames
from knowledge.titles.series_names import series_names
from knowledge.titles.words import words

VOTES = 50_000


def called_so(*films: tuple[str, int]) -> dict[str, set[str]]:
    known = [Film(f"{title} {year}", title, year, votes=VOTES) for title, year in films]
    return {film_id: {" ".join(name) for name in names} for film_id, names in series_names(known).items()}


def test_films_of_one_beginning_are_counted_by_year() -> None:
    names = called_so(
        ("Blue Harbour: The Storm", 2010), ("Blue Harbour", 2001), ("Blue Harbour: Tides", 2005)
    )
    assert "blue harbour 1" in names["Blue Harbour 2001"]
    assert "blue harbour 2" in names["Blue Harbour: Tides 2005"]
    assert {"blue harbour 3", "bh 3"} <= names["Blue Harbour: The Storm 2010"]


def test_an_older_film_of_the_same_title_that_hardly_anybody_knows_began_no_series() -> None:
    films = [
        Film("old", "Blue Harbour", 1991, votes=VOTES),
        Film("one", "Blue Harbour", 2001, votes=20 * VOTES),
        Film("two", "Blue Harbour: Tides", 2005, votes=VOTES),
    ]
    names = {film_id: {" ".join(name) for name in names} for film_id, names in series_names(films).items()}
    assert "blue harbour 2" in names["two"]


def test_a_subtitle_that_names_the_series_counts_and_a_story_beside_it_does_not() -> None:
    names = called_so(
        ("Blue Harbour", 2001),
        ("Glass Tower: A Blue Harbour Mystery", 2004),
        ("Reef: A Blue Harbour Story", 2003),
    )
    assert "blue harbour 2" in names["Glass Tower: A Blue Harbour Mystery 2004"]
    assert "Reef: A Blue Harbour Story 2003" not in names


def test_a_nickname_puts_a_film_into_its_series_and_those_after_it_count_on() -> None:
    names = called_so(("X-Men", 2000), ("X2", 2003), ("X-Men: The Last Stand", 2006))
    assert "x men 2" in names["X2 2003"]
    assert "x men 3" in names["X-Men: The Last Stand 2006"]
    assert "x men 2" not in names["X-Men: The Last Stand 2006"]


def test_a_film_that_hardly_anybody_knows_is_no_part_of_a_series() -> None:
    films = [Film("a", "Blue Harbour", 2001, votes=VOTES), Film("b", "Blue Harbour: Tides", 2005, votes=20)]
    assert series_names(films) == {}


def test_every_nickname_is_of_one_film_and_is_not_its_title() -> None:
    films = nicknamed_films()
    names = [words(name) for film in films for name in film.names]
    assert len(shipped_nicknames()) == len(films)
    assert len(set(names)) == len(names)
    assert all(words(name) != words(film.title) for film in films for name in film.names)


def test_a_number_in_a_title_says_which_part_it_is_and_one_film_listed_twice_is_one_part() -> None:
    names = called_so(
        ("Blue Harbour", 2001),
        ("Blue Harbour III", 2005),
        ("Blue Harbour 3", 2005),
        ("Blue Harbour: Tides", 2008),
        ("Blue Harbour", 2001),
    )
    assert "blue harbour 3" in names["Blue Harbour III 2005"]
    assert "blue harbour 4" in names["Blue Harbour: Tides 2008"]


def test_a_subtitle_stands_behind_the_first_letters_of_its_series() -> None:
    names = called_so(("The Blue Harbour Song", 2001), ("The Blue Harbour Song and the Cup of Tea", 2003))
    assert "bhs cup of tea" in names["The Blue Harbour Song and the Cup of Tea 2003"]
    stars = called_so(
        ("Blue Harbour", 2001), ("Blue Harbour 2", 2003), ("Blue Harbour: Episode III - Reef", 2005)
    )
    assert "bh reef" in stars["Blue Harbour: Episode III - Reef 2005"]


def test_a_film_that_is_listed_twice_takes_no_other_films_number() -> None:
    names = called_so(
        ("Star Reef: Episode IV - A Tide", 1977), ("Star Reef", 1977), ("Star Reef: Episode V - Ebb", 1980)
    )
    assert "star reef 5" in names["Star Reef: Episode V - Ebb 1980"]
    assert "star reef 5" not in names["Star Reef 1977"]


def test_a_first_class_and_3d_are_no_parts() -> None:
    names = called_so(
        ("Blue Reef", 2000),
        ("Blue Reef: Tide", 2003),
        ("Blue Reef: First Class", 2007),
        ("Blue Reef 3D", 2010),
    )
    assert "blue reef 1" in names["Blue Reef 2000"]
    assert "blue reef 3" in names["Blue Reef: First Class 2007"]
    assert "blue reef 4" in names["Blue Reef 3D 2010"]


def test_a_series_is_counted_from_its_first_film_and_not_from_one_long_before_that_few_know() -> None:
    films = [
        Film("long ago", "Blue Harbour", 1978, votes=VOTES),
        Film("one", "Blue Harbour: The Storm", 2001, votes=20 * VOTES),
        Film("two", "Blue Harbour: The Tide", 2002, votes=VOTES),
        Film("three", "Blue Harbour: The Ebb", 2003, votes=20 * VOTES),
    ]
    names = {film_id: {" ".join(name) for name in names} for film_id, names in series_names(films).items()}
    assert "blue harbour 1" in names["one"]
    assert {"blue harbour 2", "bh 2"} <= names["two"]
    assert "long ago" not in names
