"""Where a board's reason and an entry's findings are far apart: worth a look, and no fault of either."""

from collections.abc import Iterator

from knowledge.curation.faults import Fault, problem
from knowledge.entry import Level, Movie
from knowledge.official.reason_reader import read_reason

FAR = 2
"""Steps between two levels."""
STEPS = {level: step for step, level in enumerate((Level.NONE, Level.MILD, Level.MODERATE, Level.SEVERE))}


def far_from_board(movie: Movie, file: str) -> Iterator[Fault]:
    """A note for each finding that is two steps or more from what a board names."""
    for rating in movie.ratings:
        for topic, said in read_reason(rating.board, rating.code, rating.reason or "").topics.items():
            finding = movie.finding(topic)
            if finding and _steps(finding.level, said.level) >= FAR:
                wrong = problem(
                    "far_from_board",
                    topic=topic,
                    level=finding.level.value,
                    board=rating.board,
                    code=rating.code,
                    words=said.words,
                    said=said.level.value,
                )
                yield Fault(file, f"findings.{movie.findings.index(finding)}.level", wrong)


def _steps(one: Level, two: Level) -> int:
    """How far apart two levels are; a topic that is there or not is never far from itself."""
    return abs(STEPS[one] - STEPS[two]) if one in STEPS and two in STEPS else 0
