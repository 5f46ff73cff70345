"""What of a model's story its evidence does not carry: replaced by a quotation, or dropped and listed."""

from __future__ import annotations

import pytest
from told import ANSWER, GOOD, NOON, WATER_C, brief, claim, mended, verdicts_on

from briefing.pipeline import Options, make
from tests.stories import ByStage, documents


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


@pytest.mark.parametrize("nothing", ["1", "...", "Dam at"])
def test_a_claim_of_hardly_a_word_claims_nothing(nothing: str) -> None:
    made, _ = brief(claims={"claims": [*GOOD["claims"]["claims"], claim(nothing, 1)]})  # type: ignore[index]
    assert [o.what for o in made.not_covered if o.why == "ungrounded"] == [f"the model's “{nothing}”"]


def test_what_is_lost_alike_is_listed_once_with_its_number() -> None:
    claims = {"claims": [*GOOD["claims"]["claims"], *[claim("Zed Qux of Plim won the lottery.", 1)] * 3]}  # type: ignore[index]
    made, _ = brief(claims=claims)
    (lost,) = [o for o in made.not_covered if "Zed Qux" in o.what]
    assert lost.detail.endswith("(3 times)")


def test_a_story_that_is_filled_up_with_quotations_has_three_leading_sentences_at_most() -> None:
    said = (
        ("About 300 people left their homes.", 4),
        ("Engineer Lena Marsh said water rose to 41 metres.", WATER_C),
        ("The company's spokesman Ivo Kant says they opened no gates.", ANSWER),
    )
    writing = {
        "headline": "Dam above Orrin holds",
        "sentences": [
            *({"text": text, "claims": [n], "role": "lead"} for n, (text, _) in enumerate(said, 1)),
            {"text": "Nobody knows who opened the gates.", "claims": [], "role": "body"},
        ],
    }
    claims = {"claims": [claim(*one) for one in said]}
    made, _ = brief(claims=claims, writing=writing, disagreements={"disagreements": []})
    roles = [statement.role for statement in made.stories[0].statements]
    assert roles[:3] == ["lead"] * 3
    assert len(roles) > 3
    assert "lead" not in roles[3:]
