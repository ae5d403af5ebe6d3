"""The films that come with Usher: each row of the file is a film that the rest of Usher can use."""

import csv
import re
from collections import Counter

from knowledge.catalogue.shipped_films import SHIPPED, SOURCE
from knowledge.titles.films import is_film_id
from knowledge.titles.folding import slug
from knowledge.vocabulary import Vocabulary

FILMS = list(SHIPPED.films())


def test_each_film_has_its_own_id_which_is_that_of_an_entry() -> None:
    assert len(FILMS) >= 3000
    assert all(is_film_id(film.id) for film in FILMS)
    assert [film.id for film in FILMS if film.id != slug(film.title, film.year or 0)] == []
    ids = Counter(film_id for film in FILMS for film_id in (film.id, *film.other_ids))
    assert [film_id for film_id, many in ids.items() if many > 1] == []


def test_codes_and_what_is_named_are_words_of_the_guide(vocabulary: Vocabulary) -> None:
    codes = {rating[:2] for film in FILMS for rating in film.ratings}
    assert {(board, code) for board, code in codes if code not in vocabulary.boards[board].codes} == set()
    named = {each for film in FILMS for each in film.named}
    assert {board for board, _, _ in named} <= vocabulary.boards.keys()
    assert {topic for _, topic, _ in named} <= vocabulary.topics.keys()
    assert all(level in vocabulary.topics[topic].levels for _, topic, level in named)


def test_at_least_six_hundred_films_are_known_to_be_from_outside_america() -> None:
    with SHIPPED.file.open(encoding="utf-8", newline="") as file:
        countries = [row["country"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert all(country == "" or re.fullmatch("[A-Z]{2}", country) for country in countries)
    assert sum(country not in {"", "US"} for country in countries) >= 600


def test_one_film_is_read_as_among_all() -> None:
    assert all(SHIPPED.film(film.id) == film for film in (FILMS[0], FILMS[len(FILMS) // 2], FILMS[-1]))
    assert SHIPPED.film("the-paper-boat-2001") is None
    assert SHIPPED.film("id") is None


def test_what_is_known_of_one() -> None:
    film = SHIPPED.film("moana-2-2024")
    assert film is not None
    assert (film.title, film.year, film.imdb) == ("Moana 2", 2024, "tt13622970")
    assert ("MPA", "PG", SOURCE) in film.ratings
    assert film.runtime == 100
