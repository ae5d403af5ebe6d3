"""What is recorded about a film and where it comes from. Values only: no look-ups, no decisions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Level(StrEnum):
    """How much of a topic a film holds. A topic without a finding is *not assessed*: that is no level."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    PRESENT = "present"
    """For topics that are there or not, such as flashing lights."""


class Status(StrEnum):
    """Where an entry stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Form:
    """Beside the pattern of a text: what is said of one that has another form, a key of faults.toml."""

    right: str


_ONE_LINE = r"^\S[^\r\n]*\S$|^\S$"
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=_ONE_LINE), Form("one_line")]
"""One spoiler-free line for a card."""
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=900)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=_ONE_LINE), Form("one_line")]
Key = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$", max_length=80), Form("key_form")
]
"""A name by which files point at each other: lower case, digits, hyphens, underscores."""
NOT_NAMED = "not-named-yet"
"""Stands in a draft for the source that nobody has chosen yet; what is published never has it."""
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=300), Form("address_form")]
MovieId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60), Form("movie_id_form")
]
"""Short enough that a button can carry it with a question."""
Age = Annotated[int, Field(ge=0, le=21)]
"""Years."""
Speaker = Literal["expert", "parent", "teen", "kid", "educator"]
SOURCED: frozenset[Speaker] = frozenset({"expert", "educator"})
"""Who is called by the name of the source; of the others there are many, and they are counted."""


class StrictModel(BaseModel):
    """Immutable, strict, and closed: a misspelt key is a fault, not a lost fact."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class AlsoKnownAs(StrictModel):
    """Another title that people use for the film."""

    title: Name
    kind: Literal["translation", "original", "nickname"]
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$"), Form("language_form")] | None = None


class External(StrictModel):
    """The film's ids elsewhere."""

    imdb: Annotated[str, StringConstraints(pattern=r"^tt\d{7,9}$"), Form("imdb_form")] | None = None
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$"), Form("wikidata_form")] | None = None


class Released(StrictModel):
    """First release in the film's main market."""

    theatrical: date | None = None
    home: date | None = None


class OfficialRating(StrictModel):
    """What a classification board decided. Codes are those of boards.toml."""

    board: Name
    code: Name
    reason: Line | None = None
    sources: tuple[Key, ...] = Field(min_length=1)


class Finding(StrictModel):
    """What was found about one topic. `says` gives nothing of the plot away; `detail` may."""

    topic: Key
    level: Level
    says: Line
    detail: Paragraph | None = None
    inferred: Line | None = None
    """Why the topic or level is our reading and not the source's own statement."""
    sources: tuple[Key, ...] = Field(min_length=1)


class Prose(StrictModel):
    """Prose in our own words: what may be read by all, and what gives the plot away."""

    says: Paragraph
    detail: Paragraph | None = None
    sources: tuple[Key, ...] = Field(min_length=1)


class Quality(StrictModel):
    """Is it any good: what reviewers praise and what they miss."""

    strengths: tuple[Line, ...] = ()
    limits: tuple[Line, ...] = ()
    sources: tuple[Key, ...] = Field(min_length=1)


class Voice(StrictModel):
    """One person's view, in our words. Voices stand beside the verdict and are never averaged."""

    who: Speaker
    age: Age | None = None
    """The age of a teen or kid who wrote it, where said."""
    said_on: date | None = None
    says: Line
    detail: Paragraph | None = None
    suits_from: Age | None = None
    """The youngest age this person thinks it suits, where said."""
    too_much: tuple[Key, ...] = ()
    praises: tuple[Key, ...] = ()
    source: Key


class Alternative(StrictModel):
    """Another entry worth a look, and why."""

    movie: Key
    why: Line


class Source(StrictModel):
    """A page, a board or a person that said so."""

    name: Name
    url: (
        Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=300), Form("address_form")]
        | None
    ) = None
    seen_on: date | None = None
    copy_of: Key | None = None
    """The source whose text this one repeats: the two of them are one witness."""


class Provenance(StrictModel):
    """Who wrote and who checked. `checked` means: by somebody who watched the film with the entry in hand."""

    status: Status
    written_by: Name
    written_on: date
    checked_by: Name | None = None
    checked_on: date | None = None
    note: Line | None = None


class Movie(StrictModel):
    """One film's entry. The id is the title and year, folded: `never-let-me-go-2010`."""

    id: MovieId
    title: Name
    year: Annotated[int, Field(ge=1888, le=2100)]
    pitch: Line
    runtime: Annotated[int, Field(ge=1, le=1000)] | None = None
    """Minutes."""
    genres: tuple[Name, ...] = ()
    directors: tuple[Name, ...] = ()
    cast: tuple[Name, ...] = ()
    studio: Name | None = None
    also_known_as: tuple[AlsoKnownAs, ...] = ()
    external: External = External()
    released: Released = Released()
    facts_from: tuple[Key, ...] = Field(min_length=1)
    """The sources of all that is at a glance: year, runtime, people, dates."""
    ratings: tuple[OfficialRating, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_open: dict[Key, Line] = {}
    """Topics that the story decides and nobody could establish, each with why."""
    parents_need_to_know: Prose | None = None
    story: Prose | None = None
    quality: Quality | None = None
    talk_about: tuple[Line, ...] = ()
    voices: tuple[Voice, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    sources: dict[Key, Source]
    provenance: Provenance

    @property
    def heading(self) -> str:
        """*Title (Year)*, with which every reply begins."""
        return f"{self.title} ({self.year})"

    def finding(self, topic: str) -> Finding | None:
        """The finding on a topic, or None where nobody assessed it."""
        return next((finding for finding in self.findings if finding.topic == topic), None)
