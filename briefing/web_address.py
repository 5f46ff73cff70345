"""An http(s) address: which server it names, and whether it can be asked at all."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def parts(url: str) -> SplitResult | None:
    """The parts of an http(s) address that names a host; None for any other text."""
    try:
        found = urlsplit(url)
        sound = found.scheme in {"http", "https"} and found.hostname and found.port != 0
    except ValueError:  # a bracket that is not closed, a port that is no number
        return None
    return found if sound else None
