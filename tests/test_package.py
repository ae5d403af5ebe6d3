"""The package as somebody installs it, without its extras and without this tree: it answers."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AWAY = (
    "not found in the cache",
    "Failed to fetch",
    "error sending request",
    "Could not connect",
    "dns error",
)
"""What uv says where no index of packages can be reached."""


def run(*words: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    ours = ("USHER_", "DISCORD_", "PYTHON", "VIRTUAL_ENV")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        words, cwd=cwd, env=clean, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment with nothing but Usher and what it needs."""
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not on this machine")
    home = tmp_path_factory.mktemp("installed")
    source, environment = home / "source", home / "environment"
    source.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for room in ("bot", "knowledge"):
        shutil.copytree(ROOT / room, source / room, ignore=shutil.ignore_patterns("__pycache__"))
    assert run(uv, "venv", "--python", sys.executable, environment).returncode == 0
    done = run(uv, "pip", "install", "--python", environment, source)
    if done.returncode and any(says in done.stderr for says in AWAY):
        pytest.skip(f"no index of packages can be reached: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return environment / ("Scripts" if os.name == "nt" else "bin")


def test_usher_answers_without_its_extras(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "usher", "ask", "is coco ok for 6?", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Coco (2017)" in done.stdout
    assert "6-year-old" in done.stdout


def test_what_needs_an_extra_says_which(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "usher", "playground", cwd=tmp_path)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "install" in done.stderr
