"""What the guide's words mean: topics, boards and their codes, and the age each level usually fits."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, model_validator

from knowledge.facts import Age, Fact, Level, Line, Name

Kind = Literal["scale", "yes_no", "positive"]

_LEVELS: dict[Kind, tuple[Level, ...]] = {
    "scale": (Level.NONE, Level.MILD, Level.MODERATE, Level.SEVERE),
    "yes_no": (Level.NONE, Level.PRESENT),
    "positive": (Level.NONE, Level.PRESENT),
}


class Topic(Fact):
    """Something that parents ask about, with the words they use for it (topics.toml)."""

    id: str
    name: Name
    kind: Kind
    asks: tuple[str, ...] = Field(min_length=1)
    mild: Line | None = None
    moderate: Line | None = None
    severe: Line | None = None
    story_decides: bool = False
    """Whoever knows the story knows the answer, so an entry leaves it open only with a reason."""

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels a finding on this topic may have, lowest first."""
        return _LEVELS[self.kind]


class Code(Fact):
    """What one official code means for a child of some age (boards.toml)."""

    alone: Age
    with_adult: Age | None = None
    advice: bool = False
    careful_under: Age | None = None
    says: Line


class Board(Fact):
    """A classification board and its codes."""

    id: str
    name: Name
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    place: Name
    url: str
    reasons_since: int | None = None
    """The year from which the board gave reasons; one for an older film belongs to a re-issue."""
    codes: dict[str, Code] = Field(min_length=1)


class AgeTable(Fact):
    """From which age, in years, each level of a topic usually fits (ages.toml)."""

    care_years: Annotated[int, Field(ge=0, le=5)]
    from_age: dict[str, dict[Level, Age]]

    @model_validator(mode="after")
    def _never_falls_with_the_level(self) -> "AgeTable":
        order = _LEVELS["scale"]
        for topic, row in self.from_age.items():
            if tuple(row) != order or list(row.values()) != sorted(row.values()):
                raise ValueError(f"{topic}: give none, mild, moderate, severe, with ages that never fall")
        return self

    def age_for(self, topic: str, level: Level) -> int:
        """The youngest age, in years, that a finding usually fits; 0 where the topic never decides."""
        return self.from_age.get(topic, {}).get(level, 0)

    def stricter(self, years: int) -> "AgeTable":
        """The same table with every age that is not 0 raised by so many years, up to 21."""
        raised = {
            topic: {level: min(21, age + years) if age else 0 for level, age in row.items()}
            for topic, row in self.from_age.items()
        }
        return AgeTable(care_years=self.care_years, from_age=raised)

    def strictest(self, topic: str) -> int:
        """The age that the worst possible finding on this topic would ask for."""
        return max(self.from_age.get(topic, {Level.NONE: 0}).values())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of the guide's words, each by its id, in the order of the files."""

    topics: dict[str, Topic]
    boards: dict[str, Board]
    ages: AgeTable
