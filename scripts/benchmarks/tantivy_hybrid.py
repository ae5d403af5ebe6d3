"""tantivy's trigrams with our starts and our order, the best ready-made way. Needs the group `bench`."""

from collections import Counter
from collections.abc import Sequence
from tempfile import mkdtemp

import numpy as np
import tantivy

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import Index
from knowledge.titles.index.features import shipped_weights
from knowledge.titles.index.pool import begun
from knowledge.titles.words import words
from scripts.benchmarks.engines import Find, reranked, trigrams

RAREST = 12
CANDIDATES = 100
FIELD, ROW = "text", "row"


def hybrid(_: Sequence[Film], index: Index) -> Find:
    """Every name as a document of trigrams; the rarest typed ones are asked for."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(FIELD, tokenizer_name="trigrams", index_option="freq")
    builder.add_unsigned_field(ROW, stored=False, fast=True)
    schema = builder.build()
    engine = tantivy.Index(schema, path=mkdtemp(prefix="usher-bench-"))
    engine.register_tokenizer(
        "trigrams", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(3, 3, False)).build()
    )
    often: Counter[str] = Counter()
    writer = engine.writer(heap_size=200_000_000, num_threads=1)
    for row in range(index.rows):
        name = index.name(row)
        often.update(trigrams(name))
        document = tantivy.Document()
        document.add_text(FIELD, name)
        document.add_unsigned(ROW, row)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    engine.reload()
    searcher, weights = engine.searcher(), shipped_weights()

    def find(text: str) -> list[int]:
        plain = " ".join(words(text))
        rarest = sorted((part for part in trigrams(plain) if part in often), key=often.__getitem__)[:RAREST]
        terms = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, FIELD, part)) for part in rarest]
        hits = searcher.search(tantivy.Query.boolean_query(terms), CANDIDATES).hits if terms else []
        rows = searcher.fast_field_values(ROW, [at for _, at in hits])
        found = np.concatenate((np.array(rows, np.uint32), begun(index, plain)))
        return reranked(index, text, np.unique(found), weights)

    return find
