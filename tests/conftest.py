"""What every test run shares: the right environment, no network, all cores, and a word about what was left out."""

from __future__ import annotations

import collections
import fnmatch
import functools
import gc
import importlib.util
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
COMMAND = "python3 -m pip install uv && python3 -m uv run --group test pytest"

# The same examples on every run, so that a learner never meets a failure that nobody can repeat. To look for new
# examples (the weekly run does): HYPOTHESIS_PROFILE=search.
# How long an example takes is no fault: the machine may be busy with the other tests.
PATIENT = {"deadline": None, "suppress_health_check": [hypothesis.HealthCheck.too_slow]}
hypothesis.settings.register_profile("steady", max_examples=60, derandomize=True, database=None, **PATIENT)
hypothesis.settings.register_profile("search", max_examples=400, print_blob=True, **PATIENT)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

_LOG = pytest.StashKey[Path]()
# The first is the same engine without windows: it takes a tenth less.
BROWSERS = (
    *("chromium-headless-shell", "chrome-headless-shell"),
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
)


def find_browser() -> str | None:
    """Return the path of an installed Chromium (or a browser of its family), ``None`` if there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).exists() else None
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def foreign_notebooks() -> set[Path]:
    """Return the notebooks under notebooks/ that no lesson produces: a learner's own, whatever they are called.

    A notebook of the course has a source of the same name in src/lessons, or git knows it. Those called my_… are left
    out as a matter of course.
    """
    own = {path.stem for path in (ROOT / "src" / "lessons").glob("*.py")}
    found = {path.relative_to(NOTEBOOKS) for path in NOTEBOOKS.rglob("*.ipynb")}
    named = {path for path in found if not any(part.startswith((".", "my_")) for part in path.parts)}
    unknown = {NOTEBOOKS / path for path in named if path.stem not in own}
    if not unknown:
        return set()
    from publisher.disk import tracked_notebooks

    return unknown - {ROOT / name for name in tracked_notebooks(ROOT)}


@contextmanager
def kernel_settings(notebook: Path) -> Iterator[None]:
    """Let a kernel that starts here depend on nothing personal, and keep its progress apart from a learner's."""
    from publisher.execute import kernel_environment, list_fonts, matplotlib_folder

    list_fonts(matplotlib_folder())
    before = dict(os.environ)
    scratch = Path(before["COURSE_OFFLINE_LOG"]).parent / notebook.relative_to(ROOT).with_suffix("")
    scratch.mkdir(parents=True, exist_ok=True)
    environment = kernel_environment(scratch)
    if "instructor" not in notebook.parts:  # as learners start it, see tests/offline/forked_kernels.py
        environment.pop("COURSE_KERNELS", None)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


class Kernels:
    """A plugin, because the hooks of this file itself reach no further than this folder."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        """Start the kernel of a notebook as the publisher started it when the notebook was built."""
        with kernel_settings(item.path) if item.path.suffix == ".ipynb" else nullcontext():
            return (yield)


def whole_suite(config: pytest.Config) -> bool:
    """Tell whether pytest was called without naming files, as in the README."""
    return not config.getoption("file_or_dir")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the tests of a whole classroom run with all others."""
    words = "also the tests of a whole classroom, which install environments of their own from the network"
    parser.getgroup("course").addoption("--classroom", action="store_true", help=words)


# The files that take longest, though they hold few tests. One that came last would leave the other cores with nothing.
LONGEST = (
    "tests/classroom/test_nbgrader.py",
    "tests/classroom/test_archive.py",
    "tests/classroom/",
    "tests/browser/",
    "tests/lessons/test_07_",
    "tests/publisher/test_build.py",
    "tests/helpers/test_pipeline.py",
    "tests/house/test_runs.py",
    "tests/helpers/test_pictures.py",
    "notebooks/instructor/class_notebook.ipynb",
)


def in_order_of_length(items: list[pytest.Item]) -> list[pytest.Item]:
    """Sort files: first those known to be long, then those that hold most tests. Within a file nothing moves."""
    names = {item.path: item.path.relative_to(ROOT).as_posix() for item in items if item.path.is_relative_to(ROOT)}
    tests = collections.Counter(item.path for item in items)

    def place(item: pytest.Item) -> tuple[int, int, str]:
        name = names.get(item.path, "")
        known = next((number for number, begins in enumerate(LONGEST) if name.startswith(begins)), len(LONGEST))
        return known, -tests[item.path], name

    return sorted(items, key=place)


BROWSER_HALF = {"test_every_notebook.py", "test_communique.py", "test_jupyterlab.py"}


def together(name: str) -> str:
    """Name what stays on one worker: a file, but of those with a browser a half, as each worker starts one of its own.

    The halves take equally long. A third would start one more server and browser than there are cores.
    """
    file = name.partition("::")[0]
    if not file.startswith("tests/browser/"):
        return file
    return "one half of tests/browser" if Path(file).name in BROWSER_HALF else "the other half of tests/browser"


