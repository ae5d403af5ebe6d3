"""A question into an answer: pure functions over a library. Understanding is not known here."""
