"""The spans of a text that are names of films, also where their words are torn apart."""

import pytest

from knowledge.titles.films import Film
from knowledge.titles.spans import SOLID, SpanIndex
from knowledge.titles.titles import Titles
from knowledge.tokens import tokenise

FILMS = (
    Film("catwoman", "Catwoman", 2004, votes=120_000),
    Film("batman", "The Batman", 2022, votes=700_000),
    Film("toy-story-2", "Toy Story 2", 1999, votes=600_000),
)


def seen(text: str) -> dict[str, tuple[str, int]]:
    """By the words of each span that is a name: the film, and how it is called so."""
    spans = SpanIndex(Titles.of(FILMS))
    pieces = [(token.start, token.end) for token in tokenise(text)]
    return {
        text[pieces[each.start][0] : pieces[each.end - 1][1]]: (spans.film(each.best).id, each.best.kind)
        for each in spans.sights(text, pieces)
    }


@pytest.mark.parametrize(
    ("torn", "film"), [("cat woman", "catwoman"), ("bat man", "batman"), ("the bat man", "batman")]
)
def test_a_name_torn_apart_is_seen_whatever_its_first_word(torn: str, film: str) -> None:
    assert seen(f"is {torn} ok for 9?")[torn] == (film, SOLID)


@pytest.mark.parametrize("said", ["toy story 2", "Toy Story II", "toy story part 2", "toystory 2"])
def test_a_name_is_seen_however_its_number_is_written(said: str) -> None:
    assert seen(f"we liked {said}, any swearing")[said][0] == "toy-story-2"
