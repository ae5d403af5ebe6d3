"""The card of a film without a guide: what a board says, what it named, what is known, where to read on."""

from collections.abc import Sequence
from itertools import groupby

from bot.film.board_lines import about_topic, named_lines, not_named, of_level
from bot.film.families_lines import (
    MOST_QUOTED,
    disagreement_line,
    families_lines,
    quote_lines,
    read_buttons,
)
from bot.film.film_parts import running_time
from bot.film.fragments import (
    at_ages,
    code_name,
    meaning,
    not_rated_in,
    official_head,
    official_line,
    title_line,
)
from bot.film.glance_card import review_button
from bot.film.links import links_of
from bot.film.not_found_cards import MISSING
from bot.ui.actions import Verb
from bot.ui.card import Accent, Button, Card, question_button
from bot.ui.film_label import label
from bot.ui.markdown import APART, COMMA, Markdown, bullet, escape
from bot.ui.phrases import Phrases
from knowledge.answers import NoGuide
from knowledge.questions import Intent, Question
from knowledge.verdicts import BoardRating, BoardVerdict, Verdict

PARTS = frozenset({Intent.STORY, Intent.REVIEW_SUMMARY, Intent.TALK_ABOUT})
"""What only a guide holds."""


FILM_LISTS = {
    "Usher's": "usher",
    **{name: name for name in ("imdb", "movielens", "letterboxd", "wikidata", "tmdb", "table")},
}
"""The phrase for a list of films, by the first word of its name in the catalogue."""


def board_only_card(answer: NoGuide, question: Question, say: Phrases) -> Card:
    """What was asked first, by what there is; then all else that is known."""
    lines = (
        *_first(answer, question, say),
        *beside_lines(answer.beside, say),
        *_families(answer, say),
        *_verdicts(answer, say),
        *named_lines(answer, say),
        *(() if question.intent is Intent.FACTS else _known(answer, say)),
        *(() if question.intent is Intent.ALTERNATIVES else _nearest(answer, say)),
        *(() if answer.verdicts else (say("known.no_guide"),)),
    )
    return Card(
        title_line(label(answer.film), next(iter(answer.official), None)),
        lines,
        lists_line((answer, *answer.beside), say),
        _buttons(answer, question, say),
        links_of(answer.film, say),
        accent=_mood(answer),
        private=bool(answer.verdicts),
    )


def beside_lines(films: Sequence[NoGuide], say: Phrases) -> list[Markdown]:
    """A film each that has no guide, beside another: what a board says, and whether that is too much."""
    return [_beside(one, say) for one in films]


def _beside(answer: NoGuide, say: Phrases) -> Markdown:
    rating, first = _rating(answer, say, brief=True), answer.verdicts[:1]
    too_young = [_not_yet([one], say) for one in first if one.verdict is Verdict.NOT_YET]
    says = Markdown(" ").join([rating, *too_young])
    return say("compare.no_guide", heading=escape(label(answer.film)), says=says)


def lists_line(films: Sequence[NoGuide], say: Phrases) -> tuple[Markdown, ...]:
    """The lists of films that this is from, each once, as people call them."""
    lists = dict.fromkeys(list_name(one, say) for film in films for one in film.sources)
    return (say("known.sources", sources=COMMA.join(lists)),) if lists else ()


def list_name(source: str, say: Phrases) -> Markdown:
    """A list of films as people call it."""
    family, _, name = source.partition(" ")
    if (known := FILM_LISTS.get(family)) is None:
        return escape(source)
    return say(f"film_list.{known}", name=name)


def _first(answer: NoGuide, question: Question, say: Phrases) -> list[Markdown]:
    """What was asked, as far as it can be said; what the board says stands in the first line of most."""
    match question.intent:
        case Intent.AGE_RATING:
            elsewhere = not_rated_in(question, answer.official, say)
            rating = [_rating(answer, say)] if answer.official or not elsewhere else []
            return [*elsewhere, *rating, *(bullet(official_line(one, say)) for one in answer.official[1:])]
        case Intent.FACTS:
            return [*(_facts(answer, question, say) or [say("missing.facts")]), _rating(answer, say)]
        case Intent.ALTERNATIVES:
            return [*(_nearest(answer, say) or [_no_other(answer, say)]), _rating(answer, say)]
        case Intent.REVIEW_SUMMARY if answer.families.reviews.count:
            return [say("families.told", count=answer.families.reviews.count), _rating(answer, say)]
        case intent if intent in PARTS and intent.value in MISSING:
            return [say(f"missing.{intent.value}"), _rating(answer, say)]
        case Intent.CONTENT_TOPIC:
            first, *others = _asked(answer, say) or [_looked_for(question, answer, say)]
            return [Markdown(" ").join([_rating(answer, say, brief=True), first]), *map(bullet, others)]
        case _:
            return [_rating(answer, say), *map(bullet, _asked(answer, say))]


