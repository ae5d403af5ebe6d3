"""Takes README's picture, the playground with a card: `uv run --group dev scripts/picture.py docs/card.png`.

Needs a Chromium of the system's.
"""

import asyncio
import shutil
import sys
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot import playground
from bot.cli.serve import run_playground
from bot.settings import Environment

QUESTION = "@Usher is never let me go OK for 13?"


async def main(target: Path) -> None:
    """Opens the playground, asks as a parent would, and pictures the answer."""
    loop = asyncio.get_running_loop()
    address: asyncio.Future[str] = loop.create_future()

    async def play(new_bot: playground.NewBot, port: int, _: object) -> None:
        await playground.play(new_bot, port, address.set_result)

    served = asyncio.create_task(run_playground(Environment.read(), play))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = await browser.new_page(viewport={"width": 980, "height": 1300}, device_scale_factor=2)
        await page.goto(await address)
        await picture(page, target)
        await browser.close()
    served.cancel()


async def picture(page: Page, target: Path) -> None:
    """A question and the card that answers it."""
    await page.get_by_text("Unlike Discord").last.wait_for()
    await page.get_by_placeholder("Message #films").click()
    await page.keyboard.type(QUESTION, delay=20)
    await page.keyboard.press("Enter")
    top = await page.get_by_text("is never let me go").nth(-2).bounding_box()
    end = await page.get_by_role("button", name="Ask", exact=True).last.bounding_box()
    if top is None or end is None:
        raise SystemExit("the card is not to be seen; is Usher well?")
    target.parent.mkdir(exist_ok=True)
    height = end["y"] + end["height"] + 40 - (top["y"] - 44)
    await page.screenshot(path=target, clip={"x": 256, "y": top["y"] - 44, "width": 724, "height": height})


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
