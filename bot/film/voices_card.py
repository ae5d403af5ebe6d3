"""Cards for what others say: official boards and reviewers, each by itself."""

from collections.abc import Iterable

from bot.film.families_lines import family_opinion, read_buttons, told_lines
from bot.film.fragments import (
    at_ages,
    code_name,
    meaning,
    not_rated_in,
    official_head,
    official_line,
    source_name,
    speaker,
    title_line,
    topics_row,
    usual_line,
    voice_name,
)
from bot.film.glance_card import film_buttons
from bot.ui.card import Card
from bot.ui.markdown import Markdown, bullet, escape
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Ratings, Reviews
from knowledge.entry import SOURCED, Movie, Quality, Voice
from knowledge.questions import Intent, Question
from knowledge.verdicts import Admission, Opinion
from knowledge.vocabulary import Topic


def ratings_card(answer: Ratings, question: Question, say: Phrases, room: Room) -> Card:
    """The rating first, what its code means, then other countries and our own reading beside it."""
    first, *others = answer.ratings
    head = official_head("official.head", first, say)
    said = any(admission is Admission.CAREFUL for _, admission in first.at)  # That says what the code means.
    means = [say("official.means", code=code_name(first), means=meaning(first.code, say))]
    usual = usual_line(answer.usual, None, say, recorded=bool(answer.movie.findings))
    lines = (
        *not_rated_in(question, answer.ratings, say),
        head,
        Markdown(" ").join([*([] if said else means), *at_ages(first, say)]),
        *(bullet(official_line(one, say)) for one in others[: room.items]),
        usual,
    )
    return Card(
        title_line(answer.movie.heading, answer.official), lines, buttons=film_buttons(answer.movie.id, say)
    )


def reviews_card(answer: Reviews, say: Phrases, topics: dict[str, Topic], room: Room) -> Card:
    """How many voices there are, experts, families by group, who disagrees; then all others."""
    most, families = max(1, room.items), answer.families.reviews
    spoken = [
        _voice_line(voice, answer.movie, topics, say, flagged=bool(room.items))
        for voice in sorted(answer.voices, key=lambda voice: voice.who not in SOURCED)
    ]
    experts = sum(voice.who in SOURCED for voice in answer.voices)
    quality = _quality(answer.movie.quality, say) if answer.movie.quality else []
    said = (
        *spoken[: min(experts, most)],
        *told_lines(answer.families, say, room),
        *spoken[experts : max(experts, most)],
        *quality,
    )
    presses = film_buttons(answer.movie.id, say, without=Intent.REVIEW_SUMMARY)
    lines = (*_counts(answer, say), *map(bullet, said))
    read = read_buttons(families, answer.movie.id, say)
    return Card(title_line(answer.movie.heading, answer.official), lines, buttons=(*read, *presses))


def _counts(answer: Reviews, say: Phrases) -> tuple[Markdown, ...]:
    """How many speak: the guide's voices, and families of the server."""
    voices, families = len(answer.voices), answer.families.reviews.count
    counts = say("voice.count", count=voices)
    if not families:
        return (say("voice.head", counts=counts),)
    both = say("families.both", voices=counts, count=families)
    return (both if voices else say("families.told", count=families),)


def opinions_line(opinions: Iterable[Opinion], say: Phrases) -> tuple[Markdown, ...]:
    """From which age each would let a child see it, in one line; nothing where nobody says so."""
    said = Markdown("; ").join(_opinion(one, say) for one in opinions)
    return (say("voice.opinions", opinions=said),) if said else ()


def _opinion(one: Opinion, say: Phrases) -> Markdown:
    if one.here:
        return family_opinion(one, say)
    if one.who in SOURCED:
        name: str = source_name(one.sources[0])
    elif one.count > 1:
        name = say(f"voice.{one.who}", count=one.count)
    else:
        name = speaker(one.who, one.age, say)
    if one.suits_from is None:
        return say("voice.says_too_much", who=name, topics=topics_row(one.too_much, say))
    return say("voice.says_from", who=name, age=one.suits_from)


def _voice_line(
    voice: Voice, movie: Movie, topics: dict[str, Topic], say: Phrases, *, flagged: bool
) -> Markdown:
    """One voice, and what it flagged where that has room."""
    flags = (("voice.too_much", voice.too_much), ("voice.praises", voice.praises))
    extra = [
        say(key, topics=topics_row((topics[one] for one in named if one in topics), say))
        for key, named in flags
        if named and flagged
    ]
    name = voice_name(voice, movie, say)
    who = name if voice.suits_from is None else say("voice.from", who=name, age=voice.suits_from)
    return say("voice.line", who=_capital(who), says=voice.says, extra=Markdown("").join(extra))


def _capital(name: str) -> Markdown:
    plain = escape(name)
    return Markdown(plain[:1].upper() + plain[1:])


def _quality(quality: Quality, say: Phrases) -> list[Markdown]:
    rows = (("voice.strengths", quality.strengths), ("voice.limits", quality.limits))
    return [say(key, lines=" ".join(lines)) for key, lines in rows if lines]
