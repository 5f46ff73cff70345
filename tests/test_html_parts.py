"""What the page adds beside the words: voices, strips, who says what, the evidence below a side."""

from __future__ import annotations

import re
from dataclasses import replace

import lxml.html
from golden_brief import BRIEF, FERRY, FOURTEEN, INJURED, POST, SUPPORTED, WIRE, cite
from lxml.html import HtmlElement

from briefing import render
from briefing.render.html.comparison import KINDS
from briefing.render.html.glance import glance
from briefing.render.html.matrix import Matrix, matrix
from briefing.render.html.register import Register
from briefing.render.html.strip import drawn, strip
from briefing.types import Brief, Document, EngineRecord, Kind, Position, Source, SourceEntry, Statement


def reprint(number: int, text: str, status: str = "copy") -> SourceEntry:
    source = Source(f"S{number}", f"Reprinter {number}")
    return SourceEntry(source, status, Document(source, text), 40, "O1")  # type: ignore[arg-type]


REPRINTS = (reprint(5, POST.text.upper()), reprint(6, POST.text), reprint(7, "Other words of it.", "used"))
REPRINTED = replace(BRIEF, sources=(*BRIEF.sources, *REPRINTS))


def tree(brief: Brief) -> HtmlElement:
    return lxml.html.document_fromstring(render.html(brief))


def test_outlets_that_carry_one_text_are_one_voice() -> None:
    """The reprints that have the sentence count as outlets; the one that has other words does not."""
    register = Register.of(REPRINTED)
    assert register.carriers([FOURTEEN]) == ("S1", "S5", "S6")
    assert register.voices([FOURTEEN]) == "3 outlets, 1 origin"
    assert register.voices([FOURTEEN, cite(WIRE, "Officials counted 17 injured.")]) == "4 outlets, 2 origins"
    said = [side.text_content() for side in tree(REPRINTED).find_class("side")]
    assert sum("3 outlets, 1 origin" in side for side in said) == 2
    assert "outlet" not in "".join(side.text_content() for side in tree(BRIEF).find_class("side"))


def test_below_words_of_our_own_stands_the_sentence_nearest_to_them() -> None:
    far = cite(POST, "The ferry Alma ran aground off Skerry Point on Monday.")
    side = Position("Officials spoke of 14 people.", (far, FOURTEEN), frozenset({"O1"}), SUPPORTED)
    injured = replace(INJURED, positions=(side, INJURED.positions[1]))
    quotes = tree(replace(BRIEF, stories=(replace(FERRY, disagreements=(injured,)),))).xpath("//blockquote")
    assert [quote.text_content() for quote in quotes] == ["“Officials said 14 people were hurt.”"]


def test_every_kind_of_disagreement_has_plain_words() -> None:
    assert set(KINDS) == set(Kind.__args__)


def test_a_strip_shows_each_place_that_is_cited_and_says_how_much_that_is() -> None:
    drawing = strip(1000, {3: (100, 200), 4: (150, 300), 9: (999, 1000)}, {4})
    marks = re.findall(r'class="(\w+)" data-cited="(\d)" x="([\d.]+)" width="([\d.]+)"', drawing)
    assert marks == [
        ("told", "3", "60.0", "60.0"), ("told", "9", "597.0", "3.0"), ("disputed", "4", "90.0", "90.0")
    ]  # fmt: skip
    assert drawn(1000, {3: (100, 200), 4: (150, 300)}) == (
        "The brief cites 2 passages of it, 20% of its text, and nothing of its last 70%."
    )
    assert drawn(1000, {}) == "The brief cites nothing of it."
    assert 'aria-label="The brief cites 3 passages of it, 20% of its text."' in drawing


