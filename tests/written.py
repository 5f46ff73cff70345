"""A letter with a brief, and how it is read."""

from __future__ import annotations

import email.policy
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser

from golden_brief import BRIEF, FERRY

from briefing.delivery.letters import brief_letter
from briefing.settings import MailSetting
from briefing.types import Brief, Letter

MAIL = MailSetting("Morning <brief@example.org>", ("reader@example.org",), "sendmail:")
READER = "Ada Reader <reader@example.org>"
OURS = "From To Subject Date Message-ID List-Id List-Unsubscribe Auto-Submitted".split()
OURS += "MIME-Version Content-Type".split()
"""The headers of a letter, in their order, and no others."""


def read(letter: Letter) -> EmailMessage:
    """The message as Python's modern parser, which did not build it, reads it."""
    message = BytesParser(policy=email.policy.default).parsebytes(letter.content)
    assert isinstance(message, EmailMessage)
    return message


def body(letter: Letter, kind: str) -> str:
    part = read(letter).get_body((kind,))
    assert part is not None
    return content(part)


def content(part: MIMEPart) -> str:
    text = part.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n")


def letter(brief: Brief = BRIEF, mail: MailSetting = MAIL, **more: str) -> Letter:
    return brief_letter(brief, "run 1", mail, READER, **more)


def long_brief(stories: int) -> Brief:
    return replace(BRIEF, stories=tuple(replace(FERRY, id=f"T{n}") for n in range(1, stories + 1)))
