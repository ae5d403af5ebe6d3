"""Measures: how often and how fast the right film is found, beside other ways. Not for people."""
