"""An address is taken as it goes over the wire, or refused with what is wanted."""

from __future__ import annotations

import pytest

from briefing.settings import Mailbox, mailbox


@pytest.mark.parametrize(
    ("stated", "box"),
    [
        ("ada@example.org", Mailbox("", "ada", "example.org")),
        ("<ada@example.org>", Mailbox("", "ada", "example.org")),
        ('"Desk, Morning" <a.b+c@Example.ORG>', Mailbox("Desk, Morning", "a.b+c", "example.org")),
        ("Bücher <ada@bücher.example>", Mailbox("Bücher", "ada", "xn--bcher-kva.example")),
        ("o'neil@localhost", Mailbox("", "o'neil", "localhost")),
    ],
)
def test_an_address_is_its_name_and_its_ascii(stated: str, box: Mailbox) -> None:
    assert mailbox(stated) == box


@pytest.mark.parametrize(
    ("stated", "wanted"),
    [
        ("ada", "must be an e-mail address"),
        ("@example.org", "must be an e-mail address"),
        ("ada@", "must be an e-mail address"),
        ("a@b@example.org", "must be an e-mail address"),
        ("a..b@example.org", "must be an e-mail address"),
        ("ada@-example.org", "must be an e-mail address"),
        ("ada@example..org", "must be an e-mail address"),
        (f"{'a' * 65}@example.org", "must be an e-mail address"),
        (f"ada@{'a' * 64}.org", "must be an e-mail address"),
        ("adä@example.org", "in ASCII before its @: not every server takes adä"),
        ("ada@straße.example", "domain in ASCII"),
        ("a@example.org, b@example.org", "must be an e-mail address"),
        ("Ada <a@example.org> <b@example.org>", "must be an e-mail address"),
    ],
)
def test_anything_else_is_refused_with_what_is_wanted(stated: str, wanted: str) -> None:
    with pytest.raises(ValueError, match=wanted):
        mailbox(stated)
