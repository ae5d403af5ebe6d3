"""What families of the server say, in lines: groups with counts, who disagrees, the most helpful ones."""

from dataclasses import dataclass

from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.markdown import APART, Markdown
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from bot.ui.reviewer_name import reviewer_name
from bot.ui.stars import stars_of
from knowledge.reviews.disagreement import Disagreement, FamilyView, OfficialAge, Party
from knowledge.reviews.groups import FilmReviews, Group
from knowledge.reviews.review import QuotedReview
from knowledge.verdicts import Opinion

MOST_APART = 2
"""Disagreements that are said in sentences."""
MOST_FLAGS = 4
MOST_QUOTED = 3
LITTLE = 3
"""Of a room that holds fewer items each part says only its first."""


def families_lines(families: FilmReviews, say: Phrases, flags: int = MOST_FLAGS) -> list[Markdown]:
    """A line a group, each with what most of it say stands out."""
    return [_group_line(group, say, flags) for group in families.groups]


def told_lines(view: FamilyView, say: Phrases, room: Room) -> list[Markdown]:
    """All that families say: their groups, who disagrees, the most helpful reviews, the ages beside."""
    little = room.items < LITTLE
    return [
        *families_lines(view.reviews, say, min(room.items, MOST_FLAGS)),
        *(disagreement_line(one, view, say) for one in view.disagreements[: 1 if little else MOST_APART]),
        *quote_lines(view.reviews, say, 1 if little else MOST_QUOTED),
        *(() if little else beside_line(view, say)),
    ]


def family_opinion(one: Opinion, say: Phrases) -> Markdown:
    """From which age a group would let a child see it: "3 parents here: from 10 (8 to 12)"."""
    who = say(f"families.{one.who}", count=one.count)
    return say("families.says", who=who, age=from_age(one.suits_from or 0, say, one.spread))


def disagreement_line(one: Disagreement, view: FamilyView, say: Phrases) -> Markdown:
    """Two who name ages that lie apart, in a sentence."""
    return say(
        "families.disagree",
        one=_said(one.one, one.one_from, view, say),
        other=_said(one.other, one.other_from, view, say),
    )


def quote_lines(families: FilmReviews, say: Phrases, most: int) -> list[Markdown]:
    """The most helpful reviews, quoted; hidden where one gives the plot away."""
    return [_quote(one, say) for one in families.best[:most]]


def _quote(one: QuotedReview, say: Phrases) -> Markdown:
    review = one.review
    text = " ".join(filter(None, (review.heading and f"{review.heading}.", review.text)))
    key = "families.quote_spoils" if review.spoils else "families.quote"
    helpful = say("families.helpful", count=one.helpful) if one.helpful else ""
    return say(key, who=reviewer_name(review, say), text=text, helpful=helpful)


def beside_line(view: FamilyView, say: Phrases) -> list[Markdown]:
    """The ages that many families are compared with: the official one, and the one of what is recorded."""
    told = beside_parts(view, say)
    return [APART.join(told)] if told and not view.reviews.few else []


def beside_parts(view: FamilyView, say: Phrases) -> list[Markdown]:
    """The same, each by itself."""
    return [say("families.beside", name=one.name, age=one.says) for one in ages_beside(view, say)]


@dataclass(frozen=True, slots=True)
class AgeBeside:
    """An age, in years, that all families are compared with, and what is said of it."""

    name: str
    age: int
    says: Markdown


def ages_beside(view: FamilyView, say: Phrases) -> list[AgeBeside]:
    """What the rating and what is recorded say."""
    rated, computed, found = view.official, view.computed, list[AgeBeside]()
    if rated:
        name = say.label("families.official", code=rated.code)
        found.append(AgeBeside(name, rated.age, _official(rated, say)))
    if computed is not None:
        found.append(AgeBeside(say.label("families.computed"), computed, from_age(computed, say)))
    return found


def _official(rated: OfficialAge, say: Phrases) -> Markdown:
    """From which age it lets children in, or below which it only asks parents to look first."""
    return say("families.look_first", age=rated.age) if rated.looks_first else from_age(rated.age, say)


def read_buttons(families: FilmReviews, film_id: str, say: Phrases) -> tuple[Button, ...]:
    """What they wrote, page by page."""
    if not families.count:
        return ()
    return (Button(say("families.read"), Action(Verb.REVIEWS_READ, film_id, "0"), ButtonStyle.MAIN),)


def group_name(group: Group, say: Phrases) -> Markdown:
    """How many of whom: "3 parents here"."""
    return say(f"families.{group.who}", count=group.count)


def _group_line(group: Group, say: Phrases, most: int) -> Markdown:
    """How many, from which age, stars, and how many of them say what stands out."""
    who, flags = group_name(group, say), _flags(group, say, most)
    if group.few:
        ages = APART.join(_each(age, count, say) for age, count in group.ages)
        return say("families.few", who=who, ages=ages, flags=flags)
    stars = stars_of(round(group.mean_stars))
    return say(
        "families.group", who=who, age=from_age(group.median, say, group.spread), stars=stars, flags=flags
    )


def _each(age: int, count: int, say: Phrases) -> Markdown:
    return say("families.each", age=from_age(age, say), count=count)


def _flags(group: Group, say: Phrases, most: int) -> Markdown:
    told = [
        say("families.flag", flag=say(f"flag.{flag}"), count=count, whole=group.count)
        for flag, count in group.flags[:most]
    ]
    return say("families.flags", flags=APART.join(told)) if told else Markdown("")


def from_age(age: int, say: Phrases, spread: tuple[int, int] | None = None) -> Markdown:
    """ "from 10 (8 to 12)": the spread only where it is one."""
    plain = say("review.suits", age=age) if age else say("review.suits_all")
    if spread is None or spread[0] == spread[1]:
        return plain
    return say("families.spread", age=plain, low=spread[0], high=spread[1])


def _said(party: Party, age: int, view: FamilyView, say: Phrases) -> Markdown:
    if party == "official" and view.official:
        return say("party.official", code=view.official.code, age=_official(view.official, say))
    return say(f"party.{party}", age=from_age(age, say))
