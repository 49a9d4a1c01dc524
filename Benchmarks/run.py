"""Runs the benchmarks. By hand; nothing here is a test.

    python3 Benchmarks/run.py setup                       # once: what is compared with
    python3 Benchmarks/run.py sites --program .build/release/breakeven
    python3 Benchmarks/run.py all --program .build/release/breakeven --write

Prints Markdown; `--write` puts it in RESULTS.md, in the place of the same section.
"""

import argparse
import pathlib
import sys
import tempfile

import again
import growth
import measure
import parts
import programs
import report
import serving
import sites
import smoke

TASKS = ("setup", "smoke", "sites", "everything", "own", "engine", "chart", "serve", "again",
         "growth", "all")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--program", type=pathlib.Path, help="the breakeven under test, a release",
                        default=programs.ROOT / ".build" / "release" / "breakeven")
    parser.add_argument("--old", type=pathlib.Path,
                        help=f"a release of {programs.BASELINE}; it is built if left out")
    parser.add_argument("--work", type=pathlib.Path, default=None,
                        help="an existing folder to write to; a temporary one if left out")
    parser.add_argument("--rounds", type=int, default=5, help="how often each program runs")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000],
                        help="numbers of scenarios of 'sites'")
    parser.add_argument("--large", action="store_true", help="50,000 scenarios too; 10,000 in 'growth'")
    parser.add_argument("--hugo-at-most", type=int, default=10_000,
                        help="scenarios above which Hugo is left out")
    parser.add_argument("--scenarios", type=int, default=100, help="scenarios of 'everything'")
    parser.add_argument("--curves", type=int, nargs="+", default=[100, 1000],
                        help="numbers of curves of 'engine'")
    parser.add_argument("--without-publish", action="store_true",
                        help="for a program that does not know 'publish:' in site.yaml")
    parser.add_argument("--without-swift", action="store_true",
                        help="leave the programs of the package out of 'smoke'")
    parser.add_argument("--date", help="the day to write down; that of the commit if left out")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    return parser.parse_args()


def measured(given: argparse.Namespace, work: pathlib.Path):
    """The sections of a task, one after the other."""
    def wanted(task: str) -> bool:
        return given.task in (task, "all")

    new = programs.current(given.program, not given.without_publish)
    sizes = given.sizes + ([50_000] if given.large else [])
    if wanted("sites"):
        yield sites.pages(new, work, sizes, given.rounds, given.hugo_at_most)
    if wanted("everything") or wanted("own"):
        old = programs.baseline(given.old, work)
        if wanted("everything"):
            yield sites.everything(new, old, work, given.scenarios, given.rounds)
        if wanted("own"):
            yield sites.own(new, old, work, given.rounds)
    if wanted("serve"):
        yield serving.serving(new, work, given.rounds)
    if wanted("again"):
        yield again.again(new, work, max(given.sizes), given.rounds)
    if wanted("growth"):
        yield growth.growth(new, work, given.large)
    if wanted("engine") or wanted("chart"):
        built = parts.build_swift()
        if wanted("engine"):
            yield parts.engine(built, work, given.curves, given.rounds)
        if wanted("chart"):
            yield parts.chart(built, given.rounds)


def run(given: argparse.Namespace, work: pathlib.Path) -> None:
    """Does the task in a folder of its own."""
    if given.task == "smoke":
        smoke.run(programs.current(given.program, not given.without_publish), work,
                  not given.without_swift)
        return
    about = (f"Measured on {report.commit_line(given.date)}, {given.rounds} rounds, on "
             f"{report.machine(work)} With {report.swift()}, {', '.join(programs.PEERS)}.")
    for section in measured(given, work):
        print(section.markdown(about), flush=True)
        if given.write:
            report.save(section, about)


def main() -> int:
    given = arguments()
    if given.task == "setup":
        programs.set_up_peers()
        return 0
    try:
        with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=given.work) as folder:
            run(given, pathlib.Path(folder))
    except measure.Failed as failure:
        print(f"run.py: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
