"""What a person sees of an answer or a form. What they do: pretend.py."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import discord
import simcord

Parts = list[dict[str, Any]]


@dataclass(frozen=True)
class Seen:
    """What a person sees of an answer."""

    message: Any
    components: Parts
    private: bool

    @property
    def text(self) -> str:
        """Every text of the message, in order."""
        texts = [part["content"] for part in walk(self.components) if part.get("type") == 10]
        return "\n".join([self.message.content or "", *texts]).strip()

    @property
    def open_text(self) -> str:
        """What is read without pressing a spoiler."""
        return "".join(self.text.split("||")[::2])

    @property
    def heading(self) -> str:
        """The first line."""
        return self.text.splitlines()[0]

    @property
    def film(self) -> str:
        """*Title (Year)* of the film that it is about."""
        return self.heading.removeprefix("### ").split(" · ")[0]

    @property
    def first(self) -> str:
        """The line after the heading: the answer."""
        return self.text.splitlines()[1]

    @property
    def labels(self) -> list[str]:
        """The buttons."""
        return [part["label"] for part in walk(self.components) if part.get("type") == 2]

    def style(self, label: str) -> discord.ButtonStyle:
        """The colour of a button."""
        found = (part for part in walk(self.components) if part.get("label") == label)
        return discord.ButtonStyle(next(found)["style"])

    @property
    def menus(self) -> Parts:
        """The menus."""
        return [part for part in walk(self.components) if part.get("type") == 3]

    @property
    def custom_ids(self) -> list[str]:
        """What the buttons carry."""
        return [part["custom_id"] for part in walk(self.components) if part.get("type") == 2]


@dataclass(frozen=True)
class Opened:
    """A form that is open before a person."""

    result: simcord.InteractionResult
    by: Any
    """Who it is open before."""

    @property
    def controls(self) -> dict[str, dict[str, Any]]:
        """Its fields by name."""
        parts = (self.result.modal or {}).get("components", [])
        inner = (part["component"] for part in parts if "component" in part)
        return {part["custom_id"]: part for part in inner}

    @property
    def note(self) -> str:
        """What stands above its fields."""
        parts = (self.result.modal or {}).get("components", [])
        return "\n".join(part["content"] for part in parts if "content" in part)

    @property
    def held(self) -> dict[str, Any]:
        """What its fields hold when it opens, as far as they are texts and choices."""
        found = {name: _held(control) for name, control in self.controls.items()}
        return {name: value for name, value in found.items() if value}


def _held(control: dict[str, Any]) -> Any:
    chosen = [one["value"] for one in control.get("options", []) if one.get("default")]
    match control["type"]:
        case 4:
            return control.get("value")
        case 21:
            return "".join(chosen)
        case _:
            return chosen


def walk(parts: Parts) -> Iterator[dict[str, Any]]:
    """Every component, outer ones first."""
    for part in parts:
        yield part
        yield from walk(part.get("components", []))


def posted(message: discord.Message) -> Seen:
    """What everybody sees of a message."""
    parts: list[Any] = [part.to_dict() for part in message.components]
    return Seen(message, parts, private=False)


def opened(result: simcord.InteractionResult, by: Any) -> Opened:
    """The form that must have opened."""
    assert result.modal is not None, "no form opened"
    return Opened(result, by)


def seen_of(result: simcord.InteractionResult) -> Seen:
    """The answer that must have come."""
    shown = result.response or (result.followups[0] if result.followups else None)
    assert shown is not None, "nobody is left without an answer"
    return Seen(shown, shown.components, shown.ephemeral)
