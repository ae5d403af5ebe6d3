"""Reviews counted: what each adds, so that counts can be kept without counting anew."""

from collections.abc import Iterable, Iterator, Mapping

from knowledge.reviews.review import Review

Counts = dict[str, int]
"""How many reviews say a thing, such as `parent`, `parent.from.10` or `teen.flag.sex`; never 0."""


def parts_of(review: Review) -> Iterator[str]:
    """All that a review says and that is counted, each once."""
    who = review.who
    yield who
    yield f"{who}.from.{review.suits_from}"
    yield f"{who}.stars.{review.stars}"
    yield from (f"{who}.flag.{flag}" for flag in dict.fromkeys(review.flags))
    yield from (f"{who}.level.{flag}.{level}" for flag, level in review.levels.items())


def replaced(counts: Mapping[str, int], old: Review | None, new: Review | None) -> Counts:
    """The counts when one review takes the place of another; None where there is none."""
    changed = dict(counts)
    for review, by in ((old, -1), (new, 1)):
        for part in parts_of(review) if review else ():
            changed[part] = changed.get(part, 0) + by
    return {part: count for part, count in changed.items() if count}


def recount(reviews: Iterable[Review]) -> Counts:
    """All of them counted."""
    counts: Counts = {}
    for review in reviews:
        for part in parts_of(review):
            counts[part] = counts.get(part, 0) + 1
    return counts
