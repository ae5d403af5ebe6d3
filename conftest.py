"""Before any test or library is read: where files go that the tests make.

Compiled modules stay in the tree's own cache on a machine that wants none beside the code: without them each
worker, and each `usher` that a test starts, would compile every library anew. What a test writes stays in
memory where there is room: a database waits for its disk with each change, and there are thousands.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

if sys.dont_write_bytecode:
    folder = str(Path(__file__).parent / ".pytest_cache" / "bytecode")
    sys.dont_write_bytecode, sys.pycache_prefix = False, folder
    os.environ["PYTHONPYCACHEPREFIX"] = folder
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

MEMORY = Path("/dev/shm")
ROOM = 4 << 30
"""Bytes that must be free there."""

if "TMPDIR" not in os.environ and MEMORY.is_mount() and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)
