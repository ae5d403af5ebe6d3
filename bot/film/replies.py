"""Where a question becomes cards: asks the guide, has the answer drawn. Knows nothing of how it arrived."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial

from discord import app_commands

from bot.film.draw import draw, draw_whole
from bot.film.families_chart import chart_of
from bot.film.not_found_cards import aside_card, choices, no_film_card, other_card, which_card, with_notify
from bot.film.reply import Reply
from bot.film.sources_card import sources_card
from bot.ui.actions import ActionVerb, Verb
from bot.ui.card import Card
from bot.ui.film_autocomplete import choice_of
from bot.ui.film_label import label
from bot.ui.limits import CHOICES, QUESTION, TITLE
from bot.ui.markdown import TYPED, escape
from bot.ui.phone import LINES, height
from bot.ui.phrases import Languages, Phrases
from knowledge.answers import Answer, NoFilmNamed, NoSuchFilm, Sourced, WhichFilm
from knowledge.guide import Guide, Response
from knowledge.questions import Intent, Question
from knowledge.reviews.groups import FilmReviews
from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import is_film_id

Choices = tuple[app_commands.Choice[str], ...]
KEPT, KEPT_CHOICES = 600, 1500
"""Answers about films, and choices for half-typed titles, that are kept: some 10 kB each."""


class Replier:
    """The guide and the languages it answers in."""

    def __init__(self, guide: Guide, languages: Languages) -> None:
        self.guide = guide
        self._languages = languages
        # What many ask is drawn once. It is forgotten with this replier, as soon as anything changes.
        self.question = lru_cache(KEPT)(self._question)
        self.film = lru_cache(KEPT)(self._film)
        self._about = lru_cache(KEPT)(self._of)
        self._completed = lru_cache(KEPT_CHOICES)(partial(_completed, guide))

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
        if _is_common(reply) and say.language == self.say(locale).language:
            return self.question(reply.answers[0][0], locale)
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
            return self._about(film.id, about, locale)
        decision = self.guide.find(typed_title)
        match decision.decided:
            case Decided.ACCEPT:
                return self._accepted(decision, about, locale)
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

    def called(self, typed_title: str) -> str:
        """*Title (Year)* of the one film that is called just so, else what was typed."""
        decision = self.guide.find(typed_title)
        sure = decision.decided is Decided.ACCEPT and decision.matches[0].exact
        return label(decision.matches[0].film) if sure else typed_title

    def ages(self, text: str, about: Question, locale: str) -> Reply:
        """The verdict for ages typed into the form; what is no age gets a kind question back."""
        read = self.guide.ages(text)
        if not read:
            return Reply((Card(None, (self.say(locale)("form.age_again"),)),), about.movie)
        return self.question(replace(about, ages=read), locale)

    def _accepted(self, decision: Decision, about: Question | None, locale: str) -> Reply:
        best, *others = decision.matches
        if best.exact and not others:
            return self._about(best.film.id, about, locale)
        closest = (
            () if best.exact else (self.say(locale)("film.closest", typed=escape(decision.query, TYPED)),)
        )
        found = self._of(best.film.id, about, locale, closest)
        card = found.cards[0].offering(*choices(tuple(match.film for match in others), about))
        return replace(found, cards=(card, *found.cards[1:]))

    def _of(self, film: str, about: Question | None, locale: str, note: tuple[str, ...] = ()) -> Reply:
        question, say = replace(about or Question(Intent.UNKNOWN), movie=film), self.say(locale)
        answer = self.guide.answer(question)
        card = self._draw(question, answer, say, note)
        return Reply((card,), film, chart=chart_of(question, answer, say))

    def _together(self, reply: Response, say: Phrases) -> list[Card]:
        """A card an answer, together no taller than one; what one needs not is left to the others."""
        notes = [_understood(reply, say), *((),) * len(reply.answers)]
        asked = list(zip(reply.answers, notes, strict=False))
        lines = LINES // len(asked)
        cards = [self._draw(*pair, say, note, lines) for pair, note in asked]
        if len(cards) == 1:
            return cards
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


def _is_common(reply: Response) -> bool:
    """Whether it is a question about a film as a button carries it, with nothing in it of how it was said."""
    reading, question = reply.reading, reply.answers[0][0]
    alone = len(reply.answers) == 1 and reply.aside is None and not reading.candidates
    return alone and reading.plain and question.movie is not None and not question.words


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
