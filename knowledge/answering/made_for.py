"""For whom a film was made, as an age: by what most boards passed it for, and by its genres."""

from knowledge.entry import Movie
from knowledge.verdicts import MadeFor
from knowledge.vocabulary import Vocabulary

WITH_GUIDANCE = 1
"""The stage of boards.toml."""


def made_for(movie: Movie, vocabulary: Vocabulary) -> MadeFor | None:
    """From which age, in years, films for such people usually fit; None where nothing says for whom it is."""
    asked = [one for one in (_passed(movie, vocabulary), _by_genre(movie, vocabulary)) if one.from_age]
    return max(asked, key=lambda one: one.from_age, default=None)


def passed_for_children(movie: Movie, vocabulary: Vocabulary) -> bool:
    """Whether it is a family film that most boards passed for all, or for children with guidance."""
    stage, _ = _middle(movie, vocabulary)
    family = bool(set(movie.genres) & set(vocabulary.audience.families))
    return family and stage is not None and stage <= WITH_GUIDANCE


def _passed(movie: Movie, vocabulary: Vocabulary) -> MadeFor:
    stage, codes = _middle(movie, vocabulary)
    return MadeFor(0 if stage is None else vocabulary.audience.passed_from[stage], codes)


def _middle(movie: Movie, vocabulary: Vocabulary) -> tuple[int | None, tuple[tuple[str, str], ...]]:
    """The stage of the board in the middle, of two the milder, and the codes of all that are no milder."""
    known = [
        (code.stage, (rating.board, rating.code))
        for rating in movie.ratings
        if (board := vocabulary.boards.get(rating.board)) and (code := board.codes.get(rating.code))
    ]
    if not known:
        return None, ()
    stage = sorted(stage for stage, _ in known)[(len(known) - 1) // 2]
    return stage, tuple(code for found, code in known if found >= stage)


def _by_genre(movie: Movie, vocabulary: Vocabulary) -> MadeFor:
    """By genres, where any are recorded."""
    others = bool(movie.genres) and not set(movie.genres) & set(vocabulary.audience.families)
    return MadeFor(vocabulary.audience.others_from if others else 0, ())
