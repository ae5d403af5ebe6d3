"""*As a picture*: from which age families would let a child see a film, beside the rating and the guide."""

import discord

from bot.dispatch import handles
from bot.film.families_lines import families_lines, group_name
from bot.film.film_feature import FilmFeature
from bot.resources import Resources
from bot.rights import Right
from bot.ui.actions import Action, Verb
from bot.ui.age_chart import AgeChart, ChartLine, ChartPainter, ChartRow, can_draw
from bot.ui.card import Card
from bot.ui.film_label import label
from bot.ui.markdown import bullet, heading, unmarked
from bot.ui.message import Message, Picture, text_message
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, send_or_edit
from knowledge.answering.families import official_age
from knowledge.answers import Answer, NoGuide, Reviews
from knowledge.questions import Intent, Question
from knowledge.reviews.disagreement import ALONE, FamilyView
from knowledge.reviews.groups import Group

NAME = "ages.png"


class FamiliesChart(FilmFeature):
    """Ages as a picture, and the same in words."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(resources)
        self._painter = ChartPainter()

    @handles(Verb.REVIEW_CHART, Right.ANYONE, defer=Defer.BESIDE)
    async def chart(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows it; without the plotting library the words alone."""
        say = self.resources.say(interaction)
        guide = self.resources.replier(interaction.guild_id).guide
        film = guide.titles.named(action.movie)
        if film is None:
            await send_or_edit(interaction, text_message(say("error.gone_film")))
            return
        view = view_of(guide.answer(Question(Intent.REVIEW_SUMMARY, film.id)))
        lines = words(view, say)
        card = Card(heading(label(film)), tuple(map(bullet, lines)))
        alt = "; ".join(unmarked(line) for line in lines)
        data = await self._painter.picture(chart_of(view, say)) if can_draw() and view.reviews.count else None
        picture = Picture(NAME, data, alt) if data else None
        await send_or_edit(interaction, Message((card,), picture=picture))


def view_of(answer: Answer) -> FamilyView:
    """What families say, and what it stands beside."""
    match answer:
        case Reviews():
            return answer.families
        case NoGuide():
            rated = official_age(answer.official[0].code) if answer.official else None
            return FamilyView(answer.families, rated)
        case _:
            return ALONE


def words(view: FamilyView, say: Phrases) -> list[str]:
    """All that the picture shows."""
    beside = [say("families.beside", name=name, age=_from(age, say)) for name, age in _beside(view, say)]
    told = families_lines(view.reviews, say, len(view.reviews.groups))
    return [*told, *beside] or [say("families.nobody")]


def chart_of(view: FamilyView, say: Phrases) -> AgeChart:
    """The same as a chart."""
    rows = tuple(_row(group, say) for group in view.reviews.groups)
    lines = tuple(ChartLine(name, age) for name, age in _beside(view, say))
    return AgeChart(say.label("families.axis"), rows, lines)


def _row(group: Group, say: Phrases) -> ChartRow:
    name = unmarked(group_name(group, say))
    if group.few:
        return ChartRow(name, tuple(age for age, _ in group.ages))
    return ChartRow(name, (group.median,), group.spread)


def _beside(view: FamilyView, say: Phrases) -> list[tuple[str, int]]:
    ages = (("families.official", view.official), ("families.computed", view.computed))
    return [(say.label(key), age) for key, age in ages if age is not None]


def _from(age: int, say: Phrases) -> str:
    return say("review.suits", age=age) if age else say("review.suits_all")
