"""How a brief was made is told row by row, and so are its contents."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
from golden_brief import BRIEF, UPDATED

from briefing import render
from briefing.types import Brief, Checks, EngineRecord, Usage


def rows(brief: Brief, head: str) -> dict[str, str]:
    """The list under this head: each name with its value."""
    page = lxml.html.document_fromstring(render.html(brief))
    (found,) = [dl for dl in page.xpath("//section[@id='made']/dl") if dl.getprevious().text == head]
    return {row.findtext("dt"): row.findtext("dd") for row in found}


def test_without_a_model_the_engine_says_so() -> None:
    assert rows(BRIEF, "Engine") == {
        "engine": "extractive: no model, every sentence is a source's own",
        "made": "3 March 2031, 07:00 +0000",
    }


def test_with_a_model_its_name_host_failures_and_prompts_are_told() -> None:
    engine = EngineRecord("model", "tide-7b", "tide.example", {"b": "sha256:2", "a": "sha256:1"}, 1200)
    told = rows(replace(BRIEF, engine=engine, since=BRIEF.as_of), "Engine")
    assert list(told.items()) == [
        ("model", "tide-7b"),
        ("host that received text", "tide.example"),
        ("stories that it failed", "1,200"),
        ("prompt: a", "sha256:1"),
        ("prompt: b", "sha256:2"),
        ("made", "3 March 2031, 07:00 +0000"),
        ("published since", "3 March 2031, 07:00 +0000"),
    ]
    nameless = rows(replace(BRIEF, engine=EngineRecord("model", "", None)), "Engine")
    assert (nameless["model"], nameless["host that received text"]) == ("not named", "none")


def test_calls_and_what_they_cost_are_told() -> None:
    usage = Usage(1007, 1003, 1001, 4100, 2000, 1234.5)
    assert rows(replace(BRIEF, usage=usage), "Calls") == {
        "calls of a model": "1,007, 1,001 of them failed",
        "replies kept from before": "1,003",
        "tokens": "4,100 prompt, 2,000 completion",
        "cost": "$1,234.5000",
    }


def test_checks_are_told_as_shares_and_counts() -> None:
    checks = Checks(statements=1200, citation_coverage=1.0, names_grounded=0.986)
    told = rows(replace(BRIEF, checks=checks), "Checks")
    assert told["statements"] == "1,200"
    assert told["statements with a citation"] == "100%"
    assert told["names found in what is cited"] == "99%"
    assert told["numbers found in what is cited"] == "nothing to count"
    assert told["complete"] == "no: see what is not covered"
    assert rows(replace(BRIEF, not_covered=(), sources=BRIEF.sources[:3]), "Checks")["complete"] == "yes"


def test_the_contents_lead_to_every_story_and_section_and_count_what_is_in_a_story() -> None:
    page = lxml.html.document_fromstring(render.html(UPDATED))
    items = [
        (li.get("class"), li.xpath("string(a/@href)"), " ".join(li.text_content().split()))
        for li in page.xpath("//nav//li")
    ]
    assert items == [
        ("story", "#T1", "Ferry runs aground off Skerry Point 2 disagreements, 1 change"),
        ("story", "#T2", "Fair opens"),
        ("section", "#changes", "What changed since 2 March"),
        ("section", "#also", "Also reported"),
        ("section", "#not-covered", "Not covered"),
        ("section", "#evidence", "Evidence"),
        ("section", "#sources", "Sources"),
        ("section", "#made", "How it was made"),
    ]
    assert len(page.find_class("count")) == 1


def test_each_section_of_the_page_is_of_its_kind() -> None:
    page = lxml.html.document_fromstring(render.html(UPDATED))
    kinds = {s.get("id"): s.get("class") for s in page.xpath("//main/section")}
    assert kinds == {
        "T1": "story row", "T2": "story row", "changes": "section row", "also": "section row",
        "not-covered": "section row", "evidence": "section row", "sources": "beside", "made": "beside",
    }  # fmt: skip
    (masthead,) = page.find_class("masthead")
    assert masthead.xpath("string(.//h1)") == "Morning brief"
    assert len(masthead.find_class("glance")) == 1
    assert [f.getparent().get("id") for f in page.xpath("//section/figure")] == ["T1"]


def test_without_a_script_nothing_may_run() -> None:
    with_script, without = render.html(BRIEF), render.html(BRIEF, scripted=False)
    assert "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'" in with_script
    assert "script" not in without.partition("<body>")[0]
    assert "<script" not in without
