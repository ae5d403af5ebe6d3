"""What waits for a moderator, and what a child who is too young is told: by the words of a review."""

import pytest

from knowledge.reviews.review import Review, Reviewer
from knowledge.reviews.safety import HeldFor, held_for, is_too_young


def review(text: str = "", who: Reviewer = "parent", **more: object) -> Review:
    return Review.model_validate(
        {"who": who, "suits_from": 8, "stars": 4, "text": text, **more}, strict=False
    )


HELD = {
    HeldFor.LINK: (
        "Read more at https://example.org/a",
        "see www.my-page.net",
        "look it up on movieblog.com",
        "my page is example dot com",
        "steht auf beispiel punkt de",
    ),
    HeldFor.INVITE: ("join discord.gg/abc", "come to discord.com/invite/abc", "t.me/films", "dsc.gg/films"),
    HeldFor.EMAIL: ("mail me: jo.doe@example.org", "jo (at) example (dot) org", "jo arroba example punto es"),
    HeldFor.PHONE: ("call 555-123-4567", "+49 170 1234567", "06 12 34 56 78", "(020) 7946 0018"),
    HeldFor.CONTACT: (
        "add me on snap",
        "my Insta is in my profile",
        "DM me",
        "schreib mir",
        "@lilyfan",
        "mi número",
    ),
    HeldFor.CHILD_NAME: (
        "My son Max was scared.",
        "our 9-year-old Lily loved it",
        "my little daughter, Ava, cried",
        "Unsere Tochter Mia hat geweint.",
        "Mein kleiner Sohn Jonas fand es lustig.",
        "Mi hijo Pablo lloró.",
        "Nuestra hija Lucía se asustó.",
        "Mon fils Louis a adoré.",
        "Ma petite fille Chloé a eu peur.",
        "Emma (9) hid behind me.",
        "Max is 7 years old and liked it",
        "Noah, 8 Jahre, hatte Spaß",
        "My name is Lily.",
        "Ich heiße Jonas.",
        "my Lilly loved it",
        "My Max hid behind the sofa.",
        "Our little Mia cried; ma Léa aussi",
        "Lilly aged 5 loved it",
        "Max, age 7, was bored",
        "Jonas im Alter von 6 hatte Angst",
        "Lucía, de 5 años, lloró",
    ),
    HeldFor.TOO_YOUNG: (
        "I am 9 and I liked it",
        "I'm eleven.",
        "ich bin 10",
        "tengo 11 años",
        "j'ai douze ans",
    ),
}
PASSES = (
    "My son was scared of the storm, and so was I.",
    "Lovely film. My daughter laughed all the way through.",
    "The father dies at 12 minutes in.",
    "Meine Tochter Angst? Keine Spur.",
    "Mein Sohn hatte Spaß.",
    "I am 100% sure it is fine from 10.",
    "We saw it twice, in 2019 and in 2023.",
    "Miguel wants to be a musician. Dory forgets everything.",
    "I'm 42 and cried.",
    "Mi hijo lloró al final.",
    "Ma fille a adoré la musique.",
    "Toy Story 3 (2010) is sadder than the first.",
    "Rated PG-13 for a reason: 2 fights, 3 chases.",
    "Oh my God, my Mum cried. Our Friday film from now on.",
    "My Neighbor Totoro is gentler. My Girl is sad.",
    "Children aged 5 will be fine. Recommended age 8.",
    "Mein Film des Jahres. Más de 10 años. Plus de 6 ans.",
    "Kinder im Alter von 6 lachen viel.",
)


@pytest.mark.parametrize(("why", "text"), [(why, text) for why, texts in HELD.items() for text in texts])
def test_what_could_lead_to_a_child_waits_for_a_moderator(why: HeldFor, text: str) -> None:
    assert why in held_for(review(text))
    assert why in held_for(review(heading=text[:100]))


@pytest.mark.parametrize("text", PASSES)
def test_what_families_write_of_a_film_does_not_wait(text: str) -> None:
    assert held_for(review(text)) == ()


def test_a_review_without_words_never_waits_for_its_words() -> None:
    assert held_for(review()) == ()


@pytest.mark.parametrize("text", HELD[HeldFor.TOO_YOUNG])
@pytest.mark.parametrize("who", ["teen", "kid"])
def test_a_child_who_says_to_be_under_13_is_known_by_the_words(who: Reviewer, text: str) -> None:
    assert is_too_young(review(text, who))


def test_a_child_who_chooses_an_age_under_13_is_too_young_and_a_parent_of_one_is_not() -> None:
    assert is_too_young(review(who="kid", ages=(9,)))
    assert is_too_young(review(who="teen", ages=(8, 12)))
    assert not is_too_young(review(who="teen", ages=(13,)))
    assert not is_too_young(review(who="kid"))
    assert not is_too_young(review(who="parent", ages=(9,)))
    assert not is_too_young(review("My son said: I am 9 now.", "parent"))


@pytest.mark.parametrize("text", ["I'm 14 and liked it", "I am 13.", "ich bin 15 Jahre alt", "j'ai 16 ans"])
def test_a_teen_who_says_their_age_may_write(text: str) -> None:
    assert not is_too_young(review(text, "teen"))
