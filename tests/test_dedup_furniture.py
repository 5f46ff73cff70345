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
    Follow her on X @maralind
    This is a breaking story and will be updated.
    Please refresh this page for updates.
    More to follow.
    We will bring you more on this as we get it.
    21:40 That is all from us tonight.
    Here is a quick recap of the day's events.
    Thank you for following along; the live blog is closed.
    Our live coverage has now ended.
    Follow all the live updates here
    FOR IMMEDIATE RELEASE
    EMBARGOED UNTIL 0001 ON MONDAY
    ENDS
    Notes to editors
    Press office: Jon Aske, 0555 010 010
    For interviews please contact Jon Aske on 0555 010 010.
    For media enquiries about the survey, e-mail press@harbour.example
    Forward-looking statements: see the annual report.
    This press release contains forward-looking statements that involve risks.
    Have you been affected by the fog?
    Send us your photos of the storm by WhatsApp.
    Email your views to the desk.
    Jon Aske and The Associated Press contributed to this report.
    Additional reporting by Jon Aske
    This article was amended on 3 March 2031.
    [Ferry fares to rise](https://post.example/fares "Fares")
    [Fares](/fares) | [Storm](/storm)
    ![The ferry](https://post.example/a.jpg)
    [![The ferry](a.jpg)](https://post.example/a)
    https://post.example/fares
    | Fares | 12 | 14 |
    |---|---|
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
    Refresh rates of the screens doubled in 2031.
    The story will be told again in court on Monday.
    Here are the latest figures from the harbour office.
    "Thank you for reading my letter," she told the council.
    We will keep the ferries running, the operator said.
    The press office of the ministry closed on Monday.
    For interviews with the crew the police set aside a week.
    For more information passengers should call 0800 555 019.
    Sponsored by two banks, the race begins on Monday.
    It is Friday that worries the crews, the pilot said.
    Two sailors were reported missing from Port Vell.
    Witnesses contributed to the inquiry.
    Forty new cases of cholera were reported from the northern district.
    Officials from four agencies contributed to the report, which found that the dam was unsafe.
    The report will be updated once the coroner has finished his work.
    The page will be updated daily with the number of cases, the ministry promised.
    We will have more police on the streets tonight.
    We will keep talks open until more hostages are freed.
    It is Wednesday, and the talks have failed.
    Sponsored by two senators
    Contact US officials for a visa, the embassy says.
    Email US officials sent shows they knew of the leak.
    For interviews with the victims the police contact the families first.
    This announcement includes forward-looking commitments on emissions by 2035.
    Investor relations: the two companies split.
    Media office: the army denies the strike on the school.
    This report was first published by the ministry on Monday.
    This article was amended on 3 March 2031 to say that nobody was hurt.
    An earlier version of this article said that two people had died.
    Send your letters by Friday, the post office said.
    [The ferry](https://post.example/a) ran aground on Monday.
    FOR IMMEDIATE RELEASE Sound Lines today announced a new ferry.
    The ferry | a report | ran aground on Monday.
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
    "hostile",
    [
        "https://a" * 4_000 + " x",
        "[a](b) " * 4_000 + "x",
        "a. " * 80,
        "/" * 240,
        "read more " * 24,
        "sign up for " * 20,
        " - " * 80,
        "\x00\ud800",
        "",
    ],
)
def test_hostile_lines_are_told_quickly(hostile: str) -> None:
    started = time.perf_counter()
    is_furniture(hostile)
    assert time.perf_counter() - started < 0.5
