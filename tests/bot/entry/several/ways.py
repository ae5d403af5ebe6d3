"""Every way in which somebody can order something, read from the code: a button, a menu, a form, a card."""

import ast
from collections.abc import Iterator
from pathlib import Path

from bot.ui.card import Does

BOT = Path(__file__).parents[4] / "bot"
MADE = {"Button": "button", "Menu": "menu"}
"""Which class makes which; what is heard and made by neither is a form."""


def ways() -> frozenset[str]:
    """Such as *button revert*, *menu part*, *form reverted* and *card share*."""
    calls = list(_calls())
    boards = {f"{MADE[name]} {_verb(call.args[1])}" for name, call in calls if name in MADE}
    pressed = {f"card {does.name.lower()}" for does in Does}
    verbs = {way.partition(" ")[2] for way in boards | pressed}
    heard = {_text(call.args[0]) for name, call in calls if name == "hears"}
    return frozenset(boards | pressed | {f"form {verb}" for verb in heard - verbs})


def begins(way: str) -> str:
    """How the custom_id of this button or menu begins."""
    kind, _, name = way.partition(" ")
    return f"u:{Does[name.upper()].value}" if kind == "card" else f"{kind[0].translate(_KINDS)}:{name}:"


_KINDS = str.maketrans({"b": "m", "m": "n"})


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in BOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield node.func.id, node


def _verb(order: ast.expr) -> str:
    """The verb of an order that must stand where the button or menu is made, so that it can be read."""
    assert isinstance(order, ast.Call), ast.unparse(order)
    return _text(order.args[0])


def _text(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant), ast.unparse(node)
    assert isinstance(node.value, str), ast.unparse(node)
    return node.value