def whole_classroom(config: pytest.Config) -> bool:
    """Tell whether pytest was called for tests/classroom, as in .ci/run."""
    named = [Path(name).resolve() for name in config.getoption("file_or_dir")]
    return named == [ROOT / "tests" / "classroom"]


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Spread a run of all tests, or of the classroom, over the cores, one file (or one notebook) at a time on each.

    What installs whole environments from a network (tests/classroom) is left out of it, unless --classroom is said.
    """
    if whole_suite(config) and not config.getoption("classroom"):
        config.option.ignore = [*(config.option.ignore or []), str(ROOT / "tests" / "classroom")]
    # A worker, or a run that a worker started, must not start workers of its own: that would never end.
    is_worker = hasattr(config, "workerinput") or "PYTEST_XDIST_WORKER" in os.environ
    choosable = config.pluginmanager.hasplugin("xdist") and not config.getoption("usepdb") and not is_worker
    spreads = whole_suite(config) or whole_classroom(config)
    if spreads and choosable and config.getoption("numprocesses", None) is None:
        # no more than there are cores: with a browser or a kernel beside it each keeps one busy
        config.option.numprocesses = min(os.cpu_count() or 1, 4)
        config.option.dist = "loadfile"
        config.option.loadscopereorder = False  # in_order_of_length says what comes first
        os.environ.setdefault("PYTHONHASHSEED", "0")  # all workers must give a test with a set the same name


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Keep Python from looking again and again through what it collects here, and later: it stays till the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)  # of what tests make, little is garbage that has to be searched for
        gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deal out the whole suite by `together`."""
    if not whole_suite(config) or config.option.dist != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class Halves(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return together(nodeid)

    return Halves(config, log)


def load(name: str, path: Path) -> ModuleType:
    """Import a file that lies in no package."""
    specification = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return module


def pytest_configure(config: pytest.Config) -> None:
    """Make sure that this is the course's environment, and cut the network for every process that tests start."""
    if importlib.util.find_spec("helpers") is None or importlib.util.find_spec("publisher") is None:
        pytest.exit(f"this pytest does not belong to the course: run `{COMMAND}`", returncode=4)
    config.pluginmanager.register(Kernels(), "kernels")
    config.option.nbval_sanitize_with = str(ROOT / "tests" / "nbval.cfg")
    # what is imported is compiled once, not in each of the hundred processes that tests start
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    guard = ROOT / "tests" / "offline"
    forked_kernels = load("forked_kernels", guard / "forked_kernels.py")
    if "COURSE_OFFLINE_LOG" not in os.environ:
        scratch = Path(tempfile.mkdtemp(prefix="course-tests-"))
        config.add_cleanup(lambda: shutil.rmtree(scratch, ignore_errors=True))
        os.environ["COURSE_OFFLINE_LOG"] = str(scratch / "network.log")
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(guard), os.environ.get("PYTHONPATH")]))
        config.stash[_LOG] = scratch / "network.log"
        os.environ.pop("COURSE_KERNELS", None)  # of a run that started this one
        load("course_offline", guard / "sitecustomize.py")
        if whole_suite(config):  # before there are workers, which would do it at the same time
            from publisher.execute import kernel_environment, list_fonts, matplotlib_folder

            list_fonts(matplotlib_folder())
            if config.getoption("numprocesses", None):
                serving = ExitStack()
                forked = serving.enter_context(forked_kernels.serve(sys.executable, kernel_environment(scratch)))
                os.environ.update(forked)
                config.add_cleanup(serving.close)
    load("kernel_ports", guard / "kernel_ports.py").keep_ports()


def network_attempts(config: pytest.Config) -> list[str]:
    """Return what was refused by the guard in tests/offline, one line an attempt."""
    log = config.stash.get(_LOG, None)
    return sorted(set(log.read_text(encoding="utf-8").splitlines())) if log and log.exists() else []


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Keep doctest from importing what lies between the tests and is none."""
    is_tool = collection_path.suffix == ".py" and not collection_path.name.startswith("test_")
    return True if is_tool and collection_path.is_relative_to(ROOT / "tests") else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what cannot run here (a browser's tests, without a browser) and what is not ours."""
    foreign = foreign_notebooks()
    browser = find_browser()
    kept, left = [], []
    for item in items:
        needs_browser = fnmatch.fnmatch(item.path.as_posix(), f"{ROOT.as_posix()}/tests/browser/*")
        (left if item.path in foreign or (needs_browser and not browser) else kept).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
    items[:] = in_order_of_length(kept) if whole_suite(config) else kept


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Let the run fail if anything reached for the network."""
    if exitstatus == pytest.ExitCode.OK and network_attempts(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was left out, and how to have it."""
    if not whole_suite(config):
        return
    if any((ROOT / "tests" / "browser").glob("test_*.py")) and not find_browser():
        terminalreporter.write_line(
            "left out: the tests in a real browser (tests/browser); for them install Chromium "
            "(Debian, Ubuntu: apt install chromium) or set CHROMIUM to the path of a Chrome",
            yellow=True,
        )
    if (ROOT / "tests" / "classroom").exists() and not config.getoption("classroom"):
        terminalreporter.write_line(
            "left out: the tests of a whole classroom, which take minutes and install what they need: "
            "uv run --group test pytest --classroom"
        )
    for path in sorted(foreign_notebooks()):
        terminalreporter.write_line(
            f"left out: {path.relative_to(ROOT).as_posix()}, which is no notebook of the course"
        )
    for attempt in network_attempts(config):
        terminalreporter.write_line(f"something reached for the network: {attempt}", red=True)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Return the path of the browser; a test that asks for it belongs in tests/browser."""
    path = find_browser()
    assert path, "a test outside of tests/browser asked for a browser"
    return path


@pytest.fixture(scope="module")
def each_picture_once() -> Iterator[None]:
    """Let a picture that was drawn of the same things before be that picture, where a file tests what leads to it."""
    from helpers import pictures, report

    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in pictures.__all__ if name.startswith("draw_")]:
            once = remembering(getattr(pictures, name))
            patch.setattr(pictures, name, once)
            if hasattr(report, name):
                patch.setattr(report, name, once)
        yield


def remembering(draw: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function that draws what it has not drawn."""
    drawn: dict[bytes, Any] = {}

    @functools.wraps(draw)
    def once(*args: Any, **kwargs: Any) -> Any:
        asked = pickle.dumps((args, sorted(kwargs.items())))
        if asked not in drawn:
            drawn[asked] = draw(*args, **kwargs)
        return drawn[asked]

    return once
