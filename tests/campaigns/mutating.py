"""Small changes of a module, each of which a test should notice: found and made in its syntax tree. Pure."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_TABLE = 8
"""Entries from which a display is a table: its words are data, of which no test tries each."""
_SCREENED = ("annotation", "returns", "decorator_list", "bases", "type_params")
"""Fields that no run looks at, or that say what a thing is called."""


@dataclass(frozen=True)
class Mutant:
    """A change of one node, by its `path` of fields and places from the module; `now` stands in its place."""

    line: int
    path: tuple[tuple[str, int | None], ...]
    now: ast.AST
    told: str

    def source(self, tree: ast.Module) -> str:
        """The module with the change in it."""
        changed = copy.deepcopy(tree)
        here: ast.AST = changed
        for field, place in self.path[:-1]:
            here = _step(here, field, place)
        field, place = self.path[-1]
        if place is None:
            setattr(here, field, self.now)
        else:
            getattr(here, field)[place] = self.now
        return ast.unparse(ast.fix_missing_locations(changed))


def mutants(tree: ast.Module) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    for path, node in _nodes(tree, ()):
        for now in _changed(node):
            before, after = (ast.unparse(one).split("\n")[0][:60] for one in (node, now))
            yield Mutant(getattr(node, "lineno", 0), path, now, f"{before} -> {after}")


def _nodes(node: ast.AST, path: tuple[tuple[str, int | None], ...]) -> Iterator[tuple[tuple, ast.AST]]:
    """What may be changed below a node, with the way to it."""
    for field, value in ast.iter_fields(node):
        if field in _SCREENED:
            continue
        for place, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _is_silent(child):
                here = (*path, (field, place))
                yield here, child
                yield from _nodes(child, here)


def _is_silent(node: ast.AST) -> bool:
    """What no test can see: docstrings, imports, what is there for the type checker, a protocol's dots."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    if isinstance(node, ast.ClassDef):
        return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)
    if isinstance(node, ast.Assign):
        return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)
    if isinstance(node, ast.Dict | ast.List | ast.Set | ast.Tuple):
        return len(list(ast.iter_child_nodes(node))) > _TABLE
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id == "Literal"
    return isinstance(node, ast.Import | ast.ImportFrom | ast.Assert)


def _changed(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, [op, *ops], comparators):
            yield ast.Compare(left, [_COMPARED[type(op)](), *ops], comparators)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
        case ast.BinOp(left, op, right) if type(op) in _COUNTED:
            yield ast.BinOp(left, _COUNTED[type(op)](), right)
        case ast.Constant(value):
            yield from (ast.Constant(other) for other in _other(value))
        case ast.Return(ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.If(test, body, orelse) if isinstance(test, ast.Name | ast.Attribute | ast.Call):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test, body, orelse) if isinstance(test, ast.Name | ast.Attribute | ast.Call):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)


def _other(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield value + 1
    elif isinstance(value, str | bytes) and value:
        yield value[:0]


def _step(node: ast.AST, field: str, place: int | None) -> ast.AST:
    value = getattr(node, field)
    step: ast.AST = value if place is None else value[place]
    return step
