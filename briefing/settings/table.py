"""A table of keys and values, from wherever it comes, becomes checked values or a UsageError."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from briefing.errors import UsageError
from briefing.settings.checks import Base
from briefing.settings.keys import MAIL, PLACES, SETTINGS, SOURCE, Key
from briefing.settings.model import EXTRACTIVE
from briefing.settings.secret import Secret
from briefing.settings.values import MailSetting, SourceSetting


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The file that a table stands in, and whether it was merely found in the current folder."""

    name: str
    base: Base
    found: bool = False

    def refuse(self, key: str) -> UsageError:
        """The error of a key that a found file may not set."""
        return UsageError(
            f"{self.name}: a file that is only found in the current folder may not set {key}; "
            f"if you trust it, name it: -c {self.name}"
        )


def settings(table: Mapping[str, object], origin: SettingsFile) -> dict[str, Any]:
    """The checked values of a whole configuration file."""
    plain = {key: value for key, value in table.items() if key not in {"sources", "mail"}}
    values = checked(plain, SETTINGS, origin, also=("sources", "mail"))
    if origin.found and values.get("model", EXTRACTIVE) != EXTRACTIVE:
        raise origin.refuse(f"a model other than {EXTRACTIVE}")
    if "sources" in table:
        values["sources"] = _sources(table["sources"], origin)
    if "mail" in table:
        values["mail"] = _mail(table["mail"], origin)
    return values


def checked(
    table: Mapping[str, object],
    keys: Mapping[str, Key],
    origin: SettingsFile,
    *,
    where: str = "",
    also: Iterable[str] = (),
) -> dict[str, Any]:
    """Each value in its final form; the three places of a secret become one Secret.

    `where` stands before a key in messages; `also` are keys known besides, for the nearest one.
    """
    values: dict[str, Any] = {}
    for name, value in table.items():
        if name not in keys:
            nearest, at = _nearest(name, [*keys, *also]), where.replace(".", ": ")
            raise UsageError(f"{origin.name}: {at}unknown key {name}; did you mean {nearest}?")
        if keys[name].trusted and origin.found:
            raise origin.refuse(where + name)
        values[name] = value_of(keys[name], value, f"{origin.name}: {where}{name}", origin.base)
    return _with_secret(values, origin)


def value_of(key: Key, value: object, place: str, base: Base) -> Any:
    """The value in its final form; an error begins with its place."""
    try:
        return key.check(value, base)
    except ValueError as error:
        raise UsageError(f"{place} {error}") from error


def _with_secret(values: dict[str, Any], origin: SettingsFile) -> dict[str, Any]:
    for name in ("api_key", "password"):
        places = {place: values.pop(f"{name}_{place}") for place in PLACES if f"{name}_{place}" in values}
        if len(places) > 1:
            raise UsageError(f"{origin.name}: give one of {', '.join(f'{name}_{place}' for place in places)}")
        if places:
            values[name] = Secret(**places)
    return values


def _sources(tables: object, origin: SettingsFile) -> tuple[SourceSetting, ...]:
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{origin.name}: sources must be tables, each under [[sources]]")
    return tuple(_source(table, number, origin) for number, table in enumerate(tables, start=1))


def _source(table: Mapping[str, object], number: int, origin: SettingsFile) -> SourceSetting:
    where = f"sources {number}"
    values = checked(table, SOURCE, origin, where=f"{where}: ")  # first: it names a key that is mistyped
    if ("path" in values) == ("url" in values):
        raise UsageError(f"{origin.name}: {where} must have either a path or a url")
    return SourceSetting(**values)


def _mail(table: object, origin: SettingsFile) -> MailSetting:
    if origin.found:
        raise origin.refuse("mail")
    if not isinstance(table, dict):
        raise UsageError(f"{origin.name}: mail must be a table, under [mail]")
    values = checked(table, MAIL, origin, where="mail.")
    if missing := [key for key in ("from", "to", "smtp") if key not in values]:
        raise UsageError(f"{origin.name}: mail has no {missing[0]}")
    return MailSetting(sender=values.pop("from"), **values)


def _nearest(name: str, known: Iterable[str]) -> str:
    return max(known, key=lambda key: SequenceMatcher(None, name.lower(), key).ratio())
