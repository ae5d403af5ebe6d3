"""The ages and the film of a text, which hang together: a number may be part of a title, or an age."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.understanding.ages import Ages, read_ages
from knowledge.understanding.films import Finder
from knowledge.understanding.hurried import BETWEEN, bare_ages, beside
from knowledge.understanding.lookups import LookUps
from knowledge.understanding.named import Named, against_context
from knowledge.understanding.patterns import Span
from knowledge.understanding.phrases import AgePhrases, Tongue
from knowledge.understanding.scene import Scene, scene_of
from knowledge.understanding.spans import AGE, collapsed, sentences
from knowledge.understanding.titled import titled_spans
from knowledge.understanding.tokens import STOP, Tokens, quote
from knowledge.understanding.versions import corrected, versions

MOST_PARTS = 9
"""A bare number above this is hardly the part of a series."""
OF_IT = frozenset({"<age>", "<this>"})
"""What may stand beside a bare age where the film is that of the conversation: `it too scary 13`."""
ReadAges = Callable[[Tokens, AgePhrases, Collection[Span]], Ages]
Placed = tuple[Ages, Scene, Named]
"""The ages, the text with each of them as one token, and the film that it names."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Tells ages from titles in one text; `context` is the film of the conversation."""

    titles: LookUps
    text: str
    tongue: Tongue
    context: Film | None

    def read(self, tokens: Tokens) -> Placed:
        """The ages that are said, else bare numbers that stand beside a title."""
        ages = self._ages(tokens, read_ages)
        hurried = Ages() if ages.years else self._ages(tokens, bare_ages)
        if hurried.years:
            scene, named = self._film(tokens, hurried)
            if self._stands(scene, named, hurried):
                return hurried, scene, named
        return ages, *self._film(tokens, ages)

    def _ages(self, tokens: Tokens, read: ReadAges) -> Ages:
        ages = read(tokens, self.tongue.ages, ())
        if not ages.spans:
            return ages
        taken = titled_spans(scene_of(self.text, tokens, self.tongue), self.titles, ages.spans)
        return read(tokens, self.tongue.ages, taken) if taken else ages

    def _film(self, tokens: Tokens, ages: Ages) -> tuple[Scene, Named]:
        scene = scene_of(self.text, collapsed(tokens, ages.spans, AGE), self.tongue)
        return scene, against_context(self._named(scene), scene, self.context)

    def _named(self, scene: Scene) -> Named:
        named = Finder(self.titles).find(scene, self.context)
        sides = {hit.label for hit in versions(scene)} if self.context is not None else ()
        compared = len(sides) > 1 or any(token.word == "than" for token in scene.tokens)
        if self.context is not None and named.match == "context" and not compared:
            film = corrected(scene, self.context, self.titles)
            return Named("accept", film, spans=named.spans) if film else named
        return named

    def _stands(self, scene: Scene, named: Named, ages: Ages) -> bool:
        """Whether a bare number is an age: beside a title of no part with it, or all that is said."""
        if named.match in ("none", "context"):
            aged = (
                each for each in sentences(scene.tokens, STOP) if any(token.has("<age>") for token in each)
            )
            said = (token for each in aged for token in each if token.word[:1].isalnum())
            return self.context is not None and all(token.symbols & (BETWEEN | OF_IT) for token in said)
        few = len(ages.years) == 1 and ages.years[0] <= MOST_PARTS
        return beside(scene.tokens, named.spans) and not (few and self._is_part(scene, named))

    def _is_part(self, scene: Scene, named: Named) -> bool:
        """Whether title and number are together the name of another film."""
        start, end = named.spans[0]
        if not scene.tokens[end].has("<age>"):
            return False
        found = self.titles.find(quote(scene.text, scene.tokens, start, end + 1))
        best = found.matches[0].film if found.decided is Decided.ACCEPT else None
        return best is not None and best not in (named.movie, *named.candidates[: named.movie is None])
