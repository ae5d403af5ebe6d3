"""Titles as people type them, made from real titles by rule and chance; to fit and to measure."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.names import SPLIT

_BESIDE = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, letter in enumerate(row)
}
_HEARD = (
    ("ph", "f"), ("ie", "ei"), ("ei", "ie"), ("ck", "k"), ("c", "k"), ("ou", "u"), ("ea", "ee"), ("ee", "ea"),
    ("ght", "t"), ("s", "z"), ("y", "i"), ("ai", "ay"), ("oo", "u"), ("er", "or"), ("a", "e"), ("e", "a"),
    ("i", "e"), ("kn", "n"), ("wh", "w"), ("tion", "shun"), ("th", "t"), ("x", "ks"),
)  # fmt: skip
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


DRAWN = 0.9
"""Power of votes by which films are drawn: what people ask for is mostly known."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, the film that is meant, and the way it was made."""

    typed: str
    film: Film
    kind: str


def queries(films: Sequence[Film], many: int, seed: int) -> list[Query]:
    """So many queries; the known are drawn more often, ways in turn."""
    rng = Random(seed)
    known = [film for film in films if film.votes]
    drawn = rng.choices(known, [film.votes**DRAWN for film in known], k=many * 2)
    ways = list(WAYS.items())
    made = (_made(film, *ways[at % len(ways)], rng) for at, film in enumerate(drawn))
    return [query for query in made if query is not None][:many]


def _made(film: Film, kind: str, way: "Way", rng: Random) -> Query | None:
    plain = fold(film.title) if kind != "exact" else film.title
    typed = way(film, rng)
    if typed is None or not fold(typed) or (kind != "exact" and fold(typed) == plain):
        return None
    return Query(typed, film, kind)


Way = Callable[[Film, Random], str | None]


def _exact(film: Film, _: Random) -> str:
    return film.title


def _slip(text: str, rng: Random) -> str:
    """One keyboard slip: a letter lost, doubled, swapped or beside the right one."""
    places = [at for at, letter in enumerate(text) if letter.isalpha()]
    if len(places) < 3:
        return text
    at = rng.choice(places)
    letter = text[at]
    match rng.randrange(4):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + letter * 2 + text[at + 1 :]
        case 2:
            return text[:at] + text[at + 1 : at + 2] + letter + text[at + 2 :]
        case _:
            return text[:at] + rng.choice(_BESIDE.get(letter) or letter) + text[at + 1 :]


def _typo(film: Film, rng: Random) -> str:
    return _slip(fold(film.title), rng)


def _two_typos(film: Film, rng: Random) -> str | None:
    plain = fold(film.title)
    return _slip(_slip(plain, rng), rng) if len(plain) > 8 else None


def _prefix(film: Film, rng: Random) -> str | None:
    plain = fold(film.title)
    return plain[: rng.randint(4, max(4, len(plain) - 1))] if len(plain) > 5 else None


def _half_typo(film: Film, rng: Random) -> str | None:
    begun = _prefix(film, rng)
    return _slip(begun, rng) if begun and len(begun) > 5 else None


def _article(film: Film, _: Random) -> str:
    return re.sub(r"\b(the|a|an) ", "", fold(film.title))


def _lost_word(film: Film, rng: Random) -> str | None:
    listed = fold(film.title).split()
    if len(listed) < 3:
        return None
    listed.pop(rng.randrange(len(listed)))
    return " ".join(listed)


def _wrong_little_word(film: Film, rng: Random) -> str | None:
    little = ("the", "a", "of", "in", "and", "to", "for", "with", "on")
    listed = fold(film.title).split()
    places = [at for at, word in enumerate(listed) if word in little]
    if not places:
        return None
    listed[rng.choice(places)] = rng.choice(little)
    return " ".join(listed)


def _run_together(film: Film, rng: Random) -> str | None:
    listed = fold(film.title).split()
    if len(listed) < 2:
        return None
    at = rng.randrange(len(listed) - 1)
    one = " ".join((*listed[:at], listed[at] + listed[at + 1], *listed[at + 2 :]))
    return rng.choice((one, "".join(listed)))


def _split(film: Film, rng: Random) -> str | None:
    plain = fold(film.title)
    places = [at for at in range(2, len(plain) - 2) if plain[at - 1 : at + 1].isalpha()]
    at = rng.choice(places) if places else 0
    return f"{plain[:at]} {plain[at:]}" if at else None


def _heard(film: Film, rng: Random) -> str | None:
    plain = fold(film.title)
    fitting = [(one, other) for one, other in _HEARD if one in plain]
    for one, other in rng.sample(fitting, min(len(fitting), rng.randint(1, 2))):
        places = [found.start() for found in re.finditer(one, plain)]
        if places:
            at = rng.choice(places)
            plain = plain[:at] + other + plain[at + len(one) :]
    return plain


def _turned(film: Film, rng: Random) -> str | None:
    listed = fold(film.title).split()
    if len(listed) < 2:
        return None
    at = rng.randrange(1, len(listed))
    return " ".join(listed[at:] + listed[:at])


def _number(film: Film, rng: Random) -> str | None:
    """The last number in another notation."""
    listed = film.title.replace(":", "").split()
    for at in range(len(listed) - 1, -1, -1):
        for value in range(2, 11):
            notations = (str(value), _ROMAN[value], _NUMBERS[value].title())
            if listed[at] in notations:
                listed[at] = rng.choice([each for each in notations if each != listed[at]])
                return fold(" ".join(listed))
    return None


def _part(film: Film, rng: Random) -> str | None:
    parts = SPLIT.split(film.title)
    return fold(rng.choice(parts)) if len(parts) > 1 else None


def _dated(film: Film, rng: Random) -> str | None:
    return f"{fold(film.title)} {rng.choice(('{}', '({})')).format(film.year)}" if film.year else None


def _called_film(film: Film, rng: Random) -> str:
    return rng.choice(("{} movie", "{} film", "the movie {}", "the {} movie")).format(fold(film.title))


def _extra_word(film: Film, rng: Random) -> str:
    return f"{fold(film.title)} {rng.choice(('disney', 'animated', 'new', 'original', 'netflix'))}"


WAYS: Mapping[str, Way] = {
    "exact": _exact,
    "typo": _typo,
    "two typos": _two_typos,
    "prefix": _prefix,
    "half typed, typo": _half_typo,
    "no article": _article,
    "word lost": _lost_word,
    "wrong little word": _wrong_little_word,
    "run together": _run_together,
    "split": _split,
    "as heard": _heard,
    "turned": _turned,
    "number": _number,
    "part of title": _part,
    "with year": _dated,
    "called a film": _called_film,
    "extra word": _extra_word,
}


def keystrokes(texts: Sequence[str]) -> Iterator[str]:
    """Every start of every text, from three letters on."""
    for text in texts:
        yield from (text[:end] for end in range(3, len(text) + 1))
