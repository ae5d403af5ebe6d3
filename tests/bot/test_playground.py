"""The playground in a real browser: what README's first command opens, used as a parent would."""

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.playground import HINT, WELCOME

try:
    from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
except ModuleNotFoundError:
    pytest.skip("needs a browser's driver: uv run --group dev pytest", allow_module_level=True)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LEFT_BELOW = """(() => {
    const chat = document.getElementById("channel-timeline");
    return chat.scrollHeight - chat.scrollTop - chat.clientHeight;
})()"""
LINES = re.findall(r"`([^`]+)`(?: and `([^`]+)`)?", WELCOME)
"""What the welcome names: a line to write, or a command and what to type then."""
ROOT = Path(__file__).parents[2]

PATIENCE = 120_000
"""Milliseconds until a step gives up; no time is asserted, and a machine may have much else to do."""

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, catalogue: Path) -> Iterator[str]:
    """`usher` without a token, as a process of its own; the address that it says."""
    clean = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
    command = [sys.executable, "-W", "ignore", "-m", "bot"]
    home = {"PYTHONPATH": str(ROOT), "USHER_DATA_DIR": str(catalogue.parent)}
    environment = {**clean, **home, "BROWSER": "true"}
    with subprocess.Popen(
        command, cwd=tmp_path_factory.mktemp("home"), env=environment, stdout=subprocess.PIPE, text=True
    ) as usher:
        try:
            assert usher.stdout
            yield usher.stdout.readline().split()[-1]
        finally:
            usher.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture
def page(address: str, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 1100})
    opens(page, address)
    yield page
    page.close()


@pytest.fixture
def phone(address: str, browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    opens(page, address)
    yield page
    page.close()


def opens(page: Page, address: str) -> None:
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    page.get_by_text("Viewport updated").wait_for()  # Before that it takes no message.
    expect(messages(page)).not_to_have_count(0)


def writes(page: Page, text: str) -> None:
    """Types a line in the channel and sends it."""
    page.get_by_placeholder("Message #films").click()
    page.keyboard.type(text, delay=10)
    page.keyboard.press("Enter")


def commands(page: Page, line: str, then: str = "") -> None:
    """Chooses a command from the list that opens, types what it asks for, and sends it.

    It waits for each list and field: a key that comes before one goes elsewhere.
    """
    page.get_by_placeholder("Message #films").click()
    page.keyboard.type(line, delay=10)
    page.get_by_role("option").filter(has_text=line).first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(".command-chip")).to_be_visible()
    if then:
        expect(page.locator(".command-option-input").first).to_be_focused()
        page.keyboard.type(then, delay=10)
    page.locator("#send-message").click()  # Enter would take a film from a list that opens late.


def messages(page: Page) -> Locator:
    return page.locator("#channel-message-list [data-message-id]")


def answered(page: Page, do: Callable[[], None], more: int) -> Locator:
    """The newest message once so many more are there; words tell nothing, all tests speak in one channel."""
    before = messages(page).count()
    do()
    expect(messages(page)).to_have_count(before + more)
    return messages(page).last


def comes_to(page: Page, fits: Callable[[float], bool]) -> bool:
    """Whether so much is left below at some time; the page's own rules let nobody wait within it."""
    for _ in range(PATIENCE // 100):
        if fits(page.evaluate(LEFT_BELOW)):
            return True
        page.wait_for_timeout(100)
    return False


def goes_up(page: Page) -> None:
    page.mouse.move(195, 400)
    page.mouse.wheel(0, -5000)
    assert comes_to(page, lambda left: left > 100)


def is_at_the_end(page: Page) -> bool:
    """Whether the page comes to its end and stays there: simcord moves it once more after an answer came."""
    assert comes_to(page, lambda left: left <= 1)
    page.wait_for_timeout(1000)
    return page.evaluate(LEFT_BELOW) <= 1


def test_only_this_machine_can_reach_it_and_only_with_its_key(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")
    assert len(address.partition("#")[2]) > 30


def test_a_parent_types_a_command_and_reads_the_card(page: Page) -> None:
    page.get_by_text("Welcome to Usher's playground").last.wait_for()
    page.get_by_text("Unlike Discord").last.wait_for()
    card = answered(page, lambda: commands(page, "/movie", "nver let me go"), 1)
    expect(card.get_by_role("button", name="OK for my child?")).to_be_visible()
    expect(card).to_contain_text("R in the United States")


def test_a_typed_mention_is_heard_as_on_discord(page: Page) -> None:
    card = answered(page, lambda: writes(page, "@Usher is coco ok for 6?"), 2)
    expect(card).to_contain_text("6-year-old")


def test_the_direct_message_is_one_link_away(page: Page) -> None:
    link = page.get_by_role("link", name="Open the direct message").last
    private = link.get_attribute("href")
    assert private
    opens(page, private)
    page.get_by_placeholder("Message @Usher").click()
    page.keyboard.type("is coco ok for 6?", delay=10)
    page.keyboard.press("Enter")
    page.get_by_text("6-year-old").last.wait_for()


def test_what_the_welcome_names_works_as_typed(phone: Page) -> None:
    for line, then in LINES:
        before = messages(phone).count()
        if line.startswith("/"):
            commands(phone, line, then)
        else:
            writes(phone, line)
        answer = messages(phone).nth(before + (not line.startswith("/")))
        answer.or_(phone.get_by_role("dialog")).first.wait_for()
        phone.keyboard.press("Escape")
        expect(messages(phone).last).not_to_contain_text(HINT.split(":")[0])


def test_what_usher_does_not_hear_gets_a_hint(phone: Page) -> None:
    for text in ("is coco ok for 6", "/ask is it OK for 13?", "hello"):
        hint = answered(phone, functools.partial(writes, phone, text), 2)
        expect(hint).to_contain_text(HINT.split(":")[0])
        assert is_at_the_end(phone)


def test_what_was_asked_for_just_now_is_not_weeks_away(phone: Page) -> None:
    answered(phone, lambda: commands(phone, "/movie", "xyzzy plover"), 1)
    listed = answered(phone, lambda: commands(phone, "/requests"), 1)
    expect(listed).to_contain_text("xyzzy plover, once")
    expect(listed).not_to_contain_text("week")


def test_the_page_shows_the_newest_answer_wherever_it_was_left(phone: Page) -> None:
    card = answered(phone, lambda: writes(phone, "@Usher what is in coco"), 2)
    assert is_at_the_end(phone)
    goes_up(phone)
    answered(phone, card.get_by_role("button", name="Reviews").click, 1)
    assert is_at_the_end(phone)
    goes_up(phone)
    answered(phone, lambda: writes(phone, "@Usher is jaws ok for 6?"), 2)
    assert is_at_the_end(phone)
    phone.reload()
    expect(messages(phone)).not_to_have_count(0)
    assert is_at_the_end(phone)
