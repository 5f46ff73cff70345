"""A story told by a model: what code lets through, what it replaces, and when another engine stands in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from briefing.errors import BudgetSpent, ModelUnavailable
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


def verdict(candidate: int, strength: str, weight: int, *misworded: str) -> dict[str, Any]:
    said = {"candidate": candidate, "together": None, "given_up": None, "verdict": strength, "weight": weight}
    return {**said, "misworded": list(misworded)}


def verdicts_on(*statements: int, more: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """Verdicts that support these statements, with further sentences that each needs."""
    return [
        {"statement": n, "verdict": "supported", "more": list(more), "fault": None, "mended": None}
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


def test_a_model_that_does_its_work_writes_the_story() -> None:
    made, model = brief()
    story = made.stories[0]
    assert story.engine == "model"
    assert story.headline == "Dam above Orrin holds"
    assert made.engine.fallbacks == 0
    assert [s.text for s in story.statements] == [
        "The dam above Orrin held on Monday, the river authority said.",
        "About 300 people have left their homes.",
    ]
    assert sorted(model.stages()) == sorted(GOOD)
    assert any(d.question == "How high the water rose" for d in story.disagreements)


def test_every_citation_is_exactly_its_slice() -> None:
    made, _ = brief()
    texts = {d.source.id: d for d in documents()}
    story = made.stories[0]
    cited = [c for s in story.statements for c in s.citations]
    cited += [c for d in story.disagreements for p in d.positions for c in p.citations]
    assert cited
    assert all(c.holds(texts[c.span.source]) for c in cited)


def test_a_number_that_no_sentence_has_is_asked_again_and_then_gives_way_to_a_quotation() -> None:
    writing = {
        "headline": "Dam above Orrin holds",
        "sentences": [
            {
                "text": "The dam above Orrin held on Monday, the river authority said.",
                "claims": [1],
                "role": "lead",
            },
            {"text": "About 900 people have left their homes.", "claims": [2], "role": "body"},
        ],
    }
    made, model = brief(writing=writing)
    assert model.stages().count("writing") == 2
    assert "900" in model.requests[-2].messages[-1].content
    quoted = made.stories[0].statements[1]
    assert quoted.text == "“About 300 people left their homes.”"
    assert quoted.support.verdict == "quoted"
    assert made.checks.replaced_by_quotation == 1


def test_a_claim_with_the_wrong_number_of_a_sentence_finds_the_right_one() -> None:
    claims = {"claims": [claim(c["text"], 1) for c in GOOD["claims"]["claims"]]}  # type: ignore[index]
    made, _ = brief(claims=claims)
    assert made.stories[0].statements[1].citations[0].quote == "About 300 people left their homes."


def test_an_invented_claim_is_dropped_and_listed() -> None:
    claims = {"claims": [*GOOD["claims"]["claims"], claim("Zed Qux of Plim won the lottery.", 1)]}  # type: ignore[index]
    made, _ = brief(claims=claims)
    assert [o.what for o in made.not_covered if o.why == "ungrounded"] == [
        "the model's “Zed Qux of Plim won the lottery.”"
    ]


def test_a_statement_that_its_evidence_does_not_say_gives_way_to_a_quotation() -> None:
    verdicts = {
        "verdicts": [
            {**verdicts_on(n)[0], "verdict": "unsupported" if n == 2 else "supported"} for n in range(1, 12)
        ]
    }
    made, _ = brief(verification=verdicts)
    assert made.stories[0].statements[1].support.verdict == "quoted"


def test_a_quotation_that_the_words_do_not_allow_is_dropped_instead() -> None:
    verdicts = {"verdicts": [{**one, "verdict": "unsupported"} for one in verdicts_on(*range(2, 12))]}
    verdicts["verdicts"] += verdicts_on(1)
    long = claim("The company's spokesman Ivo Kant says they opened no gates.", ANSWER)
    writing = {
        "headline": "Dam above Orrin holds",
        "sentences": [
            *GOOD["writing"]["sentences"],  # type: ignore[index]
            {"text": "Ivo Kant says no gates opened.", "claims": [4], "role": "body"},
        ],
    }
    model = ByStage(
        {
            **GOOD,
            "verification": verdicts,
            "writing": writing,
            "claims": {"claims": [*GOOD["claims"]["claims"], long]},
        }
    )  # type: ignore[index]
    made = make(documents(), Options(words=24), as_of=NOON, seat=model.seat())
    assert made.checks.words <= 24
    assert any(
        o.why == "unsupported" and o.what.startswith("the model's “Ivo Kant") for o in made.not_covered
    )


def test_a_candidate_that_does_not_survive_doubt_is_no_disagreement() -> None:
    made, _ = brief(doubt={"verdicts": [verdict(n, "neither", 0) for n in range(1, 6)]})
    assert made.stories[0].disagreements == ()


def test_sides_that_rest_on_one_source_never_reach_the_doubt() -> None:
    one_sided = {
        "disagreements": [
            {
                "question": "How high the water rose",
                "kind": "number",
                "positions": [
                    {"text": "Water rose to 41 metres", "sentences": [WATER_C]},
                    {"text": "About 300 people left their homes", "sentences": [4]},
                ],
            }
        ]
    }
    made, _ = brief(disagreements=one_sided)
    assert ("ungrounded", "the model's “How high the water rose”") in {
        (o.why, o.what) for o in made.not_covered
    }


@pytest.mark.parametrize("stage", sorted(GOOD))
@pytest.mark.parametrize("error", [ModelUnavailable("the server is gone"), BudgetSpent("60 calls are spent")])
def test_where_any_stage_fails_the_embedded_engine_writes_the_story_and_the_brief_says_so(
    stage: str, error: Exception
) -> None:
    made, _ = brief(**{stage: error})
    assert made.stories[0].engine == "extractive"
    assert made.engine.fallbacks == 1
    assert not made.complete
    assert [o.why for o in made.not_covered if "extractive engine" in o.detail] == [error.why]  # type: ignore[attr-defined]


@pytest.mark.parametrize("nonsense", ["", "{", "[]", '{"claims": 3}', "I cannot do that.", "null"])
def test_nonsense_is_asked_once_more_and_then_the_embedded_engine_writes(nonsense: str) -> None:
    made, model = brief(claims=nonsense)
    assert model.stages().count("claims") == 2
    assert made.stories[0].engine == "extractive"


@pytest.mark.parametrize("nothing", ["1", "...", "Dam at"])
def test_a_claim_of_hardly_a_word_claims_nothing(nothing: str) -> None:
    made, _ = brief(claims={"claims": [*GOOD["claims"]["claims"], claim(nothing, 1)]})  # type: ignore[index]
    assert [o.what for o in made.not_covered if o.why == "ungrounded"] == [f"the model's “{nothing}”"]


def test_a_sentence_copied_from_a_source_is_printed_as_a_quotation_and_needs_no_second_reading() -> None:
    copied = "About 300 people left their homes."
    writing = {**GOOD["writing"], "sentences": [*GOOD["writing"]["sentences"]]}  # type: ignore[dict-item, index]
    writing["sentences"][1] = {"text": copied, "claims": [1, 2], "role": "body"}
    made, model = brief(writing=writing)
    statement = made.stories[0].statements[1]
    assert (statement.text, statement.support.verdict) == (f"“{copied}”", "quoted")
    assert [c.quote for c in statement.citations] == [copied]
    reading = next(r for r in model.requests if r.stage == "verification")
    assert f": {copied}" not in reading.messages[-1].content


def test_a_story_of_which_more_was_dropped_than_kept_is_the_embedded_engines() -> None:
    invented = [{"text": f"Zed Qux won prize {n}.", "claims": [9], "role": "body"} for n in range(3)]
    good = GOOD["writing"]
    made, _ = brief(writing={**good, "sentences": [*good["sentences"], *invented]})  # type: ignore[dict-item, index]
    assert made.stories[0].engine == "extractive"
    assert made.engine.fallbacks == 1


def test_a_text_that_may_not_leave_the_machine_is_never_sent() -> None:
    from dataclasses import replace

    first, second = documents()
    private = Document(replace(first.source, private=True), first.text)
    model = ByStage(GOOD)
    made = make((private, second), Options(), as_of=NOON, seat=model.seat(loopback=False))
    assert model.requests == []
    assert made.stories[0].engine == "extractive"
    assert made.engine.fallbacks == 0


def test_any_number_of_workers_prints_the_same_brief() -> None:
    from dataclasses import replace

    results = []
    for workers in (1, 2, 8):
        model = ByStage(GOOD)
        options = Options(concurrency=workers)
        results.append(
            replace(make(documents(), options, as_of=NOON, seat=model.seat()), usage=results[0].usage)
            if results
            else make(documents(), options, as_of=NOON, seat=model.seat())
        )
    assert results[0] == results[1] == results[2]


def test_what_is_lost_alike_is_listed_once_with_its_number() -> None:
    claims = {"claims": [*GOOD["claims"]["claims"], *[claim("Zed Qux of Plim won the lottery.", 1)] * 3]}  # type: ignore[index]
    made, _ = brief(claims=claims)
    (lost,) = [o for o in made.not_covered if "Zed Qux" in o.what]
    assert lost.detail.endswith("(3 times)")


def test_a_disagreement_that_only_the_claims_show_is_told() -> None:
    claims = {
        "claims": [
            *GOOD["claims"]["claims"],  # type: ignore[index]
            claim("Engineer Lena Marsh said water rose to 44 metres.", WATER_H, speaker="Lena Marsh"),
        ]
    }
    sides = [
        {"text": "water rose to 41 metres", "claims": [3]},
        {"text": "it rose to 44 metres", "claims": [4]},
    ]
    framing = {
        "disagreements": [{"question": "How high the water rose", "kind": "number", "positions": sides}]
    }
    made, _ = brief(claims=claims, framing=framing, disagreements={"disagreements": []})
    assert "How high the water rose" in {d.question for d in made.stories[0].disagreements}


def test_the_calls_that_read_the_sentences_begin_with_the_same_bytes() -> None:
    _, model = brief()
    first, second = (r.messages for r in model.requests if r.stage in ("claims", "disagreements"))
    assert first[0] == second[0]
    task = first[1].content.index("\nTask: ")
    assert task > 100
    assert first[1].content[:task] == second[1].content[:task]


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [("doubt", "verification", "Water rose to 44 metres"), ("framing", "writing", "About 300 people left")],
)
def test_what_an_earlier_call_was_shown_stands_first_in_the_later_one(
    first: str, second: str, shared: str
) -> None:
    _, model = brief()
    asked = {r.stage: "\n".join(m.content for m in r.messages) for r in model.requests}
    pairs = enumerate(zip(asked[first], asked[second], strict=False))
    prefix = next(n for n, (a, b) in pairs if a != b)
    assert shared in asked[first][:prefix]
    own = asked[second][prefix:]
    assert not re.search(rf"^\d+\| .*{shared}", own, re.MULTILINE)


def test_of_a_story_that_loses_half_the_rest_is_filled_up_with_quotations() -> None:
    good = GOOD["writing"]
    invented = {"text": "Zed Qux won a prize.", "claims": [9], "role": "body"}
    made, _ = brief(writing={**good, "sentences": [*good["sentences"], invented]})  # type: ignore[dict-item, index]
    story = made.stories[0]
    assert story.engine == "model"
    assert {s.support.verdict for s in story.statements} == {"supported", "quoted"}
    assert len(story.statements) > 2


def test_a_sentence_that_several_statements_rest_on_is_sent_once_to_the_last_reading() -> None:
    _, model = brief()
    shown = model.requests[-1].messages[-1].content
    numbered = re.findall(r"^(\d+)\| ", shown, re.MULTILINE)
    assert numbered
    assert len(numbered) == len(set(numbered))
    assert shown.count("About 300 people left their homes.") == 1


def test_a_statement_cites_the_sentence_that_the_last_reading_needed_for_it() -> None:
    """Only one that was shown and is of a source that the statement cites; any other number names nothing."""
    plain, _ = brief()
    made, _ = brief(verification={"verdicts": verdicts_on(*range(1, 12), more=(WATER_C, WATER_H, 99))})
    left, needed = plain.stories[0].statements[1], made.stories[0].statements[1]
    added = [c for c in needed.citations if c not in left.citations]
    assert {c.span.source for c in added} <= {c.span.source for c in left.citations}
    assert added


def test_a_position_that_its_evidence_does_not_say_is_quoted() -> None:
    """The last reading sees the positions too: what lost its hedge gives way to the source's own words."""
    verdicts = verdicts_on(*range(1, 12))
    asked, model = brief()
    (flag,) = [d for d in asked.stories[0].disagreements if d.question == "How high the water rose"]
    shown = model.requests[-1].messages[-1].content
    number = next(
        n for n in range(1, 12) if f"Statement {n}: ({flag.question}?) {flag.positions[0].text}" in shown
    )
    verdicts[number - 1]["verdict"] = "unsupported"
    made, _ = brief(verification={"verdicts": verdicts})
    (refused,) = [d for d in made.stories[0].disagreements if d.question == flag.question]
    assert refused.positions[0].support.verdict == "quoted"
    assert refused.positions[0].text == f"“{refused.positions[0].citations[0].quote}”"
    assert refused.positions[1] == flag.positions[1]


