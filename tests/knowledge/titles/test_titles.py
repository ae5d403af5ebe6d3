"""Typed words against the guide's films: what is accepted, what is asked, what is not known."""

import pytest

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.folding import slug
from knowledge.titles.titles import Titles

GUIDE: tuple[tuple[str, int, tuple[str, ...]], ...] = (
    ("Never Let Me Go", 2010, ()),
    ("Never Let Go", 2024, ()),
    ("Up", 2009, ()),
    ("It", 2017, ()),
    ("Her", 2013, ()),
    ("E.T. the Extra-Terrestrial", 1982, ()),
    ("WALL·E", 2008, ()),
    ("Amélie", 2001, ("Le Fabuleux Destin d'Amélie Poulain",)),
    ("12 Angry Men", 1957, ()),
    ("13 Going on 30", 2004, ()),
    ("Frozen", 2013, ()),
    ("Frozen II", 2019, ()),
    ("Inside Out", 2015, ()),
    ("Inside Out 2", 2024, ()),
    ("The Lion King", 1994, ()),
    ("The Lion King", 2019, ()),
    ("Spider-Man: Into the Spider-Verse", 2018, ()),
    ("Coco", 2017, ()),
    ("Coraline", 2009, ()),
    ("The Hunger Games", 2012, ()),
    ("Jaws", 1975, ()),
    ("Wonder", 2017, ()),
    ("2001: A Space Odyssey", 1968, ()),
    ("10 Things I Hate About You", 1999, ()),
    ("Se7en", 1995, ("Seven",)),
)


def film(title: str, year: int, names: tuple[str, ...] = (), votes: int = 0, *, guide: bool = True) -> Film:
    return Film(slug(title, year), title, year, names, votes, guide)


@pytest.fixture(scope="module")
def titles() -> Titles:
    return Titles.of(film(*row) for row in GUIDE)


@pytest.mark.parametrize(
    ("typed", "film_id"),
    [
        ("never let go", "never-let-go-2024"),
        ("nver let me go", "never-let-me-go-2010"),
        ("it", "it-2017"),
        ("up", "up-2009"),
        ("Her", "her-2013"),
        ("E.T.", "e-t-the-extra-terrestrial-1982"),
        ("et", "e-t-the-extra-terrestrial-1982"),
        ("wall-e", "wall-e-2008"),
        ("walle", "wall-e-2008"),
        ("amelie", "amelie-2001"),
        ("le fabuleux destin d'amelie poulain", "amelie-2001"),
        ("twelve angry men", "12-angry-men-1957"),
        ("thirteen going on thirty", "13-going-on-30-2004"),
        ("frozen 2", "frozen-ii-2019"),
        ("frozen two", "frozen-ii-2019"),
        ("Frozen (2013)", "frozen-2013"),
        ("frozen 2013", "frozen-2013"),
        ("frozen from 2013", "frozen-2013"),
        ("insideout 2", "inside-out-2-2024"),
        ("Lion King, The (2019)", "the-lion-king-2019"),
        ("the 2019 lion king", "the-lion-king-2019"),
        ("spiderman into the spiderverse", "spider-man-into-the-spider-verse-2018"),
        ("into the spider verse", "spider-man-into-the-spider-verse-2018"),
        ("coraline movie", "coraline-2009"),
        ("the hunger game", "the-hunger-games-2012"),
        ("ten things i hate about you", "10-things-i-hate-about-you-1999"),
        ("2001 a space odessey", "2001-a-space-odyssey-1968"),
        ("seven", "se7en-1995"),
        ("<@123> **Up**", "up-2009"),
        ("never-let-go-2024", "never-let-go-2024"),
    ],
)
def test_what_was_typed_is_accepted_as(titles: Titles, typed: str, film_id: str) -> None:
    decision = titles.find(typed)
    assert decision.decided is Decided.ACCEPT
    assert decision.matches[0].film.id == film_id


@pytest.mark.parametrize(
    "typed",
    [
        "let",
        "carter",
        "the door",
        "evil",
        "xyzzy plover",
        "it 1990",
        "it (1990)",
        "jaws 2",
        "frozen 3",
        "spider-man",
        "wander",
        "cocoa",
        "never let me",
        "wonder woman",
        "hunger",
        "hunger games catching fire",
        "angry men",
        "2001",
        "lion king",
        "",
        "|||",
        "what",
        "tt0000000",
        "'; DROP TABLE films; --",
        "\u200f\u200e",
    ],
)
def test_what_was_typed_accepts_nothing(titles: Titles, typed: str) -> None:
    assert titles.find(typed).decided is not Decided.ACCEPT


def test_half_a_title_asks(titles: Titles) -> None:
    assert titles.find("let").decided is Decided.CONFIRM


def test_nonsense_is_not_in_the_list(titles: Titles) -> None:
    decision = titles.find("xyzzy plover")
    assert (decision.decided, decision.matches) == (Decided.NONE, ())


