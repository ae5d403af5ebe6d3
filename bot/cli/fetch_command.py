"""usher catalogue fetch: every film that exists, from Wikidata and, if its terms are agreed to, from IMDb."""

import asyncio
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from bot.cli.catalogue_command import told
from bot.cli.environment import read_settings
from bot.cli.error_lines import line
from bot.cli.progress_bar import bar
from bot.settings import Environment
from knowledge.catalogue.fetch.fetcher import Fetch
from knowledge.catalogue.fetch.imdb import TERMS
from knowledge.catalogue.fetch.progress import fetched, half_there, keep
from knowledge.catalogue.fetch.refusals import Unfetched
from knowledge.catalogue.fetch.web import Manners, Progress, Web
from knowledge.curation.shipped_guide import read_vocabulary

QUESTION = f"""\
IMDb lets its public data sets be used for personal and non-commercial purposes:
{TERMS}
With them Usher knows more films, and which are well known. Take them too, under these terms? [y/N] """
WITHOUT = "Without IMDb's data sets, whose terms nobody has agreed to yet (--yes does)."


def fetch(given: Namespace, new_web: Callable[[Manners], Web] = Web) -> int:
    """Fetches and takes all films. Exit code 1 where that could not be done; the old catalogue stays."""
    settings = read_settings()
    try:
        _bring(settings, _agreed(settings.data_dir, yes=given.yes), new_web)
    except (Unfetched, OSError) as error:
        why = line(error) or str(error)
        print(f"usher catalogue: {why}; the catalogue is as it was", file=sys.stderr)
        print("Run the command again later; it goes on where it stopped.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; run the command again to go on from here.", file=sys.stderr)
        return 1
    return 0


def _bring(settings: Environment, imdb: bool, new_web: Callable[[Manners], Web]) -> None:
    codes = {board.id: tuple(board.codes) for board in read_vocabulary().boards.values()}
    address = settings.imdb_url if imdb else None
    job = Fetch(settings.wikidata_url, address, settings.data_dir, settings.catalogue, codes)
    with half_there(settings.data_dir) as folder:
        files = asyncio.run(_files(job, new_web(Manners(_agent(settings.contact))), folder))
        for one in job.take(files, _stage):
            print("\n".join(told(one)))
    print("Usher can name these films now; while it runs it takes them within a minute.")


async def _files(job: Fetch, web: Web, folder: Path) -> list[Path]:
    async with web:
        return await job.bring(web, folder, _stage)


def _agreed(home: Path, *, yes: bool) -> bool:
    """Whether IMDb's terms are agreed to: asked once, where somebody can answer."""
    said = fetched(home)
    if yes or (said.imdb is None and sys.stdin.isatty()):
        answer = yes or input(QUESTION).strip().casefold() in ("y", "yes")
        said = said.model_copy(update={"imdb": answer})
        keep(home, said)
    if said.imdb is None:
        print(WITHOUT, file=sys.stderr)
    return bool(said.imdb)


def _agent(contact: str) -> str:
    """Who asks, as Wikidata's rules want it."""
    about = "a Discord bot that answers parents' questions about movies"
    return f"Usher/{version('usher')} ({'; '.join(filter(None, (about, contact)))})"


def _stage(name: str) -> Progress:
    if sys.stderr.isatty():
        print(name, file=sys.stderr)
    return bar()
