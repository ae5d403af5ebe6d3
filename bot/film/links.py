"""Where else a person can read about a film: addresses made of its IMDb id and title, never fetched."""

import re
from urllib.parse import quote

from bot.ui.card import Link
from bot.ui.limits import BUTTON_URL
from bot.ui.phrases import Phrases
from knowledge.titles.films import Film

BY_IMDB = {"link.imdb": "https://www.imdb.com/title/{}/parentalguide/"}
BY_TITLE = {
    "link.common_sense": "https://www.commonsensemedia.org/search/{}",
    "link.dog": "https://www.doesthedogdie.com/search?q={}",
}
"""By the phrase of the button."""
IMDB = re.compile(r"tt[0-9]{7,9}")


def links_of(film: Film, say: Phrases) -> tuple[Link, ...]:
    """The pages about this film; one whose address Discord would not take is left out."""
    known = BY_IMDB if film.imdb and IMDB.fullmatch(film.imdb) else {}
    titled = BY_TITLE if film.title.strip() else {}
    pages = (
        *((key, page.format(film.imdb)) for key, page in known.items()),
        *((key, page.format(quote(film.title, safe=""))) for key, page in titled.items()),
    )
    return tuple(Link(say.label(key), url) for key, url in pages if len(url) <= BUTTON_URL)
