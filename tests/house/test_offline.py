"""The guard that keeps the tests, the kernels and whatever they start off the network does what it says."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from jupyter_client.connect import LocalPortCache
from nbclient import NotebookClient

GUARD = Path(__file__).resolve().parents[1] / "offline"
FAR = "192.0.2.1"  # reserved for documentation: nobody's address


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log of its own, so that these attempts do not fail the run."""
    monkeypatch.setenv("COURSE_OFFLINE_LOG", str(tmp_path / "network.log"))
    return tmp_path / "network.log"


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)


def test_the_guard_is_on_in_this_run() -> None:
    assert os.environ["PYTHONPATH"].split(os.pathsep)[0] == str(GUARD)
    assert run("import sitecustomize; print(sitecustomize.COURSE_OFFLINE)").stdout == "True\n"


@pytest.mark.parametrize(
    "program",
    [
        f"import socket; socket.create_connection(({FAR!r}, 80), 1)",
        f"import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'?', ({FAR!r}, 53))",
        "import socket; socket.getaddrinfo('example.org', 443)",
        "import socket; socket.gethostbyname('example.org')",
        "import urllib.request; urllib.request.urlopen('https://example.org')",
        "import asyncio; asyncio.run(asyncio.open_connection('example.org', 80))",
        "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', "
        "'import socket; socket.getaddrinfo(\"example.org\", 443)']))",
    ],
)
def test_what_leaves_the_machine_is_refused_and_written_down(log: Path, program: str) -> None:
    done = run(program)
    assert done.returncode != 0
    assert "works without a network" in done.stderr
    assert log.read_text(encoding="utf-8")


def test_an_attempt_is_written_down_even_where_the_error_is_caught(log: Path) -> None:
    done = run("import socket\ntry:\n    socket.getaddrinfo('example.org', 443)\nexcept OSError:\n    pass")
    assert done.returncode == 0
    assert "example.org" in log.read_text(encoding="utf-8")


def test_this_machine_may_talk_to_itself(log: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run(f"import socket; socket.create_connection(('localhost', {port}), 5); print('through')")
    assert done.stdout == "through\n", done.stderr
    assert not log.exists()


def test_a_kernel_is_under_the_guard(log: Path, tmp_path: Path) -> None:
    cells = [
        nbformat.v4.new_code_cell("import urllib.request"),
        nbformat.v4.new_code_cell("urllib.request.urlopen('https://example.org')"),
    ]
    cells[1].metadata.tags = ["raises-exception"]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    (output,) = notebook.cells[1].outputs
    assert "works without a network" in output.evalue
    assert "example.org" in log.read_text(encoding="utf-8")


def test_a_port_that_was_chosen_for_a_kernel_is_kept_for_it() -> None:
    cache = LocalPortCache()
    port = cache.find_available_port("127.0.0.1")
    with socket.socket() as stranger:
        if sys.platform == "linux":  # elsewhere such a socket would be in the kernel's way
            with pytest.raises(OSError, match="in use"):
                stranger.bind(("127.0.0.1", port))
        with socket.create_server(("127.0.0.1", port)) as kernel:  # it asks to share the port, as a kernel does
            assert kernel.getsockname()[1] == port
        cache.return_port(port)
        stranger.bind(("127.0.0.1", port))


def test_what_stands_before_a_package_that_is_slow_to_import_answers_as_it_does() -> None:
    asked = "import jsonschema, sys; import rfc3987_syntax as one; print('lark' in sys.modules, "
    asked += "one.is_valid_syntax('iri', 'http://a.b/\u00fc'), one.is_valid_syntax('iri', 'http://a b'))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "False True False\n"
