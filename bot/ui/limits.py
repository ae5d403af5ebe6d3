"""Discord's documented limits, and how text is cut to them. Lengths are in characters."""

from collections.abc import Iterable

ALT_TEXT = 256
CHOICES = 25
CHOICE_NAME = 100
CUSTOM_ID = 100
BUTTON_LABEL = 80
BUTTON_URL = 512
BUTTONS_IN_ROW = 5
COMPONENTS = 40
TEXT_IN_MESSAGE = 4000
FORM_TITLE = 45
FORM_LABEL = 45
PLACEHOLDER = 100
QUESTION = 500
"""What a question may be long, however it is asked; ours, not Discord's."""
TITLE = 300
"""What a title may be long; ours, not Discord's."""
CUT = "…"


def clip(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis where it is too long."""
    if len(text) <= most:
        return text
    if most <= 0:
        return ""
    cut = text[: most - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}{CUT}"


def fit(lines: Iterable[str], most: int) -> tuple[list[str], bool]:
    """As many whole lines as fit, joined by line breaks, and whether any was left out."""
    kept: list[str] = []
    room = most
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return kept, True
        kept.append(line)
    return kept, False
