"""The card of a film without a guide: the board first, as its word; links that are made and never fetched."""

from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.film.board_only_card import FILM_LISTS, lists_line
from bot.film.draw import draw, draw_whole
from bot.ui.actions import Verb
from bot.ui.card import Card
from bot.ui.limits import BUTTON_URL
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phone import LINES
from bot.ui.phrases import Languages, Phrases, read_words
from knowledge.answering.board_only import board_only
from knowledge.answers import NoGuide
from knowledge.catalogue.formats.columns import names
from knowledge.catalogue.shipped_films import SOURCE
from knowledge.catalogue.store import Known
from knowledge.entry import Level
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.films import Film
from knowledge.verdicts import BoardNamed
from tests.films import SCALES, VOCABULARY

SAY = Languages()
FILM = Film("tt0000001", "The Tin Whale", 1999, imdb="tt0000001")
NAMED = (("MPA", "sex", "mild"), ("MPA", "language", "severe"))
RATINGS = (("MPA", "PG-13", "files"), ("BBFC", "12A", "files"))


Named = tuple[tuple[str, str, str], ...]
TITLES = ("Barbie", "Tom & Jerry?", "a/../b#c", "Ça va 映画", '100% <b> "x"', "x" * 400, "映" * 200)


def card(question: Question, named: Named = NAMED, film: Film = FILM, language: str = "en") -> Card:
    known = Known(film.id, film.title, film.year, 300, 61, (), RATINGS, ("files",), named)
    answer = board_only(question, film, known, Library.of([], VOCABULARY))
    return draw(answer, question, SAY[language], VOCABULARY.topics)


def asked(intent: Intent, *ages: int, topics: tuple[str, ...] = (), words: str = "") -> Question:
    return Question(intent, FILM.id, ages, topics, words=words)


def test_the_first_line_is_the_boards_and_what_it_means_at_that_age() -> None:
    lines = card(asked(Intent.SUITABILITY, 8)).lines
    assert lines[0].startswith("**PG-13 in the United States**. At 8: parents are strongly cautioned")
    assert lines[1] == "**Not yet at 8** by what the board names: swearing (severe)."
    assert "The board names: swearing (severe), sex (mild)." in lines
    assert "61 min · 1999" in lines


def test_ages_that_hear_the_same_hear_it_once() -> None:
    lines = card(asked(Intent.SUITABILITY, 3, 8, 11)).lines
    assert lines[1:3] == (
        "**Not yet at 3** by what the board names: swearing (severe), sex (mild).",
        "**Not yet at 8 and 11** by what the board names: swearing (severe).",
    )


def test_a_topic_is_named_by_the_board_or_not_and_that_is_not_a_no() -> None:
    first = card(asked(Intent.CONTENT_TOPIC, topics=("language",))).lines[0]
    assert first == "**PG-13 in the United States**. **Swearing, severe:** the board names it."
    first = card(asked(Intent.CONTENT_TOPIC, topics=("drugs",))).lines[0]
    assert "**Drugs: the board does not name it.** That is not a no." in first
    first = card(asked(Intent.CONTENT_TOPIC, topics=("drugs",)), ()).lines[0]
    assert "what a board says of it is not recorded" in first
    first = card(asked(Intent.CONTENT_TOPIC, words="dog")).lines[0]
    assert "“dog”" in first
    assert "That is not a no" in first


def test_what_another_board_does_not_name_is_not_said_of_the_first() -> None:
    known = Known(FILM.id, FILM.title, FILM.year, 300, 61, (), RATINGS, ("files",), NAMED)
    question = asked(Intent.CONTENT_TOPIC, topics=("drugs",))
    answer = board_only(question, FILM, known, Library.of([], VOCABULARY), "GB")
    first = draw(answer, question, SAY["en"], VOCABULARY.topics).lines[0]
    assert first.startswith("**12A in the United Kingdom**.")
    assert "**Drugs: the board in the United States does not name it.** That is not a no." in first


def test_the_boards_own_words_are_said_where_they_are_known() -> None:
    board, topic = VOCABULARY.boards["MPA"], VOCABULARY.topics["language"]
    named = BoardNamed(topic, Level.MILD, board, "brief *strong* language")
    answer = NoGuide(FILM, named=(named,), asked=((topic, (named,)),))
    text = draw(answer, asked(Intent.CONTENT_TOPIC), SAY["en"], VOCABULARY.topics).text
    assert "names: brief \\*strong\\* language." in text
    assert "names it (“brief \\*strong\\* language”)." in text


REASONS = {"MPA": ("R", "scary images, drug and alcohol use"), "FSK": ("12", "Bedrohung, Suchtmittel")}


