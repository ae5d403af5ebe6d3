"""When commands are told to Discord: where they are others than the last time, and by one process alone."""

import json
import logging
from hashlib import sha256
from pathlib import Path
from typing import Any

from discord import app_commands

log = logging.getLogger(__name__)


class ToldCommands:
    """Remembers in a file what Discord was told last; without a file it tells them each time."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    async def sync(self, tree: app_commands.CommandTree[Any], application: int | None) -> bool:
        """Tells Discord the commands unless it knows them already; whether it was told."""
        if self._file is None:
            await tree.sync()
            return True
        fingerprint = f"{application} {await fingerprint_of(tree)}"
        if self._last(self._file) == fingerprint:
            return False
        await tree.sync()
        self._keep(self._file, fingerprint)
        return True

    @staticmethod
    def _last(file: Path) -> str | None:
        try:
            return file.read_text(encoding="utf-8")
        except OSError:
            return None  # None was kept yet: Discord is told once more, which does no harm.

    @staticmethod
    def _keep(file: Path, fingerprint: str) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(fingerprint, encoding="utf-8")
        except OSError as error:
            log.info(
                "commands are told to Discord at each start, since %s cannot be written (%s)", file, error
            )


async def fingerprint_of(tree: app_commands.CommandTree[Any]) -> str:
    """A text that differs where a command, its words or its choices do."""
    translator, commands = tree.translator, tree.get_commands()
    told = [
        await one.get_translated_payload(tree, translator) if translator else one.to_dict(tree)
        for one in commands
    ]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
