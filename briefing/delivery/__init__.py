"""The door out: a file or standard output, and the mail."""

from briefing.delivery.file import check_writable, deliver, put
from briefing.delivery.post import Post
from briefing.errors import DeliveryError

__all__ = ["DeliveryError", "Post", "check_writable", "deliver", "put"]
