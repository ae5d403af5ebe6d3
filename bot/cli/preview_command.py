"""usher preview: an entry as parents will see it, in the terminal or as a picture."""

import sys
from argparse import Namespace
from pathlib import Path

from bot.cli.json_rows import plain
from bot.film.draw import draw
from bot.ui.card import Card
from bot.ui.phrases import ENGLISH, Languages
from knowledge.answering.answer import answer
from knowledge.curation.entry_checks import check_entry
from knowledge.curation.shipped_guide import DATA, read_entries, read_vocabulary
from knowledge.curation.toml_models import read_movie
from knowledge.library import Library
from knowledge.questions import Intent, Question


def preview(given: Namespace) -> int:
    """Shows the film at a glance, or for the ages the verdict. Raises Faulty, OSError."""
    file, library = Path(given.file), guide_beside()
    movie = read_movie(file.read_text(encoding="utf-8"), file.name)
    for fault in check_entry(movie, library.vocabulary, file.name):
        print(fault, file=sys.stderr)
    ages = tuple(sorted(set(given.ages or ())))
    question = Question(Intent.SUITABILITY if ages else Intent.UNKNOWN, movie.id, ages)
    shelf = library.with_entries([movie])
    card = draw(answer(question, shelf), question, Languages()[ENGLISH], shelf.vocabulary.topics)
    if given.png:
        from bot.cli.card_picture import picture  # noqa: PLC0415 - optional extra

        picture(card).save(given.png, "PNG")
        print(f"{given.png} is written")
    else:
        print(_in_a_frame(card))
    return 0


def guide_beside(data: Path = DATA) -> Library:
    """The guide without files that cannot be read yet: somebody has begun them."""
    vocabulary = read_vocabulary(data)
    entries, _ = read_entries(sorted((data / "movies").glob("*.toml")), vocabulary)
    return Library.of((movie for _, movie in entries), vocabulary)


def _in_a_frame(card: Card) -> str:
    """The text of the card, and its buttons in brackets."""
    buttons = " ".join(f"[{button.label}]" for button in card.buttons)
    return "\n".join([*(f"│ {line}" for line in plain(card.text).splitlines()), f"│ {buttons}"])
