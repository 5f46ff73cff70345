"""A story told by a model: what code lets through, what it replaces, and when another engine stands in."""

from __future__ import annotations

import pytest
from told import ANSWER, GOOD, NOON, WATER_C, WATER_H, brief, claim, mended, verdict, verdicts_on

from briefing.pipeline import Options, make
from briefing.types import Document
from tests.stories import ByStage, documents


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


def test_of_two_statements_that_fall_back_on_one_sentence_only_one_is_it() -> None:
    lead, body = GOOD["writing"]["sentences"]  # type: ignore[index]
    twice = {**body, "text": "Some 300 people have left."}
    verdicts = [*verdicts_on(1), *(mended(n, None) for n in range(2, 12))]
    made, _ = brief(
        writing={"headline": "Dam above Orrin holds", "sentences": [lead, body, twice]},
        verification={"verdicts": verdicts},
    )
    texts = [s.text for s in made.stories[0].statements]
    assert texts.count("“About 300 people left their homes.”") == 1
    assert "unsupported" in [o.why for o in made.not_covered]


LONGER = "On Monday the dam above Orrin held after a night of rain, the river authority said."


@pytest.mark.parametrize(("words", "stands"), [(40, True), (20, False)])
def test_a_mended_statement_may_be_longer_where_words_are_left(words: int, stands: bool) -> None:
    verdicts = {"verdicts": [mended(1, LONGER), *verdicts_on(*range(2, 12))]}
    model = ByStage({**GOOD, "verification": verdicts})
    made = make(documents(), Options(words=words), as_of=NOON, seat=model.seat())
    assert (LONGER in [s.text for s in made.stories[0].statements]) == stands
    assert made.checks.words <= words


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
