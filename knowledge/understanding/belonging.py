"""Words that belong together as one name, by their capitals or since only a strange word stands there."""

from collections.abc import Iterator

from knowledge.understanding.patterns import Span
from knowledge.understanding.scene import Scene
from knowledge.understanding.tokens import BOUND, STOP

WHOLE = 3
"""Words of a title all in capitals, which ends where the capitals end."""
FEWEST = 2
"""Words of a name that are more than small words."""
LONGEST = 8
"""Tokens of a name."""
OPENS = frozenset({"<ask>", "<my>", "<hello>", "<ok>", "<can>", "<do>"})
"""Words at the start of a text that may be in capitals for their own sake."""
JOINS = frozenset({"of", "the", "and", "&", "s", "-"})
"""What may stand between two words of a name."""
TO_A_NAME = frozenset({"of"})
"""What joins a title to the word before it, or to the one after it, so that neither is the whole."""


def left_over(scene: Scene, span: Span) -> int:
    """Words that seem to belong to a longer title: strange ones that touch it, or any after an `&`."""
    before, after = _before(scene, span[0] - 1), _after(scene, span[1])
    joined = _joins(scene, span[0] - 1, span[0] - 2) + _joins(scene, after, after + 1)
    words = scene.words(span)
    raised = any(map(scene.capital, words))
    whole = len(words) >= WHOLE and all(map(scene.capital, words))
    beside = [place for place in (before, after) if not whole or scene.capital(scene.tokens[place])]
    return sum(_belonging(scene, place, raised) for place in beside) + 3 * joined


def _joins(scene: Scene, place: int, beyond: int) -> bool:
    """Whether an `&` joins it to more of a title, and not to a child: `girls & Clueless`."""
    if scene.tokens[place].word != "&":
        return False
    other = scene.tokens[min(max(beyond, 0), len(scene.tokens) - 1)]
    return not (other.has("<kid>") or other.has("<age>"))


def _before(scene: Scene, place: int) -> int:
    """Where the word before a title is, over an `of` between two capitals: `Temple of Doom`."""
    joins = scene.tokens[place].word in TO_A_NAME and scene.capital(scene.tokens[place + 1])
    return place - 1 if joins and scene.capital(scene.tokens[place - 1]) else place


def _after(scene: Scene, place: int) -> int:
    """Where the word after a title is, over a colon, a hyphen, or an `of` between two capitals."""
    token, following = scene.tokens[place], min(place + 1, len(scene.tokens) - 1)
    joins = token.word in TO_A_NAME and scene.capital(scene.tokens[place - 1])
    on = (joins and scene.capital(scene.tokens[following])) or token.word in (":", "-")
    return following if on else place


def _belonging(scene: Scene, place: int, raised: bool) -> int:
    """How likely a word beside a title is part of it: a strange word, more so one with a capital as well."""
    token = scene.tokens[place]
    if token.has(BOUND):
        return 0
    begins = scene.tokens[place - 1].has(STOP) and not scene.strange(token)
    capital = raised and scene.capital(token) and token.start > 0 and not begins and not token.has("<ask>")
    return 2 if capital else int(scene.strange(token))


def names(scene: Scene) -> Iterator[Span]:
    """The longest runs of words with capitals, at least two of them."""
    place = 1
    while place < len(scene.tokens) - 1:
        end = _end(scene, place) if _opens(scene, place) else place
        if sum(not token.has("<small>") for token in scene.words((place, end))) >= FEWEST:
            yield place, end
        place = max(end, place + 1)


def _opens(scene: Scene, place: int) -> bool:
    """Whether a name may begin here: at a sentence no everyday word, but before another one: `Snow White`."""
    token, following = scene.tokens[place], scene.tokens[place + 1]
    if not scene.capital(token):
        return False
    two = scene.capital(following) and not scene.strange(following) and not token.symbols & OPENS
    return scene.strange(token) or two or not scene.tokens[place - 1].has(STOP)


def _end(scene: Scene, start: int) -> int:
    """After the last word that goes on a name from here."""
    end = start + 1
    for place in range(end, min(start + LONGEST, len(scene.tokens) - 1)):
        token = scene.tokens[place]
        if scene.capital(token):
            end = place + 1
        elif token.word not in JOINS:
            break
    return end
