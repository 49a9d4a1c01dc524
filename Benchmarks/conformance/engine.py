"""What Breakeven makes of a list, and of calls of its entries."""

import json
import os
import subprocess
from collections import defaultdict

from calls import DAY

SITE = """title: Conformance
tagline: Prices of public lists
description: The same calls, priced by several programs.
updated: {day}
licence: CC BY 4.0
"""
FIRST_SOURCE = """sources:
  - {id: none, title: None, publisher: None, read: 2026-11-21}
"""


class Engine:
    """Breakeven, with the lists of some packages and a folder for sites."""

    def __init__(self, folder, packages):
        self.folder, self.packages = folder, packages

    def share(self, kind):
        """How much of a list is expressed."""
        return json.loads(self.run(kind, DAY, "--dry-run", "--format", "json"))

    def amounts(self, kind, calls):
        """A text for each call: dollars, or why there are none."""
        by_day = defaultdict(list)
        for number, call in enumerate(calls):
            by_day[call.day].append(number)
        texts = [None] * len(calls)
        for day, numbers in sorted(by_day.items()):
            file = self.folder / f"{kind}.tsv"
            file.write_text("".join(calls[number].line + "\n" for number in numbers))
            answers = self.run(kind, day, "--calls", str(file)).splitlines()
            for number, answer in zip(numbers, answers, strict=True):
                texts[number] = answer
        return texts

    def run(self, kind, day, *options):
        """The output of an import into a site that is of some day, and otherwise empty."""
        content = self.folder / kind / "content"
        content.mkdir(parents=True, exist_ok=True)
        (content / "site.yaml").write_text(SITE.format(day=DAY) + f"prices_on: {day}\n")
        (content / "sources.yaml").write_text(FIRST_SOURCE)
        return subprocess.run(
            [os.environ["BREAKEVEN"], "import", kind, str(self.packages), "--read", DAY,
             "--source", str(content.parent), *options],
            stdout=subprocess.PIPE, text=True, check=True).stdout
