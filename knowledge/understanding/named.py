"""The films that a text names, as a value, and how the conversation and the order of words bear on them."""

from dataclasses import dataclass, replace

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.understanding.patterns import Span
from knowledge.understanding.reading import Found
from knowledge.understanding.scene import Scene
from knowledge.understanding.tokens import Token

COMPARES = frozenset({"than", "as", "vs", "versus", "like", "against", "beside"})

NOTABLE = 0.1
"""The part of a film's votes from which people know another one of its name."""


@dataclass(frozen=True, slots=True)
class Named:
    """The film of a text: how it was found, with what else may be meant, and the tokens that name it."""

    match: Found
    movie: Film | None = None
    candidates: tuple[Film, ...] = ()
    sought: str | None = None
    spans: tuple[Span, ...] = ()
    others: tuple[Film, ...] = ()
    """Further films that are named."""
    beside: tuple[tuple[Span, Film], ...] = ()
    """Films that may be meant as well, and where: other sides, if two are compared."""
    exact: bool = True
    apart: bool = False
    """Whether they are named in sentences of their own: then the one that is asked about stays first."""


def in_order(named: Named) -> Named:
    """The same with the film that the text names first as its film."""
    if named.movie is None or named.apart or not named.others or named.spans[0] == min(named.spans):
        return named
    first = named.spans.index(min(named.spans)) - 1
    others = (named.movie, *named.others[:first], *named.others[first + 1 :])
    return replace(named, movie=named.others[first], others=others, candidates=())


def with_other_side(named: Named) -> Named:
    """The same with a further film, if none is yet: another in the text, or another of this name."""
    if named.others or named.match not in ("accept", "confirm"):
        return named
    if named.beside:
        span, film = named.beside[0]
        return replace(named, others=(film,), spans=(*named.spans, span))
    asked = named.candidates
    if named.movie is not None and asked and _is_known_version(asked[0], named.movie):
        return replace(named, candidates=asked[1:], others=asked[:1])
    if named.movie is None and len(asked) > 1 and fold(asked[0].title) == fold(asked[1].title):
        return replace(named, match="accept", movie=asked[0], candidates=(), others=(asked[1],))
    return named


def _is_known_version(other: Film, film: Film) -> bool:
    """Whether it is another version that people know."""
    return fold(other.title) == fold(film.title) and other.votes >= NOTABLE * film.votes


def against_context(named: Named, scene: Scene, context: Film | None) -> Named:
    """The conversation's film beside the named one, where the text compares "it" with that."""
    other = named.movie or next(iter(named.candidates), None)
    if context is None or named.match == "context" or named.others or not named.spans or other is None:
        return named
    before = scene.tokens[named.spans[0][0] - 1]
    told = scene.tokens[: named.spans[0][0]]
    speaks_of_it = any(token.has("<this>") for token in told) or any(map(_is_that, told, told[1:]))
    if not speaks_of_it or before.word not in COMPARES or other.id == context.id:
        return named
    return Named("context", context, spans=named.spans, others=(other,))


def _is_that(before: Token, token: Token) -> bool:
    """Whether it is the `that` of `is that like …`."""
    return token.word == "that" and before.has("<be>")
