"""A kernel that begins as a copy of a process is a kernel as any other; what differs begins in the plain way."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from forked_kernels import ADDRESS, serve
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="everywhere else all kernels begin in the plain way")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Give the address of the process of this run; where there is none, as with names of files, start one."""
    if ADDRESS in os.environ:
        yield os.environ[ADDRESS]
    else:
        environment = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
        with serve(sys.executable, {**environment, "PYTHONHASHSEED": "0"}) as told:
            yield told[ADDRESS]


@pytest.fixture
def environment(address: str, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let a kernel that starts here be a copy."""
    monkeypatch.delenv("MPLBACKEND", raising=False)
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    monkeypatch.setenv(ADDRESS, address)
    return monkeypatch


class Kernel:
    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager, self.client = manager, client
        self.process = manager.provisioner.process

    def run(self, code: str) -> tuple[str, list[dict[str, Any]]]:
        """Run code; return how it ended, and what it put out."""
        heard: list[dict[str, Any]] = []
        reply = self.client.execute_interactive(code, timeout=60, output_hook=lambda one: heard.append(one["content"]))
        return reply["content"].get("ename", "ok"), heard

    def ask(self, code: str) -> str:
        """Return what a line of code writes."""
        return "".join(content.get("text", "") for content in self.run(f"print({code})")[1]).strip()

    @property
    def is_copy(self) -> bool:
        return "/forked_kernels.py" in self.ask("open(f'/proc/{os.getppid()}/cmdline').read()")


@contextmanager
def kernel(folder: Path) -> Iterator[Kernel]:
    manager = KernelManager(kernel_name="python3")
    with (folder / "log").open("wb") as log:
        manager.start_kernel(cwd=str(folder), stdout=log, stderr=log)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        one = Kernel(manager, client)
        one.run("import os, sys, random")
        yield one
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def gone(process: int) -> bool:
    """Tell whether a process ends within seconds."""
    deadline = time.monotonic() + 30
    while Path(f"/proc/{process}").exists() and time.monotonic() < deadline:
        os.sched_yield()
    return not Path(f"/proc/{process}").exists()


def test_a_copy_has_its_own_folder_variables_and_chance_and_draws_in_the_notebook(environment, tmp_path):
    environment.setenv("MADE_UP", "here")
    with kernel(tmp_path) as first:
        assert first.is_copy
        assert first.ask("os.getcwd(), os.environ['MADE_UP']") == f"{tmp_path} here"
        assert first.ask("[name for name in sys.modules if name.startswith(('helpers', 'matplotlib.pyplot'))]") == "[]"
        assert first.ask("__import__('pandas').get_option('display.max_columns')") == "20"
        drawn = first.run("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")[1]
        assert [content for content in drawn if "image/png" in content.get("data", {})]
        first.run("left = os.environ['LEFT'] = 'behind'\nimport helpers, numpy")
        chance = "random.random(), __import__('numpy').random.random()"
        drawn_first = first.ask(chance)
        environment.delenv("MADE_UP")
        with kernel(tmp_path) as second:
            assert second.is_copy
            left = "'left' in globals(), 'LEFT' in os.environ, 'MADE_UP' in os.environ, 'helpers' in sys.modules"
            assert second.ask(left) == "False False False False"
            assert second.ask(chance) != drawn_first


def test_a_copy_is_interrupted_and_goes_on(environment, tmp_path):
    with kernel(tmp_path) as one:
        assert one.is_copy
        # after an error a kernel refuses what comes at once, in the same turn of its loop, unless it is asked not to
        one.client.execute("print('begun', flush=True)\nwhile True: pass", stop_on_error=False)
        while "begun" not in one.client.get_iopub_msg(timeout=60)["content"].get("text", ""):
            pass
        one.manager.interrupt_kernel()
        assert one.client.get_shell_msg(timeout=60)["content"]["ename"] == "KeyboardInterrupt"
        assert one.ask("1 + 1") == "2"


def test_a_copy_that_ends_tells_how_and_whoever_ends_its_stand_in_ends_it(environment, tmp_path):
    with kernel(tmp_path) as one:
        one.client.execute("os._exit(3)")
        assert one.process.wait(60) == 3
        assert not one.manager.is_alive()
    with kernel(tmp_path) as one:
        copy = int(one.ask("os.getpid()"))
        assert copy != one.process.pid
        one.process.send_signal(signal.SIGKILL)
        assert gone(copy)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PYTHONHASHSEED", "1"), ("JPY_SESSION_NAME", "notebooks/00_start_here.ipynb"), ("COURSE_KERNELS", "/nowhere")],
)
def test_what_differs_begins_in_the_plain_way(environment, tmp_path, name, value):
    environment.setenv(name, value)
    with kernel(tmp_path) as one:
        assert not one.is_copy
        assert int(one.ask("os.getpid()")) == one.process.pid
