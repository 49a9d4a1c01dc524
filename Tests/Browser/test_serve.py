"""The site while it is written: a mistake is read on the page, and mended it is gone."""

import http.server
import subprocess
import threading
import time
import unittest

from devtools import PATIENCE, Browser
from served import PROGRAM, Served

MISTAKES = """(document.querySelector("breakeven-mistakes")?.shadowRoot
  .querySelector("pre").textContent ?? "")"""

BUILD = "document.querySelector('script[data-build]').dataset.build"


class SlowPage(http.server.ThreadingHTTPServer):
    """A page that is sent when it is told to be; use it in a `with`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.asked.set()
            self.server.answers.wait(PATIENCE)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>There</title>")

        def log_message(self, *_):
            pass

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Handler)
        self.address = f"http://127.0.0.1:{self.server_port}/"
        self.asked, self.answers = threading.Event(), threading.Event()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.answers.set()
        self.shutdown()
        self.server_close()


class ServeTests(unittest.TestCase):
    def setUp(self):
        self.browser = self.enterContext(Browser())

    def serve(self, *change):
        self.served = self.enterContext(Served(*change))

    def until(self, expression, what):
        """Waits until something holds on the page, which may be loading."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                if self.browser.evaluate(expression):
                    return
            except RuntimeError:  # the page was being replaced
                pass
            time.sleep(0.02)
        self.fail(f"not on the page: {what}")

    def test_a_saved_file_is_on_the_page(self):
        self.serve()
        self.assertEqual(self.browser.open(self.served.address), [])
        self.served.edit("content/site.yaml", "What our inference costs", "What it costs now")
        self.until("document.title.includes('What it costs now')", "the new title")

    def html(self):
        return self.browser.evaluate("document.documentElement.outerHTML")

    def test_a_page_becomes_the_new_one_where_it_stands(self):
        self.serve()
        page = "content/pages/about.md"
        paragraph = "These figures are made up."
        for path, old, new in (
            (page, "What is assumed", "What is supposed"),
            (page, "A month has 720 hours.", "A month is *long*.\n\n- so\n- and so\n\nReally."),
            (page, "\n\n- so\n- and so\n\nReally.", ""),
            (page, "title: About these figures", "title: What they rest on"),
            ("content/rate-cards/example-cloud.yaml", "4.00", "4.10"),
            ("templates/layout.xhtml", "Skip to the content", "To the content"),
        ):
            with self.subTest(new):
                address = f"{self.served.address}{'about/' if path == page else 'scenarios/volumes/'}"
                self.browser.open(address)
                self.browser.evaluate("window.mark = 1")
                before, build = self.html(), self.browser.evaluate(BUILD)
                self.served.edit(path, old, new)
                self.until(f"{BUILD} !== '{build}'", new)
                became = self.html()
                self.assertEqual(self.browser.evaluate("window.mark"), 1)
                # It is what it would be if it were loaded.
                self.browser.open(address)
                self.assertEqual(self.html(), became)
                self.assertNotEqual(before.split("<script src=\"/.")[0], became.split("<script src=\"/.")[0])

    def test_a_page_is_loaded_again_where_a_script_has_a_part_in_what_changes(self):
        self.serve()
        self.browser.open(f"{self.served.address}about/")
        self.browser.evaluate("window.mark = 1; document.querySelector('h1').firstChild.data = '!'")
        self.served.edit("content/pages/about.md", "title: About these figures", "title: Another")
        self.until("document.querySelector('h1').textContent === 'Another'", "the title")
        self.assertEqual(self.browser.evaluate("window.mark"), None)

    def test_a_page_is_loaded_again_for_a_new_stylesheet(self):
        self.serve()
        self.browser.open(self.served.address)
        self.browser.evaluate("window.mark = 1")
        self.served.edit("templates/assets/site.css", "body {", "body { outline-width: 7px;")
        self.until("getComputedStyle(document.body).outlineWidth === '7px'", "the style")
        self.assertEqual(self.browser.evaluate("window.mark"), None)

    def test_who_follows_a_link_while_the_page_is_to_be_loaded_again_gets_there(self):
        self.serve()
        self.browser.open(self.served.address)
        with SlowPage() as slow:
            self.browser.evaluate(f"location.href = '{slow.address}'; true")
            self.assertTrue(slow.asked.wait(PATIENCE))
            before = self.served.build()
            self.served.edit("templates/assets/site.css", "body {", "body { outline-width: 7px;")
            deadline = time.monotonic() + PATIENCE
            while self.served.build() == before and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertNotEqual(self.served.build(), before)
            time.sleep(1)  # The page that is being left hears of it.
            slow.answers.set()
            self.until("document.title === 'There'", "the page that the link leads to")

    def test_a_mistake_is_read_on_the_page_and_goes_when_it_is_mended(self):
        self.serve()
        page = f"{self.served.address}scenarios/volumes/index.html"
        self.assertEqual(self.browser.open(page), [])
        title = self.browser.evaluate("document.title")
        self.served.edit("content/rate-cards/example-cloud.yaml", ": 4.00", ": $4.00")
        self.until(f"{MISTAKES} !== ''", "the mistake")
        shown = self.browser.evaluate(MISTAKES)
        self.assertIn("example-cloud.yaml:21:27: error: '$4.00' has a currency sign\n", shown)
        self.assertIn("hint: write 4.00, the key says the unit\n1 error\n", shown)
        self.assertEqual(shown, self.served.terminal())
        roles = [(role, name) for role, name, _ in self.browser.accessibility_tree()]
        self.assertIn(("alert", "Mistakes in the site"), roles)
        # The last good site is still there, on this page and on every other.
        self.assertEqual(self.browser.evaluate("document.title"), title)
        self.browser.open(f"{self.served.address}index.html")
        self.until(f"{MISTAKES} !== ''", "the mistake on another page")
        self.assertIn("What our inference costs", self.browser.evaluate("document.title"))

        build = self.browser.evaluate(BUILD)
        self.served.edit("content/rate-cards/example-cloud.yaml", ": $4.00", ": 5.00")
        self.until(f"{MISTAKES} === ''", "no mistake")
        # The mistake is gone before the page is new; one that loads itself is not to be left yet.
        self.until(f"{BUILD} !== '{build}'", "the new front page")
        self.browser.open(page)
        self.assertTrue(self.browser.evaluate("document.body.textContent.includes('× $5 per ')"))

    def test_a_mistake_can_be_put_out_of_sight(self):
        self.serve()
        self.browser.open(self.served.address)
        self.served.edit("templates/layout.xhtml", "</html>", "</hmtl>")
        self.until(f"{MISTAKES} !== ''", "the mistake")
        self.browser.evaluate(
            "document.querySelector('breakeven-mistakes').shadowRoot.querySelector('button').click()")
        self.assertEqual(self.browser.evaluate(MISTAKES), "")

    def test_what_is_published_knows_nothing_of_it(self):
        self.serve()
        subprocess.run([PROGRAM, "build", "--quiet", "--source", self.served.site], check=True)
        pages = list((self.served.site / "output").rglob("*.html"))
        self.assertGreater(len(pages), 3)
        self.assertEqual([page for page in pages if "/.breakeven" in page.read_text()], [])

    def test_a_site_that_begins_with_a_mistake_appears_when_it_is_mended(self):
        def spoil(site):
            page = site / "content" / "site.yaml"
            page.write_text(page.read_text().replace("title:", "titel:"))
        self.serve(spoil)
        self.browser.open(self.served.address)
        self.until(f"{MISTAKES} !== ''", "the mistake")
        self.assertIn("hint: did you mean 'title'?", self.browser.evaluate(MISTAKES))
        self.served.edit("content/site.yaml", "titel:", "title:")
        self.until("document.title.includes('What our inference costs')", "the site")

    def test_an_address_that_leads_nowhere_has_the_page_of_the_site(self):
        self.serve()
        self.browser.open(f"{self.served.address}some/where/else")
        self.assertEqual(
            self.browser.evaluate("document.querySelector('h1').textContent"),
            "No page at this address")
        self.browser.evaluate("document.querySelector('main a').click()")
        self.until("document.querySelector('table.comparison') !== null", "a scenario, by its link")

    def test_it_leaves_when_it_is_asked_to(self):
        self.serve()
        self.browser.open(self.served.address)
        self.assertEqual(len(list(self.served.temporary.iterdir())), 1)
        self.assertEqual(self.served.stop(), 0)
        self.assertEqual(list(self.served.temporary.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
