"""A small site that `breakeven serve` shows."""

import os
import re
import signal
import subprocess
import tempfile
import urllib.request
from pathlib import Path

from devtools import PATIENCE

PROGRAM = os.environ["BREAKEVEN_PROGRAM"]
HOME = Path(__file__).resolve().parents[2]


class Served:
    """A small site that `breakeven serve` shows; use it in a `with`."""

    def __init__(self, change=lambda site: None):
        self._folder = tempfile.TemporaryDirectory()
        self.site = Path(self._folder.name) / "costs"
        subprocess.run([PROGRAM, "init", "--quiet", "--from", HOME, self.site], check=True)
        change(self.site)
        self.temporary = Path(self._folder.name) / "temporary"
        self.temporary.mkdir()

    def __enter__(self):
        self.findings = open(Path(self._folder.name) / "findings", "w+")
        self._process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", "--source", self.site],
            stdout=subprocess.PIPE, stderr=self.findings, text=True,
            env={**os.environ, "TMPDIR": str(self.temporary)})
        lines = iter(self._process.stdout.readline, "")
        self.address = next(
            found[0] for line in lines if (found := re.search(r"http://[0-9.:]+/", line)))
        return self

    def stop(self):
        """Ends it as Ctrl-C does; returns its exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(PATIENCE)

    def __exit__(self, *_):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
        self.findings.close()
        self._folder.cleanup()

    def edit(self, path, old, new):
        """Writes a file as an editor does: beside it, then moved into its place."""
        file = self.site / path
        text = file.read_text()
        assert old in text, f"'{old}' is in {path}"
        beside = file.with_name(".new")
        beside.write_text(text.replace(old, new))
        beside.rename(file)

    def build(self):
        """The name of the build that is shown."""
        with urllib.request.urlopen(self.address) as page:
            return re.search(r'data-build="([^"]*)"', page.read().decode())[1]

    def terminal(self):
        """The findings so far."""
        self.findings.seek(0)
        return self.findings.read()
