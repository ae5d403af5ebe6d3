"""The words of the command line: each command, what it is for, what it takes and where it is.

The commands themselves are not imported here, so that none waits for what another needs.
"""

from argparse import ArgumentParser
from dataclasses import dataclass
from typing import Any

Taken = tuple[str, dict[str, Any]]
"""An argument's name and argparse's options for it."""


@dataclass(frozen=True, slots=True)
class Command:
    """What it is for, what it takes, and the function that runs it and gives the exit code."""

    purpose: str
    runs: str
    """As `module:function`; it is given what was typed."""
    taken: tuple[Taken, ...] = ()


SERVE = "bot.console.serving:serve"
"""What runs without a command."""

BATCH: Taken = ("--batch", {"metavar": "FILE", "help": "one JSON object a line, - for standard input"})
JSON: Taken = ("--json", {"action": "store_true", "help": "the answer as JSON"})
TEXT: Taken = ("text", {"nargs": "*"})
FORMS = ("toml", "json", "csv")
"""How entries can be exported; curation knows how."""
SERVER: Taken = ("--server", {"type": int, "metavar": "ID", "help": "a server's own entries"})

COMMANDS: dict[str, Command] = {
    "run": Command("run on Discord, with DISCORD_TOKEN", SERVE),
    "playground": Command("the same bot in a local browser page, without a token", SERVE),
    "find": Command("which film is meant by a title", "bot.console.finding:find", (JSON, BATCH, TEXT)),
    "ask": Command(
        "answer a question in a parent's words",
        "bot.console.asking:ask",
        (
            JSON,
            BATCH,
            ("--context", {"metavar": "TITLE", "help": "the film of the conversation, as Title (Year)"}),
            TEXT,
        ),
    ),
    "check": Command(
        "check the guide's files",
        "bot.console.checking:check",
        (("paths", {"nargs": "*", "metavar": "PATH"}),),
    ),
    "export": Command(
        "write entries to files",
        "bot.console.keeping:keep",
        (
            SERVER,
            ("--shared", {"action": "store_true", "help": "what was approved for the shared guide"}),
            ("--format", {"choices": FORMS, "default": "toml"}),
            ("--to", {"metavar": "FOLDER", "default": ".", "help": "where the files go"}),
            ("movies", {"nargs": "*", "metavar": "ID", "help": "only these entries"}),
        ),
    ),
    "import": Command(
        "take entries from a TOML, JSON or CSV file; shows the difference first",
        "bot.console.keeping:keep",
        (
            SERVER,
            ("--yes", {"action": "store_true", "help": "make the change that is shown"}),
            ("file", {"metavar": "FILE"}),
        ),
    ),
    "eval": Command(
        "how well questions are understood, on cases of ours (.toml) or others (.jsonl), with the misses",
        "bot.console.measuring:evaluate_files",
        (("files", {"nargs": "*", "metavar": "FILE", "default": ["tests/questions"]}),),
    ),
    "bench": Command(
        "measure beside the usual ways: titles, or whole questions",
        "bot.console.measuring:bench",
        (
            ("what", {"choices": ("titles", "bot")}),
            ("--titles", {"metavar": "FILE", "help": "a file of films; without it a sample is made"}),
            ("--typed", {"metavar": "FILE", "help": "typed forms: typed, title, year, kind, by tabs"}),
            ("--size", {"type": int, "metavar": "N", "help": "make films up to so many"}),
        ),
    ),
    "catalogue": Command(
        "take all films that exist from a file: TSV, IMDb, TMDB or Wikidata",
        "bot.console.cataloguing:take",
        (("deed", {"choices": ("import",)}), ("file", {"metavar": "FILE"})),
    ),
    "db": Command(
        "upgrade, back up or restore what servers wrote",
        "bot.console.keeping:keep",
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
    for name, command in COMMANDS.items():
        words = commands.add_parser(name, help=command.purpose, description=command.purpose)
        for argument, options in command.taken:
            words.add_argument(argument, **options)
    return whole
