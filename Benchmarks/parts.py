"""Parts of the program in processes of their own: the engine, and one chart."""

import json
import pathlib
import statistics
import subprocess
from collections.abc import Callable

import measure
import report
from programs import HERE, peer

ENGINE = "4. The engine, against genai-prices"
CHART = "5. One break-even chart, against Vega-Lite and matplotlib"


def build_swift(configuration: str = "release") -> pathlib.Path:
    """Builds the package beside this file; the folder with its programs."""
    subprocess.run(["swift", "build", "--configuration", configuration, "--quiet"], cwd=HERE,
                   check=True)
    return HERE / ".build" / configuration


TEMPLATES = HERE.parent / "templates"

# A program that takes longer is not worth waiting for.
SECONDS_AT_MOST = 120


def answer_of(command: list) -> Callable[[], dict]:
    """Runs a program that prints one line of JSON."""
    def run() -> dict:
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False,
                                  timeout=SECONDS_AT_MOST)
        except subprocess.TimeoutExpired as late:
            raise measure.Failed(f"more than {SECONDS_AT_MOST} s") from late
        if done.returncode != 0:
            raise measure.Failed(f"{command}\n{done.stderr.strip()[-2000:]}")
        return json.loads(done.stdout)
    return run


def per_second(found: dict) -> float:
    """Invoices a second."""
    return found["invoices"] / found["seconds"]


def engine(programs: pathlib.Path, work: pathlib.Path, curves: list[int], rounds: int,
           seconds: int = 1) -> report.Section:
    """Invoices of token calls on one core, and the crossings of many curves."""
    section = report.Section(
        ENGINE, "Invoices of the same token calls at the same prices, on one core and in a warm "
        "process; both programs add up to the same picodollar.",
        ["what", "breakeven", "genai-prices", "breakeven ÷ genai-prices"])
    calls = work / "calls.tsv"
    answer_of(peer("write-calls", calls))()
    found = measure.interleaved({
        "ours": answer_of([programs / "engine", "calls", calls, str(seconds)]),
        "theirs": answer_of(peer("price-calls", calls, str(seconds)))}, rounds)
    amounts = {one["picodollars"] for samples in found.values() for one in samples}
    if len(amounts) != 1:
        raise measure.Failed(f"the amounts differ: {sorted(amounts)}")
    ours, theirs = ([per_second(one) for one in found[name]] for name in ("ours", "theirs"))
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    section.rows.append(["invoices a second", f"{statistics.median(ours):,.0f}",
                         f"{statistics.median(theirs):,.0f}", report.number(ratio)])
    section.answer("million invoices a second", statistics.median(ours) / 1e6, goal=10, unit="M")
    for count in curves:
        add_crossings(section, programs, count, rounds)
    return section


def add_crossings(section: report.Section, programs: pathlib.Path, count: int,
                  rounds: int) -> None:
    """All crossings of so many curves, if they can be waited for."""
    crossings = answer_of([programs / "engine", "crossings", str(count)])
    try:
        runs = [crossings() for _ in range(rounds)]
    except measure.Failed as failure:
        section.missing(f"crossings of {count:,} curves", str(failure))
        return
    time = statistics.median(one["seconds"] for one in runs)
    section.rows.append([
        f"{runs[0]['crossings']:,} crossings of {count:,} curves, and their envelopes",
        report.seconds(time), "", ""])
    if count == 1000:
        section.answer("crossings of 1,000 curves", time, goal=1, unit="s", less=True)


def chart(programs: pathlib.Path, rounds: int) -> report.Section:
    """The same curves, crossings and texts as three programs draw them."""
    section = report.Section(
        CHART, "Curves, crossings and texts of `chart.json` to SVG, in a warm process.",
        ["program", "time", "bytes", "times slower than breakeven"])
    file = HERE / "chart.json"
    runs = {"Vega-Lite": answer_of(peer("vega", file, "20")),
            "matplotlib": answer_of(peer("matplotlib", file, "20"))}
    drawing = programs / "drawing"
    runs = {"breakeven": answer_of([drawing, "chart", file, TEMPLATES])} | runs
    found = measure.interleaved(runs, rounds)
    for name, samples in found.items():
        time = statistics.median(one["seconds"] for one in samples)
        slower = [theirs["seconds"] / ours["seconds"]
                  for ours, theirs in zip(found.get("breakeven", []), samples)]
        section.rows.append([name, report.seconds(time), f"{samples[0]['bytes']:,}",
                             f"{statistics.median(slower):,.0f}" if slower else ""])
    ours = found["breakeven"]
    section.answer("time", statistics.median(one["seconds"] for one in ours) * 1e6, goal=100,
                   unit="µs", less=True)
    section.answer("size", ours[0]["bytes"] / 1000, goal=8, unit="kB", less=True)
    filled = [answer_of([drawing, "templates", TEMPLATES])() for _ in range(rounds)]
    section.answer("templates filled a second", statistics.median(
        one["bytes"] / one["seconds"] for one in filled) / 1e6, goal=300, unit="MB")
    return section
