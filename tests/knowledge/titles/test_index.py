"""The index against its oracle, on disk and in memory."""

from dataclasses import fields
from pathlib import Path

import pytest

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.index.arrays import MANIFEST, Index
from knowledge.titles.index.features import shipped_weights
from knowledge.titles.index.index_builder import build, write_index
from knowledge.titles.index.search import first_pass, oracle, search
from knowledge.titles.query import read
from knowledge.titles.titles import Titles
from scripts.benchmarks.made_queries import queries

FILMS = [
    Film("tt0113277", "Heat", 1995, votes=700_000, imdb="tt0113277"),
    Film("tt0095016", "Die Hard", 1988, ("Stirb langsam",), 950_000, imdb="tt0095016"),
    Film("tt0245429", "Spirited Away", 2001, ("千と千尋の神隠し",), 900_000, imdb="tt0245429"),
    Film("tt0079944", "Stalker", 1979, ("Сталкер",), 140_000, imdb="tt0079944"),
    Film("tt2294629", "Frozen", 2013, votes=685_000, imdb="tt2294629"),
    Film("tt1323045", "Frozen", 2010, votes=84_000, imdb="tt1323045"),
]


def test_an_index_is_the_same_from_disk(tmp_path: Path) -> None:
    index = build(FILMS)
    index.save(tmp_path)
    mapped = Index.load(tmp_path)
    for text in ("heat", "stirb langsm", "froz", "сталкер", "spirited awya"):
        for reading in read(text).readings:
            one, other = (search(each, reading, shipped_weights()) for each in (index, mapped))
            assert one.rows.tolist() == other.rows.tolist()


def test_an_index_written_array_by_array_is_the_one_built_at_once(tmp_path: Path) -> None:
    films = [
        *FILMS,
        Film("heat-1986", "Heat", 1986, ("Нерв", "Heat!"), 7, imdb="tt0093164", other_ids=("Q1",)),
    ]
    write_index(films[::-1], tmp_path)
    written, built = Index.load(tmp_path), build(films)
    for field in fields(Index):
        assert getattr(written, field.name).tobytes() == getattr(built, field.name).tobytes(), field.name


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    build(FILMS).save(tmp_path)
    (tmp_path / MANIFEST).write_text('{"version": 0}', encoding="utf-8")
    with pytest.raises(ValueError, match="version 0"):
        Index.load(tmp_path)


@pytest.mark.parametrize(
    ("typed", "film_id"),
    [
        ("千と千尋の神隠し", "tt0245429"),
        ("сталкер", "tt0079944"),
        ("СТАЛКЕР", "tt0079944"),
        ("千と千尋", "tt0245429"),
    ],
)
def test_titles_in_other_scripts_are_found(typed: str, film_id: str) -> None:
    assert Titles.of(FILMS).find(typed).matches[0].film.id == film_id


def test_the_candidates_hold_what_the_oracle_finds(many: Titles) -> None:
    assert many.base is not None
    index, weights = many.base.index, shipped_weights()
    films = [many.base.film(place) for place in range(3000)]
    readings = [read(query.typed).readings[0] for query in queries(films, 80, seed=5)]
    agreed = sum(
        search(index, reading, weights).rows[0] == oracle(index, reading, weights).rows[0]
        for reading in readings
    )
    assert agreed >= 0.95 * len(readings)


@pytest.mark.parametrize(
    "typed", ["heta", "die hrad", "frozen 2010", "stirb langsam", "spirited", "stalkr", "diehard"]
)
def test_a_small_index_finds_what_its_oracle_finds(typed: str) -> None:
    index, weights, reading = build(FILMS), shipped_weights(), read(typed).readings[-1]
    assert search(index, reading, weights).rows[0] == oracle(index, reading, weights).rows[0]


@pytest.mark.parametrize("typed", ["coraline", "the of", "xyzzy plover"])
def test_a_small_index_offers_no_row_that_has_nothing_of_what_was_typed(typed: str) -> None:
    assert not len(search(build(FILMS), read(typed).readings[0], shipped_weights()).rows)


def test_a_guide_lies_over_the_catalogue_and_takes_its_votes(many: Titles) -> None:
    guide = Film("frozen-2013", "Frozen", 2013, guide=True, imdb="tt2294629")
    laid = many.with_films([guide])
    first = laid.find("frozen").matches[0].film
    assert (first.id, first.guide) == ("frozen-2013", True)
    known = many.named("tt2294629")
    assert known
    assert first.votes == known.votes > 0
    assert laid.named("tt2294629") == first
    assert [each.id for each in laid.exact("frozen") if each.year == 2013] == ["frozen-2013"]
    assert "tt2294629" not in {each.id for each in laid.complete("froz")}


