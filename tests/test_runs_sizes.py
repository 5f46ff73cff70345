"""Texts of any length, many files, bytes of any kind: a run ends, in bounded time."""

from __future__ import annotations

import contextlib
import io
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runs import STORIES, Outcome, Program, assert_sound

from briefing.cli.main import main

NEWS = STORIES["ferry-a.txt"]
OTHER = STORIES["ferry-b.txt"]


MILLION = 1_000_000
LONG = {
    "one sentence": "The officials " + "said on the river that the water rose " * (MILLION // 38) + ".",
    "one word": "a" * MILLION,
    "one number": "1" * (MILLION // 4),
    "one quotation": "“" + "word " * (MILLION // 5),
    "commas": "1," * (MILLION // 10),
    "dots": "." * (MILLION // 4),
    "brackets": "(" * (MILLION // 4),
    "spaces": "Officials" + " " * MILLION + "said that 14 people were hurt.",
    "10,000 sentences": " ".join(
        f"Inspector Ana Roy{n} said on Monday that {n} people of Town{n} left." for n in range(10_000)
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_a_text_of_any_length_is_read_in_bounded_time(program: Program, name: str) -> None:
    program.write({"long.txt": LONG[name], "news.txt": NEWS})
    start = time.process_time()
    made = program.make()
    seconds = time.process_time() - start
    assert_sound(program, made)
    assert seconds < 20, f"{seconds:.1f} s of processor time"


def test_two_thousand_small_files_are_read_in_bounded_time(program: Program) -> None:
    program.write({f"{n}.txt": f"Officials in Town{n} said that {n} people were hurt." for n in range(2_000)})
    start = time.process_time()
    made = program.make()
    assert time.process_time() - start < 20
    assert_sound(program, made)
    assert len(made.brief["sources"]) == 2000


def quietly(*arguments: str) -> Outcome:
    """The program without pytest's capture, which Hypothesis would share between examples."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    assert isinstance(out.buffer, io.BytesIO)
    return Outcome(code, out.buffer.getvalue().decode(), err.getvalue())


WORDS = st.sampled_from(
    'said "14 people“ were ”hurt. U.S. $5 million on Monday not denied, Mr Smith’s 3.5% — \n\n # - 1. \r\n '
    "( ) \u2028 \ufeff \0 e\u0301 \U0001f525 ½ 10:30 14/6 the ﬁre of Alma?! ... 'twas “”".split(" ")
)


@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.lists(WORDS, max_size=60).map(lambda words: " ".join(words).encode()),
    )
)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_of_a_file_break_a_run(program: Program, raw: bytes) -> None:
    (program.folder / "a.txt").write_bytes(raw)
    program.write({"b.txt": OTHER})
    alone, made = quietly("make", "a.txt"), quietly("make", "a.txt", "b.txt", "-f", "json", "--with-text")
    assert alone.code in (0, 1, 3)
    assert "defect" not in alone.err + made.err
    assert made.code in (0, 3)
    brief = made.brief
    texts = {source["id"]: source.get("text") for source in brief["sources"]}
    for citation in brief["citations"].values():
        assert texts[citation["source"]][citation["start"] : citation["end"]] == citation["quote"]
    (program.folder / "b.json").write_text(made.out, encoding="utf-8", newline="")
    checked = quietly("check", "b.json")
    assert checked.code == 0, checked.out
