"""Reasons that boards gave, marked by hand, and what holds for every reason."""

import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.entry import Level
from knowledge.official.board_words import known_boards, read_base, read_board
from knowledge.official.named_topics import NamedTopics
from knowledge.official.reason_reader import read_reason
from knowledge.vocabulary import Vocabulary

MARKED: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "reasons.toml").read_text(encoding="utf-8")
)
ROWS = [(board, *row) for board, table in MARKED.items() for row in table["rows"]]
ORDER = (Level.MILD, Level.MODERATE, Level.SEVERE, Level.PRESENT)
STRONGER = (
    "strong",
    "graphic",
    "pervasive",
    "intense",
    "extreme",
    "frequent",
    "brutal",
    "explicit",
    "disturbing",
)
WEAKER = ("mild", "brief", "some", "occasional")
PHRASES = (
    "violence", "bloody images", "some language", "brief strong language", "sexual content", "partial nudity",
    "teen drinking", "drug use", "scary images", "peril", "smoking", "thematic elements", "rude humor",
    "a scene of torture", "racial slurs", "suicide", "sci-fi action", "crude sexual references",
)  # fmt: skip
SINGLE = {
    "ACB": "Mature themes, Violence, Science fiction themes, Coarse language, Drug use, Horror themes",
    "OFLC(NZ)": "Violence, Offensive language, Sex scenes, Horror, Content may disturb, Cruelty, Drug use",
    "ClassInd": "Violence, Extreme violence, Inappropriate language, Sexual content, Legal drugs, Drugs",
    "KMRB": "Theme, Sexuality, Violence, Fear, Drugs, Dialogue, Risk of imitation",
    "Kijkwijzer": "Geweld, Angst, Seks, Discriminatie, Drugs- en alcoholmisbruik, Grof taalgebruik, Violence",
    "FSK": "Gewalt, Bedrohung, Verletzung, belastende Szenen, Kriegsszenen, Horrorszenen, sexuelle Gewalt",
    "IFCO": "Mild violence, Moderate horror, Strong language, Drugs, Discrimination, Crude humour",
}
"""By board what it names one by one, in place of a sentence, as Wikidata has it too."""
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from((*PHRASES, *STRONGER, "and", ",", "for", "no", "(", "-", "ß"))).map(" ".join),
)
boards = st.sampled_from((*known_boards(), "Nobody"))
codes = st.sampled_from(("G", "PG", "PG-13", "R", "12", "15", "18", ""))


def levels(named: NamedTopics) -> dict[str, str]:
    return {topic: said.level.value for topic, said in named.topics.items()}


@pytest.mark.parametrize(("board", "film", "code", "reason", "named"), ROWS)
def test_a_reason_names_what_it_says_and_nothing_else(
    board: str, film: str, code: str, reason: str, named: dict[str, str]
) -> None:
    read = read_reason(board, code, reason)
    assert (film, levels(read), read.unread) == (film, named, ())


@pytest.mark.parametrize("board", SINGLE)
def test_what_a_board_names_one_by_one_is_read(board: str) -> None:
    read = read_reason(board, "12", SINGLE[board])
    assert read.unread == ()
    assert len(read.topics) >= 4


def test_the_irish_office_says_how_much() -> None:
    read = levels(read_reason("IFCO", "15A", "Mild violence, Moderate threat, Strong language"))
    assert read == {"violence": "mild", "fear": "moderate", "language": "severe"}


@given(boards, codes, texts)
def test_any_text_can_be_read_and_is_quoted_as_it_stands(board: str, code: str, reason: str) -> None:
    read = read_reason(board, code, reason)
    quoted = [*(said.words for said in read.topics.values()), *read.themes, *read.unread]
    assert all(words and words in reason for words in quoted)


@given(codes, st.sampled_from(PHRASES), st.sampled_from(STRONGER))
def test_a_word_of_strength_never_lowers(code: str, phrase: str, word: str) -> None:
    before, after = (read_reason("MPA", code, text).topics for text in (phrase, f"{word} {phrase}"))
    assert all(ORDER.index(after[topic].level) >= ORDER.index(before[topic].level) for topic in before)


@given(codes, st.sampled_from(PHRASES), st.sampled_from(WEAKER))
def test_a_word_that_weakens_never_raises(code: str, phrase: str, word: str) -> None:
    before, after = (read_reason("MPA", code, text).topics for text in (phrase, f"{word} {phrase}"))
    assert all(ORDER.index(after[topic].level) <= ORDER.index(before[topic].level) for topic in before)


@given(codes, st.lists(st.sampled_from(PHRASES), min_size=2, max_size=4, unique=True))
def test_the_order_of_phrases_changes_no_level(code: str, phrases: list[str]) -> None:
    read = [levels(read_reason("MPA", code, ", ".join(order))) for order in permutations(phrases)]
    assert all(one == read[0] for one in read)


@given(st.sampled_from(PHRASES))
def test_a_stricter_code_never_makes_the_same_words_milder(phrase: str) -> None:
    read = [read_reason("MPA", code, phrase).topics for code in ("G", "PG", "PG-13", "R", "NC-17")]
    for topic in read[0]:
        steps = [ORDER.index(one[topic].level) for one in read]
        assert steps == sorted(steps)


@pytest.mark.parametrize(
    "reason", ["", "Rated G", "thematic elements", "mature themes", "not rated", "(re-rating) (2004)"]
)
def test_words_that_carry_no_topic_name_none_and_are_read(reason: str) -> None:
    read = read_reason("MPA", "PG", reason)
    assert (dict(read.topics), read.unread) == ({}, ())


def test_what_nobody_knows_is_kept_word_for_word() -> None:
    read = read_reason("MPA", "PG", "Rated PG for Blorbish zwarkling, violence and quuxery")
    assert read.unread == ("Blorbish zwarkling", "quuxery")
    assert levels(read) == {"violence": "mild"}


def test_what_a_board_says_is_not_there_is_not_named() -> None:
    assert levels(read_reason("BBFC", "U", "No violence, sex or bad language. Mild threat")) == {
        "fear": "mild"
    }


@pytest.mark.parametrize("typed", ["sexaul content", "distrubing images", "sensualty", "nuditty"])
def test_a_slip_of_the_pen_is_read(typed: str) -> None:
    assert read_reason("MPA", "R", typed).unread == ()


def test_every_code_has_its_place_and_every_topic_its_levels(vocabulary: Vocabulary) -> None:
    assert set(known_boards()) == set(vocabulary.boards)
    for board in vocabulary.boards.values():
        assert read_board(board.id)[-1].stages.keys() == board.codes.keys()
    scales = {topic.id for topic in vocabulary.topics.values() if topic.kind == "scale"}
    assert read_base().base.keys() == scales
    named = {
        topic
        for board in vocabulary.boards
        for file in read_board(board)
        for topic in (*file.names, *file.alone)
    }
    assert named <= vocabulary.topics.keys()


def test_limits_name_codes_and_topics_that_exist() -> None:
    for board in known_boards():
        own = read_board(board)[-1]
        assert own.most.keys() <= own.stages.keys()
        assert {
            topic for most in own.most.values() for topics in most.values() for topic in topics
        } <= read_base().base.keys()
