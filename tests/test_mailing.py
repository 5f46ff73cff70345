"""The mails of one run: whoever asks again gets the same ids, a notice has one for each day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from golden_brief import BRIEF

from briefing.delivery.mailing import Mailing
from tests.written import MAIL

SEVEN = datetime(2026, 5, 2, 7, tzinfo=UTC)
RUN = Mailing("harl", "Harl", replace(MAIL, empty="notice", on_failure="owner@example.org"), SEVEN, None)


def test_a_notice_asked_for_twice_on_one_day_is_one_mail() -> None:
    noon, next_day = (replace(RUN, as_of=SEVEN + timedelta(hours=h)) for h in (5, 24))
    for told in (Mailing.nothing_new, lambda run: run.failure(["no answer"])):
        ids = [told(run)[0].id for run in (RUN, noon, next_day)]
        assert ids[0] == ids[1] != ids[2]


def test_nobody_is_told_who_did_not_ask() -> None:
    quiet = replace(RUN, mail=replace(MAIL, empty="skip", on_failure=None))
    assert (quiet.nothing_new(), quiet.failure(["no answer"])) == ((), ())


def test_a_brief_follows_the_last_one_where_there_is_a_thread() -> None:
    first = RUN.brief(BRIEF)[0]
    later = replace(RUN, as_of=SEVEN + timedelta(days=1), last=SEVEN, mail=replace(RUN.mail, thread=True))
    apart = replace(later, mail=replace(RUN.mail, thread=False))
    assert f"In-Reply-To: {first.id}".encode() in later.brief(BRIEF)[0].content
    assert b"In-Reply-To" not in apart.brief(BRIEF)[0].content
