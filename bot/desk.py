"""Where a question becomes cards: asks the guide, has the answer drawn. Knows nothing of how it arrived."""

from dataclasses import dataclass, replace

from bot.cards.card import Card, Does, Press
from bot.cards.draw import draw
from bot.cards.film import film_card
from bot.cards.finding import aside_card, choices, label, no_film_card, other_card, which_card
from bot.cards.help import help_card
from bot.cards.limits import QUESTION
from bot.cards.phrases import Languages, Phrases
from bot.cards.saying import listed, typed
from bot.cards.vain import asked_in_vain
from knowledge.answering.contents import warnings_of
from knowledge.answering.official import official_ratings
from knowledge.answering.suitability import usual_age
from knowledge.answers import Answer, NoFilmNamed, NoSuchFilm, Ratings, WhichFilm
from knowledge.guide import Guide, Reply
from knowledge.questions import Intent, Question
from knowledge.titles.decision import Decided, Decision
from knowledge.titles.films import Film


@dataclass(frozen=True, slots=True)
class Cards:
    """What to send, and the film that was spoken of, if one was certain."""

    cards: tuple[Card, ...]
    film: str | None = None
    question: Question | None = None
    """The question that was answered, so that it can be asked again of another film."""

    @property
    def open(self) -> "Cards":
        """The same for all to see: nothing is left to share."""
        cards = (replace(card, presses=_without(card, Does.SHARE)) for card in self.cards)
        return replace(self, cards=tuple(cards))

    @property
    def alone(self) -> "Cards":
        """The same for a direct message: nobody is there to hear of faults and wishes."""
        cards = (replace(card, presses=_without(card, Does.WRONG, Does.NOTIFY)) for card in self.cards)
        return replace(self, cards=tuple(cards))

    @property
    def in_private(self) -> "Cards":
        """The same for the asker alone."""
        return replace(self, cards=tuple(replace(card, private=True) for card in self.cards))

    @property
    def missed(self) -> str | None:
        """A title that was asked for in vain."""
        return next((card.missed for card in self.cards if card.missed), None)

    @property
    def private(self) -> bool:
        """Whether one of them speaks of a child's age."""
        return any(card.private for card in self.cards)


class Desk:
    """The guide and the languages it answers in."""

    def __init__(self, guide: Guide, languages: Languages) -> None:
        self.guide = guide
        self._languages = languages

    def say(self, locale: str) -> Phrases:
        """The phrases for a locale."""
        return self._languages[locale]

    def asked(self, text: str, context: str | None, locale: str, last: Question | None = None) -> Cards:
        """The cards for a question in a parent's words, in the language it was asked in.

        `locale` is for words that tell no language. What is too long is not read: its end may change all.
        """
        if len(text) > QUESTION:
            return Cards((Card(None, (self.say(locale)("reply.too_long", most=QUESTION),)),))
        reply = self.guide.ask(text, context, last)
        say = self.say(reply.reading.language or locale)
        cards = [self._draw(question, answer, say) for question, answer in reply.answers]
        film = reply.reading.movie
        if film is not None:
            cards[0] = _explained(cards[0], reply, say)
        beside = [aside_card(reply.aside, say)] if reply.aside else []
        return Cards((*beside, *cards), film.id if film else None, reply.answers[0][0])

    def question(self, question: Question, locale: str) -> Cards:
        """The card for a question that a button carried."""
        card = self._draw(question, self.guide.answer(question), self.say(locale))
        return Cards((card,), question.movie, question)

    def film(self, typed_title: str, locale: str, about: Question | None = None) -> Cards:
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
                return Cards((which_card(WhichFilm(typed_title, films), about, say),))
            case Decided.NONE:
                asked = about or Question(Intent.WARNINGS_OVERVIEW)
                return Cards((self._draw(asked, NoSuchFilm(typed_title), say),))

    def none_of_these(self, sought: str, locale: str, *, counted: bool) -> Cards:
        """For whoever meant none of the films offered; `counted`: the server hears what is missed."""
        say = self.say(locale)
        if not sought:
            return Cards((no_film_card(NoFilmNamed(Intent.UNKNOWN), say),))
        answer = NoSuchFilm(sought)
        return Cards((asked_in_vain(other_card(answer, say, counted=counted), answer, say),))

    def help(self, locale: str) -> Card:
        """What Usher can do."""
        return help_card(self.say(locale))

    def film_id(self, typed_title: str) -> str | None:
        """The id of the film that a title certainly means."""
        film = self.guide.titles.named(typed_title)
        if film is not None:
            return film.id
        decision = self.guide.find(typed_title)
        return decision.matches[0].film.id if decision.decided is Decided.ACCEPT else None

    def ages(self, text: str, about: Question, locale: str) -> Cards:
        """The verdict for ages typed into the form; what is no age gets a kind question back."""
        read = self.guide.ages(text)
        if not read:
            return Cards((Card(None, (self.say(locale)("form.age_again"),)),), about.movie)
        return self.question(replace(about, ages=read), locale)

    def hello(self, locale: str) -> Card:
        """For an empty mention."""
        return Card(None, (self.say(locale)("reply.mention_hint"),))

    def by_role(self, me: str, locale: str) -> Card:
        """For a mention of the role that came with us; `me` is how to mention us."""
        return Card(None, (self.say(locale)("reply.role_hint", me=me),))

    def unheard(self, film: str | None, locale: str) -> Card:
        """For a reply whose text Discord did not give us: one line, and the button that helps."""
        say = self.say(locale)
        ask = Press(say("button.ask"), Does.ASK, Question(Intent.UNKNOWN, film))
        return Card(None, (say("reply.card_only"),), presses=(ask,))

    def _accepted(self, decision: Decision, about: Question | None, say: Phrases) -> Cards:
        best, *others = decision.matches
        found = self._of(best.film, about, say)
        card = found.cards[0]
        if not best.exact:
            card = card.noting(say("film.closest", typed=typed(decision.query)))
        card = card.offering(*choices(tuple(match.film for match in others), about))
        return replace(found, cards=(card, *found.cards[1:]))

    def _of(self, film: Film, about: Question | None, say: Phrases) -> Cards:
        movie = self.guide.library.get(film.id)
        if movie is None or about is not None:
            question = replace(about, movie=film.id) if about else Question(Intent.WARNINGS_OVERVIEW, film.id)
            return Cards((self._draw(question, self.guide.answer(question), say),), film.id)
        vocabulary = self.guide.library.vocabulary
        usual = usual_age(movie, vocabulary)
        ratings = Ratings(movie, official_ratings(movie, vocabulary), usual)
        return Cards((film_card(movie, ratings, warnings_of(movie, vocabulary), say),), film.id)

    def _draw(self, question: Question, answer: Answer, say: Phrases) -> Card:
        card = draw(answer, question, say, self.guide.library.vocabulary.topics)
        return asked_in_vain(card, answer, say)


def _without(card: Card, *does: Does) -> tuple[Press, ...]:
    return tuple(press for press in card.presses if press.does not in does)


def _explained(card: Card, reply: Reply, say: Phrases) -> Card:
    """The card with how the question was understood, where not plain, and other films it may mean."""
    reading = reply.reading
    question = reply.answers[0][0]
    if reading.movie and not reading.plain:
        ages = listed((str(age) for age in question.ages), say("list.and"))
        key = "film.taking_ages" if ages else "film.taking"
        card = card.noting(say(key, heading=label(reading.movie), ages=ages))
    return card.offering(*choices(reading.candidates, question))
