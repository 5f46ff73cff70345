"""The report of a check: its faults, and the brief's figures counted again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import TypeGuard

from briefing.checking.changes import check_changes
from briefing.checking.defect import Defect
from briefing.checking.facsimile import Facsimile, Item, items
from briefing.checking.headlines import check_headlines
from briefing.checking.shape import departures
from briefing.checking.sources import CITABLE, check_citations, check_sources
from briefing.checking.stories import check_mentions, check_stories
from briefing.grounding.measures import Said, measured
from briefing.types import FORMAT, Checks
from briefing.words import count_words

_TOLD = ("proposed", "dropped", "replaced_by_quotation", "source_coverage")
"""Figures of the run itself, which the finished brief cannot give again."""
_ROUNDING = 0.0051  # a figure may be told with two decimals


@dataclass(frozen=True, slots=True)
class Report:
    """`ok` where there is no fault; `checks` as counted again, the figures of the run itself as told."""

    ok: bool
    checks: Checks
    faults: tuple[Defect, ...]


def check(brief: object, texts: Mapping[str, str]) -> Report:
    """Every fault of a brief (as loaded from JSON, of any shape); `texts` by the SHA-256 of their UTF-8."""
    if not isinstance(brief, Mapping):
        return _report(
            Checks(), [Defect("brief", "format", f"expected an object, found {type(brief).__name__}")]
        )
    if (told := brief.get("format")) != FORMAT:
        return _report(Checks(), [Defect("brief", "format", f"expected {FORMAT!r}, found {told!r}")])
    copy = Facsimile.of(brief, texts)
    counted = _recounted(copy)
    found = [
        *departures(brief),
        *check_sources(copy),
        *check_citations(copy),
        *check_stories(copy),
        *check_headlines(copy),
        *check_changes(copy, texts),
        *check_mentions(copy),
        *_unsaid(copy),
        *_mismatches(brief, counted),
    ]
    return _report(counted, list(dict.fromkeys(found)))


def _report(checks: Checks, found: list[Defect]) -> Report:
    return Report(not found, checks, tuple(found))


def _recounted(copy: Facsimile) -> Checks:
    stories = items(copy.brief, "stories")
    sentences = [s for story in stories for s in items(story, "sentences")]
    positions = [p for story in stories for d in items(story, "disagreements") for p in items(d, "positions")]
    told = copy.brief.get("checks")
    kept = {k: told[k] for k in _TOLD if _number(told.get(k))} if isinstance(told, Mapping) else {}
    figures = measured([_said(copy, s) for s in [*sentences, *positions]])
    return replace(figures, words=sum(count_words(str(s.get("text", ""))) for s in sentences), **kept)


def _said(copy: Facsimile, statement: Item) -> Said:
    cited = [c for c in copy.cited(statement) if isinstance(c.get("quote"), str)]
    text = statement.get("text")
    return Said(
        text if isinstance(text, str) else "",
        tuple(c["quote"] for c in cited),
        tuple(copy.exact(c) for c in cited),
    )


def _unsaid(copy: Facsimile) -> Iterator[Defect]:
    """Whether a brief hides what failed: a source that was not read, a model that was not there."""
    lost = [s for s in items(copy.brief, "sources") if s.get("status") not in CITABLE]
    if lost and not items(copy.brief, "not_covered"):
        yield Defect("brief", "not_covered", f"{len(lost)} sources are left out, and nothing says so")
    engine = copy.brief.get("engine")
    if isinstance(engine, Mapping) and engine.get("kind") == "extractive":
        for name in ("model", "host", "fallbacks"):
            if engine.get(name):
                yield Defect("brief", "engine", f"{name} is {engine[name]!r}, though no model was asked")


def _mismatches(brief: Item, counted: Checks) -> Iterator[Defect]:
    told = brief.get("checks")
    if not isinstance(told, Mapping):
        return
    for name, value in asdict(counted).items():
        if name in told and name not in _TOLD and not _same(told[name], value):
            yield Defect("brief", "checks", f"{name} is {told[name]!r}, counted {value!r}")


def _same(told: object, counted: object) -> bool:
    if _number(told) and _number(counted):
        allowed = _ROUNDING if isinstance(counted, float) else 0
        return counted - allowed <= told <= counted + allowed  # `told` may be an integer beyond any float
    return told is None and counted is None


def _number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
