"""Cards for when no film is certain: which one, none, or no film question at all."""

from dataclasses import replace

from bot.film.fragments import title_line
from bot.film.glance_card import film_buttons
from bot.ui.actions import Verb
from bot.ui.card import Accent, Button, Card, question_button
from bot.ui.film_label import label
from bot.ui.markdown import TYPED, escape
from bot.ui.phrases import Phrases
from knowledge.answers import Answer, Aside, NoFilmNamed, NoGuide, NoSuchFilm, NotRecorded, WhichFilm
from knowledge.questions import Intent, Question
from knowledge.reviews.groups import ENOUGH
from knowledge.titles.films import Film

MISSING = frozenset(
    {
        "age_rating",
        "warnings_overview",
        "review_summary",
        "story",
        "facts",
        "talk_about",
        "alternatives",
    }
)


def which_card(answer: WhichFilm, question: Question | None, say: Phrases) -> Card:
    """A button a film; each carries the question that was asked. The last is for none of them."""
    head = say("find.which", sought=escape(answer.sought, TYPED)) if answer.sought else say("find.which_any")
    none = question_button(
        say("find.none_of_these"), Verb.NONE_OF_THESE, Question(Intent.UNKNOWN, words=answer.sought)
    )
    return Card(None, (head,), buttons=(*choices(answer.candidates, question), none))


def choices(films: tuple[Film, ...], question: Question | None) -> tuple[Button, ...]:
    """Buttons that answer the same question about other films; without one they show the film at a glance."""
    verb = Verb.ANSWER if question else Verb.GLANCE
    asked = question or Question(Intent.WARNINGS_OVERVIEW)
    return tuple(question_button(label(film), verb, replace(asked, movie=film.id)) for film in films)


def none_card(answer: NoSuchFilm, say: Phrases) -> Card:
    """Not in the list, and what to do."""
    return Card(
        None,
        (say("find.none", sought=escape(answer.sought, TYPED)), say("find.none_help")),
        accent=Accent.UNKNOWN,
    )


def other_card(answer: NoSuchFilm, say: Phrases, *, counted: bool) -> Card:
    """None of the films that were offered was meant; `counted`: moderators see that it is missed."""
    noted = (say("find.counted"),) if counted else ()
    lines = (say("find.other", sought=escape(answer.sought, TYPED)), *noted, say("find.none_help"))
    return Card(None, lines, accent=Accent.UNKNOWN)


def with_notify(card: Card, answer: Answer, say: Phrases) -> Card:
    """The card with the title that was missed, and the offer to be told when its guide is there."""
    match answer:
        case NoSuchFilm():
            notify = question_button(
                say("button.notify"), Verb.NOTIFY, Question(Intent.UNKNOWN, words=answer.sought)
            )
            return replace(card, missed=answer.sought).offering(notify)
        case NoGuide() if answer.families.reviews.count < ENOUGH:
            return replace(card, missed=label(answer.film))
        case _:
            return card


def no_film_card(answer: NoFilmNamed, say: Phrases) -> Card:
    """A question without a film."""
    del answer
    return Card(None, (say("find.no_film"),))


def not_recorded_card(answer: NotRecorded, say: Phrases) -> Card:
    """The film is there, this part of it is not."""
    intent = answer.intent.value
    line = say(f"missing.{intent if intent in MISSING else 'other'}")
    presses = film_buttons(answer.movie.id, say)
    return Card(
        title_line(answer.movie.heading, answer.official), (line,), buttons=presses, accent=Accent.UNKNOWN
    )


def aside_card(answer: Aside, say: Phrases) -> Card:
    """A short fitting word."""
    return Card(None, (say(f"aside.{answer.kind}"),))
