"""A pasted review page gives its facts to a draft; its prose is shown beside empty fields, never in them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.curation.faults import Faulty
from knowledge.curation.review_page import LONGEST_PAGE, Page, read_page

OURS = Path(__file__).parent / "a-review-page.txt"
SEED = Path(__file__).parents[3] / "../shared/seed"


def seed() -> Page:
    pages = sorted(SEED.glob("*.txt"))
    if not pages:
        pytest.skip("the seed page is not on this machine")
    return read_page(pages[0].read_text(encoding="utf-8"))


def ours() -> Page:
    return read_page(OURS.read_text(encoding="utf-8"))


def test_the_facts_of_a_page_are_filled_in() -> None:
    facts = ours().facts
    assert (facts["id"], facts["title"], facts["year"]) == ("the-tin-heron-1998", "The Tin Heron", 1998)
    assert (facts["runtime"], facts["genres"]) == (91, ["Family", "Adventure"])
    assert facts["released"] == {"theatrical": "1998-05-03"}
    assert (facts["cast"], facts["directors"]) == (["Ada Example", "Bo Sample"], ["Cy Specimen"])
    assert facts["studio"] == "Small Wings"
    assert facts["ratings"] == [{"board": "MPA", "code": "PG", "reason": "mild peril", "sources": ["page"]}]


def test_who_reviewed_is_kept_by_kind_age_and_flags_without_the_name() -> None:
    assert ours().facts["voices"] == [
        {"who": "parent", "source": "page", "said_on": "2001-06-01", "praises": ["positive_messages"]},
        {
            "who": "kid",
            "source": "page",
            "age": 9,
            "said_on": "2003-07-12",
            "too_much": ["violence", "alcohol"],
        },
    ]
    assert "Pat Person" not in str(ours())


def test_prose_stands_beside_the_field_it_is_about() -> None:
    shown = {prose.field: prose.text for prose in ours().prose}
    assert shown["pitch"] == "A lost toy bird flies home over three countries."
    assert shown["findings"] == "Two storms are loud, and a fox snaps at the bird."
    assert shown["findings.violence"] == "A boy throws stones."
    assert shown["findings.alcohol"] == "A sailor smokes a pipe."
    assert shown["story"] == "A tin bird is left on a train: a girl looks for it."
    assert shown["talk_about"] == "Why does the bird not stay with the sailor?"
    assert shown["voices.0"].startswith("Lovely")
    assert "We earn nothing here." not in shown.values()


@pytest.mark.parametrize("page", [ours, seed])
def test_no_sentence_of_the_page_is_in_the_facts(page: Callable[[], Page]) -> None:
    read = page()
    facts = json.dumps(read.facts)
    assert read.prose
    for prose in read.prose:
        assert prose.text not in facts
        assert f"{prose.field}.says" in read.missing or prose.field.partition(".")[0] in read.missing


def test_the_seed_page_becomes_a_draft() -> None:
    facts = seed().facts
    assert facts["id"] == "never-let-me-go-2010"
    assert facts["released"] == {"theatrical": "2010-09-15", "home": "2011-02-01"}
    assert facts["ratings"][0] == {
        "board": "MPA", "code": "R", "reason": "some sexuality and nudity", "sources": ["page"],
    }  # fmt: skip
    assert facts["runtime"] == 103
    assert facts["directors"] == ["Mark Romanek"]
    assert facts["cast"] == ["Andrew Garfield", "Carey Mulligan", "Keira Knightley"]
    assert facts["studio"] == "Fox Searchlight"
    assert [(voice["age"], voice.get("too_much"), voice.get("praises")) for voice in facts["voices"]] == [
        (14, None, None),
        (14, ["violence", "sex"], None),
        (16, ["sex", "language"], ["positive_messages"]),
    ]
    assert sum(prose.field == "findings" for prose in seed().prose) == 4


def test_what_is_no_review_page_is_refused() -> None:
    for text in ("", "Hello there", "a: b\n" * 50, "x" * (LONGEST_PAGE + 1), "Rated: \n\0\n"):
        with pytest.raises(Faulty):
            read_page(text)


def test_a_page_that_says_little_gives_little() -> None:
    page = read_page("Odd One\nRated: PG\nGenre: Drama\nStudio: Us\nTheatrical release date: Soon")
    assert page.facts["title"] == "Odd One"
    assert "year" not in page.facts
    assert {"year", "runtime"} <= set(page.missing)
