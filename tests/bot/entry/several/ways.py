"""Every way in which somebody can order something, read from the code: a button, a menu, a form, a card."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.ui.action_ids import LETTERS
from tests.bot.verbs import BY_CODE, BY_NAME, VERBS

BOT = Path(__file__).parents[4] / "bot"
MADE = {"Button": "button", "Menu": "menu"}
"""Which class makes which; what is handled and made by neither is a form."""


def ways() -> frozenset[str]:
    """Such as *button revert*, *menu part*, *form reverted* and *card share*."""
    made = {f"{MADE[name]} {_verb(call.args[1])}" for name, call in _calls() if name in MADE}
    pressed = {f"card {verb.value}" for verb in LETTERS}
    words = {way.partition(" ")[2] for way in made | pressed}
    forms = {f"form {verb.value}" for verb in VERBS if verb.value not in words}
    return frozenset(made | pressed | forms)


def begins(way: str) -> str:
    """How the custom_id of this button or menu begins."""
    kind, _, word = way.partition(" ")
    return f"u:{LETTERS[BY_CODE[word]]}" if kind == "card" else f"{kind[0].translate(_KINDS)}:{word}:"


_KINDS = str.maketrans({"b": "m", "m": "n"})


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in BOT.rglob("*.py"):
        if path.parent.name == "ui":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield node.func.id, node


def _verb(action: ast.expr) -> str:
    """The verb of an action that must stand where the button or menu is made, so that it can be read."""
    assert isinstance(action, ast.Call), ast.unparse(action)
    verb = action.args[0]
    return BY_NAME[ast.unparse(verb)].value
