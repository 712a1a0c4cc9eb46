"""Keep the ports of a kernel for it, from their choice until it is there.

jupyter_client chooses free ports and lets go of them; the kernel takes them half a second later. Where several
processes start kernels, two of them may be given the same port, and one kernel dies: with a hundred starts in two
processes that happens in one run of twenty or so. On Linux a socket that is bound, but does not listen, keeps a port
from everybody but those who ask to share it, as a kernel does.
"""

from __future__ import annotations

import socket
import sys


def keep_ports() -> None:
    """Let this process keep the ports that it has chosen for its kernels."""
    if sys.platform != "linux":
        return
    from jupyter_client.connect import LocalPortCache

    kept: dict[int, socket.socket] = {}

    def find_available_port(cache: LocalPortCache, ip: str) -> int:
        keeper = socket.socket()
        keeper.bind((ip, 0))
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # after the choice, which is to be shared by none
        port = int(keeper.getsockname()[1])
        kept[port] = keeper
        return port

    def return_port(cache: LocalPortCache, port: int) -> None:
        if port in kept:
            kept.pop(port).close()

    LocalPortCache.find_available_port = find_available_port
    LocalPortCache.return_port = return_port