def _families(answer: NoGuide, say: Phrases) -> list[Markdown]:
    """What families of the server say, as what they say: it never makes a verdict."""
    told, apart = answer.families.reviews, answer.families.disagreements[:1]
    lines = (
        *families_lines(told, say),
        *(disagreement_line(one, answer.families, say) for one in apart),
        *quote_lines(told, say, MOST_QUOTED),
    )
    return [bullet(line) for line in lines]


def _rating(answer: NoGuide, say: Phrases, *, brief: bool = False) -> Markdown:
    """The official rating, its country, and what it means at the ages that were asked about."""
    if not answer.official:
        return say("official.none")
    first = answer.official[0]
    head = official_head("official.line", first, say)
    if first.at or brief:
        return Markdown(" ").join([head, *at_ages(first, say)])
    return Markdown(" ").join([head, _means(first, say)])


def _means(official: BoardRating, say: Phrases) -> Markdown:
    return say("official.means", code=code_name(official), means=meaning(official.code, say))


def _asked(answer: NoGuide, say: Phrases) -> list[Markdown]:
    """Each topic that was asked about: who names it and how much, or that it is not named."""
    return [line for topic, named in answer.asked for line in about_topic(topic, named, answer, say)]


def _looked_for(question: Question, answer: NoGuide, say: Phrases) -> Markdown:
    """A thing that is no topic: no board speaks of it."""
    if not question.words:
        return say("known.no_guide")
    return not_named(say("known.thing", words=question.words), answer, say)


def _verdicts(answer: NoGuide, say: Phrases) -> list[Markdown]:
    """Not yet, and by what; else that nobody can say: each once for all ages of which it is said."""
    too_young = [one for one in answer.verdicts if one.verdict is Verdict.NOT_YET]
    open_ages = [str(one.age) for one in answer.verdicts if one.verdict is not Verdict.NOT_YET]
    alike = groupby(too_young, key=lambda one: one.reasons)
    lines = [_not_yet(list(ages), say) for _, ages in alike]
    if open_ages:
        lines.append(say("known.cannot_tell", age=say.join(open_ages)))
    return lines


def _not_yet(alike: Sequence[BoardVerdict], say: Phrases) -> Markdown:
    reasons = COMMA.join(of_level(why, say) for why in alike[0].reasons)
    return say("known.not_yet", age=say.join(str(one.age) for one in alike), reasons=reasons)


def _known(answer: NoGuide, say: Phrases) -> list[Markdown]:
    """Minutes and year; the year alone stands in the heading."""
    if not answer.runtime:
        return []
    year = [str(answer.film.year)] if answer.film.year else []
    return [APART.join([say("facts.minutes", minutes=answer.runtime), *year])]


def _facts(answer: NoGuide, question: Question, say: Phrases) -> list[Markdown]:
    """Of the facts that were asked for those that files know."""
    film, wanted = answer.film, question.facts or ("runtime", "year")
    known = {
        "runtime": running_time(answer.runtime, say) if answer.runtime else None,
        "year": say("facts.year", year=film.year) if film.year else None,
    }
    return [line for part in wanted if (line := known.get(part))]


def _nearest(answer: NoGuide, say: Phrases) -> list[Markdown]:
    if answer.nearest is None:
        return []
    ages = say.join(str(one.age) for one in answer.verdicts)
    return [say("known.nearest", heading=escape(answer.nearest.heading), age=ages)]


def _no_other(answer: NoGuide, say: Phrases) -> Markdown:
    return say("missing.alternatives" if answer.verdicts else "known.no_age")


def _mood(answer: NoGuide) -> Accent:
    refused = any(one.verdict is Verdict.NOT_YET for one in answer.verdicts)
    return Accent.NO if refused else Accent.UNKNOWN


def _buttons(answer: NoGuide, question: Question, say: Phrases) -> tuple[Button, ...]:
    film, ages = answer.film.id, tuple(one.age for one in answer.verdicts)
    other = answer.nearest
    about = Question(Intent.SUITABILITY, film)
    return (
        *((question_button(say("button.share"), Verb.SHARE, question),) if ages else ()),
        *read_buttons(answer.families.reviews, film, say),
        question_button(say("button.age"), Verb.AGES, about),
        question_button(say("button.ask"), Verb.ASK, Question(Intent.UNKNOWN, film)),
        review_button(film, say),
        *(
            (question_button(other.heading, Verb.ANSWER, Question(Intent.SUITABILITY, other.id, ages)),)
            if other
            else ()
        ),
        question_button(say("button.notify"), Verb.NOTIFY, Question(Intent.UNKNOWN, film)),
        question_button(say("button.write"), Verb.BEGIN_FILM, Question(Intent.UNKNOWN, film)),
    )
