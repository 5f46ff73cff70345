"""The golden brief as a reader sees it in Markdown, and the rules that its lines follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from golden_brief import ANSWER, BRIEF, FAIRS, FERRY, INJURED, WIRE

from briefing import render
from briefing.types import EngineRecord, Omission, Source, SourceEntry

GOLDEN = """\
# Morning brief
*3 March 2031, 07:00 · 3 sources, 3 origins · 2 stories, 2 disagreements · no model (extractive)*

## Ferry runs aground off Skerry Point
The ferry Alma ran aground off Skerry Point on Monday. [1] [2]

*Harbour Post* says: “\u202f“We had no warning,” said the captain.” [3]

**Where the sources disagree**
- **Whether the operator has answered** (contradiction): *Harbour Post* says that Kestrel Lines has not \
responded [4]; *Kestrel Wire* says that the company apologised [5].
- **How many were hurt** (contradiction): *Harbour Post* says: Officials spoke of 14 people [6]; \
*Kestrel Wire* says: “Officials counted 17 injured.” [7].

**Only in one source**
- *Kestrel Wire* says: “See hxxp://kestrel[.]example/\\[refund\\](x) for \\*refunds\\*.” [8]
- Its crew was unhurt (*Harbour Post*, citing Radio Skerry). [3]

## Fair opens
*one source: not corroborated here*

The spring fair opens on Friday. [9]

## Also reported
- Kestrel Lines says sorry (*Kestrel Wire*) [5]

## Not covered
- broken: could not be read (it seems to be binary data)
- 2 paragraphs of Harbour Post: repeated (printed twice)

