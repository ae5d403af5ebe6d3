"""What buttons, menus and forms ask for, as values. How an action stands in a custom_id: action_ids.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from bot.ui.limits import CUT
from knowledge.questions import Question

CHOSEN = "chosen"
"""The name under which what was chosen in a menu stands."""


class ActionVerb(Enum):
    """What is to be done. The values are in messages for years: never change one.

    A verb that one feature alone makes and handles stands in a kind of its own in that feature's file.
    """


class Verb(ActionVerb):
    """What one file makes and another handles."""

    ANSWER = "answer"
    """Answers its question, to the presser alone."""
    SHARE = "share"
    """Answers its question, for all to see."""
    GLANCE = "glance"
    """Shows its film at a glance, for all to see."""
    MORE = "more"
    """Answers its question at full length, to the presser alone."""
    SOURCES = "sources"
    """Shows where the answer comes from, to the presser alone."""
    NONE_OF_THESE = "none"
    """None of the films that were offered for its words is the one that was meant."""
    ASK = "ask"
    """Opens the form for a question about its film."""
    AGES = "age"
    """Opens the form for the ages of the children."""

    REPORT = "wrong"
    """Opens the form that says what is wrong with its film's entry."""
    REPORT_OPEN = "report_open"
    NOTIFY = "notify"
    """Asks to be told in this channel when its film, else the one of its words, has a guide."""
    REVIEW = "review"
    """Opens the form in which a family says what it saw of its film."""
    REVIEW_FORM = "review_form"
    """The same, when the guidelines were read."""
    REVIEW_MORE = "review_more"
    """Opens the second form, for those who have more to say."""
    REVIEW_DELETE = "review_delete"
    REVIEW_OPEN = "review_open"
    """Shows moderators a review with all that they can do about it."""
    REVIEWS_READ = "reviews_read"
    """Shows a page of its film's reviews."""
    """Shows as a picture from which age families would let a child see its film."""
    SETTINGS = "settings"
    SETTINGS_SENT = "settings_sent"
    SEND_AGAIN = "again"

    BEGIN = "begin"
    """Begins an entry of a title, or goes on with the draft that there is."""
    BEGIN_FILM = "write"
    """Begins the entry of its film, which is known without one."""
    BEGIN_ANYWAY = "begin_sure"
    """Begins an entry, though others look like it."""
    BEGIN_SENT = "began"
    EDIT = "edit"
    SECTION = "part"
    SECTION_SENT = "filled"
    STEP_SKIP = "skip"
    TAKE_HINTS = "hints"
    DRAFT = "draft"
    DRAFT_SAVE = "keep"
    DRAFT_LOOK = "look"
    DRAFT_JOIN = "join"
    DRAFT_OWN = "own"
    PREVIEW = "see"
    DISCARD = "discard"
    PUBLISH = "publish"
    TAKE_MINE = "mine"
    TAKE_THEIRS = "theirs"
    MERGE = "both"
    ALIAS = "alias"

    HISTORY = "history"
    REVISION = "revision"
    NEWEST_REVISION = "waiting"
    REVERT = "revert"
    APPROVE = "approve"
    CHECK = "check"

    OFFER_OPEN = "offer_open"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: which, about which film or question, and what was chosen or typed."""

    verb: ActionVerb
    movie: str = ""
    """A film's id, or empty."""
    detail: str = ""
    """A number, a part or a title, as the verb needs it."""
    question: Question | None = None
    """What a parent asks; its film is the action's."""
    language: str = ""
    """In which to answer, where it is not that of the presser."""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """What a menu or a form holds, by the name of its field; it stands in no custom_id."""

    @classmethod
    def about(cls, verb: ActionVerb, question: Question, language: str = "") -> "Action":
        """Does something with a question."""
        return cls(verb, question.movie or "", question.words, question, language)

    def one(self, name: str = CHOSEN) -> str:
        """The single value of a field, or an empty text."""
        return next(iter(self.values.get(name, ())), "")

    @property
    def typed(self) -> str:
        """All that was typed or chosen, to be said back."""
        return " · ".join(" ".join(values) for values in self.values.values() if values)

    def with_values(self, values: Mapping[str, tuple[str, ...]]) -> "Action":
        """The same with what was chosen or typed."""
        return replace(self, values=values)


def uncut(text: str) -> str:
    """A text out of an action, or an empty one where only its beginning had room."""
    return "" if text.endswith(CUT) else text
