"""Writes RESULTS.md: what was measured, on what, and how far it is from what was asked for."""

import dataclasses
import os
import pathlib
import platform
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
RESULTS = HERE / "RESULTS.md"


@dataclasses.dataclass
class Section:
    """One benchmark: a table, and an answer to each thing that was asked for."""

    title: str
    about: str
    columns: list[str]
    rows: list[list[str]] = dataclasses.field(default_factory=list)
    answers: list[list[str]] = dataclasses.field(default_factory=list)

    def answer(self, asked: str, measured: float, *, must: float | None = None,
               goal: float | None = None, unit: str = "×", less: bool = False) -> None:
        """Says whether a number is at least, or with `less` at most, what was asked for."""
        def verdict(limit: float | None) -> str:
            if limit is None:
                return ""
            met = measured <= limit if less else measured >= limit
            return f"{limit:g} {unit}: {'met' if met else 'not met'}"
        self.answers.append([asked, f"{number(measured)} {unit}", verdict(must), verdict(goal)])

    def missing(self, asked: str, why: str) -> None:
        """Says that something was not measured."""
        self.answers.append([asked, f"not measured: {why}", "", ""])

    def markdown(self, measured: str) -> str:
        """The section as it stands in the file."""
        parts = [f"## {self.title}\n", f"{self.about}\n", table(self.columns, self.rows)]
        if self.answers:
            parts.append(table(["asked for", "measured", "must", "goal"], self.answers))
        return "\n".join([*parts, f"{measured}\n"])


def number(value: float) -> str:
    """Three digits, or all that stand before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def table(columns: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in [columns, *rows]]
    lines.insert(1, "|" + "---|" * len(columns))
    return "\n".join(lines) + "\n"


def seconds(value: float) -> str:
    """A time in a unit that fits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{number(value / size)} {unit}"
    return f"{value * 1e9:.3g} ns"


def megabytes(value: float) -> str:
    """Bytes in millions."""
    return f"{value / 1e6:,.1f} MB"


# What it was measured on


def text_of(command: list[str], folder: pathlib.Path = ROOT) -> str:
    """What a program prints."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def first_match(file: str, pattern: str) -> str:
    """The first group of a pattern in a file of the system."""
    found = re.search(pattern, pathlib.Path(file).read_text(), re.MULTILINE)
    return found[1].strip() if found else "unknown"


def machine(work: pathlib.Path) -> str:
    """Cores, processor, memory, and the file system that is written to."""
    memory = int(first_match("/proc/meminfo", r"^MemTotal:\s+(\d+) kB")) / 1024**2
    disk = text_of(["stat", "--file-system", "--format", "%T", str(work)])
    return (f"{os.cpu_count()} cores of {first_match('/proc/cpuinfo', r'^model name.*: (.*)$')}, "
            f"{memory:.0f} GiB of memory, {platform.system()} {platform.release()}, "
            f"load {os.getloadavg()[0]:.1f} at the start, written to {disk}. "
            f"Python {platform.python_version()}.")


def swift() -> str:
    """The compiler that built the programs."""
    found = re.search(r"Swift version [^ ]+", text_of(["swift", "--version"]))
    return found[0] if found else "an unknown Swift"


def commit_line(date: str | None) -> str:
    """The commit that the working copy stands at, and a day that no clock says."""
    commit = text_of(["git", "log", "-1", "--format=%h"])
    changed = "" if not text_of(["git", "status", "--porcelain", "--", "Sources", "templates"]) \
        else " with changes"
    day = date or text_of(["git", "log", "-1", "--format=%cs"])
    return f"{day}, commit {commit}{changed}"


# The file


HEAD = """# Results

Written by `run.py`; [README.md](README.md) says what each number means. Times are wall clock, the
middle of several runs; a ratio is the middle of the ratios of pairs that ran one after the other.
"""


def sections_of(text: str) -> dict[str, str]:
    """The sections of an earlier file, by title."""
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].removeprefix("## "): part for part in parts}


def save(section: Section, measured: str) -> None:
    """Puts a section in the place of the earlier one, and leaves the others as they are."""
    found = sections_of(RESULTS.read_text()) if RESULTS.exists() else {}
    found[section.title] = section.markdown(measured)
    ordered = [found[title].rstrip() + "\n" for title in sorted(found)]
    RESULTS.write_text("\n".join([HEAD, *ordered]))
