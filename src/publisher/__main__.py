"""The command: python -m publisher [--check | --nbgrader FOLDER | --kit FOLDER] [--force] [NAME …]."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from publisher.exercises import Registry
from publisher.problems import BuildError

ROOT = Path(__file__).resolve().parents[2]


def main(
    arguments: Sequence[str] | None = None,
    root: Path = ROOT,
    registry: Registry | None = None,
    accepts_undone: frozenset[str] | None = None,
) -> int:
    """Build the notebooks or check them.

    Parameters
    ----------
    arguments : sequence of str, optional
        The command line.
    root : Path
        The project.
    registry : mapping of str to Exercise, optional
        The exercises; those of helpers.exercises by default.
    accepts_undone : frozenset of str, optional
        See `publisher.names`; that of helpers.exercises by default.

    Returns
    -------
    int
        0 if all is well, 1 if not.
    """
    options = _parser().parse_args(arguments)
    if registry is None or accepts_undone is None:
        from helpers.exercises import ACCEPTS_UNDONE, EXERCISES

        registry = EXERCISES if registry is None else registry
        accepts_undone = ACCEPTS_UNDONE if accepts_undone is None else accepts_undone
    began = time.perf_counter()
    try:
        said = _check if options.check else _grading if options.nbgrader else _kit if options.kit else _build
        said(options, root, registry, accepts_undone)
    except BuildError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    print(f"{time.perf_counter() - began:.1f} s")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m publisher", description="Turn src/lessons into notebooks/.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a page, such as 01 or glossary; all by default")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--check", action="store_true", help="run nothing, say what differs from the source")
    instead.add_argument("--nbgrader", metavar="FOLDER", type=Path, help="write a course folder for nbgrader instead")
    instead.add_argument("--kit", metavar="FOLDER", type=Path, help="gather all that a class without a network needs")
    parser.add_argument("--force", action="store_true", help="overwrite files in which somebody has worked")
    parser.add_argument("--python", metavar="VERSION", help="with --kit: for this Python, as in 3.12")
    parser.add_argument("--platform", help="with --kit: for windows, macos, linux or linux-arm")
    parser.add_argument("--instructor", action="store_true", help="with --kit: take the instructor edition along")
    return parser


def _build(options: argparse.Namespace, root: Path, registry: Registry, accepts_undone: frozenset[str]) -> None:
    from publisher.build import build

    for path in build(root, options.names, registry, accepts_undone, force=options.force):
        print(path)


def _grading(options: argparse.Namespace, root: Path, registry: Registry, accepts_undone: frozenset[str]) -> None:
    from publisher.grading import write_course

    for path in write_course(root, options.nbgrader, options.names, registry, accepts_undone, force=options.force):
        print(path)


def _kit(options: argparse.Namespace, root: Path, registry: Registry, accepts_undone: frozenset[str]) -> None:
    from publisher.kit import write_kit

    made = write_kit(root, options.kit, python=options.python, platform=options.platform, instructor=options.instructor)
    print(f"{options.kit}: {len(made)} files; README-KIT.txt says how to go on")


def _check(options: argparse.Namespace, root: Path, registry: Registry, accepts_undone: frozenset[str]) -> None:
    from publisher.check import check

    drifts = check(root, options.names, registry, accepts_undone)
    if drifts:
        raise BuildError(drifts)
    print("the notebooks are as their source has them")


if __name__ == "__main__":
    sys.exit(main())
