"""A picture, a PDF or an archive under the ending of a text is called what it is."""

import bz2
import gzip
import io
import lzma
import zipfile
from itertools import product

import pytest

from knowledge.curation.faults import Faulty
from knowledge.curation.upload import NO_TEXT, read_upload
from knowledge.curation.upload_parsers import PARSERS
from knowledge.library import Library
from tests.films import VOCABULARY

EMPTY = Library.of([], VOCABULARY)
ROW = b"title,year\nThe Kite,2001\n"


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("films.csv", ROW)
    return file.getvalue()


PACKED = {"ZIP": zipped(), "GZIP": gzip.compress(ROW), "BZIP2": bz2.compress(ROW), "XZ": lzma.compress(ROW)}
BEGUN = [(kind, begins + ROW) for begins, kind in NO_TEXT]


@pytest.mark.parametrize(("upload", "ending"), list(product([*PACKED.items(), *BEGUN], PARSERS)))
def test_a_file_that_is_no_text_is_told_from_one_in_another_encoding(
    upload: tuple[str, bytes], ending: str
) -> None:
    kind, data = upload
    with pytest.raises(Faulty) as caught:
        read_upload(f"films.{ending}", data, EMPTY)
    (fault,) = caught.value.faults
    assert (fault.file, fault.key) == (f"films.{ending}", "")
    assert f"of the kind {kind}" in str(fault)
    assert "Windows-1252" not in str(fault)


@pytest.mark.parametrize("page", [b"<!DOCTYPE html><p>Log in</p>", b"\n <html>\n<body>", b"<HTML>"])
def test_a_page_that_asks_for_a_password_is_no_table(page: bytes) -> None:
    with pytest.raises(Faulty, match="of the kind HTML"):
        read_upload("films.csv", page, EMPTY)


HALVES = ["\\ud800", "\\udfff", "a\\udc00b", "\\ud83d\\ud83d\\ude00"]
PLACES = ['{"title": "%s"}', '{"%s": 1}', '[{"story": {"says": "%s"}}]', '{"genres": ["%s"]}']


@pytest.mark.parametrize(("half", "place"), list(product(HALVES, PLACES)))
def test_half_a_sign_is_refused_wherever_it_stands_since_no_database_takes_it(half: str, place: str) -> None:
    with pytest.raises(Faulty, match="half of a sign") as caught:
        read_upload("films.json", (place % half).encode(), EMPTY)
    str(caught.value).encode()


def test_two_halves_that_are_one_sign_are_none() -> None:
    with pytest.raises(Faulty) as caught:
        read_upload("films.json", b'{"title": "\\ud83d\\ude00"}', EMPTY)
    assert "half of a sign" not in str(caught.value)
