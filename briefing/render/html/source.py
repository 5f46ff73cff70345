"""A source on the page: who and when, what has been drawn from it, and its text with each citation marked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from html import escape
from urllib.parse import urlsplit

from briefing.render.escape import address
from briefing.render.html.context import Gap, Range, Shown, Stretch, in_context, merged
from briefing.render.html.markup import link
from briefing.render.html.register import Register
from briefing.render.html.strip import drawn, strip
from briefing.render.shell import plain
from briefing.render.wording import count, date
from briefing.types import SourceEntry

CONTEXTS = (None, *(round(12_000 * 0.8**n) for n in range(18)))
"""Characters of text around each citation, from all there is (None) to a paragraph or so."""

Places = Mapping[str, Mapping[int, Range]]
"""Where each citation stands, by source and number."""


def sources(register: Register, disputed: Collection[int], room: int) -> str:
    """Every source, with as much of the texts as fits into `room` bytes of UTF-8, alike for all."""
    places = {source: register.ranges(source) for source in register.entries}
    likely = [context for context in CONTEXTS if _characters(register, places, context) <= room]
    told = ""
    for context in likely or CONTEXTS[-1:]:
        told = "\n".join(
            _source(entry, register, disputed, places[source], context)
            for source, entry in register.entries.items()
        )
        if len(told.encode()) <= room:
            break
    return told


def _characters(register: Register, places: Places, context: int | None) -> int:
    """How much text there would be, about: spares writing what cannot fit."""
    texts = ((e.document.text, places[name]) for name, e in register.entries.items() if e.document)
    if context is None:
        return sum(len(text) for text, _ in texts)
    return sum(
        end - start
        for text, ranges in texts
        for start, end in merged(
            (max(a - context, 0), min(b + context, len(text))) for a, b in ranges.values()
        )
    )


def _source(
    entry: SourceEntry,
    register: Register,
    disputed: Collection[int],
    ranges: Mapping[int, Range],
    context: int | None,
) -> str:
    source, text = entry.source, entry.document.text if entry.document else ""
    parts = [f"<h3>{plain(register.name(source.id))}</h3>", _imprint(entry, register)]
    if text.strip():
        parts.append(strip(len(text), ranges, disputed))
        parts.append(f'<p class="drawn">{drawn(len(text), ranges)}</p>')
        parts.append(_text(text, ranges, context))
    language = f' lang="{plain(source.language)}"' if source.language else ""
    return f'<article class="source" id="{plain(source.id)}"{language}>{"".join(parts)}</article>'


def _imprint(entry: SourceEntry, register: Register) -> str:
    """Title, author, date, standing and address, each where it is known."""
    source = entry.source
    sharing = [register.name(s) for s in register.origins[register.origin(source.id)] if s != source.id]
    known = [
        f"<cite>{plain(source.title).strip()}</cite>" if source.title and source.title.strip() else "",
        plain(source.author).strip() if source.author else "",
        date(source.published) if source.published else "",
        "" if entry.status == "used" else entry.status,
        plain(entry.note) if entry.note else "",
        f"shares its text with {plain(', '.join(sharing))}" if sharing else "",
    ]
    url = address(source.url)
    known.append(link(url, escape(urlsplit(url).netloc)) if url else "")
    return f'<p class="imprint">{" · ".join(filter(None, known))}</p>'


def _text(text: str, ranges: Mapping[int, Range], context: int | None) -> str:
    words = count(len(text.split()), "word")
    shown = in_context(text, ranges, context)
    if not any(isinstance(part, tuple) for part in shown):
        return f'<p class="gap">Its text ({words}) is not on this page.</p>'
    head = f"Its text, {words}" if context is None else f"From its text, {words}"
    body = "".join(_paragraphs(shown))
    return (
        f'<details class="text"><summary>{head}</summary><div class="words" dir="auto">{body}</div></details>'
    )


def _paragraphs(shown: Shown) -> Iterable[str]:
    placed: set[int] = set()
    for part in shown:
        if isinstance(part, Gap):
            yield f'<p class="gap">… {count(part.words, "word")} left out …</p>'
        else:
            yield f"<p>{''.join(_stretch(stretch, placed) for stretch in part)}</p>"


def _stretch(stretch: Stretch, placed: set[int]) -> str:
    """The stretch, marked with the citations that cover it; where one begins, an anchor stands."""
    if not stretch.citations:
        return plain(stretch.text)
    anchors = "".join(f'<a id="p{n}"></a>' for n in stretch.citations if n not in placed)
    placed.update(stretch.citations)
    return f'{anchors}<mark data-cited="{" ".join(map(str, stretch.citations))}">{plain(stretch.text)}</mark>'
