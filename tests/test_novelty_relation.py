"""How a sentence of today stands to a told one: the same again, another thing in its place, or neither."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from clusters import cluster
from golden_brief import ANSWER, BRIEF, FOURTEEN, NINE, POST, SUNDAY, TOLL, told

from briefing.lines.corpus import Corpus
from briefing.novelty import recount
from briefing.novelty.answers import Answer, reconciled
from briefing.novelty.changed import outdated, superseded
from briefing.novelty.questions import Question, open_questions
from briefing.novelty.relations import Relations
from briefing.novelty.repeated import repeats
from briefing.novelty.scene import Scene
from briefing.novelty.setting import Setting
from briefing.novelty.shown import Shown, position
from briefing.novelty.told import Told
from briefing.types import Change, Document, Earlier, Reading, Sentence, Source, Span

FRIDAY = datetime(2031, 6, 20, 7, tzinfo=UTC)
STORY = Document(
    Source("S1", "Packet", title="Ferry fire off Kelm"),
    "A fire broke out on the ferry Alma off Kelm. The Alma was bound for Kelm. Divers from Kelm "
    "went aboard the Alma.",
)


def compared(told: str, now: str, hours: int = 24) -> Relations:
    """The two sentences in one scene, the second said so many hours after the first."""
    earlier = Earlier(told, FRIDAY, "Packet", "0" * 64, 0, len(told))
    source = Source("S2", "Packet", published=FRIDAY + timedelta(hours=hours))
    sentence = Sentence("S2.0", Span("S2", 0, len(now)), now)
    reading = Reading(Document(source, now), (sentence,))
    scene = Scene([Told(told, earlier, FRIDAY)], [reading], FRIDAY, Setting.of([STORY]))
    return Relations(scene, scene.now, {"S2": "O1"})


CHANGED = [
    ("Twelve people were killed in the fire, police said.", "Police said that 15 people were killed."),
    ("Twelve people were killed.", "The death toll has risen to 15."),
    ("Forty passengers are missing.", "Thirty-one passengers are still missing, the coastguard said."),
    ("The fire destroyed 14 cars on the deck.", "Nineteen cars on the deck were destroyed in the fire."),
    (
        "The owner offered the families 2 million crowns.",
        "The owner raised its offer to the families to 3 million crowns.",
    ),
    ("The harbour of Kelm is closed.", "The harbour of Kelm reopened on Saturday morning."),
    ("The engineer of the Alma was arrested on Thursday.", "The engineer of the Alma has been released."),
    (
        "A stoker of the Alma was badly injured.",
        "The stoker of the Alma who was injured has died in hospital.",
    ),
    ("The inquiry will begin on Monday.", "The inquiry will begin on Thursday."),
    ("Police suspect arson on the ferry.", "Police do not suspect arson on the ferry any more."),
    (
        "Alma Lines, the owner, has not commented.",
        "Alma Lines said that the ferry had passed its inspection in May.",
    ),
]
NOT_CHANGED = [
    pytest.param(
        "About 40 passengers are missing.", "Thirty-eight passengers are missing.", id="an estimate"
    ),
    pytest.param("Some 1,200 people were aboard.", "There were 1,187 people aboard.", id="rounding"),
    pytest.param(
        "Twelve people were killed.", "Two people were killed in a fire in Orrin.", id="another place"
    ),
    pytest.param("Twelve people were killed.", "Three more people were killed.", id="an increment"),
    pytest.param("Twelve people were killed.", "Forty people were injured.", id="another toll"),
    pytest.param("Twelve people were killed.", "Among them were two children.", id="a part"),
    pytest.param(
        "Twelve people were killed.", "In 1964, thirty people were killed on a ferry.", id="another year"
    ),
    pytest.param("The ferry has 200 cabins.", "The ferry has 14 lifeboats.", id="another thing"),
    pytest.param("Fourteen ships searched the sea.", "Three ships left for home.", id="another deed"),
    pytest.param("The ferry burned for nine hours.", "The search took two hours.", id="a duration"),
    pytest.param(
        "The harbour of Kelm is closed.", "The bakery on the quay has opened.", id="another subject"
    ),
]


@pytest.mark.parametrize(("told", "now"), CHANGED)
def test_another_value_or_state_of_one_thing_is_a_change(told: str, now: str) -> None:
    pair = compared(told, now)
    (line,) = pair.scene.now
    assert [then.text for then in outdated(pair, line)] == [told]


@pytest.mark.parametrize(("told", "now"), NOT_CHANGED)
def test_what_only_looks_alike_is_none(told: str, now: str) -> None:
    pair = compared(told, now)
    (line,) = pair.scene.now
    assert outdated(pair, line) == []


@pytest.mark.parametrize(("told", "now"), CHANGED)
def test_what_was_said_before_the_told_one_is_no_change_but_old(told: str, now: str) -> None:
    pair = compared(told, now, hours=-3)
    (line,) = pair.scene.now
    assert outdated(pair, line) == []
    assert superseded(pair, line)


@pytest.mark.parametrize("money", ["crowns", "zloty", "rupees"])
def test_a_sum_that_has_changed_is_named_with_its_currency(money: str) -> None:
    pair = compared(
        f"The owner offered the crew 40,000 {money}.", f"His offer to the crew is 60,000 {money} now."
    )
    (line,) = pair.scene.now
    (then,) = outdated(pair, line)
    assert recount.about(pair.scene, line, then) == f"From 40,000 {money} to 60,000 {money}"


SAME = [
    (
        "Twelve people were killed in the fire on the ferry.",
        "The fire on the ferry killed 12 people, police said.",
    ),
    ("The inquiry will begin on Monday.", "The inquiry will begin on Monday, a spokesman said."),
    ("Divers searched the hull of the Alma on Thursday.", "Divers have searched the hull of the Alma."),
]
MORE = [
    (
        "Twelve people were killed in the fire.",
        "Twelve people were killed in the fire, six of them in their cabins.",
    ),
    ("Twelve people were killed in the fire.", "The captain was killed in the fire."),
    (
        "Divers searched the hull of the Alma on Thursday.",
        "Divers searched the hull of the Alma on Saturday.",
    ),
    ("Police suspect arson on the ferry Alma.", "Police do not suspect arson on the ferry Alma."),
    ("Police suspect that the stoker set the fire.", "The stoker set the fire, police said."),
]


@pytest.mark.parametrize(("told", "now"), SAME)
def test_a_fact_in_other_words_is_told_already(told: str, now: str) -> None:
    pair = compared(told, now)
    assert repeats(pair.scene, pair.scene.now[0])


@pytest.mark.parametrize(("told", "now"), MORE)
def test_a_sentence_that_says_more_or_otherwise_is_new(told: str, now: str) -> None:
    pair = compared(told, now, hours=48)
    assert not repeats(pair.scene, pair.scene.now[0])


def test_a_question_that_a_brief_told_as_settled_is_open_no_more() -> None:
    """Also where no story told it, and where it named but one of the sentences that the question rests on."""
    settled = Change("settled", "How many were hurt", SUNDAY, (told(POST, FOURTEEN.quote),), TOLL.now)
    later = replace(BRIEF, stories=(), changes=(settled,))
    assert [q.text for q in open_questions([later, BRIEF])] == [ANSWER.question]


def test_a_question_that_two_stories_settle_alike_is_told_once() -> None:
    question = Question("How many were hurt", "number", ((Told(NINE.quote, NINE, SUNDAY),),))
    settled = Answer(question, Shown(replace(TOLL, kind="settled"), ()), frozenset({0}), frozenset())
    other = replace(settled, took=frozenset({1}))
    assert [len(story) for story in reconciled([[settled], [settled]])] == [1, 0]
    assert [s.change.kind for story in reconciled([[settled], [other]]) for s in story] == ["continues"] * 2


def test_of_each_source_that_says_it_now_its_first_sentence_is_cited() -> None:
    corpus = Corpus(cluster(("It was 15.",), ("There were 15.", "Fifteen it is.")))
    said = position(corpus.lines, {"S1": "O1", "S2": "O2"})
    assert [c.quote for c in said.citations] == ["It was 15.", "There were 15."]
