"""Accept, ask or nothing: the rules that keep a wrong film from being accepted. Finds no candidates."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.titles.films import Film
from knowledge.titles.index.spellings import SOUND, spellings
from knowledge.titles.likeness import Likeness
from knowledge.titles.names import Kind, Name
from knowledge.titles.typed import Reading
from knowledge.titles.words import ARTICLES, bare, heavy

SHOWN = 5
"""Films that are offered at most: a row of Discord buttons."""
FAR_BETTER_KNOWN = 20
"""Times the votes that let one film go before another of the same name."""
BETTER_KNOWN = 5
"""Times the votes that make one ask whether a title one slip away was meant."""
CERTAIN = 85.0
"""A misspelt title is accepted from this score on."""
AS_GOOD_AS_EXACT = 99.0
MARGIN = 6.0
"""And only so far ahead of the next film."""
WORTH_ASKING = 45.0
WORTH_GUESSING = 60.0
SHORTEST_PART = 3
"""Letters of a word by which alone a film is worth asking about."""
LETTERS_A_GUESS = 3
"""Letters that a title needs for each wrong one even to be offered: "let" is no try at "E.T."."""
HEARD = 10_000
"""Votes from which on a film is asked about because its name sounds like what was typed."""
SHORTEST_START = 3
"""Letters of a half-typed name that are worth asking about."""
LETTERS_A_SLIP = 6
"""Letters that a title needs for each wrong one: a short word misspelt is often another title."""


# Asking an enum for a member takes longer than comparing names that are kept.
_ALIAS, _SUBTITLE, _INITIALS = Kind.ALIAS, Kind.SUBTITLE, Kind.INITIALS


class Decided(StrEnum):
    """What is done with what was typed."""

    ACCEPT = "accept"
    CONFIRM = "confirm"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """A film that may be meant, how alike (0 to 100), and the name of it that was like what was typed."""

    film: Film
    score: float
    name: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """What was typed and what is meant. For ACCEPT the first match is the film."""

    query: str
    decided: Decided
    matches: tuple[Match, ...]
    """Best first, at most five; none only for NONE."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A film held against one reading of what was typed, by the name that fits best."""

    film: Film
    name: Name
    likeness: Likeness
    reading: Reading
    rank: float
    """Where it stands among the candidates: higher is better. Orders, never accepts."""

    @property
    def exact(self) -> bool:
        """The name is what was typed, articles aside that were left out."""
        typed, name = self.reading.words, self.name.words
        whole = self.likeness.whole and not self.likeness.edits
        return whole and bare(name) == bare(typed) and Counter(typed) <= Counter(name)

    @property
    def literal(self) -> bool:
        """The name is what was typed, articles included."""
        return self.name.words == self.reading.words

    @property
    def off_year(self) -> bool:
        """A year was typed, and the film is not of that year."""
        return self.reading.year is not None and self.film.year != self.reading.year


def by_id(query: str, film: Film) -> Decision:
    """The film was named by its id: nothing to decide."""
    return Decision(query, Decided.ACCEPT, (Match(film, 100.0, film.title, exact=True),))


def decide(query: str, candidates: Sequence[Candidate]) -> Decision:
    """Decide about candidates, best first, one a film."""
    worth = _ordered([each for each in candidates if _worth_asking(each)])
    if not worth:
        return Decision(query, Decided.NONE, ())
    exact = [each for each in worth if each.exact]
    chosen = _among_exact(exact) if exact else _among_misspelt(worth)
    nearest = chosen or (exact or worth)[0]
    others = [each for each in worth if each is not nearest]
    over = _overshadowing(nearest, others)
    if chosen is None or over:
        shown = [*over, *(each for each in worth if each not in over)]
        return Decision(query, Decided.CONFIRM, _shown(shown))
    return Decision(query, Decided.ACCEPT, _shown([chosen, *others]))


def _ordered(worth: list[Candidate]) -> list[Candidate]:
    """Films of another number, or without a typed word, go behind one that is just what was typed."""
    if any(each.likeness.score >= AS_GOOD_AS_EXACT for each in worth):
        worth.sort(key=lambda each: each.likeness.other_number or not each.likeness.within)
    return worth


def _worth_asking(candidate: Candidate) -> bool:
    """It is alike; or all that was typed is part of its name; or its whole name begins what was typed."""
    like, typed, name = candidate.likeness, candidate.reading.words, candidate.name.words
    # With a word that is not in the name at all, what looks misspelt is mostly chance.
    enough = WORTH_ASKING if like.within or not like.edits else WORTH_GUESSING
    if like.edits and (candidate.name.kind is _INITIALS or _letters(name) < like.edits * LETTERS_A_GUESS):
        return False
    long = len("".join(typed)) >= SHORTEST_START
    if like.score >= enough or (long and " ".join(name).startswith(" ".join(typed))):
        return True
    part = like.within and any(len(word) >= SHORTEST_PART and word in name for word in heavy(typed))
    begun = typed[: len(name)] == name and sum(map(len, name)) > SHORTEST_PART
    # What a phone wrote down, or what was run together, may be spelled quite otherwise.
    heard = candidate.film.votes >= HEARD and typed[0][0] == name[0][0] and _sounds_like(candidate)
    return part or begun or heard


