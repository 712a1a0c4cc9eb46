"""Run notebooks as a learner would: in their folder, in a kernel that knows nothing of this machine's settings."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from publisher.editions import Edition
from publisher.problems import Problem

KERNELS = 2  # at a time
START_LIMIT = 120  # seconds a kernel
TIME_LIMIT = 120  # seconds a cell
# What a person may have set and no output may depend on.
PERSONAL = ("COLUMNS", "LINES", "MPLBACKEND", "MATPLOTLIBRC", "PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONINSPECT")


class _Manager(AsyncKernelManager):
    """Start the python3 kernel of this interpreter, whatever kernels the machine has registered."""

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[])


def run_all(editions: Sequence[Edition], root: Path, time_limit: int = TIME_LIMIT) -> list[Problem]:
    """Run editions in place, at most two at a time; one without code needs no kernel.

    Parameters
    ----------
    editions : sequence of Edition
    root : Path
        The project; the folders of the notebooks are made if they are missing.
    time_limit : int
        Seconds that a cell may take.

    Returns
    -------
    list of Problem
        The first failing cell of each edition.
    """
    to_run = [edition for edition in editions if any(cell.cell_type == "code" for cell in edition.notebook.cells)]
    list_fonts(matplotlib_folder())
    with tempfile.TemporaryDirectory(prefix="publisher-", ignore_cleanup_errors=True) as scratch:
        found = asyncio.run(_run_all(to_run, root, Path(scratch), time_limit))
    return [problem for problem in found if problem is not None]


async def _run_all(editions: Sequence[Edition], root: Path, scratch: Path, limit: int) -> list[Problem | None]:
    gate = asyncio.Semaphore(KERNELS)

    async def run(number: int, edition: Edition) -> Problem | None:
        async with gate:
            own = scratch / str(number)
            own.mkdir()
            return await _run(edition, root / Path(edition.path).parent, own, limit)

    return await asyncio.gather(*(run(number, edition) for number, edition in enumerate(editions)))


async def _run(edition: Edition, folder: Path, scratch: Path, time_limit: int) -> Problem | None:
    folder.mkdir(parents=True, exist_ok=True)
    at = 0

    def started(cell: NotebookNode, cell_index: int) -> None:
        nonlocal at
        at = cell_index

    client = NotebookClient(
        edition.notebook,
        kernel_manager_class=_Manager,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        timeout=time_limit,
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
        startup_timeout=START_LIMIT,
        shutdown_kernel="immediate",
        on_cell_start=started,
    )
    with (scratch / "kernel.log").open("wb") as log:
        try:
            await client.async_execute(env=kernel_environment(scratch), stdout=log, stderr=log)
        except CellExecutionError as error:
            return _failed(edition, at, error)
        except CellTimeoutError:
            message = f"the cell takes longer than {time_limit} s"
        except (DeadKernelError, RuntimeError) as error:
            message = f"the kernel stopped: {error}"
        else:
            return None
    return edition.page.problem(edition.line(at), f"{message} ({edition.name} edition)")


def _failed(edition: Edition, index: int, error: CellExecutionError) -> Problem:
    """Say in which line of the source a cell failed, and with what message."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", error.traceback)
    place = re.search(r"Cell In\[\d+\], line (\d+)", plain)
    line = edition.line(index, int(place[1]) if place else 1)
    return edition.page.problem(line, f"{error.ename}: {error.evalue} ({edition.name} edition)")


def kernel_environment(scratch: Path) -> dict[str, str]:
    """Give the environment variables of a kernel whose output depends on nothing personal.

    Parameters
    ----------
    scratch : Path
        An empty folder for this kernel.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> kernel_environment(Path("scratch"))["PYTHONHASHSEED"]
    '0'
    """
    environment = {name: value for name, value in os.environ.items() if name not in PERSONAL}
    return environment | {
        "HELPERS_PROGRESS": str(scratch / "progress.json"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "JUPYTER_CONFIG_DIR": str(scratch / "jupyter"),
        "MPLCONFIGDIR": str(matplotlib_folder()),
        "PYTHONHASHSEED": "0",
    }


def matplotlib_folder() -> Path:
    """Give a folder for matplotlib that holds nobody's settings, yet keeps its list of fonts from build to build.

    Returns
    -------
    Path
    """
    folder = Path(tempfile.gettempdir()) / f"publisher-matplotlib-{os.environ.get('USER', 'build')}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def list_fonts(folder: Path) -> None:
    """Let matplotlib look for fonts once, before it would complain in a notebook that this takes long.

    Parameters
    ----------
    folder : Path
        See `matplotlib_folder`.
    """
    if importlib.util.find_spec("matplotlib") and not any(folder.glob("fontlist*.json")):
        environment = os.environ | {"MPLCONFIGDIR": str(folder)}
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], env=environment, check=False)
