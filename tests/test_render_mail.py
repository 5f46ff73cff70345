"""A brief as a mail: styles in each element, the model's failures told first, no path of this machine."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import pytest
from golden_brief import BRIEF, FAIRS, FERRY

from briefing.render.excerpt import excerpt
from briefing.render.mail import mail
from briefing.render.mail_html import mail_html
from briefing.render.page import (
    Address,
    Bullets,
    Comparison,
    Comparisons,
    Emphasis,
    Evidence,
    Heading,
    Number,
    Page,
    Paragraph,
    Quote,
    Strong,
)
from briefing.types import Brief, EngineRecord, Omission

PAGE: Page = (
    Heading(1, " Tides "),
    Heading(2, "Ferry", "T1"),
    Paragraph((Emphasis("Post"), " says: ", Quote("No."), " ", Number(3))),
    Bullets(((Strong("One"),),), "Only here"),
    Comparisons((Comparison("How many", "tension", (("two",), ("three",))),)),
    Evidence(((3, ("Post ", Address("https://a.example/?b&c"))),)),
)


def body(page: Page) -> list[str]:
    """The lines between the tables that hold the column."""
    return mail_html(page, "Tides", "en").splitlines()[12:-4]


def test_each_element_has_its_style_and_each_number_a_name_to_go_to() -> None:
    margin = "margin:0 0 "
    assert body(PAGE) == [
        f'<h1 style="{margin}4px;font-size:26px;line-height:1.2">Tides</h1>',
        '<h2 style="margin:32px 0 8px;font-size:20px;line-height:1.25">Ferry</h2>',
        f'<p style="{margin}14px"><em>Post</em> says: “No.” '
        '<a href="#c3" style="color:inherit;text-decoration:none">[3]</a></p>',
        f'<p style="{margin}6px"><strong>Only here</strong></p>',
        f'<ul style="{margin}14px;padding:0 0 0 22px">',
        f'<li style="{margin}8px"><strong>One</strong></li>',
        "</ul>",
        f'<ul style="{margin}14px;padding:0 0 0 22px">',
        f'<li style="{margin}8px"><strong>How many</strong> (tension):<br>two;<br>three.</li>',
        "</ul>",
        '<div style="font-size:14px;line-height:1.4">',
        f'<p style="{margin}8px"><a name="c3">[3]</a> Post '
        '<a href="https://a.example/?b&amp;c" style="color:inherit">https://a.example/?b&amp;c</a></p>',
        "</div>",
    ]


def test_one_table_holds_the_column_and_the_title_is_escaped() -> None:
    page = lxml.html.document_fromstring(mail_html(PAGE, " Tides & <ebbs>", "en"))
    assert page.findtext(".//title") == "Tides & <ebbs>"
    outer, column = page.iter("table")
    assert (outer.get("width"), column.get("width")) == ("100%", "600")
    assert column.get("style") == "width:100%;max-width:600px"
    cell = column.xpath(".//td/@style")[0]
    for rule in ("padding:16px", "font-size:17px", "overflow-wrap:anywhere"):
        assert rule in cell


@pytest.mark.parametrize(
    ("fallbacks", "stories", "told"),
    [
        (0, (FERRY,), None),
        (1, (FERRY,), "The model failed: 1 story written without it."),
        (2, (FERRY,), "The model failed: 1 story written without it, 1 story left out."),
        (2, (FERRY, FAIRS), "The model failed: 2 stories written without it."),
        (3, (), "The model failed: 3 stories left out."),
    ],
)
def test_where_the_model_failed_the_second_line_says_so(
    fallbacks: int, stories: tuple, told: str | None
) -> None:
    engine = EngineRecord("model", "tide-7b", "h", {}, fallbacks)
    second = mail(replace(BRIEF, engine=engine, stories=stories, also=())).markdown.split("\n")[1]
    assert second == (f"**{told}**" if told else second)
    assert second.startswith("**") is (told is not None)


def with_path(path: str, name: str) -> Brief:
    entry = BRIEF.sources[3]
    source = replace(entry.source, path=path, name=name, note=f"of {path}")
    lost = (
        Omission(f"page 2 of {path}", "unreadable", f"{path} is broken"),
        Omission(f"{path}.txt", "empty", ""),
    )
    return replace(
        BRIEF,
        sources=(*BRIEF.sources[:3], replace(entry, source=source, note=f"see {path}")),
        not_covered=lost,
    )


@pytest.mark.parametrize(("path", "name"), [("/home/ada/in/tide.pdf", "tide.pdf"), ("in/pile/", "pile")])
def test_a_file_goes_by_its_name_alone(path: str, name: str) -> None:
    told = mail(with_path(path, path))
    assert f"page 2 of {name}: could not be read ({name} is broken)" in told.markdown
    for text in (told.markdown, told.html):
        assert path not in text


def test_a_file_in_a_folder_that_is_a_source_too_goes_by_its_own_name() -> None:
    folder, file = "/home/ada/pile", "/home/ada/pile/tide.pdf"
    brief = with_path(file, file)
    other = replace(brief.sources[2], source=replace(brief.sources[2].source, path=folder))
    told = mail(replace(brief, sources=(*brief.sources[:2], other, brief.sources[3])))
    assert "(tide.pdf is broken)" in told.markdown


def test_a_path_without_a_folder_is_a_word_and_stays() -> None:
    assert "page 2 of tide: could not be read (tide is broken)" in mail(with_path("tide", "tide")).markdown


def test_what_the_mail_does_not_hold_comes_as_a_page() -> None:
    many = replace(FERRY, disagreements=FERRY.disagreements[:1] * 5)
    assert mail(replace(BRIEF, stories=(many,))).page is None
    more = replace(FERRY, disagreements=FERRY.disagreements[:1] * 6)
    page = mail(replace(BRIEF, stories=(more,))).page
    assert page is not None
    assert "<script" not in page


def test_an_excerpt_holds_the_first_stories_that_fit_what_they_cite_and_a_pointer() -> None:
    page: Page = (
        Heading(1, "Tides"),
        *(b for n in (1, 2, 3) for b in (Heading(2, f"Story {n}", f"T{n}"), Paragraph((Number(n),)))),
        Heading(2, "Also", "also"),
        Bullets(((Number(4),),)),
        Heading(2, "Evidence", "evidence"),
        Evidence(tuple((n, ("e",)) for n in (1, 2, 3, 4))),
    )
    stories = {"T1", "T2", "T3"}
    assert excerpt(page, stories, lambda _: True) == page

    def held(blocks: int) -> list[object]:
        return [
            b.id if isinstance(b, Heading) else b for b in excerpt(page, stories, lambda p: len(p) <= blocks)
        ]

    two = held(len(page) - 1)
    assert two[:5] == ["", "T1", Paragraph((Number(1),)), "T2", Paragraph((Number(2),))]
    assert "1 more story, and the whole brief" in str(two[5])
    assert two[6:] == [
        "also",
        Bullets(((Number(4),),)),
        "evidence",
        Evidence(((1, ("e",)), (2, ("e",)), (4, ("e",)))),
    ]
    none = held(2)
    assert none[0] == ""
    assert len(none) == 2
    assert "3 more stories" in str(none[1])
