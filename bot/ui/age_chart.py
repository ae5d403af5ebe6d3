"""A small chart of ages: a row a group, a line a rule. The home of matplotlib, which may not be installed.

It has a light ground of its own, so it reads the same in dark and light. Shapes and words tell what the
colours tell, and these are Okabe and Ito's, which every eye keeps apart.
"""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from textwrap import fill
from typing import Any

Axes = Any
"""matplotlib's: its hints leave open what its many named values may be, so they say nothing here."""
MOST_KEPT = 200
YOUNGEST, OLDEST = 0, 18
INK, GROUND = "#1F2430", "#FBFAF7"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")
MARKS = ("o", "s", "D", "p")
STROKES = ("--", ":")
SMALL = 9
"""Points of a letter; the picture is as wide as a phone shows it."""
LETTERS = 38
"""In a line of the key; what is longer goes on in the next."""
WIDTH, ROW, LINE, BESIDE, DOTS = 3.4, 0.55, 0.18, 0.6, 220
"""Inches; inches a row, a line's name, and above and below them; dots an inch."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What one group says."""

    name: str
    ages: tuple[int, ...]
    """The age in the middle, or each single one; in years."""
    spread: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ChartLine:
    """An age, in years, that stands beside what all groups say, and the line of its key."""

    name: str
    age: int


@dataclass(frozen=True, slots=True)
class AgeChart:
    """All that is drawn. Two that are equal are one picture."""

    axis: str
    rows: tuple[ChartRow, ...]
    lines: tuple[ChartLine, ...]
    words: str = ""
    """All that it shows, for who cannot see it."""


def can_draw() -> bool:
    """Whether the plotting library is there."""
    return find_spec("matplotlib") is not None


class ChartPainter:
    """Draws in a thread of its own, and keeps what it has drawn."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[AgeChart, bytes] = OrderedDict()
        self._thread = ThreadPoolExecutor(1, "charts")

    async def picture(self, chart: AgeChart) -> bytes:
        """The picture as PNG."""
        if chart not in self._kept:
            drawn = await asyncio.get_running_loop().run_in_executor(self._thread, draw_chart, chart)
            self._kept[chart] = drawn
        self._kept.move_to_end(chart)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[chart]


def draw_chart(chart: AgeChart) -> bytes:
    """Draws it."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - optional extra
    from matplotlib.figure import Figure  # noqa: PLC0415 - optional extra

    names = [fill(line.name, LETTERS) for line in chart.lines]
    size = WIDTH, ROW * len(chart.rows) + LINE * sum(len(name.splitlines()) for name in names) + BESIDE
    figure: Any = Figure(figsize=size, dpi=DOTS, facecolor=GROUND, layout="constrained")
    canvas: Any = FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=GROUND)
    for place, row in enumerate(chart.rows):
        _draw_row(axes, row, place, len(chart.rows) - 1 - place)
    for place, (line, name) in enumerate(zip(chart.lines, names, strict=True)):
        axes.axvline(line.age, color=INK, linestyle=STROKES[place % 2], linewidth=1.6, label=name)
    _draw_frame(axes, chart)
    if chart.lines:  # Below all, where no name can stand upon another.
        figure.legend(loc="outside lower left", frameon=False, fontsize=SMALL, labelcolor=INK)
    out = BytesIO()
    canvas.print_png(out)
    return out.getvalue()


def _draw_row(axes: Axes, row: ChartRow, place: int, height: int) -> None:
    """Its name, and below it a bar for the spread and a mark for each age."""
    colour, mark = COLOURS[place % len(COLOURS)], MARKS[place % len(MARKS)]
    if row.spread and row.spread[0] < row.spread[1]:
        bar = {"color": colour, "linewidth": 9, "alpha": 0.35, "solid_capstyle": "round"}
        axes.plot(row.spread, (height, height), **bar)
    look = {"markersize": 17, "markeredgecolor": colour, "markeredgewidth": 2, "color": GROUND, "zorder": 3}
    axes.plot(row.ages, [height] * len(row.ages), mark, **look)
    middle = {"ha": "center", "va": "center_baseline", "color": INK, "fontsize": SMALL, "zorder": 4}
    for age in row.ages:
        axes.annotate(str(age), (age, height), **middle)
    above = {"xytext": (0, 12), "textcoords": "offset points", "va": "bottom", "zorder": 4}
    ground = {"facecolor": GROUND, "edgecolor": "none", "pad": 1}
    axes.annotate(row.name, (YOUNGEST, height), color=INK, fontsize=SMALL, bbox=ground, **above)


def _draw_frame(axes: Axes, chart: AgeChart) -> None:
    axes.set_xlim(YOUNGEST - 1, OLDEST + 1)
    axes.set_ylim(-0.5, len(chart.rows) - 0.2)
    axes.set_xticks(range(YOUNGEST, OLDEST + 1, 3))
    axes.set_yticks([])
    axes.set_xlabel(chart.axis, color=INK)
    axes.tick_params(colors=INK)
    axes.grid(visible=True, axis="x", color=INK, alpha=0.12)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
