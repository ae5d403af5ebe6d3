"""From which age families would let a child see a film, as a chart beside the rating and the guide."""

from bot.film.families_lines import ages_beside, beside_parts, families_lines, group_name
from bot.ui.age_chart import AgeChart, ChartLine, ChartRow
from bot.ui.markdown import unmarked
from bot.ui.phrases import Phrases
from knowledge.answers import Answer, NoGuide, Reviews
from knowledge.questions import Intent, Question
from knowledge.reviews.disagreement import FamilyView
from knowledge.reviews.groups import Group


def chart_of(question: Question, answer: Answer, say: Phrases) -> AgeChart | None:
    """The chart of an answer that tells what families say; none of a few, who are no statistic."""
    match answer:
        case Reviews():
            view = answer.families
        case NoGuide() if question.intent is Intent.REVIEW_SUMMARY:
            view = answer.families
        case _:
            return None
    return None if view.reviews.few else _chart(view, say)


def _chart(view: FamilyView, say: Phrases) -> AgeChart:
    rows = tuple(_row(group, say) for group in view.reviews.groups)
    words = "; ".join(map(unmarked, _words(view, say)))
    return AgeChart(say.label("families.axis"), rows, chart_lines(view, say), words)


def chart_lines(view: FamilyView, say: Phrases) -> tuple[ChartLine, ...]:
    """The ages that stand beside all groups, with what is said of each."""
    return tuple(ChartLine(f"{one.name}: {unmarked(one.says)}", one.age) for one in ages_beside(view, say))


def _words(view: FamilyView, say: Phrases) -> list[str]:
    """All that the picture shows."""
    return [*families_lines(view.reviews, say), *beside_parts(view, say)]


def _row(group: Group, say: Phrases) -> ChartRow:
    name = unmarked(group_name(group, say))
    if group.few:
        return ChartRow(name, tuple(age for age, _ in group.ages))
    return ChartRow(name, (group.median,), group.spread)