def mended(statement: int, text: str | None) -> dict[str, Any]:
    """A verdict that fails a statement, with its mended words."""
    return {
        "statement": statement,
        "verdict": "unsupported",
        "more": [],
        "fault": "held on Monday",
        "mended": text,
    }


def test_a_statement_that_its_evidence_does_not_say_is_told_in_its_mended_words() -> None:
    text = "The dam above Orrin held on Monday after a night of rain, the river authority said."
    made, _ = brief(verification={"verdicts": [mended(1, text), *verdicts_on(*range(2, 12))]})
    first = made.stories[0].statements[0]
    assert (first.text, first.support.verdict, first.support.by) == (text, "supported", "model")
    assert made.checks.dropped == 0


@pytest.mark.parametrize(
    "text",
    [
        "The dam above Orrin held on Friday, the river authority said.",
        "The dam above Orrin held on Monday, Zed Qux said.",
        "It held",
        "The dam above Orrin held on Monday, the river authority said" + ", and it held" * 6 + ".",
    ],
)
def test_mended_words_that_are_not_in_the_evidence_or_no_longer_the_statement_are_not_told(text: str) -> None:
    made, _ = brief(verification={"verdicts": [mended(1, text), *verdicts_on(*range(2, 12))]})
    assert text not in {s.text for s in made.stories[0].statements}


def test_a_position_is_told_in_its_mended_words_too() -> None:
    text = "Engineer Lena Marsh said water rose to 41 metres."
    verdicts = [*verdicts_on(1, 2), *(mended(n, text) for n in range(3, 12))]
    made, _ = brief(verification={"verdicts": verdicts})
    told = [p for d in made.stories[0].disagreements for p in d.positions if p.text == text]
    assert [(p.support.verdict, p.citations[0].span.source) for p in told] == [("supported", "S1")]
