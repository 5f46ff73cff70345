"""Where a template is rendered: it reaches its values and the files of its folders, and comes to an end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

STEPS = 1_000_000
"""Items of loops, calls and inclusions of one rendering: half a second of them. A prompt has thousands."""
LONGEST = 10_000
"""The size of a number, a text or a list that `*` and `**` may make."""
INCLUDED = 20
"""Steps that an inclusion counts for: a file is looked at."""
_COUNTED = "items, counted"
"""The filter around what a loop goes through; no template can write this name."""
_OUT = ("batch", "slice")
"""Filters that make as many items as they are told to, for the columns of pages."""
_left: ContextVar[Iterator[int]] = ContextVar("_left")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without attributes that begin with an underscore, without changes of values, and with an end.

    What it refuses raises jinja2's SecurityError. Memory is not bounded: a template may double a text.
    """

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, folders: Sequence[Path], **options: Any) -> None:
        super().__init__(loader=_Inside(folders), **options)
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}
        self.filters = {name: used for name, used in self.filters.items() if name not in _OUT}
        self.filters[_COUNTED] = _counted

    @contextmanager
    def bounded(self) -> Iterator[None]:
        """One rendering, which may take so many steps."""
        before = _left.set(iter(range(STEPS)))
        try:
            yield
        finally:
            _left.reset(before)

    def call(__self, __context: Any, __obj: Any, *args: Any, **given: Any) -> Any:  # noqa: N805 - as Jinja has it
        """A call, of a macro too, counted."""
        _step()
        return super().call(__context, __obj, *args, **given)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """A product or a power, unless it is large."""
        a, b = (len(one) if hasattr(one, "__len__") else abs(one) for one in (left, right))
        if a > LONGEST or b > LONGEST or (a**b if operator == "**" else a * b) > LONGEST:
            raise SecurityError(f"what {operator} would make is larger than {LONGEST:,}")
        return super().call_binop(context, operator, left, right)

    def get_template(self, *args: Any, **given: Any) -> jinja2.Template:
        """A template, counted: one may include itself, twice."""
        _step(INCLUDED)
        return super().get_template(*args, **given)

    def _generate(self, source: nodes.Template, *args: Any, **given: Any) -> str:
        return super()._generate(_Counting().visit(source), *args, **given)


class _Counting(NodeTransformer):
    """Counts the items of every loop."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja's name
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, _COUNTED, [], [], None, None, lineno=node.lineno)
        return node


class _Inside(jinja2.FileSystemLoader):
    """Files that lie in the folders; a link in them may lead anywhere, and is not followed out."""

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The source, its path, and whether it has not changed, as Jinja wants them."""
        found = super().get_source(environment, template)
        real = Path(found[1]).resolve()
        if not any(real.is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
            raise SecurityError(f"{found[1]} is a link out of the folder of templates: copy the file")
        return found


def _counted(items: Iterable[object]) -> Iterator[object]:
    for item in items:
        _step()
        yield item


def _step(count: int = 1) -> None:
    if len(list(islice(_left.get(iter(())), count))) < count:
        raise SecurityError(f"a template may take {STEPS:,} steps, and no more")
