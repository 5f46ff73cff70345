"""What is mailed: the brief to a reader, a line where there is nothing new, a word to the owner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from urllib.parse import quote

from briefing.delivery import subject
from briefing.delivery.headers import Header, boxed, dated, listed, ours, worded
from briefing.delivery.message import Part, message
from briefing.render.escape import defang
from briefing.render.mail import mail as mail_text
from briefing.render.wording import date
from briefing.settings import Mailbox, MailSetting, mailbox
from briefing.types import Brief, Letter


def message_id(run: str, mail: MailSetting, recipient: str) -> str:
    """The Message-ID of a run's mail to this reader: the same whenever it is asked for."""
    return _id(run, mailbox(mail.sender), mailbox(recipient))


def brief_letter(
    brief: Brief, run: str, mail: MailSetting, recipient: str, previous: str | None = None
) -> Letter:
    """The brief to one reader, of the run with this identity.

    `previous` is the Message-ID of the mail that this one follows in a thread. Raises DeliveryError
    where the message would not arrive as it was written.
    """
    said = mail_text(brief)
    day = f"{brief.as_of:%Y-%m-%d}"
    attached = [Part("html", said.page, f"brief-{day}.html")] if said.page is not None else []
    if mail.attach:
        attached.append(Part("markdown", said.markdown, f"brief-{day}.md"))
    return _letter(
        run,
        mail,
        recipient,
        (worded("Subject", subject.of_brief(brief)), dated(brief.as_of)),
        (*_thread(previous), *_list(brief.title, mail)),
        (Part("plain", said.markdown), Part("html", said.html)),
        attached,
    )


def nothing_new_notice(
    title: str, moment: datetime, run: str, mail: MailSetting, recipient: str, since: datetime | None = None
) -> Letter:
    """One line to a reader: nothing is new since the last brief."""
    ago = f" since the brief of {date(since)}, {since:%H:%M}" if since else ""
    return _letter(
        run,
        mail,
        recipient,
        (worded("Subject", subject.of_notice(title, moment, "nothing new")), dated(moment)),
        _list(title, mail),
        (Part("plain", f"Nothing new{ago}.\n"),),
    )


def failure_notice(
    title: str, moment: datetime, run: str, mail: MailSetting, owner: str, problems: Sequence[str]
) -> Letter:
    """A short word to the owner: what went wrong, a line each, and that no reader was sent anything."""
    lines = "".join(f"- {defang(problem).strip()}\n" for problem in problems)
    text = (
        f"No brief could be made on {date(moment)} at {moment:%H:%M}, and none was sent.\n\n{lines}\n"
        "`briefing doctor` with the same configuration says what to mend.\n"
    )
    remark = "no brief could be made"
    return _letter(
        f"{run} failure",
        mail,
        owner,
        (worded("Subject", subject.of_notice(title, moment, remark)), dated(moment)),
        (),
        (Part("plain", text),),
    )


def _letter(
    run: str,
    mail: MailSetting,
    recipient: str,
    told: Sequence[Header],
    listing: Sequence[Header],
    alternatives: Sequence[Part],
    attached: Sequence[Part] = (),
) -> Letter:
    sender, reader = mailbox(mail.sender), mailbox(recipient)
    identifier = _id(run, sender, reader)
    headers = (
        boxed("From", sender),
        boxed("To", reader),
        *told,
        ours("Message-ID", identifier),
        *listing,
        ours("Auto-Submitted", "auto-generated"),
    )
    return Letter(identifier, sender.address, reader.address, message(headers, alternatives, attached))


def _id(run: str, sender: Mailbox, reader: Mailbox) -> str:
    named = "\0".join((run, sender.address, reader.address))
    return f"<{sha256(named.encode()).hexdigest()[:32]}@{sender.domain}>"


def _thread(previous: str | None) -> tuple[Header, ...]:
    return (ours("In-Reply-To", previous), ours("References", previous)) if previous else ()


def _list(title: str, mail: MailSetting) -> tuple[Header, ...]:
    """What mail programs file it by, and whom they ask to stop it (RFC 2919, RFC 2369)."""
    sender = mailbox(mail.sender)
    asked = mailbox(mail.unsubscribe) if mail.unsubscribe else sender
    to = f"{quote(asked.local)}@{asked.domain}"
    return (
        listed("List-Id", subject.short(title), mail.list_id or f"{sender.local}.{sender.domain}"),
        ours("List-Unsubscribe", f"<mailto:{to}?subject=unsubscribe>"),
    )
