"""Settings loaded from files that a test writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.settings import Settings, load


@dataclass(frozen=True)
class Loader:
    """Called with files by their text: `named` by -c, `found` in the current folder, the `users` own."""

    folder: Path

    def __call__(
        self,
        flags: Mapping[str, object] | None = None,
        environment: Mapping[str, str] | None = None,
        **files: str | bytes,
    ) -> Settings:
        places = {"named": "conf/mine.toml", "found": "briefing.toml", "users": "home/briefing/briefing.toml"}
        for kind, content in files.items():
            file = self.folder / places[kind]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        home = {"XDG_CONFIG_HOME": str(self.folder / "home")}
        named = Path("conf/mine.toml") if "named" in files else None
        return load(flags or {}, home | dict(environment or {}), self.folder, named)
