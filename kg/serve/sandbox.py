"""What a process that runs strangers' queries gives up before it runs any: the network, and memory without end."""

from __future__ import annotations

import ctypes
import platform
import resource
import sys
from pathlib import Path

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 1  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO | EPERM
#: Machine -> (AUDIT_ARCH, number of the system call `socket`), from the kernel's tables.
_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}


class _Step(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("k", ctypes.c_uint))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


def forbid_network() -> bool:
    """Make every later `socket` call of this process fail, whatever library makes it. False where the system can't."""
    if sys.platform != "linux" or platform.machine() not in _SOCKET_CALL:
        return False
    arch, call = _SOCKET_CALL[platform.machine()]
    steps = (_Step * 7)(
        _Step(0x20, 0, 0, 4),  # load the architecture
        _Step(0x15, 0, 4, arch),  # another one (32-bit calls): refuse
        _Step(0x20, 0, 0, 0),  # load the call's number
        _Step(0x15, 2, 0, call),
        _Step(0x35, 1, 0, 0x40000000),  # x32 numbers: refuse
        _Step(0x06, 0, 0, _ALLOW),
        _Step(0x06, 0, 0, _REFUSE),
    )
    program = _Program(len(steps), steps)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0) == 0)


def limit_memory(more: int) -> None:
    """Let this process's address space grow by `more` bytes at most."""
    pages = int(Path("/proc/self/statm").read_text().split()[0]) if sys.platform == "linux" else 0
    limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
