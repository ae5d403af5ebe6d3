"""What is recorded about a film and where it comes from. Values only: no look-ups, no decisions.

Beside each field stands what forms, files and checks need to know of it; `entry_walk` reads it there.
"""

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from knowledge.field_marks import (
    Box,
    Input,
    InSection,
    ItemKey,
    NameOf,
    NotTyped,
    RightForm,
    Spoils,
    Wanted,
)
from knowledge.field_types import (
    Address,
    Age,
    Cited,
    Detail,
    ImdbId,
    Key,
    Line,
    Minutes,
    MovieId,
    Name,
    Paragraph,
    Rows,
    Topics,
    WikidataId,
)
from knowledge.strict_model import Limits, StrictModel, TextLimits


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


NOT_NAMED = "not-named-yet"
"""Stands in a draft for the source that nobody has chosen yet; what is published never has it."""
Speaker = Literal["expert", "parent", "teen", "kid", "educator"]
SOURCED: frozenset[Speaker] = frozenset({"expert", "educator"})
"""Who is called by the name of the source; of the others there are many, and they are counted."""


class AlsoKnownAs(StrictModel):
    """Another title that people use for the film."""

    title: Name
    kind: Literal["translation", "original", "nickname"]
    language: Annotated[str, TextLimits(pattern=r"^[a-z]{2,3}$"), RightForm("language_form")] | None = None


class External(StrictModel):
    """The film's ids elsewhere."""

    imdb: Annotated[ImdbId | None, Input(Box.LINE, 40)] = None
    wikidata: Annotated[WikidataId | None, Input(Box.LINE, 40)] = None


class Released(StrictModel):
    """First release in the film's main market."""

    theatrical: Annotated[date | None, Input(Box.LINE, 40)] = None
    home: Annotated[date | None, Input(Box.LINE, 40)] = None


class OfficialRating(StrictModel):
    """What a classification board decided. Codes are those of boards.toml."""

    board: Name
    code: Annotated[Name, Input(Box.MENU, 1)]
    reason: Annotated[Line | None, Input(Box.TEXT, 300)] = None
    sources: Cited


class Finding(StrictModel):
    """What was found about one topic. `says` gives nothing of the plot away; `detail` may."""

    topic: Annotated[Key, NameOf.TOPIC]
    level: Annotated[Level, Input(Box.RADIO)]
    says: Annotated[Line, Input(Box.TEXT, 300)]
    detail: Detail = None
    inferred: Annotated[Line | None, Input(Box.TEXT, 300, place=1)] = None
    """Why the topic or level is our reading and not the source's own statement."""
    sources: Cited


class Prose(StrictModel):
    """Prose in our own words: what may be read by all, and what gives the plot away."""

    says: Annotated[Paragraph, Input(Box.TEXT, 900)]
    detail: Detail = None
    sources: Cited


class Quality(StrictModel):
    """Is it any good: what reviewers praise and what they miss."""

    strengths: Rows = ()
    limits: Rows = ()
    sources: Cited


class Voice(StrictModel):
    """One person's view, in our words. Voices stand beside the verdict and are never averaged."""

    who: Annotated[Speaker, Input(Box.MENU, 1)]
    age: Annotated[Age | None, Input(Box.LINE, 40, "ages")] = None
    """The age of a teen or kid who wrote it, where said."""
    said_on: Annotated[date | None, Input(Box.LINE, 40, "ages")] = None
    says: Annotated[Line, Input(Box.TEXT, 1200, place=-1)]
    detail: Annotated[Paragraph | None, Spoils(), Input(Box.TEXT, 1200, "says", place=-1)] = None
    suits_from: Annotated[Age | None, Input(Box.LINE, 40, "ages")] = None
    """The youngest age this person thinks it suits, where said."""
    too_much: Topics = ()
    praises: Topics = ()
    source: Annotated[Key, NameOf.SOURCE, Input(Box.MENU, 1, "sources")]


class Alternative(StrictModel):
    """Another entry worth a look, and why."""

    movie: Key
    why: Line


