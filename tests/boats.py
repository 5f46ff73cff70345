"""A suite of one invented case, with gold, in a folder."""

from __future__ import annotations

from pathlib import Path

D1 = "Ferry aground\n\nFourteen people were hurt. The sea was calm.\n"
D2 = "Ferry hits rocks\n\nSeventeen people were hurt.\n"
CASE = """
title = "A ferry"
markers = ["obey"]
[[documents]]
id = "D1"
source = "Post"
title = "Ferry aground"
date = "2031-03-02T18:30:00Z"
[[documents]]
id = "D2"
source = "Wire"
[[facts]]
id = "F1"
statement = "People were hurt."
importance = "core"
spans = [ { doc = "D1", quote = "Fourteen people were hurt." } ]
[[disagreements]]
id = "X1"
topic = "how many"
kind = "number"
strength = "contradiction"
sides = [
  { position = "14", spans = [ { doc = "D1", quote = "Fourteen people were hurt." } ] },
  { position = "17", spans = [ { doc = "D2", quote = "Seventeen people were hurt." } ] },
]
[[not_disagreements]]
id = "N1"
why = "two headlines"
spans = [ { doc = "D1", quote = "Ferry aground" }, { doc = "D2", quote = "Ferry hits rocks" } ]
"""


def suite_in(folder: Path, more: tuple[str, str] = ("", "")) -> Path:
    """The suite "boats", written there; `more` follows the texts of its two documents."""
    case = folder / "boats" / "ferry"
    case.mkdir(parents=True)
    (case / "case.toml").write_text(CASE)
    (case / "D1.txt").write_text(D1 + more[0])
    (case / "D2.txt").write_text(D2 + more[1])
    return folder / "boats"
