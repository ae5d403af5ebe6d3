"""Where a question becomes cards: asks the guide, has the answer drawn. Knows nothing of how it arrived."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from discord import app_commands

from bot.film.draw import draw, draw_whole
from bot.film.families_chart import chart_of
from bot.film.not_found_cards import aside_card, choices, no_film_card, other_card, which_card, with_notify
from bot.film.reply import Reply
from bot.film.sources_card import sources_card
from bot.ui.actions import ActionVerb, Verb
from bot.ui.card import Card, question_button
from bot.ui.film_label import choice_of, label
from bot.ui.limits import CHOICES, QUESTION, TITLE
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.phone import LINES, height
from bot.ui.phrases import Languages, Phrases
from knowledge.answers import Answer, NoFilmNamed, NoSuchFilm, Sourced, WhichFilm
from knowledge.guide import Guide, Response
from knowledge.questions import Intent, Question
from knowledge.reviews.groups import FilmReviews
from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film, is_film_id

Choices = tuple[app_commands.Choice[str], ...]
KEPT, KEPT_CHOICES = 200, 500
"""Answers about films and choices for half-typed titles that are kept, the latest asked for."""


class Replier:
    """The guide and the languages it answers in."""

    def __init__(self, guide: Guide, languages: Languages) -> None:
        self.guide = guide
        self._languages = languages
        # What many ask is drawn once. It is forgotten with this replier, as soon as anything changes.
        self.question = lru_cache(KEPT)(self._question)
        self.film = lru_cache(KEPT)(self._film)
        self._completed = lru_cache(KEPT_CHOICES)(lambda typed: _completed(guide, typed))

    def hearing(self, families: Mapping[str, FilmReviews]) -> "Replier":
        """The same guide, with what these families say."""
        return Replier(self.guide.hearing(families), self._languages)

    def say(self, locale: str) -> Phrases:
        """The phrases for a locale."""
        return self._languages[locale]

    def complete(self, typed: str) -> Choices:
        """The best known films for what is typed so far."""
        return self._completed(typed[:TITLE])

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


def _completed(guide: Guide, typed: str) -> Choices:
    films = guide.titles.complete(typed, CHOICES)
    return tuple(choice_of(film) for film in films if is_film_id(film.id))


def _understood(reply: Response, say: Phrases) -> tuple[str, ...]:
    """How the question was understood, where that is not plain."""
    movie, ages = reply.reading.movie, reply.answers[0][0].ages
    if movie is None or reply.reading.plain:
        return ()
    key = "film.taking_ages" if ages else "film.taking"
    return (say(key, heading=label(movie), ages=say.join(map(str, ages))),)
