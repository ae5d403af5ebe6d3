"""Patterns of words as data writes them, and finding them in tokens in time that grows with the text only.

`(a|b)` is a choice, `[a]` may be missing, `<kid>` is a class of words, `scar*` the start of a word,
`_` up to three words of one sentence, `{film}` one to twelve tokens, `~` a bound, `^` and `$` the ends.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from knowledge.understanding.tokens import STOP, Token, Tokens, fold_word

GAP = "_"
FILM = "{film}"
LONGEST_GAP = 3
LONGEST_FILM = 12
_PARTS = re.compile(r"[()\[\]|]|[^\s()\[\]|]+")
_CLOSING = {"(": ")", "[": "]"}
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: its label, the tokens it covers, and those that stand for {film}."""

    label: str
    start: int
    end: int
    film: Span | None = None

    @property
    def length(self) -> int:
        """How many tokens it covers."""
        return self.end - self.start

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a token with these."""
        return self.start < end and start < self.end


@dataclass(slots=True, eq=False)
class Node:
    """A place in patterns: where each symbol leads from here, and what ends here. Only read once built."""

    after: dict[str, list["Node"]] = field(default_factory=dict[str, "list[Node]"])
    begins: dict[str, list["Node"]] = field(default_factory=dict[str, "list[Node]"])
    gaps: list["Node"] = field(default_factory=list["Node"])
    films: list["Node"] = field(default_factory=list["Node"])
    labels: set[str] = field(default_factory=set[str])

    def join(self, other: "Node") -> None:
        """Lead wherever the other leads as well."""
        self.labels |= other.labels
        self.gaps += other.gaps
        self.films += other.films
        for mine, theirs in ((self.after, other.after), (self.begins, other.begins)):
            for symbol, nodes in theirs.items():
                mine.setdefault(symbol, []).extend(nodes)

    def lead(self, symbol: str, to: "Node") -> None:
        """Lead there by this symbol, or by any word that starts so."""
        if symbol == GAP:
            self.gaps.append(to)
        elif symbol == FILM:
            self.films.append(to)
        elif symbol.endswith("*"):
            self.begins.setdefault(symbol[:-1], []).append(to)
        else:
            self.after.setdefault(symbol, []).append(to)

    def next(self, token: Token) -> list["Node"]:
        """Where this token leads."""
        after, symbols = self.after, token.symbols
        few, many = (after, symbols) if len(after) < len(symbols) else (symbols, after)
        found = [node for symbol in few if symbol in many for node in after[symbol]]
        if self.begins:
            word = token.word
            found += [
                node for start, nodes in self.begins.items() if word.startswith(start) for node in nodes
            ]
        return found

    def leads(self, token: Token) -> bool:
        """Whether anything ends here or can begin with this token."""
        if self.labels or self.gaps or self.films or self.begins:
            return True
        return not token.symbols.isdisjoint(self.after)


def tree(patterns: Iterable[tuple[str, str]]) -> Node:
    """One root for (label, pattern) pairs. Raises ValueError for a bracket that is not closed."""
    root = Node()
    for label, pattern in patterns:
        parts = _PARTS.findall(pattern)[::-1]
        root.join(_chain(_parsed(parts, pattern), Node(labels={label})))
        if parts:
            raise ValueError(f"{pattern}: a bracket closes that was never opened")
    return _shared(frozenset({root}), {})


def words_in(root: Node) -> tuple[frozenset[str], tuple[str, ...]]:
    """All symbols that lead anywhere below a root, and all starts of words."""
    seen: set[Node] = set()
    left = [root]
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left += node.gaps + node.films
            left += [
                each for leads in (node.after, node.begins) for nodes in leads.values() for each in nodes
            ]
    symbols = frozenset(symbol for node in seen for symbol in node.after)
    return symbols, tuple({start for node in seen for start in node.begins})


def _shared(nodes: frozenset[Node], known: dict[frozenset[Node], Node]) -> Node:
    """One place instead of these, so that patterns that begin alike are followed once."""
    if nodes in known:
        return known[nodes]
    one = known[nodes] = Node()
    for node in nodes:
        one.join(node)
    for leads in (one.after, one.begins):
        leads.update({symbol: [_shared(frozenset(after), known)] for symbol, after in leads.items()})
    one.gaps = [_shared(frozenset(one.gaps), known)] if one.gaps else []
    one.films = [_shared(frozenset(one.films), known)] if one.films else []
    return one


Element = str | tuple[list[list["Element"]], bool]


def _parsed(parts: list[str], pattern: str) -> list[Element]:
    """Elements in order; a bracket becomes its choices and whether it may be missing."""
    elements: list[Element] = []
    while parts and parts[-1] not in ")]|":
        part = parts.pop()
        elements.append(_choices(parts, _CLOSING[part], pattern) if part in _CLOSING else _symbol(part))
    return elements


def _choices(parts: list[str], closing: str, pattern: str) -> Element:
    choices = [_parsed(parts, pattern)]
    while parts and parts[-1] == "|":
        parts.pop()
        choices.append(_parsed(parts, pattern))
    if not parts or parts.pop() != closing:
        raise ValueError(f"{pattern}: a bracket is not closed by {closing}")
    return choices, closing == "]"


def _chain(elements: list[Element], end: Node) -> Node:
    """The node from which these elements lead to the end; built from the last to the first."""
    for element in reversed(elements):
        node = Node()
        if isinstance(element, str):
            node.lead(element, end)
        else:
            choices, optional = element
            for choice in choices:
                node.join(_chain(choice, end))
            if optional:
                node.join(end)
        end = node
    return end


def find_all(root: Node, tokens: Tokens) -> list[Hit]:
    """Every pattern at every place; for one label and film the longest from a place."""
    search = _Search(tokens)
    best: dict[tuple[str, int, Span | None], int] = {}
    for start in search.places(root):
        for label, end, film in search.from_here(root, start):
            key = (label, start, film)
            if end > best.get(key, start):
                best[key] = end
    return [Hit(label, start, end, film) for (label, start, film), end in best.items()]


End = tuple[str, int, Span | None]
"""The label of a pattern that ends, where, and the film that it passed."""


class _Search:
    """One text: what each node leads to from each place is found out once, so time is bounded."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._ends: dict[tuple[Node, int], set[End]] = {}
        self._places: dict[Node, list[int]] = {}

    def places(self, node: Node) -> list[int]:
        """Where a node leads on or ends a pattern."""
        if node not in self._places:
            leads = node.leads
            self._places[node] = [place for place, token in enumerate(self._tokens) if leads(token)]
        return self._places[node]

    def from_here(self, node: Node, place: int) -> set[End]:
        """The ends of all patterns that go on from this node at this place."""
        key = (node, place)
        if key not in self._ends:
            self._ends[key] = self._found(node, place)
        return self._ends[key]

    def _found(self, node: Node, place: int) -> set[End]:
        found: set[End] = {(label, place, None) for label in node.labels}
        if place < len(self._tokens):
            for following in node.next(self._tokens[place]):
                found |= self.from_here(following, place + 1)
        for following in node.gaps:
            for end in _gap(self._tokens, place):
                found |= self.from_here(following, end)
        for following in node.films:
            found |= self._behind_films(following, place)
        return found

    def _behind_films(self, node: Node, start: int) -> set[End]:
        """The same behind each film that may begin here."""
        last = min(start + LONGEST_FILM, len(self._tokens) - 1)
        return {
            (label, end, film or (start, place))
            for place in self.places(node)
            if start < place <= last
            for label, end, film in self.from_here(node, place)
        }


def _gap(tokens: Tokens, place: int) -> Iterator[int]:
    """The ends of a gap: nothing, then up to three tokens of the same sentence."""
    yield place
    for end in range(place + 1, min(place + LONGEST_GAP, len(tokens)) + 1):
        if tokens[end - 1].has(STOP):
            return
        yield end


def _symbol(part: str) -> str:
    return part if part[0] in "<{" or part in "~^$_" else fold_word(part)
