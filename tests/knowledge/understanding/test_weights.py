"""What was learned: odds are odds, the file is one, and it is small."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.questions import Intent
from knowledge.understanding.learned import Learned
from knowledge.understanding.masked_words import asked_features
from knowledge.weights import SHIPPED, hashed, read_weights

LARGEST = 6_000_000


@given(words=st.lists(st.sampled_from(["is", "FILM", "ok", "for", "AGE", "xyzzy"]), max_size=9))
def test_odds_are_of_every_intent_and_sum_up_to_one(learned: Learned, words: list[str]) -> None:
    odds = learned.weights.logits["intents"].odds(hashed(asked_features(words, spoken_of=False)))
    assert set(odds) == set(Intent) - {Intent.SUGGEST}  # Asked of no film, an alternative is one.
    assert sum(odds.values()) == pytest.approx(1.0, abs=1e-4)


def test_a_film_is_one_word_whatever_its_title(learned: Learned) -> None:
    odds = learned.weights.logits["intents"].odds
    asked = hashed(asked_features(["is", "FILM", "ok", "for", "AGE"], spoken_of=False))
    assert max(odds(asked).items(), key=lambda each: each[1])[0] == Intent.SUITABILITY


def test_the_weights_are_one_small_file() -> None:
    assert SHIPPED.stat().st_size < LARGEST


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_weights(tmp_path / "none.npz")
