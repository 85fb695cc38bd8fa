"""What a solver made of one stage of one plan."""

import time
from dataclasses import asdict, dataclass


@dataclass
class Outcome:
    """Points and times; `status` is optimal, feasible, infeasible or unknown."""

    status: str
    points: int | None = None
    bound: float | None = None
    build: float = 0.0
    solve: float = 0.0

    @property
    def seconds(self):
        """What the stage took inside the process, without imports."""
        return self.build + self.solve

    def as_dict(self):
        """The outcome as it is kept."""
        return asdict(self)


class Stopwatch:
    """Tells what passed since it was started, or since the last lap."""

    def __init__(self):
        self.start = time.perf_counter()

    def lap(self):
        """The seconds since the last lap."""
        now = time.perf_counter()
        passed, self.start = now - self.start, now
        return passed
