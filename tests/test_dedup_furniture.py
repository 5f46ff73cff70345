"""What is left out as page furniture, and what is news about it."""

from __future__ import annotations

import time

import pytest

from briefing.dedup.furniture import LONGEST, is_furniture


@pytest.mark.parametrize(
    "line",
    """
    Advertisement
    - ADVERTISEMENT -
    Want more stories like this from the Harbour Post?
    Hit the follow button above for more of the news you need.
    Sign up for our newsletter
    Sign up for our newsletter to get the day's top stories in your inbox each morning.
    Subscribe to The Harbour Post's newsletter
    Read more:
    Read more: Ferry aground off Port Vell
    Also read: Letter From the Editor: Why We Print the Tide Tables
    Related articles
    RELATED: How the ferry ran aground
    Share this article
    Share on Facebook
    Follow us on
    Follow us on Facebook, X and Instagram for the latest news.
    Mara Lind/Getty Images
    (Photo by Mara Lind/Getty Images)
    Image source, Getty Images
    Continue reading
    Story continues below advertisement
    All rights reserved.
    Copyright 2024 Harbour Post Ltd. All rights reserved.
    © 2024 Harbour Post
    View this email in your browser
    Comments
    12 Comments
    Click here to subscribe
    This website uses cookies to improve your experience.
    By continuing to browse you agree to our use of cookies.
    Accept all cookies
    Unsubscribe
    (Reporting by Mara Lind; Editing by Jon Aske)
    Scroll down for video
    """.strip().splitlines(),
)
def test_a_line_that_speaks_to_the_visitor_is_furniture(line: str) -> None:
    assert is_furniture(line.strip())


@pytest.mark.parametrize(
    "sentence",
    """
    Advertisement spending in Port Vell fell by 4 percent last year.
    The harbour's newsletter asked residents to sign up for our cause.
    Sign up for the scheme opened on Monday, the ministry said in its newsletter.
    Register for our new briefing, the mayor told residents.
    Getty Images sued the museum over two photographs.
    Cookies are baked in the old customs house.
    The site uses cookies to track visitors without consent, the regulator found.
    By using cookies, the company tracked millions of users.
    Copyright law was changed in 2024.
    Comments by the minister drew anger.
    Related charges were dropped.
    Read more books, the teacher told her pupils.
    Follow us to the border, the smugglers told them.
    Share prices rose in early trade.
    Click here to pay, the fraudulent message said.
    Continue reading to your children, the charity advised.
    Most read the verdict as a defeat.
    Supported by two banks, the ferry line survived.
    Source: police in Port Vell said 40 were rescued.
    Photo: the ferry Aurora on the rocks at dawn
    """.strip().splitlines(),
)
def test_news_about_such_things_is_read(sentence: str) -> None:
    assert not is_furniture(sentence.strip())


def test_typographic_variants_match() -> None:
    assert is_furniture("Don’t miss")
    assert is_furniture("Read\u00a0more »")


def test_long_text_is_never_furniture() -> None:
    assert not is_furniture("Read more: " + "a" * LONGEST)


@pytest.mark.parametrize(
    "hostile", ["/" * 240, "read more " * 24, "sign up for " * 20, " - " * 80, "\x00\ud800", ""]
)
def test_hostile_lines_are_told_quickly(hostile: str) -> None:
    started = time.perf_counter()
    is_furniture(hostile)
    assert time.perf_counter() - started < 0.5
