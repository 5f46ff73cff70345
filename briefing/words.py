"""Words of a text as they are matched: lower case, stemmed, without those that carry no meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

from briefing.printable import one_line

_WORD = re.compile(r"\w+(?:[.,]\d+)*(?:'\w+)*")
_QUOTES = str.maketrans(
    {**dict.fromkeys("‘’‚‛′´`", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)

STOPWORDS = frozenset(
    """
    a about above after again against all also am an and any are aren't as at be because been before
    being below between both but by can can't cannot could couldn't did didn't do does doesn't doing
    don't down during each few for from further had hadn't has hasn't have haven't having he he'd he'll
    he's her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its
    itself just let's me more most my myself no nor not of off on once only or other our ours ourselves
    out over own same say says said she she'd she's should so some such than that that's the their
    theirs them themselves then there there's these they they'd they'll they're they've this those
    through to too under until up upon very was wasn't we we'd we'll we're we've were weren't what when
    where which while who whom why will with won't would you you'd you'll you're you've your yours
    yourself
    """.split()
)
"""Function words and "say": they tell no two events apart."""

FEWEST_WORDS = 3
"""Of what says something by itself ("Nobody was injured."); two ("not guilty") may say anything."""

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_stem = lru_cache(maxsize=1 << 16)(Stemmer.Stemmer("english", 0).stemWord)  # without a cache of its own


def words(text: str) -> list[str]:
    """Lower-case words in order; numbers keep their separators ("1,200", "3.5")."""
    return _WORD.findall(text.lower().replace("’", "'"))


def stems(text: str) -> list[str]:
    """Snowball stems of the words that are no stop words, in order, possessives stripped."""
    return list(_stems(text))


@lru_cache(maxsize=1 << 12)  # each check of a story asks for the same sentences
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(w) for w in words(text) if w not in STOPWORDS)


def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a lower-case word, without a possessive ending."""
    return str(_stem(word.removesuffix("'s").removesuffix("'")))


@lru_cache(maxsize=1 << 10)  # the stages of one document ask for the same sentences
def matching_key(text: str) -> str:
    """The text as it is compared: case, space, invisible characters, shapes of quotes and dashes folded."""
    if text.isascii() and text.isprintable():  # two sentences in three, in a tenth of the time
        return " ".join(text.replace("`", "'").split()).lower()
    return one_line(unicodedata.normalize("NFKC", text)).translate(_QUOTES).casefold()


def count_words(text: str) -> int:
    """Words as `wc -w` and every editor's program count them: runs between white space, a lone dash too."""
    return len(text.split())
