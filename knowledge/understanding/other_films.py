"""Whether a text names a film other than the one spoken of, known or not: a title is likelier in its place.

How people speak is counted (speech.py): a phrase is a title where one is likelier between the words around it
than the words that stand there. What the film spoken of is about says which words are explained by it.
"""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from knowledge.questions import Intent
from knowledge.titles.decision import SHOWN
from knowledge.titles.films import Film
from knowledge.understanding.called import heard_of
from knowledge.understanding.intents import read_intents
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.named import Named
from knowledge.understanding.patterns import Span
from knowledge.understanding.phrases import Phrases
from knowledge.understanding.scene import Scene
from knowledge.understanding.speech import END, FILM, START, TITLES, Speech, beside, spoken_word
from knowledge.understanding.tokens import STOP, Token, Tokens, fold_word, quote, tokenise
from knowledge.understanding.trying import speaks_of_it

LONGEST = 8
"""Tokens of a title."""
ENDS = 0.5
"""How likely a title ends after each of its words."""
EXPLAINED, TOPIC, EVERYDAY = 1e-2, 1e-3, 3e-5
"""How likely a word is said in any place: one of the film or an age, of a topic, of the phrases."""
OFTEN = 20
"""Times from which a word is so common that it says nothing that the film's entry has it."""
CAPITAL = 2.0
"""Points for a capital letter that no sentence gives, and for an "us" or "her" that begins one."""
SPEAKS_OF_IT, INSIDE = 3.0, 4.0
"""Points lost where the text says "it" or "the movie", and where one asks what is inside."""
SHORT = 2
"""Words that are rather a title than a question where they are all that is said."""
KNOWN, ALOUD, ALONE = 2.0, 6.0, 2.0
"""Points for each word of a known title, for one with a capital (twice where it is all that is said), and
for an unknown one that is all that is said."""
ENOUGH, DOUBTED, SURE = -1.0, 0.0, 5.0
"""Points from which one asks, up to which a known title is asked about, and from which an unknown one is."""
TOLD = frozenset({"<age>", "<code>", "<board>"})
NO_NAME = frozenset({"<movie>", "<age>", "<code>", "<n>"})
NO_SMALL_NAME = frozenset({"<small>", "<it>", "<kid>"})
"""What is no name by itself, and what is none in small letters."""
SAID_BESIDE = frozenset({"<and>", "<hello>", "<end>"})
"""What may be said beside a title that is all that is said."""

_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class OtherFilms:
    """Looks for such titles in the texts of one language. `own` are words that belong to `film`, folded."""

    speech: Speech
    titles: Speech
    look_ups: LookUps
    film: Film
    own: Collection[str]
    inside: float
    """How likely one asks what happens or who plays in it: then a name is rather somebody's in the film."""

    def instead(self, scene: Scene) -> Named | None:
        """What to ask, or what nobody knows, where the text names another film; else None."""
        if part := self._part(scene):
            return self._asked(scene, part, SURE)
        points, span = max(self._found(scene), default=(-math.inf, (0, 0)))
        points -= INSIDE * self.inside
        return self._asked(scene, span, points) if points >= ENOUGH else None

    def _asked(self, scene: Scene, span: Span, points: float) -> Named:
        sought = quote(scene.text, scene.tokens, *span)
        films = [match.film for match in self.look_ups.find(sought).matches]
        if points >= SURE and not any(film != self.film for film in films):
            return Named("none", sought=sought, spans=(span,))
        asked = dict.fromkeys((*films[: SHOWN - 1], self.film))
        return Named("confirm", None, tuple(asked), sought, (span,))

    def settled(self, scene: Scene, named: Named, instead: Named | None) -> Named:
        """What is named, with what is named instead of the film spoken of, and that film to ask with."""
        if named.match in ("context", "none"):
            return instead or named
        if named.match == "accept" and not self._is_doubted(scene, named):
            return named
        if named.movie == self.film:
            return instead or named
        films = (*(film for film in (named.movie,) if film), *named.candidates)
        asked = dict.fromkeys((*films[: SHOWN - 1], self.film))
        return replace(named, match="confirm", movie=None, candidates=tuple(asked))

    def _is_doubted(self, scene: Scene, named: Named) -> bool:
        """Whether its words are hardly a title, or the film's own with another number."""
        if not named.spans:
            return False
        (start, end), *_ = named.spans
        if named.movie == self.film:
            return self._part(scene) is not None
        points = [points for points, span in self._found(scene) if span[0] < end and start < span[1]]
        return not self._is_own(scene, (start, end)) and max(points, default=SURE) <= DOUBTED

    def _part(self, scene: Scene) -> Span | None:
        """Where the title of the film spoken of has another number: `frozen 3`."""
        title = [token.word for token in tokenise(self.film.title)[1:-1]]
        words = [token.word for token in scene.tokens]
        for start in range(1, len(words) - len(title)):
            number = scene.tokens[start + len(title)]
            if words[start : start + len(title)] == title and number.has("<n>") and not number.has("<year>"):
                return start, start + len(title) + 1
        return None

    def _found(self, scene: Scene) -> Iterator[tuple[float, Span]]:
        """The phrases with the points for each."""
        words = [_spoken(token) for token in scene.tokens]
        least = [self._least(token, word) for token, word in zip(scene.tokens, words, strict=True)]
        plain = list(accumulate(map(self._said, words[1:], words, least[1:]), initial=0.0))
        for start, end in _spans(scene.tokens):
            if self._is_own(scene, (start, end)) and self._known(scene, (start, end)) < ALOUD:
                continue
            points = self._said(FILM, words[start - 1], 0.0)
            points += self._said(words[end], beside(words[start - 1]), least[end])
            points += self._titled(words[start:end]) + plain[start - 1] - plain[end]
            points += _beside(scene, (start, end))
            if points > ENOUGH - LONGEST * KNOWN:
                points += self._known(scene, (start, end))
            yield points, (start, end)

    def _least(self, token: Token, word: str) -> float:
        """How likely a word is said in any place."""
        rare = self.speech.times.get(word, 0) < OFTEN
        if token.symbols & TOLD or (rare and token.word in self.own):
            return EXPLAINED
        return TOPIC if token.has("<topic>") else EVERYDAY if token.has("<everyday>") else 0.0

    def _said(self, word: str, before: str, least: float) -> float:
        """How likely a word is said after that one, as a logarithm."""
        return math.log(max(self.speech.chance(word, before), least))

    def _titled(self, words: Sequence[str]) -> float:
        """How likely a title is of these words, as a logarithm: as one that is often said, or any other."""
        pairs = pairwise((START, *words, END))
        often = sum(math.log(self.titles.chance(word, before)) for before, word in pairs)
        return max(often, sum(math.log(ENDS * self.titles.chance(word)) for word in words))

    def _is_own(self, scene: Scene, span: Span) -> bool:
        """Whether a phrase says nothing but what belongs to the film spoken of, or to none."""
        inside = scene.tokens[slice(*span)]
        named = (token for token in inside if token.word not in self.own and not token.symbols & NO_NAME)
        return all(token.symbols & NO_SMALL_NAME and not _raised(scene, token) for token in named)

    def _known(self, scene: Scene, span: Span) -> float:
        """The points for a title of other films that people know, and for one that is all that is said."""
        films = self.look_ups.exact(scene.spelled(span))
        inside = scene.words(span)
        rest = (token for token in scene.tokens if token.word[:1].isalnum() and token not in inside)
        alone = all(token.symbols & SAID_BESIDE for token in rest)
        if not films or not heard_of(films[0]) or self.film in films:
            return ALONE * (alone and len(inside) <= SHORT)
        raised = any(_raised(scene, token) for token in scene.tokens[max(span[0], 2) : span[1]])
        told = sum(not token.has("<small>") for token in inside)
        return max(ALOUD * (2 if alone else raised), KNOWN * max(told, 1))


