"""How near the ages of topics.toml are to those that people publish: `uv run scripts/calibrate_ages.py`.

The films of which a guide published an age are split in halves by their ids. Parents and children tell of
their own and advise nobody, so they are heard only where no guide advises, and those films are counted by
themselves; what the figure is with all of them heard stands beside it. With `--fit` the
ages are fitted to the first half, from the last ones on, and shown with what they give on the other;
`--swapped` fits them to the other and reports on the first. `--write` puts them in place. The ages of
audience.toml stay.
"""

import re
from argparse import ArgumentParser
from collections.abc import Sequence

from knowledge.curation.shipped_guide import DATA, read_library
from scripts.ages.fitting_ages import LEVELS, fitted
from scripts.ages.published import Ages, Rated, ages_of, agreement, apart, halves, rated_films

TOPICS = DATA / "topics.toml"
START: dict[str, tuple[int, int, int]] = {
    "sex": (5, 14, 16),
    "nudity": (5, 14, 16),
    "sexual_violence": (11, 14, 16),
    "violence": (5, 10, 13),
    "gore": (6, 11, 15),
    "fear": (5, 8, 12),
    "grief_and_death": (5, 7, 11),
    "suicide_and_self_harm": (10, 12, 14),
    "language": (5, 12, 15),
    "slurs_and_discrimination": (5, 10, 13),
    "alcohol": (5, 11, 13),
    "drugs": (9, 12, 16),
    "tobacco": (5, 6, 11),
}
"""Mild, moderate and severe, in years: where an earlier fit left the steps of Kijkwijzer."""
NAMED = 12
"""Films that are named of each kind."""


def told(name: str, films: Sequence[Rated], ages: Ages) -> str:
    """The agreement in a few lines."""
    found = agreement(films, ages)
    more = (
        ("stricter than all", found.stricter),
        ("by more than two years", found.much_stricter),
        ("looser than all", found.looser),
    )
    head = f"{name}: {found.films} films, bias {found.bias:+.2f} years, mean error {found.error:.2f}"
    rows = (f"  {what}: {len(ids)} {', '.join(ids[:NAMED])}" for what, ids in more)
    return "\n".join([head, *rows])


def start() -> Ages:
    """The table from which a fit starts."""
    rows = START.items()
    return {(topic, level): age for topic, row in rows for level, age in zip(LEVELS, row, strict=True)}


def rows_of(ages: Ages) -> dict[str, str]:
    """The line of each topic as topics.toml has it."""
    topics = dict.fromkeys(topic for topic, _ in ages)
    return {
        topic: "ages = {{ mild = {}, moderate = {}, severe = {} }}".format(
            *(ages[topic, level] for level in LEVELS)
        )
        for topic in topics
    }


def write(ages: Ages) -> None:
    """Puts them into topics.toml, and leaves all else as it is."""
    text = TOPICS.read_text(encoding="utf-8")
    for topic, row in rows_of(ages).items():
        text = re.sub(rf"(?ms)(^\[{topic}\]$.*?)^ages = [^\n]*$", rf"\g<1>{row}", text, count=1)
    TOPICS.write_text(text, encoding="utf-8")


def main() -> None:
    """Reports, and fits where that is asked for."""
    parser = ArgumentParser(description="The ages of topics.toml beside those that people publish.")
    parser.add_argument("--fit", action="store_true", help="fit them to the first half")
    parser.add_argument("--swapped", action="store_true", help="the other half for calibration")
    parser.add_argument("--write", action="store_true", help="put what was fitted into topics.toml")
    given = parser.parse_args()
    library = read_library()
    ages, every = ages_of(library.vocabulary), rated_films(library)
    films = [film for film in every if film.advised]
    first, other = halves(films)
    if given.swapped:
        first, other = other, first
    if given.fit or given.write:
        ages = fitted(first, start())
        print("\n".join(f"{topic}: {row}" for topic, row in rows_of(ages).items()))
    print(told("The half for calibration", first, ages))
    print(told("The other half", other, ages))
    print(
        told("Films of which only parents or children spoke", [one for one in every if not one.advised], ages)
    )
    everybody = {film.id: film for film in rated_films(library, families_too=True)}
    heard = [everybody[film.id] for film in other]
    print(told("The other half, where parents and children are heard beside the guides", heard, ages))
    several = [film for film in other if len(film.published) > 1]
    print(told("Of these, films with ages from several sources", several, ages))
    print(f"One source and the others of its film: {apart(films):.2f} years apart")
    if given.write:
        write(ages)


if __name__ == "__main__":
    main()
