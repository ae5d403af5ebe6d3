"""What families of the server say, in lines: groups with counts, who disagrees, the most helpful one."""

from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.markdown import APART, Markdown
from bot.ui.phrases import Phrases
from bot.ui.stars import stars_of
from knowledge.reviews.disagreement import Disagreement, Party
from knowledge.reviews.groups import FilmReviews, Group
from knowledge.verdicts import Opinion

MOST_APART = 2
"""Disagreements that are said in sentences."""
MOST_FLAGS = 4


def families_lines(families: FilmReviews, say: Phrases, most: int) -> list[Markdown]:
    """A line a group, those with most reviews first if not all have room."""
    largest = sorted(families.groups, key=lambda group: -group.count)[:most]
    return [_group_line(group, say) for group in families.groups if group in largest]


def family_opinion(one: Opinion, say: Phrases) -> Markdown:
    """From which age a group would let a child see it: "3 parents here: from 10 (8 to 12)"."""
    who = say(f"families.{one.who}", count=one.count)
    return say("families.says", who=who, age=_from(one.suits_from or 0, one.spread, say))


def disagreement_line(one: Disagreement, say: Phrases) -> Markdown:
    """Two who name ages that lie apart, in a sentence."""
    return say(
        "families.disagree",
        one=_said(one.one, one.one_from, say),
        other=_said(one.other, one.other_from, say),
    )


def best_line(families: FilmReviews, say: Phrases) -> list[Markdown]:
    """The most helpful review, quoted; hidden where it gives the plot away."""
    if families.best is None:
        return []
    review = families.best.review
    text = " ".join(filter(None, (review.heading and f"{review.heading}.", review.text)))
    return [
        say(
            "families.best_spoils" if review.spoils else "families.best",
            who=say(f"reviewer.{review.who}"),
            text=text,
        )
    ]


def read_buttons(families: FilmReviews, film_id: str, say: Phrases) -> tuple[Button, ...]:
    """What they wrote, page by page, and the ages as a picture."""
    if not families.count:
        return ()
    return (
        Button(say("families.read"), Action(Verb.REVIEWS_READ, film_id, "0"), ButtonStyle.MAIN),
        Button(say("families.chart"), Action(Verb.REVIEW_CHART, film_id)),
    )


def group_name(group: Group, say: Phrases) -> Markdown:
    """How many of whom: "3 parents here"."""
    return say(f"families.{group.who}", count=group.count)


def _group_line(group: Group, say: Phrases) -> Markdown:
    """How many, from which age, stars, and how many of them say what stands out."""
    who, flags = group_name(group, say), _flags(group, say)
    if group.few:
        ages = APART.join(_each(age, count, say) for age, count in group.ages)
        return say("families.few", who=who, ages=ages, flags=flags)
    stars = stars_of(round(group.mean_stars))
    return say(
        "families.group", who=who, age=_from(group.median, group.spread, say), stars=stars, flags=flags
    )


def _each(age: int, count: int, say: Phrases) -> Markdown:
    return say("families.each", age=_from(age, None, say), count=count)


def _flags(group: Group, say: Phrases) -> Markdown:
    told = [
        say("families.flag", flag=say(f"flag.{flag}"), count=count, whole=group.count)
        for flag, count in group.flags[:MOST_FLAGS]
    ]
    return say("families.flags", flags=APART.join(told)) if told else Markdown("")


def _from(age: int, spread: tuple[int, int] | None, say: Phrases) -> Markdown:
    """ "from 10 (8 to 12)": the spread only where it is one."""
    plain = say("review.suits", age=age) if age else say("review.suits_all")
    if spread is None or spread[0] == spread[1]:
        return plain
    return say("families.spread", age=plain, low=spread[0], high=spread[1])


def _said(party: Party, age: int, say: Phrases) -> Markdown:
    return say(f"party.{party}", age=say("review.suits", age=age) if age else say("review.suits_all"))
