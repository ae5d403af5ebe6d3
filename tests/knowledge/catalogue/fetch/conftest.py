"""A fetch against services on the loopback, with a clock that nobody waits for."""

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.fetch.fetcher import Fetch
from knowledge.catalogue.fetch.progress import FOLDER, fetched, half_there
from knowledge.catalogue.fetch.web import Manners, Progress, Web
from knowledge.catalogue.kept_index import known_film
from tests.films import NO_FILMS
from tests.knowledge.catalogue.fetch.services import Services, serving

CODES = {
    "FSK": ("0", "6", "12", "16", "18"),
    "BBFC": ("U", "PG", "12A", "12", "15", "18"),
    "MPA": ("G", "PG"),
}
NOW = 1_800_000_000.0
"""15 January 2027, 08:00 GMT."""


@dataclass(slots=True)
class Clock:
    """Nobody waits: the time goes on by what somebody would have waited."""

    time: float = NOW
    slept: list[float] = field(default_factory=list[float])

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def now(self) -> float:
        return self.time


@dataclass(slots=True)
class Home:
    """A folder of data with a catalogue of one film, and the services it fetches from."""

    folder: Path
    services: Services
    clock: Clock
    new_web: Callable[[], Web]
    shown: list[tuple[str, float]]

    @property
    def catalogue(self) -> Path:
        return self.folder / "catalogue"

    async def fetch(self, *, imdb: bool = True) -> None:
        """What `usher catalogue fetch` does, without the command line."""
        url = self.services.url
        job = Fetch(f"{url}/sparql", url if imdb else None, self.folder, self.catalogue, CODES, NO_FILMS)
        with half_there(self.folder) as folder:
            async with self.new_web() as web:
                files = await job.bring(web, folder, self.stage)
            job.take(files, self.stage)

    def stage(self, name: str) -> Progress:
        return lambda part: self.shown.append((name, part))

    def votes(self, film: str) -> int | None:
        known = known_film(self.catalogue, film)
        return known.votes if known else None

    @property
    def as_it_was(self) -> bool:
        """Whether the catalogue holds its one film and nothing else."""
        others = ("tt0113277", "tt2380307", "tt0114709")
        return self.votes("tt0211915") == 5 and not any(map(self.votes, others))


@pytest.fixture
async def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Home]:
    monkeypatch.setenv("NO_PROXY", "*")
    clock = Clock()

    def new_web() -> Web:
        return Web(Manners("Usher/test", whole=0.5, silence=0.5), clock.sleep, clock.now, lambda: 0.5)

    async with serving() as services:
        old = tmp_path / "old.tsv"
        old.write_text("id\ttitle\tyear\tvotes\ntt0211915\tAmélie\t2001\t5\n", encoding="utf-8")
        home = Home(tmp_path / "data", services, clock, new_web, [])
        import_catalogue(old, home.catalogue, lambda _: None, {}, NO_FILMS)
        yield home


def assert_all(home: Home) -> None:
    """All films are in the catalogue, and nothing half there is left."""
    assert (home.votes("tt0211915"), home.votes("tt0114709"), home.votes("tt2380307")) == (
        800_000,
        1_100_000,
        4_000,
    )
    coco = known_film(home.catalogue, "tt2380307")
    assert coco is not None
    assert (coco.title, coco.year, coco.runtime, coco.ratings) == (
        "Coco",
        2017,
        102,
        (("FSK", "0", "wikidata"),),
    )
    assert "Coco – Lebendiger als das Leben!" in coco.names
    assert not (home.folder / FOLDER).exists()
    assert fetched(home.folder).last is not None
