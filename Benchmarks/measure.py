"""Runs programs and says how long they took and how much memory they held.

Every process is started by a small one of its own: a child's peak memory begins at that of the
process that forks it, and a Python that has read a large site would be counted in.
"""

import dataclasses
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Result = TypeVar("Result")


@dataclasses.dataclass(frozen=True)
class Sample:
    """What one run of a program cost."""

    wall: float  # seconds
    cpu: float  # seconds of all threads, user and system
    megabytes: float  # the most memory it held at one time
    first_output: float  # seconds until the first byte on standard output; 0 if there was none


class Failed(Exception):
    """A program did not do what a benchmark asked of it."""


def run(command: Sequence[str | os.PathLike], folder: pathlib.Path | None = None) -> Sample:
    """Runs a program once."""
    words = [os.fspath(word) for word in command]
    # -S and -E leave out what a Python looks up at its start.
    launcher = [sys.executable, "-S", "-E", __file__, *words]
    done = subprocess.run(launcher, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{' '.join(words)}\n{done.stderr.strip()[-2000:]}")
    return Sample(**json.loads(done.stdout))


def interleaved(
    runs: Mapping[str, Callable[[], Result]], rounds: int
) -> dict[str, list[Result]]:
    """Runs everything in turns, A B C A B C, so that a busy minute is busy for all of them."""
    found: dict[str, list[Result]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, measured in runs.items():
            found[name].append(measured())
    return found


def median(samples: Sequence[Sample], field: str = "wall") -> float:
    """The middle one of all runs."""
    return statistics.median(getattr(sample, field) for sample in samples)


def ratio(first: Sequence[Sample], second: Sequence[Sample], field: str = "wall") -> float:
    """How many times more the second took than the first: the middle one of all pairs."""
    return statistics.median(
        getattr(b, field) / max(getattr(a, field), 1e-9) for a, b in zip(first, second))


def folder_size(folder: pathlib.Path) -> tuple[int, int]:
    """Files in a folder, and their bytes."""
    files = [entry for entry in folder.rglob("*") if entry.is_file()]
    return len(files), sum(entry.stat().st_size for entry in files)


def launch(words: list[str]) -> int:
    """Runs a program and prints what it cost; its standard output is read and thrown away."""
    reading, writing = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, writing, 1)]
    start = time.perf_counter()
    child = os.posix_spawnp(words[0], words, os.environ, file_actions=actions)
    os.close(writing)
    first = time.perf_counter() - start if os.read(reading, 65536) else 0.0
    while os.read(reading, 65536):
        pass
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    print(json.dumps({
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss * 1024 / 1e6, "first_output": first}))
    return os.waitstatus_to_exitcode(status) and 1


if __name__ == "__main__":
    sys.exit(launch(sys.argv[1:]))
