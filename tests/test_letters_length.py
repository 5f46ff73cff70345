"""A brief too long for a mail: cut between stories, the whole of it attached."""

from __future__ import annotations

import re
from dataclasses import replace

from golden_brief import BRIEF, FERRY, INJURED
from written import MAIL, body, letter, long_brief, read

from briefing.render import html
from briefing.render.mail import HTML_BYTES
from briefing.types import Omission, Source, SourceEntry


def test_a_long_brief_is_cut_between_stories_and_comes_as_a_page_too() -> None:
    long = long_brief(120)
    made = letter(long)
    shown = body(made, "html")
    assert len(shown.encode()) < HTML_BYTES
    told = shown.count("Ferry runs aground")
    assert f"too long: {120 - told} more stories, and the whole brief, in the attached page" in shown
    assert "Also reported" in shown
    assert "Not covered" in shown
    assert set(re.findall(r'href="#(c\d+)"', shown)) == set(re.findall(r' name="(c\d+)"', shown))
    (page,) = read(made).iter_attachments()
    assert (page.get_content_type(), page.get_filename()) == ("text/html", "brief-2031-03-03.html")
    assert page.get_content().count("<h2") == html(long).count("<h2")
    assert "<script" not in page.get_content()
    assert body(made, "plain").count("## Ferry runs aground") == 120


def test_where_not_even_one_story_fits_the_pointer_stands_alone() -> None:
    lost = tuple(Omission(f"{'x' * 9000} {n}", "off_window", f"{n}") for n in range(30))
    shown = body(letter(replace(BRIEF, not_covered=lost)), "html")
    assert len(shown.encode()) < HTML_BYTES
    assert "too long: 2 more stories, and the whole brief, in the attached page" in shown


def test_disagreements_that_the_mail_only_counts_come_in_the_page() -> None:
    many = replace(FERRY, disagreements=(INJURED,) * 6)
    made = letter(replace(BRIEF, stories=(many,)))
    assert "1 more disagreement is in the JSON and on the page." in body(made, "html")
    assert [part.get_content_type() for part in read(made).iter_attachments()] == ["text/html"]


def test_no_path_of_this_machine_is_in_the_mail() -> None:
    path = "/home/ada/clients/wire.txt"
    entry = SourceEntry(Source("S9", path, path=path), "failed", note=path)
    lost = Omission(path, "unreadable", f"{path} is gone")
    brief = replace(long_brief(120), sources=(*BRIEF.sources, entry), not_covered=(*BRIEF.not_covered, lost))
    sent = letter(brief, replace(MAIL, attach=True))
    for part in read(sent).walk():
        if not part.is_multipart():
            assert "/home" not in part.get_content()
    assert "wire.txt is gone" in body(sent, "plain")
