"""What heads and cells of a spreadsheet are called in people's languages. The words come from outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.curation.plain_columns import EXAMPLE, plain


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Without any, a spreadsheet speaks English."""

    heads: Mapping[str, str] = field(default_factory=dict[str, str])
    """The column that a head of any language means, by the head in plain letters."""
    levels: Mapping[str, str] = field(default_factory=dict[str, str])
    """The level that a cell of any language means, in small letters."""
    shown: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the reader's language calls a column, and a choice of its cells."""
    examples: tuple[str, ...] = (EXAMPLE,)
    """How the title of a template's example begins, in each language."""

    def column(self, head: str) -> str:
        """The English name of a head, as far as one is known."""
        return self.heads.get(plain(head), plain(head))

    def called(self, name: str) -> str:
        """A column or a choice as the reader calls it."""
        return self.shown.get(name, name)


ENGLISH_SHEET = SheetWords()
