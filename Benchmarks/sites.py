"""Whole sites: against Hugo and a copy, against the program as it was, and our own."""

import pathlib
import re
import shutil

import generate
import hugo_site
import measure
import report
from programs import BASELINE, Program, hugo

PAGES = "1. Pages of a table, against Hugo and a copy"
EVERYTHING = f"2. Everything published, against {BASELINE}"
OWN = f"3. This repository's site, against {BASELINE}"


def emptied(folder: pathlib.Path) -> pathlib.Path:
    """A folder that is not there."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def copy_of(source: pathlib.Path, target: pathlib.Path) -> measure.Sample:
    """Copies a folder with the system's own program."""
    return measure.run(["cp", "-r", source, emptied(target)])


def hugo_build(folder: pathlib.Path) -> measure.Sample:
    """Builds a Hugo site from nothing."""
    emptied(folder / "public")
    cache = emptied(folder / "cache")
    return measure.run([hugo(), "--quiet", "--source", folder, "--cacheDir", cache])


def pages(program: Program, work: pathlib.Path, sizes: list[int], rounds: int,
          hugo_at_most: int) -> report.Section:
    """Pages with one table of 50 rows, more and more of them."""
    section = report.Section(
        PAGES, "Scenario pages with a table of 50 rows, each built from nothing, every page "
        "validated. Hugo fills the same markup with the same texts.",
        ["scenarios", "files", "output", "breakeven", "a scenario", "processor", "memory",
         "Hugo", "its memory", "Hugo ÷ breakeven", "cp -r", "cp ÷ breakeven"])
    each: dict[int, float] = {}
    memory: dict[int, float] = {}
    for size in sizes:
        found = pages_once(program, work, size, rounds, size <= hugo_at_most)
        ours = found["breakeven"]
        files, bytes_ = measure.folder_size(work / "pages" / "output")
        each[size] = measure.median(ours) / size
        memory[size] = measure.median(ours, "megabytes")
        faster = measure.ratio(ours, found["hugo"]) if "hugo" in found else None
        copying = measure.ratio(ours, found["cp"])
        section.rows.append([
            f"{size:,}", f"{files:,}", report.megabytes(bytes_),
            report.seconds(measure.median(ours)), report.seconds(each[size]),
            report.seconds(measure.median(ours, "cpu")), f"{memory[size]:.0f} MB",
            report.seconds(measure.median(found["hugo"])) if faster else "",
            f"{measure.median(found['hugo'], 'megabytes'):.0f} MB" if faster else "",
            report.number(faster) if faster else "",
            report.seconds(measure.median(found["cp"])), report.number(copying)])
        if size == 10_000:
            if faster:
                section.answer("times faster than Hugo at 10,000", faster, must=1, goal=15)
            section.answer("as fast as `cp -r` at 10,000", copying, goal=1)
    if 10_000 not in sizes:
        section.missing("10,000 scenarios", "this run was smaller")
    add_growth(section, each, memory)
    return section


def pages_once(program: Program, work: pathlib.Path, size: int, rounds: int,
               with_hugo: bool) -> dict[str, list[measure.Sample]]:
    """Builds one size in turns with what it is compared with."""
    site, other = emptied(work / "pages"), emptied(work / "hugo")
    program.write_site(site, generate.one_table(size))
    runs = {"breakeven": lambda: program.build(site)}
    if with_hugo:
        program.build(site)
        hugo_site.write_hugo_site(site / "output", other)
        runs["hugo"] = lambda: hugo_build(other)
    runs["cp"] = lambda: copy_of(site / "output", work / "copy")
    found = measure.interleaved(runs, rounds)
    if with_hugo:
        hugo_site.compare(site / "output", other / "public")
    return found


def add_growth(section: report.Section, each: dict[int, float], memory: dict[int, float]) -> None:
    """Whether time is linear and memory flat, from 1,000 on, where fixed costs no longer show."""
    large = [size for size in sorted(each) if size >= 1000]
    if len(large) < 2:
        return
    first, last = large[0], large[-1]
    section.answer(f"time of a scenario, {last:,} to {first:,}", each[last] / each[first],
                   must=1.25, less=True)
    section.answer(f"memory at {last:,}", memory[last], must=200, goal=100, unit="MB", less=True)
    section.answer(f"memory, {last:,} to {first:,}", memory[last] / memory[first], must=1.25,
                   less=True)


