"""A file that cannot be read is answered with what would be right, in words of ours and in each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.entry.fault_lines import placed_text
from bot.ui.phrases import Languages
from knowledge.curation.faults import Fault, Faulty, Problem
from knowledge.curation.shipped_guide import DATA
from knowledge.curation.syntax_faults import SYNTAX
from knowledge.curation.upload_parsers import PARSERS

BROKEN = {
    ("toml", 'title "The Kite"'): "no_sign_after_key",
    ("toml", 'title = "A"\ntitle = "B"'): "stands_twice",
    ("toml", "[cast]\nx = 1\n[cast]"): "stands_twice",
    ("toml", "x = 1\n[x]"): "stands_twice",
    ("toml", "x = { a = 1, a = 2 }"): "stands_twice",
    ("toml", "[findings"): "open_bracket",
    ("toml", "[[findings]"): "open_bracket",
    ("toml", "genres = [1, 2"): "open_bracket",
    ("toml", "x = { a = 1"): "open_bracket",
    ("toml", "x. = 1"): "no_key",
    ("toml", 'pitch = """A kite'): "open_quote",
    ("toml", "pitch = '''A kite"): "open_quote",
    ("toml", 'pitch = "A\nkite"'): "no_such_sign",
    ("toml", 'pitch = "A \\k kite"'): "odd_backslash",
    ("toml", 'pitch = "\\uZZZZ"'): "odd_backslash",
    ("toml", "theatrical = 2001-02-30"): "no_such_day",
    ("toml", "title = The Kite"): "no_value",
    ("toml", "title ="): "no_value",
    ("toml", 'title = "The" Kite'): "more_after_value",
    ("toml", "!"): "no_statement",
    ("json", "{"): "no_key",
    ("json", '{"a" 1}'): "no_sign_after_key",
    ("json", '{"a": 1 "b": 2}'): "open_bracket",
    ("json", '{"a": kite}'): "no_value",
    ("json", '{"a": 1} 2'): "more_after_value",
    ("json", '{"a": "1'): "open_quote",
    ("json", '{"a": "1\n"}'): "no_such_sign",
    ("json", '{"a": "\\k"}'): "odd_backslash",
    ("csv", 'id,title\n"kite'): "open_quote",
    ("csv", 'id,title\n"kite"x,y'): "more_after_value",
    ("csv", f"id,title\n{'k' * 140_000},y"): "too_long_cell",
}
"""A text of a kind of file, and what is said of it."""
OF_NEWER_PYTHONS = {"comma_at_end"}
ENTRY = next(iter(sorted((DATA / "movies").glob("*.toml")))).read_text(encoding="utf-8")[:1500]


def fault_of(kind: str, text: str) -> Fault:
    with pytest.raises(Faulty) as found:
        PARSERS[kind](text, f"kite.{kind}")
    return found.value.faults[0]


def inner(fault: Fault) -> str:
    what = fault.problem.values["what"]
    assert isinstance(what, Problem)
    return what.key


@pytest.mark.parametrize(("kind", "text"), BROKEN)
def test_what_would_be_right_is_said_with_the_line(kind: str, text: str) -> None:
    fault = fault_of(kind, text)
    assert fault.problem.key == f"not_{kind}"
    assert inner(fault) == BROKEN[kind, text]
    assert fault.key.startswith("line ") or "at end" in str(fault) or kind == "toml"


def test_every_fault_of_syntax_is_met() -> None:
    assert set(BROKEN.values()) | OF_NEWER_PYTHONS == set(SYNTAX.values())


@pytest.mark.parametrize("language", ["de", "es", "fr"])
def test_no_english_is_left_in_another_language(language: str) -> None:
    say, english = Languages()[language], Languages()["en"]
    for kind, text in BROKEN:
        fault = fault_of(kind, text)
        theirs, ours = placed_text(fault, say), placed_text(fault, english)
        assert theirs.partition(":")[0] != ours.partition(":")[0] or not fault.key
        assert theirs.rpartition(": ")[2] != ours.rpartition(": ")[2]


@given(st.integers(0, len(ENTRY)), st.integers(0, 9), st.text("[]{}\"'\\=,.\n a1-#", max_size=4))
def test_an_entry_with_a_slip_of_the_hand_is_never_answered_in_a_parsers_words(
    at: int, gone: int, typed: str
) -> None:
    try:
        PARSERS["toml"](ENTRY[:at] + typed + ENTRY[at + gone :], "kite.toml")
    except Faulty as faulty:
        for fault in faulty.faults:
            assert fault.problem.key != "not_toml" or inner(fault) != "unreadable"
