"""What is wrong with a file is said in the language of whoever sent it."""

import pytest

from bot.entry.fault_lines import fault_text
from bot.ui.phrases import Languages
from knowledge.curation.faults import Faulty
from knowledge.curation.upload import read_upload
from knowledge.library import Library

FILE = b"""
id = "the-kite-2001"
title = "The Kite"
year = "soon"
colour = "red"
[[findings]]
topic = "feer"
level = "lots"
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "is missing; add it"),
        ("de", "fehlt; füge es hinzu"),
        ("es", "falta; añádelo"),
        ("fr", "manque ; ajoutez-le"),
    ],
)
def test_a_fault_is_said_in_each_language(library: Library, language: str, said: str) -> None:
    with pytest.raises(Faulty) as found:
        read_upload("kite.toml", FILE, library)
    texts = {fault_text(fault, Languages()[language]) for fault in found.value.faults}
    assert said in texts
    english = {fault.says for fault in found.value.faults}
    assert texts == english if language == "en" else texts.isdisjoint(english)