def test_two_films_of_one_title_are_both_offered(titles: Titles) -> None:
    offered = {match.film.id for match in titles.find("lion king").matches}
    assert {"the-lion-king-1994", "the-lion-king-2019"} <= offered


def test_the_far_better_known_of_one_title_is_accepted_with_the_other_one_press_away() -> None:
    known, other = (
        film("Heat", 1995, votes=700_000, guide=False),
        film("Heat", 1986, votes=20_000, guide=False),
    )
    decision = Titles.of([other, known]).find("heat")
    assert decision.decided is Decided.ACCEPT
    assert [match.film for match in decision.matches] == [known, other]


def test_of_two_equally_known_films_of_one_title_neither_is_accepted() -> None:
    films = [film("Heat", 1995, votes=700, guide=False), film("Heat", 1986, votes=600, guide=False)]
    assert Titles.of(films).find("heat").decided is Decided.CONFIRM


def test_a_guide_goes_before_a_better_known_film_of_the_same_title() -> None:
    films = [film("Frozen", 2010, votes=90, guide=False), film("Frozen", 2013, votes=9)]
    assert Titles.of(films).find("frozen").matches[0].film.year == 2013


def test_an_imdb_link_names_its_film() -> None:
    jaws = Film("jaws-1975", "Jaws", 1975, guide=True, imdb="tt0073195")
    decision = Titles.of([jaws]).find("https://www.imdb.com/title/tt0073195/?ref_=x is it ok")
    assert (decision.decided, decision.matches[0].film) == (Decided.ACCEPT, jaws)


def test_a_changed_film_is_found_by_its_new_name(titles: Titles) -> None:
    changed = titles.with_films([film("Coco", 2017, ("Viva",))])
    assert changed.find("viva").matches[0].film.id == "coco-2017"
    assert titles.find("viva").decided is not Decided.ACCEPT


def test_exact_names_are_found_without_articles_and_nothing_else_is(titles: Titles) -> None:
    assert {each.id for each in titles.exact("lion king")} == {"the-lion-king-1994", "the-lion-king-2019"}
    assert titles.exact("lion") == ()
    assert titles.exact("") == ()


@pytest.mark.parametrize(
    ("typed", "film_id"),
    [
        ("nev", "never-let-me-go-2010"),
        ("hung", "the-hunger-games-2012"),
        ("going", "13-going-on-30-2004"),
        ("corelin", "coraline-2009"),
    ],
)
def test_a_half_typed_title_is_completed(titles: Titles, typed: str, film_id: str) -> None:
    assert film_id in [each.id for each in titles.complete(typed)][:3]


def test_nothing_typed_offers_the_best_known_guides() -> None:
    films = [film("Up", 2009, votes=5), film("It", 2017, votes=9), film("Her", 2013, votes=99, guide=False)]
    assert [each.title for each in Titles.of(films).complete("", 2)] == ["It", "Up"]


def test_a_word_of_two_titles_asks_with_both_and_with_no_short_title_near_it() -> None:
    titles = Titles.of(
        [
            Film("never-let-go-2024", "Never Let Go", 2024, guide=True),
            Film("never-let-me-go-2010", "Never Let Me Go", 2010, guide=True),
            Film("e-t-1982", "E.T.", 1982, guide=True),
        ]
    )
    found = titles.find("let")
    assert found.decided is Decided.CONFIRM
    assert {match.film.id for match in found.matches} == {"never-let-go-2024", "never-let-me-go-2010"}


def test_a_numbered_episode_is_accepted_though_its_series_is_counted_as_well() -> None:
    titles = Titles.of(
        Film(f"{title} {year}", title, year, votes=900_000)
        for title, year in (
            ("Star Reef: Episode IV - A Tide", 1977),
            ("Star Reef: Episode V - The Ebb Strikes", 1980),
            ("Star Reef: Episode VI - Return of the Flood", 1983),
        )
    )
    decision = titles.find("star reef episode 5")
    assert decision.decided is Decided.ACCEPT
    assert decision.matches[0].film.year == 1980


def test_people_call_a_known_film_by_a_part_of_its_name_and_a_series_by_number() -> None:
    titles = Titles.of(
        [
            film("Blue Harbour: The Long Way Home", 2001, votes=90_000, guide=False),
            film("Blue Harbour: The Tide", 2004, votes=80_000, guide=False),
            film("Reef Street: The Trench", 2010, votes=300, guide=False),
        ]
    )
    assert [each.year for each in titles.called("the long way home")] == [2001]
    assert [each.year for each in titles.called("Blue Harbour two")] == [2004]
    assert [each.year for each in titles.called("blue harbour")] == [2001, 2004]
    assert titles.called("Blue Harbour: The Tide") == ()
    assert titles.called("reef street") == ()


def test_a_part_of_a_nickname_is_no_try_at_a_film() -> None:
    titles = Titles.of([film("Turning Red", 2022, votes=150_000, guide=False)])
    assert [each.film.year for each in titles.find("alerte rouge").matches] == [2022]
    assert titles.find("alert").matches == ()
