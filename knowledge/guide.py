"""The guide as one would use it: typed text in, answers out. Joins the rooms; decides nothing itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from knowledge.answering.answer import answer
from knowledge.answering.board_only import board_only
from knowledge.answers import Answer, Aside, Comparison, NoGuide, NoSuchFilm, WhichFilm
from knowledge.catalogue.store import Known
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.reading import Reading
from knowledge.reviews.groups import FilmReviews
from knowledge.titles.decision import Decision
from knowledge.titles.films import Film
from knowledge.titles.folding import fold
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding

LookUp = Callable[[str], Known | None]
"""What the catalogue knows of a film that has no guide."""


def _nothing(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Response:
    """How a text was understood, and each of its questions with its answer."""

    reading: Reading
    answers: tuple[tuple[Question, Answer], ...]
    aside: Aside | None = None
    """What is to be said beside the answers, such as where to find help."""


def _words(movie: Movie) -> frozenset[str]:
    """What belongs to a film when it is spoken of: its people, and what its entry tells."""
    prose = (movie.story, movie.parents_need_to_know, *movie.findings)
    told = (text for part in prose if part for text in (part.says, part.detail) if text)
    texts = (movie.pitch, *movie.directors, *movie.cast, *movie.talk_about, *told)
    return frozenset(word for text in texts if text for word in fold(text).split())


@dataclass(frozen=True, slots=True)
class Indexed:
    """A library with its films laid over the catalogue: what one that differs little is made from."""

    library: Library
    titles: Titles

    def compacted(self) -> "Indexed":
        """The same, quicker to look up in; see `Titles.settled`."""
        return replace(self, titles=self.titles.compacted())


class Guide:
    """A library, the films that can be named, and the reading of questions about them."""

    def __init__(
        self,
        library: Library,
        titles: Titles,
        understanding: Understanding,
        country: str = "US",
        look_up: LookUp = _nothing,
    ) -> None:
        self.library = library
        self.titles = titles
        self.understanding = understanding
        self._country = country
        self._look_up = look_up

    def hearing(self, families: Mapping[str, FilmReviews]) -> "Guide":
        """The same entries and titles, with what these families say."""
        told = self.library.with_families(families)
        return Guide(told, self.titles, self.understanding, self._country, self._look_up)

    @property
    def laid(self) -> Indexed:
        """From which the guide over a changed library is made."""
        return Indexed(self.library, self.titles)

    def find(self, text: str) -> Decision:
        """Which film is meant by a title."""
        return self.titles.find(text)

    def ask(self, text: str, context: str | None = None, last: Question | None = None) -> Response:
        """The answers to all that a text asks.

        `context` is the id of the conversation's film, `last` the question that was asked before.
        """
        film = self.titles.named(context) if context else None
        entry = self.library.movies.get(context or "")
        reading = _again(self.understanding.read(text, film, _words(entry) if entry else ()), last)
        answers = [(question, self._reply(question, reading)) for question in reading.questions]
        answers += [(Question(reading.questions[0].intent), NoSuchFilm(title)) for title in reading.missed]
        beside = reading.aside is not None and not any(isinstance(said, Aside) for _, said in answers)
        return Response(reading, tuple(answers), Aside(reading.aside) if beside and reading.aside else None)

    def ages(self, text: str) -> tuple[int, ...]:
        """The ages, in years, that a line typed into a form names."""
        return self.understanding.read(f"is it ok for {text}").ages

    def answer(self, question: Question) -> Answer:
        """The answer to one question, as a button carries it."""
        if question.movie is None or question.movie in self.library.movies:
            return self._with_others(answer(question, self.library, self._country), question)
        film = self.titles.named(question.movie)
        if film is None:
            return NoSuchFilm(question.movie)
        guided = [one for one in question.others if one in self.library.movies]
        if guided:  # Of two films of which one has a guide, that one can be spoken of.
            others = (film.id, *(one for one in question.others if one != guided[0]))
            return self.answer(replace(question, movie=guided[0], others=others))
        if film.id in self.library.movies:  # A button of days gone by may carry the id that it had before.
            return self.answer(replace(question, movie=film.id))
        return self._with_others(self._without_guide(film, question), question)

    def _with_others(self, found: Answer, question: Question) -> Answer:
        """A comparison with what there is of the films that have no guide; another answer as it is."""
        if question.intent is not Intent.COMPARE or not isinstance(found, Comparison | NoGuide):
            return found
        named = (self.titles.named(one) for one in question.others if one not in self.library.movies)
        return replace(found, beside=tuple(self._without_guide(film, question) for film in named if film))

    def _without_guide(self, film: Film, question: Question) -> NoGuide:
        return board_only(question, film, self._look_up(film.id), self.library, self._country)

    def _reply(self, question: Question, reading: Reading) -> Answer:
        if question.movie is not None:
            return self.answer(question)
        if reading.candidates:
            return WhichFilm(reading.sought or "", reading.candidates)
        if reading.aside is not None:
            return Aside(reading.aside)
        if reading.sought is not None:
            return NoSuchFilm(reading.sought)
        return self.answer(question)


def _again(reading: Reading, last: Question | None) -> Reading:
    """The reading, with what it leaves to the last question.

    Where the text only says which film was meant, or asks why, the last question is asked again; who asks
    for another film asks for the same children.
    """
    if last is None or reading.movie is None:
        return reading
    if reading.corrects or reading.asks_why:
        return replace(reading, questions=(replace(last, movie=reading.movie.id),))
    return replace(reading, questions=tuple(_same_children(one, last) for one in reading.questions))


def _same_children(question: Question, last: Question) -> Question:
    """Another film is for the children that were spoken of, where the question names none."""
    other = question.intent is Intent.SUITABILITY and question.movie != last.movie
    asks = other or (question.intent is Intent.ALTERNATIVES and question.movie == last.movie)
    return replace(question, ages=last.ages) if asks and not question.ages else question
