"""One frozen Settings from flags, environment and TOML, validated once."""

from briefing.settings.load import load
from briefing.settings.mailbox import Mailbox, mailbox
from briefing.settings.values import DEFAULTS, MAX_BYTES, MAX_TEXT_BYTES, MailSetting, Settings, SourceSetting
from briefing.settings.window import window

__all__ = [
    "DEFAULTS",
    "MAX_BYTES",
    "MAX_TEXT_BYTES",
    "MailSetting",
    "Mailbox",
    "Settings",
    "SourceSetting",
    "load",
    "mailbox",
    "window",
]
