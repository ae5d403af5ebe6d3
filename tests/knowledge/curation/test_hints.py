"""What boards name and families say of open topics: never of what is recorded, never a *none*."""

from datetime import date

from knowledge.curation.draft import Draft, start, start_from
from knowledge.curation.hints import BoardHint, FamilyHint, HintWords, hints_of, take_hints
from knowledge.entry import Level
from knowledge.reviews.groups import FilmReviews, Group
from knowledge.reviews.review import Flag
from tests.films import VOCABULARY, shipped_library

WHALE = start("The Tin Whale", 1999, date(2026, 11, 30))
NAMED = Draft(WHALE.entry, named=(("MPA", "fear", "moderate", "peril"), ("BBFC", "fear", "mild", "")))


def parents(*levels: tuple[Level, int]) -> FilmReviews:
    total = sum(count for _, count in levels)
    return FilmReviews((Group("parent", total, ((8, total),), ((4, total),), (), {Flag.VIOLENCE: levels}),))


def test_the_first_board_that_names_a_topic_is_told() -> None:
    assert hints_of(NAMED, FilmReviews(), VOCABULARY) == (BoardHint("fear", Level.MODERATE, "MPA", "peril"),)


def test_more_than_half_of_the_parents_are_told_and_fewer_are_not() -> None:
    most = parents((Level.MILD, 1), (Level.MODERATE, 3))
    assert hints_of(WHALE, most, VOCABULARY) == (FamilyHint("violence", Level.MODERATE, "parent", 3, 4),)
    assert hints_of(WHALE, parents((Level.MILD, 2), (Level.MODERATE, 2)), VOCABULARY) == ()
    assert hints_of(WHALE, parents((Level.MODERATE, 2)), VOCABULARY) == ()
    assert hints_of(WHALE, parents((Level.NONE, 4)), VOCABULARY) == ()


def test_what_is_recorded_is_never_hinted_at_in_the_whole_guide() -> None:
    for movie in shipped_library().movies.values():
        hints = hints_of(start_from(movie, 1), parents((Level.SEVERE, 9)), VOCABULARY)
        assert not {one.topic for one in hints} & {one.topic for one in movie.findings}


def test_what_families_say_stands_beside_what_the_board_names_and_the_strictest_is_taken() -> None:
    named = Draft(WHALE.entry, named=(("MPA", "violence", "mild", ""), ("MPA", "fear", "mild", "")))
    hints = hints_of(named, parents((Level.MODERATE, 3)), VOCABULARY)
    assert [(one.topic, type(one)) for one in hints] == [
        ("violence", BoardHint),
        ("violence", FamilyHint),
        ("fear", BoardHint),
    ]
    taken = take_hints(named, hints, lambda one: HintWords("Seen.", type(one).__name__), shipped_library())
    levels = {one["topic"]: (one["level"], one["sources"]) for one in taken.entry["findings"]}
    assert levels == {"violence": ("moderate", ["familyhint"]), "fear": ("mild", ["boardhint"])}


def test_what_is_taken_cites_its_own_source_and_no_other_takes_it() -> None:
    hints = hints_of(NAMED, parents((Level.MODERATE, 4)), VOCABULARY)
    taken = take_hints(
        NAMED, hints, lambda one: HintWords(f"{one.topic}.", type(one).__name__), shipped_library()
    )
    assert taken.wrong == {}
    cited = {one["topic"]: one["sources"] for one in taken.entry["findings"]}
    assert cited == {"fear": ["boardhint"], "violence": ["familyhint"]}
    assert hints_of(taken, parents((Level.MODERATE, 4)), VOCABULARY) == ()
