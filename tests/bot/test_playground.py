"""The playground in a real browser: what README's first command opens, used as a parent would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

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
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`usher` without a token, as a process of its own; the address that it says."""
    clean = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
    command = [sys.executable, "-W", "ignore", "-m", "bot"]
    environment = {**clean, "BROWSER": "true", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=tmp_path_factory.mktemp("home"), env=environment, stdout=subprocess.PIPE, text=True
    ) as usher:
        try:
            assert usher.stdout
            yield usher.stdout.readline().split()[-1]
        finally:
            usher.terminate()


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_page(viewport={"width": 1000, "height": 1100})
        page.goto(address)
        yield page
        browser.close()


def test_only_this_machine_can_reach_it_and_only_with_its_key(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")
    assert len(address.partition("#")[2]) > 30


def test_a_parent_types_a_command_and_reads_the_card(page: Page) -> None:
    page.get_by_text("Welcome to Usher's playground").last.wait_for()
    page.get_by_text("Unlike Discord").last.wait_for()
    box = page.get_by_placeholder("Message #films")
    box.click()
    page.keyboard.type("/movie", delay=20)
    page.get_by_text("A film at a glance").first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.type("nver let me go", delay=20)
    page.get_by_text("Never Let Me Go (2010)").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="OK for my child?").wait_for()
    assert "R in the United States" in page.inner_text("body")


def test_a_typed_mention_is_heard_as_on_discord(page: Page) -> None:
    page.get_by_placeholder("Message #films").click()
    page.keyboard.type("@Usher is coco ok for 6?", delay=10)
    page.keyboard.press("Enter")
    page.get_by_text("6-year-old").last.wait_for()


def test_the_direct_message_is_one_link_away(page: Page) -> None:
    link = page.get_by_role("link", name="Open the direct message").last
    private = link.get_attribute("href")
    assert private
    page.goto(private)
    page.get_by_placeholder("Message @Usher").click()
    page.keyboard.type("is coco ok for 6?", delay=10)
    page.keyboard.press("Enter")
    page.get_by_text("6-year-old").last.wait_for()
