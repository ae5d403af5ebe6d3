"""Made-up films for tests, and hypothesis strategies for them. No facts about real ones."""

from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from knowledge.catalogue.shipped_films import ShippedFilms
from knowledge.curation.compiled_guide import CompiledGuide
from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.entry import Finding, Level, Movie, Provenance, Source, Status, Voice
from knowledge.library import Library
from tests.made import machine

VOCABULARY = read_vocabulary()
NO_FILMS = ShippedFilms(Path(__file__).parent / "no_films.tsv")
"""An Usher that comes without films: a catalogue by itself is indexed at once."""
MOVIE_IDS = sorted(file.stem for file in (DATA / "movies").glob("*.toml"))
"""Of the shipped guide, for those who do not need to read it."""
SCALES = [topic.id for topic in VOCABULARY.topics.values() if topic.kind == "scale"]
STEPS = [Level.NONE, Level.MILD, Level.MODERATE, Level.SEVERE]


@cache
def shipped_library() -> Library:
    """The shipped guide, as it was kept when its files were read."""
    return CompiledGuide(machine()).library()


def finding(topic: str, level: Level | str, detail: str | None = None) -> Finding:
    return Finding(
        topic=topic, level=Level(level), says=f"Something about {topic}.", detail=detail, sources=("s",)
    )


def film(*findings: Finding, voices: tuple[Voice, ...] = ()) -> Movie:
    return Movie(
        id="the-paper-boat-2001",
        title="The Paper Boat",
        year=2001,
        pitch="A boat made of paper sails.",
        facts_from=("s",),
        findings=findings,
        voices=voices,
        sources={"s": Source(name="A made-up source")},
        provenance=Provenance(status=Status.PUBLISHED, written_by="A test", written_on=date(2026, 1, 1)),
    )


def harmless(*but: Finding) -> Movie:
    """A film in which every scale was looked at and nothing found, except for these findings."""
    named = {one.topic for one in but}
    return film(*but, *(finding(topic, Level.NONE) for topic in SCALES if topic not in named))


findings = st.lists(
    st.builds(finding, st.sampled_from(SCALES), st.sampled_from(STEPS)),
    unique_by=lambda one: one.topic,
    max_size=14,
)


def teen(age: int | None, suits_from: int | None, too_much: list[str]) -> Voice:
    return Voice(
        who="teen", age=age, says="A view.", suits_from=suits_from, too_much=tuple(too_much), source="s"
    )


def told(found: list[Finding], said: list[Voice]) -> Movie:
    return film(*found, voices=tuple(said))


voices = st.lists(
    st.builds(
        teen,
        st.one_of(st.none(), st.integers(0, 21)),
        st.one_of(st.none(), st.integers(0, 21)),
        st.lists(st.sampled_from(SCALES), max_size=2, unique=True),
    ),
    max_size=3,
)
movies = st.builds(told, findings, voices)
ages = st.integers(0, 21)
