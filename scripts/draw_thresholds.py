"""Draws how often another film is taken against how often one asks back, as the threshold for a film moves.

`uv run scripts/draw_thresholds.py questions.jsonl docs/thresholds.svg`, over the films of the catalogue.
"""

import sys
from pathlib import Path

from bot.cli.environment import read_settings
from bot.guide_factory import shipped_guide
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.evaluation.corpus import other_cases
from knowledge.evaluation.judgement import evaluate
from knowledge.understanding.learned import read_learned
from knowledge.understanding.thresholds import SHIPPED, Thresholds
from knowledge.understanding.understand import Understanding

STEPS = (0.3, 0.4, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95)
WIDE, HIGH, EDGE = 480, 300, 45
Point = tuple[float, float, float]
"""A threshold, the share that is asked back, and the share of wrong films."""


def points(questions: Path) -> list[Point]:
    """What each threshold gives."""
    guide, vocabulary = shipped_guide(read_settings().catalogue), read_vocabulary()
    learned, cases, found = read_learned(vocabulary), list(other_cases(questions)), list[Point]()
    for step in STEPS:
        limits = Thresholds(film=step)
        judged = evaluate(cases, Understanding(guide.titles, vocabulary, learned, limits), guide.titles)
        asked = sum(each.asked_back for each in judged) / len(judged)
        found.append((step, asked, sum(each.wrong for each in judged) / len(judged)))
        print(f"{step:.2f}: asked back {asked:.1%}, wrong {found[-1][2]:.1%}")
    return found


def drawn(found: list[Point]) -> str:
    """The points as a picture."""
    most = (max(asked for _, asked, _ in found) * 1.1, max(wrong for *_, wrong in found) * 1.3)
    places = [
        (EDGE + asked / most[0] * (WIDE - 2 * EDGE), HIGH - EDGE - wrong / most[1] * (HIGH - 2 * EDGE))
        for _, asked, wrong in found
    ]
    line = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    dots = "".join(_dot(x, y, step) for (x, y), (step, *_) in zip(places, found, strict=True))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" '
        f'font-size="12"><rect width="{WIDE}" height="{HIGH}" fill="white"/>'
        f'<path d="M{EDGE},{EDGE // 2}V{HIGH - EDGE}H{WIDE - EDGE // 2}" fill="none" stroke="grey"/>'
        f'<polyline points="{line}" fill="none" stroke="steelblue" stroke-width="2"/>{dots}'
        f'<text x="{WIDE // 2}" y="{HIGH - 10}" text-anchor="middle">asked back, up to {most[0]:.0%}</text>'
        f'<text x="15" y="{HIGH // 2}" transform="rotate(-90 15 {HIGH // 2})" text-anchor="middle">'
        f"another film taken, up to {most[1]:.1%}</text></svg>\n"
    )


def _dot(x: float, y: float, step: float) -> str:
    colour = "crimson" if step == SHIPPED.film else "steelblue"
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4" fill="{colour}"/>'
        f'<text x="{x + 6:.0f}" y="{y - 6:.0f}">{step}</text>'
    )


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(drawn(points(Path(sys.argv[1]))), encoding="utf-8")
