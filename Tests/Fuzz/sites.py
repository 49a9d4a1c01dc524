"""Whole sites with a few things wrong, checked by the built program.

    python3 Tests/Fuzz/sites.py --program .build/release/breakeven --seconds 60 [--seed 1]

The law: a check ends with 0, 1 or 2, says a place in every message, and takes less than ten seconds
and 500 MB. A site that breaks it is kept, and its number given: `--only NUMBER` makes it again.
"""

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 10, 500
FINDING = re.compile(r"(breakeven|--[a-z-]+|[^\s:][^:]*)(:\d+(:\d+)?)?: (error|warning): \S")
REST = re.compile(r"(  |and \d+ more; |\d+ (error|warning)s?\b|Checked |Nothing )")

# What stands for a value, a name or a line: right, wrong, and nearly right.
VALUES = (
    "", "~", "x", "0", "1", "-1", "1e9", "0x10", "99999999999999999999", "0.0000000000001", "20M",
    "1B", "10 %", "101 %", "1 s to 2 s", "2 s to 1 s", "not stated", "never", "true", "2026-02-30",
    "0001-01-01", "9999-12-31", "2026-13", "https://example.com/", "javascript:x", "../../etc", "[]",
    "{}", "[a, b]", "{a: b}", "{{ x }}", "{[a]}", "&a b", "*a", "!!str x", "|", ">-", "'", "\"",
    "\"\\u0000\"", "\"\\U0001F600\"", "é", "a\u0301", "\u200b", "\ufeff", "main", "con", "404",
    "a" * 90, "=1+1", "%", "- x", "? x", "# x", "<b>", "]]>", "&amp;",
)
LINES = ("---", "...", "\t- x: y", "  - id: a", "| a | b |", "|---|", "```breakeven", "```", "# H",
         "[a](b)", "![a](b)", "[^1]: x", "<b>x</b>", "    x", "* * *", "Table: x")
MARKUP = ("<b>", "</b>", "<b/>", "<!--", "-->", "{{ frame.title }}", "{{", "}}", "<t:x/>",
          " t:if=\"frame.canonical\"", " t:for=\"x in frame.navigation\"", " id=\"main\"", "&#0;",
          " href=\"data:x\"", "<![CDATA[", "<?x?>", "<!DOCTYPE x>", "<grammar/>", "<ref name=\"x\"/>",
          "<include href=\"page.rng\"/>", "<oneOrMore><text/></oneOrMore>")


def mutated(text, chance, is_markup):
    """A text with a few changes of its lines."""
    lines = text.split("\n")
    for _ in range(1 + int(chance.expovariate(0.7))):
        place = chance.randrange(len(lines))
        line = lines[place]
        kind = chance.randrange(9)
        if kind == 0:
            del lines[place]
        elif kind == 1:
            lines.insert(place, line)
        elif kind == 2:
            other = chance.randrange(len(lines))
            lines[place], lines[other] = lines[other], line
        elif kind == 3:
            lines[place] = " " * chance.randrange(9) + line.lstrip()
        elif kind == 4 and ": " in line:
            lines[place] = line[:line.index(": ") + 2] + chance.choice(VALUES)
        elif kind == 5:
            lines[place] = re.sub(r"\d+", lambda _: str(chance.choice((0, 1, 7, 1000, 10**15))), line,
                                  count=1)
        elif kind == 6:
            start = chance.randrange(len(lines))
            lines[place:place] = lines[start:start + chance.randrange(1, 12)]
        elif kind == 7 and line:
            at = chance.randrange(len(line))
            lines[place] = line[:at] + chance.choice(MARKUP if is_markup else VALUES) + line[at:]
        else:
            lines.insert(place, chance.choice(MARKUP if is_markup else LINES))
        if not lines:
            lines = [""]
    return "\n".join(lines)


def change(site, chance):
    """Changes some files of a site: their texts, their names, or whether they are there."""
    for _ in range(1 + int(chance.expovariate(0.8))):
        files = sorted(path for path in site.rglob("*") if path.is_file())
        path = chance.choice(files)
        kind = chance.randrange(12)
        if kind == 0:
            path.unlink()
        elif kind == 1:
            name = chance.choice(("404", "main", "con", "index", "billing-rules", "a.b", "A", "é",
                                  "volumes-costs", "scenarios", "x" * 90, "-", "llms.txt"))
            copy = path.with_name(name + path.suffix)
            if copy != path:
                shutil.copy(path, copy)
        elif kind == 2:
            path.write_bytes(chance.randbytes(chance.randrange(200)))
        else:
            text = path.read_bytes().decode(errors="replace")
            is_markup = path.suffix in (".xhtml", ".svg", ".rng", ".css", ".js")
            path.write_text(mutated(text, chance, is_markup))


def fresh(site):
    """The site that all others come from."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(HOME / "Tests/SiteTests/Fixtures/site/content", site / "content")
    shutil.copytree(HOME / "templates", site / "templates")


def complaint(program, site):
    """What of the law a check of the site breaks; nothing if it holds."""
    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * 4, SECONDS * 4))

    with open(site.parent / "said", "w+", errors="replace") as said:
        process = subprocess.Popen([program, "check", "--source", str(site)], stdout=said, stderr=said,
                                   preexec_fn=limits, env={"SWIFT_BACKTRACE": "enable=no"})
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if code not in (0, 1, 2):
        return f"ended with {code}: {text[-400:]}"
    # Processor time, because the machine may be busy with something else.
    taken = used.ru_utime + used.ru_stime
    if taken > SECONDS:
        return f"took {taken:.1f} s"
    if used.ru_maxrss > MEGABYTES * 1024:
        return f"took {used.ru_maxrss // 1024} MB"
    for line in text.splitlines():
        if not FINDING.match(line) and not REST.match(line):
            return f"says no place: {line[:200]!r}"
    if code and not any(FINDING.match(line) for line in text.splitlines()):
        return f"ended with {code} and says nothing"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one site")
    given = parser.parse_args()
    program = str(Path(given.program).resolve())
    end = time.monotonic() + given.seconds
    number, broken = given.only or 0, 0
    with tempfile.TemporaryDirectory(prefix="breakeven-fuzz-") as folder:
        site = Path(folder, "site")
        while time.monotonic() < end:
            fresh(site)
            change(site, random.Random(f"{given.seed} {number}"))
            found = complaint(program, site)
            if found:
                broken += 1
                print(f"site {number} of seed {given.seed} {found}", flush=True)
                shutil.copytree(site, Path(tempfile.gettempdir(), f"fuzz-{given.seed}-{number}"),
                                dirs_exist_ok=True)
            if given.only is not None:
                break
            number += 1
    print(f"{number} sites, {broken} that break the law")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
