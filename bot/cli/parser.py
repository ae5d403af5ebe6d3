"""The words of the command line: each command, what it is for, what it takes and where it is.

The commands themselves are not imported here, so that none waits for what another needs.
"""

from argparse import Action, ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from bot.shards import Shards

Taken = tuple[str, dict[str, Any]]
"""An argument's name and argparse's options for it."""


@dataclass(frozen=True, slots=True)
class Command:
    """What it is for, what it takes, and the function that runs it and gives the exit code."""

    purpose: str
    runs: str
    """As `module:function`; it is given what was typed."""
    taken: tuple[Taken, ...] = ()
    parts: "Mapping[str, Command]" = field(default_factory=dict[str, "Command"])
    """Its own commands, such as `db backup`; which one was typed is `action`."""


SERVE = "bot.cli.serve:serve"
"""What runs without a command."""


def number(least: int, most: int, wanted: str) -> Callable[[str], int]:
    """Reads a whole number from least to most, or says what is wanted."""

    def read(text: str) -> int:
        if not (text.isdecimal() and least <= int(text) <= most):
            raise ArgumentTypeError(wanted)
        return int(text)

    return read


def shards(text: str) -> Shards:
    """Reads `0-15/64`."""
    try:
        return Shards.read(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


YEAR = number(1888, 2100, "a year has four digits, such as 2024")
AGE = number(0, 21, "an age is a number of years up to 21")
SERVER_ID = number(1, 2**63 - 1, "a server's ID is its long number; Discord shows it in Developer Mode")

BATCH: Taken = (
    "--batch",
    {"metavar": "FILE", "help": 'one JSON object a line, such as {"text": "coco"}; - for standard input'},
)
JSON: Taken = ("--json", {"action": "store_true", "help": "the answer as JSON"})
FORMS = ("toml", "json", "csv")
"""How entries can be exported; curation knows how."""
SERVER: Taken = ("--server", {"type": SERVER_ID, "metavar": "ID", "help": "a server's own entries"})


def text(help: str) -> Taken:  # noqa: A002 - argparse's own word
    """What is typed at the end, quoted or not."""
    return ("text", {"nargs": "*", "metavar": "TEXT", "help": help})


def file(help: str) -> Taken:  # noqa: A002 - argparse's own word
    """One file, without which the command is for nothing."""
    return ("file", {"metavar": "FILE", "help": help})


CATALOGUE, STORED = "bot.cli.catalogue_command:take", "bot.cli.database_commands:keep"
COMMANDS: dict[str, Command] = {
    "run": Command(
        "run on Discord, with DISCORD_TOKEN",
        SERVE,
        (
            (
                "--shards",
                {"type": shards, "metavar": "0-15/64", "help": "serve only these of so many shards"},
            ),
        ),
    ),
    "playground": Command("the same bot in a local browser page, without a token", SERVE),
    "doctor": Command(
        "look at token, permissions, commands, database, disk and clock, and say what to do",
        "bot.cli.doctor_command:examine",
    ),
    "find": Command(
        "which film is meant by a title",
        "bot.cli.find_command:find",
        (JSON, BATCH, text("a title, also misspelt")),
    ),
    "ask": Command(
        "answer a question in a parent's words",
        "bot.cli.ask_command:ask",
        (
            JSON,
            BATCH,
            ("--context", {"metavar": "TITLE", "help": "the film of the conversation, as Title (Year)"}),
            text("a question, such as: is coco ok for 6?"),
        ),
    ),
    "reason": Command(
        "what the reason of an official rating says, topic by topic",
        "bot.cli.reason_command:reason",
        (
            JSON,
            BATCH,
            ("board", {"nargs": "?", "help": "such as MPA, BBFC or FSK"}),
            ("code", {"nargs": "?", "help": "such as PG-13"}),
            ("reason", {"nargs": "*", "help": "the board's words"}),
        ),
    ),
    "check": Command(
        "check the guide's files",
        "bot.cli.check_command:check",
        (
            (
                "--facts",
                {"metavar": "FILE", "help": "list where a table of facts differs; by tabs, .gz as it is"},
            ),
            ("paths", {"nargs": "*", "metavar": "PATH", "help": "only these files and folders"}),
        ),
    ),
    "new": Command(
        "start the file of a new entry, with what is known of the film",
        "bot.cli.new_command:new",
        (
            ("title", {"metavar": "TITLE", "help": "the film's title, in quotes"}),
            ("year", {"metavar": "YEAR", "type": YEAR, "help": "the year it came out"}),
            ("--to", {"metavar": "FOLDER", "help": "where the file goes; else among the guide's own"}),
        ),
    ),
    "preview": Command(
        "show an entry's file as parents will see it",
        "bot.cli.preview_command:preview",
        (
            ("--ages", {"metavar": "AGE", "nargs": "*", "type": AGE, "help": "for these ages"}),
            ("--png", {"metavar": "PICTURE", "help": "as a picture instead"}),
            ("file", {"metavar": "FILE", "help": "the entry's file"}),
        ),
    ),
    "export": Command(
        "write entries to files",
        STORED,
        (
            SERVER,
            ("--shared", {"action": "store_true", "help": "what was approved for the shared guide"}),
            ("--format", {"choices": FORMS, "default": "toml", "help": "toml is one file an entry"}),
            ("--to", {"metavar": "FOLDER", "default": ".", "help": "where the files go"}),
            ("movies", {"nargs": "*", "metavar": "ID", "help": "only these entries, such as coco-2017"}),
        ),
    ),
    "import": Command(
        "take entries from a TOML, JSON or CSV file; shows the difference first",
        STORED,
        (
            SERVER,
            ("--yes", {"action": "store_true", "help": "make the change that is shown"}),
            ("file", {"metavar": "FILE", "help": "as `usher export` writes it"}),
        ),
    ),
    "eval": Command(
        "how well questions are understood, on cases of ours (.toml) or others (.jsonl), with the misses",
        "bot.cli.eval_command:evaluate_files",
        (
            (
                "files",
                {"nargs": "*", "metavar": "FILE", "default": ["tests/questions"], "help": "files or folders"},
            ),
        ),
    ),
    "catalogue": Command(
        "fetch all films that exist from Wikidata and IMDb, or take them from a file",
        CATALOGUE,
        parts={
            "fetch": Command(
                "fetch them from services",
                CATALOGUE,
                (
                    (
                        "--yes",
                        {"action": "store_true", "help": "agree to the terms of IMDb's public data sets"},
                    ),
                ),
            ),
            "import": Command(
                "take them from a file as it was downloaded; .gz as it is", CATALOGUE, (file("the file"),)
            ),
        },
    ),
    "db": Command(
        "upgrade, back up or restore what servers wrote",
        STORED,
        parts={
            "upgrade": Command("bring the tables up to date; starting the bot does it too", STORED),
            "backup": Command(
                "write all to a new file, also while the bot runs", STORED, (file("the backup to write"),)
            ),
            "restore": Command(
                "put a backup in the place of all that is there, after asking",
                STORED,
                (
                    file("the backup"),
                    ("--yes", {"action": "store_true", "help": "restore without asking"}),
                ),
            ),
        },
    ),
}


class Version(Action):
    """Says which Usher this is, looked up only when it is asked for."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        """Says it, and leaves."""
        print(f"usher {import_module('importlib.metadata').version('usher')}")
        parser.exit()


PURPOSE = "Answers parents' questions about movies, on Discord."


def parser(command: str | None = None) -> ArgumentParser:
    """Reads the command line, of which the command may be known: then how others are written need not be."""
    commands = {command: COMMANDS[command]} if command in COMMANDS else COMMANDS
    whole = ArgumentParser(prog="usher", description=PURPOSE)
    whole.add_argument("--version", action=Version, nargs=0, help="which Usher this is")
    _add(whole, commands, "command", required=False)
    return whole


def _add(to: ArgumentParser, commands: Mapping[str, Command], name: str, *, required: bool) -> None:
    """Each command with all that it takes, and its own commands below it."""
    below = to.add_subparsers(dest=name, metavar=name.upper(), required=required)
    for word, command in commands.items():
        words = below.add_parser(word, help=command.purpose, description=command.purpose)
        for argument, options in command.taken:
            words.add_argument(argument, **options)
        if command.parts:
            _add(words, command.parts, "action", required=True)
