"""The door out: a file or standard output, and the mail."""

from briefing.delivery.file import check_writable, deliver, put

__all__ = ["check_writable", "deliver", "put"]
