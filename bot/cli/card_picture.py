"""A card as a picture, nearly as Discord shows it on a phone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.ui.card import Card

WIDTH, EDGE, LINE = 900, 36, 44
SIZE, SMALL, BIG = 30, 24, 38
PAPER, INK, FAINT, BUTTON, HIDDEN = "#313338", "#f2f3f5", "#b5bac1", "#4e5058", "#1e1f22"
MARKS = re.compile(r"(\*\*|\|\|)")
SPACED = re.compile(r"\s*\S+|\s+")
ESCAPED = re.compile(r"\\(.)")
FACES = "noto-sans-latin-v*.ttf"
Pen = ImageDraw.ImageDraw
Face = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class DrawnWord:
    """A word with the space before it, and how it is drawn."""

    text: str
    bold: bool
    hidden: bool


def picture(card: Card) -> Image.Image:
    """The whole card with its buttons. Raises ModuleNotFoundError where the extra `playground` is missing."""
    image = Image.new("RGB", (WIDTH, 4000), PAPER)
    pen = ImageDraw.Draw(image)
    bottom = EDGE
    for line in card.text.splitlines():
        bottom = _line(pen, line, bottom)
    bottom = _buttons(pen, [button.label for button in card.buttons], bottom + LINE // 2)
    pen.rectangle((0, 0, 8, bottom), fill=f"#{card.accent.value:06x}")
    return image.crop((0, 0, WIDTH, bottom))


def _line(pen: Pen, line: str, top: int) -> int:
    """Draws a line of Discord's markdown, wrapped; gives where the next begins."""
    size, ink, indent = SIZE, INK, 0
    if line.startswith("### "):
        size, line = BIG, f"**{line[4:]}**"
    elif line.startswith("-# "):
        size, ink, line = SMALL, FAINT, line[3:]
    elif line.startswith("- "):
        indent, line = 28, line[2:]
        pen.text((EDGE, top), "•", font=_face(size), fill=ink)
    left, room = EDGE + indent, WIDTH - EDGE
    for word in _words(line):
        face, text = _face(size, bold=word.bold), word.text
        if left > EDGE + indent and left + face.getlength(text) > room:
            left, top = EDGE + indent, top + LINE
        text = text.lstrip() if left == EDGE + indent else text
        width = int(face.getlength(text))
        if word.hidden:
            pen.rectangle((left, top + 4, left + width, top + LINE - 4), fill=HIDDEN)
        else:
            pen.text((left, top), text, font=face, fill=ink)
        left += width
    return top + LINE + (BIG - SIZE if size == BIG else 0)


def _words(line: str) -> Iterator[DrawnWord]:
    bold = hidden = False
    for part in MARKS.split(line):
        if part == "**":
            bold = not bold
        elif part == "||":
            hidden = not hidden
        else:
            yield from (DrawnWord(ESCAPED.sub(r"\1", word), bold, hidden) for word in SPACED.findall(part))


def _buttons(pen: Pen, labels: list[str], top: int) -> int:
    left, face = EDGE, _face(SMALL)
    for label in labels:
        width = int(face.getlength(label)) + 40
        if left + width > WIDTH - EDGE and left > EDGE:
            left, top = EDGE, top + LINE + 16
        pen.rounded_rectangle((left, top, left + width, top + LINE + 6), radius=10, fill=BUTTON)
        pen.text((left + 20, top + 8), label, font=face, fill=INK)
        left += width + 14
    return top + LINE + 6 + EDGE


def _face(size: int, *, bold: bool = False) -> Face:
    """The letters of the playground, which have the accents of all our languages."""
    found = find_spec("simcord")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("pictures need the playground", name="simcord")
    file = next(Path(found.submodule_search_locations[0]).rglob(FACES))
    face = ImageFont.truetype(file, size)
    face.set_variation_by_name("Bold" if bold else "Regular")
    return face
