"""Films that do not exist, made from the titles of those that do: to measure at sizes that no list has."""

from collections.abc import Iterator, Sequence
from random import Random

from knowledge.titles.films import Film

_ENDINGS = ("II", "III", "Returns", "Again", "The Beginning", "Reloaded", "in Love", "Forever")


def grown(films: Sequence[Film], size: int, seed: int = 7) -> list[Film]:
    """The films and as many more as are missing, each of them different, none of them rated."""
    held = {film.title.casefold() for film in films}
    more: list[Film] = []
    for title in _made(films, Random(seed)):
        if len(films) + len(more) >= size:
            break
        if title.casefold() not in held:
            held.add(title.casefold())
            more.append(Film(f"made-{len(more)}", title, 1950 + len(more) % 75))
    return [*films, *more][: max(size, len(films))]


def _made(films: Sequence[Film], rng: Random) -> Iterator[str]:
    """Halves of two titles together, and titles with an ending."""
    while True:
        one, other = (rng.choice(films).title.split() for _ in range(2))
        if rng.random() < 0.2:
            yield " ".join((*one, rng.choice(_ENDINGS)))
        else:
            yield " ".join((*one[: rng.randint(1, len(one))], *other[rng.randrange(len(other)) :]))
