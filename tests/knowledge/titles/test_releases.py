"""The names of files and releases mean the film in them; an episode of a series is no film."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.releases import is_episode, titles_in
from knowledge.titles.titles import Titles

FILMS = (
    ("Coco", 2017),
    ("The Lion King", 1994),
    ("Frozen II", 2019),
    ("WALL·E", 2008),
    ("E.T. the Extra-Terrestrial", 1982),
    ("S.W.A.T.", 2003),
    ("2012", 2009),
    ("1917", 2019),
    ("Blade Runner 2049", 2017),
    ("Wonder Woman 1984", 2020),
    ("2001: A Space Odyssey", 1968),
    ("Step Up 3D", 2010),
    ("The Italian Job", 2003),
    ("The French Dispatch", 2021),
    ("Uncut Gems", 2019),
    ("[REC]", 2007),
    ("10x10", 2018),
    ("S21: The Khmer Rouge Killing Machine", 2003),
    ("8-Bit Christmas", 2021),
    ("Spider-Man: Into the Spider-Verse", 2018),
)
TAGS = (
    "1080p.BluRay.x264-SPARKS",
    "720p.BRRip.x264.YIFY",
    "REMASTERED.1080p.BluRay.x265-RARBG",
    "2160p.UHD.BluRay.x265.10bit.HDR.TrueHD.7.1.Atmos-SWTYBLZ",
    "German.DL.1080p.WEB.h264-GROUP",
    "DVDRip.XviD-DiAMOND",
    "WEB-DL.DDP5.1.H.264-EVO",
    "Extended.Cut.1080p.BluRay.DTS-HD",
    "IMAX.2160p.DSNP.WEB-DL",
    "PROPER.HDTV.x264",
)
ENDINGS = ("", ".mkv", ".mp4", ".avi")
TITLES = Titles.of(Film(f"{title} {year}", title, year, votes=900_000) for title, year in FILMS)


def meant(typed: str) -> tuple[Decided, str]:
    decision = TITLES.find(typed)
    return decision.decided, decision.matches[0].film.title if decision.matches else ""


@pytest.mark.parametrize("tags", TAGS)
@pytest.mark.parametrize(("title", "year"), FILMS)
def test_a_release_is_the_film_in_it(title: str, year: int, tags: str) -> None:
    plain = title.replace(":", "").replace("·", "-").replace("[", "").replace("]", "")
    for ending in ENDINGS:
        dotted = f"{plain}.{year}.{tags}".replace(" ", ".").replace("..", ".") + ending
        spaced = f"{plain} ({year}) [{tags}] [YTS.MX]{ending}"
        for typed in (dotted, dotted.replace(".", "_", dotted.count(".") - 1), spaced):
            assert meant(typed) == (Decided.ACCEPT, title), typed


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Coco (2017) WEBRip", "Coco"),
        ("[YTS.MX] Coco 2017", "Coco"),
        ("Coco (2017) [1080p] [YTS.MX].mp4", "Coco"),
        ("www.Movies.org    -    Coco 2017 1080p WEB", "Coco"),
        ("[Group] Coco (2017) [1080p].mkv", "Coco"),
        ("coco-2017-1080p-bluray", "Coco"),
        ("coco.mkv", "Coco"),
        ("coco.2017", "Coco"),
        ("Coco.German.1080p", "Coco"),
        ("coco 4k", "Coco"),
        ("coco webrip", "Coco"),
        ("coco (web-dl)", "Coco"),
        ("coco blu-ray", "Coco"),
        ("Coco.3D.2017.1080p.BluRay", "Coco"),
        ("the.lion.king.1994.mp4", "The Lion King"),
        ("The.Lion.King.1994.REMASTERED", "The Lion King"),
        ("the lion king 1994 remastered", "The Lion King"),
        ("[REC] 2007 1080p", "[REC]"),
        ("Wonder.Woman.1984.1080p", "Wonder Woman 1984"),
        ("2012.720p.mkv", "2012"),
    ],
)
def test_so_is_the_name_of_a_file(typed: str, title: str) -> None:
    assert meant(typed) == (Decided.ACCEPT, title)


@pytest.mark.parametrize("title", [title for title, _ in FILMS])
def test_a_title_with_words_that_releases_have_stays_whole(title: str) -> None:
    assert meant(title) == (Decided.ACCEPT, title)


@pytest.mark.parametrize("way", ["S01E02", "s1e2", "S01.E02", "S01 E02", "S1Ep2", "Season 1 Episode 2"])
@pytest.mark.parametrize("title", ["The Lion King", "Coco", "Frozen II"])
def test_an_episode_is_no_film(title: str, way: str) -> None:
    for typed in (
        f"{title} {way}",
        f"{title} {way} 1080p WEB",
        f"{title}.{way}.1080p.WEB-DL.mkv".replace(" ", "."),
    ):
        assert is_episode(typed), typed
        assert meant(typed) == (Decided.NONE, ""), typed


@pytest.mark.parametrize("typed", ["Coco.S01.1080p.WEB-DL", "Coco 1x02.mkv", "Coco.Season.1.720p.HDTV"])
def test_nor_is_a_season_in_the_name_of_a_file(typed: str) -> None:
    assert meant(typed) == (Decided.NONE, "")


@pytest.mark.parametrize(
    "title",
    ["10x10", "S21: The Khmer Rouge", "Open Season 2", "Season of the Witch", "Se7en", "S1m0ne", "K-9"],
)
def test_a_film_that_looks_like_an_episode_is_none(title: str) -> None:
    assert not is_episode(title)


@given(st.text())
def test_something_is_left_of_every_text(text: str) -> None:
    assert all(titles_in(text)) or not text
