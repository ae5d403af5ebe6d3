"""Typed words into films: folding, index, decision. The home of rapidfuzz."""
