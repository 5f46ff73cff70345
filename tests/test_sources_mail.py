"""Messages and mailboxes: a letter item by item, without what it quotes."""

from __future__ import annotations

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


def test_a_message_that_only_forwards_is_what_it_forwards() -> None:
    body = (
        f"fyi\n\n---------- Forwarded message ----------\nFrom: Wire <w@x.example>\nSubject: Alma\n\n{ALMA}\n"
    )
    (only,) = read_mail(message(body, "text/plain"), "x")
    assert only.content == ALMA


def test_flowed_lines_run_on() -> None:
    body = "The ferry Alma \r\nran aground.\r\n"
    (only,) = read_mail(message(body, "text/plain; format=flowed"), "x")
    assert only.content == "The ferry Alma ran aground."


def test_a_mailbox_is_cut_at_its_from_lines_only() -> None:
    post = b"From a@b Mon Mar  3 10:00:00 2031\n"
    body = f"{ALMA}\nFrom Monday on, Mon Mar  3 10:00:00 2031 is the date.\n"
    box = post + message(body, "text/plain") + b"\n" + post + message(LETTER)
    assert [e.title for e in read_mailbox(box, "x")] == ["Tide: two things", "Ferry aground", "Council votes"]
