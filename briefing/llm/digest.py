"""What a reply is found by: the digest of what was asked."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from briefing.types import Request


def canonical(value: Any) -> str:
    """JSON with sorted keys, without spaces, in ASCII: equal values are equal text."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def asked(request: Request) -> dict[str, Any]:
    """Messages and schema of a request, as plain JSON values."""
    return {
        "messages": [{"role": m.role, "content": m.content} for m in request.messages],
        "schema": dict(request.schema),
    }
