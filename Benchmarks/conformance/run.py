"""Prices the same calls by genai-prices, by litellm and by Breakeven, and says where they differ.

    python3 Benchmarks/conformance/run.py FOLDER [--smoke]

Installs both packages from PyPI into a virtual environment in the folder, and imports the lists that
they carry. Calls are random, and the same ones at each run. A difference of less than half a
picodollar a line is that of rounding each line once; any other is explained by `explanations.py`,
or the program ends with 1. With KEEP=FILE what comes out is written as a site's
content/conformance.yaml, with the prices of the same model that the two lists state otherwise.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from calls import Call
from comparison import compare, described
from disagreements import disagreements
from engine import Engine
from environment import PACKAGES, NotInstalled, interpreter, kept_versions
from explanations import EXPLANATIONS
from kept import text

HERE = Path(__file__).resolve().parent
KEPT = HERE.parent.parent / "content/conformance.yaml"


def asked(python, kind, count, share, folder):
    """Calls of a list's entries, with what its own program says."""
    file = folder / f"{kind}.json"
    subprocess.run([python, HERE / "ask.py", kind, str(count), str(share), file], check=True)
    return [Call(**each) for each in json.loads(file.read_text())]


def percent(part, whole):
    return f"{part} of {whole} ({100 * part / max(whole, 1):.2f} %)"


def print_share(share):
    for key in share["not_expressed"]:
        print(f"  not expressed: {key['key']} ({key['entries']})")
    print(f"  expressed {percent(share['expressed'], share['entries'])} priced entries")


def print_result(result):
    """What became of the calls and of the entries, and a call of each sort that differs."""
    count = result.equal + result.rounded + len(result.explained) + len(result.unexplained)
    print(f"  {count} calls: {result.equal} equal, {result.rounded} but for rounding, "
          f"{len(result.explained)} explained, {len(result.unexplained)} unexplained")
    entries = len(result.entries)
    for what, number in (
            ("priced equal", result.entries_equal),
            ("priced equal, of what they have a price for", result.entries_equal_as_stated),
            ("priced equal but for what is explained", result.entries_equal_or_explained)):
        print(f"  {what}: {percent(number, entries)} entries")
    print_unanswered(result)
    reasons = Counter(reason for reason, _, _ in result.explained)
    for reason, calls in reasons.most_common():
        _, call, ours = next(each for each in result.explained if each[0] == reason)
        print(f"  {calls} x {reason.whose}: {reason.text}\n    {described(call, ours)}")
    groups = defaultdict(list)
    for call, ours in result.unexplained:
        groups[call.provider, call.kind, str(call.chosen), call.beyond].append((call, ours))
    for cases in sorted(groups.values(), key=len, reverse=True):
        print(f"  {len(cases)} x unexplained: {described(*cases[0])}")


def print_unanswered(result):
    """The calls that the list's own program says nothing of, by kind and by how its answer begins."""
    entries = defaultdict(set)
    for call in result.unanswered:
        reason = re.split(r"[.:=(]| for model", call.error)[0]
        entries[call.kind, reason].add(call.entry)
    for (kind, reason), known in sorted(entries.items(), key=lambda item: -len(item[1])):
        print(f"  no answer to calls of {len(known)} entries ({kind}): {reason}")


def print_stale(results):
    """Explanations that no difference needs any more."""
    used = {reason for _, result in results.values() for reason, _, _ in result.explained}
    for reason in EXPLANATIONS:
        if reason not in used:
            print(f"explains nothing any more: {reason.kind}, {reason.provider}: {reason.text}")


def measured(python, folder, count, share):
    """Both lists: how much is expressed, what became of the calls, and the calls."""
    packages = next((folder / "venv/lib").glob("python3*/site-packages"))
    engine, results, calls = Engine(folder, packages), {}, {}
    for kind in PACKAGES:
        start = time.monotonic()
        of_list = engine.share(kind)
        print(f"{kind} {of_list['version']}")
        print_share(of_list)
        calls[kind] = asked(python, kind, count, share, folder)
        result = compare(calls[kind], engine.amounts(kind, calls[kind]), kind)
        results[kind] = of_list, result
        print_result(result)
        print(f"  {time.monotonic() - start:.0f} s", flush=True)
    return engine, results, calls


def main():
    is_smoke = "--smoke" in sys.argv
    folder = Path(next(word for word in sys.argv[1:] if word != "--smoke")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    count = int(os.environ.get("CALLS", "3" if is_smoke else "16"))
    try:
        # What CI says must not change with what somebody else publishes.
        python = interpreter(folder, kept_versions(KEPT) if is_smoke else None)
    except NotInstalled as error:
        print(f"{error}, so nothing was compared", file=sys.stderr)
        return 0 if is_smoke else 1
    engine, results, calls = measured(python, folder, count, 20 if is_smoke else 1)
    if not is_smoke:
        print_stale(results)
    if os.environ.get("KEEP"):
        found = disagreements(engine, calls)
        Path(os.environ["KEEP"]).write_text(text(results, found))
    return 1 if any(result.unexplained for _, result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
