"""The card of a server's settings, and the form that changes them."""

from collections.abc import Iterable, Sequence

from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.markdown import Markdown
from bot.ui.message import Message, Option
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from knowledge.storage.servers import ServerSettings
from knowledge.vocabulary import Board as RatingBoard

STRICTNESS = range(6)
PRIVATE, SECOND, WAIT = "private", "second", "wait"
BAR = "|"


def settings_message(chosen: ServerSettings, country: str, say: Phrases, *, manages: bool = True) -> Message:
    """What holds now, one line a setting; who may not change all of it reads so."""
    role, channel = chosen.moderator_role, chosen.queue_channel
    lines = (
        say("settings.role", role=Markdown(f"<@&{role}>")) if role else say("settings.role_none"),
        _channel(channel, say),
        say("settings.country", place=say.country(country)),
        say("settings.private_answers" if chosen.private_answers else "settings.open_answers"),
        _strictness(chosen.strictness, say),
        say("settings.second_person" if chosen.second_person else "settings.no_second_person"),
        say("settings.reviews_wait" if chosen.reviews_wait else "settings.no_reviews_wait"),
    )
    hint = (say("settings.role_hint"),) if role else ()
    small = hint if manages else (*hint, say("settings.guarded"))
    change = Button(say("settings.change"), Action(Verb.SETTINGS), ButtonStyle.MAIN)
    return Message((Card(say("settings.head"), lines, small),), buttons=(change,))


def settings_form(chosen: ServerSettings, country: str, boards: Iterable[RatingBoard], say: Phrases) -> Form:
    """The form, holding what was chosen; its action has that: only what is changed in it is changed."""
    places = {board.country: say.country(board.country) for board in boards}
    ticks = ((PRIVATE, chosen.private_answers), (SECOND, chosen.second_person), (WAIT, chosen.reviews_wait))
    rules = [tick for tick, on in ticks if on]
    return Form(
        say("settings.form"),
        Action(Verb.SETTINGS_SENT, detail=_as_opened(chosen, country)),
        (
            _field(
                "role", FieldKind.ROLE, say, _held(chosen.moderator_role), hint="settings.field_role_hint"
            ),
            _field(
                "channel",
                FieldKind.CHANNEL,
                say,
                _held(chosen.queue_channel),
                hint="settings.field_channel_hint",
            ),
            _field("country", FieldKind.MENU, say, (country,), _options(places.items())),
            _field("strictness", FieldKind.RADIO, say, (str(chosen.strictness),), _ages(say)),
            _field("rules", FieldKind.TICKS, say, rules, _rules(say), hint="settings.field_rules_hint"),
        ),
    )


def _as_opened(chosen: ServerSettings, country: str) -> str:
    """What the form holds when it opens, in a few characters."""
    ids = (chosen.moderator_role or 0, chosen.queue_channel or 0)
    rules = (chosen.private_answers, chosen.second_person, chosen.reviews_wait)
    numbers = (*ids, chosen.strictness, *map(int, rules))
    return BAR.join((country, *map(str, numbers)))


def _field(
    name: str,
    kind: FieldKind,
    say: Phrases,
    value: Sequence[str],
    options: tuple[Option, ...] = (),
    hint: str | None = None,
) -> Field:
    label, about = say(f"settings.field_{name}"), say(hint) if hint else ""
    return Field(name, kind, label, about, tuple(value), options)


def _held(chosen: int | None) -> tuple[str, ...]:
    return (str(chosen),) if chosen else ()


def _options(pairs: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(label, value) for value, label in sorted(pairs, key=lambda pair: pair[1]))


def _rules(say: Phrases) -> tuple[Option, ...]:
    return (
        Option(say("settings.tick_private"), PRIVATE),
        Option(say("settings.tick_second"), SECOND),
        Option(say("settings.tick_wait"), WAIT),
    )


def _ages(say: Phrases) -> tuple[Option, ...]:
    return tuple(Option(_strictness(years, say).replace("**", ""), str(years)) for years in STRICTNESS)


def _channel(channel: int | None, say: Phrases) -> Markdown:
    return (
        say("settings.channel", channel=Markdown(f"<#{channel}>"))
        if channel
        else say("settings.channel_none")
    )


def _strictness(years: int, say: Phrases) -> str:
    return say("settings.strictness", count=years)
