"""Source text counted as it goes out: each time it is sent, and each time no cache can have it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing import tokens
from briefing.evaluation.sending import Sending, sending
from briefing.types import Message, Request

HELD, ROSE = "The dam at Orrin held.", "Water rose to 41 metres."
ONE, OTHER = tokens.count(HELD), tokens.count(ROSE)


def asked(user: str, system: str = "Rules.") -> Request:
    return Request("claims", (Message("system", system), Message("user", user)), {}, 100)


def test_a_text_sent_once_is_fresh() -> None:
    assert sending([asked(f"1| {HELD}\n2| {ROSE}\nTask: list.")], [HELD, ROSE]) == Sending(
        ONE + OTHER, ONE + OTHER, ONE + OTHER
    )


def test_what_an_earlier_request_began_with_is_not_fresh() -> None:
    first, second = asked(f"1| {HELD}\n2| {ROSE}\nTask: list."), asked(f"1| {HELD}\n2| {ROSE}\nTask: doubt.")
    found = sending([first, second], [HELD, ROSE])
    assert (found.sent, found.fresh) == (2 * (ONE + OTHER), ONE + OTHER)
    assert (found.times, found.fresh_times) == (2, 1)


def test_a_prefix_ends_where_the_requests_part() -> None:
    found = sending([asked(f"1| {HELD} 2| {ROSE}"), asked(f"1| {HELD} 5| {ROSE}")], [HELD, ROSE])
    assert (found.sent, found.fresh) == (2 * (ONE + OTHER), ONE + 2 * OTHER)


def test_other_rules_share_nothing() -> None:
    found = sending([asked(HELD), asked(HELD, system="Others.")], [HELD])
    assert (found.sent, found.fresh) == (2 * ONE, 2 * ONE)


def test_a_second_asking_sends_it_all_again_behind_the_first() -> None:
    first = asked(f"1| {HELD}")
    more = (Message("assistant", "no"), Message("user", "Once more."))
    again = Request("claims", (*first.messages, *more), {}, 100)
    assert sending([first, again], [HELD]) == Sending(ONE, 2 * ONE, ONE)


def test_line_breaks_and_copies_within_the_sources_do_not_count_twice() -> None:
    assert sending([asked(HELD)], ["The dam\nat Orrin  held.", HELD]) == Sending(ONE, ONE, ONE)


def test_a_sentence_within_a_longer_one_is_the_longer_one() -> None:
    longer = f"{HELD[:-1]} all night."
    assert sending([asked(longer)], [HELD.rstrip("."), longer]).sent == tokens.count(longer)


def test_a_sentence_of_a_word_or_two_is_not_looked_for() -> None:
    assert sending([asked("No. No, sir.")], ["No.", "No, sir."]) == Sending(0, 0, 0)
    assert sending([], []).times is None


@given(st.lists(st.lists(st.sampled_from([HELD, ROSE]), max_size=4), max_size=5))
def test_what_is_sent_is_what_stands_in_the_requests_and_never_less_than_what_is_fresh(
    rows: list[list[str]],
) -> None:
    found = sending([asked("\n".join(row)) for row in rows], [HELD, ROSE])
    assert found.sent == sum(tokens.count(text) for row in rows for text in row)
    assert found.fresh <= found.sent
