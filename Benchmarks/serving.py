"""How soon a saved file is in the browser: in the stream of messages, and on a page in Chromium."""

import contextlib
import dataclasses
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time

import measure
import report
from programs import ROOT, Program
from sites import emptied

sys.path.append(str(ROOT / "Tests" / "Browser"))

SERVING = "6. A save, until it is in the browser"
PATIENCE = 60  # seconds

# A file, and what alternates in it: prose, a price that many pages depend on, a template.
EDITS = (
    ("a page", "content/pages/index.md", "cannot be compared", "can hardly be compared"),
    ("a price", "content/rate-cards/modal.yaml", "3.95", "3.96"),
    ("the layout", "templates/layout.xhtml", "Skip to the content", "Skip to  the content"),
)


# A page that was loaded, or has become the new one where it stands, up to its layout.
SHOWN = """
addEventListener("DOMContentLoaded", () => shown(""));
document.addEventListener("breakeven-shown", () => {
  document.documentElement.getBoundingClientRect();
  shown("");
});
"""


@dataclasses.dataclass(frozen=True)
class Server:
    """A site that is served."""

    host: str
    port: int
    process: int

    def processor(self) -> float:
        """Seconds of processor time so far, in steps of a hundredth."""
        fields = pathlib.Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def served(program: Program, site: pathlib.Path):
    """Serves a site on any free port; in memory, as it is where nobody says otherwise."""
    words = [program.path, "serve", "--port", "0", "--source", site]
    others = {name: value for name, value in os.environ.items() if name != "TMPDIR"}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True, env=others)
    try:
        found = None
        while found is None:
            line = process.stdout.readline()
            if not line:
                raise measure.Failed("`serve` ended")
            found = re.search(r"http://([0-9.]+):([0-9]+)/", line)
        yield Server(found[1], int(found[2]), process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate()


class Messages:
    """The stream that pages listen to."""

    def __init__(self, server: Server):
        self._socket = socket.create_connection((server.host, server.port), PATIENCE)
        self._socket.sendall(
            f"GET /.breakeven/events HTTP/1.1\r\nHost: {server.host}:{server.port}\r\n\r\n"
            .encode())
        self._lines = self._socket.makefile("r", encoding="utf-8", newline="\n")
        self.next()

    def next(self) -> str:
        """Waits for a message."""
        for line in self._lines:
            if line.startswith("data: "):
                return line
        raise measure.Failed("`serve` closed the stream")

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


def saves(site: pathlib.Path, path: str, old: str, new: str, rounds: int):
    """Saves a file again and again; gives the moment of each, when the one before is dealt with."""
    file = site / path
    texts = [file.read_text().replace(old, new), file.read_text()]
    if texts[0] == texts[1]:
        raise measure.Failed(f"'{old}' is not in {path}")
    for turn in range(2 * rounds):
        time.sleep(0.3)  # the machine is at rest when an author saves
        start = time.perf_counter()
        file.write_text(texts[turn % 2])
        yield start


def message_times(server: Server, site: pathlib.Path, edit: tuple, rounds: int):
    """Seconds from each save to the message that tells pages to load themselves."""
    messages = Messages(server)
    times = []
    for start in saves(site, *edit, rounds):
        if '"mistakes":""' not in messages.next():
            raise measure.Failed("the site has a mistake")
        times.append(time.perf_counter() - start)
    messages.close()
    return times


def browser_times(server: Server, site: pathlib.Path, edit: tuple, rounds: int):
    """Seconds from each save until the new page can be read in Chromium; nothing without it."""
    import devtools
    if devtools.find_chromium() is None:
        return []
    times = []
    with devtools.Browser() as browser:
        browser.resize(1200)
        browser.call("Runtime.addBinding", name="shown")
        browser.call("Page.addScriptToEvaluateOnNewDocument", source=SHOWN)
        browser.open(f"http://{server.host}:{server.port}/")
        time.sleep(0.5)
        browser.messages.clear()
        for start in saves(site, *edit, rounds):
            browser.wait_for("Runtime.bindingCalled")
            times.append(time.perf_counter() - start)
            browser.messages.clear()
    return times


def serving(program: Program, work: pathlib.Path, rounds: int) -> report.Section:
    """This repository's site, saved while somebody looks at its front page."""
    section = report.Section(
        SERVING, "A file of this repository's site is saved; middle and worst of the saves.",
        ["saved", "told to the page", "at worst", "processor", "new page read in Chromium",
         "at worst"])
    site = emptied(work / "serving")
    program.copy_own_site(site)
    slowest: dict[str, float] = {}
    with served(program, site) as server:
        for name, *edit in EDITS:
            before = server.processor()
            told = message_times(server, site, tuple(edit), rounds)
            processor = (server.processor() - before) / len(told)
            loaded = browser_times(server, site, tuple(edit), rounds)
            section.rows.append(
                [name, *columns(told), report.seconds(processor), *columns(loaded)])
            slowest[name] = middle(loaded or told)
    section.answer("the slowest of these saves, in the browser", max(slowest.values()) * 1e3,
                   must=200, unit="ms", less=True)
    return section


def middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def columns(times: list[float]) -> list[str]:
    """The middle and the worst."""
    if not times:
        return ["not measured", ""]
    return [report.seconds(middle(times)), report.seconds(max(times))]
