"""What odds make of a text: what is asked, about what, in which language, and what else it is."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.questions import Intent
from knowledge.understanding.scene import Named
from knowledge.understanding.thresholds import Thresholds

MOST_QUESTIONS = 3
DANGER, WHY, CORRECTS, NONE = "danger", "why", "corrects", "none"
SURE = 0.9  # How likely a span names a film for chatter not to be all that is said.
MOST_TAUGHT = "en"  # The language of most rows, for which any text is taken too often.
Odds = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Heard:
    """The odds of what a text asks, what it is beside a question, which facts, its language, its topics."""

    intents: Odds
    asides: Odds
    facts: Odds
    languages: Odds
    topics: Odds
    said: Collection[str]
    """The topics that words of theirs are said of."""
    limits: Thresholds

    def asked(self) -> tuple[Intent, ...]:
        """The likeliest intent, and others that are likely beside it; that nothing is asked stands alone."""
        order = sorted(self.intents, key=lambda each: -self.intents[each])
        likely = (each for each in order[1:MOST_QUESTIONS] if self.intents[each] >= self.limits.second)
        chosen = [Intent(each) for each in (order[0], *likely)]
        return (chosen[0], *(each for each in chosen[1:] if Intent.UNKNOWN not in (each, chosen[0])))

    def without_chatter(self, named: Named, intents: Sequence[Intent]) -> Named:
        """What is named, but no film in a text that most likely asks nothing of one."""
        if intents[0] is not Intent.UNKNOWN:
            return named
        sure = self.intents[Intent.UNKNOWN] > self.limits.chatter
        kept = named.match in ("accept", "context") and not (sure and named.chance < SURE)
        return named if kept else Named("none")

    def says(self, kind: str) -> bool:
        """Whether it is this beside a question."""
        return self.asides.get(kind, 0.0) >= self.limits.again

    def aside(self, intents: Sequence[Intent]) -> str | None:
        """What it is beside a question; danger is told even where something is asked."""
        if self.asides.get(DANGER, 0.0) >= self.limits.danger:
            return DANGER
        best, odds = likeliest(self.asides)
        return best if intents[0] is Intent.UNKNOWN and odds >= self.limits.aside else None

    def about(self, topics: Iterable[str]) -> tuple[str, ...]:
        """Those of the topics that are likely asked about."""
        least = dict.fromkeys(self.said, self.limits.topic_said)
        limit = self.limits.topic
        return tuple(each for each in topics if self.topics.get(each, 0.0) >= least.get(each, limit))

    def language(self) -> str | None:
        """The language, where it is sure."""
        foreign = max(self.languages.keys() - {MOST_TAUGHT}, key=self.languages.__getitem__)
        if self.languages[foreign] >= self.limits.foreign:
            return foreign
        return MOST_TAUGHT if self.languages[MOST_TAUGHT] >= self.limits.language else None

    def which_facts(self) -> tuple[str, ...]:
        """The facts that are asked for; none means all."""
        likely = sorted(self.facts, key=lambda each: -self.facts[each])
        chosen = [each for at, each in enumerate(likely) if at == 0 or self.facts[each] >= self.limits.second]
        return () if "all" in chosen else tuple(chosen)


def likeliest(asides: Odds) -> tuple[str, float]:
    """What a text most likely is beside a question, and how likely."""
    kinds = ((odds, each) for each, odds in asides.items() if each not in (NONE, WHY, CORRECTS))
    odds, best = max(kinds, default=(0.0, NONE))
    return best, odds
