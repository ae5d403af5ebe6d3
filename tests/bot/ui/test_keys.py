"""Every key of a phrase that the code can build is there, and in every language."""

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from bot.film import commands
from bot.film.board_only_card import FILM_LISTS
from bot.film.glance_card import LEVELS, PARTS
from bot.film.not_found_cards import MISSING
from bot.ui.phrases import ENGLISH, phrase_of, read_words
from knowledge.answering.answer import FACTS
from knowledge.curation.faults import english
from knowledge.entry import Level, Speaker
from knowledge.reading import ASIDES as KINDS
from knowledge.reviews.review import Flag, Reviewer
from knowledge.storage.changes import Refusal
from knowledge.storage.revisions import ChangeKind, Stage
from knowledge.verdicts import Admission, Verdict
from knowledge.vocabulary import Meaning
from tests.films import VOCABULARY

BOT = Path(__file__).parents[3] / "bot"
WORDS = {language: set(map(phrase_of, words)) for language, words in read_words().items()}
TABLES = {key.partition(".")[0] for key in WORDS[ENGLISH]}
PARENTS = ("film", "errors")
"""The room and the file whose words parents see; what stands in their keys is listed below."""

BLANK = re.compile(r"\{([^{}]*)\}")
CARRIED = {"voice.{place}", "voice.{offer.which}", "voice.new"}
"""What a button carries looks like a key and is none."""
SCALE = ("mild", "moderate", "severe")
ASIDES = (*KINDS, "unclear")
BACKED = ("rating", "voices", "quality", "story", "facts", "quotes", "absent")
CAN_BE: dict[str, Iterable[str]] = {
    "admission.value": Admission,
    "answer.kind": ASIDES,
    "code.means": get_args(Meaning),
    "command": (*commands.PARTS, "privacy"),
    "flag": Flag,
    "group.who": get_args(Reviewer),
    "intent if intent in MISSING else 'other'": [*MISSING, "other"],
    "intent.value": PARTS,
    "kind": ("ask", "age"),
    "known": FILM_LISTS.values(),
    "level": LEVELS,
    "level.value": Level,
    "one.finding.level.value": Level,
    "one.level.value": Level,
    "one.part": BACKED,
    "one.verdict.value": Verdict,
    "part": [part for part in FACTS if part not in {"runtime", "year", "released", "studio"}],
    "party": (*get_args(Reviewer), "official", "computed"),
    "rated": ("", "_rated"),
    "reason.finding.level.value": Level,
    "review.who": get_args(Reviewer),
    "v.verdict.value": Verdict,
    "one.who": get_args(Speaker),
    "who": get_args(Speaker),
}
"""What stands in a key that is put together, by how the cards of parents write it."""
NARROWER = {
    "reason.{level}": ["reason.none", "reason.present"],
    "families.{one.who}": [f"families.{who}" for who in get_args(Reviewer)],
}
"""Keys of which not all are built."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(BOT.rglob("*.py")):
        yield (
            path.stem if path.parent.name == "bot" else path.parent.name,
            ast.parse(path.read_text(encoding="utf-8")),
        )


def keys(tree: ast.AST) -> Iterator[str]:
    """Every text that may be a key; what is put in stands in braces."""
    pieces = {
        id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in pieces:
                yield text
            case ast.JoinedStr(values=values):
                yield "".join(map(_piece, values))
            case _:
                pass


def _piece(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.FormattedValue(value=value):
            return f"{{{ast.unparse(value)}}}"
        case _:
            return "{?}"


SHAPED = re.compile(r"([a-z_]+)\.(?:[a-z_]|\{[^{}]*\})+")
"""A key, and its table."""
SAYS = re.compile(r"(.*[._])?say(_in)?(\(.*\))?(\.label)?")
"""How phrases are called."""


def used() -> set[tuple[str, str]]:
    """Module and key, of every key whose table there is."""
    return {
        (module, key)
        for module, tree in modules()
        for key in keys(tree)
        if (found := SHAPED.fullmatch(key)) and found[1] in TABLES
    }


def said() -> set[str]:
    """Every key with which phrases are called where it stands, whether there is its table or not."""
    calls = (node for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Call))
    first = [node.args[0] for node in calls if node.args and SAYS.fullmatch(ast.unparse(node.func))]
    return {key for argument in first for key in keys(argument) if SHAPED.fullmatch(key)}


USED = used()
OF_PARENTS = sorted({key for module, key in USED if module in PARENTS})
PUT_TOGETHER = sorted({key for _, key in USED if "{" in key})


def built(key: str) -> list[str]:
    """All that a key can be. Raises KeyError for a blank that is not listed above."""
    if key in NARROWER:
        return NARROWER[key]
    ways = product(*(CAN_BE[blank] for blank in BLANK.findall(key)))
    return [_filled(key, way) for way in ways]


def _filled(key: str, values: Iterable[str]) -> str:
    for value in values:
        key = BLANK.sub(value, key, count=1)
    return key


def test_keys_are_found_at_all() -> None:
    assert len(USED) > 300
    assert len(PUT_TOGETHER) > 30
    assert built("verdict.usual_unknown{rated}") == ["verdict.usual_unknown", "verdict.usual_unknown_rated"]


def test_every_table_of_a_key_is_there_but_for_faults_which_have_a_file_of_their_own() -> None:
    assert len(said()) > 250
    assert {key for key in said() if key.partition(".")[0] not in TABLES} == {"fault.{key}"}


def test_every_key_that_is_written_out_is_there() -> None:
    written = {key for _, key in USED if "{" not in key}
    assert written - CARRIED <= WORDS[ENGLISH]


@pytest.mark.parametrize("key", PUT_TOGETHER)
def test_every_key_that_is_put_together_has_the_shape_of_one_that_is_there(key: str) -> None:
    shape = re.compile(BLANK.sub("[A-Za-z_0-9]+", key.replace(".", r"\.")))
    assert any(map(shape.fullmatch, WORDS[ENGLISH])) or key in CARRIED


def test_every_key_that_a_parents_card_builds_is_there() -> None:
    asked = {one for key in OF_PARENTS for one in built(key)}
    assert len(asked) > 150
    assert sorted(asked - WORDS[ENGLISH]) == []


@pytest.mark.parametrize("language", [language for language in WORDS if language != ENGLISH])
def test_every_language_has_the_keys_of_english_and_words_for_topics_levels_and_faults(
    language: str,
) -> None:
    """Countries that have an article are the language's own affair."""
    asked = {
        *WORDS[ENGLISH],
        *(f"topics.{topic}" for topic in VOCABULARY.topics),
        *(f"level_of.{one.id}_{level}" for one in VOCABULARY.topics.values() if one.mild for level in SCALE),
        *(f"fault.{key}" for key in english()),
    }
    odd = WORDS[language] ^ asked
    assert sorted(key for key in odd if not key.startswith("country.")) == []


@pytest.mark.parametrize("key", sorted(f"refused.{why.name.lower()}" for why in Refusal))
def test_every_refusal_is_explained(key: str) -> None:
    assert key in WORDS[ENGLISH]


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_and_every_stage_has_a_word(kind: ChangeKind) -> None:
    assert f"change.{kind.value}" in WORDS[ENGLISH]
    assert {f"history.{stage.value}" for stage in Stage} <= WORDS[ENGLISH]
