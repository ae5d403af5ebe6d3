"""Accept, ask or nothing: the rules that keep a wrong film from being accepted. Finds no candidates."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from knowledge.titles.candidates import SHORTEST_PART, Candidate, letters, worth_asking
from knowledge.titles.films import Film, fame
from knowledge.titles.names import KNOWN, SPLIT, NameKind
from knowledge.titles.rivals import as_spelled, beside_one_another
from knowledge.titles.words import ARTICLES, bare, heavy, words

SHOWN = 5
"""Films that are offered at most: a row of Discord buttons."""
FAR_BETTER_KNOWN = 20
"""Times the votes that let one film go before another of the same name."""
BETTER_KNOWN = 5
"""Times the votes that make one ask whether a title one slip away was meant, or another audience's film."""
CERTAIN = 85.0
"""A misspelt title is accepted from this score on."""
MARGIN = 6.0
"""And only so far ahead of the next film."""
LETTERS_A_SLIP = 6
"""Letters that a title needs for each wrong one: a short word misspelt is often another title."""


# Asking an enum for a member takes longer than comparing names that are kept.
_ALIAS, _SUBTITLE, _HEAD = NameKind.ALIAS, NameKind.SUBTITLE, NameKind.HEAD


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


def by_id(query: str, film: Film) -> Decision:
    """The film was named by its id: nothing to decide."""
    return Decision(query, Decided.ACCEPT, (Match(film, 100.0, film.title, exact=True),))


def decide(query: str, candidates: Sequence[Candidate]) -> Decision:
    """Decide about candidates, best first, one a film."""
    worth = beside_one_another(as_spelled(query, [each for each in candidates if worth_asking(each)]))
    if not worth:
        return Decision(query, Decided.NONE, ())
    exact = [each for each in worth if each.exact]
    chosen = _among_exact(exact) if exact else _among_misspelt(worth)
    nearest = chosen or (exact or worth)[0]
    others = [each for each in worth if each is not nearest]
    over = _overshadowing(nearest, others)
    if chosen is None or over:
        # A title that looks like a shorthand is asked about, and still is a title first of all.
        ahead = [] if nearest.titled and nearest.reading.code else over
        shown = [*ahead, *(each for each in worth if each not in ahead)]
        return Decision(query, Decided.CONFIRM, _shown(shown))
    return Decision(query, Decided.ACCEPT, _shown([chosen, *others]))


def _among_exact(exact: Sequence[Candidate]) -> Candidate | None:
    """The film of that very name that everybody means by it, or the one of that name and year."""
    place = min(each.reading.place for each in exact)
    typed = [each for each in exact if not each.off_year and each.reading.place == place]
    dated = _surest([each for each in exact if each.dated])
    # "Heat 1995" may be a title; where hardly anybody knows one, it is *Heat* and a year.
    if dated and _outstanding([dated, *(each for each in typed if each is not dated)]) is dated:
        return dated
    surest = _surest(typed)
    return None if surest and _one_of_a_series(surest, typed) else surest


def _one_of_a_series(best: Candidate, others: Sequence[Candidate]) -> bool:
    """*Star Wars* is the first film and the head of all others: who says no more may mean any."""
    if best.name.kind is not _ALIAS or bare(best.name.words) != bare(words(SPLIT.split(best.film.title)[0])):
        return False
    begun = (
        each for each in others if each.name.kind is _HEAD and bare(each.name.words) == bare(best.name.words)
    )
    return any(_known(each.film) and not _passes_over(best.film, each.film) for each in begun)


def _surest(pool: Sequence[Candidate]) -> Candidate | None:
    """The outstanding one among those of the most certain sort of name."""
    # Who types "hunger games" means the film of that name, article or not, before a part of another's.
    pool = [each for each in pool if each.name.kind <= _ALIAS] or pool
    pool = [each for each in pool if each.literal] or pool
    if not pool:
        return None
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
    if not (best.film.rated or best.certain) or _everyday(best):
        return False
    return kind <= _ALIAS or (kind is _SUBTITLE and len(heavy(best.name.words)) > 1)


