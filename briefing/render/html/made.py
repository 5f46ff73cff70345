"""How the brief was made: the engine, what it was told, what it cost, and how the result was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from briefing.render.shell import plain
from briefing.render.wording import date
from briefing.types import Brief

Row = tuple[str, str]

_RATIOS = {
    "citation_coverage": "statements with a citation",
    "quote_fidelity": "quotations that stand in their source word for word",
    "numbers_grounded": "numbers found in what is cited",
    "names_grounded": "names found in what is cited",
    "source_coverage": "points of these sources that the brief cites",
}
_COUNTS = {
    "statements": "statements",
    "words": "words",
    "proposed": "statements proposed",
    "dropped": "dropped, for want of evidence",
    "replaced_by_quotation": "replaced by a quotation",
    "loaded_terms": "loaded terms in words of our own",
    "duplicate_statements": "statements said twice",
}


def made(brief: Brief) -> str:
    """The section, in three lists."""
    groups = {"Engine": _engine(brief), "Calls": _usage(brief), "Checks": _checks(brief)}
    lists = "\n".join(_list(head, list(rows)) for head, rows in groups.items())
    return f'<section id="made" class="beside"><h2>How it was made</h2>\n{lists}\n</section>'


def _list(head: str, rows: Sequence[Row]) -> str:
    told = "".join(f"<div><dt>{plain(name)}</dt><dd>{plain(value)}</dd></div>" for name, value in rows)
    return f"<h3>{head}</h3>\n<dl>{told}</dl>"


def _engine(brief: Brief) -> Iterator[Row]:
    engine = brief.engine
    if engine.kind == "extractive":
        yield "engine", "extractive: no model, every sentence is a source's own"
    else:
        yield "model", engine.model or "not named"
        yield "host that received text", engine.host or "none"
        yield "stories that it failed", f"{engine.fallbacks:,}"
    for stage, fingerprint in sorted(engine.prompts.items()):
        yield f"prompt: {stage}", fingerprint
    yield "made", _moment(brief.as_of)
    if brief.since:
        yield "published since", _moment(brief.since)


def _usage(brief: Brief) -> Iterator[Row]:
    usage = brief.usage
    yield "calls of a model", f"{usage.calls:,}, {usage.failed_calls:,} of them failed"
    yield "replies kept from before", f"{usage.cached_calls:,}"
    yield "tokens", f"{usage.prompt_tokens:,} prompt, {usage.completion_tokens:,} completion"
    yield "cost", "not known" if usage.cost_usd is None else f"${usage.cost_usd:,.4f}"


def _checks(brief: Brief) -> Iterator[Row]:
    for field, name in _COUNTS.items():
        yield name, f"{getattr(brief.checks, field):,}"
    for field, name in _RATIOS.items():
        ratio = getattr(brief.checks, field)
        yield name, "nothing to count" if ratio is None else f"{ratio:.0%}"
    yield "complete", "yes" if brief.complete else "no: see what is not covered"


def _moment(moment: datetime) -> str:
    return f"{date(moment)}, {moment:%H:%M %z}".strip()
