"""Why something was not fetched, and whether to try again. Retry-After is read here."""

from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be others in a while."""
TOO_MUCH = frozenset({413, 414, 500, 502, 504})
"""Answers to a query that may be too large: Wikidata says 500 where one takes too long."""


class Unfetched(Exception):
    """It was not fetched; the text says why in one line, with the service's name."""


class Overloaded(Unfetched):
    """The same, and less at once may do."""


class Again(Exception):
    """Not this time. The text goes on after the service's name."""

    def __init__(
        self, text: str, wait: float | None = None, *, overloaded: bool = False, final: bool = False
    ) -> None:
        super().__init__(text)
        self.wait = wait
        """Seconds that the service asks to wait."""
        self.overloaded = overloaded
        self.final = final
        """It will say the same the next time."""


def refusal_of(status: int, retry_after: str | None, now: float) -> Again:
    """What to raise for an HTTP status; `now` in seconds since 1970."""
    return Again(
        f"answers {status} ({_phrase(status)})",
        seconds_of(retry_after, now),
        overloaded=status in TOO_MUCH,
        final=status not in BUSY,
    )


def seconds_of(retry_after: str | None, now: float) -> float | None:
    """Seconds that a header asks to wait, given in seconds or as a date; None where it says nothing."""
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        date = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "no status that is known"
