"""Campaigns: each attacks one wall for as long as it is told to; the tests run a small part of each.

python -m tests.campaigns.fuzz_sources --minutes 10 --parser html
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))  # where the tests' own helpers are, as under pytest
