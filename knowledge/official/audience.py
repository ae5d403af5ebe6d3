"""Whether boards passed a film for children, by the stages of their codes."""

from collections.abc import Iterable

from knowledge.official.reason_reader import reader_of

WITH_GUIDANCE, OLDER_TEENAGERS = 1, 3
"""The stages of boards.toml."""


def for_children(codes: Iterable[tuple[str, str]]) -> bool | None:
    """True: for all or with guidance; False: for older teenagers and adults; None: between, or not known.

    `codes` are (board, code); of several the strictest counts.
    """
    stages = [stage for board, code in codes if (stage := reader_of(board).stages.get(code)) is not None]
    if any(stage >= OLDER_TEENAGERS for stage in stages):
        return False
    return True if max(stages, default=OLDER_TEENAGERS) <= WITH_GUIDANCE else None
