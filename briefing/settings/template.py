"""A configuration file to begin with: its sources, and every other key commented out with a line on each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefing.settings.keys import MAIL, SETTINGS, SOURCE, Key
from briefing.settings.model import TIMEOUT, TIMEOUT_HERE
from briefing.settings.values import DEFAULTS, SourceSetting

_COLUMN = 42
_HEAD = """\
# The configuration of a brief. Its name goes after -c: briefing make -c FILE
# A key behind a # shows its default, or an example where the default is nothing; remove the # to set it.
# Paths are relative to this file. Where a briefing.toml is merely found in the current folder, without -c, it
# may not set what is marked (-c), nor a model other than extractive."""
_MAIL_HEAD = "# How `briefing send` mails it (-c). The password stays out of this file."
_SOURCES_HEAD = "# What is read, in this order: each a table of its own, with either a path or a url."


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    value: object
    why: str


_SETTINGS = (
    _Line("title", DEFAULTS.title, "stands above the brief"),
    _Line("model", DEFAULTS.model, 'no model; or a name served at base_url, or "gguf:/path/model.gguf"'),
    _Line("base_url", "http://127.0.0.1:8080/v1", "where it is served; else OpenAI's"),
    _Line("api_key_env", "OPENAI_API_KEY", "has the key; or api_key_file, api_key_command"),
    _Line("since", DEFAULTS.send_since, 'for `briefing send`: "last" sent, "24h", "7d" or a date'),
    _Line("stories", DEFAULTS.stories, "told at most; the others are named"),
    _Line("words", DEFAULTS.words, "of all stories' sentences, at most"),
    _Line("timezone", "Europe/Berlin", "of the hours in the brief; else this machine's"),
    _Line("mute", ["horoscope"], "topics to leave out"),
    _Line("raise", ["energy"], "topics to rank higher"),
    _Line("max_calls", 100, "calls of the model, at most"),
    _Line("max_tokens", 200_000, "prompt and completion in all, at most"),
    _Line("max_cost", 0.5, "US dollars, at most"),
    _Line("max_bytes", DEFAULTS.max_bytes, "of one document; a larger one is not read"),
    _Line("max_text_bytes", DEFAULTS.max_text_bytes, "of all texts; of more, an excerpt is read"),
    _Line("concurrency", DEFAULTS.concurrency, "calls at once; the brief is the same"),
    _Line(
        "timeout", TIMEOUT, f"seconds for one call; else {TIMEOUT}, of a model in this process {TIMEOUT_HERE}"
    ),
    _Line("cache", DEFAULTS.cache, "keep the model's replies: none is paid for twice"),
    _Line("prompts", "prompts", "a folder of templates; else the program's"),
    _Line("state", "state", "archive and cache; else the user's state folder"),
    _Line("keep_days", DEFAULTS.keep_days, "briefs, replies and pages that are older go"),
    _Line("keep_megabytes", DEFAULTS.keep_megabytes, "of the state; beyond it the oldest go"),
)
_A_PATH = (
    _Line("path", "news", "a file, a folder or a glob"),
    _Line("name", "Northern Wires", "the outlet; else as the document says"),
    _Line("group", "wires", "of sources that belong together: doctor and -v name it"),
    _Line("private", False, "true: its text goes to models on this machine only"),
)
_A_URL = (
    _Line("url", "https://example.org/feed.xml", "a page, a feed or a list of feeds"),
    _Line("weight", 1.0, "above 1 its stories rank higher, below 1 lower"),
    _Line("allow_private_address", False, "true: its host may be inside your own network"),
)
_MAIL = (
    _Line("from", "brief@example.org", "the sender"),
    _Line("to", ["reader@example.org"], "the readers"),
    _Line("smtp", "smtp://user@mail.example.org:587", 'STARTTLS; or smtps://…, or "sendmail:"'),
    _Line("password_env", "BRIEFING_SMTP_PASSWORD", "has it; or password_file, password_command"),
    _Line("on_failure", "owner@example.org", "is told when no brief could be made"),
    _Line("empty", "skip", 'nothing new: send nothing; or "notice"'),
    _Line("attach", False, "true: the Markdown comes as a file, too"),
    _Line("thread", False, "true: each mail answers the one before it"),
    _Line("list_id", "morning.example.org", "what filters know it by; else made of the sender"),
    _Line("unsubscribe", "brief@example.org", "who is asked to stop it; else the sender"),
)


def template(sources: Iterable[SourceSetting]) -> str:
    """The file's text, in TOML: it sets the sources' paths and addresses, and nothing else."""
    parts = [
        _HEAD,
        _lines(_SETTINGS, SETTINGS),
        _SOURCES_HEAD,
        *("#[[sources]]\n" + _lines(example, SOURCE) for example in (_A_PATH, _A_URL)),
        *(f"[[sources]]\n{_source(source)}" for source in sources),
        f"{_MAIL_HEAD}\n#[mail]\n" + _lines(_MAIL, {key: Key(k.check) for key, k in MAIL.items()}),
    ]
    return "\n\n".join(parts) + "\n"


def quoted(text: str) -> str:
    """The text as a basic string of TOML: JSON's string, but for one control character more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _source(source: SourceSetting) -> str:
    return f"url = {quoted(source.url)}" if source.url else f"path = {quoted(source.path or '')}"


def _lines(lines: Iterable[_Line], keys: Mapping[str, Key]) -> str:
    return "\n".join(_commented(lines, keys))


def _commented(lines: Iterable[_Line], keys: Mapping[str, Key]) -> Iterator[str]:
    for line in lines:
        mark = " (-c)" if keys[line.key].trusted else ""
        yield f"{f'#{line.key} = {_value(line.value)}':<{_COLUMN}} # {line.why}{mark}"


def _value(value: object) -> str:
    # JSON's numbers, booleans and lists are TOML's too.
    return quoted(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
