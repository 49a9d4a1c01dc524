"""How pages look: nothing is compared by pixel, but there is a picture of everything to look at."""

import unittest

from pages import EVERY_PAGE, ONE_OF_EACH_KIND, PICTURES, PageTest, name

OPEN = "document.querySelectorAll('details').forEach((details) => { details.open = true })"


class Layout(PageTest):
    def test_no_page_scrolls_sideways_on_a_narrow_screen(self):
        for _ in self.each(EVERY_PAGE):
            self.browser.evaluate(OPEN)
            for width in (768, 320):
                self.browser.resize(width)
                wide = self.browser.evaluate("document.scrollingElement.scrollWidth")
                self.assertLessEqual(wide, width)

    def test_the_head_and_the_first_column_stay_in_sight(self):
        tables = [page for page in ONE_OF_EACH_KIND if 'class="comparison amounts"' in page.read_text()
                  and 'class="table-scroll"' in page.read_text()]
        # On a phone a comparison of few amounts is a list.
        for width, fewest in ((360, 1), (440, len(tables))):
            self.browser.resize(width)
            scrolled = 0
            for _ in self.each(tables, "no page has a comparison"):
                moved = self.browser.evaluate("""(() => {
                  const box = document.querySelector(".table-scroll:not(.whole):has(.comparison)");
                  if (getComputedStyle(box.querySelector("tbody tr")).display !== "table-row") return null;
                  box.style.height = "10rem";
                  box.scrollLeft = box.scrollTop = 150;
                  const start = box.getBoundingClientRect();
                  const row = box.querySelector("tbody tr:last-child th").getBoundingClientRect();
                  const head = box.querySelector("thead").getBoundingClientRect();
                  return [box.scrollLeft, box.scrollTop, row.left - start.left, head.top - start.top];
                })()""")
                if moved is None:
                    continue
                scrolled += 1
                self.assertGreater(min(moved[:2]), 40, "the box scrolls both ways")
                self.assertLess(max(map(abs, moved[2:])), 1, "what is to stay has moved")
            self.assertGreaterEqual(scrolled, fewest, f"at {width} px")

    def test_what_follows_a_heading_stands_beside_it(self):
        self.browser.resize(1440)
        for _ in self.each(EVERY_PAGE):
            narrow = self.browser.evaluate("""[...document.querySelectorAll(".topic")]
              .flatMap((topic) => [...topic.children].slice(1))
              .filter((part) => part.getClientRects().length > 0 && part.getBoundingClientRect().left
                < part.parentElement.firstElementChild.getBoundingClientRect().right).length""")
            self.assertEqual(narrow, 0)

    def test_print_repeats_heads_and_hides_what_paper_cannot_do(self):
        self.browser.emulate(media="print")
        for _ in self.each(ONE_OF_EACH_KIND):
            heads = self.browser.evaluate(
                "[...document.querySelectorAll('thead')].map((head) => getComputedStyle(head))"
                ".filter((style) => style.display !== 'table-header-group'"
                " || style.position !== 'static').length")
            clipped = self.browser.evaluate(
                "[...document.querySelectorAll('.table-scroll')]"
                ".filter((box) => getComputedStyle(box).overflowX !== 'visible').length")
            shown = self.browser.evaluate(
                "[...document.querySelectorAll('nav, .skip, .files')]"
                ".filter((element) => element.getClientRects().length > 0).length")
            self.assertEqual((heads, clipped, shown), (0, 0, 0))

    def test_print_is_light_whatever_the_screen_is(self):
        self.browser.emulate("dark", "print")
        for _ in self.each(ONE_OF_EACH_KIND):
            colours = self.browser.evaluate(
                "[getComputedStyle(document.body).backgroundColor,"
                " getComputedStyle(document.body).color]")
            self.assertEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"])

    def test_the_dark_theme_is_dark(self):
        self.browser.emulate("dark")
        for _ in self.each(ONE_OF_EACH_KIND):
            paper = self.browser.evaluate("getComputedStyle(document.body).backgroundColor")
            self.assertLess(max(map(int, paper[4:-1].split(","))), 64)

    def test_leaves_a_picture_of_each_kind_of_page(self):
        PICTURES.mkdir(parents=True, exist_ok=True)
        looks = {"light": ("light", "screen", 1200), "dark": ("dark", "screen", 1200),
                 "narrow": ("light", "screen", 360), "print": ("light", "print", 700)}
        for page in self.each(ONE_OF_EACH_KIND):
            for look, (scheme, media, width) in looks.items():
                self.browser.emulate(scheme, media)
                self.browser.resize(width)
                file = PICTURES / f"{name(page).replace('/', '-')}-{look}.png"
                self.browser.picture(file)
                self.assertGreater(file.stat().st_size, 2_000)
            file = PICTURES / f"{name(page).replace('/', '-')}.pdf"
            self.browser.pdf(file)
            self.assertGreater(file.stat().st_size, 5_000)


if __name__ == "__main__":
    unittest.main()
