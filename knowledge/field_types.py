"""The kinds of text and number that an entry holds, with their limits and what is said beyond them."""

from typing import Annotated

from knowledge.field_marks import Box, Input, NameOf, RightForm, Spoils
from knowledge.strict_model import Limits, TextLimits

_ONE_LINE = r"^\S[^\r\n]*\S$|^\S$"
Line = Annotated[str, TextLimits(min_length=1, max_length=300, pattern=_ONE_LINE), RightForm("one_line")]
"""One spoiler-free line for a card."""
Paragraph = Annotated[str, TextLimits(min_length=1, max_length=900)]
Name = Annotated[str, TextLimits(min_length=1, max_length=120, pattern=_ONE_LINE), RightForm("one_line")]
Key = Annotated[
    str, TextLimits(max_length=80, pattern=r"^[a-z0-9]+(?:[-_][a-z0-9]+)*$"), RightForm("key_form")
]
"""A name by which files point at each other: lower case, digits, hyphens, underscores."""
Minutes = Annotated[int, Limits(ge=1, le=1000)]
ImdbId = Annotated[str, TextLimits(pattern=r"^tt\d{7,9}$"), RightForm("imdb_form")]
WikidataId = Annotated[str, TextLimits(pattern=r"^Q[1-9]\d*$"), RightForm("wikidata_form")]
Address = Annotated[str, TextLimits(pattern=r"^https://\S+$", max_length=300), RightForm("address_form")]
MovieId = Annotated[
    str, TextLimits(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60), RightForm("movie_id_form")
]
"""Short enough that a button can carry it with a question."""
Age = Annotated[int, Limits(ge=0, le=21)]
"""Years."""
Cited = Annotated[tuple[Key, ...], Limits(min_length=1), NameOf.SOURCE, Input(Box.MENU, 10)]
"""The sources of a statement."""
Detail = Annotated[Paragraph | None, Spoils(), Input(Box.TEXT, 900)]
"""What gives the plot away."""
Topics = Annotated[tuple[Key, ...], NameOf.TOPIC, Input(Box.MENU, 10, "flags")]
"""What a voice says of topics."""
Rows = Annotated[tuple[Line, ...], Input(Box.TEXT, 3500, apart="\n")]
"""Sentences, typed one a row."""