def _letters(name: Sequence[str]) -> int:
    return sum(map(len, heavy(name)))


def _among_exact(exact: Sequence[Candidate]) -> Candidate | None:
    """The one film of that very name, or the one that everybody means by it."""
    literal = min(each.reading.place for each in exact)
    right_year = [each for each in exact if not each.off_year and each.reading.place == literal]
    if not right_year:
        return None
    dated = [each for each in right_year if each.reading.year is not None]
    pool = dated or right_year
    pool = [each for each in pool if each.literal] or pool
    surest = min(each.name.kind for each in pool)
    best = _outstanding([each for each in pool if each.name.kind == surest])
    return best if best is not None and _acceptable(best) else None


def _no_article_added(best: Candidate) -> bool:
    """The heat is not Heat; among more words an article more is a slip."""
    added = Counter(best.reading.words) - Counter(best.name.words)
    return len(heavy(best.name.words)) > 1 or not ARTICLES & added.keys()


def _one_of_many(best: Candidate) -> bool:
    """Aliens is not Alien misspelt; among more words an s more or less is a slip."""
    typed, name = heavy(best.reading.words), heavy(best.name.words)
    return len(typed) == len(name) == 1 and {typed[0] + "s", name[0] + "s"} & {typed[0], name[0]} != set()


def _acceptable(best: Candidate) -> bool:
    """A whole title or other name, of parts only a subtitle of two heavy words; no film nobody has rated."""
    kind = best.name.kind
    if not (best.film.votes or best.film.guide or best.reading.year):
        return False
    return kind <= _ALIAS or (kind is _SUBTITLE and len(heavy(best.name.words)) > 1)


def _overshadowing(best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Better known films so near to what was typed that they may be meant; never for a guide's film."""
    if best.film.guide:
        return []
    return [other for other in others if not other.off_year and _may_be_meant(other, best)]


def _may_be_meant(other: Candidate, best: Candidate) -> bool:
    like = other.likeness
    if like.other_number:
        return False
    if _better_known(other.film, best.film, FAR_BETTER_KNOWN):
        return like.within or like.whole or _sounds_like(other)
    if _better_known(other.film, best.film, BETTER_KNOWN):
        one_slip = like.whole and like.edits == 1 and other.name.kind <= _ALIAS
        return one_slip or (like.within and other.film.year == best.film.year)
    return False


def _sounds_like(candidate: Candidate) -> bool:
    typed, name = spellings(candidate.reading.words), spellings(candidate.name.words)
    return candidate.name.kind <= _SUBTITLE and typed[SOUND] == name[SOUND]


def _outstanding(pool: Sequence[Candidate]) -> Candidate | None:
    """The only one, the only one with a guide, or the one far better known than any other."""
    guides = [each for each in pool if each.film.guide]
    rivals = guides or list(pool)
    best = max(rivals, key=lambda each: each.film.votes)
    rest = [each for each in rivals if each is not best]
    return best if all(_better_known(best.film, each.film, FAR_BETTER_KNOWN) for each in rest) else None


def _better_known(one: Film, other: Film, times: int) -> bool:
    return one.votes >= times * max(other.votes, 1)


def _among_misspelt(worth: Sequence[Candidate]) -> Candidate | None:
    """The film whose name was misspelt, if it was surely that and no other is near."""
    best = max(worth, key=lambda each: each.likeness.score)
    near = [each for each in worth if each.likeness.score > best.likeness.score - MARGIN]
    best = _outstanding([each for each in near if each.name.words == best.name.words])
    if best is None or not _misspelt(best):
        return None
    return best if all(each.name.words == best.name.words for each in near) else None


def _misspelt(best: Candidate) -> bool:
    """Every word is there, few letters are wrong, and what was typed is no other word."""
    like = best.likeness
    return (
        like.whole
        and like.score >= CERTAIN
        and like.edits * LETTERS_A_SLIP <= _letters(best.name.words)
        and like.other_words == 0
        and not best.off_year
        and _acceptable(best)
        and _no_article_added(best)
        and not _one_of_many(best)
    )


def _shown(candidates: Sequence[Candidate]) -> tuple[Match, ...]:
    return tuple(
        Match(each.film, round(each.likeness.score, 1), each.name.text, each.exact)
        for each in candidates[:SHOWN]
    )
