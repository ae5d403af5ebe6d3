"""Titles as people type them, made from real titles by rule and chance; to fit and to measure."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.names import SPLIT, initials
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.series_names import series_names
from knowledge.titles.words import words
from scripts.benchmarks.slips import slip

_HEARD = (
    ("ph", "f"), ("ie", "ei"), ("ei", "ie"), ("ck", "k"), ("c", "k"), ("ou", "u"), ("ea", "ee"), ("ee", "ea"),
    ("ght", "t"), ("s", "z"), ("y", "i"), ("ai", "ay"), ("oo", "u"), ("er", "or"), ("a", "e"), ("e", "a"),
    ("i", "e"), ("kn", "n"), ("wh", "w"), ("tion", "shun"), ("th", "t"), ("x", "ks"),
)  # fmt: skip
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


FEW_VOTES = 1000
DRAWN = 0.9
"""Power of votes by which films are drawn: what people ask for is mostly known."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, the film that is meant, and the way it was made."""

    typed: str
    film: Film
    kind: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What some ways need beside the film: words by how they sound, and names in series."""

    by_sound: Mapping[str, Sequence[str]]
    series: Mapping[str, Sequence[tuple[str, ...]]]

    @classmethod
    def of(cls, films: Sequence[Film]) -> "Stock":
        """From the titles of known films."""
        by_sound: defaultdict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(word for film in films for word in fold(film.title).split()):
            by_sound[phonetic_key(word)].append(word)
        return cls(by_sound, series_names(films))


def queries(films: Sequence[Film], many: int, seed: int) -> list[Query]:
    """So many queries; the known are drawn more often, ways in turn."""
    rng = Random(seed)
    known = [film for film in films if film.votes]
    drawn = rng.choices(known, [film.votes**DRAWN for film in known], k=many * 2)
    ways, stock = list(WAYS.items()), Stock.of([film for film in known if film.votes > FEW_VOTES])
    made = (_made(film, *ways[at % len(ways)], stock, rng) for at, film in enumerate(drawn))
    return [query for query in made if query is not None][:many]


def _made(film: Film, kind: str, way: "Way", stock: Stock, rng: Random) -> Query | None:
    plain = fold(film.title) if kind != "exact" else film.title
    typed = way(film, stock, rng)
    if typed is None or not fold(typed) or (kind != "exact" and fold(typed) == plain):
        return None
    return Query(typed, film, kind)


Way = Callable[[Film, Stock, Random], str | None]


def _exact(film: Film, _stock: Stock, _: Random) -> str:
    return film.title


def _typo(film: Film, _stock: Stock, rng: Random) -> str:
    return slip(fold(film.title), rng)


def _two_typos(film: Film, _stock: Stock, rng: Random) -> str | None:
    plain = fold(film.title)
    return slip(slip(plain, rng), rng) if len(plain) > 8 else None


def _prefix(film: Film, _stock: Stock, rng: Random) -> str | None:
    plain = fold(film.title)
    return plain[: rng.randint(4, max(4, len(plain) - 1))] if len(plain) > 5 else None


def _half_typo(film: Film, _stock: Stock, rng: Random) -> str | None:
    begun = _prefix(film, _stock, rng)
    return slip(begun, rng) if begun and len(begun) > 5 else None


def _article(film: Film, _stock: Stock, _: Random) -> str:
    return re.sub(r"\b(the|a|an) ", "", fold(film.title))


def _lost_word(film: Film, _stock: Stock, rng: Random) -> str | None:
    listed = fold(film.title).split()
    if len(listed) < 3:
        return None
    listed.pop(rng.randrange(len(listed)))
    return " ".join(listed)


def _wrong_little_word(film: Film, _stock: Stock, rng: Random) -> str | None:
    little = ("the", "a", "of", "in", "and", "to", "for", "with", "on")
    listed = fold(film.title).split()
    places = [at for at, word in enumerate(listed) if word in little]
    if not places:
        return None
    listed[rng.choice(places)] = rng.choice(little)
    return " ".join(listed)


def _run_together(film: Film, _stock: Stock, rng: Random) -> str | None:
    listed = fold(film.title).split()
    if len(listed) < 2:
        return None
    at = rng.randrange(len(listed) - 1)
    one = " ".join((*listed[:at], listed[at] + listed[at + 1], *listed[at + 2 :]))
    return rng.choice((one, "".join(listed)))


def _split(film: Film, _stock: Stock, rng: Random) -> str | None:
    plain = fold(film.title)
    places = [at for at in range(2, len(plain) - 2) if plain[at - 1 : at + 1].isalpha()]
    at = rng.choice(places) if places else 0
    return f"{plain[:at]} {plain[at:]}" if at else None


def _heard(film: Film, _stock: Stock, rng: Random) -> str | None:
    plain = fold(film.title)
    fitting = [(one, other) for one, other in _HEARD if one in plain]
    for one, other in rng.sample(fitting, min(len(fitting), rng.randint(1, 2))):
        places = [found.start() for found in re.finditer(one, plain)]
        if places:
            at = rng.choice(places)
            plain = plain[:at] + other + plain[at + len(one) :]
    return plain


def _other_words(film: Film, stock: Stock, rng: Random) -> str | None:
    """A word as another that sounds alike, as phones write it."""
    listed = fold(film.title).split()
    places = [
        at
        for at, word in enumerate(listed)
        if len(word) > 2 and len(stock.by_sound.get(phonetic_key(word), ())) > 1
    ]
    if not places:
        return None
    at = rng.choice(places)
    listed[at] = rng.choice(stock.by_sound[phonetic_key(listed[at])])
    return " ".join(listed)


def _in_series(film: Film, stock: Stock, rng: Random) -> str | None:
    names = stock.series.get(film.id, ())
    return " ".join(rng.choice(names)) if names else None


def _letters(film: Film, _stock: Stock, rng: Random) -> str | None:
    made = [letters for part in SPLIT.split(film.title) for letters in initials(words(part))]
    return rng.choice(made) if made else None


def _turned(film: Film, _stock: Stock, rng: Random) -> str | None:
    listed = fold(film.title).split()
    if len(listed) < 2:
        return None
    at = rng.randrange(1, len(listed))
    return " ".join(listed[at:] + listed[:at])


def _number(film: Film, _stock: Stock, rng: Random) -> str | None:
    """The last number in another notation."""
    listed = film.title.replace(":", "").split()
    for at in range(len(listed) - 1, -1, -1):
        for value in range(2, 11):
            notations = (str(value), _ROMAN[value], _NUMBERS[value].title())
            if listed[at] in notations:
                listed[at] = rng.choice([each for each in notations if each != listed[at]])
                return fold(" ".join(listed))
    return None


def _part(film: Film, _stock: Stock, rng: Random) -> str | None:
    parts = SPLIT.split(film.title)
    return fold(rng.choice(parts)) if len(parts) > 1 else None


def _dated(film: Film, _stock: Stock, rng: Random) -> str | None:
    return f"{fold(film.title)} {rng.choice(('{}', '({})')).format(film.year)}" if film.year else None


def _called_film(film: Film, _stock: Stock, rng: Random) -> str:
    return rng.choice(("{} movie", "{} film", "the movie {}", "the {} movie")).format(fold(film.title))


def _extra_word(film: Film, _stock: Stock, rng: Random) -> str:
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
    "other words": _other_words,
    "turned": _turned,
    "in series": _in_series,
    "first letters": _letters,
    "number": _number,
    "part of title": _part,
    "with year": _dated,
    "called a film": _called_film,
    "extra word": _extra_word,
}
