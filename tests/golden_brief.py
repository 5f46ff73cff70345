"""A brief built by hand from invented outlets: every shape that a renderer meets, small enough to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from briefing.types import (
    Brief,
    Change,
    Citation,
    Disagreement,
    Document,
    Earlier,
    EngineRecord,
    Mention,
    Omission,
    Position,
    Source,
    SourceEntry,
    Span,
    Statement,
    Story,
    Support,
)

POST = Document(
    Source(
        "S1",
        "Harbour Post",
        title="Ferry aground",
        url="https://post.example/ferry?id=7",
        published=datetime(2031, 3, 2, 18, 30, tzinfo=UTC),
    ),
    "The ferry Alma ran aground off Skerry Point on Monday.\r\nOfficials said 14 people were hurt.\n"
    "“We had  no warning,” said the captain.\nThe operator, Kestrel Lines, has not responded.\n",
)
WIRE = Document(
    Source("S2", "Kestrel Wire", path="in/wire.txt"),
    "The Alma hit rocks near Skerry Point on Monday. Officials counted 17 injured.\n"
    "Kestrel Lines apologised to its passengers. See http://kestrel.example/[refund](x) for *refunds*.\n",
)
FAIR = Document(Source("S3", "Northmoor Gazette"), "The spring fair opens on Friday.\n")

SUPPORTED, QUOTED = Support("supported"), Support("quoted")


def cite(document: Document, quote: str) -> Citation:
    """The citation of these words, which the document has once."""
    start = document.text.index(quote)
    return Citation(Span(document.source.id, start, start + len(quote)), quote)


AGROUND = cite(POST, "The ferry Alma ran aground off Skerry Point on Monday.")
ROCKS = cite(WIRE, "The Alma hit rocks near Skerry Point on Monday.")
FOURTEEN = cite(POST, "Officials said 14 people were hurt.")
SEVENTEEN = cite(WIRE, "Officials counted 17 injured.")
WARNING = cite(POST, "“We had  no warning,” said the captain.")
SILENT = cite(POST, "The operator, Kestrel Lines, has not responded.")
SORRY = cite(WIRE, "Kestrel Lines apologised to its passengers.")
REFUND = cite(WIRE, "See http://kestrel.example/[refund](x) for *refunds*.")
OPENS = cite(FAIR, "The spring fair opens on Friday.")

INJURED = Disagreement(
    "How many were hurt",
    "number",
    "contradiction",
    (
        Position("Officials spoke of 14 people.", (FOURTEEN,), frozenset({"O1"}), SUPPORTED),
        Position(f"“{SEVENTEEN.quote}”", (SEVENTEEN,), frozenset({"O2"}), QUOTED),
    ),
    weight=1.0,
)
ANSWER = Disagreement(
    "Whether the operator has answered",
    "response",
    "contradiction",
    (
        Position("Kestrel Lines has not responded.", (SILENT,), frozenset({"O1"}), SUPPORTED),
        Position("The company apologised.", (SORRY,), frozenset({"O2"}), SUPPORTED),
    ),
    weight=2.0,
)

FERRY = Story(
    "T1",
    "Ferry runs aground off Skerry Point",
    ("S1", "S2"),
    2,
    "extractive",
    (
        Statement(f"“{REFUND.quote}”", "single_source", (REFUND,), QUOTED),
        Statement(
            "The ferry Alma ran aground off Skerry Point on Monday.", "lead", (ROCKS, AGROUND), SUPPORTED
        ),
        Statement(f"“{WARNING.quote}”", "body", (WARNING,), QUOTED, attributed_to="the captain"),
        Statement("Its crew was unhurt.", "single_source", (WARNING,), SUPPORTED, via="Radio Skerry"),
    ),
    (INJURED, ANSWER),
)
FAIRS = Story(
    "T2", "Fair opens", ("S3",), 1, "extractive", (Statement(OPENS.quote, "lead", (OPENS,), SUPPORTED),)
)

BRIEF = Brief(
    title="Morning brief",
    as_of=datetime(2031, 3, 3, 7, 0, tzinfo=UTC),
    since=None,
    engine=EngineRecord("extractive"),
    sources=(
        SourceEntry(POST.source, "used", POST, 40, "O1"),
        SourceEntry(WIRE.source, "used", WIRE, 35, "O2"),
        SourceEntry(FAIR.source, "used", FAIR, 8, "O3"),
        SourceEntry(Source("S4", "broken", path="in/broken.bin"), "failed", note="binary data"),
    ),
    stories=(FERRY, FAIRS),
    also=(Mention("Kestrel Lines says sorry", ("S2",), (SORRY,)),),
    not_covered=(
        Omission("2 paragraphs of Harbour Post", "duplicate", "printed twice"),
        Omission("broken", "unreadable", "it seems to be binary data"),
    ),
)

EVENING = Document(
    Source("S9", "Harbour Post", title="Alma adrift", published=datetime(2031, 3, 1, 21, 5, tzinfo=UTC)),
    "The Alma sent a call for help at dusk. Officials said nine people were hurt.\n",
)
"""What a brief of the day before told of; no source of `BRIEF`."""
SUNDAY = datetime(2031, 3, 2, 7, 0, tzinfo=UTC)


def told(document: Document, quote: str) -> Earlier:
    """These words, which the document has once, as the brief of Sunday told them."""
    source, start = document.source, document.text.index(quote)
    return Earlier(
        quote,
        SUNDAY,
        source.name,
        document.id,
        start,
        start + len(quote),
        source.title,
        source.url,
        source.published,
    )


NINE = told(EVENING, "Officials said nine people were hurt.")
TOLL = Change(
    "changed",
    "How many people were hurt",
    SUNDAY,
    (NINE,),
    (Position(f"“{FOURTEEN.quote}”", (FOURTEEN,), frozenset({"O1"}), QUOTED),),
)
REWRITTEN = Change(
    "text_changed",
    "Fair opens",
    SUNDAY,
    (),
    (Position(f"“{OPENS.quote}”", (OPENS,), frozenset({"O3"}), QUOTED),),
)
UPDATED = replace(BRIEF, stories=(replace(FERRY, changes=(TOLL,)), FAIRS), changes=(REWRITTEN,))
"""The same brief beside that of the day before."""
