"""The built sites that the tests look at, and where they leave their pictures."""

import contextlib
import functools
import http.server
import os
import re
import threading
import unittest
from pathlib import Path

from devtools import Browser

SITE = Path(os.environ["BREAKEVEN_SITE"]).resolve()
PICTURES = Path(os.environ["BREAKEVEN_PICTURES"]).resolve()
AXE = Path(os.environ["BREAKEVEN_AXE"])

# A small site with one table that is too large for arithmetic; its other pages are like any.
LARGE = Path(os.environ["BREAKEVEN_LARGE_SITE"]).resolve()
LEADS = re.compile(r'<td[^>]*><a href="invoices/index.html#invoice_')
LEADING = [page for page in sorted(LARGE.rglob("*.html")) if LEADS.search(page.read_text())]
# The page of a scenario with so many offers that a reader looks for one.
SEARCHED = [page for page in sorted(LARGE.glob("scenarios/*/index.html"))
            if 'class="filter"' in page.read_text()]
# The page of a provider with so many offers that they are folded up.
FOLDED = [page for page in sorted(LARGE.glob("providers/*/index.html"))
          if 'class="folds"' in page.read_text()]

# What stands in tables/ is no page: a fragment for those of others.
FRAGMENTS = sorted((SITE / "tables").rglob("*.html")) + sorted(
    page for page in SITE.glob("compare/*/*.html") if page.name != "index.html")
# Where the address of a site is known, its page for what is not found takes its files from there.
NOT_FOUND = [LARGE / "404.html"]
EVERY_PAGE = [page for page in sorted(SITE.rglob("*.html"))
              if page not in FRAGMENTS and page.name != "404.html"] + NOT_FOUND + LEADING + FOLDED
CHARTS = sorted((SITE / "charts").glob("*.svg"))


def name(path):
    """A page as messages and file names have it: `scenarios/idle-replicas`."""
    root = SITE if path.is_relative_to(SITE) else LARGE
    return str(path.relative_to(root)).removesuffix(".html").removesuffix("/index")


def kinds():
    """The largest page of each kind; a page says in the class of its body what it is."""
    largest = {}
    for path in EVERY_PAGE:
        text = path.read_text()
        kind = re.search(r'<body class="([^"]*)"', text)[1]
        if kind == "embedded":
            part = re.search(r'<(?:div|figure) class="(breakeven-table|chart-figure)', text)
            kind += f" {part[1]}" if part else ""
        if path in LEADING:
            kind += " that leads"
        if path in FOLDED:
            kind += " that is folded"
        if kind not in largest or len(text) > len(largest[kind].read_text()):
            largest[kind] = path
    return [largest[kind] for kind in sorted(largest)]


ONE_OF_EACH_KIND = kinds()


@contextlib.contextmanager
def served(folder):
    """The address of a folder, for as long as it is served over HTTP."""
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class PageTest(unittest.TestCase):
    """A test with a browser of its own, as wide as a desk, in daylight, with scripts."""

    @classmethod
    def setUpClass(cls):
        cls.browser = cls.enterClassContext(Browser())

    opened = None

    def setUp(self):
        self.browser.allow_scripts(True)
        self.browser.emulate()
        self.browser.resize(1200)

    def each(self, pages, because="there is nothing to test"):
        """Opens one page after the other."""
        pages = list(pages)
        self.assertTrue(pages, because)
        for path in pages:
            self.opened = name(path)
            self.complaints = self.browser.open(path.as_uri())
            yield path
        self.opened = None

    def _formatMessage(self, message, standard):
        text = super()._formatMessage(message, standard)
        return f"on {self.opened}: {text}" if self.opened else text