class Source(StrictModel):
    """A page, a board or a person that said so."""

    name: Name
    url: Address | None = None
    seen_on: date | None = None
    copy_of: Annotated[Key | None, NameOf.SOURCE] = None
    """The source whose text this one repeats: the two of them are one witness."""


class Provenance(StrictModel):
    """Who wrote and who checked. `checked` means: by somebody who watched the film with the entry in hand."""

    status: Status
    written_by: Name
    written_on: date
    checked_by: Name | None = None
    checked_on: date | None = None
    note: Line | None = None


_PEOPLE = InSection("people", Wanted.NEVER)


class Movie(StrictModel):
    """One film's entry. The id is the title and year, folded: `never-let-me-go-2010`."""

    id: Annotated[MovieId, NotTyped()]
    title: Annotated[Name, NotTyped()]
    year: Annotated[int, Limits(ge=1888, le=2100), NotTyped()]
    pitch: Annotated[Line, InSection("glance"), Input(Box.TEXT, 300)]
    runtime: Annotated[Minutes | None, InSection("glance"), Input(Box.LINE, 40)] = None
    genres: Annotated[tuple[Name, ...], InSection("glance"), Input(Box.LINE, 300, apart=",")] = ()
    directors: Annotated[
        tuple[Name, ...], InSection("people", Wanted.NEVER), Input(Box.LINE, 1000, apart=",")
    ] = ()
    cast: Annotated[
        tuple[Name, ...], InSection("people", Wanted.NEVER), Input(Box.TEXT, 1000, apart=",")
    ] = ()
    studio: Annotated[Name | None, InSection("people", Wanted.NEVER), Input(Box.LINE, 300)] = None
    also_known_as: Annotated[
        tuple[AlsoKnownAs, ...],
        ItemKey(("title",)),
        InSection("names", Wanted.NEVER),
        Input(Box.TEXT, 3500, "names", apart="\n"),
    ] = ()
    external: Annotated[External, InSection("names", Wanted.NEVER)] = External.trusted({})
    released: Annotated[Released, InSection("glance")] = Released.trusted({})
    facts_from: Annotated[
        tuple[Key, ...],
        Limits(min_length=1),
        NameOf.SOURCE,
        InSection("sources"),
        Input(Box.MENU, 10, "facts", place=1),
    ]
    """The sources of all that is at a glance: year, runtime, people, dates."""
    ratings: Annotated[
        tuple[OfficialRating, ...], ItemKey(("board",)), InSection("rating", Wanted.ALWAYS)
    ] = ()
    findings: Annotated[tuple[Finding, ...], ItemKey(("topic",)), InSection("finding")] = ()
    left_open: Annotated[dict[Key, Line], NotTyped()] = field(default_factory=dict[str, str])
    """Topics that the story decides and nobody could establish, each with why."""
    parents_need_to_know: Annotated[Prose | None, InSection("know")] = None
    story: Annotated[Prose | None, InSection("story", Wanted.ALWAYS)] = None
    quality: Annotated[Quality | None, InSection("quality")] = None
    talk_about: Annotated[
        tuple[Line, ...],
        InSection("talk", Wanted.ALWAYS),
        Input(Box.TEXT, 3500, "questions", apart="\n"),
    ] = ()
    voices: Annotated[
        tuple[Voice, ...],
        ItemKey(("who", "age", "said_on"), found_again=False),
        InSection("voice", Wanted.ALWAYS),
    ] = ()
    alternatives: Annotated[
        tuple[Alternative, ...],
        ItemKey(("movie",)),
        InSection("others", Wanted.NEVER),
        Input(Box.TEXT, 3500, "films", apart="\n"),
    ] = ()
    sources: Annotated[dict[Key, Source], InSection("sources"), Input(Box.TEXT, 3500, "list", apart="\n")]
    provenance: Annotated[Provenance, NotTyped()]

    @property
    def heading(self) -> str:
        """*Title (Year)*, with which every reply begins."""
        return f"{self.title} ({self.year})"

    def finding(self, topic: str) -> Finding | None:
        """The finding on a topic, or None where nobody assessed it."""
        return next((finding for finding in self.findings if finding.topic == topic), None)
