"""What people say of ages, versions and topics, language by language, read from the data and joined."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

PHRASES = Path(__file__).parents[1] / "data" / "phrases"
Table = dict[str, Any]


def read_phrases() -> Table:
    """The tables of all languages as one: lists are joined, and tables within them."""
    joined: Table = {}
    for path in sorted(PHRASES.iterdir(), key=lambda path: path.name):
        _join(joined, tomllib.loads(path.read_text(encoding="utf-8")))
    return joined


def _join(into: Table, more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict):
            _join(into.setdefault(name, {}), cast("Table", value))
        elif isinstance(value, list):
            into[name] = [*into.get(name, ()), *cast("list[str]", value)]
        else:
            into[name] = value
