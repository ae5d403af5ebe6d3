"""What was understood of a text, as values. Understanding makes them; the guide and the cards read them."""

from dataclasses import dataclass
from typing import Literal

from knowledge.questions import Question
from knowledge.titles.films import Film

_BESIDE = "danger instruction abuse piracy spam not_a_film rating_in_general help thanks small_talk"
ASIDES = (*_BESIDE.split(), "other_cut", "age")
"""What a text may be beside a question; `other_cut` and `age` are said of one that asks."""
Found = Literal["accept", "confirm", "none", "context"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with the questions in it. Without a film and without candidates: none was named or known."""

    text: str
    """What was typed, unchanged."""
    questions: tuple[Question, ...]
    """At least one; Intent.UNKNOWN when nothing was understood."""
    match: Found
    movie: Film | None = None
    """The certain film, for "accept" and "context"."""
    candidates: tuple[Film, ...] = ()
    """Films to ask with, or the "not this one?" choices."""
    sought: str | None = None
    """The words that were taken for a title, as typed; None when no title was tried."""
    ages: tuple[int, ...] = ()
    """In years, youngest first. A range or a stage such as "toddler" gives its two ends."""
    topics: tuple[str, ...] = ()
    aside: str | None = None
    """What it is beside a question, one of `ASIDES`: "age" for an impossible one."""
    language: str | None = None
    """The language of the question; None where its words tell none."""
    plain: bool = True
    """False where it should be said how the question was understood."""
    corrects: bool = False
    """The text only says which film was meant ("no, the 1961 one")."""
    asks_why: bool = False
    """The text asks for the reasons of the last answer and nothing else ("why not?")."""
    missed: tuple[str, ...] = ()
    """What else was taken for a film that is asked about, as typed, and is none that is known."""
