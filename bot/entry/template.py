"""/entry template: a spreadsheet to fill in, which `/entry upload` takes back."""

import asyncio

import discord
from discord import app_commands

from bot.entry.entry_feature import EntryFeature
from bot.entry.section_forms import level_options
from bot.entry.sheet_language import in_language, sheet_words
from bot.ui.card import Card
from bot.ui.command_words import about, about_option, choice
from bot.ui.message import Attachment, Message
from bot.ui.phrases import Phrases
from bot.ui.responses import defer, send_or_edit
from knowledge.curation.plain_columns import columns
from knowledge.curation.sheet_words import SheetWords
from knowledge.curation.workbook import TEMPLATES
from knowledge.vocabulary import Vocabulary

NAME = "usher-template"


class Template(EntryFeature):
    """A spreadsheet with plain heads, an example, and what may stand in each cell."""

    @app_commands.command(description=about("entry_template"))
    @app_commands.describe(kind=about_option("kind"))
    @app_commands.choices(kind=[choice(ending) for ending in TEMPLATES])
    async def template(self, interaction: discord.Interaction, kind: str = "xlsx") -> None:
        """Sends the file."""
        await defer(interaction)
        session = self.session(interaction)
        vocabulary, say = session.library.vocabulary, session.say
        words = sheet_words(vocabulary, self.resources.guides.languages, say)
        sheet = in_language(columns(vocabulary, vocabulary.board_in(session.country)), words, say)
        data = await asyncio.to_thread(TEMPLATES[kind], sheet, _notes(vocabulary, words, say))
        card = Card(None, (say("template.what"), say("template.sources"), say("template.open")))
        await send_or_edit(interaction, Message((card,), file=Attachment(f"{NAME}.{kind}", data)))


def _notes(vocabulary: Vocabulary, words: SheetWords, say: Phrases) -> dict[str, str]:
    """What each level means, by the head of its column."""
    found: dict[str, str] = {}
    for column in columns(vocabulary, vocabulary.board_in("")):
        topic = vocabulary.topics.get(column.part.partition(".")[2])
        if topic and column.choices and topic.mild:
            options = (one for one in level_options(topic, say) if one.about)
            told = (f"{words.called(one.value)}: {one.about}" for one in options)
            found[words.called(column.head)] = "\n".join(told)
    return found
