"""What is meant where no phrase says it: a bare title, a bare age, a thing that is no topic."""

from knowledge.questions import Intent
from knowledge.things import Things
from knowledge.titles.folding import fold
from knowledge.understanding.asides import POLITE
from knowledge.understanding.intents import Asked
from knowledge.understanding.learned import Chances
from knowledge.understanding.named import Named
from knowledge.understanding.tokens import Token, Tokens

SHORT = 3
"""Everyday words that a bare title may have beside it."""
MOST_OF_IT = 0.6
"""The part of a text that an unknown title takes if the text is hardly more than it."""
ABOUT_FILMS = frozenset({"<movie>", "<this>", "<kid>", "<age>", "<code>", "that", "watch"})
"""What a question that names no film has to speak of."""
SAYS_LITTLE = frozenset(
    {
        "<be>",
        "<do>",
        "<have>",
        "<can>",
        "<i>",
        "<a>",
        "<it>",
        "<ask>",
        "<small>",
        "<pronoun>",
        "<end>",
        "<too>",
        "<much>",
        "<see>",
        "<movie>",
        "<age>",
        "<kid>",
        "<n>",
        "there",
    }
)
"""Words of a question that are not what it is about."""
IN_THE_FILM = frozenset({"a", "any", "another", "the"})
"""Words before a child who is rather in the film than in the family."""
BESIDE_A_TITLE = frozenset({"<movie>", "<small>", "<a>", "<hello>", "<end>", "<and>", "<kid>", "<version>"})
"""Words that may stand beside a bare title."""
SAID, SHAPED, TAKEN = 13.0, 1.0, 2.0
"""How many times likelier another intent must be: than what a phrase says, than the shape of a question, than
what is taken for want of both."""
NOTHING = 5.0
"""How many times more so, where a phrase says something and it is likelier that nothing is asked."""
MAYBE = 0.5
"""How likely it must be that nothing is asked, where a title to ask with stands out."""
HARDLY = 0.15
"""How likely it is at most that nothing is asked, for a title of everyday words to be asked about."""
HALF = 0.6
"""How likely it is at most that nothing is asked of a film that is surely named, for something to be."""
AHEAD = 10.0
"""How many times likelier one of several questions must be to be answered before the first of them."""
SURE = 0.8
"""How likely a question must be that holds a title which is hardly more than an everyday word."""
Intents = tuple[Intent, ...]
UNKNOWN: Intents = (Intent.UNKNOWN,)


def meant(
    asked: Asked, named: Named, tokens: Tokens, aside: str | None, *, aged: bool, aloud: bool
) -> Intents:
    """The intents that were said, or the one that is meant."""
    intents = asked.intents
    if aside in POLITE and not intents and not (aged and named.match == "accept"):
        return UNKNOWN
    certain = named.match == "accept" and (bool(intents) or aged)
    if aside is not None and not certain and not (named.match == "context" and intents):
        return UNKNOWN
    if intents:
        return intents if _about_films(named, tokens, intents) else UNKNOWN
    corrects = named.match == "accept" and not named.spans
    aged = aged and (named.match != "confirm" or _hardly_more(named, tokens))
    if aged or corrects or (named.match != "none" and could_be_a_title(named, tokens, "")):
        return (Intent.SUITABILITY,)
    sure = named.match == "accept" and aloud and told_words(tokens)
    if asked.guess and (named.match == "context" or sure):
        return (asked.guess,)
    if named.match == "accept" and any(map(_is_a_viewer, tokens, tokens[1:])):
        return (Intent.SUITABILITY,)
    things = _asks(tokens) or any(token.has("<thing>") for token in tokens)
    looked_for = named.match in ("accept", "context") and things and told_words(tokens)
    return (Intent.CONTENT_TOPIC,) if looked_for else UNKNOWN


def likeliest(
    intents: Intents, chances: Chances, asked: Asked, named: Named, *, comparable: bool, aloud: bool
) -> Intents:
    """The same, but where questions that people ask in such words mostly ask something else.

    `aloud`: the film's name is more than everyday words, so that the text is hardly about something else.
    """
    corrects = named.match == "accept" and not named.spans
    if corrects or (comparable and Intent.COMPARE in intents):
        return intents
    nothing = named.match != "accept" and not (aloud and chances[Intent.UNKNOWN] < MAYBE)
    nothing = nothing or named.match in ("none", "context")
    possible = (each for each in chances if _possible(each, named, comparable=comparable, nothing=nothing))
    best = max(possible, key=chances.__getitem__)
    if best in intents:
        return _first(best, intents) if chances[best] >= AHEAD * chances[intents[0]] else intents
    if intents == UNKNOWN and named.spans and aloud and chances[Intent.UNKNOWN] < HALF:
        return (best,)
    doubt = NOTHING if best is Intent.UNKNOWN and asked.intents else 1.0
    if chances[best] < doubt * _times(intents, asked, named) * chances[intents[0]]:
        return intents
    doubted = chances[best] < SURE and chances[Intent.UNKNOWN] > HARDLY
    return intents if by_chance(intents, named, aloud=aloud) and doubted else (best,)


