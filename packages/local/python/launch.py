"""Runs an emulator for as long as the process that started it lives.

    python launch.py MODULE:FUNCTION [ARGUMENT ...]

A module beside this one, such as `guarded_moto`, is found too.

The parent holds the other end of standard input. When the parent ends, in whatever way, that pipe closes and so does
the emulator; this works on Linux, macOS and Windows, and after a SIGKILL too.
"""

import atexit
import importlib
import importlib.machinery
import logging
import os
import shutil
import signal
import sys
import tempfile
import threading


def own_folder() -> str:
    """Makes a folder for all temporary files of the emulator."""
    folder = tempfile.mkdtemp(prefix="arch-local-")
    # Lambda functions are unpacked there, and no package.json further up may turn their .js files into ES modules.
    with open(os.path.join(folder, "package.json"), "w") as file:
        file.write("{}")
    tempfile.tempdir = folder
    os.environ.update(TMPDIR=folder, TEMP=folder, TMP=folder)
    return folder


def end(folder: str) -> None:
    """Ends everything at once. An emulator keeps nothing; a Lambda function that runs would go on without it."""
    sys.stdout.flush()
    sys.stderr.flush()
    shutil.rmtree(folder, ignore_errors=True)
    # On Windows, functions have to see by themselves that their standard input is closed.
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


def end_with(pipe: int, folder: str) -> None:
    while os.read(pipe, 1024):
        pass
    end(folder)


def parent_pipe() -> int:
    """Takes standard input away from the emulator and its children, so that only the watcher reads it."""
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
    # A line per request and a traceback per HTTP 500 would fill the pipe, and stop the emulator, while the parent is busy.
    # What keeps the emulator from starting is an uncaught exception, and still written.
    logging.disable(logging.ERROR)
    sys.argv = sys.argv[1:]
    find_own_modules(os.path.dirname(os.path.abspath(__file__)))
    getattr(importlib.import_module(module), function)()


main()
