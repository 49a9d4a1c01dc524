"""Inputs that somebody might write a great many of: each doubled thrice, and what `check` takes.

Twice as much may take twice as long and no more: what grows faster than that would let one file
stop a build. Most inputs are mistakes on purpose, so findings are counted in.
"""

import pathlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable

import measure
import programs
import report
from programs import Program

GROWTH = "8. Inputs that grow"
FIXTURE = programs.ROOT / "Tests" / "SiteTests" / "Fixtures" / "site" / "content"
PAGE = "---\ntitle: A page\ndescription: What it says.\n---\n\n"
# Ends with 0 as long as the program ended with 0 or with findings.
FORGIVING = ("import subprocess, sys; quiet = subprocess.DEVNULL; "
             "sys.exit(subprocess.run(sys.argv[1:], stdout=quiet, stderr=quiet).returncode not in (0, 1))")
LAST = "<p class=\"fine\">"


def unknown_keys(site: pathlib.Path, count: int) -> None:
    """Keys that the format does not have."""
    change(site / "content/site.yaml", lambda text: text + "".join(
        f"unknown-{place}: x\n" for place in range(count)))


def broken_links(site: pathlib.Path, count: int) -> None:
    """Links of one page that lead to nothing."""
    (site / "content/pages/links.md").write_text(PAGE + "".join(
        f"[a](x{place}.html)\n" + "\n" * (place % 200 == 0) for place in range(count)))


def dated_rates(site: pathlib.Path, count: int) -> None:
    """Prices of one offer, one after the other."""
    entries = "".join(
        f"      - from: {1800 + place // 12}-{place % 12 + 1:02}-01\n"
        f"        usd_per_request: 0.00{place % 9 + 1}\n        source: charlie-pricing\n"
        for place in range(count))
    change(site / "content/rate-cards/charlie-functions.yaml", lambda text: text.replace(
        "    rates:\n", "    rates:\n" + entries, 1))


def holes(site: pathlib.Path, count: int) -> None:
    """Fields in one text of a template."""
    change(site / "templates/layout.xhtml", lambda text: text.replace(
        LAST, LAST + "{{ frame.siteTitle }} " * count))


def siblings(site: pathlib.Path, count: int) -> None:
    """Elements of a template beside each other."""
    change(site / "templates/layout.xhtml", lambda text: text.replace(
        LAST, LAST + "<b>x</b>" * count))


def workloads(site: pathlib.Path, count: int) -> None:
    """Workloads of one scenario."""
    work = "".join(f"  - {{id: w{place}, name: W{place}, tokens: 1M, hours: 3 h, runs: 1}}\n"
                   for place in range(count))
    text = (site / "content/scenarios/volumes.yaml").read_text()
    offers = text[text.index("offers:"):text.index("  - offer: alpha-gpu\n    as:")]
    (site / "content/scenarios/many.yaml").write_text(
        "title: Many\nquestion: Which is cheapest?\nsummary: Many workloads.\n"
        f"workloads:\n{work}{offers}"
        "alternatives: {because: The same model runs behind each., source: survey}\n")


def offers(site: pathlib.Path, count: int) -> None:
    """Offers of one rate card, all of them in one scenario."""
    card = "".join(f"  - id: o{place}\n    name: O {place}\n    rates:\n"
                   f"      - {{usd_per_request: 0.0{place % 90 + 10}, source: charlie-pricing}}\n"
                   for place in range(count))
    (site / "content/rate-cards/many.yaml").write_text(f"name: Many\nsummary: S.\noffers:\n{card}")
    list_offers(site, (f"o{place}" for place in range(count)))


def misspelt_offers(site: pathlib.Path, count: int) -> None:
    """As many offers, and a scenario that misspells each."""
    offers(site, count)
    list_offers(site, (f"oo{place}" for place in range(count)))


def list_offers(site: pathlib.Path, names: Iterable[str]) -> None:
    """A scenario of offers."""
    (site / "content/scenarios/many.yaml").write_text(
        "title: Many\nquestion: Which is cheapest?\nsummary: Many offers.\n"
        "workloads: [{id: w, name: W, requests: 1k}]\noffers:\n"
        + "".join(f"  - offer: {name}\n" for name in names))


def scenarios(site: pathlib.Path, count: int) -> None:
    """Scenarios of a site that publishes pages alone."""
    text = (site / "content/scenarios/job.yaml").read_text()
    for place in range(count):
        (site / f"content/scenarios/x{place}.yaml").write_text(text)
    change(site / "content/site.yaml", lambda text: text + "publish: [pages]\n")


# What is doubled, and how many there are at first.
ROWS: dict[str, tuple[Callable[[pathlib.Path, int], None], int]] = {
    "unknown keys": (unknown_keys, 2_000), "broken links": (broken_links, 2_000),
    "dated rates": (dated_rates, 100), "fields of a template": (holes, 500),
    "elements of a template": (siblings, 1_000), "workloads": (workloads, 50),
    "offers": (offers, 250), "misspelt offers": (misspelt_offers, 250), "scenarios": (scenarios, 125),
}
# Twice the input may take twice as long; the rest is for a machine that does something else as well.
STEEPEST = 3


def change(path: pathlib.Path, edit: Callable[[str], str]) -> None:
    """Writes a file anew; one that comes out as it was is a mistake of this program."""
    text = path.read_text()
    edited = edit(text)
    if edited == text:
        raise measure.Failed(f"{path} has no place to grow at")
    path.write_text(edited)


def sample(program: Program, work: pathlib.Path, row: str, count: int) -> measure.Sample:
    """One check of a site of its own; findings are no failure here."""
    site = work / "growing"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(FIXTURE, site / "content")
    shutil.copytree(programs.ROOT / "templates", site / "templates")
    ROWS[row][0](site, count)
    return measure.run([sys.executable, "-S", "-E", "-c", FORGIVING, str(program.path), "check",
                        "--source", str(site)])


def growth(program: Program, work: pathlib.Path, is_large: bool) -> report.Section:
    """Every row at four sizes, each twice the one before; with `is_large` up to 10,000 scenarios."""
    section = report.Section(
        GROWTH, "What `check` takes, every document validated, for inputs that double; processor "
        "time of all threads.", ["input", "how many", "processor", "memory"])
    steepest, steep = 0.0, ""
    for row, (_, first) in ROWS.items():
        if row == "scenarios" and is_large:
            first *= 10
        samples = [sample(program, work, row, first << step) for step in range(4)]
        # The site around the input takes its time as well; it is the larger part of the first ones.
        ratio = samples[3].cpu / samples[2].cpu
        if ratio > steepest:
            steepest, steep = ratio, row
        for step, taken in enumerate(samples):
            section.rows.append([row, f"{first << step:,}", report.seconds(taken.cpu),
                                 f"{taken.megabytes:.0f} MB"])
    section.answer(f"twice the input, at most so many times as long ({steep})", steepest,
                   must=STEEPEST, less=True)
    if steepest > STEEPEST:
        raise measure.Failed(f"{section.markdown('')}\n"
                             f"twice as many {steep} take {steepest:.1f} times as long")
    return section
