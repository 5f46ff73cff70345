"""Words of a text as they are matched: lower case, stemmed, without those that carry no meaning."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import Stemmer

_WORD = re.compile(r"\w+(?:[.,]\d+)*(?:'\w+)*")
_SPACE = re.compile(r"\s+")
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
"""Unicode's control characters (Cc) that are no white space, within a class of `re`, as are the next two."""
FORMATS = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e007f"
)
"""Its format characters (Cf): soft hyphens, zero-width and bidirectional marks, tags."""
FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8"
    "\U000e0080-\U000e0fff"
)
"""What else Unicode shows as nothing (Default_Ignorable_Code_Point): fillers, variation selectors."""
_CONTROL = re.compile(f"[{CONTROLS}]")
_INVISIBLE = re.compile(f"[{CONTROLS}{FORMATS}{FILLERS}]")
_SHAPELESS = frozenset({"Cs", "Co", "Cn"})
SURROGATE = re.compile("[\ud800-\udfff]")
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
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    return _SPACE.sub(" ", plain).strip().casefold()


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no UTF-8 can carry."""
    return SURROGATE.sub("\ufffd", text)


def shortened(text: str, most: int) -> str:
    """The text in at most this many characters; what is cut off is marked by an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def capitalised(text: str) -> str:
    """The text with a capital letter at its head."""
    return text[:1].upper() + text[1:]


def one_line(text: str) -> str:
    """The text as it is shown: runs of white space are one space, invisible characters are gone."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def assigned(text: str) -> str:
    """The text without lone surrogates, private and unassigned characters: nobody knows how they look."""
    return text if text.isascii() else "".join(c for c in text if unicodedata.category(c) not in _SHAPELESS)


def label(text: str, most: int) -> str:
    """A name, a title or a complaint of a stranger on one printable line of at most so many characters."""
    return shortened(one_line(assigned(_CONTROL.sub(" ", text[: 8 * most]))), most)


def numbered(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: "1 story", "1,200 stories"; `many` where it is not `one` with an "s"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def count_words(text: str) -> int:
    """Words as `wc -w` and every editor's program count them: runs between white space, a lone dash too."""
    return len(text.split())
