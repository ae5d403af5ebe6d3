"""usher catalogue fetch as it is typed, its renewal while the bot runs, and what a start without one says."""

import asyncio
import json
import logging
import os
import sys
from asyncio.subprocess import PIPE
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.background import meanwhile
from bot.cli.catalogue_renewal import AGAIN, fetch_beside, hint, renew
from bot.cli.progress_bar import bar
from bot.settings import Environment
from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.fetch.progress import Fetched, fetched, keep
from knowledge.catalogue.kept_index import known_film
from tests.films import NO_FILMS
from tests.knowledge.catalogue.fetch.services import Services, answer, serving

ROOT = Path(__file__).parents[3]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, value in {"USHER_DATA_DIR": "data", "NO_PROXY": "*", "PYTHONPATH": str(ROOT)}.items():
        monkeypatch.setenv(name, value)
    return tmp_path / "data"


def point(monkeypatch: pytest.MonkeyPatch, services: Services) -> None:
    monkeypatch.setenv("USHER_WIKIDATA_URL", f"{services.url}/sparql")
    monkeypatch.setenv("USHER_IMDB_URL", services.url)


async def typed(*words: str) -> tuple[int | None, str, str]:
    run = (sys.executable, "-m", "bot", "catalogue", *words)
    child = await asyncio.create_subprocess_exec(
        *run, stdin=asyncio.subprocess.DEVNULL, stdout=PIPE, stderr=PIPE
    )
    out, err = await child.communicate()
    return child.returncode, out.decode(), err.decode()


async def test_a_fetch_brings_the_films_and_asks_for_agreement_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USHER_CONTACT", "anna@example.org")
    async with serving() as services:
        point(monkeypatch, services)
        code, out, err = await typed("fetch")
        assert (code, "wikidata" in out, "--yes" in err) == (0, True, True)
        assert {asked.path for asked in services.asked} == {"/sparql"}
        code, out, err = await typed("fetch", "--yes")
        assert (code, "title.basics" in out, err) == (0, True, "")
        assert fetched(home).imdb
        services.asked.clear()
        code, out, err = await typed("fetch")
        assert (code, err) == (0, "")
        assert "/title.akas.tsv.gz" in {asked.path for asked in services.asked}
        assert all(
            asked.headers["user-agent"].startswith("Usher/")
            and "anna@example.org" in asked.headers["user-agent"]
            for asked in services.asked
        )
    known = known_film(home / "catalogue", "tt0211915")
    assert known is not None
    assert (known.votes, known.ratings) == (800_000, (("FSK", "6", "wikidata"),))


async def test_a_fetch_that_fails_says_one_clear_line_and_what_to_do(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving() as services:
        point(monkeypatch, services)
        services.always = lambda _: answer(b"no", "403 Forbidden")
        code, out, err = await typed("fetch", "--yes")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "usher catalogue: Wikidata answers 403 (Forbidden); the catalogue is as it was",
        "Run the command again later; it goes on where it stopped.",
    ]
    assert known_film(home / "catalogue", "tt0211915") is None


@pytest.mark.parametrize(
    ("words", "said"), [(("fetch", "films.tsv"), "films.tsv"), (("import",), "required: FILE")]
)
@pytest.mark.usefixtures("home")
async def test_what_is_asked_wrongly_is_said(words: tuple[str, ...], said: str) -> None:
    code, _, err = await typed(*words)
    assert code == 2
    assert said in err


