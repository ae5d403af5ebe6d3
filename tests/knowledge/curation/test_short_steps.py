"""Steps of the short way: a form that is sent as it opened changes nothing, and no sentence is assumed."""

import pytest

from knowledge.curation.draft import held, preview, start_from
from knowledge.curation.form_values import film_id
from knowledge.curation.shipped_guide import DATA
from knowledge.curation.short_way import NO, YES, is_ready, next_step, take_step, topic_groups, yes_no_topics
from knowledge.curation.steps import STEPS, with_words_for_none, wordless
from knowledge.entry import Level
from knowledge.titles.folding import unslugged
from tests.films import MOVIE_IDS, VOCABULARY, shipped_library

FILMS = DATA / "films.tsv"
GROUPS = tuple(f"levels.{place}" for place, _ in enumerate(topic_groups(VOCABULARY)))
ALL = (*GROUPS, "yes_no", "sentences", "words.MPA", "words.BBFC", "origins", "citations")


def test_every_step_is_tried_here() -> None:
    assert {one.partition(".")[0] for one in ALL} == set(STEPS)


@pytest.mark.parametrize("movie_id", MOVIE_IDS[::6])
@pytest.mark.parametrize("step", ALL)
def test_a_step_that_is_sent_as_it_opened_changes_nothing(movie_id: str, step: str) -> None:
    movie = shipped_library()[movie_id]
    draft = start_from(movie, 1)
    typed = held(draft, step)
    if step == "yes_no":
        ids = [topic.id for topic in yes_no_topics(VOCABULARY)]
        levels = {YES: Level.PRESENT, NO: Level.NONE}
        typed = {
            key: tuple(one for one in ids if level in typed.get(one, ())) for key, level in levels.items()
        }
    taken = take_step(draft, step, typed, shipped_library())
    assert taken.wrong == {}
    assert preview(taken).model_dump() | {"findings": ()} == movie.model_dump() | {"findings": ()}
    assert set(preview(taken).findings) == set(movie.findings)


def test_all_topics_with_levels_stand_in_one_group_each() -> None:
    grouped = [topic.id for group in topic_groups(VOCABULARY) for topic in group]
    other = [topic.id for topic in yes_no_topics(VOCABULARY)]
    assert sorted((*grouped, *other)) == sorted(VOCABULARY.topics)


@pytest.mark.parametrize("level", [level for level in Level if level not in (Level.NONE, Level.PRESENT)])
def test_a_level_without_a_sentence_is_no_entry_yet(level: Level) -> None:
    draft = start_from(shipped_library()[MOVIE_IDS[0]], 1)
    bare = take_step(draft, "levels.0", {"sex": ("none",)}, shipped_library())
    leveled = take_step(bare, "levels.0", {"sex": (level.value,)}, shipped_library())
    assert "sex" in wordless(with_words_for_none(leveled.entry, "None was found."))
    assert not is_ready(leveled)


def test_next_ends_where_all_was_offered() -> None:
    draft, offered = start_from(shipped_library()[MOVIE_IDS[0]], 1), list[str]()
    while step := next_step(draft, VOCABULARY, "US"):
        assert step not in offered
        offered.append(step)
        draft = take_step(draft, step, held(draft, step) if step != "yes_no" else {}, shipped_library())
    assert len(offered) < 20


def test_a_film_is_shown_by_its_title_and_means_the_same_when_it_is_sent() -> None:
    for film_id_ in (line.partition("\t")[0] for line in FILMS.read_text(encoding="utf-8").splitlines()[1:]):
        assert film_id(unslugged(film_id_)) == film_id_
    movie = next(movie for movie in shipped_library().movies.values() if movie.alternatives)
    shown = held(start_from(movie, 1), "others")["films"][0]
    assert not any(one.movie in shown for one in movie.alternatives)
    taken = take_step(start_from(movie, 1), "others", {"films": (shown,)}, shipped_library())
    assert preview(taken).alternatives == movie.alternatives
