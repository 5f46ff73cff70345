"""Letters that are forwarded: whose they are, and how deep they lie."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from feeds_and_letters import ALMA, VOTE, message

from briefing.sources.mail import read as read_mail
from briefing.sources.refusal import Refusal

GMAIL = (
    'fyi<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: '
    "<b>Harbour Press</b> &lt;press@harbour.example&gt;<br>Date: Sat, 1 Mar 2031 at 08:55<br>"
    f"Subject: Alma aground<br>To: &lt;hi@tide.example&gt;</div><p>{ALMA}</p></div>"
)
OUTLOOK = f"""See below.

________________________________
From: Harbour Press
Sent: Saturday, March 1, 2031 8:55 AM
To: Tide <hi@tide.example>
Subject: RE: Alma aground

{ALMA}"""
APPLE = "\n> ".join(
    [
        "Begin forwarded message:\n",
        "From: Harbour Press <p@h.example>",
        "Subject: Alma aground",
        "Date: 1 March 2031 at 08:55:00 GMT",
        "",
        ALMA,
    ]
)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (GMAIL, "text/html"),
        (OUTLOOK, "text/plain"),
        (APPLE, "text/plain"),
        (f"{APPLE.partition('From')[0]}From: Ann <a@b.example>\n\n{APPLE}", "text/plain"),
    ],
    ids=["Gmail", "Outlook", "Apple", "twice"],
)
def test_a_letter_that_is_only_forwarded_is_its_own_writers(body: str, kind: str) -> None:
    raw = message(body, kind).replace(b"=?utf-8?q?Tide=3A_two_things?=", b"Fwd: Alma aground")
    (only,) = read_mail(raw, "x")
    assert (only.content, only.name, only.title) == (ALMA, "Harbour Press", "Alma aground")
    assert only.published == datetime(2031, 3, 1, 8, 55, tzinfo=UTC)
    assert only.notes == ("forwarded by Morning Tide",)


@pytest.mark.parametrize(("times", "name", "text"), [(10, "Ann 10", ALMA), (5_000, "Morning Tide", None)])
def test_a_letter_is_followed_through_ten_forwards_and_thousands_leave_the_mailbox_readable(
    times: int, name: str, text: str | None
) -> None:
    marks = [f"---- Forwarded message ----\nFrom: Ann {number}\n\n" for number in range(1, times + 1)]
    (only,) = read_mail(message("".join(marks) + ALMA, "text/plain"), "x")
    assert only.name == name
    assert only.content == (text or Refusal("empty", "no text in the message"))


def test_a_letter_with_news_of_its_own_is_its_senders_and_what_it_forwards_is_none_of_it() -> None:
    (only,) = read_mail(message(GMAIL.replace("fyi", f"<p>{VOTE}</p>")), "x")
    assert (only.content, only.name) == (VOTE, "Morning Tide")


def test_an_answer_to_a_letter_forwards_nothing() -> None:
    raw = message(OUTLOOK, "text/plain").replace(b"=?utf-8?q?Tide=3A_two_things?=", b"Re: Alma aground")
    (only,) = read_mail(raw, "x")
    assert (only.name, only.title, only.notes) == ("Morning Tide", "Alma aground", ())
    assert ALMA not in str(only.content)
