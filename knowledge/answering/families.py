"""What families say beside the guide: their groups as opinions, who objects, where they disagree."""

from collections.abc import Iterable

from knowledge.answering.suitability import verdict_at
from knowledge.answers import Reviews
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.reviews.disagreement import FamilyView, OfficialAge
from knowledge.reviews.groups import FilmReviews, Group
from knowledge.verdicts import AgeVerdict, BoardRating, Opinion, UsualAge


def reviews_of(movie: Movie, library: Library, official: BoardRating | None, usual: UsualAge) -> Reviews:
    """All that is said of a film, each voice by itself, and where they disagree."""
    families = families_of(movie, library)
    computed = None if usual.unknown or not movie.findings else usual.from_age
    rated = official_age(official) if official else None
    return Reviews(movie, movie.voices, FamilyView(families, rated, computed))


def families_of(movie: Movie, library: Library) -> FilmReviews:
    """What families say of a film that has an entry."""
    return library.reviews_of(movie.id, movie.external.imdb)


def official_age(official: BoardRating) -> OfficialAge:
    """The age that a code speaks of: from which one may go alone, or below which care is asked."""
    alone, careful = official.code.alone, official.code.careful_under or 0
    return OfficialAge(official.rating.code, max(alone, careful), looks_first=careful > alone)


def judged(movie: Movie, age: int, library: Library) -> AgeVerdict:
    """The verdict for an age, in years, with families of the server among those who may object."""
    return verdict_at(movie, age, library.vocabulary, objecting(families_of(movie, library), age))


def family_opinions(families: FilmReviews) -> tuple[Opinion, ...]:
    """From which age each group would let a child see it, parents first.

    Groups that are too few are no statistic: those of them who say the same are one opinion.
    """
    return tuple(opinion for group in families.groups for opinion in _opinions(group))


def objecting(families: FilmReviews, age: int) -> tuple[Opinion, ...]:
    """Those who would not let somebody of this age, in years, see it."""
    return tuple(
        one for one in family_opinions(families) if one.suits_from is not None and age < one.suits_from
    )


def _opinions(group: Group) -> Iterable[Opinion]:
    if group.few:
        return (_opinion(group, count, age) for age, count in group.ages)
    return (_opinion(group, group.count, group.median, group.spread),)


def _opinion(group: Group, count: int, age: int, spread: tuple[int, int] | None = None) -> Opinion:
    return Opinion(group.who, (), count, None, age, (), spread, here=True)
