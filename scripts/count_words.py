"""Count how people speak when they ask, with the titles taken out: scripts/questions.

Run `uv run python scripts/count_words.py`; it takes seconds and writes knowledge/data/phrases/spoken.tsv.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.understanding.phrases import PHRASES, SPOKEN, Phrases, read_phrases
from knowledge.understanding.speech import END, FILM, START, TITLES, beside, spoken_word
from knowledge.understanding.tokens import Token, tokenise

GATHERED = Path(__file__).parent / "questions"
OFTEN = (2, 3)
"""Times that a word, and two in a row, are said to be written down; those of titles all are."""
LONGEST = 7
"""Words of a title that stands unmarked in another question."""
TELLING = 4
"""Letters of a word that is no small one."""
POINTS = frozenset({"one", "first", "second", "third", "last", "two", "other"})
"""Words with which another film of a series is pointed at, which is no title: `the second one`."""
NO_TITLE = POINTS | {"the", "my", "la", "le"}
"""Words of a title that is said of other things as well, where it is not marked: `the room`."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the places of its titles in the text."""

    text: str
    titles: tuple[Place, ...]


def gathered() -> Iterator[Asked]:
    """All marked questions: titles in braces, or listed beside the text."""
    for path in sorted(GATHERED.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            before, _, rest = line.split("\t")[2].partition("{")
            title, _, after = rest.partition("}")
            places = ((len(before), len(before) + len(title)),) if title else ()
            yield Asked(before + title + after, () if title and _points(title) else places)
    for path in sorted(GATHERED.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            places = [(row["text"].find(name), len(name)) for name in (*row["films"], *row["others"])]
            titles = tuple((start, start + size) for start, size in places if start >= 0)
            yield Asked(row["text"], tuple(each for each in titles if not _points(row["text"][slice(*each)])))


def _points(title: str) -> bool:
    """Whether words that are marked as a title only point at a film."""
    first, *rest = title.casefold().split()
    return first == "the" and not POINTS.isdisjoint(rest)


def words_of(tokens: list[Token], places: tuple[Place, ...]) -> Iterator[tuple[bool, list[Token]]]:
    """The tokens one by one, and those of each title together."""
    title: list[Token] = []
    for token in tokens:
        inside = any(start <= token.start < end for start, end in places)
        if title and not inside:
            yield True, title
            title = []
        if inside:
            title.append(token)
        else:
            yield False, [token]
    if title:
        yield True, title


def unmarked(asked: Asked, tokens: list[Token], known: set[str]) -> Iterator[Place]:
    """Where a title of other questions stands that is not marked in this one: the other side of two."""
    at = 0
    while at < len(tokens):
        ends = range(min(len(tokens), at + LONGEST), at, -1)
        end = next((end for end in ends if _is_title(asked, tokens, at, end, known)), at)
        if end > at:
            yield tokens[at].start, tokens[end - 1].end
        at = max(end, at + 1)


def _is_title(asked: Asked, tokens: list[Token], at: int, end: int, known: set[str]) -> bool:
    words = [token.word for token in tokens[at:end]]
    if " ".join(words) not in known or not NO_TITLE.isdisjoint(words):
        return False
    raised = all(asked.text[token.start].isupper() for token in tokens[at:end] if len(token.word) >= TELLING)
    inside = at > 0 and tokens[at - 1].word.isalnum() and asked.text[tokens[at].start].isupper()
    long = any(len(word) >= TELLING for word in words)
    return long and (len(words) > 1 or (raised and inside and not asked.text.isupper()))


class Count:
    """What was counted in one language."""

    def __init__(self) -> None:
        self.times = Counter[str]()
        self.pairs = Counter[tuple[str, str]]()
        self.around = Counter[str]()

    def add(self, words: list[str]) -> None:
        """Count one question."""
        told = (START, *words, END)
        self.times.update(told)
        self.pairs.update(pairwise(told))
        for before, word, after in zip(told, told[1:], told[2:], strict=False):
            if word == FILM:
                self.around.update([beside(before)])
                self.pairs.update([(beside(before), after)])

    def rows(self, words: int, pairs: int) -> Iterator[list[str]]:
        """The words that are said so often at least, with those that follow them so often."""
        after: dict[str, list[str]] = {word: [] for word in (*self.times, *self.around)}
        followers = Counter(first for first, _ in self.pairs)
        for (first, other), times in sorted(self.pairs.items()):
            if times >= pairs:
                after[first].append(f"{other} {times}")
        for word, times in sorted((*self.times.items(), *self.around.items())):
            if times >= words:
                yield [word, str(times), str(followers[word]), *after[word]]


def counted(phrases: Phrases) -> dict[str, Count]:
    """What is said in each language, and what titles are made of."""
    questions = [(asked, tokenise(asked.text)[1:-1]) for asked in gathered()]
    marked = [
        [token.word for token in words]
        for asked, tokens in questions
        for title, words in words_of(tokens, asked.titles)
        if title
    ]
    known = set(map(" ".join, marked))
    found: dict[str, Count] = {TITLES: Count()}
    for asked, tokens in questions:
        german = phrases.tongue_of(tokens).language == "de"
        places = (*asked.titles, *(() if german else unmarked(asked, tokens, known)))
        said: list[str] = []
        for title, words in words_of(tokens, places):
            said.append(FILM if title else spoken_word(words[0]))
            if title:
                found[TITLES].add([spoken_word(word) for word in words])
        found.setdefault(phrases.tongue_of(tokenise(asked.text)).language, Count()).add(said)
    return found


def main() -> None:
    """Count and write."""
    found = counted(read_phrases(read_vocabulary()))
    lines = ["# Words of questions and what follows them. Written by scripts/count_words.py."]
    for language, count in sorted(found.items()):
        often = (1, 1) if language == TITLES else OFTEN
        lines += ["\t".join((language, *row)) for row in count.rows(*often)]
    (PHRASES / SPOKEN).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} words")


if __name__ == "__main__":
    main()
