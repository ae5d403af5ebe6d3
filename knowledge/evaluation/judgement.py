"""How well questions are understood: readings held against cases, as a table by group with the misses."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.evaluation.corpus import Case, Wanted
from knowledge.reading import Reading
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding

PARTS = ("film", "intent", "ages", "topics", "aside")
AT_ONCE = frozenset({"film", "intent", "ages", "aside"})
"""Parts that count for "all right"; topics are shown beside them."""
SHOWN = 90
"""Letters of a text in the table of misses."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A case, its reading, and each part that is wrong with what was understood instead."""

    case: Case
    reading: Reading
    misses: tuple[tuple[str, str], ...]

    def right(self, part: str) -> bool:
        """Whether this part was understood."""
        return part not in dict(self.misses)

    @property
    def all_right(self) -> bool:
        """Whether film, intent, ages and aside were."""
        return not AT_ONCE.intersection(dict(self.misses))

    @property
    def outright(self) -> bool:
        """Whether the film was taken without a question back; none, where none is meant."""
        movie = self.reading.movie
        if not self.case.films:
            return movie is None and not self.reading.candidates
        return movie is not None and _is_one_of(movie, self.case.films)

    @property
    def first(self) -> bool:
        """Whether it was taken, or is the first that is asked about."""
        offered = self.reading.candidates[:1] if self.reading.match == "confirm" else ()
        return self.outright or any(_is_one_of(film, self.case.films) for film in offered)

    @property
    def wrong(self) -> bool:
        """Whether another film was taken."""
        movie = self.reading.movie
        return movie is not None and not _is_one_of(movie, self.case.films)

    @property
    def asked_back(self) -> bool:
        """Whether it is asked which film is meant."""
        return self.reading.match == "confirm"


SHARES: Mapping[str, Callable[[Judged], bool]] = {
    "film outright": lambda each: each.outright,
    "film first": lambda each: each.first,
    "wrong film": lambda each: each.wrong,
    "asked back": lambda each: each.asked_back,
    "intent": lambda each: each.right("intent"),
    "ages": lambda each: each.right("ages"),
    "topics": lambda each: each.right("topics"),
    "all": lambda each: each.outright and each.all_right,
}
"""What is counted of each group of cases."""


def evaluate(cases: Iterable[Case], understanding: Understanding, titles: Titles) -> tuple[Judged, ...]:
    """Read every case and judge it."""
    return tuple(judge(case, understanding, titles) for case in cases)


def judge(case: Case, understanding: Understanding, titles: Titles) -> Judged:
    """Read one case and say what is wrong. A context that nobody knows counts as none."""
    context = next(iter(matching(titles, case.context)), None) if case.context else None
    reading = understanding.read(case.text, context)
    return Judged(case, reading, tuple(_misses(case, reading, titles)))


def matching(titles: Titles, film: Wanted) -> list[Film]:
    """The films of this title and, where one is given, year; best known first."""
    title, year = film
    return [each for each in titles.exact(title) if year is None or each.year == year]


def table(judged: Iterable[Judged]) -> str:
    """The shares of all by group, language and conversation, then every miss in a line."""
    everything = list(judged)
    groups: dict[str, list[Judged]] = {}
    for each in everything:
        for name in each.case.groups:
            groups.setdefault(name, []).append(each)
    rows = [("group", "cases", *SHARES)]
    rows += [_row(name, group) for name, group in (*groups.items(), ("together", everything))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([*lines, "", *(_miss(each) for each in everything if each.misses)])


def _row(name: str, group: list[Judged]) -> tuple[str, ...]:
    shares = (sum(map(count, group)) / len(group) for count in SHARES.values())
    return (name, str(len(group)), *(f"{share:.1%}" for share in shares))


def _miss(judged: Judged) -> str:
    text = " ".join(judged.case.text.split())[:SHOWN]
    return f"{text!r}: " + "; ".join(f"{part} {instead}" for part, instead in judged.misses)


def _misses(case: Case, reading: Reading, titles: Titles) -> Iterator[tuple[str, str]]:
    if (film := _wrong_film(case, reading, titles)) is not None:
        yield "film", film
    got = tuple(dict.fromkeys(question.intent.value for question in reading.questions))
    if not _right_intents(case, got):
        yield "intent", f"{', '.join(got)} instead of {' or '.join(case.intents or case.all_intents)}"
    if not _right_ages(case, reading.ages):
        yield "ages", f"{reading.ages} instead of {case.ages[0]}"
    if not _right_topics(case, reading.topics):
        yield "topics", f"{reading.topics}"
    if not _right_rest(case, reading):
        yield "aside", f"{reading.aside}, {reading.questions[0].facts}, {reading.questions[0].words!r}"


def _wrong_film(case: Case, reading: Reading, titles: Titles) -> str | None:
    """What is wrong with the film, or None."""
    found = f"{reading.match} {_named(reading.movie)} among {[_named(film) for film in reading.candidates]}"
    if not case.films:
        accepted = reading.movie is not None or (reading.candidates and not case.may_ask)
        return found if accepted else None
    accepted = reading.movie is not None and _is_one_of(reading.movie, case.films)
    asked = case.may_ask and reading.match == "confirm"
    if not accepted and not (asked and any(_is_one_of(film, case.films) for film in reading.candidates)):
        return found
    ids = [
        film for question in reading.questions for film in (*question.others, question.movie or "") if film
    ]
    others = [titles.named(other) for other in ids]
    missing = [
        film for film in case.others if not any(other and _is_one_of(other, [film]) for other in others)
    ]
    return f"{found}, without {missing[0][0]}" if missing else None


def _named(film: Film | None) -> str:
    return f"{film.title} ({film.year})" if film else "no film"


def _is_one_of(film: Film, films: Iterable[Wanted]) -> bool:
    names = {fold(name) for name in (film.title, *film.names)}
    return any(fold(title) in names and year in (None, film.year) for title, year in films)


def _right_intents(case: Case, got: tuple[str, ...]) -> bool:
    if case.all_intents:
        return set(got) == set(case.all_intents)
    return not case.intents or got[0] in case.intents


def _right_ages(case: Case, ages: tuple[int, ...]) -> bool:
    inside = case.band is not None and bool(ages) and all(case.band[0] <= age <= case.band[1] for age in ages)
    return tuple(sorted(ages)) in {tuple(sorted(each)) for each in case.ages} or inside


def _right_topics(case: Case, topics: tuple[str, ...]) -> bool:
    if case.topics is None:
        return True
    named = all(any(topic in kind for topic in topics) for kind in case.topics)
    return named and all(any(topic in kind for kind in case.topics) for topic in topics)


def _right_rest(case: Case, reading: Reading) -> bool:
    first = reading.questions[0]
    facts = not case.facts or first.facts == case.facts
    return facts and case.words in first.words and case.aside in (None, reading.aside)
