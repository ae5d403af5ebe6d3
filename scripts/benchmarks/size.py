"""How large an index is."""

from dataclasses import fields

from knowledge.titles.index.arrays import Index

MEGA = 1_000_000


def megabytes(index: Index) -> float:
    """The size of all arrays in megabytes; mapped from disk they are shared and only read where needed."""
    return sum(getattr(index, each.name).nbytes for each in fields(index)) / MEGA
