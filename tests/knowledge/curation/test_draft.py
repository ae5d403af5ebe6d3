"""A draft is filled part by part; what cannot stand is kept beside with the reason."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.curation.draft import (
    Draft,
    as_json,
    faults,
    fill,
    from_json,
    held,
    missing,
    not_assessed,
    preview,
    start,
    start_from,
    start_from_page,
    unwritten,
)
from knowledge.curation.faults import Faulty
from knowledge.curation.review_page import read_page
from knowledge.curation.sections import SECTIONS
from knowledge.curation.sources import unsourced
from knowledge.entry import NOT_NAMED, Level
from knowledge.library import Library
from tests.films import VOCABULARY, film, finding, shipped_library

TODAY = date(2026, 11, 24)
LIBRARY = Library.of([film(finding("fear", Level.MILD))], VOCABULARY)
SEED = Path(__file__).parents[3] / "../shared/seed/000_4daaad85153c44f2.txt"


def draft() -> Draft:
    return start("The Tin Whale", 1999, TODAY)


def typed(**values: str) -> dict[str, tuple[str, ...]]:
    return {name: (value,) for name, value in values.items()}


def named() -> Draft:
    return fill(draft(), "sources", typed(list="A review | https://example.org/whale"), LIBRARY)


def test_a_new_draft_can_be_seen_at_once_and_says_what_it_needs() -> None:
    assert preview(draft()).heading == "The Tin Whale (1999)"
    assert missing(draft()) == ("sources", "glance")
    assert unwritten(draft(), VOCABULARY)[:4] == ("sources", "glance", "finding", "rating")


def test_facts_written_before_their_source_wait_until_somebody_chooses_it() -> None:
    early = fill(draft(), "finding.fear", typed(level="mild", says="A storm."), LIBRARY)
    assert preview(early).findings[0].sources == (NOT_NAMED,)
    late = fill(early, "sources", typed(list="A review"), LIBRARY)
    assert preview(late).findings[0].sources == (NOT_NAMED,)
    assert unsourced(late.entry) == ("finding.fear",)
    chosen = fill(late, "finding.fear", {**held(late, "finding.fear"), "sources": ("a-review",)}, LIBRARY)
    assert preview(chosen).findings[0].sources == ("a-review",)
    assert (unsourced(chosen.entry), faults(chosen, LIBRARY)) == ((), ())


def test_what_is_typed_wrongly_is_kept_with_the_reason_and_what_was_there_stays() -> None:
    good = fill(named(), "glance", typed(pitch="A whale of tin.", runtime="90"), LIBRARY)
    bad = fill(good, "glance", typed(pitch="A whale of tin.", runtime="an hour", home="soon"), LIBRARY)
    assert held(bad, "glance")["runtime"] == ("an hour",)
    assert any("runtime" in says for says in map(str, bad.wrong["glance"].faults))
    assert any("soon" in says and "2010-09-15" in says for says in map(str, bad.wrong["glance"].faults))
    assert preview(bad).runtime == 90
    fixed = fill(bad, "glance", typed(pitch="A whale of tin.", runtime="91"), LIBRARY)
    assert fixed.wrong == {}
    assert preview(fixed).runtime == 91


def test_a_fault_of_one_part_does_not_keep_another_from_being_filled() -> None:
    bad = fill(named(), "rating.MPA", typed(code="PG-99"), LIBRARY)
    assert "PG-13" in " ".join(map(str, bad.wrong["rating.MPA"].faults))
    both = fill(bad, "talk", typed(questions="Why tin?\nWhy a whale?"), LIBRARY)
    assert preview(both).talk_about == ("Why tin?", "Why a whale?")
    assert set(both.wrong) == {"rating.MPA"}


def test_a_source_that_is_cited_cannot_be_taken_away_unnoticed() -> None:
    cited = fill(named(), "story", typed(says="It swims.", sources="a-review"), LIBRARY)
    bad = fill(cited, "sources", typed(list="Another one"), LIBRARY)
    assert "sources: 'A review' is still the source of story" in " ".join(
        map(str, bad.wrong["sources"].faults)
    )
    assert preview(bad).sources == preview(cited).sources


def test_an_empty_form_takes_a_finding_out() -> None:
    found = fill(named(), "finding.fear", typed(level="mild", says="A storm."), LIBRARY)
    assert "fear" not in not_assessed(found.entry, VOCABULARY)
    gone = fill(found, "finding.fear", dict.fromkeys(held(found, "finding.fear"), ()), LIBRARY)
    assert "fear" in not_assessed(gone.entry, VOCABULARY)


def test_a_sentence_without_a_level_is_kept_and_the_level_asked_for() -> None:
    bad = fill(named(), "finding.fear", typed(says="A storm."), LIBRARY)
    assert "level: is missing" in " ".join(map(str, bad.wrong["finding.fear"].faults))
    assert held(bad, "finding.fear")["says"] == ("A storm.",)


def test_a_field_that_the_form_did_not_have_keeps_what_it_held() -> None:
    dated = fill(named(), "glance", typed(pitch="A whale.", home="2000-01-31"), LIBRARY)
    again = fill(dated, "glance", {"pitch": ("A tin whale.",), "theatrical": ()}, LIBRARY)
    assert preview(again).released.home == date(2000, 1, 31)


def test_a_mention_is_refused_and_kept_beside() -> None:
    bad = fill(named(), "talk", typed(questions="Ask @everyone?"), LIBRARY)
    assert "@everyone" in " ".join(map(str, bad.wrong["talk"].faults))


def test_a_draft_survives_being_kept() -> None:
    bad = fill(named(), "glance", typed(runtime="long"), LIBRARY)
    assert from_json(as_json(bad)) == bad


@pytest.mark.parametrize("title", ["", "   ", "w" * 200])
def test_a_title_that_can_be_none_is_a_fault(title: str) -> None:
    with pytest.raises(Faulty):
        start(title, 2001, TODAY)


def test_editing_without_a_change_changes_nothing(library: Library) -> None:
    for movie in list(library.movies.values())[:6]:
        edited = start_from(movie, 1)
        names = ("glance", "people", "names", "sources", "know", "story", "quality", "talk", "others")
        findings = [f"finding.{one.topic}" for one in movie.findings]
        ratings = [f"rating.{one.board}" for one in movie.ratings]
        voices = [f"voice.{place}" for place in range(len(movie.voices))]
        for part in (*names, *findings, *ratings, *voices):
            edited = fill(edited, part, held(edited, part), library)
        assert edited.wrong == {}
        assert preview(edited) == movie


def test_a_review_page_fills_the_facts_and_lends_its_prose_beside_them() -> None:
    if not SEED.exists():
        pytest.skip("the seed page is not part of the project")
    page = start_from_page(read_page(SEED.read_text(encoding="utf-8")), TODAY)
    movie = preview(page)
    assert (movie.heading, movie.runtime) == ("Never Let Me Go (2010)", 103)
    assert movie.ratings[0].code == "R"
    assert "slaps a girl" in page.prose["finding"]
    assert "Kathy" in page.prose["story"]
    assert movie.story is None
    assert missing(page) == ("glance",)
    written = fill(page, "voice.0", {**held(page, "voice.0"), "says": ("Liked it.",)}, LIBRARY)
    assert preview(written).voices[0].said_on is not None
    assert preview(written).voices[0].age is not None


words = st.dictionaries(
    st.sampled_from(["pitch", "runtime", "says", "list", "code", "level", "ages", "films", "names", "who"]),
    st.lists(st.text(max_size=30), max_size=2).map(tuple),
)


@given(st.sampled_from([*SECTIONS, "finding.sex", "rating.MPA", "voice.0"]), words)
def test_whatever_is_typed_the_draft_can_still_be_seen_and_nothing_is_lost(
    part: str, values: dict[str, tuple[str, ...]]
) -> None:
    filled = fill(named(), part, values, LIBRARY)
    preview(filled)
    assert from_json(as_json(filled)) == filled
    if part in filled.wrong:
        assert values.items() <= filled.wrong[part].typed.items()


def test_all_that_a_voice_says_can_be_typed_into_one_form() -> None:
    values = {
        "says": ("Worth it for a long talk.\nShe cried at the end.\nWe stopped twice.",),
        "who": ("parent",),
        "ages": ("/ 12 / 2024-05-31",),
        "flags": ("too_much.fear", "praises.positive_messages"),
        "sources": ("a-review",),
    }
    said = fill(named(), "voice.new", values, LIBRARY)
    voice = preview(said).voices[0]
    assert (voice.says, voice.detail) == (
        "Worth it for a long talk.",
        "She cried at the end.\nWe stopped twice.",
    )
    assert (voice.age, voice.suits_from, voice.said_on) == (None, 12, date(2024, 5, 31))
    assert (voice.too_much, voice.praises) == (("fear",), ("positive_messages",))
    assert held(said, "voice.0") == values
    assert preview(fill(said, "voice.0", held(said, "voice.0"), LIBRARY)).voices == (voice,)


def test_a_menu_that_gives_sources_back_in_its_own_order_changes_nothing() -> None:
    coco = shipped_library()["coco-2017"]
    draft = start_from(coco, 1)
    typed = held(draft, "finding.fear")
    assert len(typed["sources"]) > 1
    turned = {**typed, "sources": typed["sources"][::-1]}
    assert fill(draft, "finding.fear", turned, Library.of((), VOCABULARY)).entry == draft.entry
