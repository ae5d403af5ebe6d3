"""Stages and school grades, such as toddlers and second graders, as years. Numbers are read elsewhere."""

from collections.abc import Iterator

from knowledge.understanding.patterns import Hit, Span, find_all
from knowledge.understanding.phrases import AgePhrases
from knowledge.understanding.tokens import Tokens


def stages_in(tokens: Tokens, phrases: AgePhrases) -> Iterator[tuple[tuple[int, ...], Span]]:
    """The years that each means and where it stands; of hits that meet the longest."""
    chosen: list[Hit] = []
    for hit in sorted(find_all(phrases.stages, tokens), key=lambda hit: -hit.length):
        if _may_watch(tokens, hit) and not any(hit.meets(other.start, other.end) for other in chosen):
            chosen.append(hit)
            years = _bounds(hit, tokens, phrases)
            if years:  # "2.5 grade" is none.
                yield years, (hit.start, min(hit.end, len(tokens) - 1))


def _may_watch(tokens: Tokens, hit: Hit) -> bool:
    """Whether they are asked for, and not what `teens say`, `teen drinking`, `I was in high school`."""
    said, the, does = (
        tokens[min(hit.end, len(tokens) - 1)],
        tokens[hit.start - 1],
        tokens[max(hit.start - 2, 0)],
    )
    of_the_film = the.has("<do>") or (the.word == "the" and does.has("<do>"))
    of_the_speaker = the.has("<joins>") and does.word == "was"
    asked = the.has("<my>") or the.has("<for>") or the.has("<a>")
    in_it = said.has("<topic>") and not asked and hit.length == 1
    return not (said.has("<says>") or of_the_film or of_the_speaker or in_it)


def _bounds(hit: Hit, tokens: Tokens, phrases: AgePhrases) -> tuple[int, ...]:
    """The ends of a stage: "1-3" is written, "+5" is added to the number of the grade."""
    if not hit.label.startswith("+"):
        first, _, last = hit.label.partition("-")
        return int(first), int(last)
    words = (token.word for token in tokens[hit.start : hit.end])
    named = {**phrases.numbers, **phrases.ordinals}
    grades = [
        int(word) if word.isdecimal() else named[word] for word in words if word.isdecimal() or word in named
    ]
    return tuple(grade + int(hit.label) + more for grade in grades for more in (0, 1))
