"""A tampered brief is found out, an honest one passes, and no shape of input makes an exception."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from faultless import S1, S2, faultless
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checking import check

JSON = Any


def kinds(brief: JSON, texts: dict[str, str] | None = None) -> set[str]:
    return {f.kind for f in check(brief, texts or {}).faults}


def test_an_honest_brief_has_no_fault() -> None:
    report = check(faultless(), {})
    assert report.faults == ()
    assert report.ok
    assert (report.checks.statements, report.checks.proposed) == (4, 4)


def _set(path: str, value: JSON) -> Callable[[JSON], None]:
    *way, last = [int(p) if p.isdigit() else p for p in path.split("/")]

    def change(brief: JSON) -> None:
        for step in way:
            brief = brief[step]
        brief[last] = value(brief[last]) if callable(value) else value

    return change


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
        (_set("citations/C1/quote", lambda q: q.replace("40", "41")), "quote"),
        (_set("citations/C1/start", lambda n: n + 1), "quote"),
        (_set("citations/C1/end", 10**9), "quote"),
        (_set("citations/C1/source", "S9"), "source"),
        (_set("citations/C9", None), "shape"),
        (_set("usage/seconds", 10**400), "shape"),
        (_set("engine/prompts", {"claims": 5}), "shape"),
        (_set("checks/citation_coverage", 10**400), "checks"),
        (_set(f"{STATEMENT}/text", "The harbour union said 41 crews stopped work on Monday."), "number"),
        (_set(f"{STATEMENT}/attributed_to", "Ada Ono"), "speaker"),
        (_set(f"{STATEMENT}/citations", []), "uncited"),
        (_set(f"{STATEMENT}/citations", ["C77"]), "citation"),
        (_set(f"{STATEMENT}/citations", ["C2"]), "unused"),
        (_set("stories/0/sentences/1/text", "Some 12 ships waited outside."), "quoted"),
        (_set("stories/0/sentences/1/text", "“Some ships waited outside.”"), "quoted"),
        (_set("stories/0/sentences/1/role", "aside"), "shape"),
        (_set("stories/0/sentences/1/id", "T1.1"), "id"),
        (_set("stories/0/disagreements/0/kind", "mood"), "shape"),
        (_set("stories/0/disagreements/0/question", "How many of the 77 crews stopped"), "headline"),
        (_set("stories/0/headline", "Captain Bo Rask stops the harbour"), "headline"),
        (_set("stories/0/headline", "Crews “will never come back”"), "headline"),
        (_set("stories/0/headline", "See https://evil.example/x"), "headline"),
        (_set("stories/0/headline", " "), "headline"),
        (_set("sources/0/status", "skipped"), "status"),
        (_set("sources/0/language", "de"), "language"),
        (_set("sources/0/origin", None), "origin"),
        (_set(POSITIONS, lambda p: p[:1]), "positions"),
        (_set(f"{POSITIONS}/1/sources", ["S1"]), "sources"),
        (_set("sources/1/origin", "O1"), "origin"),
        (_set("stories/0/origins", 3), "origins"),
        (_set("stories/0/sources", ["S1"]), "sources"),
        (_set("stories/0/sources", ["S1", "S2", "S8"]), "source"),
        (_set(f"{STATEMENT}/text", "word " * 251), "words"),
        (_set(f"{STATEMENT}/role", "body"), "lead"),
        (_set("sources/0/text", S1 + " More."), "sha256"),
        (_set("sources/0/text", S1 + " More."), "text"),
        (_set("sources/0/characters", 7), "characters"),
        (_set("sources/1/id", "S1"), "id"),
        (_set("checks/words", 99), "checks"),
        (_set("checks/numbers_grounded", 0.5), "checks"),
        (_set(f"{STATEMENT}/via", "The Gull"), "via"),
        (_set("stories/0/sentences", lambda s: s[::-1]), "order"),
        (_set(f"{STATEMENT}/citations", ["C2", "C1"]), "order"),
        (_set("engine/fallbacks", 3), "engine"),
        (_set("engine/host", "127.0.0.1"), "engine"),
        (_with_a_source("failed"), "not_covered"),
        (_with_a_tension_first, "order"),
        (_set("as_of", "today"), "shape"),
        (_set("language", "xx"), "shape"),
        (_set("format", "briefing-plan/1"), "format"),
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
    _set(f"{STATEMENT}/via", "The harbour union")(brief)
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


@pytest.mark.parametrize(("source", "faults"), [("rejoin", set()), ("reset", {"headline"})])
def test_a_headline_that_is_cut_out_of_its_source_has_no_altered_quotation(
    source: str, faults: set[str]
) -> None:
    """Of what is too long for a sentence, the next one begins within a word."""
    brief = faultless()
    _set("stories/0/headline", "join” the strike, they “stay out”, and…")(brief)
    _set("sources/0/title", f"They “{source}” the strike, they “stay out”, and wait")(brief)
    assert kinds(brief) == faults


def test_a_headline_is_read_without_the_invisible_characters_of_its_source() -> None:
    brief = faultless()
    _set("stories/0/headline", "Seven crews of Varn wait")(brief)
    assert kinds(brief) == {"headline"}
    _set("sources/0/title", "S\0e\0v\0e\0n\0 crews of V\u200barn wait")(brief)
    assert kinds(brief) == set()


def test_of_an_altered_quotation_it_is_told_what_the_source_has() -> None:
    brief = faultless()
    _set(f"{STATEMENT}/text", "The harbour union said “40 crews stopped worn on Monday”.")(brief)
    _set("stories/0/sentences/1/text", "“Some 19 ships waited outside.”")(brief)
    _set("stories/0/headline", "The port “closed on Mondays, the Port”")(brief)
    details = {f.kind: f.detail for f in check(brief, {}).faults if "; " in f.detail}
    assert details == {
        "quotation": "“40 crews stopped worn on Monday” is not verbatim in the evidence; "
        "S1 has “The harbour union said 40 crews stopped work on Monday.”",
        "quoted": "the text is not one verbatim sentence of its evidence inside “ ”; "
        "S2 has “Some 12 ships waited outside.”",
        "headline": "“closed on Mondays, the Port” of “The port “closed on Mondays, the Port”” is in none of "
        "its sources; S2 has “The port closed on Monday, the Port Authority said.”",
    }


def test_of_an_invented_quotation_it_is_only_told_that_no_source_has_it() -> None:
    brief = faultless()
    _set(f"{STATEMENT}/text", "The harbour union said “nobody will sail before spring”.")(brief)
    (detail,) = (f.detail for f in check(brief, {}).faults if f.kind == "quotation")
    assert detail == "“nobody will sail before spring” is not verbatim in the evidence"


def test_another_format_is_one_clear_fault() -> None:
    for brief in ({"format": "briefing-plan/1"}, {}, [], None, "brief", 7):
        report = check(brief, {})
        assert [f.kind for f in report.faults] == ["format"]


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def _paths(value: JSON, at: str = "") -> list[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [p for k, v in inner for p in (f"{at}/{k}".strip("/"), *_paths(v, f"{at}/{k}"))]


@settings(max_examples=300)
@given(st.sampled_from(_paths(faultless())), JUNK)
def test_no_field_of_the_wrong_type_raises(path: str, junk: JSON) -> None:
    brief = faultless()
    _set(path, lambda _: junk)(brief)
    check(brief, {})


@given(st.sampled_from(_paths(faultless())))
def test_no_missing_field_passes(path: str) -> None:
    """`text` of a source is optional, but it is the only text here."""
    brief: JSON = faultless()
    *way, last = [int(p) if p.isdigit() else p for p in path.split("/")]
    holder = brief
    for step in way:
        holder = holder[step]
    del holder[last]
    assert not check(brief, {}).ok


def test_a_source_that_is_told_to_be_used_has_a_text_though_nothing_cites_it() -> None:
    brief = faultless()
    brief["sources"].append({**brief["sources"][1], "id": "S3", "origin": "O3", "sha256": "0" * 64})
    del brief["sources"][2]["text"]
    assert kinds(brief) == {"text"}


@pytest.mark.parametrize("beyond", [1, 10**6])
def test_a_citation_ends_within_its_text(beyond: int) -> None:
    """Python cuts a slice that goes too far, and would find the same words."""
    brief = faultless()
    _set("citations/C4/end", len(S2) + beyond)(brief)
    assert "quote" in kinds(brief)


def test_an_origin_stands_on_one_position_of_several() -> None:
    """Also where the two that share it do not follow each other."""
    brief = faultless()
    positions = brief["stories"][0]["disagreements"][0]["positions"]
    positions.append(copy.deepcopy(positions[0]))
    assert "origin" in kinds(brief)
