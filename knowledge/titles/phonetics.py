"""How a word sounds, roughly, in English: what a phone writes down when somebody says it. Keys only."""

import re
from functools import lru_cache

_NUMBERS = {
    **dict.fromkeys(("2", "to", "too", "two"), "t"),
    **dict.fromkeys(("4", "for", "four", "fore"), "fr"),
    **dict.fromkeys(("8", "ate", "eight"), "at"),
    **dict.fromkeys(("1", "one", "won"), "wn"),
}
_SOUNDS = (
    (r"^[gkp]n", "n"),
    (r"^wr", "r"),
    (r"^x", "s"),
    (r"^wh?", "w"),
    (r"^h", "h"),
    (r"tch|s?ch", "c"),
    (r"[st]i(?=o[nu])|sh", "x"),
    (r"ph|v", "f"),
    (r"gh(?=t)|ough$", ""),
    (r"[aeiouyhw]+", ""),
    (r"mb$", "m"),
    (r"dg(?=[eiy])|g(?=[eiy])", "j"),
    (r"c(?=[eiy])|z", "s"),
    (r"ck|[cq]", "k"),
    (r"x", "ks"),
    (r"th|d$", "t"),
)
_SOUND = re.compile("|".join(f"({pattern})" for pattern, _ in _SOUNDS))
_VOWELS = re.compile(r"^[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def phonetic_key(word: str) -> str:
    """The key of a word; words that sound alike mostly share it. Other scripts stay as they are."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    vowels = _VOWELS.match(word)
    rest = word[vowels.end() :] if vowels else word
    heard = _SOUND.sub(lambda found: _SOUNDS[(found.lastindex or 1) - 1][1], rest)
    return _DOUBLED.sub(r"\1", ("a" if vowels else "") + heard)
