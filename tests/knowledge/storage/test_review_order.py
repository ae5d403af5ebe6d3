"""Reviews page by page: each stands on one page, on the way there and back, also when some come and go."""

from collections.abc import Generator
from random import Random
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text

from knowledge.reviews.review import Review
from knowledge.storage.database import engine_for, writing
from knowledge.storage.review_order import FIRST, ReviewPage, Turn, page_of
from knowledge.storage.review_presses import press
from knowledge.storage.reviews import delete_review, write_review
from knowledge.storage.schema_upgrade import upgrade
from tests.knowledge.storage.changes import HERE, KITE

MANY = 20


@pytest.fixture
def engine(url: str) -> Generator[Engine]:
    """A database of today, with nobody else at it."""
    engine = engine_for(url)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def written(engine: Engine) -> Generator[Connection]:
    """Twenty reviews: some without words, many alike in how helpful they are."""
    luck = Random(5)
    with writing(engine) as connection:
        for who in range(1, MANY + 1):
            said = Review(who="parent", suits_from=9, stars=4, text="Sad." if luck.random() < 0.7 else "")
            made = write_review(connection, HERE, KITE, who, said)
            assert made
            for presser in range(luck.randrange(4)):
                press(connection, HERE, made.id, 100 + presser, helpful=luck.random() < 0.7)
        yield connection


def turned(connection: Connection, turn: Turn | None) -> ReviewPage:
    assert turn is not None, "no page follows"
    return page_of(connection, HERE, KITE, turn)


def onward(connection: Connection, turn: Turn = FIRST) -> list[ReviewPage]:
    """This page and all that follow."""
    pages = [page_of(connection, HERE, KITE, turn)]
    while pages[-1].after:
        pages.append(turned(connection, pages[-1].after))
    return pages


def ids(page: ReviewPage) -> list[int]:
    return [one.id for one in page.reviews]


def test_every_review_stands_on_one_page_the_most_helpful_with_words_first(written: Connection) -> None:
    pages = onward(written)
    assert [page.number for page in pages] == list(range(7))
    found = [one for page in pages for one in page.reviews]
    assert len({one.id for one in found}) == len(found) == MANY
    words = [one.review.told for one in found]
    assert words == sorted(words, reverse=True)
    pressed = [one.helpful - one.unhelpful for one in found if one.review.told]
    assert pressed[0] > pressed[-1]


def test_the_way_back_shows_the_same_pages(written: Connection) -> None:
    pages = onward(written)
    page, back = pages[-1], [ids(pages[-1])]
    while page.before:
        page = turned(written, page.before)
        back.append(ids(page))
    assert back == [ids(one) for one in reversed(pages)]
    assert page.number == 0


def test_who_reads_on_sees_none_twice_and_misses_none_when_one_before_goes_or_comes(
    written: Connection,
) -> None:
    pages = onward(written)
    for gone in (pages[0].reviews[1], pages[1].reviews[-1]):
        assert gone.who
        delete_review(written, HERE, KITE, gone.who)
    new = write_review(written, HERE, KITE, 900, Review(who="teen", suits_from=9, stars=4, text="New."))
    assert new
    assert pages[1].after
    left = [one for page in onward(written, pages[1].after) for one in ids(page)]
    assert [one for one in left if one != new.id] == [one for page in pages[2:] for one in ids(page)]


def test_what_leads_to_a_page_that_is_gone_leads_to_the_first(written: Connection) -> None:
    pages = onward(written)
    for page in pages[1:]:
        for one in page.reviews:
            delete_review(written, HERE, KITE, one.who or 0)
    assert turned(written, pages[0].after) == page_of(written, HERE, KITE)
    for one in pages[0].reviews[1:]:
        delete_review(written, HERE, KITE, one.who or 0)
    assert turned(written, pages[2].before).number == 0
    delete_review(written, HERE, KITE, pages[0].reviews[0].who or 0)
    assert turned(written, pages[2].before) == ReviewPage(0, (), None, None)


@pytest.mark.parametrize("back", [False, True])
def test_the_last_page_of_many_is_found_in_the_index_and_not_counted_up_to(
    engine: Engine, written: Connection, *, back: bool
) -> None:
    place = (onward(written)[4].before or FIRST).place
    plan = _plan(written, Turn(4, place, back=back))
    assert "ix_reviews_shown" in plan
    assert "OFFSET" not in plan.upper()
    assert not any(word in plan for word in ("TEMP B-TREE", "Sort"))
    sign = ">" if back else "<"
    bound = f"place{sign}?" if engine.dialect.name == "sqlite" else f"(place {sign} "
    assert bound in plan.partition("ix_reviews_shown")[2]


def _plan(connection: Connection, turn: Turn) -> str:
    """How the database finds a page, in its own words."""
    said: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, values: Any, *___: object) -> None:
        said.append((statement, values))

    event.listen(connection, "before_cursor_execute", note)
    page_of(connection, HERE, KITE, turn)
    event.remove(connection, "before_cursor_execute", note)
    sqlite = connection.dialect.name == "sqlite"
    if not sqlite:
        connection.execute(text("SET LOCAL enable_seqscan = off"))  # It reads so few in one go.
    statement, values = said[0]
    rows = connection.exec_driver_sql(f"{'EXPLAIN QUERY PLAN' if sqlite else 'EXPLAIN'} {statement}", values)
    return "\n".join(str(row[-1]) for row in rows)
