"""Every fault that the models can find is said in plain words."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from knowledge.curation.error_messages import KINDS, forms
from knowledge.curation.faults import Faulty, english, one_of, problem
from knowledge.curation.syntax_faults import SYNTAX
from knowledge.curation.toml_models import shape
from knowledge.entry import Movie
from knowledge.entry_walk import fields_of
from knowledge.strict_model import StrictModel
from knowledge.vocabulary import Board, Topic

ENTRY: dict[str, Any] = {"id": "the-kite-2001", "title": "The Kite", "year": 2001, "pitch": "A kite."}
ROOT = Path(__file__).parents[3]
ROOMS = ("bot", "knowledge")
JARGON = ("valid", "input", "instance", "pattern", "string", "integer", "dictionary", "type")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.floats() | st.text(max_size=400),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


def patterns(model: type[StrictModel]) -> set[str]:
    """All patterns of texts in a model's schema."""
    schema = json.dumps(TypeAdapter(model).json_schema())
    return {json.loads(found) for found in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', schema)}


def test_entries_have_forms_of_texts() -> None:
    assert len(patterns(Movie)) > 4


@pytest.mark.parametrize("model", [Movie, Board, Topic])
def test_what_would_be_right_is_said_for_every_form_of_a_text(model: type[StrictModel]) -> None:
    assert patterns(model) <= forms(model).keys()


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("year", "soon", "this should be a whole number, in digits, not 'soon'"),
        ("runtime", 1.5, "this should be a whole number, in digits, not 1.5"),
        ("genres", "drama", "this should be a list between square brackets, not 'drama'"),
        ("external", 7, "this should be a table with keys of its own, not 7"),
        ("title", 7, "this should be a text between quotation marks, not 7"),
        ("id", "The Kite", "'The Kite' cannot be taken; write it as the-lion-king-1994"),
        ("pitch", "", "is empty; write something, or leave it out"),
    ],
)
def test_a_wrong_value_is_answered_with_what_would_be_right(key: str, value: object, says: str) -> None:
    with pytest.raises(Faulty, match=key) as caught:
        shape(Movie, {**ENTRY, key: value}, "kite.toml")
    assert says in str(caught.value)


@given(st.sampled_from(sorted(fields_of(Movie))), VALUES)
def test_no_fault_speaks_of_programs(key: str, value: object) -> None:
    try:
        shape(Movie, {**ENTRY, key: value}, "kite.toml")
    except Faulty as faulty:
        for fault in faulty.faults:
            quoted = repr(value)
            said = [word for word in fault.says.lower().split() if word.strip(",;.:") in JARGON]
            assert not said or any(word in quoted.lower() for word in said), fault.says


def uses() -> set[str]:
    """The key of every problem that the project can speak of, as its code and models name them."""
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for room in ROOMS for path in (ROOT / room).rglob("*.py")
    ]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    first = [call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "problem"]
    written = {key.value for key in first if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    models: tuple[type[StrictModel], ...] = (Movie, Board, Topic)
    return {
        *written,
        *KINDS.values(),
        "something_else",
        *SYNTAX.values(),
        *(key for one in models for key in forms(one).values()),
    }


def test_every_problem_has_its_words_and_no_words_are_left_over() -> None:
    assert uses() == english().keys()


def test_a_problem_within_a_problem_is_said_in_the_language_of_the_whole() -> None:
    words = {"unknown_topic": "kein Thema {name!r}; {choices}", "one_of": "möglich: {choices}"}

    def says(key: str, **values: object) -> str:
        return words[key].format_map(values)

    unknown = problem("unknown_topic", name="x", choices=one_of("x", ["sex", "fear"]))
    assert unknown.words(says) == "kein Thema 'x'; möglich: sex, fear"
