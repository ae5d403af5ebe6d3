"""`usher new` and `usher preview`: from a title to a card, without Discord."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from bot.cli.card_picture import picture
from bot.cli.preview_command import guide_beside
from bot.ui.card import Card
from tests.bot.cli.test_commands import run

MOVIES = Path(__file__).parents[3] / "knowledge" / "data" / "movies"


def test_a_new_file_holds_what_is_known_and_is_never_written_over(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, _ = run(capsys, "new", "Brave", "2012", "--to", str(tmp_path))
    file = tmp_path / "brave-2012.toml"
    assert code == 0
    assert str(file) in out
    begun = file.read_text(encoding="utf-8")
    assert "tt1217209" in begun
    assert 'code = "PG"' in begun
    again, _, err = run(capsys, "new", "Brave", "2012", "--to", str(tmp_path))
    assert again == 1
    assert "is there already" in err
    assert file.read_text(encoding="utf-8") == begun


def test_a_film_that_nobody_knows_can_be_begun_and_its_gaps_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(capsys, "new", "Xyzzy Plover", "2031", "--to", str(tmp_path))[0] == 0
    code, _, err = run(capsys, "preview", str(tmp_path / "xyzzy-plover-2031.toml"))
    assert code == 1
    assert "pitch: is empty" in err


def test_a_preview_shows_the_card_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(MOVIES / "never-let-me-go-2010.toml")
    _, out, _ = run(capsys, "preview", file)
    assert "Never Let Me Go (2010)" in out
    assert "**" not in out
    assert "[OK for my child?]" in out
    _, out, _ = run(capsys, "preview", file, "--ages", "11")
    assert "Not yet for an 11-year-old." in out


def test_a_file_that_was_begun_keeps_nobody_from_looking_at_another(tmp_path: Path) -> None:
    (tmp_path / "movies").mkdir()
    for words in MOVIES.parent.glob("*.toml"):
        shutil.copy(words, tmp_path / words.name)
    shutil.copy(MOVIES / "coco-2017.toml", tmp_path / "movies" / "coco-2017.toml")
    (tmp_path / "movies" / "begun-2030.toml").write_text('id = "begun-2030"\npitch = ""\n', encoding="utf-8")
    assert list(guide_beside(tmp_path).movies) == ["coco-2017"]


def test_a_preview_is_a_picture_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "card.png"
    assert run(capsys, "preview", str(MOVIES / "coco-2017.toml"), "--png", str(target))[0] == 0
    with Image.open(target) as image:
        assert image.format == "PNG"
        assert image.height > 300


def test_a_picture_grows_with_its_card_and_hides_spoilers() -> None:
    short, long = Card("### A", ("One",)), Card("### A", ("One", "- **Two** and ||three|| " * 20))
    assert picture(long).height > picture(short).height
    one, other = (picture(Card(None, (f"||{told}||",))).tobytes() for told in ("ill", "lil"))
    assert one == other
