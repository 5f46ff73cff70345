"""Which documents are about one event, and the order in which stories are told."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import dedup, sentences, stories
from briefing.stories.clusters import NAMED
from briefing.stories.linkage import average_link
from briefing.stories.rarity import prior
from briefing.types import Cluster, Document, Reading, Source

FERRY = (
    "The ferry Aurora ran aground off Port Vell on Monday with 40 people on board, the coast guard said. "
    "Lifeboats took off all passengers. The owner, Vell Lines, said that fog had come in within minutes.",
    "Forty travellers were rescued from the stranded ferry Aurora near Port Vell. Ana Brull, 61, told of a "
    "long scraping noise. Vell Lines apologised, and the coast guard praised the crews of its lifeboats.",
    "Why was the radar off? An inquiry into the grounding of the Aurora begins today in Port Vell. The "
    "captain of the ferry, with Vell Lines for twenty years, has been suspended, the coast guard said.",
)
BUDGET = (
    "Parliament in Norland passed the budget on Tuesday by two votes after a debate of nineteen hours. The "
    "finance minister, Ole Brand, called it a good day; the opposition will go to court over pensions.",
    "Norland's government won its budget by the narrowest margin. Pensioners protested outside parliament "
    "while finance minister Ole Brand spoke of discipline. The opposition announced a suit over pensions.",
    "Court to rule on pensions: the opposition in Norland has sued over the budget that parliament passed "
    "with two votes to spare. Finance minister Ole Brand said he had expected nothing else.",
)
COMET = (
    "Astronomers at the Kessel observatory found a comet that will pass the Earth in October. It was named "
    "Halden after the student who saw it first, and may be seen with binoculars.",
    "A student's comet: Ida Halden saw it first, now it bears her name. The Kessel observatory says that in "
    "October binoculars will be enough to see the comet pass.",
)


def reading(number: int, text: str, **known: object) -> Reading:
    document = Document(Source(f"S{number}", f"Outlet {number}", **known), text)  # type: ignore[arg-type]
    return dedup.reading(document, sentences.split(document.source.id, text))[0]


def clustered(*readings: Reading) -> tuple[Cluster, ...]:
    return stories.cluster(readings, dedup.origins(readings))


def groups(*texts: str) -> set[frozenset[str]]:
    found = clustered(*(reading(number, text) for number, text in enumerate(texts, start=1)))
    return {frozenset(r.document.text for r in cluster.readings) for cluster in found}


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


def test_a_later_story_ranks_before_an_earlier_one_and_an_undated_one_last() -> None:
    days = {1: None, 2: datetime(2024, 6, 13, tzinfo=UTC), 3: datetime(2024, 6, 14, tzinfo=UTC)}
    texts = {1: FERRY[0], 2: BUDGET[0], 3: COMET[0]}
    found = clustered(*(reading(n, texts[n], published=day) for n, day in days.items()))
    assert [s.readings[0].source.id for s in found] == ["S3", "S2", "S1"]


def test_a_weightier_source_ranks_before_a_later_one() -> None:
    late = datetime(2024, 6, 14, tzinfo=UTC)
    found = clustered(reading(1, FERRY[0], published=late), reading(2, BUDGET[0], weight=2.0))
    assert [s.readings[0].source.id for s in found] == ["S2", "S1"]


@pytest.mark.parametrize("topic", ["comet", "Comets", "comet halden", "KESSEL observatory"])
def test_a_raised_topic_comes_first(topic: str) -> None:
    found = clustered(*(reading(n, text) for n, text in enumerate([*FERRY, COMET[0]], start=1)))
    told, muted = stories.ranked(found, raised=[topic] if "halden" not in topic else ["comet", topic])
    assert [(s.id, s.readings[0].document.text) for s in told] == [("T1", COMET[0]), ("T2", FERRY[0])]
    assert muted == ()


def test_a_muted_topic_is_left_out_by_whole_words_only() -> None:
    found = clustered(reading(1, FERRY[0]), reading(2, BUDGET[0]))
    told, muted = stories.ranked(found, muted=["budgets"])
    assert [s.readings[0].source.id for s in told] == ["S1"]
    assert [s.readings[0].source.id for s in muted] == ["S2"]
    assert stories.ranked(found, muted=["bud", "port", "ferry Vell"])[1] == tuple(
        s for s in found if s.readings[0].source.id == "S1"
    )


def test_a_topic_mentioned_further_down_does_not_mute() -> None:
    text = FERRY[0] + " The weather stayed mild. Trains ran. Schools opened. A horoscope had foretold it."
    assert stories.ranked(clustered(reading(1, text)), muted=["horoscope"])[1] == ()


def test_hostile_texts_make_stories_of_their_own() -> None:
    texts = ["\x00\u202e", "a" * 100_000, "\ud7ff 1 2 3", "的的的", "the of and"]
    assert len(groups(*texts)) == len(texts)


def test_rare_words_have_the_smaller_prior() -> None:
    common, rarer, rare, number = prior(["president", "ferry", "zelensky", "1,200"])
    assert common > rarer > rare == number
    assert list(prior([])) == []


@given(st.data())
def test_average_link_agrees_with_a_slow_reference(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 7))
    pairs = list(itertools.combinations(range(count), 2))
    drawn = data.draw(st.lists(st.integers(0, 1000), min_size=len(pairs), max_size=len(pairs), unique=True))
    similarity = {pair: value / 1024 for pair, value in zip(pairs, drawn, strict=True)}
    edges = [(a, b, value) for (a, b), value in similarity.items()]
    assert average_link(count, edges, 0.4) == _slow_average_link(count, similarity, 0.4)


def _slow_average_link(
    count: int, similarity: dict[tuple[int, int], float], threshold: float
) -> list[list[int]]:
    members = [[number] for number in range(count)]

    def mean(a: list[int], b: list[int]) -> float:
        values = [similarity[min(x, y), max(x, y)] for x in a for y in b]
        return sum(values) / len(values)

    while len(members) > 1:
        best, a, b = min((-mean(a, b), a, b) for a, b in itertools.combinations(members, 2))
        if -best < threshold:
            break
        members = sorted([*(m for m in members if m not in (a, b)), sorted(a + b)])
    return members


def test_a_chain_of_neighbours_is_not_one_story() -> None:
    chain = [(n, n + 1, 0.5) for n in range(9)]
    assert max(map(len, average_link(10, chain, 0.4))) == 2


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
