"""What a model that does its work says of two invented reports, stage by stage, and the brief of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from briefing.pipeline import Options, make
from briefing.types import Brief, Document
from tests.stories import ByStage, documents

NOON = datetime(2026, 4, 14, 12, tzinfo=UTC)

# What the numbers name is asserted by the first test below.
HELD, WATER_C, WATER_H, SILENT, ANSWER = 2, 3, 8, 5, 9


def claim(text: str, *sentences: int, speaker: str | None = None) -> dict[str, Any]:
    return {
        "text": text,
        "sentences": list(sentences),
        "attributed_to": speaker,
        "via": None,
        "modality": "stated",
        "importance": "core",
    }


def verdict(candidate: int, strength: str, weight: int = 2, *misworded: str) -> dict[str, Any]:
    return {
        "candidate": candidate,
        "together": None,
        "apart": None,
        "given_up": None,
        "verdict": strength,
        "weight": weight,
        "misworded": list(misworded),
    }


def verdicts_on(*statements: int, more: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """Verdicts that support these statements, with further sentences that each needs."""
    return [
        {
            "statement": n,
            "verdict": "supported",
            "more": list(more),
            "also": [],
            "fault": None,
            "mended": None,
        }
        for n in statements
    ]


GOOD: dict[str, object] = {
    "claims": {
        "claims": [
            claim("The river authority said the dam above Orrin held on Monday.", HELD),
            claim("About 300 people left their homes.", 4),
            claim("Engineer Lena Marsh said water rose to 41 metres.", WATER_C, speaker="Lena Marsh"),
        ]
    },
    "disagreements": {
        "disagreements": [
            {
                "question": "How high the water rose",
                "kind": "number",
                "positions": [
                    {"text": "water rose to 41 metres", "sentences": [WATER_C]},
                    {"text": "water rose to 44 metres", "sentences": [WATER_H]},
                ],
            }
        ]
    },
    "framing": {"disagreements": []},
    "doubt": {"verdicts": [verdict(n, "contradiction", 2) for n in range(1, 6)]},
    "writing": {
        "headline": "Dam above Orrin holds",
        "sentences": [
            {
                "text": "The dam above Orrin held on Monday, the river authority said.",
                "claims": [1],
                "role": "lead",
            },
            {"text": "About 300 people have left their homes.", "claims": [2], "role": "body"},
        ],
    },
    "verification": {
        "verdicts": verdicts_on(*range(1, 12)),
    },
}


def brief(sources: tuple[Document, ...] | None = None, **changed: object) -> tuple[Brief, ByStage]:
    """The brief that a model with these replies makes of the two sources."""
    model = ByStage({**GOOD, **changed})
    made = make(sources or documents(), Options(), as_of=NOON, seat=model.seat())
    return made, model


def mended(statement: int, text: str | None) -> dict[str, Any]:
    """A verdict that fails a statement, with its mended words."""
    return {
        "statement": statement,
        "verdict": "unsupported",
        "more": [],
        "also": [],
        "fault": "held on Monday",
        "mended": text,
    }
