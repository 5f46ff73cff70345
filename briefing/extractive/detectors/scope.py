"""How far it goes: a rule told without limits by one origin, and with a limit by another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extractive.detectors.alignment import Field, Line
from briefing.extractive.detectors.finding import Finding
from briefing.extractive.detectors.wording import clause

_LIMIT = re.compile(
    r"\b(?:only (?:the|a|an|those|if|when|for|to|in|given|appl\w+|cover\w*|includ\w*|until|after|some|certain)|(?:is|are|was|were) only|"
    r"not (?:every|all|any)\b|not (?:\w+ ){0,2}about all|limited to|restricted to|confined to|applies only|exclusively|solely|"
    r"stop\w* short of|fell short of|eas\w* off|back\w* (?:away|off) (?:from|on)|walk\w* back|unless|no blanket|"
    r"does not (?:apply|cover|include)|did not (?:include|cover|mention)|except(?:ing)?|rather than all|"
    r"(?:is|are|be|best) (?:\w+ ){0,3}(?:left|up) to (?:local|each|individual|states?))\b",
    re.IGNORECASE,
)
_UNIVERSAL = re.compile(
    r"\b(?:every|all|any|each|entire|whole|across the board|nationwide|universal|always|everyone|everybody|both|completely|fully|"
    r"in general|without exception)\b",
    re.IGNORECASE,
)


def detect(field: Field) -> Iterator[Finding]:
    limited = [line for line in field.lines if _LIMIT.search(line.plain)]
    general = [line for line in field.lines if not _LIMIT.search(line.text)]
    out = []
    for a in limited:
        for b in general:
            if a.origin == b.origin or len(a.stems & b.stems) < 4:
                continue
            u = bool(_UNIVERSAL.search(b.plain))
            s = field.shared(a.stems, b.stems)
            if s >= (0.2 if u else 0.35):
                out.append((s + 0.1 * u, u, a, b))
    out.sort(key=lambda t: -t[0])
    for s, u, a, b in out[:4]:
        f = Finding.of(f"{s:.2f} {u} Whether {clause(field, b.text)}", "scope", "tension", ([b], [a]), s)
        if f:
            yield f
