"""What Discord sends, as JSON: people, servers, messages and interactions. No behaviour."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

Json = dict[str, Any]

APPLICATION_ID = "1"
SHARD_BITS = 22
MANAGE_GUILD = 1 << 5
CHANNEL_ID = "5"
LISTS = (
    *("emojis", "stickers", "threads", "voice_states", "presences"),
    *("stage_instances", "guild_scheduled_events", "soundboard_sounds"),
)
LEVELS = (
    *("verification_level", "mfa_level", "premium_tier", "nsfw_level"),
    *("default_message_notifications", "explicit_content_filter"),
)
"""What a server has and we never look at."""


def person(number: int, name: str = "parent", **more: object) -> Json:
    """A user."""
    return {"id": str(number), "username": name, "discriminator": "0", "avatar": None, **more}


ME = person(1, "Usher", bot=True)
PARENT = person(2)
APPLICATION: Json = {
    "id": APPLICATION_ID,
    "name": "Usher",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "flags": 0,
    "owner": PARENT,
}


def member(user: Json, permissions: int = 0) -> Json:
    """A user in a server."""
    joined = "2026-01-01T00:00:00+00:00"
    told: Json = {"roles": [], "joined_at": joined, "deaf": False, "mute": False, "flags": 0}
    return {"user": user, "permissions": str(permissions), **told}


def server_id(number: int, shard: int = 0, shards: int = 1) -> int:
    """The id of a server that falls to this shard."""
    return (shard + number * shards) << SHARD_BITS


def server(number: int, channels: int = 1, roles: int = 1) -> Json:
    """A server as GUILD_CREATE tells of it."""
    return {
        "id": str(number),
        "name": f"server {number}",
        "owner_id": "2",
        "preferred_locale": "en-US",
        "member_count": 100,
        "members": [member(ME)],
        "channels": [_channel(number + 1 + place, number) for place in range(channels)],
        "roles": [_role(number + place) for place in range(roles)],
        "features": [],
        "unavailable": False,
        **{name: [] for name in LISTS},
        **dict.fromkeys(LEVELS, 0),
    }


def _channel(number: int, guild: int) -> Json:
    told = {"type": 0, "name": f"channel-{number}", "position": 0, "nsfw": False, "parent_id": None}
    return {"id": str(number), "guild_id": str(guild), "permission_overwrites": [], "topic": None, **told}


def _role(number: int) -> Json:
    told = {"color": 0, "hoist": False, "position": 0, "managed": False, "mentionable": False, "flags": 0}
    colors = {"primary_color": 0, "secondary_color": None, "tertiary_color": None}
    return {"id": str(number), "name": f"role {number}", "permissions": "0", "colors": colors, **told}


def message(number: int, content: str, author: Json = PARENT, **more: object) -> Json:
    """A message; without a server it is a direct one."""
    flags = {"tts": False, "mention_everyone": False, "pinned": False, "type": 0, "edited_timestamp": None}
    lists = ("mentions", "mention_roles", "attachments", "embeds", "components")
    return {
        "id": str(number),
        "channel_id": CHANNEL_ID,
        "author": author,
        "content": content,
        "timestamp": "2026-11-30T12:00:00+00:00",
        **flags,
        **{name: [] for name in lists},
        **more,
    }


def interaction(number: int, kind: int, data: Json, guild: int | None, **more: object) -> Json:
    """What somebody does with us, in a server of ours, else in a direct message."""
    manages = member(PARENT, MANAGE_GUILD)
    here: Json = {"guild_id": str(guild), "member": manages, "context": 0}
    where = here if guild else {"user": PARENT, "context": 1}
    direct: Json = {"id": CHANNEL_ID, "type": 1, "recipients": []}
    channel = _channel(guild + 1, guild) if guild else direct
    return {
        "id": str(number),
        "application_id": APPLICATION_ID,
        "type": kind,
        "token": f"token-{number}",
        "version": 1,
        "locale": "en-US",
        "app_permissions": "0",
        "attachment_size_limit": 10_000_000,
        "authorizing_integration_owners": {"0": str(guild or 0)},
        "entitlements": [],
        "channel_id": channel["id"],
        "channel": {**channel, "permissions": "0"},
        "data": data,
        **where,
        **more,
    }


def command(name: str, options: Mapping[str, str], *, focused: str | None = None) -> Json:
    """A command that was typed, or with a focused option one that is being typed."""
    listed = [
        {"name": one, "type": 3, "value": value, **({"focused": True} if one == focused else {})}
        for one, value in options.items()
    ]
    return {"id": "77", "name": name, "type": 1, "options": listed}


def press(custom_id: str) -> Json:
    """A button that was pressed."""
    return {"custom_id": custom_id, "component_type": 2}


def form(custom_id: str, typed: Mapping[str, str]) -> Json:
    """A form that was sent."""
    texts = [
        {"type": 18, "id": place, "component": {"type": 4, "id": place, "custom_id": name, "value": value}}
        for place, (name, value) in enumerate(typed.items(), 1)
    ]
    return {"custom_id": custom_id, "components": texts}


def found(data: object, key: str) -> Iterator[Any]:
    """Every value that stands under this key, however deep."""
    if isinstance(data, dict):
        pairs = cast("Json", data)
        yield from (value for name, value in pairs.items() if name == key)
        data = list(pairs.values())
    if isinstance(data, list):
        for inner in cast("list[object]", data):
            yield from found(inner, key)