def against(
    film: Film, own: frozenset[str], named: Named, scene: Scene, titles: LookUps, phrases: Phrases
) -> tuple[Named, Named | None]:
    """What is named where a film is spoken of, and what is named instead of it, if anything.

    `own` are words of its entry, folded.
    """
    chances = phrases.learned.chances(scene.tokens, spoken_of=True)
    cast = "cast" in read_intents(scene.tokens, scene.tongue, comparable=False).facts
    inside = chances[Intent.STORY] + chances[Intent.FACTS] * cast
    speech, titled = phrases.spoken[scene.tongue.language], phrases.spoken[TITLES]
    own |= folded_words((film.title, *film.names))
    others = OtherFilms(speech, titled, titles, film, own, inside)
    instead = others.instead(scene)
    return others.settled(scene, named, instead), instead


def folded_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts, folded as those of a question are."""
    return frozenset(fold_word(word) for text in texts for word in _WORD.findall(text))


def _beside(scene: Scene, span: Span) -> float:
    """The points for capital letters, and for speaking of a film without its name."""
    start, end = span
    inside = zip(scene.tokens[start - 1 : end - 1], scene.tokens[start:end], strict=True)
    raised = sum(
        token.has("<object>") if before.has(STOP) else _raised(scene, token) for before, token in inside
    )
    said = speaks_of_it(scene) or any(map(_is_that, scene.tokens, scene.tokens[1:]))
    return CAPITAL * raised - SPEAKS_OF_IT * said


def _raised(scene: Scene, token: Token) -> bool:
    """Whether it has a capital that says something: that of `Us` does, that of a country does not."""
    typed = scene.text[token.start : token.end]
    return scene.capital(token) or (scene.capitals and token.has("<object>") and typed.istitle())


def _is_that(before: Token, token: Token) -> bool:
    """Whether it is the film spoken of: `that one`, or a `that` which ends the sentence."""
    return before.word == "that" and (token.word == "one" or token.has(STOP))


def _is_the_movie(before: Token, token: Token) -> bool:
    return before.word in ("the", "this", "that") and token.has("<movie>")


def _spoken(token: Token) -> str:
    if token.start == token.end:
        return END if token.has("$") else START
    return "#" if token.has("<age>") else spoken_word(token)


def _spans(tokens: Tokens) -> Iterator[Span]:
    """Phrases within a sentence that begin with a word or a number and end with one, or with a `!`."""
    for start in range(1, len(tokens) - 1):
        if not tokens[start].word[:1].isalnum() or _is_the_movie(tokens[start], tokens[start + 1]):
            continue
        for end in range(start + 1, min(start + LONGEST, len(tokens) - 1) + 1):
            last = tokens[end - 1]
            if last.has("<age>") or (last.has(STOP) and last.word != "!"):
                break
            if last.word[:1].isalnum() or last.word == "!":
                yield start, end
