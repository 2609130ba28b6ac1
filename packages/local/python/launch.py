"""Runs an emulator until the process that started it ends.

    python launch.py MODULE:FUNCTION [ARGUMENT ...]

MODULE can be a module in the folder of this file, such as `guarded_moto`.

Standard input is a pipe from the parent. It is closed when the parent ends, also after a SIGKILL, and the emulator then
ends too. This works on Linux, macOS and Windows.
"""

import atexit
import importlib
import importlib.machinery
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading


# Child processes that write into the folder. They end before it is deleted.
writers: list[subprocess.Popen] = []

# Taken by the thread in which `end` runs. The other thread must not end the process before the folder is deleted.
ending = threading.Lock()


def own_folder() -> str:
    """Creates a folder for all temporary files of the emulator. The parent may choose its path."""
    folder = os.environ.get("ARCH_FOLDER") or tempfile.mkdtemp(prefix="arch-local-")
    os.makedirs(folder, 0o700, exist_ok=True)
    # Lambda functions are unpacked there. This package.json prevents that one of a parent folder makes their .js files ES modules.
    with open(os.path.join(folder, "package.json"), "w") as file:
        file.write("{}")
    tempfile.tempdir = folder
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder)
    return folder


def end(folder: str) -> None:
    """Ends the emulator and all processes that it has started, such as Lambda functions, immediately."""
    ending.acquire()
    sys.stdout.flush()
    sys.stderr.flush()
    for writer in writers:
        writer.kill()
        writer.wait()
    shutil.rmtree(folder, ignore_errors=True)
    # Windows has no process groups: there, a function ends when it finds that its standard input is closed.
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


def end_with(pipe: int, folder: str) -> None:
    while os.read(pipe, 1024):
        pass
    end(folder)


def parent_pipe() -> int:
    """Replaces standard input, so that only this module reads the pipe from the parent, and not the emulator or its children."""
    pipe = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return pipe


class WithoutCache(importlib.machinery.SourceFileLoader):
    def set_data(self, path, data, *, _mode=0o666) -> None:
        """Writes no `__pycache__` into the folder of an installed package."""


def find_own_modules(folder: str) -> None:
    def hook(path: str) -> importlib.machinery.FileFinder:
        if path != folder:
            raise ImportError(path)
        return importlib.machinery.FileFinder(path, (WithoutCache, [".py"]))

    sys.path_hooks.insert(0, hook)
    sys.path.insert(0, folder)


def main() -> None:
    module, function = sys.argv[1].split(":")
    folder = own_folder()
    # Runs after the traceback of an uncaught exception is written.
    atexit.register(end, folder)
    threading.Thread(target=end_with, args=(parent_pipe(), folder), daemon=True).start()
    # A line per request and a traceback per HTTP 500 would fill the pipe and block the emulator while the parent is busy.
    # Errors that prevent the start are uncaught exceptions, which are still written.
    logging.disable(logging.ERROR)
    sys.argv = sys.argv[1:]
    find_own_modules(os.path.dirname(os.path.abspath(__file__)))
    getattr(importlib.import_module(module), function)()


main()
