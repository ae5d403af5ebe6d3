"""Where a question becomes cards: asks the guide, has the answer drawn. Knows nothing of how it arrived."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.film.draw import draw, draw_whole
from bot.film.families_chart import chart_of
from bot.film.not_found_cards import aside_card, choices, no_film_card, other_card, which_card, with_notify
from bot.film.sources_card import sources_card
from bot.ui.actions import ActionVerb, Verb
from bot.ui.age_chart import AgeChart
from bot.ui.card import Button, Card, question_button
from bot.ui.film_label import label
from bot.ui.limits import QUESTION
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.phone import LINES, height
from bot.ui.phrases import Languages, Phrases
from knowledge.answers import Answer, NoFilmNamed, NoSuchFilm, Sourced, WhichFilm
from knowledge.guide import Guide, Response
from knowledge.questions import Intent, Question
from knowledge.reviews.groups import FilmReviews
from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film

KEPT, KEPT_CHOICES = 200, 500
"""Answers about films and choices for half-typed titles that are kept, the latest asked for."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to send, and the film that was spoken of, if one was certain."""

    cards: tuple[Card, ...]
    film: str | None = None
    question: Question | None = None
    """The question that was answered, so that it can be asked again of another film."""
    chart: AgeChart | None = None
    """A picture that belongs below the cards."""

    @property
    def open(self) -> "Reply":
        """The same for all to see: nothing is left to share."""
        return self.without(Verb.SHARE)

    @property
    def alone(self) -> "Reply":
        """The same where no moderators hear of faults and wishes, and nobody can be told of a guide."""
        return self.without(Verb.REPORT, Verb.NOTIFY, Verb.BEGIN_FILM, Verb.REVIEW)

    @property
    def direct(self) -> "Reply":
        """The same for a direct message: a wish is kept there for a film that is known, never as typed."""
        cards = (
            replace(card, buttons=tuple(one for one in card.buttons if not _as_typed(one)))
            for card in self.without(Verb.REPORT, Verb.BEGIN_FILM, Verb.REVIEW).cards
        )
        return replace(self, cards=tuple(cards))

    def without(self, *verbs: Verb) -> "Reply":
        """The same without the buttons for this."""
        return replace(
            self, cards=tuple(replace(card, buttons=_without(card, *verbs)) for card in self.cards)
        )

    def speaking(self, language: str) -> "Reply":
        """The same with buttons that answer in this language; without one, in that of who presses."""
        return replace(self, cards=tuple(card.speaking(language) for card in self.cards))

    @property
    def in_private(self) -> "Reply":
        """The same for the asker alone."""
        return replace(self, cards=tuple(replace(card, private=True) for card in self.cards))

    @property
    def shown(self) -> "Reply":
        """The same where all can see it, since the asker wants so."""
        return replace(self, cards=tuple(replace(card, private=False) for card in self.cards))

    @property
    def missed(self) -> str | None:
        """A title that was asked for and has no guide here."""
        return next((card.missed for card in self.cards if card.missed), None)

    @property
    def private(self) -> bool:
        """Whether one of them speaks of a child's age."""
        return any(card.private for card in self.cards)


