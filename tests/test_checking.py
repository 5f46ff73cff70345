"""A tampered brief is found out, and an honest one passes."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from faultless import S1, S2, faultless, kinds, put

from briefing.checking import check

JSON = Any


def test_an_honest_brief_has_no_fault() -> None:
    report = check(faultless(), {})
    assert report.faults == ()
    assert report.ok
    assert (report.checks.statements, report.checks.proposed) == (4, 4)


def _with_a_source(status: str) -> Callable[[JSON], None]:
    nothing = {"text": None, "sha256": None, "origin": None, "language": None, "characters": 0}
    return lambda brief: brief["sources"].append(
        {**brief["sources"][1], "id": "S3", "status": status, **nothing}
    )


def _with_a_tension_first(brief: JSON) -> None:
    differing = brief["stories"][0]["disagreements"]
    differing.insert(0, {**differing[0], "id": "T1.X2", "strength": "tension"})


STATEMENT, POSITIONS = "stories/0/sentences/0", "stories/0/disagreements/0/positions"


@pytest.mark.parametrize(
    ("tamper", "kind"),
    [
        (put("citations/C1/quote", lambda q: q.replace("40", "41")), "quote"),
        (put("citations/C1/start", lambda n: n + 1), "quote"),
        (put("citations/C1/end", 10**9), "quote"),
        (put("citations/C1/source", "S9"), "source"),
        (put("citations/C9", None), "shape"),
        (put("usage/seconds", 10**400), "shape"),
        (put("engine/prompts", {"claims": 5}), "shape"),
        (put("checks/citation_coverage", 10**400), "checks"),
        (put(f"{STATEMENT}/text", "The harbour union said 41 crews stopped work on Monday."), "number"),
        (put(f"{STATEMENT}/attributed_to", "Ada Ono"), "speaker"),
        (put(f"{STATEMENT}/citations", []), "uncited"),
        (put(f"{STATEMENT}/citations", ["C77"]), "citation"),
        (put(f"{STATEMENT}/citations", ["C2"]), "unused"),
        (put("stories/0/sentences/1/text", "Some 12 ships waited outside."), "quoted"),
        (put("stories/0/sentences/1/text", "“Some ships waited outside.”"), "quoted"),
        (put("stories/0/sentences/1/role", "aside"), "shape"),
        (put("stories/0/sentences/1/id", "T1.1"), "id"),
        (put("stories/0/disagreements/0/kind", "mood"), "shape"),
        (put("stories/0/disagreements/0/question", "How many of the 77 crews stopped"), "headline"),
        (put("stories/0/headline", "Captain Bo Rask stops the harbour"), "headline"),
        (put("stories/0/headline", "Crews “will never come back”"), "headline"),
        (put("stories/0/headline", "See https://evil.example/x"), "headline"),
        (put("stories/0/headline", " "), "headline"),
        (put("sources/0/status", "skipped"), "status"),
        (put("sources/0/language", "de"), "language"),
        (put("sources/0/origin", None), "origin"),
        (put(POSITIONS, lambda p: p[:1]), "positions"),
        (put(f"{POSITIONS}/1/sources", ["S1"]), "sources"),
        (put("sources/1/origin", "O1"), "origin"),
        (put("stories/0/origins", 3), "origins"),
        (put("stories/0/sources", ["S1"]), "sources"),
        (put("stories/0/sources", ["S1", "S2", "S8"]), "source"),
        (put(f"{STATEMENT}/text", "word " * 251), "words"),
        (put(f"{STATEMENT}/role", "body"), "lead"),
        (put("sources/0/text", S1 + " More."), "sha256"),
        (put("sources/0/text", S1 + " More."), "text"),
        (put("sources/0/characters", 7), "characters"),
        (put("sources/1/id", "S1"), "id"),
        (put("checks/words", 99), "checks"),
        (put("checks/numbers_grounded", 0.5), "checks"),
        (put(f"{STATEMENT}/via", "The Gull"), "via"),
        (put("stories/0/sentences", lambda s: s[::-1]), "order"),
        (put(f"{STATEMENT}/citations", ["C2", "C1"]), "order"),
        (put("engine/fallbacks", 3), "engine"),
        (put("engine/host", "127.0.0.1"), "engine"),
        (_with_a_source("failed"), "not_covered"),
        (_with_a_tension_first, "order"),
        (put("as_of", "today"), "shape"),
        (put("language", "xx"), "shape"),
        (put("format", "briefing-plan/1"), "format"),
    ],
)
def test_every_tampering_is_found(tamper: Callable[[JSON], None], kind: str) -> None:
    brief = faultless()
    tamper(brief)
    assert kind in kinds(brief)


def test_what_is_left_out_may_be_told_and_who_is_credited_may_stand_in_the_evidence() -> None:
    brief = faultless()
    _with_a_source("failed")(brief)
    del brief["sources"][2]["text"]
    brief["not_covered"] = [{"what": "S3", "why": "unreadable", "detail": "it is no text"}]
    put(f"{STATEMENT}/via", "The harbour union")(brief)
    assert kinds(brief) == set()


def test_what_changed_is_numbered_before_what_is_told() -> None:
    brief = faultless()
    story = brief["stories"][0]
    told = {
        "quote": "No crew stopped.",
        "told": "2024-06-13T07:00:00+00:00",
        "name": "Outlet S1",
        "sha256": "0" * 64,
    }
    told |= {"start": 0, "end": 16, "title": None, "url": None, "published": None}
    now = {
        **story["disagreements"][0]["positions"][0],
        "citations": ["C1"],
        "text": story["sentences"][0]["text"],
    }
    story["sentences"][0]["citations"] = ["C2", "C1"]
    assert "order" in kinds(brief)
    story["changes"] = [
        {
            "id": "T1.N1",
            "kind": "figure",
            "about": "Crews",
            "since": told["told"],
            "before": [told],
            "now": [now],
        }
    ]
    assert "order" not in kinds(brief)


def test_a_text_is_found_by_its_digest_where_the_brief_carries_none() -> None:
    brief = faultless()
    for source in brief["sources"]:
        del source["text"]
    texts = {hashlib.sha256(t.encode()).hexdigest(): t for t in (S1, S2)}
    assert kinds(brief) == {"text", "checks"}
    assert kinds(brief, texts) == set()


def test_a_source_that_is_told_to_be_used_has_a_text_though_nothing_cites_it() -> None:
    brief = faultless()
    brief["sources"].append({**brief["sources"][1], "id": "S3", "origin": "O3", "sha256": "0" * 64})
    del brief["sources"][2]["text"]
    assert kinds(brief) == {"text"}


@pytest.mark.parametrize("beyond", [1, 10**6])
def test_a_citation_ends_within_its_text(beyond: int) -> None:
    """Python cuts a slice that goes too far, and would find the same words."""
    brief = faultless()
    put("citations/C4/end", len(S2) + beyond)(brief)
    assert "quote" in kinds(brief)


def test_an_origin_stands_on_one_position_of_several() -> None:
    """Also where the two that share it do not follow each other."""
    brief = faultless()
    positions = brief["stories"][0]["disagreements"][0]["positions"]
    positions.append(copy.deepcopy(positions[0]))
    assert "origin" in kinds(brief)
