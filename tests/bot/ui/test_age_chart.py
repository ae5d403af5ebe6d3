"""The picture of ages: drawn in a thread, kept, a PNG; what it shows is told by shape and words as well."""

import asyncio
import threading
from io import BytesIO
from typing import get_args

import pytest
from PIL import Image, ImageColor

from bot.film.families_chart import chart_lines
from bot.ui.age_chart import (
    COLOURS,
    GROUND,
    MARKS,
    AgeChart,
    ChartLine,
    ChartPainter,
    ChartRow,
    can_draw,
    draw_chart,
)
from bot.ui.markdown import unmarked
from bot.ui.phrases import Languages, read_words
from knowledge.reviews.disagreement import FamilyView, OfficialAge
from knowledge.reviews.groups import NOBODY
from knowledge.reviews.review import Reviewer
from tests.films import VOCABULARY

PNG = b"\x89PNG\r\n"
CHART = AgeChart(
    "Suits from this age",
    (ChartRow("3 parents here", (8,), (8, 9)), ChartRow("2 teens here", (12, 14))),
    (ChartLine("Official rating PG-13: from 13", 13), ChartLine("What is recorded: from 4", 4)),
)

pytestmark = pytest.mark.skipif(not can_draw(), reason="the plotting library is an optional extra")


async def test_a_picture_is_drawn_once_and_in_a_thread_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[str] = []

    def noted(chart: AgeChart) -> bytes:
        threads.append(threading.current_thread().name)
        return draw_chart(chart)

    monkeypatch.setattr("bot.ui.age_chart.draw_chart", noted)
    painter = ChartPainter()
    first = await painter.picture(CHART)
    assert first.startswith(PNG)
    assert await painter.picture(CHART) is first
    assert len(threads) == 1
    assert threads[0].startswith("charts")


async def test_two_who_ask_at_once_get_their_own_and_no_more_than_a_few_are_kept() -> None:
    painter = ChartPainter(most=2)
    charts = [AgeChart(str(number), CHART.rows, ()) for number in range(3)]
    drawn = await asyncio.gather(*map(painter.picture, charts))
    assert len(set(drawn)) == 3
    assert await painter.picture(charts[2]) is drawn[2]
    assert await painter.picture(charts[0]) is not drawn[0]


def test_a_chart_without_lines_or_with_the_oldest_ages_is_drawn_too() -> None:
    assert draw_chart(AgeChart("x", (ChartRow("a", (18,), (0, 18)),), (ChartLine("b", 21),))).startswith(PNG)
    assert draw_chart(AgeChart("x", (ChartRow("a", (0,)),), ())).startswith(PNG)


def test_each_group_has_a_shape_and_a_colour_of_its_own() -> None:
    assert len(set(COLOURS)) == len(COLOURS) == len(set(MARKS)) == len(MARKS) == 4


@pytest.mark.parametrize("language", read_words())
def test_nothing_is_cut_off_at_an_edge_in_any_language(language: str) -> None:
    say = Languages()[language]
    rows = tuple(
        ChartRow(unmarked(say(f"families.{who}", count=12345)), (at,), (0, 18))
        for at, who in zip((0, 7, 12, 18), get_args(Reviewer), strict=True)
    )
    longest = max((code for board in VOCABULARY.boards.values() for code in board.codes), key=len)
    lines = chart_lines(FamilyView(NOBODY, OfficialAge(longest, 18, looks_first=True), 18), say)
    drawn = Image.open(BytesIO(draw_chart(AgeChart(say.label("families.axis"), rows, lines)))).convert("RGB")
    wide, tall = drawn.size
    edges = [(0, 0, wide, 1), (0, tall - 1, wide, tall), (0, 0, 1, tall), (wide - 1, 0, wide, tall)]
    colours = {colour for edge in edges for _, colour in drawn.crop(edge).getcolors() or [(0, ())]}
    assert colours == {ImageColor.getrgb(GROUND)}
