"""What the program stands on: nothing undeclared, nothing unneeded, each with its reason, all pinned."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("requirements.txt", "requirements-dev.txt")
NOT_IMPORTED = {"lxml-html-clean"}
"""What another package cannot do without, and does not bring itself."""


def normal(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def imported() -> set[str]:
    """The packages whose modules the program imports, by their names on an index."""
    modules = set()
    for path in (ROOT / "briefing").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    providers = metadata.packages_distributions()
    ours = modules - set(sys.stdlib_module_names) - {"briefing"}
    return {normal(name) for module in ours for name in providers.get(module, [module])}


DIRECT = {normal(one) for one in PROJECT["dependencies"]}
OPTIONAL = {normal(one) for extra in ("local", "scale") for one in PROJECT["optional-dependencies"][extra]}


def test_what_is_imported_is_declared() -> None:
    assert imported() <= DIRECT | OPTIONAL


def test_what_is_declared_is_imported() -> None:
    assert DIRECT - imported() == NOT_IMPORTED


def test_the_page_has_each_with_its_reason_and_no_other() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w.-]+) \| (.+) \| (.+) \|$", page, re.MULTILINE)[1:]
    assert {normal(name) for name, *_ in rows} == DIRECT
    assert all(len(reason) > 20 for _, reason, _ in rows)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_the_lock_files_pin_every_package_with_its_hashes_and_name_no_index() -> None:
    for lock in LOCKS:
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host|^-e|@ ", text, re.MULTILINE)
        packages = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
        assert all("--hash=sha256:" in package for package in packages)
        assert {normal(package) for package in packages} >= DIRECT


def bill(*arguments: str) -> bytes:
    command = [sys.executable, "docs/sbom.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


def test_the_bill_of_materials_has_every_locked_package_and_all_data() -> None:
    told = json.loads(bill())
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    libraries = [one for one in told["components"] if one["type"] == "library"]
    pinned = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / LOCKS[0]).read_text(encoding="utf-8"), re.MULTILINE)
    assert [(one["name"], one["version"]) for one in libraries] == [(normal(n), v) for n, v in pinned]
    assert all(one["hashes"] for one in told["components"])
    files = {one["name"] for one in told["components"] if one["type"] == "file"}
    assert {"briefing/vectors/words.bin", "briefing/render/html/script.js"} <= files


def test_every_reference_in_the_bill_of_materials_leads_to_a_component() -> None:
    told = json.loads(bill())
    known = [one["bom-ref"] for one in (told["metadata"]["component"], *told["components"])]
    assert len(set(known)) == len(known)
    named = {ref for one in told["dependencies"] for ref in (one["ref"], *one["dependsOn"])}
    assert named <= set(known)
    root = next(one for one in told["dependencies"] if one["ref"] == told["metadata"]["component"]["bom-ref"])
    assert {re.split("[/@]", ref)[1] for ref in root["dependsOn"]} == DIRECT


def test_the_bill_of_materials_is_the_same_twice_and_another_for_another_lock(tmp_path: Path) -> None:
    first = bill()
    assert bill() == first
    shorter = (ROOT / LOCKS[0]).read_text(encoding="utf-8").replace("annotated-types==", "other-types==", 1)
    (tmp_path / "lock.txt").write_text(shorter, encoding="utf-8")
    other = json.loads(bill(str(tmp_path / "lock.txt")))
    assert other["serialNumber"] != json.loads(first)["serialNumber"]
