"""Keep every Python process off the network while the tests run.

Python imports a module of this name when it starts. ``tests/conftest.py`` puts this folder on ``PYTHONPATH``, so that
the kernels of the notebooks, and whatever a kernel starts, refuse any connection that leaves this machine. Each attempt
is also written to the file that ``COURSE_OFFLINE_LOG`` names: it fails the run even where somebody caught the error.
"""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import sys
from typing import Any

COURSE_OFFLINE = True
_LOG = os.environ.get("COURSE_OFFLINE_LOG")
_OWN_NAMES = {"", "localhost", "localhost.localdomain", "ip6-localhost", socket.gethostname().lower()}
# Where the host stands among the arguments of each audit event; an address is a pair that begins with the host.
_EVENTS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}


def is_local(host: object) -> bool:
    """Tell whether a host is this machine; what is no Internet address at all (a Unix socket) is local, too."""
    if isinstance(host, tuple):
        host = host[0] if host else None
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str) or host.lower() in _OWN_NAMES or "/" in host or host.startswith("\0"):
        return True
    try:
        address = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    position = _EVENTS.get(event)
    if position is None or is_local(arguments[position]):
        return
    host = arguments[position]
    if _LOG:
        with open(_LOG, "a", encoding="utf-8") as log:  # noqa: PTH123 (pathlib is not loaded in every process)
            log.write(f"{event} {host!r} in {' '.join(sys.argv[:3])}\n")
    raise OSError(errno.ENETUNREACH, f"The course works without a network, and something asked for {host!r}")


if _LOG:
    sys.addaudithook(_refuse)

if "COURSE_KERNELS" in os.environ and "ipykernel_launcher" in sys.orig_argv:
    from forked_kernels import take_over

    take_over()
