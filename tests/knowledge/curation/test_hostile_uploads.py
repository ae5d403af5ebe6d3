"""Whatever is uploaded: it is taken as it stands, or refused with a clear fault. Never anything between.

A few rounds by default; USHER_PROVE_UPLOADS=10000 for a night. `-s` shows the slowest and the memory.
"""

import json
import os
import resource
import time
from collections.abc import Callable
from random import Random

import pytest

from knowledge.curation.export import FORMATS, to_csv, to_json, to_toml
from knowledge.curation.faults import Fault, Faulty
from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.curation.toml_models import read_movie
from knowledge.curation.upload import MOST_BYTES, MOST_FAULTS, check_in, read_upload
from knowledge.curation.upload_parsers import MOST_LINES
from knowledge.library import Library

pytestmark = pytest.mark.prove

ROUNDS = int(os.environ.get("USHER_PROVE_UPLOADS", "100"))
SHIPPED = read_movie((DATA / "movies/never-let-me-go-2010.toml").read_text(encoding="utf-8"), "shipped")
FILM = SHIPPED.model_copy(update={"alternatives": ()})
EMPTY = Library.of([], read_vocabulary())
TOML, JSON, CSV = to_toml([FILM]), to_json([FILM]), to_csv([FILM])

Upload = tuple[str, bytes]
BIDI = "\u202e\u202d\u2066\u2069\u200f\u061c\u200b\ufeff\u0007\x1b"
MENTIONS = (
    "@everyone",
    "@here",
    "<@123>",
    "<@!9>",
    "<@&5>",
    "<#77>",
    "</movie:1>",
    "<:kite:12>",
    "<a:kite:1>",
    "<t:1>",
)
SIGNS = ["a=1\n", "a.", '"a".', "[[a]]\n", "a=[", "[a.", "a={a=", "'", '"""\n', "x=1e", "9", "'a'.", "# \n"]
FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-cmd|x", "@SUM(1)", "\t=1", "＝1", " =HYPERLINK(1)")


def with_pitch(text: str, ending: str) -> bytes:
    spoiled = FILM.model_copy(update={"pitch": text})
    return FORMATS[ending]([spoiled]).encode("utf-8", "surrogatepass")


def any_ending(random: Random) -> str:
    return random.choice(sorted(FORMATS))


def wrong_encoding(random: Random) -> Upload:
    coding = random.choice(["utf-16", "utf-32", "utf-16-le", "cp037"])
    return f"x.{any_ending(random)}", random.choice([TOML, JSON, CSV]).encode(coding, "replace")


def latin(random: Random) -> Upload:
    ending = any_ending(random)
    return f"x.{ending}", with_pitch("Amélie à Montmartre", ending).decode().encode("latin-1", "replace")


