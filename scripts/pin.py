"""Renews the host-free pins in pyproject.toml: `uv run scripts/pin.py`.

uv.lock carries download addresses, so it is not committed; two clones resolve alike by these constraints.
"""

import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = ROOT / "pyproject.toml"
BLOCK = re.compile(r"^constraint-dependencies = \[\n(?:    .*\n)*\]\n", re.MULTILINE)
EMPTY = "constraint-dependencies = [\n]\n"


def main() -> None:
    """Lets uv resolve freely, then writes down what it chose."""
    text = PROJECT.read_text(encoding="utf-8")
    PROJECT.write_text(BLOCK.sub(EMPTY, text), encoding="utf-8")
    try:
        subprocess.run(["uv", "lock", "--upgrade"], cwd=ROOT, check=True)
    except BaseException:
        PROJECT.write_text(text, encoding="utf-8")
        raise
    PROJECT.write_text(BLOCK.sub(pins(), text), encoding="utf-8")


def pins() -> str:
    """The block of constraints for every package of uv.lock that comes from a registry."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    chosen: dict[str, set[str]] = {}
    for package in lock["package"]:
        if "registry" in package["source"]:
            chosen.setdefault(package["name"], set()).add(package["version"])
    # A package that needs two versions, one a Python version, cannot be pinned to one.
    rows = [
        f'    "{name}=={min(versions)}",\n' for name, versions in sorted(chosen.items()) if len(versions) == 1
    ]
    return f"constraint-dependencies = [\n{''.join(rows)}]\n"


if __name__ == "__main__":
    main()
