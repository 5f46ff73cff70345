"""Whatever words a brief has, the letter holds nothing but what we put there."""

from __future__ import annotations

import email.policy
import re
from dataclasses import replace
from email.parser import BytesParser
from email.utils import getaddresses

import pytest
from golden_brief import BRIEF, FAIRS, FERRY
from hypothesis import example, given
from hypothesis import strategies as st
from written import MAIL, OURS, letter, read

from briefing.delivery import proof
from briefing.delivery.headers import worded
from briefing.delivery.letters import failure_notice
from briefing.errors import DeliveryError
from briefing.types import Omission

PIECES = """Bcc: x@evil.example|=?utf-8?q?a=0D=0ABcc:_x@evil.example?=|=?utf-8?b?DQpCY2M6?=|=?|?=|=0D=0A
é|ü|日本|"|\\|<|>|,|:|;|(|)|.|a|--=_|From |b c|https://evil.example/a"""
UNSEEN = ["\r\n", "\n", "\r", "\t", "\0", "\x85", "\u2028", "\u202e", "\u200b", " ", "\n.\n"]
HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.lists(st.sampled_from([*re.split(r"[|\n]", PIECES), *UNSEEN]), max_size=40).map("".join),
)


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
