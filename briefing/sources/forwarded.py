"""A letter that only forwards another: the other's text, and who wrote it, when, about what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from briefing.sources.metadata import line, moment
from briefing.words import count_words

OWN = 30
"""Words of its own below which a letter that forwards another says nothing else."""
_DEEPEST = 10
"""Letters within letters that are followed: each is a copy of the rest, and hostile mail has thousands."""
_QUOTED = re.compile(
    r"^(?:On .{5,200} wrote:|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,}|Begin forwarded message:"
    r"|(?=(?:From: .+\n(?:.+\n){0,3}?(?:Sent|Date|Subject): .+)$))",
    re.MULTILINE,
)
"""Where what a letter quotes begins, with the line that says so."""
_MARK = r"(?:-{2,} ?Forwarded [Mm]essage ?-{2,}|Begin forwarded message:)"
_FORWARDED = re.compile(rf"(?m)^{_MARK}$")
_BEGINNING = re.compile(rf"\s*{_MARK}")
_FIELDS = re.compile(r"\s*((?:(?:From|Date|Sent|Subject|To|Cc|Reply-To):\s+\S.*(?:\n+|\Z))+)")
"""The header of a forwarded letter, as mail programs write it into the text."""
_FIELD = re.compile(r"^(From|Date|Sent|Subject):\s+(\S.*)", re.MULTILINE)
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg|sv|tr)(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_PASSED_ON = re.compile(r"(?:re: ?)*(?:fwd?|wg|tr):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A forwarded letter; of its header what could be read."""

    text: str
    name: str | None = None
    title: str | None = None
    published: datetime | None = None


def forwarded(text: str, subject: str | None = None) -> Forwarded | None:
    """The letter that this one, sent under `subject`, passes on with hardly a word of its own; else None.

    Where that forwards another in turn, the innermost, `_DEEPEST` at most.
    """
    found = None
    for _ in range(_DEEPEST):
        further = _next(found.text if found else text, subject)
        if not further:
            break
        found = further
    return found


def _next(text: str, subject: str | None) -> Forwarded | None:
    """As `forwarded`, of the outermost letter."""
    cut = _QUOTED.search(text)
    if not cut or count_words(text[: cut.start()]) >= OWN:
        return None
    if cut[0].startswith("On ") or not (_FORWARDED.match(cut[0]) or _PASSED_ON.match(subject or "")):
        return None
    rest = text[cut.end() :]
    if rest.lstrip().startswith(">"):  # as Apple's program forwards plain text
        rest = re.sub(r"(?m)^> ?", "", rest)
    header = _FIELDS.match(rest)
    if not header:
        return Forwarded(rest.strip()) if cut[0] else None
    told = dict(_FIELD.findall(header[1]))
    name, *address = re.split(r"[\[<](?:mailto:)?", told.get("From", ""), maxsplit=1)
    return Forwarded(
        rest[header.end() :].strip(),
        line(name.strip("\"' ")) or line("".join(address).rstrip("]> ")),
        without_prefix(line(told.get("Subject"))),
        moment(told.get("Date") or told.get("Sent")),
    )


def is_forward(text: str) -> bool:
    """Whether the text begins as a forwarded letter does; the text of HTML has no line break at `<br>`."""
    return _BEGINNING.match(text) is not None


def unquoted(text: str) -> str:
    """The text before what it quotes."""
    cut = _QUOTED.search(text)
    return text[: cut.start()].strip() if cut else text


def unforwarded(text: str) -> str:
    """The text before a letter that it forwards."""
    return _FORWARDED.split(text, maxsplit=1)[0]


def without_prefix(subject: str | None) -> str | None:
    """A subject without its "Re:" and "Fwd:"."""
    return (_ANSWERED.sub("", subject, count=1) if subject and _ANSWERED.match(subject) else subject) or None
