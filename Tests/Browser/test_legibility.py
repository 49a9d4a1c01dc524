"""What a reader can read and hit: sizes of letters, targets of fingers, tables that fit."""

import unittest

from pages import EVERY_PAGE, ONE_OF_EACH_KIND, SITE, PageTest

WIDTHS = (360, 900, 1440)

# Texts that are smaller than 12 px on the screen, drawings as they are scaled.
SMALL = """(() => {
  const small = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.getClientRects().length) continue;
    const scale = element.closest("svg") ? element.getScreenCTM().a : 1;
    const size = parseFloat(getComputedStyle(element).fontSize) * scale;
    // Of no size is what only assistive technology is told.
    if (size > 0 && size < 11.99) small.add(`${size.toFixed(1)} px: ${texts.currentNode.data.trim()}`);
  }
  return [...small];
})()"""

# Links that stand alone or in lists and tables, and not within a sentence.
LOW = """[...document.querySelectorAll(
  "main :is(td, th, .bars, .files, .jumps, .contents, .cite, .span) a, nav a")]
  .map((link) => [link.getBoundingClientRect().height, link.textContent])
  .filter(([height]) => height > 0 && height < 24)"""

# Boxes that scroll, each with what it holds, how far, and how wide it is.
SCROLLING = """[...document.querySelectorAll(".table-scroll, .prose table")]
  .map((box) => [(box.querySelector("table") ?? box).className,
    box.scrollWidth - box.clientWidth, box.clientWidth])
  .filter(([, over]) => over > 0)"""

# How many cards stand in the last row of a list of ranges, and how many in the first.
ROWS = """[...document.querySelectorAll(".spans")].map((list) => {
  const tops = [...list.children].map((card) => card.offsetTop);
  return [tops.filter((top) => top === tops.at(-1)).length, tops.filter((top) => top === tops[0]).length];
})"""


class Legibility(PageTest):
    def test_no_letter_is_smaller_than_12_px(self):
        for _ in self.each(ONE_OF_EACH_KIND):
            for width in WIDTHS:
                self.browser.resize(width)
                self.assertEqual(self.browser.evaluate(SMALL), [], f"at {width} px")

    def test_links_of_lists_and_tables_are_24_px_high(self):
        self.browser.resize(360)
        for _ in self.each(ONE_OF_EACH_KIND):
            self.assertEqual(self.browser.evaluate(LOW), [])

    def test_a_table_fits_a_desk(self):
        self.browser.resize(1440)
        for _ in self.each(page for page in EVERY_PAGE if page.is_relative_to(SITE)):
            self.assertEqual(self.browser.evaluate(SCROLLING), [])

    def test_no_table_scrolls_by_less_than_it_is_worth(self):
        for _ in self.each(EVERY_PAGE):
            for width in WIDTHS:
                self.browser.resize(width)
                needless = [box for box in self.browser.evaluate(SCROLLING) if box[1] < 24]
                self.assertEqual(needless, [], f"at {width} px")

    def test_a_price_is_read_without_scrolling_sideways(self):
        self.browser.resize(360)
        kinds = ("rates", "rounds", "moved", "providers")
        for _ in self.each(EVERY_PAGE):
            over = [box for box in self.browser.evaluate(SCROLLING)
                    if set(box[0].split()) & set(kinds)]
            self.assertEqual(over, [])

    def test_amounts_of_a_comparison_are_read_without_scrolling_sideways_on_a_phone(self):
        pages = [page for page in EVERY_PAGE if page.is_relative_to(SITE)]
        for width in (320, 360, 412):
            self.browser.resize(width)
            for _ in self.each(pages):
                over = [box for box in self.browser.evaluate(SCROLLING) if "comparison" in box[0]]
                self.assertEqual(over, [], f"at {width} px")

    def test_rules_are_read_without_scrolling_sideways(self):
        pages = [page for page in EVERY_PAGE if 'class="matrix"' in page.read_text()]
        for width in (360, 900, 1200):
            self.browser.resize(width)
            for _ in self.each(pages, "no page has rules"):
                over = [box for box in self.browser.evaluate(SCROLLING) if box[0] == "matrix"]
                self.assertEqual(over, [], f"at {width} px")
                # What has no head beside it says what it is.
                unnamed = self.browser.evaluate("""(() => {
                  const head = document.querySelector(".matrix thead").getBoundingClientRect();
                  return head.width > 1 ? 0 : document.querySelectorAll(".matrix td:not([data-label])").length;
                })()""")
                self.assertEqual(unnamed, 0, f"at {width} px")

    def test_no_range_stands_alone_in_the_last_row(self):
        with_ranges = [page for page in EVERY_PAGE if '<ol class="spans"' in page.read_text()]
        for _ in self.each(with_ranges, "no page has ranges"):
            for width in WIDTHS:
                self.browser.resize(width)
                alone = [row for row in self.browser.evaluate(ROWS) if row[0] == 1 < row[1]]
                self.assertEqual(alone, [], f"at {width} px")

    def test_what_a_long_page_holds_takes_one_line_of_a_narrow_screen(self):
        self.browser.resize(360)
        with_contents = [page for page in EVERY_PAGE if 'class="contents"' in page.read_text()]
        for _ in self.each(with_contents, "no page has contents"):
            height = self.browser.evaluate(
                "document.querySelector('.contents ul').getBoundingClientRect().height")
            self.assertLess(height, 48)


if __name__ == "__main__":
    unittest.main()
