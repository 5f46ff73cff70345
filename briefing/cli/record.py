"""What made a brief, kept with it: sources, options, model, every exchange; and the brief made again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from briefing import pipeline
from briefing.errors import BriefingError
from briefing.llm.exchanges import Listener, Played
from briefing.pipeline import Options, Seat
from briefing.render.encoding import moment, timestamp
from briefing.types import Brief, Document, Source, Unread, Usage, Window

if TYPE_CHECKING:
    from briefing.templates import Templates

Item = Document | Unread


def record(
    items: Sequence[Item], options: Options, seat: Seat | None, heard: Listener | None, earlier: Sequence[int]
) -> str:
    """What a run was given and what it heard, as JSON without the documents' texts.

    `earlier` are the runs of the briefs that it looked back on, the newest first.
    """
    return json.dumps(
        {
            "options": {**asdict(options), "window": _window(options.window, items)},
            "items": [_item(item) for item in items],
            "earlier": list(earlier),
            "seat": _seat(seat, heard) if seat and heard else None,
        }
    )


def earlier(kept: str) -> tuple[int, ...]:
    """The runs that a recorded one looked back on, the newest first."""
    return tuple(json.loads(kept)["earlier"])


def made_again(
    kept: str, as_of: datetime, texts: Mapping[str, str], past: Sequence[Brief], templates: Templates
) -> Brief:
    """The brief of a recorded run, made anew from its texts (by SHA-256) with nobody asked.

    Raises BriefingError where the record or the texts are not whole, or where the program would ask its
    model something else today.
    """
    try:
        fields = json.loads(kept)
        options = _read_options(fields["options"])
        items = [_read_item(item, texts) for item in fields["items"]]
        seat = _read_seat(fields["seat"], templates) if fields["seat"] else None
    except (ValueError, LookupError, TypeError) as error:
        raise BriefingError(
            f"the record of this run is not whole ({type(error).__name__}: {error})"
        ) from error
    return pipeline.make(items, options, as_of=as_of, seat=seat, earlier=past)


def _seat(seat: Seat, heard: Listener) -> dict[str, Any]:
    return {
        "name": seat.name,
        "host": seat.host,
        "window": seat.window,
        "exchanges": heard.outcomes(),
    }


def _read_seat(fields: Mapping[str, Any], templates: Templates) -> Seat:
    told = {key: fields[key] for key in ("name", "host", "window")}
    return Seat(Played(fields["exchanges"]), templates, Usage, **told)


def _read_options(fields: dict[str, Any]) -> Options:
    told = {**fields, "raised": tuple(fields["raised"]), "muted": tuple(fields["muted"])}
    return Options(**{**told, "window": _read_window(fields["window"])})


def _window(window: Window, items: Sequence[Item]) -> dict[str, Any]:
    """As far as it concerns these documents."""
    read = {item.id for item in items if isinstance(item, Document)}
    cutoffs = window.cutoffs
    return {
        "since": timestamp(window.since),
        "cutoffs": None if cutoffs is None else {name: timestamp(at) for name, at in cutoffs.items()},
        "first_seen": {key: timestamp(at) for key, at in window.first_seen.items() if key in read},
    }


def _read_window(fields: Mapping[str, Any]) -> Window:
    cutoffs = fields["cutoffs"]
    return Window(
        moment(fields["since"]),
        None if cutoffs is None else {name: moment(at) for name, at in cutoffs.items()},
        {key: datetime.fromisoformat(at) for key, at in fields["first_seen"].items()},
    )


def _item(item: Item) -> dict[str, Any]:
    source = {**asdict(item.source), "published": timestamp(item.source.published)}
    if isinstance(item, Document):
        return {"source": source, "sha256": item.id}
    return {"source": source, "why": item.why, "detail": item.detail, "repeated": item.repeated}


def _read_item(fields: Mapping[str, Any], texts: Mapping[str, str]) -> Item:
    source = Source(**fields["source"])
    source = replace(source, published=moment(fields["source"]["published"]))
    if "sha256" in fields:
        return Document(source, texts[fields["sha256"]])
    return Unread(source, fields["why"], fields["detail"], fields["repeated"])
