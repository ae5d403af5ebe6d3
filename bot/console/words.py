"""The words of the command line: each command, what it is for, and what it takes."""

from argparse import ArgumentParser
from typing import Any

from knowledge.curation.exporting import FORMATS

Taken = tuple[str, dict[str, Any]]
"""An argument's name and argparse's options for it."""

BATCH: Taken = ("--batch", {"metavar": "FILE", "help": "one JSON object a line, - for standard input"})
JSON: Taken = ("--json", {"action": "store_true", "help": "the answer as JSON"})
TEXT: Taken = ("text", {"nargs": "*"})
SERVER: Taken = ("--server", {"type": int, "metavar": "ID", "help": "a server's own entries"})

COMMANDS: dict[str, tuple[str, tuple[Taken, ...]]] = {
    "run": ("run on Discord, with DISCORD_TOKEN", ()),
    "playground": ("the same bot in a local browser page, without a token", ()),
    "find": ("which film is meant by a title", (JSON, BATCH, TEXT)),
    "ask": (
        "answer a question in a parent's words",
        (
            JSON,
            BATCH,
            ("--context", {"metavar": "TITLE", "help": "the film of the conversation, as Title (Year)"}),
            TEXT,
        ),
    ),
    "check": ("check the guide's files", (("paths", {"nargs": "*", "metavar": "PATH"}),)),
    "export": (
        "write entries to files",
        (
            SERVER,
            ("--shared", {"action": "store_true", "help": "what was approved for the shared guide"}),
            ("--format", {"choices": tuple(FORMATS), "default": "toml"}),
            ("--to", {"metavar": "FOLDER", "default": ".", "help": "where the files go"}),
            ("movies", {"nargs": "*", "metavar": "ID", "help": "only these entries"}),
        ),
    ),
    "import": (
        "take entries from a TOML, JSON or CSV file; shows the difference first",
        (
            SERVER,
            ("--yes", {"action": "store_true", "help": "make the change that is shown"}),
            ("file", {"metavar": "FILE"}),
        ),
    ),
    "eval": (
        "how well questions are understood, on cases of ours (.toml) or others (.jsonl), with the misses",
        (("files", {"nargs": "*", "metavar": "FILE", "default": ["tests/questions"]}),),
    ),
    "bench": (
        "measure beside the usual ways: titles, or whole questions",
        (
            ("what", {"choices": ("titles", "bot")}),
            ("--titles", {"metavar": "FILE", "help": "a file of films; without it a sample is made"}),
            ("--typed", {"metavar": "FILE", "help": "typed forms: typed, title, year, kind, by tabs"}),
            ("--size", {"type": int, "metavar": "N", "help": "make films up to so many"}),
        ),
    ),
    "catalogue": (
        "take all films that exist from a file: TSV, IMDb, TMDB or Wikidata",
        (("deed", {"choices": ("import",)}), ("file", {"metavar": "FILE"})),
    ),
    "db": (
        "upgrade, back up or restore what servers wrote",
        (
            ("deed", {"choices": ("upgrade", "backup", "restore")}),
            ("file", {"nargs": "?", "metavar": "FILE"}),
        ),
    ),
}
PURPOSE = "Answers parents' questions about movies, on Discord."


def parser() -> ArgumentParser:
    """Reads the command line. Without a command: Discord with a token, else the playground."""
    whole = ArgumentParser(prog="usher", description=PURPOSE)
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    for name, (purpose, taken) in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        for argument, options in taken:
            command.add_argument(argument, **options)
    return whole
