"""What an uploaded file would change, and every fault of what it can't, with film, row and column."""

from collections.abc import Iterable, Iterator

from bot.entry.diff_lines import difference_lines, field_name
from bot.entry.fault_lines import problem_text
from bot.entry.waiting_uploads import WaitingUpload
from bot.ui.card import Accent, Button, Card
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases
from knowledge.curation.diff import Proposed
from knowledge.curation.uploaded import UploadedEntry

MOST_SHOWN = 5
MOST_FAULTS = 25
ROW = "row "


def upload_message(found: WaitingUpload, confirm: Button, say: Phrases) -> Message:
    """The faults first, then what is new or differs; without a button where nothing could be done."""
    changing, faulty = found.changing, found.faulty
    if not changing and not faulty:
        key = "file.same" if found.proposed else "file.no_film_yet"
        return Message((Card(None, (say(key, count=len(found.proposed)),)),))
    new = sum(one.before is None for one in changing)
    head = say(
        "file.dry",
        new=new,
        changed=len(changing) - new,
        same=len(found.proposed) - len(changing),
        faulty=len(faulty),
    )
    lines = (line for one in changing[:MOST_SHOWN] for line in _proposed(one, say))
    more = len(changing) - MOST_SHOWN
    rest = (say("file.more", count=more),) if more > 0 else ()
    buttons = (confirm,) if changing or found.drafts else ()
    card = Card(
        None, (head, *_becomes(found, say), *_faults(faulty, say), *lines, *rest), accent=_accent(faulty)
    )
    return Message((card,), buttons=buttons)


def _becomes(found: WaitingUpload, say: Phrases) -> Iterator[str]:
    """What happens to those that are to be corrected."""
    if found.drafts:
        yield say("file.become_drafts", count=len(found.drafts))
    if left := len(found.faulty) - len(found.drafts):
        yield say("file.left_out", count=left)


def _accent(faulty: tuple[UploadedEntry, ...]) -> Accent:
    return Accent.CARE if faulty else Accent.PLAIN


def _faults(faulty: tuple[UploadedEntry, ...], say: Phrases) -> Iterator[str]:
    left = MOST_FAULTS
    for one in faulty:
        if left <= 0:
            break
        heading = escape(one.heading, TYPED) if one.heading else say("file.untitled")
        yield say("file.faulty_entry", heading=heading, place=_place(one.place, say))
        for column, wrong in one.faults[:left]:
            yield say("file.fault", column=_called(column, say), fault=problem_text(wrong, say))
        left -= len(one.faults)
    over = sum(len(one.faults) for one in faulty) - MOST_FAULTS
    if over > 0:
        yield say("file.more_faults", count=over)


def _called(column: str, say: Phrases) -> Markdown:
    """A column as it stands in the sheet, or a field of an entry by its name."""
    if say.name(f"record.{column.partition('.')[0]}", ""):
        return Markdown(escape(field_name(column, say)))
    return Markdown(f"`{column.replace('`', '')}`")


def _place(place: str, say: Phrases) -> str:
    """Such as *row 3*; of a file with one entry there is nothing to say."""
    number = place.rpartition(".")[2].removeprefix(ROW)
    if not number.isdigit():
        return ""
    if place.startswith(ROW):
        return say("file.in_row", number=number)
    return say("file.in_entry", number=int(number) + 1)


def _proposed(one: Proposed, say: Phrases) -> Iterable[str]:
    yield f"**{escape(one.movie.heading)}**"
    if one.before is None:
        yield say("file.new", pitch=escape(one.movie.pitch))
    else:
        yield from difference_lines(one.differences, say, MOST_SHOWN)
