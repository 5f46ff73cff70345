"""Which language a text is in: English by its function words, else by a trained model."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 1500
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"
_LANGUAGES = (
    "ar bg bn ca cs da de el en es et fa fi fr gu he hi hr hu id it ja ka kk kn ko lt lv mk ml mr ms ne nl "
    "no pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur vi zh"
).split()
_ENGLISH = frozenset(
    """
    the and of to that with from this has had which it its he she they their his said would will been
    were are not but who after about when into than more also could there what
    """.split()
)
_ENGLISH_SHARE = 0.12
"""Share of these words from which a text is English: the 5 % of news texts with the fewest have .15 to .21 in
seven development corpora; one sentence each in Danish, Dutch and nine other languages had .04 at most."""

_FEWEST_LETTERS = 24
_CONFIDENCE = 0.9
_CONFIDENCE_OTHER_SCRIPT = 0.5
"""The model's probability from which it is believed: at .9 none of 13,719 English texts was called anything
else (153 tables of figures: None). A text in another script is not English, whichever language it is."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, or None where it is too short or too mixed to tell."""
    if is_english(text):
        return "en"
    letters = "".join(_words(text))
    if len(letters) < _FEWEST_LETTERS:
        return None
    language, confidence = _identifier().classify(_sample(text))
    return str(language) if confidence >= _needed(letters) else None


def is_english(text: str) -> bool:
    """Whether it is long enough to tell, and has the function words of English."""
    found = _words(text)
    if sum(map(len, found)) < _FEWEST_LETTERS:
        return False
    return sum(word in _ENGLISH for word in map(str.lower, found)) >= _ENGLISH_SHARE * len(found)


def declared(value: object) -> str | None:
    """The ISO 639 code in a declaration ("en-GB": "en"), or None where it is none."""
    tag = re.match(r"([A-Za-z]{2,3})(?:[-_].*)?\Z", value.strip()) if isinstance(value, str) else None
    return tag[1].lower() if tag else None


def _words(text: str) -> list[str]:
    return _WORD.findall(_sample(text))


def _needed(letters: str) -> float:
    latin = sum(letter <= _LAST_LATIN for letter in letters)
    return _CONFIDENCE if 2 * latin > len(letters) else _CONFIDENCE_OTHER_SCRIPT


def _sample(text: str) -> str:
    """The text, or, of a long one, its beginning, middle and end."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = (len(text) - _SAMPLE) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def forget() -> None:
    """Gives back the model's 80 MB, once all texts are read; a later text loads it again."""
    _identifier.cache_clear()


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # 0.4 s with its model: only where needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier
