"""The built site that the tests look at, and where they leave their pictures."""

import os
import re
import unittest
from pathlib import Path

from devtools import Browser

SITE = Path(os.environ["BREAKEVEN_SITE"]).resolve()
PICTURES = Path(os.environ["BREAKEVEN_PICTURES"]).resolve()
AXE = Path(os.environ["BREAKEVEN_AXE"])

EVERY_PAGE = sorted(SITE.rglob("*.html"))
CHARTS = sorted((SITE / "charts").glob("*.svg"))


def name(path):
    """A page as messages and file names have it: `scenarios/idle-replicas`."""
    return str(path.relative_to(SITE)).removesuffix(".html").removesuffix("/index")


def kinds():
    """The largest page of each kind; a page says in the class of its body what it is."""
    largest = {}
    for path in EVERY_PAGE:
        text = path.read_text()
        kind = re.search(r'<body class="([^"]*)"', text)[1]
        if kind == "embedded":
            table = re.search(r'<table[^>]*? class="([^"]*)"', text)
            kind += f" {table[1]}" if table else ""
        if kind not in largest or len(text) > len(largest[kind].read_text()):
            largest[kind] = path
    return [largest[kind] for kind in sorted(largest)]


ONE_OF_EACH_KIND = kinds()


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
