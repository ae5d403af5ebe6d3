"""Random lives of servers against a plain model: nothing is lost, and each sees only what it should."""

import asyncio
import os
import tempfile
from collections import defaultdict
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from knowledge.curation.export import FORMATS
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.curation.upload import read_upload
from knowledge.entry import Movie, Provenance, Source, Status
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.owners import SHARED, Owner, ServerId
from knowledge.storage.revision_writer import Conflict, RefusedChange, Written
from knowledge.storage.revisions import ChangeKind, Revision, Stage, history
from knowledge.storage.storage import Storage

pytestmark = pytest.mark.prove

ROUNDS = int(os.environ.get("USHER_PROVE_LIVES", "8"))
"""USHER_PROVE_LIVES=300 for a night."""
R = TypeVar("R")

MOVIES = ("kite-2001", "owl-2002", "shared-1999")
SERVERS: tuple[Owner, ...] = (SHARED, ServerId(10), ServerId(20), ServerId(30))
server = st.sampled_from(SERVERS)
movie = st.sampled_from(MOVIES)
who = st.integers(1, 3)
VISIBLE = (Stage.PUBLISHED, Stage.CHECKED)


def entry(movie_id: str, pitch: str) -> Movie:
    return Movie(
        id=movie_id,
        title=movie_id.rpartition("-")[0].title(),
        year=int(movie_id.rpartition("-")[2]),
        pitch=pitch,
        facts_from=("us",),
        sources={"us": Source(name="Us")},
        provenance=Provenance(
            status=Status.PUBLISHED, written_by="A moderator", written_on=date(2026, 11, 1)
        ),
    )


GUIDE = Library.of([entry("shared-1999", "The guide's own.")], read_vocabulary())


class Lives(RuleBasedStateMachine):
    """Edits, reverts, imports, restarts and reads in several servers."""

    url = ""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.histories: dict[tuple[Owner, str], list[Revision]] = defaultdict(list)
        self.words = 0

    def run(self, work: Coroutine[Any, Any, R]) -> R:
        return self.runner.run(work)

    def newest(self, at: Owner, of: str) -> int:
        return len(self.histories[at, of])

    def do(self, at: Owner, change: Change) -> None:
        """Whatever comes of it, the model says whether it may have."""
        outcome = self.run(self.storage.write(at, [change]))
        before = self.histories[at, change.movie]
        match outcome:
            case Written((revision,)):
                if revision not in before:
                    assert change.based_on == len(before)
                    assert (revision.number, revision.who) == (len(before) + 1, change.who)
                    before.append(revision)
            case Conflict(yours, theirs):
                assert yours == change
                assert change.based_on != len(before)
                assert theirs == (before[-1] if before else None)
            case RefusedChange():
                assert change.based_on == len(before)
            case _:
                raise AssertionError(outcome)

    @initialize()
    def start(self) -> None:
        self.storage = self.run(self.stack.enter_async_context(Storage.open(self.url, GUIDE)))

    @rule(
        at=server,
        of=movie,
        by=who,
        kind=st.sampled_from([ChangeKind.PUBLISH, ChangeKind.DRAFT]),
        late=st.booleans(),
    )
    def edit(self, at: Owner, of: str, by: int, kind: ChangeKind, late: bool) -> None:
        self.words += 1
        based_on = max(0, self.newest(at, of) - late)
        self.do(at, Change(of, kind, by, f"Edit {self.words}.", based_on, entry(of, f"Words {self.words}.")))

    @rule(at=server, of=movie, by=who, kind=st.sampled_from(
        [ChangeKind.RETIRE, ChangeKind.LOCK, ChangeKind.UNLOCK, ChangeKind.CHECK, ChangeKind.APPROVE]
    ))  # fmt: skip
    def handle(self, at: Owner, of: str, by: int, kind: ChangeKind) -> None:
        self.words += 1
        self.do(at, Change(of, kind, by, f"Turn {self.words}.", self.newest(at, of)))

    @rule(at=server, of=movie, by=who, far=st.integers(1, 5))
    def revert(self, at: Owner, of: str, by: int, far: int) -> None:
        known = self.histories[at, of]
        back_to = len(known) + 1 - far
        if back_to < 1:
            return
        self.words += 1
        was = known[back_to - 1]
        length = len(known)
        self.do(at, Change(of, ChangeKind.REVERT, by, f"Turn {self.words}.", length, back_to=back_to))
        if len(known) > length:
            assert (known[-1].text, known[-1].stage) == (was.text, was.stage)

    @rule(at=server, ending=st.sampled_from(sorted(FORMATS)), by=who, broken=st.booleans())
    def take_over(self, at: Owner, ending: str, by: int, broken: bool) -> None:
        """Exports what all see and imports it here: all of it or nothing."""
        movies = list(self.storage.library(SHARED).movies.values())
        read = read_upload(f"x.{ending}", FORMATS[ending](movies).encode(), GUIDE)
        assert list(read) == movies
        self.words += 1
        changes = [
            Change(
                each.id,
                ChangeKind.PUBLISH,
                by,
                f"Import {self.words}.",
                self.newest(at, each.id) + broken,
                each,
            )
            for each in read
        ]
        outcome = self.run(self.storage.write(at, changes))
        if isinstance(outcome, Written):
            assert not broken
            for revision in outcome.revisions:
                self.histories[at, revision.movie].append(revision)

    @rule()
    def restart(self) -> None:
        self.run(self.stack.aclose())
        self.storage = self.run(self.stack.enter_async_context(Storage.open(self.url, GUIDE)))

    @invariant()
    def every_server_sees_its_own_and_the_shared_entries_only(self) -> None:
        for at in SERVERS:
            expected = {**GUIDE.movies, **self.shown(SHARED), **self.shown(at)}
            assert self.storage.library(at).movies == expected

    def shown(self, at: Owner) -> dict[str, Movie]:
        """What the model says that a server shows of its own."""
        visible = {
            of: [step for step in self.histories[at, of] if step.stage is not Stage.DRAFT] for of in MOVIES
        }
        return {of: steps[-1].entry for of, steps in visible.items() if steps and steps[-1].stage in VISIBLE}

    def teardown(self) -> None:
        for (at, of), known in self.histories.items():
            assert list(self.run(self.storage.read(history, at, of))) == known
        self.run(self.stack.aclose())
        self.runner.close()


PROVE = settings(
    max_examples=ROUNDS,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def test_random_lives_of_several_servers_in_sqlite() -> None:
    class InSqlite(Lives):
        def __init__(self) -> None:
            super().__init__()
            self.folder = tempfile.TemporaryDirectory()
            self.url = f"sqlite:///{Path(self.folder.name) / 'usher.db'}"

        def teardown(self) -> None:
            super().teardown()
            self.folder.cleanup()

    run_state_machine_as_test(InSqlite, settings=PROVE)


def test_random_lives_of_several_servers_in_postgresql(request: pytest.FixtureRequest) -> None:
    databases = request.getfixturevalue("databases")

    class InPostgresql(Lives):
        def __init__(self) -> None:
            super().__init__()
            self.url = databases.make()

        def teardown(self) -> None:
            super().teardown()
            databases.drop(self.url)

    run_state_machine_as_test(InPostgresql, settings=PROVE)
