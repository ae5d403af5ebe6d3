"""All thresholds in one place: how likely something must be to be taken; see `docs/understanding.md`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Shares between 0 and 1."""

    span: float = 0.45
    """A span names the film, where none was spoken of."""
    span_doubted: float = 0.3
    """The same where it is more likely than that none does, by far; the film is asked about then."""
    none_doubted: float = 0.8
    """How likely it is at most then that none does."""
    span_instead: float = 0.5
    """A span names another film than the one spoken of."""
    own: float = 0.8
    """The same for words of the entry of the film spoken of."""
    film: float = 0.45
    """A film is meant by its span; below, one asks."""
    offered: float = 0.08
    """A film is among those that are asked with."""
    alike: float = 0.75
    """The part of the letters typed, and of the name, that a film only like what was typed must cover."""
    alike_asked: float = 0.6
    """The same for it to be asked about."""
    unknown: float = 0.4
    """A span that is no film known is one all the same, and is said to be unknown."""
    stays: tuple[float, float, float] = (0.959, 0.88, 0.865)
    """How likely no film is named for a text to stay with the film spoken of, by how much it tells that a
    title is unknown: where few films are known, one must be surer."""
    stays_asked: float = 0.4
    """The same for it to be asked whether that film is meant."""
    also: float = 0.5
    """A further span names a film that is asked about, or another that is not."""
    second: float = 0.3
    """A second thing is asked."""
    without: float = 0.6
    """How much the odds of a text without a film count beside those of one that follows a film."""
    age: float = 0.33
    """A number is a child's age."""
    topic: float = 0.25
    topic_said: float = 0.06
    """A topic of which a word is said."""
    aside: float = 0.7
    again: float = 0.3
    """The last question is asked again: of another film, or for its reasons."""
    danger: float = 0.2
    language: float = 0.6
    foreign: float = 0.25
    """A text is in another language than the one that most rows are in."""
    chatter: float = 0.8
    """How likely a text asks nothing for a film in it not to be one."""


SHIPPED = Thresholds()
