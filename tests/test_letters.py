"""A mail says what the brief says, in a message that holds nothing but what we put there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from golden_brief import BRIEF, FAIRS, FERRY
from written import MAIL, OURS, READER, body, content, letter, long_brief, read

from briefing.delivery.letters import failure_notice, message_id, nothing_new_notice
from briefing.delivery.subject import of_brief
from briefing.render import markdown
from briefing.types import EngineRecord


class Words(HTMLParser):
    """The words of a page's body."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.feed(page.partition("</head>")[2])

    def handle_data(self, data: str) -> None:
        self.words += "".join(data.split())


def test_the_headers_are_these_and_no_others() -> None:
    message = read(letter())
    assert message.keys() == OURS
    assert message["From"] == "Morning <brief@example.org>"
    assert message["To"] == READER
    assert message["Subject"] == (
        "Morning brief, 3 March 2031, 2 stories, incomplete: Ferry runs aground off Skerry Point"
    )
    assert message["Date"].datetime == BRIEF.as_of
    assert message["List-Id"] == "Morning brief <brief.example.org>"
    assert message["List-Unsubscribe"] == "<mailto:brief@example.org?subject=unsubscribe>"
    assert message["Auto-Submitted"] == "auto-generated"


def test_the_envelope_is_bare_ascii() -> None:
    mail = replace(MAIL, sender="Bücher <brief@bücher.example>")
    made = letter(mail=mail)
    assert (made.sender, made.recipient) == ("brief@xn--bcher-kva.example", "reader@example.org")
    assert read(made)["From"].addresses[0].display_name == "Bücher"
    assert made.content.isascii()


def test_the_message_id_is_the_runs_and_the_readers() -> None:
    assert letter() == letter()
    assert letter().id == message_id("run 1", MAIL, READER) == read(letter())["Message-ID"]
    assert letter().id.endswith("@example.org>")
    ids = {message_id(run, MAIL, to) for run in ("run 1", "run 2") for to in ("a@b.example", "c@b.example")}
    assert len(ids) == 4


def test_settings_show_in_the_headers() -> None:
    mail = replace(MAIL, list_id="morning.example.org", unsubscribe="Desk <a+b%c@example.org>")
    message = read(letter(mail=mail, previous="<abc@example.org>"))
    assert message["In-Reply-To"] == message["References"] == "<abc@example.org>"
    assert message["List-Id"] == "Morning brief <morning.example.org>"
    assert message["List-Unsubscribe"] == "<mailto:a%2Bb%25c@example.org?subject=unsubscribe>"


def test_the_text_is_the_markdown_and_the_html_says_its_words() -> None:
    whole = replace(BRIEF, sources=BRIEF.sources[:3])
    assert body(letter(whole), "plain") == markdown(whole)
    text = "".join(re.sub(r"(?m)^(#+|-) |(?<!\\)[*<>]", "", markdown(whole)).split()).replace("\\", "")
    assert Words(body(letter(whole), "html")).words == text


def test_the_html_has_its_styles_inline_and_nothing_remote() -> None:
    page = body(letter(), "html")
    assert not re.search(r"<(style|script|link|img|iframe|form)|@import|url\(|src=|\bon\w+=", page)
    assert set(re.findall(r'href="(#c\d+|[^"]+)"', page)) == {"https://post.example/ferry?id=7"} | {
        f"#c{n}" for n in range(1, 10)
    }


def test_lines_are_short_and_quoted_printable() -> None:
    sent = letter(long_brief(3), replace(MAIL, attach=True)).content
    assert max(len(line) for line in sent.split(b"\r\n")) <= 76 + len("boundary")
    assert sent.count(b"Content-Transfer-Encoding: quoted-printable") == 3


def test_the_markdown_comes_as_a_file_where_asked() -> None:
    (attached,) = read(letter(mail=replace(MAIL, attach=True))).iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == ("text/markdown", "brief-2031-03-03.md")
    assert content(attached) == body(letter(), "plain")


def test_the_second_line_says_where_the_model_failed() -> None:
    brief = replace(BRIEF, engine=EngineRecord("model", "tide-7b", fallbacks=3))
    said = "The model failed: 2 stories written without it, 1 story left out."
    assert body(letter(brief), "plain").splitlines()[1] == f"**{said}**"
    assert Words(body(letter(brief), "html")).words.startswith("Morningbrief" + said.replace(" ", ""))
    assert "The model failed" not in body(letter(), "plain")


def test_the_subject_is_short_and_cut_between_words() -> None:
    story = replace(FERRY, headline="Ferry " + "runs aground " * 20)
    subject = of_brief(
        replace(BRIEF, title="A title that goes on " * 9, stories=(story, FAIRS), not_covered=())
    )
    assert subject.startswith("A title that goes on A title that goes…, 3 March 2031, 2 stories: Ferry runs")
    assert subject.endswith(("runs…", "aground…"))
    assert len(subject) <= 100
    assert of_brief(replace(BRIEF, stories=(), not_covered=())) == "Morning brief, 3 March 2031, no stories"


@pytest.mark.parametrize("title", ['"The Morning"', '""', '"The Morning" <brief>'])
def test_a_title_in_quotation_marks_keeps_them(title: str) -> None:
    made = read(letter(replace(BRIEF, title=title)))
    assert made["Subject"].startswith(title + ", ")
    assert made["List-Id"].startswith(title + " <")


def test_the_notices_are_short_and_plain() -> None:
    moment = datetime(2031, 3, 4, 7, 0, tzinfo=UTC)
    quiet = nothing_new_notice("Morning brief", moment, "run 2", MAIL, READER, BRIEF.as_of)
    assert read(quiet)["Subject"] == "Morning brief, 4 March 2031, nothing new"
    assert body(quiet, "plain") == "Nothing new since the brief of 3 March 2031, 07:00.\n"
    failed = failure_notice("Morning brief", moment, "run 2", MAIL, "o@example.org", ["no source\r\nanswers"])
    assert read(failed)["Subject"] == "Morning brief, 4 March 2031, no brief could be made"
    assert "- no source answers\n" in body(failed, "plain")
    assert "List-Id" not in read(failed)
    assert failed.id != quiet.id


def test_a_story_that_no_model_was_to_tell_is_no_failure_of_it() -> None:
    """A private one is told without the model, too."""
    brief = replace(BRIEF, engine=EngineRecord("model", "tide-7b", fallbacks=1))
    said = "The model failed: 1 story written without it."
    assert body(letter(brief), "plain").splitlines()[1] == f"**{said}**"


def test_a_title_without_a_space_is_cut_within_its_word() -> None:
    subject = of_brief(replace(BRIEF, title="Donaudampfschifffahrt" * 4, not_covered=()))
    assert subject.startswith("DonaudampfschifffahrtDonaudampfschifffa…, 3 March 2031")
