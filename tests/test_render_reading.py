"""A brief that is read again from its JSON and its texts prints the same bytes in every format."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from golden_brief import (
    AGROUND,
    BRIEF,
    FAIR,
    FERRY,
    FOURTEEN,
    INJURED,
    POST,
    QUOTED,
    SEVENTEEN,
    SORRY,
    UPDATED,
    WIRE,
    cite,
)
from hypothesis import given
from hypothesis import strategies as st

from briefing import render
from briefing.errors import BriefingError
from briefing.types import Brief, Citation, Position, Statement, Support

TEXTS = {document.id: document.text for document in (POST, WIRE, FAIR)}


def again(brief: Brief) -> Brief:
    return render.read_brief(render.json(brief), TEXTS)


@pytest.mark.parametrize("brief", [BRIEF, UPDATED], ids=["first", "later"])
@pytest.mark.parametrize("form", [render.markdown, render.html, render.text, render.json])
def test_it_prints_the_same_bytes(form: Callable[[Brief], str], brief: Brief) -> None:
    assert form(again(brief)) == form(brief)
    assert render.json_with_text(again(brief)) == render.json_with_text(brief)


@given(
    st.permutations((AGROUND, FOURTEEN, SEVENTEEN, SORRY)),
    st.sampled_from((AGROUND, FOURTEEN, SEVENTEEN, SORRY)),
    st.booleans(),
)
def test_behind_a_side_numbers_rise_as_they_appear_whatever_the_order_of_its_citations(
    cited: list[Citation], told: Citation, is_quoted: bool
) -> None:
    said = Position(f"“{cited[0].quote}”", tuple(cited), frozenset({"O1"}), QUOTED)
    side = said if is_quoted else replace(said, text="It sank.", support=Support("supported", "rules"))
    fair = cite(FAIR, FAIR.text.splitlines()[0])
    other = Position("It floats.", (fair,), frozenset({"O9"}), Support("supported", "rules"))
    lead = Statement(f"“{told.quote}”", "lead", (told,), QUOTED)
    differing = replace(INJURED, positions=(side, other))
    story = replace(FERRY, statements=(lead,), disagreements=(differing,), changes=())
    brief = replace(BRIEF, stories=(story,), also=())
    page = render.markdown(brief)
    numbers = list(dict.fromkeys(re.findall(r"\[(\d)\]", page.partition("## Evidence")[0])))
    assert numbers == sorted(numbers)
    assert render.markdown(again(brief)) == page
    assert render.json(again(brief)) == render.json(brief)


@given(st.permutations(FERRY.statements), st.permutations(FERRY.disagreements), st.data())
def test_no_order_within_the_value_matters(statements: Any, disagreements: Any, data: st.DataObject) -> None:
    """The JSON keeps citations by their numbers, statements by their roles, disagreements by their rank."""
    turned = [replace(s, citations=tuple(data.draw(st.permutations(s.citations)))) for s in statements]
    story = replace(FERRY, statements=tuple(turned), disagreements=tuple(disagreements))
    brief = replace(BRIEF, stories=(story, *BRIEF.stories[1:]))
    assert render.markdown(again(brief)) == render.markdown(brief)
    assert render.json(again(brief)) == render.json(brief)


def test_a_sentence_that_two_outlets_share_is_told_of_the_one_with_the_lower_number() -> None:
    """Else the outlet would hang on an order that no JSON keeps."""
    post, wire = cite(POST, "hurt"), cite(WIRE, "injured")
    same = replace(wire, quote=post.quote)
    told = (
        Statement("Some were.", "lead", (post,), QUOTED),
        Statement("“hurt”", "body", (same, post), QUOTED),
    )
    brief = replace(BRIEF, stories=(replace(FERRY, statements=told, disagreements=()),))
    assert "*Harbour Post* says: “hurt” [1] [2]" in render.markdown(brief)
    assert render.markdown(again(brief)) == render.markdown(brief)


def spoilt(change: Callable[[dict[str, Any]], object]) -> str:
    value = json.loads(render.json(BRIEF))
    change(value)
    return json.dumps(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "7",
        "{",
        "[" * 100_000,
        spoilt(lambda b: b.update(format="briefing/9")),
        spoilt(lambda b: b.pop("checks")),
        spoilt(lambda b: b["citations"].pop("C1")),
        spoilt(lambda b: b["citations"]["C1"].update(end=0)),
        spoilt(lambda b: b["sources"][0].update(sha256="0" * 64)),
        spoilt(lambda b: b["stories"][0]["disagreements"][0]["positions"].pop()),
        spoilt(lambda b: b["stories"][0].update(sentences=None)),
        spoilt(lambda b: b["usage"].update(surprise=1)),
        spoilt(lambda b: b.update(as_of="yesterday")),
    ],
)
def test_what_is_no_whole_brief_is_one_error(text: str) -> None:
    with pytest.raises(BriefingError):
        render.read_brief(text, TEXTS)


def test_another_text_under_the_digest_is_refused() -> None:
    with pytest.raises(BriefingError, match="S1 is not the one that was read"):
        render.read_brief(render.json(BRIEF), TEXTS | {POST.id: POST.text + " "})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (spoilt(lambda b: b.update(format="briefing/9")), "it is briefing/9, and briefing/1 is read: "),
        (spoilt(lambda b: b.pop("checks")), "it is not a whole brief (KeyError: 'checks')"),
        (spoilt(lambda b: b["sources"].pop()), None),
        (spoilt(lambda b: b["sources"].pop(1)), "it cites sources that it does not have: S2"),
        (
            spoilt(lambda b: [b["sources"].pop(0) for _ in range(2)]),
            "it cites sources that it does not have: S1, S2",
        ),
    ],
)
def test_what_is_wrong_is_said(text: str, told: str | None) -> None:
    if told is None:
        assert len(render.read_brief(text, TEXTS).sources) == 3
    else:
        with pytest.raises(BriefingError) as error:
            render.read_brief(text, TEXTS)
        assert str(error.value).startswith(told)


def test_what_the_json_keeps_comes_back_field_by_field() -> None:
    """Times, origins and the words of an earlier brief; a weight is not kept."""
    found = again(UPDATED)
    for was, now in zip(UPDATED.sources, found.sources, strict=True):
        assert (now.source.published, now.origin, now.status) == (
            was.source.published,
            was.origin,
            was.status,
        )
    assert found.changes == UPDATED.changes
    assert found.stories[0].changes == UPDATED.stories[0].changes
    assert found.also == UPDATED.also
    assert found.not_covered == UPDATED.not_covered
    assert {p.origins for d in found.stories[0].disagreements for p in d.positions} == {
        frozenset({"O1"}), frozenset({"O2"})
    }  # fmt: skip
