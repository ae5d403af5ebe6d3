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
from typing import Any

Axes = Any
"""matplotlib's: its hints leave open what its many named values may be, so they say nothing here."""
MOST_KEPT = 200
OLDEST = 18
INK, GROUND = "#1F2430", "#FBFAF7"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")
MARKS = ("o", "s", "^", "D")
WIDTH, ROW, BESIDE, DOTS = 6.4, 0.5, 1.3, 160
"""Inches, inches a row, inches above and below the rows, and dots an inch."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """What one group says."""

    name: str
    ages: tuple[int, ...]
    """The age in the middle, or each single one; in years."""
    spread: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ChartLine:
    """An age, in years, that stands beside what all groups say."""

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

    size = WIDTH, ROW * len(chart.rows) + BESIDE
    figure: Any = Figure(figsize=size, dpi=DOTS, facecolor=GROUND, layout="constrained")
    canvas: Any = FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=GROUND)
    _draw_rows(axes, chart)
    _draw_lines(axes, chart)
    _draw_frame(axes, chart)
    out = BytesIO()
    canvas.print_png(out)
    return out.getvalue()


def _draw_rows(axes: Axes, chart: AgeChart) -> None:
    """A bar for the spread, a mark for each age, the first group on top."""
    for place, row in enumerate(chart.rows):
        colour, height = COLOURS[place % len(COLOURS)], len(chart.rows) - 1 - place
        if row.spread and row.spread[0] < row.spread[1]:
            axes.plot(
                row.spread, (height, height), color=colour, linewidth=7, alpha=0.35, solid_capstyle="round"
            )
        mark = MARKS[place % len(MARKS)]
        axes.plot(row.ages, [height] * len(row.ages), mark, color=colour, markersize=10, markeredgecolor=INK)
        for age in row.ages:
            axes.annotate(
                str(age), (age, height), xytext=(0, 9), textcoords="offset points", ha="center", color=INK
            )


def _draw_lines(axes: Axes, chart: AgeChart) -> None:
    """An upright line an age, dashed and dotted, named above the rows on a ground of its own."""
    ground = {"facecolor": GROUND, "edgecolor": "none", "pad": 1.5}
    for place, line in enumerate(chart.lines):
        axes.axvline(line.age, color=INK, linestyle=("--", ":")[place % 2], linewidth=1.6)
        where, name = (line.age, len(chart.rows) - 0.4 + 0.42 * place), f"{line.name}: {line.age}"
        at = {"xytext": (_aside(line.age), 0), "textcoords": "offset points", "ha": _side(line.age)}
        axes.annotate(name, where, va="bottom", color=INK, fontsize=9, bbox=ground, **at)


def _draw_frame(axes: Axes, chart: AgeChart) -> None:
    axes.set_xlim(-0.5, OLDEST + 0.5)
    axes.set_ylim(-0.6, len(chart.rows) - 0.3 + 0.42 * len(chart.lines))
    axes.set_xticks(range(0, OLDEST + 1, 2))
    axes.set_yticks(range(len(chart.rows)), [row.name for row in reversed(chart.rows)])
    axes.set_xlabel(chart.axis, color=INK)
    axes.tick_params(colors=INK)
    axes.grid(visible=True, axis="x", color=INK, alpha=0.12)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _side(age: int) -> str:
    """Names of high ages stand left of their line, else they would leave the picture."""
    return "right" if age > OLDEST * 0.6 else "left"


def _aside(age: int) -> int:
    """How far from its line a name stands, in points."""
    return -4 if _side(age) == "right" else 4
