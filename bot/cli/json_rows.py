"""What the guide answers, as rows for JSON: the shapes that scripts rely on."""

from bot.cli.batch import Row
from bot.cli.find_command import film_row
from bot.film.draw import draw
from bot.ui.markdown import SPOILER, unmarked
from bot.ui.phone import LINES
from bot.ui.phrases import ENGLISH, Languages, Phrases
from knowledge.answers import Answer, NoGuide, Suitability
from knowledge.guide import Guide, Response
from knowledge.questions import Question


def reply_row(reply: Response, guide: Guide, languages: Languages) -> Row:
    """{"question", "answer"}; a message with two questions has the others under "also"."""
    reading = reply.reading
    say, lines = languages[reading.language or ENGLISH], LINES // len(reply.answers)
    (question, answer), *others = reply.answers
    also = [
        {"intent": other.intent.value, "answer": answer_row(given, other, guide, say, lines)}
        for other, given in others
    ]
    asked = {
        "text": reading.text,
        "intent": question.intent.value,
        "movie": film_row(reading.movie) if reading.movie else None,
        "match": reading.match,
        "candidates": [film_row(film) for film in reading.candidates],
        "ages": list(question.ages),
        "topics": list(question.topics),
    }
    row = {"question": asked, "answer": answer_row(answer, question, guide, say, lines)}
    return {**row, "also": also} if also else row


def answer_row(answer: Answer, question: Question, guide: Guide, say: Phrases, lines: int) -> Row:
    """{"kind", "verdict", "text"}; the verdict is that of the youngest child. Pages elsewhere are "links"."""
    verdicts = answer.verdicts if isinstance(answer, Suitability | NoGuide) else ()
    card = draw(answer, question, say, guide.library.vocabulary.topics, lines)
    row: Row = {
        "kind": _kind(answer),
        "verdict": verdicts[0].verdict.value if verdicts else None,
        "text": plain(card.text),
    }
    links = {plain(link.label): link.url for link in card.links}
    return {**row, "links": links} if links else row


def _kind(answer: Answer) -> str:
    """`NotRecorded` is `not_recorded`."""
    name = type(answer).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


def plain(text: str) -> str:
    """A card's text without Discord's marks; spoilers stay hidden."""
    return unmarked(SPOILER.sub("[spoiler hidden]", text))
