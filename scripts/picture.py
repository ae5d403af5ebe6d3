"""Takes README's picture, the playground with a card: `uv run scripts/picture.py docs/card.png`.

Needs a Chromium of the system's.
"""

import asyncio
import shutil
import sys
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot import playground
from bot.__main__ import run_playground
from bot.settings import Settings

STEPS = ("/movie", "nver let me go")
QUESTION = "@Usher is it OK for 13?"


async def main(target: Path) -> None:
    """Opens the playground, asks as a parent would, and pictures the answer."""
    loop = asyncio.get_running_loop()
    address: asyncio.Future[str] = loop.create_future()

    async def play(new_bot: playground.NewBot, port: int, _: object) -> None:
        await playground.play(new_bot, port, address.set_result)

    served = asyncio.create_task(run_playground(Settings(), play))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = await browser.new_page(viewport={"width": 760, "height": 1000}, device_scale_factor=2)
        await page.goto(await address)
        await picture(page, target)
        await browser.close()
    served.cancel()


async def picture(page: Page, target: Path) -> None:
    """The last card, which answers the question."""
    await page.get_by_text("Unlike Discord").last.wait_for()
    await page.get_by_placeholder("Message #films").click()
    for step in STEPS:
        await page.keyboard.type(step, delay=20)
        await page.wait_for_timeout(900)
        await page.keyboard.press("Enter")
    await page.wait_for_timeout(500)
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="OK for my child?").wait_for()
    await page.keyboard.type(QUESTION, delay=20)
    await page.keyboard.press("Enter")
    await page.get_by_text("13-year-old").last.wait_for()
    await page.wait_for_timeout(500)
    target.parent.mkdir(exist_ok=True)
    await page.screenshot(path=target)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
