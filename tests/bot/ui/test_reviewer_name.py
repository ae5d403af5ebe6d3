"""Who wrote a review, as it is said: by what they are, and the ages that they or their children had."""

import pytest

from bot.ui.phrases import Languages
from bot.ui.reviewer_name import reviewer_name
from knowledge.reviews.review import Review, Reviewer

LANGUAGES = Languages()


def named(who: Reviewer, ages: tuple[int, ...], language: str = "en") -> str:
    return reviewer_name(Review(who=who, ages=ages, suits_from=8, stars=4), LANGUAGES[language])


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
@pytest.mark.parametrize("who", ["parent", "teen", "kid"])
def test_every_age_that_was_said_is_named_and_none_that_was_not(language: str, who: Reviewer) -> None:
    plain = named(who, (), language)
    assert not any(letter.isdigit() for letter in plain)
    one = named(who, (9,), language)
    assert "9" in one
    assert plain != one


def test_the_ages_of_several_children_are_all_named() -> None:
    said = named("parent", (4, 7, 11))
    assert all(age in said for age in ("4", "7", "11"))
