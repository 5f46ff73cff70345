"""A mail says what the brief says, in a message that holds nothing but what we put there."""

from __future__ import annotations

import email.policy
import re
from dataclasses import replace
from datetime import UTC, datetime
from email.parser import BytesParser
from email.utils import getaddresses
from html.parser import HTMLParser

import pytest
from golden_brief import BRIEF, FAIRS, FERRY
from hypothesis import example, given
from hypothesis import strategies as st
from written import MAIL, READER, body, content, letter, long_brief, read

from briefing.delivery import proof
from briefing.delivery.headers import worded
from briefing.delivery.letters import failure_notice, message_id, nothing_new_notice
from briefing.delivery.subject import of_brief
from briefing.errors import DeliveryError
from briefing.render import markdown
from briefing.types import EngineRecord, Omission

OURS = ["From", "To", "Subject", "Date", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted"]


OURS += ["MIME-Version", "Content-Type"]


PIECES = """Bcc: x@evil.example|=?utf-8?q?a=0D=0ABcc:_x@evil.example?=|=?utf-8?b?DQpCY2M6?=|=?|?=|=0D=0A
é|ü|日本|"|\\|<|>|,|:|;|(|)|.|a|--=_|From |b c|https://evil.example/a"""


UNSEEN = ["\r\n", "\n", "\r", "\t", "\0", "\x85", "\u2028", "\u202e", "\u200b", " ", "\n.\n"]
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.lists(st.sampled_from([*re.split(r"[|\n]", PIECES), *UNSEEN]), max_size=40).map("".join),
)


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


@example(title="x" * 10_000, headline="ü" * 10_000, name="日本" * 500)
@example(title="\r\nBcc: x@evil.example" * 500, headline="=?utf-8?q?=0D=0ABcc:?=" * 500, name="a, b" * 99)
@given(title=HOSTILE, headline=HOSTILE, name=HOSTILE.map(lambda text: re.sub(r"[<>@\n\r]", "", text)))
def test_whatever_the_words_the_headers_are_ours(title: str, headline: str, name: str) -> None:
    source = replace(BRIEF.sources[0].source, name=title, title=headline)
    brief = replace(
        BRIEF,
        title=title,
        stories=(replace(FERRY, headline=headline), FAIRS),
        sources=(replace(BRIEF.sources[0], source=source), *BRIEF.sources[1:]),
        not_covered=(Omission(title, "unreadable", headline),),
    )
    made = letter(brief, replace(MAIL, sender=f"{name}<brief@example.org>"))
    message = read(made)
    assert message.keys() == OURS
    to = made.content.partition(b"\r\nTo: ")[2].partition(b"\r\n")[0].decode()
    assert getaddresses([to]) == [("Ada Reader", "reader@example.org")]
    assert [box.addr_spec for box in message["From"].addresses] == ["brief@example.org"]
    kinds = [part.get_content_type() for part in message.walk()]
    apart = ["multipart/alternative", "text/plain", "text/html"]
    assert kinds in (apart, ["multipart/mixed", *apart, "text/html"])  # the whole page, where it is long
    assert not message.defects
    assert max(len(line) for line in made.content.split(b"\r\n")) < 998
    notice = failure_notice(title, BRIEF.as_of, "run", MAIL, "o@example.org", [title, headline])
    assert read(notice).keys() == [n for n in OURS if not n.startswith("List-")] + [
        "Content-Transfer-Encoding"
    ]


@given(HOSTILE)
def test_the_subject_comes_back_as_it_was_written(text: str) -> None:
    header = worded("Subject", text)
    message = BytesParser(policy=email.policy.default).parsebytes(header.lines.encode() + b"\r\n")
    assert message.keys() == ["Subject"]
    assert message["Subject"] == header.text


def test_a_message_that_would_say_something_else_is_not_sent() -> None:
    forged = letter().content.replace(b"To: ", b"Bcc: x@evil.example\r\nTo: ", 1)
    headers = [worded("Subject", "a")]
    for wrong in (forged, b"Subject: b\r\n\r\n", b"Subject: a\n\n", b"Subject: a\r\n\r\n" + b"x" * 999):
        with pytest.raises(DeliveryError, match="would not arrive as it was written"):
            proof.prove(wrong, headers, [("plain", "", wrong.partition(b"\r\n\r\n")[2].decode())])
