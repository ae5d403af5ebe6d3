"""Other titles put into a row: of the catalogue, as people type them, or invented. Repeatable by its seed."""

import random
import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from knowledge.titles.films import Film
from scripts.learning.rows import AGE, FILM, Row, Span

KNOWN = 2500
"""Votes from which on a film is put into rows."""
EVENLY = 0.45
"""The power of its votes by which a film is chosen."""
LOW, LOW_TOGETHER = 0.25, 0.5
"""The parts of the rows with one title, and with several, that are put into small letters."""
EVERYDAY = 0.3
"""The part of the known titles that are chosen among those of everyday words: `Home`, `Get Out`."""
PRONOUNS = frozenset({"it", "us", "her", "you", "she", "they", "m", "i", "he"})
"""Titles that keep their capitals, without which they are none."""
INVENTED = 0.35
"""The part of the titles that nobody knows."""
LISTED = 0.07
"""The part of the rows with one title in which several stand instead: `Coco, Up and Moana`."""
SPOKEN_OF = 0.4
"""The part of the rows with another title that is told to follow another film."""
ANDS = {"en": " and ", "de": " und ", "es": " y ", "fr": " et "}
NUMERALS = {"II": "2", "III": "3", "IV": "4", "V": "5"}
ORDINALS = {
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    "de": ("erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte"),
    "es": ("primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "séptima", "octava"),
    "fr": ("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième"),
}
PARTS_OF = {
    "en": ("the {nth} {head}", "{head} part {number}", "{head} {nth}", "{nth} {head}", "{head} the {nth}"),
    "de": ("der {nth} {head}", "{head} Teil {number}", "{head} der {nth} Teil", "der {nth} Teil von {head}"),
    "es": ("la {nth} de {head}", "{head} parte {number}", "{head} la {nth}", "la {number} de {head}"),
    "fr": ("le {nth} {head}", "{head} partie {number}", "{head} le {nth}", "le {number} de {head}"),
}
"""How people call a part of a series by its number."""
SEQUELS = {
    "en": ("the {head} sequel", "{head} sequel", "the sequel to {head}", "the follow up to {head}"),
    "de": ("die Fortsetzung von {head}", "{head} Fortsetzung"),
    "es": ("la secuela de {head}", "{head} la secuela"),
    "fr": ("la suite de {head}", "{head} la suite"),
}
"""How they call the second one."""
NEWEST = {
    "en": (
        "the new {0}",
        "new {0}",
        "{0} remake",
        "the {0} remake",
        "the live action {0}",
        "{0} the new one",
    ),
    "de": ("der neue {0}", "neuer {0}", "die Neuverfilmung von {0}", "{0} der neue", "{0} Realfilm"),
    "es": ("la nueva {0}", "{0} la nueva", "el remake de {0}", "{0} acción real"),
    "fr": ("le nouveau {0}", "{0} le nouveau", "le remake de {0}", "{0} en prises de vue"),
}
OLDEST = {
    "en": (
        "the old {0}",
        "old {0}",
        "the original {0}",
        "{0} original",
        "the cartoon {0}",
        "the animated {0}",
    ),
    "de": ("der alte {0}", "alter {0}", "{0} der alte", "{0} Zeichentrick"),
    "es": ("la vieja {0}", "{0} la antigua", "{0} de dibujos"),
    "fr": ("le vieux {0}", "l'ancien {0}", "{0} le dessin animé"),
}
"""How they call the newest and the oldest film of a name."""
NAMESAKES = 0.06
"""The part of the titles that several films have."""
LISTABLE = frozenset({"suitability", "content_topic", "warnings_overview", "age_rating"})
"""What is asked of several films as it is of one."""
_CUT = re.compile(r"(.+?)(?:: | - )(.+)")
_NUMBERED = re.compile(r"(.+) ([2-8])")


def _is_everyday(title: str, common: Mapping[str, int]) -> bool:
    return all(common.get(word, 0) for word in title.lower().split())


def _namesakes(films: Sequence[Film]) -> list[tuple[Film, Mapping[str, Sequence[str]]]]:
    """The newest and the oldest film of each name that several have, and how people call them."""
    called: dict[str, list[Film]] = {}
    for film in films:
        called.setdefault(film.title.casefold(), []).append(film)
    several = (sorted(each, key=lambda film: film.year or 0) for each in called.values() if len(each) > 1)
    return [pair for each in several for pair in ((each[-1], NEWEST), (each[0], OLDEST))]


@dataclass(frozen=True, slots=True)
class Swapped:
    """A row with other titles, and the film that its first film is; None where it is invented."""

    row: Row
    film: Film | None


class Swapper:
    """Puts other titles into rows."""

    def __init__(
        self, films: Sequence[Film], seed: int, series: dict[str, list[str]], common: Mapping[str, int]
    ) -> None:
        self._random = random.Random(seed)
        self._films = [film for film in films if film.votes >= KNOWN]
        self._sums = list(accumulate(film.votes**EVENLY for film in self._films))
        self._everyday = [film for film in self._films if _is_everyday(film.title, common)]
        self._namesakes = _namesakes(self._films)
        self._few = list(accumulate(film.votes**EVENLY for film in self._everyday))
        self._series = series
        titles = [film.title.split() for film in self._films]
        self._titles = [title for title in titles if len(title) <= 5]
        self._words = [word for title in self._titles for word in title if word.isalpha() and len(word) > 2]

    def swapped(self, row: Row) -> Swapped:
        """The row with every title changed."""
        out, last, film = "", 0, None
        spans: list[Span] = []
        listed = self._is_listed(row)
        for start, end, label in row.spans:
            out += row.text[last:start]
            joints = self._joints(row.language) if listed and label == FILM else ("",)
            for joint in joints:
                said, meant = row.text[start:end], None
                if label != AGE:
                    said, meant = self._title(said, row.language)
                if label == FILM and film is None:
                    film = meant
                out += joint
                spans.append((len(out), len(out) + len(said), label))
                out, last = out + said, end
        out += row.text[last:]
        pronoun = any(out[start:end].lower() in PRONOUNS for start, end, _ in spans)
        films = sum(label != AGE for *_, label in spans)
        low = self._random.random() < (LOW if films < 2 else LOW_TOGETHER)
        if low and len(out.lower()) == len(out) and not pronoun:
            out = out.lower()
        before = row.spoken_of or self._random.random() < SPOKEN_OF
        return Swapped(replace(row, text=out, spans=tuple(spans), spoken_of=before), film)

    def _is_listed(self, row: Row) -> bool:
        titles = [label for *_, label in row.spans if label != AGE]
        return titles == [FILM] and row.intents[0] in LISTABLE and self._random.random() < LISTED

    def _joints(self, language: str) -> tuple[str, ...]:
        """What stands before each title of a list."""
        last = (
            ANDS[language]
            if self._random.random() < 0.7
            else self._random.choice((" & ", ", ", " / ", " + "))
        )
        return ("", *[", "] * self._random.choice((0, 1, 1, 2)), last)

    def _title(self, like: str, language: str) -> tuple[str, Film | None]:
        if self._random.random() < INVENTED:
            return self._cased(self._invented(), like), None
        if self._namesakes and self._random.random() < NAMESAKES:
            film, ways = self._random.choice(self._namesakes)
            return self._cased(self._random.choice(ways[language]).format(film.title), like), film
        if self._everyday and self._random.random() < EVERYDAY:
            film = self._everyday[bisect(self._few, self._random.random() * self._few[-1])]
            if film.title.lower() in PRONOUNS:
                return film.title, film
        else:
            film = self._films[bisect(self._sums, self._random.random() * self._sums[-1])]
        return self._cased(self._form(film, language), like), film

    def _form(self, film: Film, language: str) -> str:
        """A title as people type it."""
        chance = self._random.random
        title = film.title
        if film.names and chance() < (0.1 if language == "en" else 0.5):
            title = self._random.choice(film.names)
        series = self._series.get(film.id)
        if series and chance() < 0.3:
            return self._of_series(self._random.choice(series), language)
        title = self._shortened(title)
        if chance() < 0.4:
            title = re.sub(r"\b(?:II|III|IV|V)$", lambda found: NUMERALS[found.group()], title)
        if chance() < 0.3:
            title = title.replace("'", "").replace("-", " ").replace("!", "")
        if film.year and chance() < 0.05:
            title = f"{title} ({film.year})" if chance() < 0.5 else f"{title} {film.year}"
        if film.year and chance() < 0.02:
            decade = f"{film.year // 10 % 10}0s"
            return f"the {decade} {title}" if chance() < 0.5 else f"{title} from the {decade}"
        return self._slipped(title) if chance() < 0.12 else title

    def _shortened(self, title: str) -> str:
        chance = self._random.random
        if cut := _CUT.fullmatch(title):
            drawn = chance()
            title = cut.group(1) if drawn < 0.3 else cut.group(2) if drawn < 0.4 else title
        if chance() < 0.5:
            title = title.replace(":", "").replace(" - ", " ")
        return re.sub(r"^(?:The|A) (?=\w)", "", title) if chance() < 0.25 else title

    def _of_series(self, name: str, language: str) -> str:
        numbered = _NUMBERED.fullmatch(name)
        if numbered is None or self._random.random() < 0.4:
            return name.title()
        head, number = numbered.group(1).title(), int(numbered.group(2))
        sequel = number == 2 and self._random.random() < 0.4
        form = self._random.choice((SEQUELS if sequel else PARTS_OF)[language])
        return form.format(head=head, number=number, nth=ORDINALS[language][number - 1])

    def _slipped(self, title: str) -> str:
        for _ in range(1 if len(title) < 14 else self._random.choice((1, 1, 2))):
            if len(title) < 5:
                return title
            at, drawn = self._random.randrange(1, len(title) - 1), self._random.random()
            if not title[at].isalpha():
                continue
            here = title[at]
            new = "" if drawn < 0.3 else here * 2 if drawn < 0.55 else self._random.choice("aeiourstln")
            title = title[:at] + new + title[at + 1 :]
        return title

    def _invented(self) -> str:
        """Heads and tails of titles, words of titles, or words that are none."""
        draw = self._random
        chance = draw.random()
        one, two = draw.choice(self._titles), draw.choice(self._titles)
        if chance < 0.5:
            title = " ".join(one[: draw.randint(1, len(one))] + two[-draw.randint(1, min(2, len(two))) :])
        elif chance < 0.75:
            title = " ".join(draw.sample(self._words, draw.randint(1, 3)))
        else:
            word, other = draw.choice(self._words), draw.choice(self._words)
            title = word[: max(2, len(word) // 2)] + other[len(other) // 2 :].lower()
            title += f" {draw.choice(self._words)}" if draw.random() < 0.5 else ""
        return f"{title} {draw.randint(2, 5)}" if draw.random() < 0.12 else title

    def _cased(self, title: str, like: str) -> str:
        if like.islower() or self._random.random() < 0.15:
            return title.lower()
        return title.upper() if like.isupper() and len(like) > 3 else title
