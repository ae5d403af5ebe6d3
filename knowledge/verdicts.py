"""What an answer is made of: verdicts, reasons, what boards say, sentences, what is known of a topic."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.entry import Finding, Level, Movie, OfficialRating, Source, Speaker, Voice
from knowledge.vocabulary import Board, Code, Topic


class Verdict(StrEnum):
    """Whether a film suits an age. Only FITS and WITH_CARE say yes."""

    FITS = "fits"
    WITH_CARE = "with_care"
    NOT_YET = "not_yet"
    CANNOT_TELL = "cannot_tell"


class Admission(StrEnum):
    """What an official rating says to a child of one age."""

    FREE = "free"
    CAREFUL = "careful"
    WITH_ADULT = "with_adult"
    NOT_ADMITTED = "not_admitted"


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding and the age, in years, from which it usually fits."""

    topic: Topic
    finding: Finding
    from_age: int


@dataclass(frozen=True, slots=True)
class MadeFor:
    """From which age, in years, a film usually fits by for whom it was made, whatever is in it."""

    from_age: int
    codes: tuple[tuple[str, str], ...]
    """(board, code) of those who passed it for them; none where it is its genres that say so."""


@dataclass(frozen=True, slots=True)
class AgeVerdict:
    """The verdict for one age, in years, with what decided it and what nobody knows."""

    age: int
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """At most three, the strictest first."""
    unknown: tuple[Topic, ...]
    """Topics that nobody assessed and that could change the verdict."""
    dissent: tuple[Voice, ...]
    """Voices that would not let this age see it."""
    families: "tuple[Opinion, ...]" = ()
    """Families of the server that would not either."""
    made_for: MadeFor | None = None
    """Where it asks for more than this age and than all that is in it."""


@dataclass(frozen=True, slots=True)
class UsualAge:
    """Without an age: from when the film usually fits."""

    from_age: int
    """By what is in it."""
    reasons: tuple[Reason, ...]
    unknown: tuple[Topic, ...]
    reviewers: tuple[int, int] | None
    """The youngest and the oldest age, in years, from which reviewers say that it fits; beside ours."""
    made_for: MadeFor | None = None
    """Where it asks for more than all that is in it."""


@dataclass(frozen=True, slots=True)
class BoardRating:
    """A rating, what its code means, and what it says to each age that was asked about."""

    rating: OfficialRating
    board: Board
    code: Code
    at: tuple[tuple[int, Admission], ...] = ()
    abroad: bool = False
    """Of another country than the one that was asked for."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is known about one topic: a finding, or None where nobody assessed it."""

    topic: Topic
    finding: Finding | None
    disputed_by: tuple[Voice, ...] = ()
    """Voices that found too much of it where the finding says little."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """From which age somebody says it fits, or too much of what there is; those who say the same are one."""

    who: Speaker
    sources: tuple[Source, ...]
    """An expert or a teacher is called by the name of the first."""
    count: int
    age: int | None
    """Of the one teen or child who says so, in years."""
    suits_from: int | None
    too_much: tuple[Topic, ...]
    spread: tuple[int, int] | None = None
    """Of a group that is enough for it: between which ages at least half of them lie."""
    here: bool = False
    """Whether these are families of the server, who have no other source than themselves."""


@dataclass(frozen=True, slots=True)
class BoardNamed:
    """How much of one topic a board named. A topic that no board named has none: that is not *none*."""

    topic: Topic
    level: Level
    board: Board
    words: str = ""
    """The board's own; empty where only the level is known."""

    @property
    def from_age(self) -> int:
        """From which age, in years, so much of it usually fits; 0 where it never decides."""
        return self.topic.from_age(self.level)


@dataclass(frozen=True, slots=True)
class BoardVerdict:
    """What a board named as a verdict for one age, in years: NOT_YET or CANNOT_TELL, never a yes."""

    age: int
    verdict: Verdict
    reasons: tuple[BoardNamed, ...]
    """What does not fit this age, the strictest first, at most three."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the entry that speaks of what was asked."""

    says: str
    spoils: bool
    sources: tuple[str, ...]
    """Keys into the entry's sources."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing within a topic that was asked about by its name, such as a dog. No quotes is not "no"."""

    word: str
    """As it was typed."""
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FittingFilm:
    """A film that fits a wish, with what speaks for it and what to know before."""

    movie: Movie
    usual: UsualAge
    why: str
    """Of whoever picked it by hand for those who liked the other; else empty."""
    shared: tuple[str, ...]
    """Genres that it shares with the film that it should be like."""
    spoken: Quote | None
    """The sentence that speaks of what it should be about."""
    know: tuple[Assessment, ...]
    """What is in it, the most first."""
    early: bool = False
    """Whether it usually fits a year later, and is worth watching together now."""
    unseen: tuple[Topic, ...] = ()
    """What nobody looked at."""
