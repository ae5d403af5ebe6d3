"""A film held against what was typed: how it fits, and whether it is worth asking about. Decides nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.titles.films import Film
from knowledge.titles.index.spellings import SOUND, spellings
from knowledge.titles.names import Name, NameKind
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.query import QueryReading
from knowledge.titles.similarity import Similarity
from knowledge.titles.words import bare, heavy, words

WORTH_ASKING = 45.0
WORTH_GUESSING = 60.0
"""The same where a typed word is not in the name at all: what looks misspelt is mostly chance then."""
WORTH_CALLING = 65.0
"""The same for a nickname, of which nobody says but a part: an alert is no "alerte rouge"."""
SHORTEST_PART = 3
"""Letters of a word by which alone a film is worth asking about."""
SHORTEST_START = 3
"""Letters of a half-typed name that are worth asking about."""
LETTERS_A_GUESS = 3
"""Letters that a title needs for each wrong one even to be offered: "let" is no try at "E.T."."""
HEARD = 10_000
"""Votes from which on a film is asked about because its name sounds like what was typed."""
SHORT_SOUND = 3
"""Letters of the key of a sound, its mark included, up to which words must be cut alike."""
# Asking an enum for a member takes longer than comparing names that are kept.
_ALIAS, _INITIALS, _CALLED = NameKind.ALIAS, NameKind.INITIALS, NameKind.CALLED
_MADE_UP = frozenset({_INITIALS, _CALLED})
SAID = frozenset({NameKind.TITLE, NameKind.ALIAS, NameKind.SUBTITLE, NameKind.HEAD})
"""Names that are words, which a phone may have heard."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film held against one reading of what was typed, by the name that fits best."""

    film: Film
    name: Name
    likeness: Similarity
    reading: QueryReading
    rank: float
    """Where it stands among the candidates: higher is better. Orders, never accepts."""

    @property
    def exact(self) -> bool:
        """The name is what was typed, articles aside that were left out."""
        typed, name = self.reading.words, self.name.words
        if not self.likeness.to_the_letter:
            return False
        return typed == name or (bare(name) == bare(typed) and Counter(typed) <= Counter(name))

    @property
    def literal(self) -> bool:
        """The name is what was typed, articles included."""
        return self.name.words == self.reading.words

    @property
    def surely(self) -> tuple[bool, bool, int, float]:
        """Orders the names and readings by which one film was found: what it is called goes first."""
        called = self.exact and self.name.kind <= _ALIAS
        return self.exact, called, -self.reading.place if called else 0, self.rank

    @property
    def shorthand(self) -> bool:
        """A few letters and a number that are short for its name, and not in it: `t2`, `hp 3`."""
        made_up = self.name.kind in _MADE_UP and self.reading.code
        return made_up and set(words(self.film.title)).isdisjoint(
            filter(str.isalpha, bare(self.reading.words))
        )

    @property
    def titled(self) -> bool:
        """It is called just so; by a part of its title only if anybody rated it."""
        as_typed = self.exact or (self.reading.code and self.reading.words[-2:] == self.name.words)
        return as_typed and (self.name.kind <= _ALIAS or (self.name.kind in SAID and self.film.rated))

    @property
    def dated(self) -> bool:
        """The film's year was typed, behind its title or in it."""
        return self.film.year in self.reading.years

    @property
    def certain(self) -> bool:
        """Its whole title and its year were typed, to the letter."""
        return self.literal and self.dated and self.name.kind <= _ALIAS

    @property
    def near_year(self) -> bool:
        """The typed year is the film's or one off, as that of a festival or of another country is."""
        typed, year = self.reading.year, self.film.year
        return typed is not None and year is not None and abs(year - typed) <= 1

    @property
    def off_year(self) -> bool:
        """A year was typed, and the film is not of that year."""
        return self.reading.year is not None and self.film.year != self.reading.year

    @property
    def sounds_alike(self) -> bool:
        """A name that sounds as what was typed does, however its words are cut."""
        typed, name = self.reading.words, self.name.words
        said = spellings(typed)[SOUND]
        # Of so short a word every second one sounds a little alike: let, là-haut.
        as_cut = len(said) > SHORT_SOUND or len(typed) == len(name)
        return self.name.kind in SAID and as_cut and said == spellings(name)[SOUND]

    @property
    def heard(self) -> bool:
        """A known film that a phone may have written down so."""
        typed, name = self.reading.words, self.name.words
        begun = {phonetic_key(each[0])[:1] for each in (name, bare(name))}
        return self.film.votes >= HEARD and phonetic_key(typed[0])[:1] in begun and self.sounds_alike


def worth_asking(candidate: Candidate) -> bool:
    """It is alike; or all that was typed is part of its name; or its whole name begins what was typed."""
    like, typed, name = candidate.likeness, candidate.reading.words, candidate.name.words
    if not like.within and candidate.reading.code and set(filter(str.isalpha, typed)).isdisjoint(name):
        return False  # That a film is the fourth of something is no reason to ask about it.
    if like.other_number and candidate.name.kind is _INITIALS:
        return False
    if like.edits and (candidate.name.kind is _INITIALS or letters(name) < like.edits * LETTERS_A_GUESS):
        return False
    if candidate.name.kind is _CALLED and like.score < WORTH_CALLING:
        return False
    enough = WORTH_ASKING if like.within or not like.edits else WORTH_GUESSING
    long = len("".join(typed)) >= SHORTEST_START
    if like.score >= enough or (long and " ".join(name).startswith(" ".join(typed))):
        return True
    part = like.within and any(len(word) >= SHORTEST_PART and word in name for word in heavy(typed))
    begun = typed[: len(name)] == name and sum(map(len, name)) > SHORTEST_PART
    return part or begun or candidate.heard


def letters(name: Sequence[str]) -> int:
    """How many letters tell a name from others."""
    return sum(map(len, heavy(name)))
