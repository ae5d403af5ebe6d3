"""What a board says by a code, in words: no two codes of one board alike."""

from itertools import combinations

import pytest

from bot.film.fragments import meaning
from bot.ui.phrases import Languages, read_words
from tests.films import VOCABULARY

LANGUAGES = Languages()


@pytest.mark.parametrize("language", read_words())
@pytest.mark.parametrize("board", VOCABULARY.boards)
def test_no_two_codes_of_a_board_are_explained_alike(board: str, language: str) -> None:
    say = LANGUAGES[language]
    meanings = {code: meaning(one, say) for code, one in VOCABULARY.boards[board].codes.items()}
    assert not any("None" in means for means in meanings.values())
    assert [pair for pair in combinations(meanings, 2) if meanings[pair[0]] == meanings[pair[1]]] == []


def test_pg_13_is_explained_as_pg_13_and_pg_as_pg() -> None:
    say, codes = LANGUAGES["en"], VOCABULARY.boards["MPA"].codes
    assert "13" in meaning(codes["PG-13"], say)
    assert "strongly" in meaning(codes["PG-13"], say)
    assert meaning(codes["PG"], say) == "parents are asked to look first"
