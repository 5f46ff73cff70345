"""A budget that does not go round is spent on the first stories; those after it are said to be without."""

from __future__ import annotations

import pytest
from reports import NOON, Counting, outlets, short_reports

from briefing.llm.budget import Budget, Limits
from briefing.pipeline import Options, Seat, make
from briefing.templates import Templates
from briefing.types import Usage


@pytest.mark.parametrize("calls", [0, 7, 16])
def test_the_lowest_ranked_stories_go_without_first_and_are_told(calls: int) -> None:
    counting = Counting()
    model = Budget(counting, Limits(calls=calls), None)
    seat = Seat(model, Templates(), Usage, "any", "127.0.0.1", tight=lambda most, _: most > calls)
    brief = make(outlets(short_reports(120)), Options(stories=8), as_of=NOON, seat=seat)
    lost = [omission for omission in brief.not_covered if omission.why == "budget"]
    told = len(brief.stories) - len(lost)
    assert len(counting.asked) <= calls
    assert [omission.what for omission in lost] == [story.headline for story in brief.stories[told:]]
    assert all(story.engine == "extractive" for story in brief.stories[told:])
    assert any(story.engine == "model" for story in brief.stories[:told]) is (calls > 0)
    assert all("--max-calls" in omission.detail for omission in lost)


def test_where_there_is_no_limit_nothing_is_counted_before_the_first_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def counted(*_: object) -> tuple[int, int]:
        pytest.fail("the reader waits for it")

    monkeypatch.setattr("briefing.pipeline.making.bounds", counted)
    model = Counting()
    seat = Seat(model, Templates(), Usage, "any", "127.0.0.1")
    text = short_reports(40)[0]
    make(outlets([text]), Options(stories=1), as_of=NOON, seat=seat)
    assert model.asked
