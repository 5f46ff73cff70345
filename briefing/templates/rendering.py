"""One template rendered into messages, and told apart from others by its fingerprint."""

from __future__ import annotations

import hashlib
import traceback
from functools import cache
from pathlib import Path
from typing import Literal

import jinja2
from jinja2 import meta

from briefing.errors import UsageError
from briefing.templates.sandbox import Sandbox
from briefing.types import Message

_BLOCKS: tuple[Literal["system", "user"], ...] = ("system", "user")
_ENDING = ".md.j2"


class Templates:
    """The prompts of the stages: `<stage>.md.j2` in `folder`, or else among those that come with the program.

    A template has the blocks `system` and `user`, its own or those of a template that it extends; what is
    outside of them is not sent. Text passed as a value is inert. May be used from many threads. Raises
    UsageError where `folder` is none: its prompts would be thought in use.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder and not folder.is_dir():
            raise UsageError(f"prompts: {folder} is not a folder; make it, or take prompts out")
        folders = [folder, default_folder()] if folder else [default_folder()]
        self._where = " and ".join(str(f) for f in folders)
        self._environment = Sandbox(
            folders, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )

    def render(self, stage: str, **values: object) -> tuple[Message, ...]:
        """The messages of a stage, `system` and `user`; an empty one is left out.

        Raises UsageError, with file and line, where the template is missing or broken.
        """
        try:
            with self._environment.bounded():
                template = self._environment.get_template(stage + _ENDING)
                context = template.new_context(values)
                # Fills context.blocks with those of every template that this one extends.
                for _ in template.root_render_func(context):
                    pass
                texts = {role: "".join(context.blocks[role][0](context)).strip() for role in _BLOCKS}
        except Exception as error:  # a user's template may raise anything
            raise self._broken(stage, error) from error
        return tuple(Message(role, text) for role, text in texts.items() if text)

    def fingerprint(self, stage: str) -> str:
        """`sha256:…` of the template and of everything that it extends or includes."""
        digest = hashlib.sha256()
        try:
            for name, source in sorted(self._sources(stage + _ENDING).items()):
                digest.update(f"{name}\0{len(source)}\0{source}".encode())
        except Exception as error:
            raise self._broken(stage, error) from error
        return f"sha256:{digest.hexdigest()}"

    def stages(self) -> tuple[str, ...]:
        """The prompts that come with the program, by name: templates that are no part of another one."""
        known = names(default_folder())
        parts = {part for name in known for part in self._sources(name + _ENDING) if part != name + _ENDING}
        return tuple(name for name in known if name + _ENDING not in parts)

    def _sources(self, name: str) -> dict[str, str]:
        """The template and all that it names, by name."""
        loader = self._environment.loader
        assert loader is not None  # noqa: S101 - set above; for the type checker
        found: dict[str, str] = {}
        wanted = [name]
        while wanted:
            name = wanted.pop()
            if name in found:
                continue
            found[name] = loader.get_source(self._environment, name)[0]
            for other in meta.find_referenced_templates(self._environment.parse(found[name], name)):
                if other is None:
                    raise jinja2.TemplateError(
                        "what a template extends or includes is written as a plain name"
                    )
                wanted.append(other)
        return found

    def _broken(self, stage: str, error: Exception) -> UsageError:
        if isinstance(error, jinja2.TemplateNotFound):
            return UsageError(f"the template {error.name} of stage {stage} is not in {self._where}")
        if isinstance(error, jinja2.TemplateSyntaxError):
            return UsageError(f"{error.filename or error.name}:{error.lineno}: {error.message}")
        if isinstance(error, KeyError) and error.args[0] in _BLOCKS:
            return UsageError(f"the template {stage}{_ENDING} has no block {error.args[0]!r}; add one")
        return UsageError(f"{self._place(stage)}: {error}")

    def _place(self, stage: str) -> str:
        """File and line of the error being handled; the lines of its traceback are those of compiled code."""
        try:
            self._environment.handle_exception()
        except Exception as error:  # noqa: BLE001 - it raises what the template raised, which may be anything
            places = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(_ENDING)]
        return f"{places[-1].filename}:{places[-1].lineno}" if places else f"{stage}{_ENDING}"


def names(folder: Path) -> tuple[str, ...]:
    """The stages, and the parts of stages, that have a template in this folder."""
    return tuple(sorted(path.name.removesuffix(_ENDING) for path in folder.glob(f"*{_ENDING}")))


@cache
def default_folder() -> Path:
    """The prompts that come with the program: in the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "prompts"
    return installed if installed.is_dir() else package.parent / "prompts"