def fifty_megabytes(random: Random) -> Upload:
    sign = random.choice(["[", "{", '"', "a=1\n", "a,", "\0", " "])
    return f"x.{any_ending(random)}", (sign * (50_000_000 // len(sign))).encode()


def just_small_enough(random: Random) -> Upload:
    ending = any_ending(random)
    signs = {
        "json": ["[", '{"a":', "[[],", '"a', "1", "-", "[1,", "{" + '"a":1,' * 3],
        "toml": SIGNS,
        "csv": ["a,", '"', "a\n", ",", "\n", ";", '"a""', "=1,", "a.b."],
    }
    sign = random.choice(signs[ending])
    start = random.choice(["", "a=", "[", "id,title\n"])
    return f"x.{ending}", (start + sign * (MOST_BYTES // len(sign) - 8)).encode()


def many_lines(random: Random) -> Upload:
    head, line = random.choice(
        [("", "k{0} = 1\n"), ("[a.b.c.d.e.f]\n", "g.h.i.j.k{0} = 1\n"), ("", "[[entries]]\nid = 'a{0}'\n")]
    )
    return "x.toml", (
        head + "".join(line.format(number) for number in range((MOST_LINES - 1000) // line.count("\n")))
    ).encode()


def deep(random: Random) -> Upload:
    depth = random.choice([10, 100, 1000, 100_000])
    ending = random.choice(["toml", "json"])
    data = "[" * depth + "]" * depth
    return f"x.{ending}", (data if ending == "json" else f"a = {data}").encode()


def nul_bytes(random: Random) -> Upload:
    ending, text = random.choice([("toml", TOML), ("json", JSON), ("csv", CSV)])
    place = random.randrange(len(text))
    return f"x.{ending}", (text[:place] + "\0" + text[place:]).encode()


def written_nul(random: Random) -> Upload:
    return random.choice(
        [
            ("x.json", JSON.replace("Three", "\\u0000Three", 1).encode()),
            ("x.json", JSON.replace("Three", "\\ud800Three", 1).encode()),
            ("x.toml", TOML.replace("Three", "\\u0000Three", 1).encode()),
        ]
    )


def duplicate_keys(random: Random) -> Upload:
    return random.choice(
        [
            ("x.json", JSON.replace('"title":', '"title": "Another", "title":', 1).encode()),
            ("x.toml", ('title = "Another"\n' + TOML).encode()),
            ("x.csv", CSV.replace("id,title,", "id,id,", 1).encode()),
            ("x.csv", CSV.replace("id,title,", "id.x,title,", 1).replace("year", "id", 1).encode()),
        ]
    )


def unseen_signs(random: Random) -> Upload:
    ending = any_ending(random)
    return f"x.{ending}", with_pitch(f"Three{random.choice(BIDI)}friends", ending)


def mentions(random: Random) -> Upload:
    ending = any_ending(random)
    return f"x.{ending}", with_pitch(f"Look, {random.choice(MENTIONS)} here", ending)


def formulas(random: Random) -> Upload:
    ending = any_ending(random)
    return f"x.{ending}", with_pitch(random.choice(FORMULAS), ending)


def undefused(random: Random) -> Upload:
    return "x.csv", CSV.replace(",Never", "," + random.choice(["=", "+", "-", "@"]) + "Never", 1).encode()


def huge_numbers(random: Random) -> Upload:
    number = random.choice(["9" * 50, "9" * 5000, "0x" + "f" * 9000, "1e999", "-1", "NaN", "inf", "2010.0"])
    return random.choice(
        [
            ("x.json", JSON.replace(": 2010,", f": {number},", 1).encode()),
            ("x.toml", TOML.replace("= 2010\n", f"= {number}\n", 1).encode()),
            ("x.csv", CSV.replace(",2010,", f",{number},", 1).encode()),
        ]
    )


def odd_kinds(random: Random) -> Upload:
    value = random.choice(["07:32:00", "1979-05-27T07:32:00Z", "true", "[[1]]", "{a = 1}", "[]", "1.5"])
    return "x.toml", TOML.replace("= 2010\n", f"= {value}\n", 1).encode()


def too_many(random: Random) -> Upload:
    many = json.loads(JSON)[0]
    items: list[object] = [1, "x", {}, None]
    many[random.choice(["genres", "cast", "findings", "voices"])] = [random.choice(items)] * 50_000
    return "x.json", json.dumps([many] * random.choice([1, 2, 3])).encode()


def no_entry(random: Random) -> Upload:
    data = random.choice(
        [b"", b"\n\n", b"[]", b"{}", b"null", b"1", b'"x"', b"id\n", b"[1]", b"[[]]", b"\xef\xbb\xbf"]
    )
    return f"x.{any_ending(random)}", data


def odd_names(random: Random) -> Upload:
    name = random.choice(
        ["x.exe", "../../etc/passwd", "x", "", ".", "x.toml.png", "<@1>.zip", "\u202ex.lmot"]
    )
    return name, TOML.encode()


HOSTILE: tuple[Callable[[Random], Upload], ...] = (
    wrong_encoding, latin, fifty_megabytes, just_small_enough, many_lines, deep, nul_bytes, written_nul,
    duplicate_keys, unseen_signs, mentions, formulas, undefused, huge_numbers, odd_kinds, too_many, no_entry,
    odd_names,
)  # fmt: skip


def flipped(random: Random) -> Upload:
    """A good file with a few bytes changed: it may still be good."""
    ending, text = random.choice([("toml", TOML), ("json", JSON), ("csv", CSV)])
    data = bytearray(text.encode())
    for _ in range(random.randint(1, 5)):
        data[random.randrange(len(data))] = random.choice(b"\"'=[]{},.\n\\#-@;0a\xff\x00")
    return f"x.{ending}", bytes(data)


def noise(random: Random) -> Upload:
    return f"x.{any_ending(random)}", random.randbytes(random.choice([1, 10, 1000, 100_000]))


def is_clear(faults: tuple[Fault, ...]) -> bool:
    assert 1 <= len(faults) <= MOST_FAULTS
    assert all(fault.says and len(str(fault)) < 3000 for fault in faults)
    return True


def refused(upload: Upload) -> bool:
    """Whether it is refused clearly; where not, what was read may stand in a guide."""
    try:
        movies = read_upload(*upload, EMPTY)
    except Faulty as faulty:
        return is_clear(faulty.faults)
    assert movies
    assert not any(check_in(movie, EMPTY.with_entries(movies), "x") for movie in movies)
    return False


@pytest.mark.parametrize("kind", HOSTILE, ids=lambda kind: kind.__name__)
def test_a_hostile_upload_is_refused(kind: Callable[[Random], Upload]) -> None:
    for turn in range(max(2, ROUNDS // 60 // len(HOSTILE))):
        assert refused(kind(Random(turn)))


def test_no_upload_of_any_kind_does_anything_else() -> None:
    slowest = (0.0, "")
    for turn in range(ROUNDS):
        random = Random(f"upload {turn}")
        kind = random.choice((*HOSTILE, flipped, flipped, noise))
        started = time.perf_counter()
        was_refused = refused(kind(random))
        assert was_refused or kind in (flipped, noise)
        slowest = max(slowest, (time.perf_counter() - started, f"{kind.__name__}, turn {turn}"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{ROUNDS} uploads; the slowest took {slowest[0]:.2f} s ({slowest[1]}); peak memory {peak} MiB")


def test_faults_name_the_line_the_row_or_the_key() -> None:
    for upload, key in (
        (("x.toml", b'id = "a"\nid = "b"\n'), "line 2"),
        (("x.json", b'{\n"id": \n}'), "line 3"),
        (("x.csv", b"id,year\na,=1\n"), "row 2.year"),
        (("x.toml", b'id = "a"\ntitle = "\x00"\n'), "line 2"),
        (("x.toml", b'title = "\xff"'), "line 1"),
    ):
        with pytest.raises(Faulty) as caught:
            read_upload(*upload, EMPTY)
        assert caught.value.faults[0].key == key
