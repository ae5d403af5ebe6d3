"""Cards into Discord's components, within its limits."""

from collections.abc import Iterable, Sequence

import discord
from discord import ui

from bot.ui.card import Card
from bot.ui.limits import BUTTON_LABEL, BUTTONS_IN_ROW, COMPONENTS, TEXT_IN_MESSAGE, clip, fit
from bot.ui.question_button import PressButton
from bot.ui.question_ids import to_custom_id
from knowledge.titles.films import is_film_id

PARTS_OF_A_CARD = 3
"""The container, its text and its small text."""


def view_of(cards: Sequence[Card]) -> ui.LayoutView:
    """One message with these cards, cut to Discord's limits: the last lines go first, the heading never."""
    view = ui.LayoutView(timeout=None)
    room = TEXT_IN_MESSAGE // len(cards)
    parts = COMPONENTS // len(cards)
    seen: set[str] = set()
    for card in cards:
        container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=discord.Colour(card.accent.value))
        for text in _texts(card, room):
            container.add_item(ui.TextDisplay(text))
        for row in _rows(card, parts - PARTS_OF_A_CARD, seen):
            container.add_item(row)
        view.add_item(container)
    return view


def _texts(card: Card, room: int) -> Iterable[str]:
    """The card's two texts: what is said, and the small print."""
    small, _ = fit(card.small, room // 3)
    printed = "\n".join(small)
    head = [card.heading] if card.heading else []
    said, cut = fit([*head, *card.lines], room - len(printed) - 2)
    if cut:
        said.append("…")
    yield "\n".join(said)
    if printed:
        yield printed


def _rows(card: Card, parts: int, seen: set[str]) -> Iterable[ui.ActionRow[ui.LayoutView]]:
    """The card's buttons in rows of five, links last; an id that the message already has is not repeated.

    A film that no button can carry gets none: one without its film would ask about nothing.
    """
    buttons: list[PressButton | ui.Button[ui.LayoutView]] = []
    for press in card.presses:
        if press.question.movie and not is_film_id(press.question.movie):
            continue
        custom_id = to_custom_id(press.does.value, press.question, press.language)
        if custom_id not in seen:
            seen.add(custom_id)
            style = discord.ButtonStyle.primary if press.main else discord.ButtonStyle.secondary
            buttons.append(PressButton(press.label, custom_id, style))
    buttons.extend(ui.Button(label=clip(one.label, BUTTON_LABEL), url=one.url) for one in card.links)
    most = parts * BUTTONS_IN_ROW // (BUTTONS_IN_ROW + 1)
    for start in range(0, len(buttons[:most]), BUTTONS_IN_ROW):
        row: ui.ActionRow[ui.LayoutView] = ui.ActionRow()
        for button in buttons[start : min(start + BUTTONS_IN_ROW, most)]:
            row.add_item(button)
        yield row
