"""Messages and mailboxes: a letter item by item, without what it quotes."""

from __future__ import annotations

import pytest
from feeds_and_letters import ALMA, LETTER, LONG, MOMENT, VOTE, message

from briefing.sources.mail import read as read_mail
from briefing.sources.mail import read_mailbox


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


@pytest.mark.parametrize(
    "news",
    [
        "Sponsored by two senators, the bill passed on Friday by a vote of 54 to 46 in the upper house.",
        "The money came from our partners in the region, said Ida Orr, who runs the harbour trust.",
    ],
)
def test_news_that_speaks_of_sponsors_and_partners_is_read(news: str) -> None:
    (only,) = read_mail(message(f"<p>{ALMA}</p><p>{news}</p>"), "x")
    assert only.content == f"{ALMA}\n\n{news}"


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


def test_a_sentence_that_begins_like_a_mailbox_line_parts_no_message() -> None:
    """Only behind an empty line, and at the head of the file, does a message begin."""
    line = b"From tide@x Mon Mar  3 07:00:00 2031\n"
    body = message(f"{ALMA}\n{line.decode()}Ends: here", "text/plain").replace(b"\r\n", b"\n")
    (only,) = read_mailbox(line + body, "x")
    assert isinstance(only.content, str)
    assert "Ends: here" in only.content


def test_a_message_within_a_message_is_not_read() -> None:
    inner = message(VOTE, "text/plain").decode()
    raw = (
        "From: a@tide.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/plain\n\n{ALMA}\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
    )
    (only,) = read_mail(raw.encode(), "x")
    assert only.content == ALMA