class Replier:
    """The guide and the languages it answers in."""

    def __init__(self, guide: Guide, languages: Languages) -> None:
        self.guide = guide
        self._languages = languages
        # What many ask is drawn once. It is forgotten with this replier, as soon as anything changes.
        self.question = lru_cache(KEPT)(self._question)
        self.film = lru_cache(KEPT)(self._film)
        self.complete = lru_cache(KEPT_CHOICES)(guide.titles.complete)

    def hearing(self, families: Mapping[str, FilmReviews]) -> "Replier":
        """The same guide, with what these families say."""
        return Replier(self.guide.hearing(families), self._languages)

    def say(self, locale: str) -> Phrases:
        """The phrases for a locale."""
        return self._languages[locale]

    def asked(self, text: str, context: str | None, locale: str, last: Question | None = None) -> Reply:
        """The cards for a question in a parent's words, in the language it was asked in.

        `locale` is for words that tell no language. What is too long is not read: its end may change all.
        """
        if len(text) > QUESTION:
            return Reply((Card(None, (self.say(locale)("reply.too_long", most=QUESTION),)),))
        reply = self.guide.ask(text, context, last)
        say = self.say(reply.reading.language or locale)
        cards, film = self._together(reply, say), reply.reading.movie
        if film is not None:
            others = choices(reply.reading.candidates, reply.answers[0][0])
            cards[0] = cards[0].offering(*others)
        beside = [aside_card(reply.aside, say)] if reply.aside else []
        charts = (chart_of(*pair, say) for pair in reply.answers)
        chart = next(filter(None, charts), None)
        found = Reply((*beside, *cards), film.id if film else None, reply.answers[0][0], chart)
        return found if say.language == self.say(locale).language else found.speaking(say.language)

    def _question(self, question: Question, locale: str, verb: ActionVerb = Verb.ANSWER) -> Reply:
        """The card for a question that a button carried: the answer, all of it, or its sources."""
        answer, say = self.guide.answer(question), self.say(locale)
        match verb:
            case Verb.SOURCES if isinstance(answer, Sourced):
                card = sources_card(answer, say)
            case Verb.MORE:
                card = draw_whole(answer, question, say, self.guide.library.vocabulary.topics)
            case Verb.SHARE:
                card = self._draw(question, answer, say, (say("reply.shared_by"),))
            case _:
                card = self._draw(question, answer, say)
        chart = None if verb is Verb.SOURCES else chart_of(question, answer, say)
        return Reply((card,), question.movie, question, chart)

    def _film(self, typed_title: str, locale: str, about: Question | None = None) -> Reply:
        """The card for a title that was typed or chosen: the film at a glance, or the answer about it."""
        say = self.say(locale)
        film = self.guide.titles.named(typed_title)
        if film is not None:
            return self._of(film, about, say)
        decision = self.guide.find(typed_title)
        match decision.decided:
            case Decided.ACCEPT:
                return self._accepted(decision, about, say)
            case Decided.CONFIRM:
                films = tuple(match.film for match in decision.matches)
                return Reply((which_card(WhichFilm(typed_title, films), about, say),))
            case Decided.NONE:
                asked = about or Question(Intent.WARNINGS_OVERVIEW)
                return Reply((self._draw(asked, NoSuchFilm(typed_title), say),))

    def none_of_these(self, sought: str, locale: str, *, counted: bool) -> Reply:
        """For whoever meant none of the films offered; `counted`: the server hears what is missed."""
        say = self.say(locale)
        if not sought:
            return Reply((no_film_card(NoFilmNamed(Intent.UNKNOWN), say),))
        answer = NoSuchFilm(sought)
        return Reply((with_notify(other_card(answer, say, counted=counted), answer, say),))

    def film_id(self, typed_title: str) -> str | None:
        """The id of the film that a title certainly means."""
        film = self.guide.titles.named(typed_title)
        if film is not None:
            return film.id
        decision = self.guide.find(typed_title)
        return decision.matches[0].film.id if decision.decided is Decided.ACCEPT else None

    def ages(self, text: str, about: Question, locale: str) -> Reply:
        """The verdict for ages typed into the form; what is no age gets a kind question back."""
        read = self.guide.ages(text)
        if not read:
            return Reply((Card(None, (self.say(locale)("form.age_again"),)),), about.movie)
        return self.question(replace(about, ages=read), locale)

    def hello(self, locale: str) -> Card:
        """For an empty mention."""
        return Card(None, (self.say(locale)("reply.mention_hint"),))

    def by_role(self, me: str, locale: str) -> Card:
        """For a mention of the role that came with us; `me` is how to mention us."""
        return Card(None, (self.say(locale)("reply.role_hint", me=Markdown(me)),))

    def unheard(self, film: str | None, locale: str) -> Card:
        """For a reply whose text Discord did not give us: one line, and the button that helps."""
        say = self.say(locale)
        ask = question_button(say("button.ask"), Verb.ASK, Question(Intent.UNKNOWN, film))
        return Card(None, (say("reply.card_only"),), buttons=(ask,))

    def _accepted(self, decision: Decision, about: Question | None, say: Phrases) -> Reply:
        best, *others = decision.matches
        closest = () if best.exact else (say("film.closest", typed=escape(decision.query, TYPED)),)
        found = self._of(best.film, about, say, closest)
        card = found.cards[0].offering(*choices(tuple(match.film for match in others), about))
        return replace(found, cards=(card, *found.cards[1:]))

    def _of(self, film: Film, about: Question | None, say: Phrases, note: tuple[str, ...] = ()) -> Reply:
        question = replace(about or Question(Intent.UNKNOWN), movie=film.id)
        answer = self.guide.answer(question)
        card = self._draw(question, answer, say, note)
        return Reply((card,), film.id, chart=chart_of(question, answer, say))

    def _together(self, reply: Response, say: Phrases) -> list[Card]:
        """A card an answer, together no taller than one; what one needs not is left to the others."""
        notes = [_understood(reply, say), *((),) * len(reply.answers)]
        asked = list(zip(reply.answers, notes, strict=False))
        lines = LINES // len(asked)
        cards = [self._draw(*pair, say, note, lines) for pair, note in asked]
        for place, (pair, note) in enumerate(asked):
            spare = LINES - sum(card.height for card in cards)
            cards[place] = self._draw(*pair, say, note, cards[place].height + max(0, spare))
        return cards

    def _draw(
        self,
        question: Question,
        answer: Answer,
        say: Phrases,
        note: tuple[str, ...] = (),
        lines: int = LINES,
    ) -> Card:
        """The card with a note in its small print, together at most so tall."""
        topics = self.guide.library.vocabulary.topics
        card = draw(answer, question, say, topics, lines - height(note)).noting(*note)
        return with_notify(card, answer, say)


def _without(card: Card, *verbs: Verb) -> tuple[Button, ...]:
    return tuple(one for one in card.buttons if one.action.verb not in verbs)


def _as_typed(button: Button) -> bool:
    return button.action.verb is Verb.NOTIFY and not button.action.movie


def _understood(reply: Response, say: Phrases) -> tuple[str, ...]:
    """How the question was understood, where that is not plain."""
    movie, ages = reply.reading.movie, reply.answers[0][0].ages
    if movie is None or reply.reading.plain:
        return ()
    key = "film.taking_ages" if ages else "film.taking"
    return (say(key, heading=label(movie), ages=say.join(map(str, ages))),)
