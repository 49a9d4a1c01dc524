"""Tries to make a build lose or tear a site; every trial ends with a build that works.

    python3 Tests/Crash/run.py --program .build/release/breakeven [--smoke]

Says what was tried, a line each; ends with 1 at the first thing that does not hold.
"""

import argparse
import sys
import tempfile
import time

import faults
import trial


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the built command")
    parser.add_argument("--smoke", action="store_true", help="a few trials of each kind")
    arguments = parser.parse_args()
    smoke = arguments.smoke
    with tempfile.TemporaryDirectory(prefix="breakeven-crash-") as folder:
        site = trial.Site(arguments.program, f"{folder}/site")
        steps = [
            ("signals", lambda: trial.killed(site, 9 if smoke else 300)),
            ("system calls", lambda: faults.injected(site, 4 if smoke else 24)),
            ("full disk", lambda: faults.full(site, 3 if smoke else 20)),
            ("vanishing files", lambda: faults.vanishing(site, 3 if smoke else 30)),
            ("few threads", lambda: faults.few_threads(site)),
            ("one core", lambda: faults.one_core(site)),
            ("two builds", lambda: faults.two_builds(site, 2 if smoke else 20)),
        ]
        for name, step in steps:
            start = time.monotonic()
            try:
                said = step()
            except trial.Broken as broken:
                print(f"{name}: {broken}", file=sys.stderr)
                return 1
            print(f"{name}: {said}, {time.monotonic() - start:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
