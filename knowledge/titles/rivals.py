"""Which films stand beside one another as a choice, and in what order. Accepts none of them."""

from collections.abc import Sequence

from knowledge.titles.candidates import Candidate
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.names import KNOWN
from knowledge.titles.words import bare, words

AS_GOOD_AS_EXACT = 99.0
ALL = 100.0
Fit = tuple[bool, bool, bool, float]


def beside_one_another(worth: Sequence[Candidate]) -> list[Candidate]:
    """Without what nobody rated where a known film fits as well, and what is surely named first."""
    return _ordered(_without_unrated(worth))


def as_spelled(query: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without what has a number in digits, where it is typed as a title has it in letters.

    *Transformers One* is not the first *Transformers*; of one word nobody can tell: *Nine* and *9*.
    """
    typed = fold(query)
    spelled = (each.name.words for each in candidates if each.literal and fold(each.film.title) == typed)
    titles = {name for name in spelled if len(name) > 1 and not _has_digit(typed)}
    return [each for each in candidates if each.name.words not in titles or not _has_digit(each.name.text)]


def worth_offering(films: Sequence[Film], beside: Film | None = None) -> tuple[Film, ...]:
    """The films without those that nobody rated and whose title a known one of them, or beside them, has.

    The first of all stays: a film may be too new to be rated.
    """
    known = {_title(film) for film in (beside, *films) if film is not None and _known(film)}
    first = films[:1] if beside is None else ()
    return tuple(film for film in films if film.rated or film in first or _title(film) not in known)


def _has_digit(name: str) -> bool:
    return any(map(str.isdecimal, name))


def _title(film: Film) -> tuple[str, ...]:
    return bare(words(film.title))


def _without_unrated(worth: Sequence[Candidate]) -> list[Candidate]:
    """A home-made film is no rival of a known one, unless it alone is just what was typed."""
    if all(each.film.rated for each in worth):
        return list(worth)
    known = max((_fit(each) for each in worth if _known(each.film)), default=None)
    return [each for each in worth if known is None or each.film.rated or _fit(each) > known]


def _known(film: Film) -> bool:
    return film.guide or film.votes >= KNOWN


def _fit(each: Candidate) -> Fit:
    """How well what was typed fits, however known the film is."""
    score = ALL if each.likeness.whole else each.likeness.score
    return each.exact, each.certain, not each.shorthand, score


def _ordered(worth: list[Candidate]) -> list[Candidate]:
    """Title and year first, titles before what is short for one, what is just so before the rest."""
    code = any(each.reading.code for each in worth)
    just = any(each.exact or each.likeness.score >= AS_GOOD_AS_EXACT for each in worth)

    def behind(each: Candidate) -> tuple[int, bool, bool, bool]:
        like = each.likeness
        other = like.other_number or not (like.within or each.heard)
        return _years_off(each), code and not each.titled, just and other, just and not each.exact

    return sorted(worth, key=behind)


def _years_off(each: Candidate) -> int:
    """Steps from the typed title and year."""
    if not each.exact:
        return 3
    return 0 if each.certain else 1 if each.dated else 2 if each.near_year else 3
