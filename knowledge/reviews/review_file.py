"""Reviews as a file and back, without people: what families of one server said, for another to read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import ValidationError

from knowledge.reviews.review import Review
from knowledge.strict_model import Limits, StrictModel, TextLimits

MOST_REVIEWS = 5000
LONGEST_FILE = 8_000_000
"""Bytes."""
MOST_FAULTS = 5


class TransferredReview(StrictModel):
    """One review of one film, by nobody."""

    film: Annotated[str, TextLimits(pattern=r"^[A-Za-z0-9_-]{1,60}$")]
    """Under which its reviews are kept: IMDb's id where it is known, else the guide's."""
    on: date
    review: Review


class _ReviewFile(StrictModel):
    kind: Literal["usher reviews"] = "usher reviews"
    reviews: Annotated[tuple[TransferredReview, ...], Limits(max_length=MOST_REVIEWS)]


@dataclass(frozen=True, slots=True)
class WrongPlace:
    """A field of a review, or the whole `review`, that is wrong; the first review of the file is 1."""

    review: int
    field: str


class BadReviewFile(Exception):
    """The file is none of ours, or not whole; where one is known, the places that are wrong."""

    def __init__(self, places: Sequence[WrongPlace] = ()) -> None:
        self.places = tuple(places)
        super().__init__(", ".join(f"review {one.review}: {one.field}" for one in places))


def as_file(reviews: Sequence[TransferredReview]) -> str:
    """The file. What is written by name is not: who it was stands in no file."""
    nameless = tuple(
        one.model_copy(update={"review": one.review.model_copy(update={"named": False})}) for one in reviews
    )
    return _ReviewFile(reviews=nameless).model_dump_json(indent=1, exclude_defaults=True)


def from_file(data: bytes) -> tuple[TransferredReview, ...]:
    """The reviews of a file. Raises BadReviewFile."""
    if len(data) > LONGEST_FILE:
        raise BadReviewFile
    try:
        return _ReviewFile.model_validate_json(data).reviews
    except ValidationError as error:
        found = [_place(one["loc"]) for one in error.errors(include_input=False)]
        raise BadReviewFile(list(dict.fromkeys(filter(None, found)))[:MOST_FAULTS]) from error


def _place(path: tuple[int | str, ...]) -> WrongPlace | None:
    """Of a path such as `reviews, 2, review, stars`: what a reader calls review 3, stars."""
    match path:
        case ("reviews", int(place), "review", str(field), *_) | ("reviews", int(place), str(field), *_):
            return WrongPlace(place + 1, field)
        case ("reviews", int(place)):
            return WrongPlace(place + 1, "review")
        case _:
            return None