def test_a_guide_without_an_imdb_id_hides_the_film_of_that_title_and_year(many: Titles) -> None:
    laid = many.with_films([Film("coraline-2009", "Coraline", 2009, guide=True)])
    assert [each.id for each in laid.exact("coraline")][:1] == ["coraline-2009"]
    assert laid.find("corline").matches[0].film.guide


def test_a_film_without_a_guide_is_accepted_and_said_to_have_none(many: Titles) -> None:
    decision = many.find("the shawshank redemption")
    assert decision.decided is Decided.ACCEPT
    assert not decision.matches[0].film.guide


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("potc 2", "Pirates of the Caribbean: Dead Man's Chest"),
        ("lotr", "The Lord of the Rings"),
        ("rocky four", "Rocky IV"),
        ("the two towers", "The Lord of the Rings: The Two Towers"),
        ("shawshank", "The Shawshank Redemption"),
        ("thelionking", "The Lion King"),
        ("howtoloseaguyin10days", "How to Lose a Guy in 10 Days"),
        ("th erevenant", "The Revenant"),
    ],
)
def test_what_people_call_a_film_finds_it(many: Titles, typed: str, title: str) -> None:
    assert many.find(typed).matches[0].film.title.startswith(title)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("xmenfirstclass", "X-Men: First Class"),
        ("mrsmithgoestowashington", "Mr. Smith Goes to Washington"),
        ("look bakc 2024", "Look Back"),
        ("the big friendly giant", "The BFG"),
        ("x-men 3", "X-Men: The Last Stand"),
        ("fast and furious 5", "Fast Five"),
        ("spiderverse 2", "Spider-Man: Across the Spider-Verse"),
        ("jurasic park", "Jurassic Park"),
        ("sole", "Soul"),
    ],
)
def test_what_was_run_together_misspelt_or_said_otherwise_is_offered(
    many: Titles, typed: str, title: str
) -> None:
    assert title in [match.film.title for match in many.find(typed).matches]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("the man from u n c l e", "The Man from U.N.C.L.E."),
        ("capeaum", "Capernaum"),
        ("money trian", "Money Train"),
        ("project x", "Project X"),
        ("monster party", "Party Monster"),
    ],
)
def test_so_it_is_among_far_more_films(more: Titles, typed: str, title: str) -> None:
    assert title in [match.film.title for match in more.find(typed).matches]


def test_a_whole_title_misspelt_is_accepted_beside_the_film_that_has_it_for_a_subtitle(many: Titles) -> None:
    decision = many.find("jurasic park")
    assert (decision.decided, decision.matches[0].film.year) == (Decided.ACCEPT, 1993)


def test_a_film_whose_translation_sounds_like_a_short_word_is_not_offered_for_it(many: Titles) -> None:
    named = [Film("up-2009", "Up", 2009, ("Là-haut",), guide=True)]
    assert "up-2009" not in {match.film.id for match in many.with_films(named).find("let").matches}


def test_the_second_part_of_a_subtitle_is_not_the_second_film(many: Titles) -> None:
    guide = Film("the-hunger-games-2012", "The Hunger Games", 2012, guide=True, imdb="tt1392170")
    decision = many.with_films([guide]).find("hunger games 2")
    assert decision.decided is not Decided.ACCEPT or "Mockingjay" not in decision.matches[0].film.title
    assert decision.matches[0].film.title == "The Hunger Games: Catching Fire"


def test_initials_are_read_only_where_a_title_is_written_as_initials(many: Titles) -> None:
    assert "Saw" not in {match.film.title for match in many.find("silly alien wolves").matches}


def test_every_start_of_a_title_offers_it_soon(more: Titles) -> None:
    assert "The Shawshank Redemption" in {each.title for each in more.complete("the sha", 25)}
    assert "The Shawshank Redemption" in {each.title for each in more.complete("shaw", 25)}
    assert len(more.complete("the", 25)) == 25


def test_nonsense_is_not_known_among_many_films_either(many: Titles) -> None:
    assert many.find("xyzzy plover").decided is Decided.NONE


@pytest.mark.parametrize(
    ("title", "votes", "settles"),
    [
        ("The Tin Whale of Ullapool", 40, True),
        ("Harbour Street", 4_000, True),
        ("Harbour Street", 40, False),
        ("Harbour", 4_000, False),
        ("The Tin Whale of Ullapool", 0, False),
    ],
)
def test_nothing_further_is_looked_for_where_a_long_title_was_typed_to_the_letter(
    title: str, votes: int, *, settles: bool
) -> None:
    index = build([*FILMS, Film("made", title, 1999, votes=votes)])
    (reading,) = read(title).readings
    assert first_pass(index, reading, shipped_weights()).good is settles
