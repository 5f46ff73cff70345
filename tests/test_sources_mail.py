"""Messages and mailboxes: a letter item by item, without what it quotes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from feeds_and_letters import ALMA, LETTER, LONG, MOMENT, VOTE, message

from briefing.sources.mail import read as read_mail
from briefing.sources.mail import read_mailbox
from briefing.sources.refusal import Refusal


def test_a_letter_of_several_items_is_several_documents_of_one_sender() -> None:
    first, second = read_mail(message(LETTER), "x")
    assert (first.content, second.content) == (ALMA, VOTE)
    assert (first.title, second.title) == ("Ferry aground", "Council votes")
    assert (first.name, first.key, first.url) == (
        "Morning Tide",
        "abc@tide.example#1",
        "https://tide.example/ferry",
    )
    assert first.published == second.published == MOMENT


def test_a_short_item_among_others_is_a_document_and_a_greeting_is_none() -> None:
    short = "A bus burned out in Harle on Friday, and its driver was taken to hospital, police said."
    letter = LETTER.replace(
        "<h2>Council", f"<h2>Bus burns</h2><p>{short}</p><h2>Hello</h2><p>Read on.</p><h2>Council"
    )
    assert [e.content for e in read_mail(message(letter), "x")] == [ALMA, short, VOTE]


def test_a_letter_with_one_long_item_and_several_short_ones_is_several_documents() -> None:
    short = [
        f"The bus to {place} burned out on Friday, and its driver was hurt, police said on {day}."
        for place, day in (("Harle", "Sunday"), ("Skerry", "Monday"))
    ]
    letter = f"<h2>Ferry</h2><p>{ALMA}</p><h2>Bus</h2><p>{short[0]}</p><h2>Again</h2><p>{short[1]}</p>"
    assert [e.content for e in read_mail(message(letter), "x")] == [ALMA, *short]


def test_what_a_sponsor_says_is_none_of_it() -> None:
    sponsor = "<p>Our sponsor: Gilt Trust. Invest in gold today and get five per cent back.</p>"
    letter = LETTER.replace("<p>You are", f"{sponsor}<p>You are")
    assert [e.content for e in read_mail(message(letter), "x")] == [ALMA, VOTE]


def test_what_is_attached_is_not_read_and_named() -> None:
    body = (
        f"--b\r\nContent-Type: text/plain\r\n\r\n{ALMA}\r\n--b\r\nContent-Type: application/pdf\r\n"
        'Content-Disposition: attachment; filename="report.pdf"\r\n\r\nx\r\n--b--'
    )
    (only,) = read_mail(message(body, "multipart/mixed; boundary=b"), "x")
    assert only.content == ALMA
    assert only.notes == ("1 attachment not read: report.pdf",)


def test_a_plain_message_is_one_document_without_what_it_quotes() -> None:
    body = f"{ALMA}\r\n\r\nOn Sun, 1 Mar 2031, Otto wrote:\r\n> Was there a ferry?\r\n> Yes.\r\n"
    (only,) = read_mail(message(body, "text/plain"), "x")
    assert only.content == ALMA
    assert only.title == "Tide: two things"


def test_a_sender_in_groups_within_groups_is_nobody_and_the_letter_is_read() -> None:
    raw = f"From: {'a:' * 5_000}\r\nSubject: Ferry\r\n\r\n{LONG}".encode()
    (letter,) = read_mail(raw, "a.eml")
    assert (letter.name, letter.title, letter.content) == (None, "Ferry", LONG)


def parts(plain: str, markup: str) -> bytes:
    """A message of both."""
    body = "".join(
        f"--b\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{text}\r\n"
        for kind, text in (("plain", plain), ("html", markup))
    )
    return message(f"{body}--b--", "multipart/alternative; boundary=b")


@pytest.mark.parametrize(
    "stub",
    [
        "<p>Please view this mail in your browser</p>",
        "<p>The pictures of this letter are not shown. Allow them above.</p>",
        "<b>" * 50_000,
    ],
    ids=["browser", "pictures", "too deep"],
)
def test_a_message_whose_html_is_a_stub_is_its_plain_text(stub: str) -> None:
    (only,) = read_mail(parts(f"{ALMA}\n\n{VOTE}", stub), "x")
    assert only.content == f"{ALMA}\n\n{VOTE}"


def test_short_html_that_says_what_the_plain_text_says_is_the_letter() -> None:
    (only,) = read_mail(
        parts("The ferry <https://tide.example/alma> is late.", "<p>The ferry is late.</p>"), "x"
    )
    assert only.content == "The ferry is late."


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


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("Snapshot-Content-Location", "Content-ID: <a>"),
        ("X-Saved", "Content-Location: https://vane.example/alma"),
    ],
)
def test_a_page_saved_as_a_message_is_that_page(head: str, part: str) -> None:
    raw = (
        f"From: <Saved by Blink>\r\n{head}: https://vane.example/alma\r\nSubject: Alma\r\n"
        "Date: Sun, 02 Mar 2031 18:30:00 +0100\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n{part}\r\n\r\n"
        f"<html><head><title>Alma aground</title></head><body><article><p>{ALMA}</p><p>{VOTE}</p></article>"
        "</body></html>\r\n--b--\r\n"
    ).encode()
    (only,) = read_mail(raw, "three.mhtml")
    assert (only.name, only.url) == (None, "https://vane.example/alma")
    assert (only.title, only.content, only.published) == ("Alma aground", f"{ALMA}\n\n{VOTE}", None)


def test_flowed_lines_run_on() -> None:
    body = "The ferry Alma \r\nran aground.\r\n"
    (only,) = read_mail(message(body, "text/plain; format=flowed"), "x")
    assert only.content == "The ferry Alma ran aground."


def test_a_mailbox_is_cut_at_its_from_lines_only() -> None:
    post = b"From a@b Mon Mar  3 10:00:00 2031\n"
    body = f"{ALMA}\nFrom Monday on, Mon Mar  3 10:00:00 2031 is the date.\n"
    box = post + message(body, "text/plain") + b"\n" + post + message(LETTER)
    assert [e.title for e in read_mailbox(box, "x")] == ["Tide: two things", "Ferry aground", "Council votes"]
