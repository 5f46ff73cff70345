"""A story that a model tells as it should: what of it is printed, in which words, and what is never sent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told import GOOD, NOON, brief, claim, mended, verdicts_on

from briefing.pipeline import Options, Progress, make, plan
from briefing.pipeline.intake import take_in
from briefing.pipeline.planning import bounds
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


def test_a_claim_with_the_wrong_number_of_a_sentence_finds_the_right_one() -> None:
    claims = {"claims": [claim(c["text"], 1) for c in GOOD["claims"]["claims"]]}  # type: ignore[index]
    made, _ = brief(claims=claims)
    assert made.stories[0].statements[1].citations[0].quote == "About 300 people left their homes."


LONGER = "On Monday the dam above Orrin held after a night of rain, the river authority said."


@pytest.mark.parametrize(("words", "stands"), [(40, True), (20, False)])
def test_a_mended_statement_may_be_longer_where_words_are_left(words: int, stands: bool) -> None:
    verdicts = {"verdicts": [mended(1, LONGER), *verdicts_on(*range(2, 12))]}
    model = ByStage({**GOOD, "verification": verdicts})
    made = make(documents(), Options(words=words), as_of=NOON, seat=model.seat())
    assert (LONGER in [s.text for s in made.stories[0].statements]) == stands
    assert made.checks.words <= words


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
    seen: list[Progress] = []
    made = make(
        (private, second), Options(), as_of=NOON, seat=model.seat("models.example.org"), progress=seen.append
    )
    assert model.requests == []
    assert made.stories[0].engine == "extractive"
    assert made.engine.fallbacks == 0
    assert seen[-1].note == "T1: told without the model (private: S1)"


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


def test_a_story_without_a_leading_sentence_leads_with_its_first() -> None:
    told = [{**s, "role": "body"} for s in GOOD["writing"]["sentences"]]  # type: ignore[index]
    made, _ = brief(writing={**GOOD["writing"], "sentences": told})  # type: ignore[dict-item]
    assert made.stories[0].engine == "model"
    assert made.stories[0].statements[0].role == "lead"


def test_on_this_machine_a_private_text_is_told_by_the_model() -> None:
    first, second = documents()
    private = Document(replace(first.source, private=True), first.text)
    made, model = brief((private, second))
    assert made.stories[0].engine == "model"
    assert model.stages()


def test_a_plan_counts_no_call_for_a_story_that_stays_on_this_machine() -> None:
    first, second = documents()
    private = Document(replace(first.source, private=True), first.text)
    planned = plan((private, second), Options(), seat=ByStage(GOOD).seat("models.example.org"))
    assert (planned.calls, planned.prompt_tokens, planned.host) == (0, 0, None)
    assert [story.private for story in planned.stories] == [("S1",)]


def test_a_budget_is_tight_where_each_call_asked_twice_would_not_fit() -> None:
    seat = ByStage(GOOD).seat()
    planned = plan(documents(), Options(), seat=seat)
    clusters = take_in(documents(), Options()).clusters
    assert bounds(clusters, seat) == (
        2 * planned.calls,
        2 * (planned.prompt_tokens + planned.completion_tokens),
    )
