"""The files that come with the code: weights, word lists, style sheets."""

from __future__ import annotations

from pkgutil import get_data  # importlib.resources loads zipfile, too


def packaged(package: str | None, name: str) -> bytes:
    """The file of this name beside a package's modules; `package` is their `__package__`."""
    found = get_data(package or "", name)
    if found is None:  # a loader that cannot read data
        raise FileNotFoundError(name)
    return found
