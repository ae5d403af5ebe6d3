"""usher eval: how well questions and titles are understood."""

import sys
import tomllib
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from bot.cli.environment import read_settings
from bot.guide_factory import shipped_guide
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.evaluation.corpus import Case, other_cases, own_cases
from knowledge.evaluation.judgement import Judged, evaluate, table
from knowledge.guide import Guide
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import read_learned
from knowledge.understanding.understand import Understanding

OUR_FILMS = "films.toml"
"""Beside our own cases: the films that they may name."""


def evaluate_files(given: Namespace) -> int:
    """Prints the table for each file or folder. Exit code 1 where a file of our own has a miss."""
    guide, code = shipped_guide(read_settings().catalogue), 0
    for path in map(Path, given.files):
        if not path.exists():
            print(f"usher eval: there is no {path}", file=sys.stderr)
            return 2
        judged = _judged(guide, path)
        print(table(judged))
        code |= path.suffix != ".jsonl" and any(one.misses for one in judged)
    return int(code)


def _judged(guide: Guide, path: Path) -> tuple[Judged, ...]:
    if path.suffix == ".jsonl":
        return evaluate(other_cases(path), guide.understanding, guide.titles)
    folder = path if path.is_dir() else path.parent
    files = sorted(folder.glob("*.toml")) if path.is_dir() else [path]
    titles = Titles.of(_our_films(folder / OUR_FILMS))
    vocabulary = read_vocabulary()
    understanding = Understanding(titles, vocabulary, read_learned(vocabulary))
    cases: Iterable[Case] = own_cases(file for file in files if file.name != OUR_FILMS)
    return evaluate(cases, understanding, titles)


def _our_films(path: Path) -> list[Film]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["films"]
    return [
        Film(f"{row['title']} {row['year']}", row["title"], row["year"], tuple(row["names"]), row["votes"])
        for row in rows
    ]
