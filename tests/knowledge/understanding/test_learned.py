"""What questions in the wild mostly ask decides only where no phrase does, or far against it."""

from pathlib import Path

import pytest

from knowledge.questions import Intent
from knowledge.titles.films import Film
from knowledge.understanding.intents import Asked
from knowledge.understanding.learned import Learned, features, read_learned
from knowledge.understanding.meaning import likeliest
from knowledge.understanding.named import Named
from knowledge.understanding.phrases import Phrases
from knowledge.understanding.tokens import tokenise


def chances(learned: Learned, text: str) -> Intent:
    found = learned.chances(tokenise(text), spoken_of=False)
    return max(found, key=found.__getitem__)


def test_chances_are_of_every_intent_and_sum_up_to_one(phrases: Phrases) -> None:
    found = phrases.learned.chances(tokenise("would my mother like the songs in it"), spoken_of=True)
    assert found.keys() == set(Intent) - {Intent.SUGGEST}  # It learned before there was this one.
    assert sum(found.values()) == pytest.approx(1)
    assert min(found.values()) > 0


def test_words_pairs_and_classes_are_seen_and_a_title_is_one_word() -> None:
    seen = features(tokenise("Is it ok?"), spoken_of=True)
    assert {"^", "is", "^ is", "is it", "ok ?", "? $", "<spoken_of>", ""} <= seen


def likely(**chances: float) -> dict[Intent, float]:
    return dict.fromkeys(Intent, 0.001) | {Intent(name): chance for name, chance in chances.items()}


FILM = Named("accept", Film("coco", "Coco", 2017), spans=((1, 2),))
NOBODYS = Named("none")


def test_another_intent_is_taken_only_where_it_is_far_likelier_than_what_a_phrase_says() -> None:
    said = Asked((Intent.FACTS,))
    for facts, meant in ((0.2, Intent.FACTS), (0.04, Intent.STORY)):
        found = likely(story=0.6, facts=facts)
        assert likeliest(said.intents, found, said, FILM, comparable=False, aloud=True) == (meant,)


def test_the_likelier_question_is_answered_first_where_two_are_said() -> None:
    said = Asked((Intent.SUITABILITY, Intent.FACTS))
    found = likely(facts=0.9)
    first = likeliest(said.intents, found, said, FILM, comparable=False, aloud=True)
    assert first == (Intent.FACTS, Intent.SUITABILITY)


def test_two_films_are_compared_only_where_two_are_named() -> None:
    found = likely(compare=0.9, content_topic=0.05)
    for both, meant in ((True, Intent.COMPARE), (False, Intent.CONTENT_TOPIC)):
        assert likeliest((Intent.UNKNOWN,), found, Asked(), FILM, comparable=both, aloud=True) == (meant,)


def test_that_nothing_is_asked_is_taken_where_no_film_is_named() -> None:
    found = likely(unknown=0.9)
    suits = (Intent.SUITABILITY,)
    assert likeliest(suits, found, Asked(), NOBODYS, comparable=False, aloud=False) == (Intent.UNKNOWN,)
    assert likeliest(suits, found, Asked(), FILM, comparable=False, aloud=True) == suits


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
