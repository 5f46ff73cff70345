"""Which documents are about one event, and the order in which stories are told."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, datetime
from pathlib import Path

from events import BUDGET, COMET, FERRY, clustered, groups, reading

from briefing.stories import continued
from briefing.stories.clusters import NAMED
from briefing.stories.naming import shared_names, telling_names
from briefing.stories.rarity import prior


def test_two_reports_of_one_event_are_one_story() -> None:
    for pair in itertools.combinations(FERRY, 2):
        assert groups(*pair) == {frozenset(pair)}


def test_two_reports_of_two_events_are_two_stories() -> None:
    for pair in itertools.product(FERRY, BUDGET):
        assert groups(*pair) == {frozenset({text}) for text in pair}


def test_eight_documents_with_three_events_are_three_stories_in_any_order() -> None:
    texts = [*FERRY, *BUDGET, *COMET]
    for seed in range(5):
        random.Random(seed).shuffle(texts)  # noqa: S311 - no secret
        assert groups(*texts) == {frozenset(FERRY), frozenset(BUDGET), frozenset(COMET)}


def test_one_document_is_a_story_and_none_is_none() -> None:
    assert groups(FERRY[0]) == {frozenset({FERRY[0]})}
    assert clustered() == ()
    assert clustered(reading(1, "")) != ()


def test_sources_of_one_origin_stay_together_and_copies_are_left_out() -> None:
    (story,) = clustered(reading(1, FERRY[0]), reading(2, FERRY[0]), reading(3, FERRY[1]))
    assert [r.source.id for r in story.readings] == ["S1", "S3"]
    assert [origin.sources for origin in story.origins] == [("S1", "S2"), ("S3",)]


def test_stories_are_numbered_from_the_most_origins_down_with_readings_in_source_order() -> None:
    texts = (COMET[0], FERRY[2], COMET[1], FERRY[0], FERRY[1])
    found = clustered(*(reading(number, text) for number, text in enumerate(texts, start=1)))
    assert [(s.id, [r.source.id for r in s.readings]) for s in found] == [
        ("T1", ["S2", "S4", "S5"]),
        ("T2", ["S1", "S3"]),
    ]


def test_hostile_texts_make_stories_of_their_own() -> None:
    texts = ["\x00\u202e", "a" * 100_000, "\ud7ff 1 2 3", "的的的", "the of and"]
    assert len(groups(*texts)) == len(texts)


def test_rare_words_have_the_smaller_prior() -> None:
    common, rarer, rare, number = prior(["president", "ferry", "zelensky", "1,200"])
    assert common > rarer > rare == number
    assert list(prior([])) == []


def test_the_seeds_are_one_story(shared: Path) -> None:
    texts = [path.read_bytes().decode() for path in sorted((shared / "seeds").iterdir())]
    assert groups(*texts) == {frozenset(texts)}


def test_no_gold_event_is_split(shared: Path) -> None:
    for case in sorted((shared / "data" / "gold").glob("*-*")):
        texts = [path.read_bytes().decode() for path in sorted(case.glob("D*.txt"))]
        assert len(groups(*texts)) == 1, case.name


def test_reports_that_share_names_rather_than_words_are_one_event() -> None:
    """Two outlets tell one robbery in words of their own; a third tells of something else."""
    told = [
        "Masked pair empty jeweller's window. Two thieves were out of Orlan and Daughters in Casteray within "
        "a hundred seconds on Thursday, and detective Ilse Maron is looking for a grey van.",
        "Arcade shut after smash and grab. The raid on the Casteray shop of Orlan and Daughters was over "
        "before anybody reached for a phone, says inspector Ilse Maron.",
        "Harbour board raises fees. Berths in Lansk will cost a tenth more from January, the board said.",
    ]
    assert sorted(map(len, groups(*told))) == [1, 2]


def test_in_a_large_pile_a_like_report_of_another_week_is_another_story() -> None:
    def pile(later: datetime | None) -> set[frozenset[str]]:
        first, second, _ = (f"{text} {other}" for text, other in zip(FERRY, reversed(FERRY), strict=True))
        fillers = [reading(n, f"Word{n} item{n} thing{n} stands alone.") for n in range(3, NAMED + 5)]
        dated = [
            reading(1, first, published=datetime(2024, 6, 1, tzinfo=UTC)),
            reading(2, second, published=later),
        ]
        found = clustered(*dated, *fillers)
        return {
            frozenset(r.source.id for r in c.readings)
            for c in found
            if c.origins[0].sources[0] in ("S1", "S2")
        }

    assert pile(datetime(2024, 6, 3, tzinfo=UTC)) == {frozenset({"S1", "S2"})}
    assert pile(None) == {frozenset({"S1", "S2"})}
    assert pile(datetime(2024, 6, 20, tzinfo=UTC)) == {frozenset({"S1"}), frozenset({"S2"})}


def test_unlike_things_of_one_day_are_as_many_stories() -> None:
    told = (
        "The museum of Hask bought a painting by the late Orla Venn",
        "A fire in the Brill paper mill injured nine workers",
        "Farmers in Quill blocked the main road with tractors over the price of milk",
        "The lake at Ulm froze for the first time in twenty years",
        "A landslide cut the railway between Marsh and Vale",
        "Beekeepers in Solm lost half of their hives to mites",
    )
    found = groups(*(f"{text} on Monday, officials said." for text in told))
    assert len(found) == len(told)


def test_a_name_that_most_texts_share_tells_of_their_event_and_a_day_does_not() -> None:
    called = telling_names([f"On the quay of Skerry, on Monday, ship {n} sank." for n in range(6)])
    assert called == [frozenset({"skerry"})] * 6


def test_a_word_that_stands_without_a_capital_too_is_no_name() -> None:
    assert shared_names("The Harbour of Skerry is closed, and no harbour is near.") == {"skerry"}


def test_a_story_goes_on_with_one_of_its_own_event_only() -> None:
    """An earlier story with words in common is not gone on with, be it of one country or of one sea."""
    other = "The coast guard of Kelm has bought two lifeboats, and will train their crews until the summer."
    assert continued([FERRY[:1], [BUDGET[0]]], [[BUDGET[1]], FERRY[1:], [other]]) == ((1,), (0,))
