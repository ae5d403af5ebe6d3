"""Exceptions into a line for the operator, which says what to do. One that is not here is a fault of ours."""

from collections.abc import Callable, Mapping
from errno import (
    EACCES,
    EDQUOT,
    EEXIST,
    EFBIG,
    EISDIR,
    ELOOP,
    EMFILE,
    ENAMETOOLONG,
    ENOENT,
    ENOSPC,
    ENOTDIR,
    EPERM,
    EROFS,
)
from pathlib import Path
from typing import Any


class UsageError(Exception):
    """The command cannot be run as it was asked; its text says why, and what would be right."""


FULL = "the disk is full; make room, then run this again"
FILES: Mapping[int, str] = {
    EACCES: "{file} may not be used by this user; let Usher read and write it, or name another",
    EPERM: "{file} may not be used by this user; let Usher read and write it, or name another",
    EDQUOT: FULL,
    EEXIST: "{file} is there already; name another file",
    EFBIG: FULL,
    EISDIR: "{file} is a folder; name a file",
    ELOOP: "{file} is a link that leads back to itself; mend it, or name the file",
    EMFILE: "too many files are open; allow more (ulimit -n)",
    ENAMETOOLONG: "the name {file} is too long; name another",
    ENOENT: "there is no {file}; look at its name",
    ENOSPC: FULL,
    ENOTDIR: "a part of {file} is a file where a folder is wanted; look at its name",
    EROFS: "{file} is on a disk that is read-only; name another place",
}
"""What the machine says of a file."""


def _file(error: OSError) -> str:
    if error.filename is None and error.errno == ENOENT:
        return "the folder that you are in is gone; go to another"
    if error.filename is None and error.errno not in (ENOSPC, EDQUOT, EFBIG, EMFILE):
        return error.strerror or str(error)
    says = FILES.get(error.errno or 0, "{file}: {why}")
    file = Path(str(error.filename))
    if file.is_symlink() and error.errno in (ENOENT, EEXIST):
        says = "{file} is a link that leads nowhere; mend it"
    elif error.errno == ENOENT and not file.absolute().parent.is_dir():
        says = "there is no folder for {file}; make it, or look at the name"
    return says.format(file=error.filename, why=error.strerror)


def _catalogue(error: Exception) -> str:
    match str(getattr(error, "sqlite_errorname", "")).split("_")[1:2]:
        case ["FULL"]:
            return FULL
        case ["IOERR"]:
            return "the disk fails at the catalogue; look whether it is whole and has room"
        case ["BUSY" | "LOCKED"]:
            return "another program is at the catalogue; wait until it is done, then run this again"
        case ["READONLY" | "CANTOPEN" | "PERM" | "AUTH"]:
            return "the catalogue cannot be opened; let Usher write in the folder catalogue in USHER_DATA_DIR"
        case _:
            return (
                "the catalogue is damaged; move the folder catalogue in USHER_DATA_DIR away, and import again"
            )


LINES: Mapping[str, Callable[[Any], str]] = {
    "bot.cli.error_lines.UsageError": str,
    "bot.cli.sqlite_lock.InUse": str,
    "bot.cli.discord_address.NotDiscord": str,
    "builtins.OSError": _file,
    "builtins.ModuleNotFoundError": lambda error: (
        f"this needs {error.name}; install Usher again (see README)"
    ),
    "sqlite3.Error": _catalogue,
    "bot.titles_factory.DamagedIndex": str,
    "knowledge.catalogue.formats.sniff.UnknownFormat": str,
    "knowledge.storage.database.DatabaseAway": str,
    "knowledge.storage.schema_upgrade.TooNew": str,
    "knowledge.storage.backup.BadBackup": str,
    "discord.errors.LoginFailure": lambda _: (
        "Discord does not know this token; copy it again from the developer portal (see README)"
    ),
    "discord.errors.HTTPException": lambda error: (
        f"Discord refuses to start the bot (status {error.status}); try again later"
    ),
    "discord.errors.GatewayNotFound": lambda _: "Discord cannot be reached; try again later",
    "discord.errors.ConnectionClosed": lambda error: (
        f"Discord has ended the connection (code {error.code}); look at the bot in the developer portal"
    ),
    "aiohttp.client_exceptions.ClientError": lambda error: (
        f"Discord cannot be reached ({error}); look at the network, or try again later"
    ),
    "simcord.backend.errors.SetupError": lambda error: (
        f"the playground cannot be opened ({error}); USHER_PLAYGROUND_PORT takes another port, 0 any free one"
    ),
}
"""By the full name of the exception or of one that it is a kind of, the nearest first; none is imported."""


def line(error: Exception) -> str | None:
    """What the operator reads; None for a fault of ours, whose traceback is wanted."""
    names = (f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__)
    says = next((LINES[name] for name in names if name in LINES), None)
    return says(error) if says else None
