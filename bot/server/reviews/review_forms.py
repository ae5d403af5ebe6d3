"""The two forms of a review, and what was chosen and typed into them as a review."""

from collections.abc import Iterable
from itertools import product

from bot.ui.actions import Action
from bot.ui.message import Option
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.stars import stars_of
from knowledge.entry import Level
from knowledge.reviews.review import (
    LEVELLED,
    LEVELS,
    LONGEST_HEADING,
    LONGEST_TEXT,
    MOST_AGES,
    OWN_AGE,
    Flag,
    Review,
)

WHO = ("parent", "teen", "kid", "educator")
CHILDREN = range(1, 19)
SUITS = (0, *range(2, 19))
STARS = range(5, 0, -1)
SPOILS, NAMED = "spoils", "named"
BETWEEN = "."


def first_form(sent: Action, old: Review | None, say: Phrases) -> Form:
    """All that is chosen and nothing that is typed: it takes a minute."""
    ages = tuple(Option(str(age), str(age)) for age in CHILDREN)
    suits = tuple(Option(str(age) if age else say("review_form.all_ages"), str(age)) for age in SUITS)
    who = tuple(Option(say(f"review_form.who_{one}"), one) for one in WHO)
    stars = tuple(Option(stars_of(star), str(star)) for star in STARS)
    flags = tuple(Option(say.label(f"flag.{flag}"), flag.value) for flag in Flag)
    held = _held(old)
    return Form(
        say("review_form.title"),
        sent,
        (
            _field("who", FieldKind.RADIO, say, held, who, required=True),
            _field("ages", FieldKind.MENU, say, held, ages, most=MOST_AGES),
            _field("suits", FieldKind.MENU, say, held, suits, required=True),
            _field("stars", FieldKind.RADIO, say, held, stars, required=True),
            _field("flags", FieldKind.TICKS, say, held, flags),
        ),
    )


def second_form(sent: Action, old: Review, say: Phrases) -> Form:
    """How much there is of what families ask about, a heading and a text."""
    levels = tuple(
        Option(
            say.label("review_form.level", topic=say(f"levelled.{flag}"), level=say(f"level.{level}")), value
        )
        for flag, level in product(LEVELLED, LEVELS)
        if (value := f"{flag}{BETWEEN}{level}")
    )
    marks = (Option(say("review_form.spoils"), SPOILS), Option(say("review_form.named"), NAMED))
    held = _held(old)
    return Form(
        say("review_form.more_title"),
        sent,
        (
            _field("levels", FieldKind.MENU, say, held, levels, most=len(LEVELLED)),
            _field("heading", FieldKind.LINE, say, held, most=LONGEST_HEADING),
            _field("text", FieldKind.TEXT, say, held, most=LONGEST_TEXT),
            _field("marks", FieldKind.TICKS, say, held, marks),
        ),
    )


def read_first(action: Action, old: Review | None) -> Review:
    """What was chosen in the first form; what the second one holds stays."""
    who, ages = action.one("who"), sorted({int(age) for age in action.values.get("ages", ())})
    # A teen may have watched with somebody small: their own age is the oldest, and alone is kept.
    own = ages[-1:] if who in OWN_AGE else ages
    chosen = {
        "who": who,
        "ages": tuple(own),
        "suits_from": int(action.one("suits")),
        "stars": int(action.one("stars")),
        "flags": tuple(flag for flag in Flag if flag.value in action.values.get("flags", ())),
    }
    kept = old.model_dump(include={"levels", "heading", "text", "spoils", "named"}) if old else {}
    return Review.model_validate({**kept, **chosen})


def read_second(action: Action, old: Review) -> Review:
    """The review with what the second form adds. Of two levels of one topic the higher one is meant."""
    marks, chosen = action.values.get("marks", ()), set(action.values.get("levels", ()))
    levels: dict[Flag, Level] = {
        flag: level for flag, level in product(LEVELLED, LEVELS) if f"{flag}{BETWEEN}{level}" in chosen
    }
    more = {
        "levels": levels,
        "heading": _clean(action.one("heading"), LONGEST_HEADING),
        "text": _clean(action.one("text"), LONGEST_TEXT),
        "spoils": SPOILS in marks,
        "named": NAMED in marks,
    }
    return Review.model_validate({**old.model_dump(), **more})


def _held(old: Review | None) -> dict[str, tuple[str, ...]]:
    """What the fields hold when a form opens."""
    if old is None:
        return {}
    marks = [name for name, on in ((SPOILS, old.spoils), (NAMED, old.named)) if on]
    return {
        "who": (old.who,),
        "ages": tuple(map(str, old.ages)),
        "suits": (str(old.suits_from),),
        "stars": (str(old.stars),),
        "flags": tuple(flag.value for flag in old.flags),
        "levels": tuple(f"{flag}{BETWEEN}{level}" for flag, level in old.levels.items()),
        "heading": (old.heading,) if old.heading else (),
        "text": (old.text,) if old.text else (),
        "marks": tuple(marks),
    }


def _field(
    name: str,
    kind: FieldKind,
    say: Phrases,
    held: dict[str, tuple[str, ...]],
    options: Iterable[Option] = (),
    *,
    required: bool = False,
    most: int | None = None,
) -> Field:
    label, hint = say(f"review_form.{name}"), say.label(f"review_form.{name}_hint")
    return Field(name, kind, label, hint, held.get(name, ()), tuple(options), required, most)


def _clean(text: str, most: int) -> str:
    """No NUL and no half characters, which no database takes."""
    return text.encode("utf-8", "replace").decode().replace("\0", "").strip()[:most]
