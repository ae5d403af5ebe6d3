"""For whom a film was made, as an age: by what most boards passed it for, and by its genres."""

from knowledge.entry import Movie
from knowledge.verdicts import MadeFor
from knowledge.vocabulary import Vocabulary


def made_for(movie: Movie, vocabulary: Vocabulary) -> MadeFor | None:
    """From which age, in years, films for such people usually fit; None where nothing says for whom it is."""
    asked = [one for one in (_passed(movie, vocabulary), _by_genre(movie, vocabulary)) if one.from_age]
    return max(asked, key=lambda one: one.from_age, default=None)


def _passed(movie: Movie, vocabulary: Vocabulary) -> MadeFor:
    """By the board in the middle, of two the milder, and by all that are no milder."""
    known = [
        (code.stage, (rating.board, rating.code))
        for rating in movie.ratings
        if (board := vocabulary.boards.get(rating.board)) and (code := board.codes.get(rating.code))
    ]
    if not known:
        return MadeFor(0, ())
    stage = sorted(stage for stage, _ in known)[(len(known) - 1) // 2]
    codes = tuple(code for found, code in known if found >= stage)
    return MadeFor(vocabulary.audience.passed_from[stage], codes)


def _by_genre(movie: Movie, vocabulary: Vocabulary) -> MadeFor:
    """By genres, where any are recorded."""
    others = bool(movie.genres) and not set(movie.genres) & set(vocabulary.audience.families)
    return MadeFor(vocabulary.audience.others_from if others else 0, ())
