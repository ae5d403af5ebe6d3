"""What a review must wait for, by its words: patterns that stand in review_safety.toml. Pure."""

import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.reviews.review import OWN_AGE, YOUNGEST, Review

WORDS = Path(__file__).parents[1] / "data" / "review_safety.toml"
Patterns = tuple[re.Pattern[str], ...]


class HeldFor(StrEnum):
    """Why a review waits for a moderator. Those that are read in its words come first."""

    LINK = "link"
    INVITE = "invite"
    EMAIL = "email"
    PHONE = "phone"
    CONTACT = "contact"
    CHILD_NAME = "child_name"
    TOO_YOUNG = "too_young"
    """A grown-up's review in which somebody says to be younger than Discord allows."""
    ALL_WAIT = "all_wait"
    """The server lets every review wait."""
    TAKEN_DOWN = "taken_down"
    """What stood here before was hidden or removed by a moderator."""
    MAYBE_BARRED = "maybe_barred"
    """The writer may be somebody who was barred and deleted their data since."""


def held_for(review: Review) -> tuple[HeldFor, ...]:
    """What is in its words that a moderator should see first."""
    words = f"{review.heading}\n{review.text}"
    plain = (HeldFor.LINK, HeldFor.INVITE, HeldFor.EMAIL, HeldFor.PHONE, HeldFor.CONTACT)
    found = [why for why in plain if any(one.search(words) for one in _patterns(why))]
    if any(_child_names(words)):
        found.append(HeldFor.CHILD_NAME)
    if _says_too_young(words):
        found.append(HeldFor.TOO_YOUNG)
    return tuple(found)


def is_too_young(review: Review) -> bool:
    """Whether the writer says, by choice or in words, that they are too young for Discord."""
    words = f"{review.heading}\n{review.text}"
    return review.too_young or (review.who in OWN_AGE and _says_too_young(words))


def _says_too_young(words: str) -> bool:
    said = (found[1] for one in _patterns(HeldFor.TOO_YOUNG) for found in one.finditer(words))
    return any(not number.isdigit() or int(number) < YOUNGEST for number in said)


def _child_names(words: str) -> Iterator[str]:
    none = frozenset(_table()[HeldFor.CHILD_NAME]["no_names"])
    for one in _patterns(HeldFor.CHILD_NAME):
        yield from (found["name"] for found in one.finditer(words) if found["name"] not in none)


@cache
def _patterns(why: HeldFor) -> Patterns:
    flags = re.NOFLAG if why is HeldFor.CHILD_NAME else re.IGNORECASE
    return tuple(re.compile(one, flags | re.MULTILINE) for one in _table()[why]["patterns"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))
