"""How helpful a review surely is, by those who pressed: Wilson's lower bound, so that 1 of 1 is not best."""

from math import sqrt

Z = 1.96
"""Of 100 such bounds 95 hold."""


def wilson_bound(helpful: int, pressed: int) -> float:
    """The share that found it helpful, at the least; 0 where nobody pressed."""
    if not pressed:
        return 0.0
    share, square = helpful / pressed, Z * Z
    middle = share + square / (2 * pressed)
    margin = Z * sqrt((share * (1 - share) + square / (4 * pressed)) / pressed)
    return max(0.0, (middle - margin) / (1 + square / pressed))
