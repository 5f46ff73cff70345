"""Groups a corpus: `python -m briefing.scale OUT INPUT...`; docs/scale.md tells what it costs."""

# ruff: noqa: T201 - what it found goes to standard error

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Groups, and says what was found; 1 where the extra or Ray is missing, 2 without anything to read."""
    parser = argparse.ArgumentParser(prog="python -m briefing.scale", description=__doc__)
    parser.add_argument(
        "out", type=Path, help="folder for the stages and the groups; a cut-off run goes on there"
    )
    parser.add_argument("inputs", nargs="+", help="Parquet or JSON Lines files or globs with a column `text`")
    parser.add_argument(
        "--ray", nargs="?", const="", metavar="ADDRESS", help="on Ray: here, or a cluster's address"
    )
    asked = parser.parse_args()
    try:
        from briefing.scale.grouping import group

        found = group(asked.inputs, asked.out, ray=asked.ray or None, cluster=asked.ray is not None)
    except ImportError as missing:  # daft imports Ray only when it is asked for
        what = "ray" if missing.name == "ray" else "'briefing[scale]'"
        print(f"briefing: {missing}; pip install {what} brings it", file=sys.stderr)
        return 1
    except FileNotFoundError as missing:
        print(f"briefing: nothing to read: {missing}", file=sys.stderr)
        return 2
    told = f"{found.documents} documents, {len(found.origins)} origins, {len(found.stories)} stories"
    print(f"{told}: {asked.out / 'grouped'}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
