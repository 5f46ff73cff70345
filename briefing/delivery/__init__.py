"""The door out: a file or standard output, and the mail."""

from briefing.delivery.file import check_writable, deliver, put
from briefing.errors import DeliveryError, PostError

__all__ = ["DeliveryError", "PostError", "check_writable", "deliver", "put"]
