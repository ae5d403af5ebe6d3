"""How well the reader that is on trial understands other people's questions, and which it misses.

`uv run --group dev python scripts/try_reader.py FILE.jsonl`, after scripts/learn_reader.py has written its
weights; over the films of the catalogue, which USHER_DATA_DIR names.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bot.cli.environment import read_settings  # noqa: E402 - the root comes first
from bot.guide_factory import shipped_guide  # noqa: E402
from knowledge.curation.shipped_guide import read_vocabulary  # noqa: E402
from scripts.learning.corpus import other_cases  # noqa: E402
from scripts.learning.judged import evaluate, table  # noqa: E402
from scripts.learning.reader.learned import read_learned  # noqa: E402
from scripts.learning.reader.understand import Understanding  # noqa: E402

if __name__ == "__main__":
    guide, vocabulary = shipped_guide(read_settings().catalogue), read_vocabulary()
    reader = Understanding(guide.titles, vocabulary, read_learned(vocabulary))
    for name in sys.argv[1:]:
        print(table(evaluate(other_cases(Path(name)), reader, guide.titles)))
