"""What assistive technology is told of pages, charts and tables."""

import json
import unittest

from pages import AXE, CHARTS, EVERY_PAGE, ONE_OF_EACH_KIND, PageTest, name


class Accessibility(PageTest):
    def test_axe_finds_nothing_in_either_theme(self):
        axe = AXE.read_text()
        # A theme is nothing but colours. Claims, and offers, are made alike, and axe takes the
        # square of them.
        everything = "{ resultTypes: ['violations'] }"
        colours = "{ resultTypes: ['violations'], runOnly: ['color-contrast'] }"
        like_others = (".claims > :nth-child(n + 13), .offer-sheet:nth-child(n + 13),"
                       " .folds > :nth-child(n + 13)")
        for page in self.each(ONE_OF_EACH_KIND):
            self.browser.evaluate("document.querySelectorAll('details')"
                                  ".forEach((details) => { details.open = true })")
            self.browser.evaluate(f"document.querySelectorAll({like_others!r})"
                                  ".forEach((element) => element.remove())")
            self.browser.evaluate(axe)
            for scheme, options in (("light", everything), ("dark", colours)):
                self.browser.emulate(scheme)
                found = self.browser.evaluate(
                    f"axe.run({options}).then((result) => result.violations)")
                texts = [f"{one['id']}: {one['help']}: {node['html'][:200]}"
                         for one in found for node in one["nodes"]]
                self.assertEqual(texts, [], f"{name(page)} in {scheme}")
            self.browser.emulate()

    def test_every_chart_of_a_page_has_a_name_and_a_description(self):
        with_charts = [page for page in EVERY_PAGE if "chart-figure" in page.read_text()]
        for _ in self.each(with_charts, "no page has a chart"):
            for width in (1200, 360):
                self.browser.resize(width)
                shown = self.browser.evaluate(
                    "[...document.querySelectorAll('figure svg')]"
                    ".filter((svg) => svg.getClientRects().length > 0).length")
                figures = self.browser.evaluate("document.querySelectorAll('figure').length")
                told = [node for node in self.browser.accessibility_tree() if node[0] == "image"
                        and len(node[1]) > 20 and len(node[2]) > 40]
                self.assertEqual(shown, figures, "each figure shows one of its drawings")
                self.assertEqual(len(told), figures, "each is told with its finding")

    def test_every_chart_file_has_a_name_and_a_description(self):
        for _ in self.each(CHARTS, "there are no chart files"):
            told = [node for node in self.browser.accessibility_tree()
                    if len(node[1]) > 20 and len(node[2]) > 40]
            self.assertEqual(len(told), 1, "the picture as a whole")

    def test_a_table_stays_one_however_it_is_laid_out(self):
        for width in (1200, 320):
            self.browser.resize(width)
            for _ in self.each(ONE_OF_EACH_KIND):
                self.browser.evaluate("document.querySelectorAll('details')"
                                      ".forEach((details) => { details.open = true })")
                roles = [node[0] for node in self.browser.accessibility_tree()]
                count = json.loads(self.browser.evaluate(
                    "JSON.stringify(['table', 'tr', 'thead th'].map("
                    "(name) => document.querySelectorAll(name).length))"))
                told = [roles.count(role) for role in ("table", "row", "columnheader")]
                self.assertEqual(told, count)

    def test_every_table_that_scrolls_is_a_named_region_to_focus(self):
        for _ in self.each(ONE_OF_EACH_KIND):
            boxes = self.browser.evaluate("document.querySelectorAll('.table-scroll').length")
            focusable = self.browser.evaluate(
                "document.querySelectorAll('.table-scroll[tabindex=\"0\"]').length")
            self.browser.evaluate("document.querySelectorAll('details')"
                                  ".forEach((details) => { details.open = true })")
            names = [node[1] for node in self.browser.accessibility_tree() if node[0] == "region"]
            tables = self.browser.evaluate(
                "[...document.querySelectorAll('.table-scroll strong[id]')]"
                ".map((caption) => caption.textContent)")
            self.assertEqual((boxes, boxes), (focusable, len(tables)))
            self.assertEqual([one for one in tables if one not in names], [])


if __name__ == "__main__":
    unittest.main()
