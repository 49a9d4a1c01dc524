"""A site in two states, and what has to hold whatever happens to a build between them."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
EDITED = "content/pages/method.md"


class Broken(Exception):
    """What does not hold."""


def digest(folder):
    """Every file of a folder by its path, as a hash; None if there is no folder."""
    if not folder.is_dir():
        return None
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Site:
    """A site that is built again and again, each time from the other of its two states."""

    def __init__(self, program, folder):
        self.program = str(Path(program).resolve())
        self.folder = Path(folder)
        shutil.copytree(HOME / "Tests/SiteTests/Fixtures/site/content", self.folder / "content")
        shutil.copytree(HOME / "templates", self.folder / "templates")
        self.output = self.folder / "output"
        text = (self.folder / EDITED).read_text()
        self.texts = [text, text + "\nA paragraph more.\n"]
        self.state = 0
        self.wholes = []
        self.seconds = 0.0
        for state in (0, 1, 0):
            self.edit(state)
            start = time.monotonic()
            self.expect(self.build(), 0)
            self.seconds = time.monotonic() - start
            if len(self.wholes) < 2:
                self.wholes.append(digest(self.output))
        if self.wholes[0] == self.wholes[1]:
            raise Broken("the two states of the site are the same")

    def edit(self, state):
        """Puts the content into a state."""
        self.state = state
        (self.folder / EDITED).write_text(self.texts[state])

    def command(self, *options):
        """The arguments of a build that makes everything again."""
        return [self.program, "build", "--fresh", "--source", str(self.folder), *options]

    def start(self, prefix=(), **options):
        """Starts a build, perhaps under another program."""
        return subprocess.Popen([*prefix, *self.command()], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, errors="replace", **options)

    def build(self, prefix=(), **options):
        """Builds to the end."""
        process = self.start(prefix, **options)
        process.out, process.err = process.communicate(timeout=120)
        return process

    @staticmethod
    def expect(process, *codes):
        """Raises unless a build ended in one of some ways."""
        if process.returncode not in codes:
            raise Broken(f"a build ended with {process.returncode}: {process.err[:500]}")

    def leftovers(self):
        """What lies beside the output and is not meant to stay."""
        known = {"content", "templates", "output", ".output.state"}
        return sorted(set(os.listdir(self.folder)) - known)

    def check_after(self, what):
        """The output is old or new byte for byte, and the next build makes it new."""
        found = digest(self.output)
        if found not in self.wholes:
            raise Broken(f"after {what} the output is neither the old nor the new one")
        self.expect(self.build(), 0)
        if digest(self.output) != self.wholes[self.state]:
            raise Broken(f"after {what} the next build made something else")
        if self.leftovers():
            raise Broken(f"after {what} and another build there is {self.leftovers()}")

    def flip(self):
        """Goes on to the other state."""
        self.edit(1 - self.state)


def killed(site, count, seed=1):
    """Builds that are ended at random moments, by signals that can be heard and by one that cannot."""
    chance = random.Random(seed)
    ended = 0
    for number in range(count):
        site.flip()
        name = ("SIGKILL", "SIGTERM", "SIGINT")[number % 3]
        process = site.start()
        time.sleep(chance.uniform(0, site.seconds * 1.1))
        process.send_signal(getattr(signal, name))
        process.out, process.err = process.communicate(timeout=60)
        code = -getattr(signal, name)
        site.expect(process, 0, code)
        ended += process.returncode == code
        if process.returncode == code and name != "SIGKILL" and site.leftovers():
            raise Broken(f"{name} left {site.leftovers()}")
        if process.err and f"stopped by {name}" not in process.err:
            raise Broken(f"{name} says: {process.err[:300]}")
        site.check_after(name)
    return f"{count} signals, {ended} of them before the end"
