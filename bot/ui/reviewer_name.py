"""Who wrote a review, as others read it: "a parent with a 9-year-old", never a name."""

from bot.ui.markdown import Markdown
from bot.ui.phrases import Phrases
from knowledge.reviews.review import Review


def reviewer_name(review: Review, say: Phrases) -> Markdown:
    """By what they are and the ages of the children who watched, or their own."""
    kind = say(f"reviewer.{review.who}")
    match review.who, review.ages:
        case _, ():
            return kind
        case (("teen" | "kid"), (age, *_)):
            return say("reviewer.aged", who=kind, count=age)
        case _, (age,):
            return say("reviewer.of_one", who=kind, count=age)
        case _, ages:
            return say("reviewer.of_many", who=kind, ages=say.join(map(str, ages)))