@pytest.mark.parametrize(
    ("board", "language", "said"),
    [
        ("MPA", "en", "The board names: drug and alcohol use, scary images."),
        ("MPA", "de", "nennt: Drogen, Alkohol („drug and alcohol use“), gruselige Szenen („scary images“)."),
        ("MPA", "fr", "« drug and alcohol use »), moments effrayants (« scary images »)."),
        (
            "MPA",
            "es",
            "menciona: drogas, alcohol («drug and alcohol use»), momentos de miedo («scary images»).",
        ),
        ("FSK", "de", "Die Prüfstelle nennt: Suchtmittel, Bedrohung."),
        ("FSK", "en", "The board names: drugs, alcohol (“Suchtmittel”), scary moments (“Bedrohung”)."),
    ],
)
def test_who_may_not_read_a_boards_language_reads_the_topics_before_its_words(
    board: str, language: str, said: str
) -> None:
    code, reason = REASONS[board]
    known = Known(
        FILM.id, "x", 1999, 3, 61, (), ((board, code, "files"),), (), reasons=((board, code, reason),)
    )
    question, country = asked(Intent.UNKNOWN), VOCABULARY.boards[board].country
    answer = board_only(question, FILM, known, Library.of([], VOCABULARY), country)
    assert said in draw(answer, question, SAY[language], VOCABULARY.topics).text.replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize(
    ("language", "quoted"), [("en", "“w”"), ("de", "„w“"), ("fr", "« w »"), ("es", "«w»")]
)
def test_what_was_asked_for_stands_in_the_quotes_of_the_language(language: str, quoted: str) -> None:
    first = card(asked(Intent.CONTENT_TOPIC, words="w"), language=language).lines[0]
    assert quoted in first.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("intent", Intent)
@pytest.mark.parametrize("language", read_words())
def test_every_question_gets_what_there_is_and_fits_a_phone(language: str, intent: Intent) -> None:
    much = tuple((board, topic, "severe") for board, topic in product(("MPA", "BBFC", "FSK"), SCALES))
    long = Film("tt0000001", "The Tin Whale and Everybody Who Ever Swam Beside It at Night " * 3, 1999)
    for ages, named, film in product(((), (8,), (3, 8, 12)), ((), NAMED, much), (FILM, long)):
        question = asked(intent, *ages, topics=("fear", "drugs"))
        drawn = card(question, named, film, language)
        assert drawn.height <= LINES
        assert "PG-13" in drawn.text
        assert drawn.private == bool(ages)
        message_view(Message((drawn,)))


def test_without_any_rating_it_says_so_and_what_there_is() -> None:
    question = asked(Intent.SUITABILITY, 8)
    answer = board_only(question, FILM, None, Library.of([], VOCABULARY))
    drawn = draw_whole(answer, question, SAY["en"], VOCABULARY.topics)
    assert drawn.lines == (
        "No official rating is recorded.",
        "**At 8: can't say more,** since nobody has written its guide yet.",
    )
    assert len(drawn.links) == 3
    assert {Verb.NOTIFY, Verb.BEGIN_FILM} <= {one.action.verb for one in drawn.buttons}


@pytest.mark.parametrize("title", TITLES)
def test_links_hold_the_title_and_nothing_of_it_breaks_out(title: str) -> None:
    film = Film("tt0000001", title, 1999, imdb="tt0000001")
    for link in card(asked(Intent.UNKNOWN), film=film).links:
        parts = urlsplit(link.url)
        assert parts.scheme == "https"
        assert link.url.isascii()
        assert len(link.url) <= BUTTON_URL
        assert not parts.fragment
        assert parse_qs(parts.query) in ({}, {"q": [title]})
        assert parts.path.count("/") <= 4


@pytest.mark.parametrize("imdb", [None, "", "tt1/../x", "nm0000001", "tt1?x"])
def test_what_is_no_imdb_number_makes_no_link(imdb: str | None) -> None:
    film = Film("whale", "Whale", 1999, imdb=imdb)
    assert not any("imdb" in link.url for link in card(asked(Intent.UNKNOWN), film=film).links)


def test_every_list_of_the_catalogue_has_a_name_for_people(say: Phrases) -> None:
    named = {source.name.split()[0] for source in names().sources if source.name}
    assert {*named, SOURCE.split()[0]} == set(FILM_LISTS)
    film = Known("tt1", "A", 2001, 1, None, (), (), ("imdb", "imdb akas", "table my films", "odd one"))
    (line,) = lists_line(
        [board_only(Question(Intent.AGE_RATING), FILM, film, Library.of([], VOCABULARY))], say
    )
    assert line == "-# From IMDb, the table “my films”, odd one."
