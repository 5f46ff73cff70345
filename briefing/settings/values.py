"""What can be set: one frozen value, complete and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from briefing.settings.model import EXTRACTIVE
from briefing.settings.secret import Secret

MAX_BYTES = 20_000_000
MAX_TEXT_BYTES = 350_000_000
"""A hundred and fifty thousand articles: 100,000 of 243 MB took 1.23 GB of memory, five bytes a byte."""


@dataclass(frozen=True, slots=True)
class SourceSetting:
    """A configured source: a `path` (file, folder, glob; as seen from the current folder) or a `url`.

    `weight` raises or lowers the rank of its stories (1.0: neither); `group` is named beside it; the
    text of a `private` source goes to models on this machine only.
    """

    path: str | None = None
    url: str | None = None
    name: str | None = None
    group: str | None = None
    weight: float = 1.0
    private: bool = False
    allow_private_address: bool = False

    @property
    def argument(self) -> str:
        """The source as it would be named on the command line."""
        return self.path or self.url or ""


@dataclass(frozen=True, slots=True)
class MailSetting:
    """How a brief is sent; `smtp` is smtp://, smtps:// or "sendmail:".

    `attach`: the Markdown as a file, too. `thread`: each mail answers the one before it. `list_id` and
    `unsubscribe` (an address) None are made of the sender.
    """

    sender: str
    to: tuple[str, ...]
    smtp: str
    password: Secret | None = None
    on_failure: str | None = None
    empty: str = "skip"
    attach: bool = False
    thread: bool = False
    list_id: str | None = None
    unsubscribe: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run is told.

    `base_url` None is OpenAI's; `api_key` belongs to it, and is read, from `api_key_place`, only where a
    model is named.
    `since` is what this run was asked (flag or environment); `send_since` the configuration's too,
    for `send` alone. `timezone` None is the machine's. `max_cost` is in US dollars, `timeout` in
    seconds a call (None: the model's `patience`), `max_bytes` the size of one document,
    `max_text_bytes` that of all texts (of files with more, an excerpt is read). `state` None is the
    user's state folder; what is older there than `keep_days` goes, and the oldest beyond
    `keep_megabytes`.
    `idle_key`: a model's key or address is set, but no model is named, so none is used.
    """

    model: str = EXTRACTIVE
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    api_key_place: Secret | None = None
    idle_key: bool = False
    title: str = "Morning brief"
    since: str | None = None
    send_since: str = "last"
    stories: int = 10
    words: int = 1200
    timezone: ZoneInfo | None = None
    mute: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    sources: tuple[SourceSetting, ...] = ()
    max_calls: int | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    max_bytes: int = MAX_BYTES
    max_text_bytes: int = MAX_TEXT_BYTES
    concurrency: int = 4
    timeout: float | None = None
    cache: bool = True
    prompts: Path | None = None
    state: Path | None = None
    keep_days: int = 365
    keep_megabytes: int = 1000
    mail: MailSetting | None = None


DEFAULTS = Settings()
"""What holds where nothing is set."""
