"""Prints a bill of materials (CycloneDX 1.6, JSON) from the lock file, offline: python docs/sbom.py [LOCK].

Each locked package with its version, the hashes that an installer accepts, and, where it is installed, its
licence and what it needs; and each file of data that the wheel carries. The same tree gives the same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from briefing import __version__

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.txt"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+?)(?:\s*;\s*([^\\]+?))?\s*\\?$")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_CODE = frozenset({".py", ".pyc"})


def bill(lock: Path) -> dict[str, Any]:
    """The bill of materials of the program as this lock file installs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    components = [*_packages(lock)]
    known = {one["name"]: one["bom-ref"] for one in components if one["type"] == "library"}
    direct = {_normal(requirement) for requirement in project["dependencies"]}
    ref = _purl("briefing", __version__)
    needs = [{"ref": ref, "dependsOn": sorted({one for name in direct for one in _refs(name, components)})}]
    needs += [
        {"ref": one["bom-ref"], "dependsOn": sorted({known[n] for n in _needs(one) if n in known})}
        for one in components
    ]
    told = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ref,
                "name": "briefing",
                "version": __version__,
                "purl": ref,
                "licenses": [{"license": {"id": project["license"]}}],
            }
        },
        "components": [*components, *_data()],
        "dependencies": needs,
    }
    serial = uuid5(NAMESPACE_URL, json.dumps(told, sort_keys=True))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        **told,
    }


def _packages(lock: Path) -> Iterator[dict[str, Any]]:
    """The locked packages; one that is pinned twice, for two systems, is two components."""
    component: dict[str, Any] = {}
    for line in lock.read_text("utf-8").splitlines():
        if pinned := _PINNED.match(line):
            name, version, marker = pinned.groups()
            purl = _purl(_normal(name), version)
            component = {
                "type": "library",
                "bom-ref": purl,
                "name": _normal(name),
                "version": version,
                "purl": purl,
            }
            component |= {"licenses": told} if (told := _licences(name, version)) else {}
            component["hashes"] = []
            component |= {"properties": [{"name": "python:marker", "value": marker}]} if marker else {}
            yield component
        elif found := _HASH.search(line):
            component["hashes"].append({"alg": "SHA-256", "content": found[1]})
        elif line.strip():
            raise SystemExit(f"{lock.name}: not a line of a lock file: {line}")


def _data() -> Iterator[dict[str, Any]]:
    """What the wheel carries beside code."""
    for path in sorted((ROOT / "briefing").rglob("*")):
        if path.is_file() and path.suffix not in _CODE:
            name = path.relative_to(ROOT).as_posix()
            digest = sha256(path.read_bytes()).hexdigest()
            hashes = [{"alg": "SHA-256", "content": digest}]
            yield {"type": "file", "bom-ref": f"file:{name}", "name": name, "hashes": hashes}


def _licences(name: str, version: str) -> list[dict[str, Any]]:
    """What the installed package says of its licence, if this very version is installed."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return []
    if told["Version"] != version:
        return []
    if expression := told.get("License-Expression"):
        return [{"expression": expression}]
    classified = [c.split(" :: ")[-1] for c in told.get_all("Classifier", []) if c.startswith("License ::")]
    stated = classified or [line for line in (told.get("License") or "").splitlines()[:1] if line.strip()]
    return [{"license": {"name": one}} for one in stated]


def _needs(component: dict[str, Any]) -> Iterator[str]:
    """The names of what the installed package needs, whatever the system."""
    try:
        requirements = metadata.requires(component["name"]) or []
    except metadata.PackageNotFoundError:
        return
    for one in requirements:
        if "extra ==" not in one:
            yield _normal(one)


def _refs(name: str, components: list[dict[str, Any]]) -> list[str]:
    return [one["bom-ref"] for one in components if one["name"] == name]


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _normal(requirement: str) -> str:
    """The package's name as indexes have it (PEP 503)."""
    found = _NAME.match(requirement)
    return re.sub(r"[-_.]+", "-", found[0] if found else requirement).lower()


if __name__ == "__main__":
    print(json.dumps(bill(Path(sys.argv[1]) if len(sys.argv) > 1 else LOCK), indent=2))  # noqa: T201
