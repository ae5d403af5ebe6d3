"""usher new: the file of a new entry, with what is known of the film in it."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from bot.cli.environment import read_settings
from bot.cli.error_lines import UsageError
from bot.titles_factory import shipped_titles
from knowledge.catalogue.kept_index import known_of
from knowledge.catalogue.store import Known
from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.curation.skeleton import skeleton
from knowledge.titles.decision import Decided
from knowledge.titles.folding import fold, slug


def new(given: Namespace) -> int:
    """Writes it, never over another. Raises OSError, UsageError."""
    title, year = " ".join(given.title.split()), int(given.year)
    if not fold(title):
        raise UsageError('a title has letters or digits, such as: usher new "My Film" 2024')
    folder = Path(given.to) if given.to else DATA / "movies"
    file = folder / f"{slug(title, year)}.toml"
    text = skeleton(title, year, _known(title, year), read_vocabulary(), date.today())
    folder.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as written:
        written.write(text)
    print(f"{file} is written. Fill it in, then: usher check {file}; usher preview {file}")
    return 0


def _known(title: str, year: int) -> Known | None:
    """What the catalogue knows of the film with just this title and year."""
    catalogue = read_settings().catalogue
    decision = shipped_titles(catalogue).find(f"{title} ({year})")
    film = decision.matches[0].film if decision.decided is Decided.ACCEPT else None
    return known_of(film, catalogue) if film and film.year == year else None
