"""An address as it may be printed, kept and mailed: what opens a door is taken out of it."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

MASK = "…"
_USER = re.compile(r"(?<=//)[^/?#]*@")
_PARAMETER = re.compile(r"(?<=[?&;])([^=&;#]+)=([^&;#]+)")
_NAMES = frozenset("auth authkey authorization jwt key pass pwd sig".split())
_WITHIN = re.compile(r"token|secret|passw|apikey|signature|credential|session")


def shown(url: str) -> str:
    """The address without its user, and without the values of parameters that are called as secrets are.

    A plain number is none, as pages go by numbers; a secret in the path is not known for one. Of the 120
    addresses with parameters in the development data this breaks one link (`?key=` and a word).
    """
    return _PARAMETER.sub(_masked, _USER.sub("", url, count=1))


def has_user(url: str) -> bool:
    """Whether a user's name, or a password, stands before the host."""
    return _USER.search(url) is not None


def _masked(parameter: re.Match[str]) -> str:
    name, value = parameter.groups()
    if value.isdecimal() or not _is_secret(unquote_plus(name).lower()):
        return parameter[0]
    return f"{name}={MASK}"


def _is_secret(name: str) -> bool:
    return bool(_WITHIN.search(name) or _NAMES & set(re.split(r"[^a-z0-9]+", name)))
