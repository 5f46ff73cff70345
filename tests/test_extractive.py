"""The embedded engine: points, not sentences; nothing twice; every word of a source's, and its own."""

from __future__ import annotations

import time

from clusters import cluster
from hypothesis import given
from hypothesis import strategies as st
from orrin import STORY
from reports import NOON, outlets

from briefing.extractive import tell
from briefing.pipeline import Options, make
from briefing.words import count_words
from tests.accounts import cluster as pile


def test_one_point_of_two_origins_is_told_once_and_cites_both() -> None:
    lead = tell(STORY, 250).story.statements[0]
    assert lead.role == "lead"
    assert sorted(c.span.source for c in lead.citations) == ["S1", "S2"]
    told = [s.text for s in tell(STORY, 250).story.statements]
    assert sum("dam" in text for text in told) == 1


def test_what_only_one_origin_has_is_marked() -> None:
    roles = {s.citations[0].quote[:7]: s.role for s in tell(STORY, 250).story.statements}
    assert roles["Farmers"] == "single_source"


def test_no_words_of_a_speaker_are_told_without_the_speaker() -> None:
    told = tell(
        cluster(
            (
                "The mayor of Orrin resigned on Monday after the flood, the council said.",
                "“The council of Orrin failed the people of Mill Lane after the flood.",
                "I would like to thank everyone in Orrin who stood by the town hall.",
                "The council must hold an election in Orrin by June,” mayor Ana Roe said.",
                'Farmer Leo Tarn said: "Nobody pays for the sheep of Mill Lane in Orrin.',
                "The sheep of Mill Lane were worth more than the town hall of Orrin.",
                'The governor of the valley must come to Mill Lane and to Orrin."',
                "The flood of Orrin took 40 sheep of Mill Lane, the farmers' union said.",
                "The council of Orrin wrote to the governor of the valley as follows:",
                "“The town hall of Orrin has no mayor and no money for Mill Lane.”",
                "— The mayor of Orrin after the flood in Mill Lane, Ana Roe (@anaroe) June 14, 2031",
            ),
        ),
        250,
    )
    quotes = [s.citations[0].quote[:22] for s in told.story.statements]
    assert quotes == [
        "The mayor of Orrin res",
        "The council must hold ",
        "Farmer Leo Tarn said: ",
        "The flood of Orrin too",
    ]


def test_every_statement_is_one_verbatim_sentence_of_its_evidence() -> None:
    for statement in tell(STORY, 250).story.statements:
        assert statement.support.verdict == "quoted"
        assert statement.text == f"“{statement.citations[0].quote}”"


def test_figures_that_differ_are_not_cited_for_one_another() -> None:
    story = cluster(
        ("The flood at Orrin damaged 40 houses on Monday, the council said.",),
        ("The flood at Orrin damaged 90 houses on Monday, the council said.",),
    )
    assert all(len(s.citations) == 1 for s in tell(story, 250).story.statements)


def test_what_the_sources_all_begin_with_leads_before_what_only_one_does() -> None:
    fire = "A fire destroyed the spinning mill of Merin before dawn on Tuesday."
    wages = (
        "Governor Edda Solm and the mayor of Merin, Tore Lind, promised 420 workers of the Ostrand company "
        "their wages for three months on Tuesday after the fire in the mill."
    )
    again = "Fire crews in Merin are damping down the spinning mill that a fire destroyed on Tuesday."
    later = "The spinning mill of Merin was destroyed by a fire that broke out before dawn."
    story = tell(pile(wages, fire, again, later), 250).story
    assert "fire destroyed" in story.statements[0].text or "destroyed by a fire" in story.statements[0].text


def test_a_story_of_one_origin_has_leads_and_body_only() -> None:
    alone = cluster(tuple(s.text for s in STORY.readings[0].sentences))
    assert {s.role for s in tell(alone, 250).story.statements} <= {"lead", "body"}


@given(st.integers(0, 80))
def test_the_words_never_exceed_the_budget(budget: int) -> None:
    assert sum(count_words(s.text) for s in tell(STORY, budget).story.statements) <= budget


@given(st.lists(st.text(min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=8))
def test_any_text_at_all_makes_a_story(texts: list[str]) -> None:
    story = tell(cluster(tuple(texts)), 250).story
    assert story.headline.strip()
    assert all(s.citations for s in story.statements)


def test_a_pile_of_contested_figures_leaves_a_story_and_takes_no_minutes() -> None:
    """Each report differs from every other in every figure: disagreements are told, and the event too."""
    texts = [
        "\n\n".join(
            f"Officials in Lansk said {10 + (7 * n + 3 * k) % 50} people were hurt at the mill on day {k}."
            for k in range(12)
        )
        for n in range(12)
    ]
    start = time.monotonic()
    story = tell(pile(*texts), 250).story
    assert story.statements
    assert 0 < len(story.disagreements) <= 12
    assert time.monotonic() - start < 20


def test_what_a_reprint_adds_further_down_leads_no_story() -> None:
    told = [
        "The council of Orrin voted on Monday to close the baths in Mill Lane at the end of August.",
        "Nine members were in favour and six against, the clerk Pia Marsh said.",
        "The baths were built in 1962 and have lost 300,000 crowns a year, the treasurer said.",
        "Swimmers had collected 4,100 signatures against the plan since the spring of last year.",
        "Until there are new baths schools will use those in Tarn, 14 kilometres away.",
        "The ride takes half an hour.",
    ]
    added = [*told[:-1], "The ride takes half an hour, parents in Orrin say.", "They plan a march in June."]
    made = make(outlets([" ".join(told), " ".join(added)]), Options(), as_of=NOON)
    assert [source.origin for source in made.sources] == ["O1", "O1"]
    assert made.stories[0].statements[0].text == f"“{told[0]}”"


def test_two_that_name_the_same_few_people_are_one_point_in_few_other_words() -> None:
    hurt = "Ida Holm Brandt, an aide of Tore Lind, was hurt on Quay Street."
    also = "Tore Lind's aide Ida Holm Brandt was wounded on Quay Street."
    story = tell(
        cluster((STORY.readings[0].sentences[0].text, hurt), (STORY.readings[1].sentences[0].text, also)), 250
    )
    told = [s for s in story.story.statements if "Holm" in s.text]
    assert [[c.quote for c in s.citations] for s in told] in ([[hurt, also]], [[also, hurt]])
