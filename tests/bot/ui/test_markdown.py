"""Nobody's text is mark-up: at least what discord.py escapes is escaped, and it reads as it was written."""

import re
import warnings

import discord
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.json_rows import plain
from bot.ui.markdown import Markdown, bullet, escape, heading, shortened, unmarked

SIGNS = st.text(st.sampled_from("*_~`|<>[]()#:/@!&-+.\\ \n1x9"), max_size=30)
MENTIONS = st.sampled_from(("@everyone", "@here", "<@123456789012345678>", "<@&123456789012345678>"))
TEXTS = st.lists(st.one_of(SIGNS, MENTIONS, st.text(max_size=10)), max_size=5).map("".join)


def by_discord(text: str) -> str:
    """As discord.py escapes; it hands `count` over by position, which newer interpreters warn of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return discord.utils.escape_mentions(discord.utils.escape_markdown(text))


@given(TEXTS)
@example("[x](https://e.example)")
@example("- x")
@example(">>> x")
def test_discord_py_would_find_nothing_left_to_escape(text: str) -> None:
    left = re.sub(r"\\[!-/:-@\[-`{-~]", "x", escape(text, None))
    assert by_discord(left) == left


@given(TEXTS)
def test_what_is_escaped_reads_as_it_was_written(text: str) -> None:
    plainly = re.sub("[\u200b\u202a-\u202e\u2066-\u2069]", "", " ".join(text.split()))
    assert unmarked(escape(text, None)) == plainly


@given(TEXTS)
def test_what_is_escaped_is_not_escaped_again(text: str) -> None:
    once = escape(text)
    assert escape(once) is once
    assert Markdown(" ").join([once, once]) == f"{once} {once}"


@pytest.mark.parametrize(
    "text",
    [
        "**b**",
        "__u__",
        "~~s~~",
        "||p||",
        "`c`",
        "```c```",
        "[x](https://e.example)",
        "# h",
        "## h",
        "-# s",
        "> q",
        ">>> q",
        "- l",
        "+ l",
        "* l",
        "1. l",
        "12) l",
        "@everyone",
        "<@1>",
        "<@!1>",
        "<@&1>",
        "<#1>",
        "</help:1>",
        "<:e:1>",
        "<a:e:1>",
        "<t:1:R>",
        "<id:guide>",
        "<https://e.example>",
        "https://e.example",
    ],
)
def test_no_mark_up_of_discord_comes_through(text: str) -> None:
    assert not re.search(rf"(?<!\\){re.escape(text)}", escape(text))
    assert plain(f"### {escape(text)}") == text


def test_lines_are_one_line_and_no_text_turns_its_direction() -> None:
    assert unmarked(escape("a\n# b\r\n> c\u202e d")) == "a # b > c d"


def test_a_title_with_stars_is_read_with_its_stars() -> None:
    assert plain(heading("M*A*S*H (1970)")) == "M*A*S*H (1970)"
    assert plain(bullet("9-1-1 and 1917")) == "- 9-1-1 and 1917"


def test_a_spoiler_of_ours_is_hidden_and_one_of_theirs_is_text() -> None:
    assert plain(Markdown(f"||{escape('a || b')}|| {escape('||c||')}")) == "[spoiler hidden] ||c||"


def test_a_long_text_is_cut_between_sentences_else_between_words() -> None:
    assert shortened("One two. Three four. Five.", 24) == "One two. Three four. …"
    assert shortened("One two three four five", 15) == "One two three…"


@given(st.text(min_size=1, max_size=200), st.integers(10, 100))
def test_a_cut_text_is_hardly_longer_than_its_room(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most + 1
