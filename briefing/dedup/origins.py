"""Who carries whose words: the sources of one text, that count as one voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.dedup.near import groups
from briefing.dedup.repeats import Repeats
from briefing.dedup.shingles import shingled
from briefing.types import Origin, Reading, Sentence, Sentences


def origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The readings grouped by the text that they carry, numbered by the first source of each.

    One origin are exact copies, edited and cut reprints, and one text inside another; not two reports
    that share a quotation or a paragraph.
    """
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.document.id, reading)
    distinct = list(first)
    found = groups(shingled(map(news, first.values())))
    group_of = {distinct[member]: number for number, members in enumerate(found) for member in members}
    gathered: dict[int, list[Reading]] = {}
    for reading in readings:
        gathered.setdefault(group_of[reading.document.id], []).append(reading)
    return tuple(origin(number, carriers) for number, carriers in enumerate(gathered.values(), start=1))


def origin(number: int, carriers: Sequence[Reading]) -> Origin:
    """The origin of this number, of the readings that carry its text."""
    return Origin(f"O{number}", tuple(r.source.id for r in carriers), frozenset(_copies(carriers)))


def voices(readings: Sequence[Reading], origins: Sequence[Origin]) -> tuple[Reading, ...]:
    """The readings that an engine should see, in order: each origin's text once.

    Copies are left out; of an edited reprint, the sentences that an earlier source of its origin has.
    """
    by_source = {reading.source.id: reading for reading in readings}
    told: dict[str, Reading] = {}
    for origin in origins:
        carriers = [by_source[source] for source in origin.sources if source in by_source]
        copied = origin.copies.issuperset(reading.source.id for reading in carriers[1:])
        fresh = carriers[:1] if copied else _fresh(carriers)
        told |= {r.source.id: r for r in fresh if r.sentences and r.source.id not in origin.copies}
    return tuple(told[reading.source.id] for reading in readings if reading.source.id in told)


def news(reading: Reading) -> str:
    """The text to compare: the sentences alone where half of it was left out.

    Two short items above one long notice share most of their text, and no news.
    """
    kept = sum(len(sentence.text) for sentence in reading.sentences)
    if 2 * kept >= len(reading.document.text):
        return reading.document.text
    return "\n".join(sentence.text for sentence in reading.sentences)


def _copies(carriers: Sequence[Reading]) -> Iterator[str]:
    for reading in _fresh(carriers)[1:]:
        if all(sentence.heading for sentence in reading.sentences):
            yield reading.source.id


def _fresh(carriers: Sequence[Reading]) -> list[Reading]:
    """Each reading with the sentences that none before it has, whole or, where a reprint is cut, in part."""
    if len(carriers) == 1:
        return list(carriers)
    repeats = Repeats()
    fresh: list[Reading] = []
    for reading in carriers:
        earlier = len(repeats)
        twins = [repeats.meet(sentence.text) for sentence in reading.sentences]
        new = (s for s, twin in zip(reading.sentences, twins, strict=True) if twin is None or twin >= earlier)
        said = (s for s in new if not _cut(s, carriers[: len(fresh)]))
        fresh.append(replace(reading, sentences=Sentences(reading.document, said)))
    return fresh


def _cut(sentence: Sentence, before: Sequence[Reading]) -> bool:
    """Whether it breaks off within what one of these readings has said."""
    return sentence.text[-1].isalnum() and any(sentence.text in reading.document.text for reading in before)
