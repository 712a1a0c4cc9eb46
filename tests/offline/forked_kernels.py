"""Kernels that begin as copies of one process, which has imported what each of them would import for a second.

`serve` starts that process. A kernel that is started where its address stands in the environment sends it what makes a
kernel what it is (variables, folder, path, command, input and output), and waits until the copy ends, with its exit
code; a signal goes on to the copy, and whoever ends the one ends the other. Only modules by others are imported, none
of the course's, nor anything that looks at the environment when it is imported.

A kernel that differs in what is settled when Python starts begins in the plain way. So do those of all notebooks that
learners open, where nbval runs them, and those of the first lesson in the browser and in nbgrader's hands.
"""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ADDRESS = "COURSE_KERNELS"
MODULES = (
    *("ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "pandas"),
    # what pyplot imports, but not pyplot, which chooses how to draw, nor ipywidgets, which looks for its kernel
    *("matplotlib.figure", "matplotlib.axes", "matplotlib.image", "matplotlib.colorbar", "matplotlib.widgets"),
    *("matplotlib.font_manager", "matplotlib.backends.backend_agg", "matplotlib.patches", "matplotlib.ticker"),
)
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


def _nature() -> list[str]:
    """Tell what a copy can not change anymore."""
    settled = [name for name in os.environ if name.startswith(("PYTHON", "LANG", "LC_")) and name != "PYTHONPATH"]
    return [sys.executable, sys.version, *(f"{name}={os.environ[name]}" for name in sorted(settled))]


# --- in a kernel that is about to start -------------------------------------------------------------------------------


def take_over() -> None:
    """Let a copy be the kernel that this process was to become, and end with it; return if there can be none."""
    address = os.environ.get(ADDRESS)
    arguments = [one for one in sys.orig_argv[1:] if not one.startswith("-X")]
    if not address or arguments[:2] != ["-m", "ipykernel_launcher"] or not os.environ.get("COURSE_OFFLINE_LOG"):
        return
    # a notebook's path in JupyterLab, where nbgrader puts it elsewhere
    if "/00_" in "/" + os.environ.get("JPY_SESSION_NAME", os.getcwd()):  # noqa: PTH109 (pathlib is not loaded here)
        return
    wanted = {
        "nature": _nature(),
        "arguments": arguments[2:],
        "path": sys.path,
        "folder": os.getcwd(),  # noqa: PTH109
        "environment": {name: value for name, value in os.environ.items() if name != ADDRESS},
    }
    told = json.dumps(wanted).encode()
    server = socket.socket(socket.AF_UNIX)
    try:
        server.connect(address)
        socket.send_fds(server, [len(told).to_bytes(4, "big")], [0, 1, 2])
        server.sendall(told)
        taken = server.recv(1) == b"y"
    except OSError:  # there is no such process, or it has ended
        taken = False
    if not taken:
        server.close()
        return
    for number in SIGNALS:
        signal.signal(number, lambda number, frame: server.send(bytes([number])))
    code = server.recv(1)
    os._exit(code[0] if code else 1)


# --- in the process that is copied ------------------------------------------------------------------------------------


def _serve(address: str) -> None:
    """Import, then make copies until whoever started this process is gone."""
    import builtins
    import importlib
    from types import SimpleNamespace

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen(64)  # who asks before all is imported waits
        # pandas, when it is imported, asks whether it is in a notebook, whose tables may be wide
        builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
        for name in MODULES:
            importlib.import_module(name)
        del builtins.get_ipython  # type: ignore[attr-defined]
        _rest()
        while True:
            ready, _, _ = select.select([listening, 0], [], [])
            if 0 in ready:  # nothing is ever sent: the other end is closed
                return
            asking, _ = listening.accept()
            with asking:
                if os.fork() == 0:
                    listening.close()
                    _watch(asking)


def _rest() -> None:
    """Keep the collection of garbage from touching what all copies share."""
    import gc

    gc.collect()
    gc.freeze()


def _watch(asking: socket.socket) -> None:
    """Make the copy that is the kernel, hand on what comes for it, and tell how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    size, files, _, _ = socket.recv_fds(asking, 4, 3)
    told = b""
    while len(told) < int.from_bytes(size, "big"):
        told += asking.recv(1 << 20)
    wanted = json.loads(told)
    if wanted["nature"] != _nature():
        asking.send(b"n")
        os._exit(0)
    asking.send(b"y")
    kernel = os.fork()
    if kernel == 0:
        asking.close()
        _become(wanted, files)
    for file in files:
        os.close(file)
    ended = os.pidfd_open(kernel)
    while True:
        ready, _, _ = select.select([asking, ended], [], [])
        if asking in ready:
            number = asking.recv(1)
            _send(kernel, number[0] if number else signal.SIGKILL)
            if not number:
                os._exit(0)
        if ended in ready:
            code = os.waitstatus_to_exitcode(os.waitpid(kernel, 0)[1])
            asking.send(bytes([code if code >= 0 else 128 - code]))
            os._exit(0)


def _send(kernel: int, number: int) -> None:
    try:
        os.killpg(kernel, number)
    except ProcessLookupError:  # it leads no group yet; it is not gone, for nobody has waited for it
        os.kill(kernel, number)


def _become(wanted: dict[str, Any], files: list[int]) -> None:
    """Be the kernel that was wanted."""
    import random
    import runpy

    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(wanted["environment"])
    parent = str(os.getppid())
    os.environ["JPY_PARENT_PID"] = parent
    os.chdir(wanted["folder"])
    sys.path[:] = wanted["path"]
    sys.path_importer_cache.clear()
    # what stood in the environment was read when the kernel's modules were imported
    sys.argv = ["ipykernel_launcher", *wanted["arguments"], f"--IPKernelApp.parent_handle={parent}"]
    sys.orig_argv = [sys.executable, "-m", *sys.argv]
    sys.modules["sitecustomize"]._LOG = os.environ.get("COURSE_OFFLINE_LOG")  # type: ignore[attr-defined]
    random.seed()
    sys.modules["numpy"].random.seed()
    try:
        runpy.run_module("ipykernel_launcher", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        os._exit(end.code if isinstance(end.code, int) else int(end.code is not None))
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)


# --- where tests begin ------------------------------------------------------------------------------------------------


@contextmanager
def serve(python: str, environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Start the process that is copied; give the variable that kernels need to find it.

    Parameters
    ----------
    python : str
        Whose modules are imported. Kernels of another Python begin in the plain way.
    environment : dict of str to str
        For this process: what is settled when Python starts must be as in the kernels.
    """
    if sys.platform != "linux":
        yield {}
        return
    with tempfile.TemporaryDirectory(prefix="course-kernels-") as folder:
        address = str(Path(folder) / "socket")
        own = {**environment, "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
        with subprocess.Popen([python, __file__, address], env=own, cwd=folder, stdin=subprocess.PIPE):
            yield {ADDRESS: address}


if __name__ == "__main__":
    _serve(sys.argv[1])
