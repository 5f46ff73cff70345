"""A story that a model tells in part, or not at all: the embedded engine fills it up, or stands in."""

from __future__ import annotations

import pytest
from told import GOOD, brief, claim

from briefing.errors import BudgetSpent, ModelUnavailable
from briefing.extractive import MOST_DISAGREEMENTS
from briefing.types import Citation, Cluster, Disagreement, Document, Position, Support
from tests.stories import documents


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


def test_a_story_of_which_more_was_dropped_than_kept_is_the_embedded_engines() -> None:
    invented = [{"text": f"Zed Qux won prize {n}.", "claims": [9], "role": "body"} for n in range(3)]
    good = GOOD["writing"]
    made, _ = brief(writing={**good, "sentences": [*good["sentences"], *invented]})  # type: ignore[dict-item, index]
    assert made.stories[0].engine == "extractive"
    assert made.engine.fallbacks == 1


def test_of_a_story_that_loses_half_the_rest_is_filled_up_with_quotations() -> None:
    good = GOOD["writing"]
    invented = {"text": "Zed Qux won a prize.", "claims": [9], "role": "body"}
    made, _ = brief(writing={**good, "sentences": [*good["sentences"], invented]})  # type: ignore[dict-item, index]
    story = made.stories[0]
    assert story.engine == "model"
    assert {s.support.verdict for s in story.statements} == {"supported", "quoted"}
    assert len(story.statements) > 2


def test_a_story_of_a_model_that_hardly_read_is_filled_up_with_quotations() -> None:
    good = GOOD["claims"]
    made, _ = brief(claims={"claims": good["claims"][:2]}, disagreements={"disagreements": []})  # type: ignore[index]
    story = made.stories[0]
    assert story.engine == "model"
    assert [s.support.verdict for s in story.statements[:2]] == ["supported", "supported"]
    assert {s.support.verdict for s in story.statements[2:]} == {"quoted"}
    assert made.checks.dropped == 0


def test_a_model_that_hardly_read_is_not_asked_what_differs() -> None:
    """The embedded engine says it: who has read three sentences of ten does not doubt it away."""
    courier, herald = documents()
    silent = Document(courier.source, f"{courier.text}\n\nVale Water has not yet publicly responded.")
    spoken = "“We lost the wall, not the dam,” said Lena Orsk, a spokeswoman for Vale Water."
    speaks = Document(herald.source, f"{herald.text}\n\n{spoken}")
    good = GOOD["claims"]
    made, model = brief((silent, speaks), claims={"claims": good["claims"][:2]})  # type: ignore[index]
    assert {"disagreements", "framing", "doubt"}.isdisjoint(model.stages())
    assert [d.kind for d in made.stories[0].disagreements] == ["response"]


def test_of_a_model_that_hardly_read_no_more_disagreements_are_told_than_without_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def detect(story: Cluster) -> tuple[Disagreement, ...]:
        sides = tuple(
            Position(
                f"“{r.sentences[0].text}”",
                (Citation.of(r.sentences[0]),),
                frozenset({f"O{n}"}),
                Support("quoted"),
            )
            for n, r in enumerate(story.readings, 1)
        )
        return tuple(Disagreement(f"Question {n}", "response", "tension", sides) for n in range(20))

    monkeypatch.setattr("briefing.extractive.detect", detect)
    good = GOOD["claims"]
    made, _ = brief(claims={"claims": good["claims"][:2]})  # type: ignore[index]
    assert len(made.stories[0].disagreements) == MOST_DISAGREEMENTS


def test_of_a_long_story_a_part_is_enough_to_have_read_it() -> None:
    courier, herald = documents()
    lines = [f"Barge {n} of the river fleet was moored at quay {n + 7} of Orrin." for n in range(300)]
    long = Document(courier.source, "\n\n".join([courier.text, *lines]))
    read = [claim(line, 8 + n) for n, line in enumerate(lines[:40])]
    _, model = brief((long, herald), claims={"claims": read})
    assert "disagreements" in model.stages()
    _, model = brief((long, herald), claims={"claims": read[:20]})
    assert "disagreements" not in model.stages()
