"""Runs an emulator for as long as the process that started it lives.

    python launch.py MODULE:FUNCTION [ARGUMENT ...]

The parent holds the other end of standard input. When the parent ends, in whatever way, that pipe closes and so does
the emulator; this works on Linux, macOS and Windows, and after a SIGKILL too.
"""

import importlib
import logging
import os
import signal
import sys
import threading
import time


def end_with(pipe: int) -> None:
    while os.read(pipe, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(3)
    os._exit(1)


def parent_pipe() -> int:
    """Takes standard input away from the emulator and its children, so that only the watcher reads it."""
    pipe = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return pipe


def main() -> None:
    module, function = sys.argv[1].split(":")
    threading.Thread(target=end_with, args=(parent_pipe(),), daemon=True).start()
    # A line per request and a traceback per HTTP 500 would fill the pipe, and stop the emulator, while the parent is busy.
    # What keeps the emulator from starting is an uncaught exception, and still written.
    logging.disable(logging.ERROR)
    sys.argv = sys.argv[1:]
    getattr(importlib.import_module(module), function)()


main()
