"""What takes long to make is made once for each content of what it is made of."""

from pathlib import Path

import pytest

from knowledge.kept_file import keep_whole, kept


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "words.toml"
    file.write_text("one", encoding="utf-8")
    return file


def made_of(folder: Path | None, source: Path) -> tuple[bytes, int]:
    """What is kept of the source, and how often it was made for it."""
    times: list[int] = []

    def make() -> bytes:
        times.append(1)
        return source.read_bytes().upper()

    return kept(folder, "words", [source], make), len(times)


def test_it_is_made_once_and_again_when_its_source_changes(source: Path, tmp_path: Path) -> None:
    assert [made_of(tmp_path, source) for _ in range(2)] == [(b"ONE", 1), (b"ONE", 0)]
    source.write_text("two", encoding="utf-8")
    assert [made_of(tmp_path, source) for _ in range(2)] == [(b"TWO", 1), (b"TWO", 0)]
    assert len(list(tmp_path.glob("words-*"))) == 1


@pytest.mark.parametrize("damaged", [b"", b"ONE", b"00000000\nONE", b"\xff\n"])
def test_what_is_damaged_is_made_again(source: Path, tmp_path: Path, damaged: bytes) -> None:
    made_of(tmp_path, source)
    (file,) = tmp_path.glob("words-*")
    file.write_bytes(damaged)
    assert [made_of(tmp_path, source) for _ in range(2)] == [(b"ONE", 1), (b"ONE", 0)]


@pytest.mark.parametrize("place", [None, "nowhere", "words.toml"])
def test_where_nothing_can_be_kept_it_is_made_each_time(
    source: Path, tmp_path: Path, place: str | None
) -> None:
    folder = tmp_path / place if place else None
    assert [made_of(folder, source) for _ in range(2)] == [(b"ONE", 1), (b"ONE", 1)]
    assert list(tmp_path.iterdir()) == [source]


def test_a_folder_that_cannot_be_made_whole_leaves_nothing(tmp_path: Path) -> None:
    def half(into: Path) -> None:
        (into / "first").write_text("1", encoding="utf-8")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        keep_whole(half, tmp_path, tmp_path / "place")
    assert list(tmp_path.iterdir()) == []