def by_chance(intents: Intents, named: Named, *, aloud: bool) -> bool:
    """Whether everyday words that happen to be a title are all that speaks of a film."""
    return intents == UNKNOWN and bool(named.spans) and not aloud


def _possible(intent: Intent, named: Named, *, comparable: bool, nothing: bool) -> bool:
    """Whether it may be asked with what is named: only other films without one, only two are compared."""
    if intent is Intent.ALTERNATIVES:
        return True
    if intent is Intent.UNKNOWN:
        return nothing
    return named.match != "none" and (comparable or intent is not Intent.COMPARE)


def _first(intent: Intent, intents: Intents) -> Intents:
    return (intent, *(each for each in intents if each is not intent))


def _times(intents: Intents, asked: Asked, named: Named) -> float:
    """How many times likelier another intent must be: the more, the surer this one is."""
    if asked.intents:
        return SAID
    doubted = intents == UNKNOWN and named.match == "accept"
    return SHAPED if asked.guess or doubted else TAKEN


def is_bare(named: Named, tokens: Tokens) -> bool:
    """Whether the text is hardly more than a title."""
    if not named.spans or named.match == "context":
        return False
    beside = [token for token in tokens if _is_said(token)]
    return len(beside) <= SHORT and all(token.symbols & BESIDE_A_TITLE for token in beside)


def _hardly_more(named: Named, tokens: Tokens) -> bool:
    """Whether films to ask with are all that a text is about: half of their words, and few others."""
    words = fold(named.sought or "").split()
    known = {word for film in named.candidates for word in fold(film.title).split()}
    alike = len(words) == 1 or 2 * len(known.intersection(words)) >= len(words)
    others = [token for token in tokens if _is_said(token) and not token.symbols & BESIDE_A_TITLE]
    return alike and sum(not token.has("<age>") for token in others) <= SHORT


def could_be_a_title(named: Named, tokens: Tokens, text: str) -> bool:
    """Whether a text in which nothing is asked is a title, a known one or one that nobody knows."""
    words = fold(named.sought or "").split()
    if named.match == "none":
        return bool(words) and len(named.sought or "") >= MOST_OF_IT * len(text.strip())
    known = {word for film in named.candidates for word in fold(film.title).split()}
    fits = named.match != "confirm" or len(words) == 1 or known.issuperset(words)
    return fits and is_bare(named, tokens)


def _is_a_viewer(before: Token, token: Token) -> bool:
    """Whether it is a child who may watch, and not `a child` or `the girl` in the film."""
    return token.has("<kid>") and before.word not in IN_THE_FILM


def told_words(tokens: Tokens) -> list[Token]:
    """The words to look for in a film: the strange ones, else those that say anything."""
    strange = [token for token in tokens if token.has("<strange>")]
    return strange or [token for token in tokens if _is_said(token) and not token.symbols & SAYS_LITTLE]


def words_of(tokens: Tokens, text: str) -> str:
    """These words as typed."""
    return " ".join(text[token.start : token.end] for token in told_words(tokens))


def things_told(tokens: Tokens, text: str, things: Things) -> str:
    """The things within a topic that are named, and no other word; people only where they are in the film."""
    beside = zip((tokens[0], *tokens), tokens, tokens[1:], tokens[2:], strict=False)
    named = ((around, things.named(around[2].word)) for around in beside if _is_said(around[2]))
    told = (around[2] for around, thing in named if thing and (thing not in things.people or _acts(*around)))
    return " ".join(text[token.start : token.end] for token in told)


def _acts(earlier: Token, before: Token, token: Token, after: Token) -> bool:
    """Whether it is somebody in the film: `the mom dies`, `does a kid die`, and not `for a kid`."""
    seen = before.word in IN_THE_FILM and earlier.word != "for" and after.has("<topic>")
    return token.has("<topic>") or seen


def _is_said(token: Token) -> bool:
    return token.word[:1].isalnum() and not token.has("<film>") and not token.has("<hello>")


def _about_films(named: Named, tokens: Tokens, intents: Intents) -> bool:
    """Whether a question without a film speaks of films or children at all."""
    if named.match != "none" or named.sought or intents[0] is Intent.CONTENT_TOPIC:
        return True
    return any(token.symbols & ABOUT_FILMS for token in tokens)


def _asks(tokens: Tokens) -> bool:
    """Whether it is a question."""
    words = [token for token in tokens if token.word and not token.has("<hello>") and not token.has("<and>")]
    return bool(words) and (words[-1].word == "?" or words[0].has("<ask>"))
