"""The forms that an inflected English word may come from; whoever asks looks which of them exists."""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)
"""Each ending, and what may have stood in its place."""

_IRREGULAR = {
    form: base
    for base, *forms in map(
        str.split,
        """
        be was were been; begin began begun; bind bound; break broke broken; build built; buy bought
        come came; deal dealt; drive drove driven; fall fell fallen; fight fought; find found
        forbid forbade forbidden; forget forgot forgotten; freeze froze frozen; gain gained; get got gotten
        give gave given; go went gone; grow grew grown; hide hid hidden; hold held; keep kept; know knew known
        lead led; leave left; lend lent; lose lost; make made; meet met; pay paid; ride rode ridden
        rise rose risen; sell sold; send sent; show shown; shrink shrank shrunk; sink sank sunk; sit sat
        sleep slept; speak spoke spoken; speed sped; spend spent; stand stood; strike struck; take took taken
        tell told; think thought; wake woke woken; win won; withdraw withdrew withdrawn
        """.replace("\n", ";")
        .strip("; ")
        .split(";"),
    )
    for form in forms
}


def bases(word: str) -> Iterator[str]:
    """The forms without plural, possessive, -ed or -ing, likeliest first: "ferry" for "ferries"."""
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    owner, apostrophe, _ = word.partition("'")
    if apostrophe:
        yield owner
        word = owner
    for ending, others in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) > 2 and stem != word:
            if len(stem) > 3 and stem[-1] == stem[-2] and ending in ("ed", "ing"):
                yield stem[:-1]
            yield from (stem + other for other in others)
