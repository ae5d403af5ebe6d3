"""What questions in the wild mostly ask decides only where no phrase does, or far against it."""

from pathlib import Path

import pytest

from knowledge.questions import Intent
from knowledge.understanding.learned import Learned, features, likelier, read_learned
from knowledge.understanding.phrases import Phrases
from knowledge.understanding.tokens import tokenise


def chances(learned: Learned, text: str) -> Intent:
    found = learned.chances(tokenise(text), spoken_of=False)
    return max(found, key=found.__getitem__)


def test_chances_are_of_every_intent_and_sum_up_to_one(phrases: Phrases) -> None:
    found = phrases.learned.chances(tokenise("would my mother like the songs in it"), spoken_of=True)
    assert found.keys() == set(Intent)
    assert sum(found.values()) == pytest.approx(1)
    assert min(found.values()) > 0


def test_words_pairs_and_classes_are_seen_and_a_title_is_one_word() -> None:
    seen = features(tokenise("Is it ok?"), spoken_of=True)
    assert {"^", "is", "^ is", "is it", "ok ?", "? $", "<spoken_of>", ""} <= seen


def test_another_intent_is_taken_only_where_it_is_so_many_times_likelier() -> None:
    rest = 0.2 / (len(Intent) - 2)
    found = {**dict.fromkeys(Intent, rest), Intent.STORY: 0.6, Intent.FACTS: 0.2}
    assert likelier(found, Intent.FACTS, 2.5) is Intent.STORY
    assert likelier(found, Intent.FACTS, 4.0) is None
    unknown = {**found, Intent.UNKNOWN: 9.0}
    assert likelier(unknown, Intent.FACTS, 2.5) is None


def test_a_misspelt_word_is_known_by_the_rest_of_it() -> None:
    seen = features(tokenise("apropriate"), spoken_of=False)
    assert {"~ropr", "~ate>"} <= seen & features(tokenise("appropriate"), spoken_of=False)


def test_weights_are_read_from_a_table_and_a_line_of_another_form_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "learned.tsv"
    file.write_text("# about\nseen\treview_summary\tfacts\ngood film\t250\nago\t\t100\n", encoding="utf-8")
    learned = read_learned(file)
    assert chances(learned, "a good film") is Intent.REVIEW_SUMMARY
    assert chances(learned, "long ago") is Intent.FACTS
    for wrong in ("seen\treview\n", "seen\tfacts\ngood film\tmuch\n", "seen\tfacts\nfilm\t1\t2\n"):
        file.write_text(wrong, encoding="utf-8")
        with pytest.raises(ValueError, match=r"review|much|2"):
            read_learned(file)
