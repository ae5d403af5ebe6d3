"""How well the reader that is on trial understands other people's questions, and which it misses.

`uv run --group dev python scripts/try_reader.py FILE.jsonl`, after scripts/learn_reader.py has written its
weights; over the films of the catalogue, which USHER_DATA_DIR names.
"""

import sys
from pathlib import Path

from bot.cli.environment import read_settings
from bot.guide_factory import shipped_guide
from knowledge.curation.shipped_guide import read_vocabulary
from scripts.learning.corpus import other_cases
from scripts.learning.judged import evaluate, table
from scripts.learning.reader.learned import read_learned
from scripts.learning.reader.understand import Understanding

if __name__ == "__main__":
    guide, vocabulary = shipped_guide(read_settings().catalogue), read_vocabulary()
    reader = Understanding(guide.titles, vocabulary, read_learned(vocabulary))
    for name in sys.argv[1:]:
        print(table(evaluate(other_cases(Path(name)), reader, guide.titles)))
