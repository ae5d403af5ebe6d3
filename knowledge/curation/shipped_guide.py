"""The guide that comes with Usher: the files under knowledge/data into a library."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from knowledge.curation.entry_checks import check_entry, check_together
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.toml_models import read_movie, read_toml, shape
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.strict_model import StrictModel
from knowledge.things import Things
from knowledge.vocabulary import Audience, Board, Topic, Vocabulary

DATA = Path(__file__).parents[1] / "data"

M = TypeVar("M", bound=StrictModel)


def read_vocabulary(data: Path = DATA) -> Vocabulary:
    """The words of the guide. Raises Faulty."""
    topics = _tables(Topic, data / "topics.toml")
    boards = _tables(Board, data / "boards.toml")
    things = Things.of(**_toml(data / "things.toml"))
    themes = Things.of(_toml(data / "themes.toml")["themes"], people={})
    countries = Things.of(_toml(data / "countries.toml")["countries"], people={})
    audience = shape(Audience, _toml(data / "audience.toml"), "audience.toml")
    return Vocabulary(topics, boards, things, themes, audience, countries)


def read_refused(data: Path = DATA) -> tuple[str, ...]:
    """The hosts that no entry of the guide may cite."""
    return tuple(_toml(data / "refused_sources.toml")["hosts"])


def read_library(data: Path = DATA) -> Library:
    """The whole shipped guide. Raises Faulty with every fault of every file."""
    vocabulary = read_vocabulary(data)
    entries, faults = read_entries(sorted((data / "movies").glob("*.toml")), vocabulary)
    if faults:
        raise Faulty(faults)
    return Library.of((movie for _, movie in entries), vocabulary)


def read_entries(
    paths: Iterable[Path], vocabulary: Vocabulary, beside: Iterable[str] = ()
) -> tuple[list[tuple[str, Movie]], list[Fault]]:
    """The entries of these files as (file, entry), and every fault found in them.

    `beside` are the ids of other entries, to which these may point.
    """
    entries: list[tuple[str, Movie]] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            movie = read_movie(path.read_text(encoding="utf-8"), path.name)
        except UnicodeDecodeError as error:
            faults.append(Fault(path.name, f"byte {error.start}", problem("not_utf8")))
        except Faulty as faulty:
            faults.extend(faulty.faults)
        else:
            if path.stem != movie.id:
                faults.append(Fault(path.name, "id", problem("file_name", name=f"{movie.id}.toml")))
            faults.extend(check_entry(movie, vocabulary, path.name))
            entries.append((path.name, movie))
    faults.extend(check_together(entries, beside))
    return entries, faults


def _toml(path: Path) -> dict[str, Any]:
    return read_toml(path.read_text(encoding="utf-8"), path.name)


def _tables(model: type[M], path: Path) -> dict[str, M]:
    """One model for each table of the file, by the table's name, which is its id."""
    tables = _toml(path)
    return {name: shape(model, {"id": name, **table}, path.name, (name,)) for name, table in tables.items()}
