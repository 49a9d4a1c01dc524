"""The list of claims: short enough to be used, and filtered by links alone."""

import re
import unittest

from pages import EVERY_PAGE, PageTest

CLAIMS = [page for page in EVERY_PAGE if 'id="only_reproduced"' in page.read_text()]

SHOWN = """[...document.querySelectorAll(".claim")].filter((claim) => claim.checkVisibility())
  .map((claim) => claim.className.replace("claim ", ""))"""


class Claims(PageTest):
    def follow(self, page, fragment):
        """Comes from elsewhere, as a link from another page does."""
        self.browser.open("about:blank")
        self.browser.open(f"{page.as_uri()}#{fragment}")

    def test_a_claim_is_a_few_lines_until_it_is_opened(self):
        for page in self.each(CLAIMS, "no page has claims"):
            count = len(re.findall(r'class="claim ', page.read_text()))
            for width, lines in ((1440, 70), (900, 80), (360, 130)):
                self.browser.resize(width)
                height = self.browser.evaluate("document.documentElement.scrollHeight")
                self.assertLess(height, 3500 + count * lines, f"{width} pixels wide")

    def test_a_link_shows_one_kind_of_verdict_without_a_script(self):
        for page in self.each(CLAIMS, "no page has claims"):
            self.browser.allow_scripts(False)
            everything = self.browser.evaluate(SHOWN)
            for kind in re.findall(r'id="only_(\w+)"', page.read_text()):
                self.follow(page, f"only_{kind}")
                shown = self.browser.evaluate(SHOWN)
                self.assertEqual(shown, [kind] * everything.count(kind))
                empty = self.browser.evaluate(
                    "[...document.querySelectorAll('.audited')].filter((list) =>"
                    " list.checkVisibility() && ![...list.querySelectorAll('.claim')]"
                    ".some((claim) => claim.checkVisibility())).length")
                self.assertEqual(empty, 0, "a source without any such claim is left out")
            self.browser.allow_scripts(True)

    def test_a_link_to_a_claim_opens_it(self):
        for page in self.each(CLAIMS, "no page has claims"):
            claims = re.findall(r'<div id="([^"]+)">', page.read_text())
            self.follow(page, claims[-1])
            self.assertEqual(
                self.browser.evaluate(
                    "[...document.querySelectorAll('details[open]')].map((details) =>"
                    " details.querySelector('div').id)"), [claims[-1]])


if __name__ == "__main__":
    unittest.main()
