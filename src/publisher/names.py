"""No lesson cell reads a variable that an exercise sets: an untouched notebook runs from top to bottom.

A learner who has not done exercise 1.2 has `disguised = ...`, and one who went wrong has something else. So a name that
an exercise cell binds may be read outside of it only as a direct argument of a function that accepts `...` (`check`,
and those that `helpers.exercises.ACCEPTS_UNDONE` lists), or after a cell without an exercise has bound it anew.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Iterable, Iterator

from publisher.problems import Problem
from publisher.source import Page


def undone_reads(page: Page, accepts_undone: frozenset[str]) -> list[Problem]:
    r"""Find the places where a cell relies on an exercise having been done.

    Parameters
    ----------
    page : Page
    accepts_undone : frozenset of str
        Names of functions that take what an exercise sets even while it is still `...`.

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> from publisher.source import Cell
    >>> exercise = Cell("code", "### BEGIN SOLUTION\nbag = {1}\n### END SOLUTION", 1, 2, {"exercise": "1.1"})
    >>> cells = (exercise, Cell("code", "check('1.1', bag)", 6, 7), Cell("code", "len(bag)", 9, 10))
    >>> for problem in undone_reads(Page("01_x", "src/lessons/01_x.py", cells), frozenset({"check"})):
    ...     print(problem)
    src/lessons/01_x.py:10: reads bag, which exercise 1.1 sets: give it to check or bind it anew first
    """
    problems = []
    undone: dict[str, str] = {}
    for cell in page.code():
        reader = _Reader(undone, accepts_undone)
        reader.visit(cell.tree)
        for line, name, exercise in reader.reads:
            functions = " or ".join(sorted(accepts_undone))
            message = f"reads {name}, which exercise {exercise} sets: give it to {functions} or bind it anew first"
            problems.append(page.problem(cell.first + line - 1, message))
        if cell.exercise is not None:
            undone.update(dict.fromkeys(bound_names(cell.source), cell.exercise))
    return problems


def bound_names(source: str) -> list[str]:
    r"""List the names that a cell binds: variables, functions, classes, imports, loop variables.

    Parameters
    ----------
    source : str
        Python.

    Returns
    -------
    list of str
        Sorted; empty if this is no Python.

    Examples
    --------
    >>> bound_names("import re\nfor a in [1]:\n    b = a\ndef f(c):\n    d = c")
    ['a', 'b', 'f', 're']
    """
    try:
        symbols = symtable.symtable(source, "cell", "exec").get_symbols()
    except SyntaxError:
        return []
    return sorted(symbol.get_name() for symbol in symbols if symbol.is_assigned() or symbol.is_imported())


class _Reader(ast.NodeVisitor):
    """Walk through a cell in the order in which Python runs it, and note what it reads of `undone`.

    A name that is bound at the top of the cell leaves `undone`; names of functions and comprehensions stay inside them.
    """

    def __init__(self, undone: dict[str, str], accepts_undone: frozenset[str]) -> None:
        self.undone = undone
        self.accepts_undone = accepts_undone
        self.inner: list[set[str]] = []
        self.reads: list[tuple[int, str, str]] = []

    def _visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                self.visit(node)

    def _visit_inside(self, names: set[str], nodes: Iterable[ast.AST | None]) -> None:
        self.inner.append(names)
        self._visit_all(nodes)
        self.inner.pop()

    def _bind(self, name: str) -> None:
        if not self.inner:
            self.undone.pop(name, None)

    def _read(self, name: str, line: int) -> None:
        if name in self.undone and not any(name in names for names in self.inner):
            self.reads.append((line, name, self.undone[name]))

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self._bind(node.id)
        else:
            self._read(node.id, node.lineno)

    def visit_Call(self, node: ast.Call) -> None:
        accepts = isinstance(node.func, ast.Name) and node.func.id in self.accepts_undone
        arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
        self.visit(node.func)
        self._visit_all(a for a in arguments if not (accepts and isinstance(a, ast.Name)))

    def visit_Assign(self, node: ast.Assign) -> None:
        self._visit_all([node.value, *node.targets])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._visit_all([node.annotation, node.value])
        if node.value is not None or not isinstance(node.target, ast.Name):
            self.visit(node.target)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.visit(node.value)
        if isinstance(node.target, ast.Name):
            self._read(node.target.id, node.lineno)
        self.visit(node.target)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self._visit_all([node.value, node.target])

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self._visit_all([node.iter, node.target, *node.body, *node.orelse])

    def visit_AsyncFor(self, node: ast.AsyncFor) -> None:
        self.visit_For(node)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            self._bind(alias.asname or alias.name.partition(".")[0])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self.visit_Import(node)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self._visit_all([node.type])
        if node.name:
            self._bind(node.name)
        self._visit_all(node.body)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._visit_all([*node.args.defaults, *node.args.kw_defaults])
        self._visit_inside(_argument_names(node.args), [node.body])

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._visit_all([*node.decorator_list, *node.args.defaults, *node.args.kw_defaults])
        local = _argument_names(node.args) | set(_stored_names(node.body))
        self._visit_inside(local | ({node.name} if self.inner else set()), node.body)
        self._bind(node.name)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit_all([*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)])
        self._visit_inside(set(_stored_names(node.body)), node.body)
        self._bind(node.name)

    def visit_ListComp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> None:
        self._comprehension(node.generators, [node.elt])

    def visit_SetComp(self, node: ast.SetComp) -> None:
        self.visit_ListComp(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> None:
        self.visit_ListComp(node)

    def visit_DictComp(self, node: ast.DictComp) -> None:
        self._comprehension(node.generators, [node.key, node.value])

    def _comprehension(self, generators: list[ast.comprehension], results: list[ast.expr]) -> None:
        self.visit(generators[0].iter)  # runs outside
        local = {name for generator in generators for name in _stored_names([generator.target])}
        inside = [part for generator in generators for part in [generator.iter, *generator.ifs]][1:]
        self._visit_inside(local, [*inside, *results])


def _argument_names(arguments: ast.arguments) -> set[str]:
    return {node.arg for node in ast.walk(arguments) if isinstance(node, ast.arg)}


def _stored_names(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for top in nodes:
        for node in ast.walk(top):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield node.name
            elif isinstance(node, ast.Import | ast.ImportFrom):
                yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ExceptHandler) and node.name:
                yield node.name
