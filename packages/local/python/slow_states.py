"""Lets EC2 instances take some time to start, to stop and to terminate. moto's own are in their new state at once."""

import time

import moto.ec2.models.instances as instances

# What AWS calls the way to a state, with its codes.
TRANSITIONS = {"running": ("pending", 0), "stopped": ("stopping", 64), "terminated": ("shutting-down", 32)}


class SlowState:
    """Replaces moto's InstanceState: `name` and `code` are those of the way until the time is over."""

    seconds = 0.0

    def __init__(self, name: str = "pending", code: int = 0) -> None:
        self.name = name
        self.code = code

    @property
    def name(self) -> str:
        return TRANSITIONS[self._name][0] if self._is_on_its_way() else self._name

    @name.setter
    def name(self, name: str) -> None:
        self._name = name
        self._since = time.monotonic()

    @property
    def code(self) -> int:
        return TRANSITIONS[self._name][1] if self._is_on_its_way() else self._code

    @code.setter
    def code(self, code: int) -> None:
        self._code = code

    def _is_on_its_way(self) -> bool:
        return self._name in TRANSITIONS and time.monotonic() - self._since < self.seconds


def install(seconds: float) -> None:
    if seconds > 0:
        SlowState.seconds = seconds
        instances.InstanceState = SlowState
