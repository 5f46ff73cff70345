"""What is no document: stubs, error messages; and text without what no reader sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.clean import clean
from briefing.sources.page.stubs import error_message, stub

PROSE = (
    "The ferry Alma ran aground off Skerry Point on Monday, and 14 people were hurt, officials said. "
    "The operator has not responded to questions about the age of the vessel and of its radar. "
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor said on Monday that the bridge … Subscribe to continue reading.", "subscribers"),
        ("We use cookies to improve this site. Accept all cookies?", "cookies"),
        ("The council met on Monday and decided that… Read more", "teaser"),
        (PROSE * 2, None),
        (PROSE * 40 + "Subscribe to continue receiving our letters.", None),
    ],
)
def test_a_stub_is_known(text: str, told: str | None) -> None:
    why = stub(text)
    assert (why is None) if told is None else (why is not None and told in why)


@pytest.mark.parametrize(
    ("title", "text", "failed"),
    [
        ("Page not found", "Back to the front page", True),
        (None, "Internal Server Error\n", True),
        ("Tide", "This domain is for sale.", True),
        ("503 Service Unavailable", "Try again later.", True),
        ("Just a moment", "captcha", True),
        (None, "It rained.", False),
        ("The page of history that could not be found", PROSE * 2, False),
        ("Alma aground", PROSE, False),
        ("Road closed", "Quay Street is shut until Friday, the council of Harle said.", False),
    ],
)
def test_an_error_message_is_no_document(title: str | None, text: str, failed: bool) -> None:
    assert bool(error_message(title, text)) is failed


def test_clean_text_has_nothing_hidden_and_keeps_its_quotation_marks() -> None:
    assert clean("â€œNo,â€\x9d said\u202e the cap\u00adtain.\u200b \r\n\r\n\r\n “It’s  ﬁne.”") == (
        "“No,” said the captain.\n\n“It’s ﬁne.”"
    )


@given(st.text(max_size=200))
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