async def test_the_renewal_is_the_same_command_beside_the_bot(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving() as services:
        point(monkeypatch, services)
        assert await fetch_beside() is None
        assert known_film(home / "catalogue", "tt2380307") is not None
        services.always = lambda _: answer(b"no", "403 Forbidden")
        assert "Wikidata answers 403" in str(await fetch_beside())


class Days:
    """Nobody waits: it is written down how long somebody would have waited, and after some waits it ends."""

    def __init__(self, most: int) -> None:
        self.waits: list[timedelta] = []
        self.done = asyncio.Event()
        self._most = most

    async def sleep(self, seconds: float) -> None:
        if len(self.waits) == self._most:
            self.done.set()
            await asyncio.Event().wait()
        self.waits.append(timedelta(seconds=round(seconds)))


def every(days: int) -> Environment:
    return Environment(catalogue_renew=days, data_dir=Path("data"))


async def test_a_renewal_that_fails_is_said_in_one_line_and_tried_again(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keep(home, Fetched(last=datetime.now(UTC) - timedelta(days=6)))
    said, days = ["Wikidata cannot be reached", None], Days(3)

    async def fetch() -> str | None:
        return said.pop(0) if said else None

    with caplog.at_level(logging.WARNING):
        async with meanwhile(renew(every(7), fetch, days.sleep)):
            await days.done.wait()
    assert timedelta(hours=23) < days.waits[0] <= timedelta(days=1)
    assert days.waits[1:] == [AGAIN, timedelta(days=7)]
    assert [record.getMessage().count("Wikidata cannot be reached") for record in caplog.records] == [1]


async def test_a_clock_that_was_years_ahead_puts_a_renewal_off_no_longer_than_usual(home: Path) -> None:
    keep(home, Fetched(last=datetime.now(UTC) + timedelta(days=4000)))
    days = Days(1)

    async def fetch() -> str | None:
        return None

    async with meanwhile(renew(every(7), fetch, days.sleep)):
        await days.done.wait()
    assert days.waits == [timedelta(days=7)]


async def test_without_the_setting_nothing_is_fetched() -> None:
    days = Days(0)
    await renew(every(0), fetch_beside, days.sleep)
    assert days.waits == []


@pytest.mark.usefixtures("home")
async def test_a_renewal_ends_with_the_bot() -> None:
    begun = asyncio.Event()

    async def fetch() -> str | None:
        begun.set()
        await asyncio.Event().wait()
        return None

    async with meanwhile(renew(every(1), fetch, lambda _: asyncio.sleep(0))):
        await begun.wait()


def test_a_start_without_a_catalogue_names_the_command_and_one_with_it_does_not(tmp_path: Path) -> None:
    said = hint(tmp_path / "catalogue")
    assert said is not None
    assert "`usher catalogue fetch`" in said
    assert "\n" not in said
    (tmp_path / "films.tsv").write_text("id\ttitle\tyear\ntt0113277\tHeat\t1995\n", encoding="utf-8")
    import_catalogue(tmp_path / "films.tsv", tmp_path / "catalogue", lambda _: None, {}, NO_FILMS)
    assert hint(tmp_path / "catalogue") is None


def test_the_bar_says_how_far_it_is_and_how_long_it_takes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    time = iter((0.0, 0.0, 60.0, 120.0))
    show = bar(lambda: next(time))
    for part in (0.5, 0.6, 1.0):
        show(part)
    last = capsys.readouterr().err.split("\r")[1:]
    assert [line.split("]")[1].strip() for line in last] == ["50%", "60%  about 4 min left", "100%"]


@pytest.mark.parametrize("columns", [10, 30, 60, 200])
def test_the_bar_stays_on_its_line_however_narrow_the_terminal(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", str(columns))
    show = bar(iter((0.0, 0.0, 60.0)).__next__)
    for part in (0.25, 0.5):
        show(part)
    drawn = capsys.readouterr().err.split("\r")[1:]
    assert all(len(line) < max(columns, 27) for line in drawn)
    assert " 50%  about 2 min left" in drawn[-1]


@pytest.mark.skipif(os.name != "posix", reason="there is no terminal to pretend elsewhere")
async def test_on_a_terminal_the_terms_are_asked_and_a_no_is_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty  # noqa: PLC0415 - only where there are terminals

    async with serving() as services:
        point(monkeypatch, services)
        ours, theirs = pty.openpty()
        run = (sys.executable, "-m", "bot", "catalogue", "fetch")
        child = await asyncio.create_subprocess_exec(*run, stdin=theirs, stdout=PIPE, stderr=PIPE)
        os.write(ours, b"n\n")
        out, _ = await child.communicate()
        os.close(ours)
        os.close(theirs)
    assert "non-commercial" in out.decode()
    assert json.loads((home / "fetched.json").read_text())["imdb"] is False
    assert {asked.path for asked in services.asked} == {"/sparql"}
