"""A fetch from the first question to the catalogue: whole or not at all, and on from where it stopped."""

import gzip

import pytest

from knowledge.catalogue.fetch.progress import half_there
from knowledge.catalogue.fetch.refusals import Unfetched
from knowledge.catalogue.kept_index import known_film
from knowledge.official.reason_reader import read_reason
from tests.knowledge.catalogue.fetch.conftest import Home, assert_all
from tests.knowledge.catalogue.fetch.failures import (
    FAILING,
    at,
    details,
)
from tests.knowledge.catalogue.fetch.services import (
    AKAS,
    BASICS,
    FILMS,
    Asked,
    Services,
    answer,
    imdb,
    item,
    row,
    table,
    text,
    well,
    wikidata,
)  # fmt: skip


@pytest.mark.parametrize("failure", FAILING)
@pytest.mark.parametrize("place", ["kinds", "details", "basics", "akas"])
async def test_whatever_fails_the_old_catalogue_stays_and_the_next_run_has_all(
    home: Home, failure: str, place: str
) -> None:
    failing, said = FAILING[failure]
    where = {"kinds": at("/sparql", failing), "details": details(failing)}
    home.services.always = where.get(place) or at(place, failing)
    with pytest.raises(Unfetched, match=said) as refused:
        await home.fetch()
    assert "\n" not in str(refused.value)
    assert home.as_it_was
    home.services.always = None
    await home.fetch()
    assert_all(home)


async def test_all_films_are_brought_and_it_is_shown_how_far_it_is(home: Home) -> None:
    await home.fetch()
    assert_all(home)
    stages = list(dict.fromkeys(name for name, _ in home.shown))
    assert stages[:2] == ["Wikidata: which films there are", "Wikidata: what is known of 3 films"]
    assert all(0 <= part <= 1 for _, part in home.shown)
    assert all(("IMDb: " + name, 1.0) in home.shown for name in ("title.basics.tsv.gz", "title.akas.tsv.gz"))
    assert home.clock.slept == []


async def test_what_a_board_named_is_brought_in_its_words_and_read(home: Home) -> None:
    await home.fetch(imdb=False)
    heat = known_film(home.catalogue, "tt0113277")
    assert heat is not None
    assert heat.reasons == (("FSK", "16", "Gewalt, strong language"),)
    words = {topic: said.words for topic, said in read_reason(*heat.reasons[0]).topics.items()}
    assert words == {"violence": "Gewalt", "language": "strong language"}


async def test_without_its_terms_nothing_is_asked_of_imdb(home: Home) -> None:
    await home.fetch(imdb=False)
    assert home.votes("tt2380307") == 4_000
    assert {asked.path for asked in home.services.asked} == {"/sparql"}


async def test_who_asks_is_named(home: Home) -> None:
    await home.fetch()
    assert {asked.headers["user-agent"] for asked in home.services.asked} == {"Usher/test"}


@pytest.mark.parametrize("changed", [BASICS.replace("titleType", "kind"), "a\tb\n1\t2\n", AKAS])
async def test_changed_columns_are_said_and_nothing_is_taken(home: Home, changed: str) -> None:
    home.services.always = at("basics", lambda _: answer(gzip.compress(changed.encode())))
    with pytest.raises(Unfetched, match=r"title.basics.tsv.gz (has other columns|is not what it was)"):
        await home.fetch()
    assert home.as_it_was
    home.services.always = None
    await home.fetch()
    assert_all(home)


async def test_films_that_are_there_are_not_asked_for_again(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.catalogue.fetch.wikidata.FILMS", 1)
    pages: list[str] = []

    def third_fails(asked: Asked) -> bytes:
        pages.append(asked.query)
        return wikidata(asked) if len(pages) < 3 else answer(b"", "503 Service Unavailable")

    home.services.always = details(third_fails)
    with pytest.raises(Unfetched):
        await home.fetch(imdb=False)
    assert home.as_it_was
    home.services.asked.clear()
    home.services.always = None
    await home.fetch(imdb=False)
    assert len(home.services.asked) == 1
    assert home.votes("tt2380307") == 4_000
    assert home.votes("tt0113277") == 4_000


async def test_what_is_too_much_at_once_is_asked_in_smaller_pages(home: Home) -> None:
    def at_most_one(asked: Asked) -> bytes:
        films = asked.query.split("}")[0].count("wd:Q")
        return wikidata(asked) if films == 1 else answer(b"timeout", "500 Server Error")

    home.services.always = details(at_most_one)
    await home.fetch(imdb=False)
    assert all(home.votes(film[0]) for film in FILMS.values())


@pytest.mark.parametrize("rows", [[], [{"film": item("L1")}]])
async def test_a_list_without_films_is_not_a_catalogue_without_films(
    home: Home, rows: list[dict[str, object]]
) -> None:
    home.services.always = lambda _: answer(table(rows))
    with pytest.raises(Unfetched, match="no film at all"):
        await home.fetch()
    assert home.as_it_was


async def test_a_page_that_tells_nothing_is_asked_again(home: Home) -> None:
    home.services.next = [well, well, lambda _: answer(table([]))]
    await home.fetch()
    assert_all(home)


async def test_an_adult_film_and_one_that_is_not_out_are_left_out(home: Home) -> None:
    def more(asked: Asked) -> bytes:
        rows = [
            *(row("Q1", what, text(said)) for what, said in (("imdb", "tt0000101"), ("title", "Bad"))),
            row("Q1", "adult", item("Q185529")),
            *(row("Q2", what, text(said)) for what, said in (("imdb", "tt0000102"), ("title", "Later"))),
            row("Q2", "day", text("2999-01-01T00:00:00Z")),
            *(row("Q3", what, text(said)) for what, said in (("imdb", "tt0000103"), ("title", "Good"))),
        ]
        del asked
        return answer(table(rows))

    home.services.always = details(more)
    await home.fetch(imdb=False)
    assert [home.votes(f"tt000010{number}") for number in (1, 2, 3)] == [None, None, 0]


async def test_of_two_fetches_at_once_the_second_is_told(home: Home) -> None:
    with half_there(home.folder), pytest.raises(Unfetched, match="another fetch"):
        await home.fetch()
    await home.fetch()
    assert_all(home)


async def test_an_unreachable_service_is_said_by_name(home: Home) -> None:
    home.services.url = "http://127.0.0.1:1"
    with pytest.raises(Unfetched, match="Wikidata cannot be reached"):
        await home.fetch()
    assert home.as_it_was


def test_the_services_answer_here_as_the_tests_think() -> None:
    part = imdb(Asked("/title.akas.tsv.gz", {"range": "bytes=3-", "if-range": '"one"'}, ""))
    assert part.startswith(b"HTTP/1.1 206")
    assert Services().answer(Asked("/sparql", {}, "P279*")).__class__ is bytes
