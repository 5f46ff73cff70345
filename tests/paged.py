"""Briefs for the tests of the page: of an example, by a model, of fifty stories, by an enemy."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from golden_brief import BRIEF, FERRY, QUOTED, cite
from program import make

from briefing import render
from briefing.sources import read
from briefing.types import Brief, Document, Position, Source, SourceEntry, Statement, Story

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def made(folder: Path, home: Path) -> Brief:
    """What the program makes of the folder's files without a model."""
    done = make("-f", "json", "--with-text", folder, home=home)
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)["sources"]
    return render.read_brief(done.stdout, {row["sha256"]: row["text"] for row in rows if "text" in row})


def recorded(name: str) -> Brief:
    """The brief of an example that a capable model wrote."""
    folder = EXAMPLES / name
    found = read([str(folder / "sources")], stdin=None)
    texts: Mapping[str, str] = {d.id: d.text for d in found if isinstance(d, Document)}
    return render.read_brief((folder / "recorded.json").read_text(encoding="utf-8"), texts)


@cache
def fifty() -> Brief:
    """Fifty stories of forty long sources: more text than a page may hold."""
    line = "The {n}th lock of the Sedge canal was drained on Monday, its keeper said. "
    filler = "Barges waited below the weir, and nobody could say for how long they would have to. " * 30
    texts = ["\n\n".join(line.format(n=n * 50 + k) + filler for k in range(50)) for n in range(40)]
    documents = [
        Document(Source(f"S{n}", f"Canal Courier {n}", title="Locks drained"), text)
        for n, text in enumerate(texts, start=1)
    ]
    stories = []
    for k in range(50):
        own = documents[k % 40]
        cited = cite(own, line.format(n=(k % 40) * 50 + k).strip())
        told = Statement(f"“{cited.quote}”", "lead", (cited,), QUOTED)
        stories.append(
            Story(
                f"T{k + 1}",
                f"Lock {k} of the Sedge canal is drained",
                (own.source.id,),
                1,
                "extractive",
                (told,),
            )
        )
    entries = tuple(SourceEntry(d.source, "used", d, 900, f"O{n}") for n, d in enumerate(documents, start=1))
    return replace(BRIEF, sources=entries, stories=tuple(stories), also=(), not_covered=())


def hostile() -> Brief:
    """Every text of it is an attack: markup, scripts, turned writing, a word of 10,000 letters."""
    attack = (
        "</script></style></svg>\"'><script>window.hit=1</script><img src=x onerror=window.hit=1>"
        "<svg onload=window.hit=1><a href=javascript:window.hit=1>x</a>"
        "\u202egnitirw denrut\u2066 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 "
        "{{7*7}} <!-- ${window.hit=1} --> " + "W" * 10_000
    )
    source = Source(
        "S1", attack, title=attack, author=attack, url=f'https://enemy.example/"><script>{attack}'
    )
    other = Source("S2", 'x" onfocus="window.hit=1" autofocus="', url="javascript:window.hit=1")
    mine, yours = Document(source, attack), Document(other, f"Not so. {attack}\n\n{attack}")
    first, second = cite(mine, attack), cite(yours, f"Not so. {attack}")
    disagreement = replace(
        FERRY.disagreements[0],
        question=attack,
        positions=(
            Position(attack, (first,), frozenset({"O1"}), FERRY.disagreements[1].positions[0].support),
            Position(f"“{second.quote}”", (second,), frozenset({"O2"}), QUOTED),
        ),
    )
    story = replace(
        FERRY,
        headline=attack,
        statements=(
            Statement(f"“{attack}”", "lead", (first,), QUOTED, attributed_to=attack, via=attack),
            Statement("It was so.", "body", (first, second), QUOTED),
        ),
        disagreements=(disagreement,),
    )
    entries = (SourceEntry(source, "used", mine, 9, "O1", attack), SourceEntry(other, "used", yours, 9, "O2"))
    engine = replace(BRIEF.engine, kind="model", model=attack, host=attack, prompts={attack: attack})
    omissions = tuple(replace(o, what=attack, detail=attack) for o in BRIEF.not_covered)
    return replace(
        BRIEF, title=attack, engine=engine, sources=entries, stories=(story,), also=(), not_covered=omissions
    )
