"""How alike two lists of words are, word by word and both ways: misspelt, missing, extra, differing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from knowledge.titles.numerals import number
from knowledge.titles.words import ARTICLES, ARTICLES_ELSEWHERE, LIGHT, heavy

Words = tuple[str, ...]
Pair = tuple[Words, Words, int]
"""Typed words, the words of the name they were taken for, and the letters that differ."""
Known = Callable[[str], bool]
SHORTEST_RUN = 4
HALF = 80.0
"""A likeness with a heavy word missing or extra stays under this."""
OTHER_NUMBER = 60.0
"""A likeness of differing numbers stays under this: the second part is not the first."""
NO_LOSS = ARTICLES | {"1"}
"""What may be left over: articles, and a first part's number."""
_WEIGHTS = {True: 0.25, False: 1.0}
ENOUGH_WORDS = 3
"""Heavy words of a name that is told from others without its `der` or an s: *Die Hard* is not *Hard*."""
MOVED = 7
"""Letters of a word in which one that stands elsewhere is one slip: ratatoullie."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """A score of 0 to 100 and why it is not 100."""

    score: float
    edits: int = 0
    """Letters that differ within words that were taken for one another."""
    other_words: int = 0
    """Misspelt words that are words in their own right: perhaps another title."""
    whole: bool = True
    """No heavy word is missing or extra and no number differs."""
    other_number: bool = False
    """A number is missing, extra or another."""
    within: bool = True
    """Every typed word is a word of the name, perhaps misspelt."""

    @property
    def to_the_letter(self) -> bool:
        """All heavy words are there, as they are written."""
        return self.whole and not self.edits


def nothing(_: str) -> bool:
    """For a comparison that knows no other words."""
    return False


def similarity(typed: Words, name: Words, known: Known = nothing) -> Similarity:
    """Compare typed words with a name. `known` says whether a word exists, so is no misspelling."""
    if typed == name:
        return Similarity(100.0)
    left, right, matched = _same(typed, name)
    pairs = _pairs(left, right) if left and right else []
    matched += sum(_near(one, other, edits) for one, other, edits in pairs)
    total = sum(map(_weight, typed)) + sum(map(_weight, name))
    right = [] if _only_its_article(right, name) else right
    return _judged(100.0 * min(matched / total, 0.995), left, right, pairs, _others(pairs, name, known))


def _pairs(left: list[str], right: list[str]) -> list[Pair]:
    """Take out what is the same but for spaces and slips."""
    if len(left) == len(right) == 1:
        return _misspelt(left, right)
    return _joined(left, right, 0) + _misspelt(left, right) + _joined(left, right, 2)


def _judged(
    score: float,
    left: Sequence[str],
    right: Sequence[str],
    pairs: Sequence[Pair],
    others: int,
) -> Similarity:
    within = not _missing(left)
    whole = within and not _missing(right)
    if not whole:
        score = min(score, HALF - 0.01)
    other_number = _numbers(left) != _numbers(right)
    if other_number:
        score, whole = min(score, OTHER_NUMBER - 0.01), False
    edits = sum(edits for _, _, edits in pairs)
    return Similarity(score, edits, others, whole, other_number, within)


def _others(pairs: Sequence[Pair], name: Words, known: Known) -> int:
    """How many misspelt words are words themselves, but for an s within a name: monster inc."""
    misspelt = (one for one, other, edits in pairs if edits and not _plural(one, other, name))
    return sum(known(word) for one in misspelt for word in one)


def _plural(one: Words, other: Words, name: Words) -> bool:
    """The same word but for an s; of two words the last tells titles apart: *Perfect Stranger(s)*."""
    short, long = sorted((one[-1], other[-1]), key=len)
    told = [word for word in heavy(name) if number(word) is None]
    return short + "s" == long and (len(told) >= ENOUGH_WORDS or other[-1] not in told[-1:])


def _same(typed: Words, name: Words) -> tuple[list[str], list[str], float]:
    """What is left of each side when equal words are taken out, and the weight taken out."""
    left, right, weight = list[str](), list(name), 0.0
    for word in typed:
        if word in right:
            right.remove(word)
            weight += 2 * _weight(word)
        else:
            left.append(word)
    return left, right, weight


def _misspelt(left: list[str], right: list[str]) -> list[Pair]:
    """Take out pairs of words that are one word misspelt, the nearest pairs first."""
    ones, others = _spelled(left), _spelled(right)
    found = [
        (edits, one, other) for one in ones for other in others if (edits := _slips(one, other)) is not None
    ]
    found.sort()
    pairs: list[Pair] = []
    for edits, one, other in found:
        if one in left and other in right:
            left.remove(one)
            right.remove(other)
            pairs.append(((one,), (other,), edits))
    return pairs


def _slips(one: str, other: str) -> int | None:
    letters, longer = (len(one), len(other)) if len(one) < len(other) else (len(other), len(one))
    allowed = allowed_slips(letters)
    if longer - letters > allowed:
        return None
    edits = OSA.distance(one, other, score_cutoff=allowed)
    if edits > allowed or (edits and letters == 3 and not _slipped(one, other)):
        return None
    return 1 if edits == 2 and longer == letters >= MOVED and _moved(one, other) else edits


def _moved(one: str, other: str) -> bool:
    """One letter stands elsewhere, and all others stand as they did."""
    differ = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    here, there = one[differ[0] : differ[-1] + 1], other[differ[0] : differ[-1] + 1]
    return there in (here[1:] + here[0], here[-1] + here[:-1])


def _only_its_article(rest: Sequence[str], name: Words) -> bool:
    """A long name in another language without the article before it: König der Löwen 2."""
    return rest == [name[0]] and name[0] in ARTICLES_ELSEWHERE and len(heavy(name)) >= ENOUGH_WORDS


def _spelled(words: Sequence[str]) -> list[str]:
    """The words that can be misspelt: a wrong number is another number."""
    return [word for word in words if number(word) is None]


def allowed_slips(letters: int) -> int:
    """How many wrong letters a word of this length may have."""
    return 0 if letters < 3 else 1 if letters < 7 else 2 if letters < 11 else 3


def _slipped(one: str, other: str) -> bool:
    """In words of three letters only a swap or a doubled or lost letter: cat is not bat."""
    return sorted(one) == sorted(other) or len(one) != len(other)


def _joined(left: list[str], right: list[str], most: int) -> list[Pair]:
    """Take out words run together or split, with so many slips at most: spiderman and spider man."""
    pairs = list(_runs(left, right, most)) if len(right) > 1 else []
    if len(left) > 1:
        pairs += [(one, other, edits) for other, one, edits in _runs(right, left, most)]
    return pairs


def _runs(short: list[str], long: list[str], most: int) -> Iterator[Pair]:
    """Each word of one list that is two to four neighbours of the other list, both taken out."""
    letters = "".join(long)
    for word in list(short):
        allowed = min(most, allowed_slips(len(word)) - 1)
        # Most words are no run of others at all: one look spares the comparisons.
        possible = word in letters if most == 0 else allowed > 0
        if possible and (run := _run(word, long, max(allowed, 0))) is not None:
            start, end, edits = run
            taken = tuple(long[start:end])
            short.remove(word)
            del long[start:end]
            letters = "".join(long)
            yield (word,), taken, edits


def _run(word: str, long: Sequence[str], allowed: int) -> tuple[int, int, int] | None:
    if len(word) < SHORTEST_RUN:
        return None
    for start in range(len(long) - 1):
        letters = len(long[start])
        for end in range(start + 2, min(start + 5, len(long) + 1)):
            letters += len(long[end - 1])
            if letters > len(word) + allowed:
                break
            edits = OSA.distance(word, "".join(long[start:end]), score_cutoff=allowed)
            if edits <= allowed:
                return start, end, edits
    return None


def _near(one: Words, other: Words, edits: int) -> float:
    """The weight that a misspelt pair brings."""
    letters = max(sum(map(len, one)), sum(map(len, other)))
    return sum(map(_weight, (*one, *other))) * (1 - edits / letters)


def _weight(word: str) -> float:
    return _WEIGHTS[word in LIGHT]


def _missing(rest: Sequence[str]) -> bool:
    """Something that counts is left over."""
    return not NO_LOSS.issuperset(rest)


def _numbers(rest: Sequence[str]) -> list[int]:
    """The numbers left over, sorted; a first part is often not numbered, so 1 does not count."""
    return sorted(value for word in rest if (value := number(word)) not in (None, 1))
