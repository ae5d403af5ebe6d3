"""The kinds of answer, as values. Answering makes them, cards show them; no wording lives here."""

from dataclasses import dataclass, field

from knowledge.entry import Movie, Prose, Voice
from knowledge.questions import Intent
from knowledge.reviews.disagreement import ALONE, FamilyView
from knowledge.titles.films import Film
from knowledge.verdicts import (
    AgeVerdict,
    Assessment,
    BoardNamed,
    BoardRating,
    BoardVerdict,
    FittingFilm,
    MadeFor,
    Mention,
    Opinion,
    Quote,
    Reason,
    UsualAge,
)
from knowledge.vocabulary import Topic


@dataclass(frozen=True, slots=True)
class OfEntry:
    """An answer about a film that has a guide."""

    movie: Movie
    official: BoardRating | None = field(default=None, kw_only=True)
    """The rating beside the title: that of the country, else the first one."""


@dataclass(frozen=True, slots=True)
class Suitability(OfEntry):
    """Is it OK: a verdict an age, or the usual age where none was given."""

    verdicts: tuple[AgeVerdict, ...]
    usual: UsualAge
    mentions: tuple[Mention, ...]
    """The things that were named in the question, answered first."""
    asked: tuple[Assessment, ...]
    """The topics that were named in it, answered next."""
    reasons: tuple[Reason, ...]  # What else decides or is worth a warning.
    opinions: tuple[Opinion, ...]
    unknown: tuple[Topic, ...]  # Topics that nobody assessed and that could matter.
    made_for: MadeFor | None = None  # Where that decides.


@dataclass(frozen=True, slots=True)
class Glance(OfEntry):
    """A film at a glance: for whom, its rating, what is in it by level."""

    usual: UsualAge
    contents: "Warnings"


@dataclass(frozen=True, slots=True)
class Ratings(OfEntry):
    """The official ratings and what they mean."""

    ratings: tuple[BoardRating, ...]
    usual: UsualAge


@dataclass(frozen=True, slots=True)
class Topics(OfEntry):
    """What is in it, for the topics that were asked about."""

    mentions: tuple[Mention, ...]
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Warnings(OfEntry):
    """Everything that is in it, most first, and what nobody assessed."""

    found: tuple[Assessment, ...]
    """Scaled and yes/no topics with something in them, the highest level first."""
    absent: tuple[Topic, ...]
    """Somebody looked and found none."""
    good: tuple[Assessment, ...]
    not_assessed: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Reviews(OfEntry):
    """What reviewers and families of the server say, each voice by itself."""

    voices: tuple[Voice, ...]
    families: FamilyView = ALONE


@dataclass(frozen=True, slots=True)
class Story(OfEntry):
    """What it is about."""

    story: Prose


@dataclass(frozen=True, slots=True)
class Facts(OfEntry):
    """Runtime, year, people: the parts that were asked for, or all."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TalkAbout(OfEntry):
    """Questions for the family."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Another film and why, picked by hand."""

    movie: Movie
    why: str


@dataclass(frozen=True, slots=True)
class Alternatives(OfEntry):
    """Other films worth a look, whatever the age; for an age there are suggestions."""

    suggested: tuple[Suggested, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Films that fit the youngest child and the whole wish, the best first; there may be none."""

    ages: tuple[int, ...]
    movie: Movie | None  # The one that they should be like.
    about: str
    avoided: tuple[Topic, ...]
    minutes: int | None
    films: tuple[FittingFilm, ...]
    uncertain: int  # How many more may fit, while nobody looked at all that matters at this age.
    more: int = 0  # How many more fit as well.
    official: BoardRating | None = None  # Of the film that they should be like.


@dataclass(frozen=True, slots=True)
class Compared:
    """One side of a comparison."""

    movie: Movie
    usual: UsualAge
    official: BoardRating | None
    verdicts: tuple[AgeVerdict, ...]
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True)
class Comparison(OfEntry):
    """Two or more films side by side."""

    films: tuple[Compared, ...]
    beside: tuple["NoGuide", ...] = ()  # Those that have no guide.


@dataclass(frozen=True, slots=True)
class Quoted(OfEntry):
    """A thing that is no topic, looked for in the entry's sentences. Empty is not "no"."""

    words: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class NotRecorded(OfEntry):
    """The film has an entry, but nobody recorded this part."""

    intent: Intent
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WhichFilm:
    """Several films could be meant: ask, with the question kept."""

    sought: str
    candidates: tuple[Film, ...]


@dataclass(frozen=True, slots=True)
class NoSuchFilm:
    """No film of this name is known."""

    sought: str


@dataclass(frozen=True, slots=True)
class NoGuide:
    """The film is known, but nobody has written its guide: what boards said of it, and what files know."""

    film: Film
    official: tuple[BoardRating, ...] = ()  # The country's first.
    named: tuple[BoardNamed, ...] = ()
    """What boards named, the country's first, of each the strictest first."""
    reasons: tuple[tuple[str, str, str], ...] = ()  # Boards' own words: (board, code, reason).
    verdicts: tuple[BoardVerdict, ...] = ()
    asked: tuple[tuple[Topic, tuple[BoardNamed, ...]], ...] = ()
    """The topics that were asked about, each with what names it. Nothing is not "no"."""
    runtime: int | None = None  # Minutes.
    sources: tuple[str, ...] = ()
    families: FamilyView = ALONE
    nearest: Movie | None = None  # Most like it of those with a guide that fit the youngest age asked about.
    beside: tuple["NoGuide", ...] = ()  # The others to compare it with, where none has a guide.


@dataclass(frozen=True, slots=True)
class NoFilmNamed:
    """A question without a film, and none in the conversation."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that is no question about a film; `kind` is a row of the phrases."""

    kind: str


AboutFilm = (
    Suitability
    | Glance
    | Ratings
    | Topics
    | Warnings
    | Reviews
    | Story
    | Facts
    | TalkAbout
    | Alternatives
    | Comparison
    | Quoted
    | NotRecorded
)
Sourced = AboutFilm | Suggestions  # What is answered from entries, and names its sources.
Answer = Sourced | WhichFilm | NoSuchFilm | NoGuide | NoFilmNamed | Aside
