"""What one person says of a film, as a value. Nobody's name is in it, and no child's."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from knowledge.entry import Level
from knowledge.field_types import Age
from knowledge.strict_model import Limits, StrictModel

Reviewer = Literal["parent", "teen", "kid", "educator"]
"""Who can write one; those of `Speaker` but the experts."""
OWN_AGE: frozenset[Reviewer] = frozenset({"teen", "kid"})
"""Whose ages are their own; those of the others are the children's who watched."""
YOUNGEST = 13
"""Years; Discord is for nobody younger."""
LONGEST_HEADING = 100
LONGEST_TEXT = 1000
MOST_AGES = 6


class Flag(StrEnum):
    """What somebody praises or found too much, in the order of the form."""

    MESSAGES = "messages"
    ROLE_MODELS = "role_models"
    EDUCATIONAL = "educational"
    VIOLENCE = "violence"
    FEAR = "fear"
    SEX = "sex"
    LANGUAGE = "language"
    SUBSTANCES = "substances"
    SAD = "sad"

    @property
    def praises(self) -> bool:
        """Whether it is said in the film's favour."""
        return self in PRAISE


PRAISE = frozenset({Flag.MESSAGES, Flag.ROLE_MODELS, Flag.EDUCATIONAL})
LEVELLED = (Flag.VIOLENCE, Flag.FEAR, Flag.SEX, Flag.LANGUAGE, Flag.SUBSTANCES)
"""Of which people say how much there is."""
LEVELS = (Level.NONE, Level.MILD, Level.MODERATE, Level.SEVERE)
"""What they can say; who did not notice says nothing."""


class Review(StrictModel):
    """One person's review of one film."""

    who: Reviewer
    ages: Annotated[tuple[Age, ...], Limits(max_length=MOST_AGES)] = ()
    """In years, youngest first: of a teen or kid their own, else of the children who watched."""
    suits_from: Age
    stars: Annotated[int, Limits(ge=1, le=5)]
    flags: tuple[Flag, ...] = ()
    levels: dict[Flag, Level] = field(default_factory=dict[Flag, Level])
    heading: Annotated[str, Limits(max_length=LONGEST_HEADING)] = ""
    text: Annotated[str, Limits(max_length=LONGEST_TEXT)] = ""
    spoils: bool = False
    """Whether heading and text give the plot away."""
    named: bool = False
    """Whether the writer wants their name beside it."""

    @property
    def told(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.heading or self.text)

    @property
    def too_young(self) -> bool:
        """Whether somebody says that they are too young for Discord."""
        return self.who in OWN_AGE and bool(self.ages) and max(self.ages) < YOUNGEST


class QuotedReview(StrictModel):
    """A review that is shown, and which one it is."""

    id: int
    review: Review
    on: date
    helpful: int = 0
    """How many found it helpful."""
