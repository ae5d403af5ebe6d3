"""The `usher` command; the one place where things are built and joined."""

import asyncio
import contextlib
import logging
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from knowledge.understanding.understand import Understanding
from pydantic import ValidationError

from bot.cards.phrases import Languages
from bot.client import Usher
from bot.console import asking, checking
from bot.conversation import Clock, Conversation
from bot.desk import Desk
from bot.settings import Settings
from knowledge.curation.faults import Faulty
from knowledge.curation.shipped import read_library
from knowledge.guide import Guide, film_of
from knowledge.titles.titles import Titles

try:
    from bot import playground
except ModuleNotFoundError:  # simcord is an extra; only the playground needs it
    playground = None


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command. Exit codes: 0 done, 1 faults found, 2 asked wrongly."""
    given = _parser().parse_args(arguments)
    try:
        sys.exit(_run(given))
    except Faulty as faulty:
        print(faulty, file=sys.stderr)
        sys.exit(1)


def build_guide() -> Guide:
    """The shipped guide."""
    library = read_library()
    titles = Titles.of(film_of(movie) for movie in library.movies.values())
    return Guide(library, titles, Understanding(titles, library.vocabulary))


def build_bot(guide: Guide, clock: Clock = time.monotonic) -> Usher:
    """The bot over a guide."""
    return Usher(Desk(guide, Languages()), Conversation(clock))


def _run(given: Namespace) -> int:
    match given.command:
        case "find":
            return asking.find(build_guide(), given)
        case "ask":
            return asking.ask(build_guide(), Languages()["en"], given)
        case "check":
            return checking.check(given.paths)
        case _:
            return _serve(given.command)


def _serve(command: str | None) -> int:
    try:
        settings = Settings()
    except ValidationError as error:
        return _refuse(
            "\n".join(f"{one['loc'][0]}: {one['msg']}" for one in error.errors(include_input=False))
        )
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    token = settings.discord_token
    if command == "playground" or (command is None and token is None):
        return _play(settings)
    if token is None:
        return _refuse("set DISCORD_TOKEN in .env or the environment (see README), or run `usher playground`")
    build_bot(build_guide()).run(token.get_secret_value(), log_handler=None)
    return 0


def _play(settings: Settings) -> int:
    if playground is None:
        return _refuse("the playground is an extra: pip install 'usher[playground]'; or set DISCORD_TOKEN")
    guide = build_guide()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(playground.play(lambda: build_bot(guide), settings.playground_port, playground.tell))
    return 0


def _refuse(why: str) -> int:
    print(f"usher: {why}", file=sys.stderr)
    return 2


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="usher", description="Answers parents' questions about movies, on Discord.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("run", help="run on Discord, with DISCORD_TOKEN")
    commands.add_parser("playground", help="the same bot in a local browser page, without a token")
    find = commands.add_parser("find", help="which film is meant by a title")
    ask = commands.add_parser("ask", help="answer a question in a parent's words")
    ask.add_argument("--context", metavar="TITLE", help="the film of the conversation, as Title (Year)")
    for command in (find, ask):
        command.add_argument("--json", action="store_true", help="the answer as JSON")
        command.add_argument("--batch", metavar="FILE", help="one JSON object a line, - for standard input")
        command.add_argument("text", nargs="*")
    check = commands.add_parser("check", help="check the guide's files")
    check.add_argument("paths", nargs="*", metavar="PATH")
    return parser


if __name__ == "__main__":
    main()