def everything(new: Program, old: Program, work: pathlib.Path, scenarios: int,
               rounds: int) -> report.Section:
    """50 offers, 5 workloads, every family of files."""
    section = report.Section(
        EVERYTHING, f"{scenarios} scenarios of 50 offers and 5 workloads, everything published.",
        ["program", "time", "processor", "memory", "files", "output", "a scenario's page",
         "all files of a scenario"])
    folders = {name: emptied(work / f"everything-{name}") for name in ("new", "old")}
    new.write_site(folders["new"], generate.everything(scenarios))
    old.write_site(folders["old"], generate.everything(scenarios))
    found = measure.interleaved(
        {"new": lambda: new.build(folders["new"]), "old": lambda: old.build(folders["old"])},
        rounds)
    sizes: dict[str, tuple[int, int]] = {}
    for name, title in (("old", BASELINE), ("new", "now")):
        output = folders[name] / "output"
        sizes[name] = measure.folder_size(output)
        page, all_files = scenario_bytes(output, generate.scenario_id(1))
        samples = found[name]
        section.rows.append([
            title, report.seconds(measure.median(samples)),
            report.seconds(measure.median(samples, "cpu")),
            f"{measure.median(samples, 'megabytes'):.0f} MB", f"{sizes[name][0]:,}",
            report.megabytes(sizes[name][1]), f"{page / 1000:.0f} kB",
            f"{all_files / 1000:.0f} kB"])
        if name == "new":
            section.answer("a scenario's page", page / 1000, must=120, unit="kB", less=True)
            section.answer("all files of a scenario", all_files / 1000, must=500, unit="kB",
                           less=True)
    section.answer("times faster", measure.ratio(found["new"], found["old"]), must=20, goal=100)
    section.answer("times less processor time", measure.ratio(found["new"], found["old"], "cpu"))
    section.answer("times fewer bytes", sizes["old"][1] / sizes["new"][1], must=5)
    return section


def scenario_bytes(output: pathlib.Path, scenario: str) -> tuple[int, int]:
    """The bytes of a scenario's page, and of every file that has its name in the path."""
    page = output / "scenarios" / scenario / "index.html"
    every = [path for path in output.rglob("*")
             if path.is_file() and scenario in path.relative_to(output).as_posix()]
    return page.stat().st_size, sum(path.stat().st_size for path in every)


PRICE = ("price", "modal-h100", "--hours", "72")


def remove_later_scenarios(folder: pathlib.Path, then: pathlib.Path) -> None:
    """Removes the scenarios of a site that another one has not."""
    settings = folder / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    for path in sorted((folder / "content/scenarios").iterdir()):
        if not (then / "content/scenarios" / path.name).exists():
            path.unlink()
            text = re.sub(rf"^ *- {re.escape(path.stem)}\n", "", text, flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")


def own(new: Program, old: Program, work: pathlib.Path, rounds: int) -> report.Section:
    """The site of this repository from nothing, and how soon `price` answers."""
    section = report.Section(
        OWN, "Each program builds the site of its own commit, which has grown since: it has more "
        "scenarios, providers and tables now. The last row has those scenarios alone that the "
        "site had at 9dfe353.",
        ["program", "time", "processor", "memory", "files", "output", "`price`, first output"])
    folders = {name: emptied(work / f"own-{name}") for name in ("new", "old", "same")}
    new.copy_own_site(folders["new"])
    old.copy_own_site(folders["old"])
    new.copy_own_site(folders["same"])
    remove_later_scenarios(folders["same"], folders["old"])
    found = measure.interleaved(
        {"new": lambda: new.build(folders["new"]), "old": lambda: old.build(folders["old"]),
         "same": lambda: new.build(folders["same"])}, rounds)
    prices = measure.interleaved(
        {"new": lambda: measure.run([new.path, *PRICE], folders["new"]),
         "old": lambda: measure.run([old.path, *PRICE], folders["old"])}, 4 * rounds)
    prices["same"] = prices["new"]
    for name, title in (("old", BASELINE), ("new", "now"), ("same", "now, scenarios of then")):
        files, bytes_ = measure.folder_size(folders[name] / "output")
        section.rows.append([
            title, report.seconds(measure.median(found[name])),
            report.seconds(measure.median(found[name], "cpu")),
            f"{measure.median(found[name], 'megabytes'):.0f} MB", f"{files:,}",
            report.megabytes(bytes_),
            report.seconds(measure.median(prices[name], "first_output"))])
    section.answer("times faster", measure.ratio(found["new"], found["old"]), must=4)
    section.answer(
        "times faster, with the scenarios of then", measure.ratio(found["same"], found["old"]),
        must=4)
    section.answer("clean build", measure.median(found["new"]) * 1e3, goal=100, unit="ms",
                   less=True)
    section.answer(
        "`price` to first output", measure.median(prices["new"], "first_output") * 1e3, goal=10,
        unit="ms", less=True)
    return section