def _everyday(best: Candidate) -> bool:
    """Another name of two letters is a word that everybody writes: *ça* is "that". Initials are none."""
    name = best.name.words
    short = len(name) == 1 and name[0].isalpha() and letters(name) < SHORTEST_PART
    return short and name[0] not in words(best.film.title)


def _overshadowing(best: Candidate, others: Sequence[Candidate]) -> list[Candidate]:
    """Better known films so near to what was typed that they may be meant; for a guide's film, a guide's."""
    if best.film.guide:
        others = [each for each in others if each.film.guide and each.exact]
    over = [other for other in others if _of_its_year(other, best) and _may_be_meant(other, best)]
    if best.certain:
        over = [each for each in over if each.certain or (each.exact and each.dated and not best.film.rated)]
    return sorted(over, key=lambda each: -each.film.votes)


def _of_its_year(other: Candidate, best: Candidate) -> bool:
    """The year speaks for both; one off does as well if only the other is called just so."""
    return not other.off_year or (other.near_year and other.literal and not best.literal)


def _may_be_meant(other: Candidate, best: Candidate) -> bool:
    like = other.likeness
    if like.other_number:
        return False
    # *Vice Versa* is a film, and what *Inside Out* is called in France.
    called_so = other.literal and other.name.kind <= _ALIAS and other.reading.place <= best.reading.place
    if called_so and fame(other.film) >= fame(best.film):
        return True
    if _better_known(other.film, best.film, FAR_BETTER_KNOWN):
        return like.within or like.whole or other.sounds_alike
    if _better_known(other.film, best.film, BETTER_KNOWN):
        one_slip = like.whole and like.edits == 1 and other.name.kind <= _ALIAS
        return one_slip or (like.within and other.film.year == best.film.year)
    return False


def _outstanding(pool: Sequence[Candidate]) -> Candidate | None:
    """The only one, or the one far better known than any other.

    A guide helps a film that is much better known anyway; of two nearly alike it decides nothing, nor is
    its film passed over. None as well where a film for children and one that is not are both known so.
    """
    known = [each.film for each in pool if _known(each.film)]
    if any(_of_two_audiences(one, other) for one, other in combinations(known, 2)):
        return None
    best = max(pool, key=lambda each: (each.film.votes, each.film.guide))
    rest = [each.film for each in pool if each is not best]
    return best if all(_passes_over(best.film, other) for other in rest) else None


def _passes_over(best: Film, other: Film) -> bool:
    """Whether the other of its name stands so far behind that it need not be asked about."""
    times = BETTER_KNOWN if best.guide else FAR_BETTER_KNOWN
    return not other.guide and _better_known(best, other, times)


def _of_two_audiences(one: Film, other: Film) -> bool:
    """Whether one is for children, the other is not, and neither is much better known."""
    near = not any(_better_known(*pair, BETTER_KNOWN) for pair in ((one, other), (other, one)))
    return near and {one.for_children, other.for_children} == {True, False}


def _known(film: Film) -> bool:
    return film.guide or film.votes >= KNOWN


def _better_known(one: Film, other: Film, times: int) -> bool:
    return one.votes >= times * max(other.votes, 1)


def _among_misspelt(worth: Sequence[Candidate]) -> Candidate | None:
    """The film whose name was misspelt, if it was surely that and no other is near."""
    best = max(worth, key=lambda each: each.likeness.score)
    near = [each for each in worth if each.likeness.score > best.likeness.score - MARGIN]
    same = [each for each in near if each.name.words == best.name.words]
    # Who types a whole title rarely means the film that has it for a part of its own.
    titled = [each for each in same if each.name.kind <= _ALIAS]
    best = _outstanding(titled or [each for each in same if each.name.kind is not _SUBTITLE] or same)
    if best is None or not _misspelt(best) or _one_of_a_series(best, near):
        return None
    return best if all(each.name.words == best.name.words for each in near) else None


def _misspelt(best: Candidate) -> bool:
    """Every word is there, few letters are wrong, and what was typed is no other word."""
    like = best.likeness
    return (
        like.whole
        and like.score >= CERTAIN
        and like.edits * LETTERS_A_SLIP <= letters(best.name.words)
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