def test_who_says_what_in_columns_of_sentences_and_disagreements() -> None:
    table = Matrix.of(FERRY, Register.of(BRIEF))
    assert table.rows == ("S1", "S2")
    assert [set(column) for column in table.sentences] == [{"S1", "S2"}, {"S1"}, {"S2"}, {"S1"}]
    assert [dict(column) for column in table.disputes] == [{"S1": "one", "S2": "other"}] * 2
    assert table.told == "1 of 4 sentences cites two origins or more."
    assert (table.only("S1"), table.only("S2")) == (2, 1)
    figure = matrix(FERRY, Register.of(BRIEF))
    assert figure.count("<circle") == 5 + 4
    assert "Harbour Post: cited by 3, alone by 2, in 2 disagreements." in figure
    assert matrix(BRIEF.stories[1], Register.of(BRIEF)) == "", "one source has nothing to compare"


def test_reprints_stand_together_under_a_bracket_and_are_no_agreement() -> None:
    told = Statement(
        "It ran aground.", "lead", (FOURTEEN, cite(REPRINTS[1].document, FOURTEEN.quote)), SUPPORTED
    )
    story = replace(FERRY, sources=("S1", "S2", "S6"), statements=(told,), disagreements=())
    table = Matrix.of(story, Register.of(REPRINTED))
    assert table.rows == ("S1", "S6", "S2")
    assert table.told == "0 of 1 sentence cite two origins or more."
    figure = matrix(story, Register.of(REPRINTED))
    assert re.findall(r'class="tie" d="([^"]+)"', figure) == ["M6 8.5H2V25.5H6"], "beside the first two rows"
    assert "; a bracket ties reprints of one text." in figure
    assert 'class="join"' not in figure
    assert 'class="join"' in matrix(FERRY, Register.of(BRIEF))
    assert 'class="tie"' not in matrix(FERRY, Register.of(BRIEF))


def test_a_story_of_many_sources_draws_the_most_cited_and_says_how_many_more_there_are() -> None:
    entries = tuple(reprint(n, f"Line {n}.", "used") for n in range(8, 40))
    story = replace(FERRY, sources=("S1", "S2", *(entry.source.id for entry in entries)))
    figure = matrix(story, Register.of(replace(BRIEF, sources=(*BRIEF.sources, *entries))))
    assert figure.count("<text") == 16
    assert "18 more sources not drawn" in figure
    assert "Harbour Post" in figure
    assert "Kestrel Wire" in figure


def test_the_brief_at_a_glance_counts_origins_agreement_and_disagreement() -> None:
    said = " ".join(lxml.html.fromstring(glance(REPRINTED, Register.of(REPRINTED))).text_content().split())
    assert (
        "6 sources, 3 origins. Harbour Post, Reprinter 5, Reprinter 6 and Reprinter 7 share one text." in said
    )
    assert "1 of 5 sentences cites two origins or more; 2 found in one source only." in said
    assert "2 contradictions." in said
    assert glance(replace(BRIEF, stories=()), Register.of(BRIEF)) == ""


def test_a_source_is_shown_with_what_is_known_of_it() -> None:
    page = tree(REPRINTED)
    imprints = {a.attrib["id"]: a.find_class("imprint")[0].text_content() for a in page.find_class("source")}
    assert imprints["S1"].startswith("Ferry aground · 2 March 2031 · shares its text with Reprinter 5, ")
    assert imprints["S1"].endswith(" · post.example")
    assert imprints["S4"] == "failed · binary data"
    assert imprints["S6"].startswith("copy · shares its text with Harbour Post")


def test_how_it_was_made_is_told() -> None:
    engine = EngineRecord("model", "tide-7b", "127.0.0.1", {"claims": "sha256:ab"})
    usage = replace(BRIEF.usage, calls=7, failed_calls=1, prompt_tokens=4100, cost_usd=None)
    page = tree(replace(BRIEF, engine=engine, usage=usage))
    rows = dict(row.xpath("dt/text()|dd/text()") for row in page.xpath("//section[@id='made']/dl/div"))
    assert rows["model"] == "tide-7b"
    assert rows["prompt: claims"] == "sha256:ab"
    assert rows["calls of a model"] == "7, 1 of them failed"
    assert rows["tokens"] == "4,100 prompt, 0 completion"
    assert rows["cost"] == "not known"
    assert rows["complete"] == "no: see what is not covered"