## Evidence
- [1] *Kestrel Wire*: "The Alma hit rocks near Skerry Point on Monday."
- [2] *Harbour Post*, "Ferry aground", 2 March 2031: \
"The ferry Alma ran aground off Skerry Point on Monday." \
<https://post.example/ferry?id=7>
- [3] *Harbour Post*, "Ferry aground", 2 March 2031: "“We had no warning,” said the captain." \
<https://post.example/ferry?id=7>
- [4] *Harbour Post*, "Ferry aground", 2 March 2031: "The operator, Kestrel Lines, has not responded." \
<https://post.example/ferry?id=7>
- [5] *Kestrel Wire*: "Kestrel Lines apologised to its passengers."
- [6] *Harbour Post*, "Ferry aground", 2 March 2031: "Officials said 14 people were hurt." \
<https://post.example/ferry?id=7>
- [7] *Kestrel Wire*: "Officials counted 17 injured."
- [8] *Kestrel Wire*: "See hxxp://kestrel[.]example/\\[refund\\](x) for \\*refunds\\*."
- [9] *Northmoor Gazette*: "The spring fair opens on Friday."
"""


def test_the_golden_brief_reads_so() -> None:
    assert render.markdown(BRIEF) == GOLDEN


def test_the_line_under_the_title_names_the_model_and_what_it_did_not_write() -> None:
    model = replace(FERRY, engine="model")
    brief = replace(
        BRIEF, stories=(model, FAIRS), engine=EngineRecord("model", "small", "h", {}, fallbacks=2)
    )
    assert " · small, 1 story by the extractive engine, 1 story left out*" in render.markdown(brief)
    lost = replace(brief, engine=replace(brief.engine, fallbacks=3))
    assert " 1 story by the extractive engine, 2 stories left out*" in render.markdown(lost)
    none = replace(brief, stories=(FERRY, FAIRS))
    assert " · small, 2 stories by the extractive engine*" in render.markdown(none)
    whole = replace(BRIEF, stories=(model,), engine=EngineRecord("model", "small", "h"))
    assert "1 story, 2 disagreements · small*" in render.markdown(whole)
    assert "1 story, no disagreements" in render.markdown(replace(BRIEF, stories=(FAIRS,)))


def test_a_copy_is_read_but_is_no_origin_and_what_failed_is_neither() -> None:
    copy = SourceEntry(Source("S5", "Reprinter"), "copy", origin="O1")
    brief = replace(BRIEF, sources=(*BRIEF.sources, copy))
    assert " · 4 sources, 3 origins · " in render.markdown(brief)


def test_markdown_shows_five_disagreements_and_says_how_many_more_there_are() -> None:
    many = tuple(replace(INJURED, question=f"Q{n}", weight=float(n)) for n in range(7))
    tension = replace(ANSWER, strength="tension", weight=99.0)
    shown = render.markdown(replace(BRIEF, stories=(replace(FERRY, disagreements=(tension, *many)),)))
    assert [f"Q{n}" for n in range(7) if f"**Q{n}**" in shown] == ["Q2", "Q3", "Q4", "Q5", "Q6"]
    assert shown.index("**Q6**") < shown.index("**Q2**")
    assert "3 more disagreements are in the JSON and on the page." in shown
    assert ANSWER.question not in shown
    assert ANSWER.question in render.html(
        replace(BRIEF, stories=(replace(FERRY, disagreements=(tension, *many)),))
    )


def test_no_side_comes_first_by_favour() -> None:
    turned = replace(INJURED, positions=INJURED.positions[::-1])
    shown = render.markdown(replace(BRIEF, stories=(replace(FERRY, disagreements=(turned, ANSWER)), FAIRS)))
    assert shown == GOLDEN


def test_many_omissions_of_one_reason_are_counted() -> None:
    same = tuple(Omission(f"page {n}", "duplicate", "as S1") for n in range(1013))
    each = tuple(Omission(f"page {n}", "unreadable", f"lacks {n}") for n in range(12))
    shown = render.markdown(replace(BRIEF, not_covered=(*each, *same)))
    assert "page 8, page 9 and 1,003 more: repeated (as S1)\n" in shown
    assert "- page 9: could not be read (lacks 9)\n- 2 more: could not be read (all are in the JSON)" in shown
    assert shown.index("could not") < shown.index("repeated")


def test_what_a_model_proposed_and_no_source_carries_is_one_line_a_reason() -> None:
    lost = tuple(Omission(f"the model's “Claim {n}”", "ungrounded", f"lacks {n}") for n in range(12))
    one = Omission("the model's “So it is”", "unsupported", "its evidence does not say it")
    shown = render.markdown(replace(BRIEF, not_covered=(*lost, one)))
    assert "- 12 proposals of the model: not found in the sources (each is in the JSON)\n" in shown
    assert "- 1 proposal of the model: not supported by the evidence (each is in the JSON)\n" in shown
    assert "Claim" not in shown


def test_a_reason_is_not_said_twice_nor_an_empty_detail() -> None:
    lost = (Omission("A", "duplicate", "3 repeated paragraphs"), Omission("B", "budget", ""))
    shown = render.markdown(replace(BRIEF, not_covered=lost))
    assert "- B: the budget was spent\n- A: 3 repeated paragraphs\n" in shown


def test_source_text_of_every_field_is_escaped() -> None:
    bad = "\x1b[31m\u202e# <b>x</b>\n- [a](http://b.c) `d` *e*"
    hostile = replace(WIRE.source, name=bad, title=bad, url="javascript:alert(1)")
    story = replace(FERRY, headline=bad, disagreements=(replace(INJURED, question=bad), ANSWER))
    entries = tuple(replace(e, source=hostile) if e.source.id == "S2" else e for e in BRIEF.sources)
    lost = (Omission(bad, "unreadable", bad),)
    brief = replace(BRIEF, title=bad, sources=entries, stories=(story, FAIRS), not_covered=lost)
    for shown in (render.markdown(brief), render.html(brief), render.text(brief)):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "http://b" not in shown
        assert "javascript" not in shown
        assert "hxxp://b[.]c" in shown
    assert "<b>" not in render.html(brief)
    assert "[a](" not in render.markdown(brief)
    assert len(render.markdown(brief).splitlines()) == len(GOLDEN.splitlines()) - 1


def test_the_brief_is_dated_to_the_minute() -> None:
    brief = replace(BRIEF, as_of=datetime(2031, 12, 24, 0, 5, tzinfo=UTC))
    assert "*24 December 2031, 00:05 ·" in render.markdown(brief)


def test_rows_of_one_file_that_are_left_out_are_named_once() -> None:
    rows = tuple(Omission("rows", "too_large", "no room") for _ in range(100))
    shown = render.markdown(replace(BRIEF, not_covered=(Omission("page", "too_large", "no room"), *rows)))
    assert "- page and rows (100 times): too large to read (no room)\n" in shown
