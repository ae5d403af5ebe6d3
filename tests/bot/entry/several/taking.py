"""Taking one step of a walk: a press, a choice, or a form that is sent."""

from tests.bot.entry.several.scenes import Side
from tests.bot.entry.several.walks import Typed
from tests.bot.entry.several.ways import begins
from tests.bot.seen import Opened, Seen, walk

Shown = Seen | Opened


async def take(at: Side, shown: Shown, way: str, then: str, typed: Typed) -> Shown:
    """What comes of it; `then` is the way that is taken next."""
    if isinstance(shown, Opened):
        return await at.person.sends(shown, **_filled(typed, at.about))
    part = next(one for one in walk(shown.components) if one.get("custom_id", "").startswith(begins(way)))
    opens = then.startswith("form")
    if not way.startswith("menu"):
        return await (at.person.opens if opens else at.person.presses)(shown, part["label"])
    value = _chosen(part["options"], at)
    if opens:
        return await at.person.chooses_to_fill(shown, value)
    fitting = [one for one in shown.menus if value in [option["value"] for option in one["options"]]]
    return await at.person.chooses(shown, value, fitting.index(part))


def _chosen(options: list[dict[str, str]], at: Side) -> str:
    """The line that is about their own, else the last."""
    own = {at.about.lower(), at.name.lower()}
    lines = [one for one in options if own & {one["value"].lower(), one["label"].lower()}]
    return (lines or options)[-1]["value"]


def _filled(typed: Typed, about: str) -> Typed:
    """What is typed about it."""
    return {name: _said(value, about) for name, value in typed.items()}


def _said(value: str | list[str], about: str) -> str | list[str]:
    whole = [one.replace("*", about) for one in ([value] if isinstance(value, str) else value)]
    return whole[0] if isinstance(value, str) else whole
