"""Questions read as questions: what a source leaves open, or a clause after "Whether"."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import cluster
from clusters import cluster as story_of

from briefing.lines.corpus import Corpus
from briefing.lines.question import whether

CORPUS = Corpus(
    cluster(
        "Caldrian divers said on Monday that the wreck was found.",
        "The Caldrian coast guard will lift the wreck in May.",
    )
)

QUESTIONS = {
    "Investigators said it was too early to say what had caused the fire.": "What had caused the fire",
    "The ministry declined to say how many shops would close, or when.": "How many shops would close",
    "Investigators are looking at the east stair of the mill.": "Whether investigators are looking at the "
    "east stair of the mill",
    "Caldrian divers have found the wreck of the ferry off Hern.": "Whether Caldrian divers have found the "
    "wreck of the ferry off Hern",
    "Ostrand: The chain will close 90 shops by Easter": "Whether the chain will close 90 shops by Easter",
    "Solm also said that the bridge is closed – ": "Whether Solm said that the bridge is closed",
    "Speaking in Merin, President Solm has signed the fishing treaty.": "Whether President Solm has signed "
    "the fishing treaty",
    "Harbour Business Daily reported via Courier that the league was planning four clubs in May.": "Whether "
    "the league was planning four clubs in May",
    "Vera Hall, a lobbyist, said on Monday that she had been paid by the premier, Otto Lang.": "Whether "
    "she had been paid by the premier",
    "Vera Hall has announced she will lift the wreck of the ferry in May.": "Whether Vera Hall will lift the "
    "wreck of the ferry in May",
    "Prosecutors said that he has killed three women in the Hallow house.": "Whether he has killed three "
    "women in the Hallow house",
    "The ferry Solveig left Orrin without a pilot, the coast guard said on Friday.": "Whether the ferry "
    "Solveig left Orrin without a pilot",
    "She added that the divers could not have seen the wreck.": "Whether the divers could not have "
    "seen the wreck",
    "Divers Monthly has drawn a plan of the wreck.": "Whether Divers Monthly has drawn a plan of the wreck",
    "NATO has rejected a plan for a base in Orrin.": "Whether NATO has rejected a plan for a base in Orrin",
}


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_begins_in_lower_case_unless_with_a_name_and_asks_what_is_open(text: str) -> None:
    assert whether(CORPUS, text) == QUESTIONS[text]


def test_a_capital_of_a_headline_makes_no_name() -> None:
    story = story_of(("Old Bridge Closes", "The road at Kelm was shut."))
    (told,) = story.readings
    head, *rest = told.sentences
    headed = replace(told, sentences=(replace(head, heading=True), *rest))
    assert Corpus(replace(story, readings=(headed,))).proper == {"Kelm"}
