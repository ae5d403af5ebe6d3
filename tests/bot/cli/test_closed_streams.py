"""Commands whose input or output is closed or full: a line at most, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def test_a_full_disk_is_called_full(data: Path) -> None:
    run = [sys.executable, "-m", "bot", "find", "--json", "coco"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        root = str(Path(__file__).parents[3])
        environment = {**os.environ, "PYTHONPATH": root, "USHER_DATA_DIR": str(data)}
        done = subprocess.run(
            run, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert "the disk is full" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes an output")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("find coco >&-", 0),
        ("ask --json coco >&-", 0),
        ("ask --batch - <&-", 0),
        ("db restore none.gz <&-", 1),
        ("run 2>&-", 1),
    ],
)
def test_who_closed_input_or_output_reads_no_traceback(data: Path, typed: str, code: int) -> None:
    root = str(Path(__file__).parents[3])
    nowhere = {"DISCORD_TOKEN": "no-token", "USHER_DISCORD_API": "http://127.0.0.1:1"}
    environment = {**os.environ, "PYTHONPATH": root, "USHER_DATA_DIR": str(data), **nowhere}
    run = ["sh", "-c", f'exec "$0" -m bot {typed}', sys.executable]
    done = subprocess.run(run, capture_output=True, text=True, check=False, env=environment)
    assert (done.returncode, done.stdout) == (code, "")
    assert "Traceback" not in done.stderr
