"""Many offers of a provider, folded up, and of a scenario, in a table: found by their words."""

import unittest

from pages import FOLDED, SEARCHED, PageTest

SHOWN = """[...document.querySelectorAll(".folds > li")].filter((item) => item.checkVisibility())
  .map((item) => item.querySelector(".name").textContent)"""
ROWS = """[...document.querySelectorAll(".filter + .table-scroll tbody tr:has(td)")]
  .filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent)"""
LEFT = "document.querySelector('.filter').checkVisibility() && document.querySelector('.left').textContent"


class Filter(PageTest):
    def find(self, words):
        self.browser.evaluate(f"""(() => {{
          const field = document.querySelector(".filter input");
          field.value = {words!r};
          field.dispatchEvent(new Event("input", {{ bubbles: true }}));
        }})()""")

    def test_leaves_the_offers_with_all_of_the_words(self):
        for _ in self.each(FOLDED, "no provider has many offers"):
            self.assertEqual(len(self.browser.evaluate(SHOWN)), 60)
            self.find("small")
            small = self.browser.evaluate(SHOWN)
            self.assertEqual(len(small), 20)
            self.assertTrue(all("Small" in one for one in small))
            self.assertEqual(self.browser.evaluate(LEFT), "20")
            self.find("1  SMALL zeta")
            self.assertTrue(all("Small" in one and "1" in one for one in self.browser.evaluate(SHOWN)))
            self.find("nothing has this name")
            self.assertEqual((self.browser.evaluate(SHOWN), self.browser.evaluate(LEFT)), ([], "0"))
            self.find("")
            self.assertEqual(len(self.browser.evaluate(SHOWN)), 60)

    def test_leaves_the_rows_of_a_table_with_all_of_the_words(self):
        for _ in self.each(SEARCHED, "no table has many offers"):
            for width in (1200, 360):
                self.browser.resize(width)
                self.find("")
                everyone = self.browser.evaluate(ROWS)
                self.assertGreater(len(everyone), 50)
                self.find("zeta medium")
                left = self.browser.evaluate(ROWS)
                self.assertTrue(left and all("Zeta Medium" in row for row in left))
                self.assertLess(len(left), len(everyone))
                self.assertEqual(self.browser.evaluate(LEFT), str(len(left)))
            self.find("nothing has this name")
            self.assertEqual(self.browser.evaluate(ROWS), [])

    def test_is_short_and_whole_without_a_script(self):
        self.browser.allow_scripts(False)
        for _ in self.each(FOLDED, "no provider has many offers"):
            self.assertFalse(self.browser.evaluate(LEFT), "a field that nothing reads is hidden")
            self.assertEqual(len(self.browser.evaluate(SHOWN)), 60)
            for width, most in ((1200, 5000), (360, 6500)):
                self.browser.resize(width)
                self.assertLess(
                    self.browser.evaluate("document.documentElement.scrollHeight"), most)
        self.browser.allow_scripts(True)

    def test_a_link_to_an_offer_opens_it_even_if_it_is_left_out(self):
        for page in self.each(FOLDED, "no provider has many offers"):
            self.browser.open("about:blank")
            self.browser.open(f"{page.as_uri()}#offer_zeta-07")
            opened = "[...document.querySelectorAll('.folds details[open]')].map((one) =>" \
                     " one.querySelector('div').id)"
            self.assertEqual(self.browser.evaluate(opened), ["offer_zeta-07"])
            self.find("zeta medium 01")
            self.assertEqual(self.browser.evaluate(SHOWN), ["Zeta Medium 01"])
            self.browser.evaluate("location.hash = '#offer_zeta-08'")
            self.browser.evaluate("new Promise((done) => setTimeout(done, 100))")
            self.assertEqual(len(self.browser.evaluate(SHOWN)), 60)


if __name__ == "__main__":
    unittest.main()
