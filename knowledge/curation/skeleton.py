"""A new entry's file to be filled in: what is known stands there, every topic waits behind a comment sign."""

from collections.abc import Iterator
from datetime import date

import tomli_w

from knowledge.catalogue.store import Known
from knowledge.curation.form_values import source_key
from knowledge.titles.folding import slug
from knowledge.vocabulary import Topic, Vocabulary

MOST_NAMES = 12
FACTS = "facts"
HEAD = """\
# Take the sign away before what you know; `usher check` says what is missing, `usher preview` shows the card.
# A topic that nobody looked at stays behind its sign; level = "none" means that somebody looked.
"""
KIND = '# kind = "translation"   # or original, nickname\n# language = "de"'
SAYS = '# says = "One sentence in your own words that gives nothing away."'
CITES = '# sources = ["one", "another"]'
VOICE = """
# [[voices]]
# who = "expert"            # or parent, teen, kid, educator
# says = "What they think, in your own words."
# suits_from = 8            # the age they give, if they do
# source = "one"
"""
ALTERNATIVE = """
# [[alternatives]]
# movie = "coco-2017"
# why = "Why who liked this one may like that one."
"""


def skeleton(title: str, year: int, known: Known | None, vocabulary: Vocabulary, today: date) -> str:
    """The text of the file."""
    facts = {"id": slug(title, year), "title": title, "year": year, "pitch": ""}
    runtime = {"runtime": known.runtime} if known and known.runtime else {}
    sources = _sources(known)
    rest = {"facts_from": list(sources), "talk_about": ["", "", ""]}
    tables = {
        **({"external": {"imdb": known.imdb}} if known and known.imdb else {}),
        **({"ratings": _ratings(known, vocabulary)} if known and known.ratings else {}),
    }
    end = {
        "sources": sources,
        "provenance": {"status": "draft", "written_by": "", "written_on": today},
    }
    parts = (
        HEAD,
        tomli_w.dumps({**facts, **runtime, **rest}),
        *_names(known, title),
        "\n" + tomli_w.dumps(tables),
        *(_topic(topic) for topic in vocabulary.topics.values()),
        VOICE,
        ALTERNATIVE,
        '\n# [sources.one]\n# name = "Who says so"\n# url = "https://…"\n# seen_on = 2026-01-31\n',
        "\n" + tomli_w.dumps(end),
    )
    return "".join(part for part in parts if part)


def _names(known: Known | None, title: str) -> Iterator[str]:
    """Under which it is known as well; which language each is, nobody has written down."""
    names = [name for name in (known.names if known else ()) if name != title]
    for name in names[:MOST_NAMES]:
        row = tomli_w.dumps({"title": name}).strip()
        yield f"\n# [[also_known_as]]\n# {row}\n{KIND}\n"


def _sources(known: Known | None) -> dict[str, dict[str, str]]:
    names = known.sources if known else ()
    return {source_key(name) or FACTS: {"name": name} for name in names} or {FACTS: {"name": ""}}


def _ratings(known: Known, vocabulary: Vocabulary) -> list[dict[str, object]]:
    """The codes that we know, with the board's reason where it is known."""
    reasons = {(board, code): reason for board, code, reason in known.reasons}
    rows: dict[str, dict[str, object]] = {}
    for board, code, source in known.ratings:
        if board in vocabulary.boards and code in vocabulary.boards[board].codes:
            reason = reasons.get((board, code))
            said = {"reason": reason} if reason else {}
            rows.setdefault(
                board, {"board": board, "code": code, **said, "sources": [source_key(source) or FACTS]}
            )
    return list(rows.values())


def _topic(topic: Topic) -> str:
    """A finding behind comment signs, with what each level means."""
    levels = [level.value for level in topic.levels]
    means = ((level, getattr(topic, level, None)) for level in ("mild", "moderate", "severe"))
    rows = [
        f"\n# {topic.name}",
        *(f"#   {level}: {words}" for level, words in means if words),
        "# [[findings]]",
        f'# topic = "{topic.id}"',
        f'# level = "{levels[0]}"   # or {", ".join(levels[1:])}',
        SAYS,
        CITES,
    ]
    return "\n".join(rows) + "\n"
