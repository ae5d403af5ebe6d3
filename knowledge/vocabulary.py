"""What the guide's words mean: topics with the age that each level usually fits, boards and their codes."""

from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

from knowledge.entry import Level
from knowledge.field_marks import RightForm
from knowledge.field_types import Age, Line, Name
from knowledge.strict_model import Limits, StrictModel, TextLimits
from knowledge.things import Things

Kind = Literal["scale", "yes_no", "positive"]

Meaning = Literal[
    "all",
    "guidance",
    "guidance_under",
    "care",
    "caution",
    "suits",
    "not_advised",
    "with_adult",
    "with_adult_from",
    "only",
    "licensed",
    "profession",
]
"""What a board says by a code; the code's ages fill in the numbers."""

_LEVELS: dict[Kind, tuple[Level, ...]] = {
    "scale": (Level.NONE, Level.MILD, Level.MODERATE, Level.SEVERE),
    "yes_no": (Level.NONE, Level.PRESENT),
    "positive": (Level.NONE, Level.PRESENT),
}
_AGED = frozenset({Level.MILD, Level.MODERATE, Level.SEVERE})

OLDEST = 21
"""Years; no table asks for more."""


class LevelAges(StrictModel):
    """From which age, in years, each level of a topic usually fits; `none` fits all."""

    mild: Age
    moderate: Age
    severe: Annotated[int, Limits(ge=6, le=OLDEST)]
    """What is severe fits no small child."""

    def __post_init__(self) -> None:
        """Raises ValueError where ages fall with the level."""
        if not self.mild <= self.moderate <= self.severe:
            raise ValueError("give ages that never fall with the level")

    def stricter(self, years: int) -> "LevelAges":
        """The same with every age that is not 0 raised by so many years, up to the oldest."""
        levels = (self.mild, self.moderate, self.severe)
        mild, moderate, severe = (min(OLDEST, age + years) if age else 0 for age in levels)
        return LevelAges.trusted({"mild": mild, "moderate": moderate, "severe": severe})


class Topic(StrictModel):
    """Something that parents ask about, with the words they use for it (topics.toml)."""

    id: str
    name: Name
    kind: Kind
    asks: Annotated[tuple[str, ...], Limits(min_length=1)]
    mild: Line | None = None
    moderate: Line | None = None
    severe: Line | None = None
    story_decides: bool = False
    """Whoever knows the story knows the answer, so an entry leaves it open only with a reason."""
    ages: LevelAges | None = None
    named: tuple[int, int, int, int, int] | None = None
    """By the stage of a board's code, in tenths of a level: how much it is where a board only names it."""
    decides: bool = True
    """Whether a finding can decide from which age a film fits; only scales do."""

    def __post_init__(self) -> None:
        """Raises ValueError where it says and unsays whether it decides."""
        if self.kind == "scale" and self.decides == (self.ages is None):
            raise ValueError("a scale states its ages, or decides = false")
        if self.kind != "scale" and self.ages:
            raise ValueError("only a scale has ages")

    def from_age(self, level: Level) -> int:
        """The youngest age, in years, that a finding usually fits; 0 where it never decides."""
        return getattr(self.ages, level.value) if self.ages and level in _AGED else 0

    @property
    def strictest(self) -> int:
        """The age, in years, that the worst possible finding would ask for."""
        return self.ages.severe if self.ages else 0

    def stricter(self, years: int) -> "Topic":
        """The same topic with its ages raised by so many years."""
        return self.model_copy(update={"ages": self.ages.stricter(years)}) if self.ages else self

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels a finding on this topic may have, lowest first."""
        return _LEVELS[self.kind]


class Audience(StrictModel):
    """From which age, in years, a film usually fits by for whom it was made (audience.toml)."""

    families: tuple[str, ...]
    """Genres of films that are made for families."""
    others_from: Age
    passed_from: tuple[Age, Age, Age, Age, Age]
    """By the stage of a board's code."""
    looked_at: tuple[str, ...]
    """Topics that somebody must have looked at before a film is suggested for a child."""

    def stricter(self, years: int) -> "Audience":
        """The same with every age that is not 0 raised by so many years, up to the oldest."""
        raised = tuple(
            min(OLDEST, age + years) if age else 0 for age in (self.others_from, *self.passed_from)
        )
        return self.model_copy(update={"others_from": raised[0], "passed_from": raised[1:]})


class Code(StrictModel):
    """What one official code means for a child of some age (boards.toml)."""

    alone: Age
    with_adult: Age | None = None
    careful_under: Age | None = None
    means: Meaning
    stage: Annotated[int, Limits(ge=0, le=4)]
    """Which of the numbers of a topic, `named`, says how much it holds of it."""


class Certificates(StrictModel):
    """Where Wikidata has a board's codes: the property, and codes by item."""

    property: str
    codes: dict[str, str] = field(default_factory=dict[str, str])


class Board(StrictModel):
    """A classification board and its codes."""

    id: str
    name: Name
    country: Annotated[str, TextLimits(pattern=r"^[A-Z]{2}$"), RightForm("country_form")]
    url: str
    reasons_since: int | None = None
    """The year from which the board gave reasons; one for an older film belongs to a re-issue."""
    columns: tuple[str, ...] = ()
    """How files of films call the column of its codes, the usual name first."""
    wikidata: Certificates | None = None
    language: str = "en"
    """Of the words in which it says why it gave a code."""
    codes: Annotated[dict[str, Code], Limits(min_length=1)]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All of the guide's words, each by its id, in the order of the files."""

    topics: dict[str, Topic]
    boards: dict[str, Board]
    things: Things
    themes: Things
    """What a film can be about; also words of questions and of entries."""
    audience: Audience
    countries: Things
    """The words for each country, by its two letters."""

    def board_in(self, country: str) -> Board:
        """The board of this country, else the first one."""
        here = (board for board in self.boards.values() if board.country == country)
        return next(here, None) or next(iter(self.boards.values()))

    def stricter(self, years: int) -> "Vocabulary":
        """The same words with every age that a topic asks for raised by so many years."""
        if not years:
            return self
        topics = {name: topic.stricter(years) for name, topic in self.topics.items()}
        return replace(self, topics=topics, audience=self.audience.stricter(years))
