"""Tables and charts inside of other people's pages: fragments, and frames from another origin."""

import re
import tempfile
import unittest
from pathlib import Path

from pages import FRAGMENTS, SITE, PageTest, served

# What 'breakeven embed --format iframe' prints: a frame, and the script that gives it its height.
SNIPPET = (Path(__file__).parents[1] / "CommandTests/Golden/embed-table.iframe").read_text()

HOSTILE = """
* { letter-spacing: .3em }
body { background: #111; color: #eee; font-family: serif }
table { border-collapse: separate; border-spacing: 12px; width: 900px; table-layout: fixed }
#content table td, th { padding: 40px; background: yellow; color: red; display: block; float: left }
caption { display: none } p { color: pink; column-count: 3 } a { color: white }
.title, .name, .n, .amount, .value { font-size: 60px }
"""


class Embedding(PageTest):
    def setUp(self):
        super().setUp()
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def open_page(self, body, address, style=""):
        # A name of its own, because a browser may still show what it has under an old one.
        name = f"page-{len(list(self.folder.iterdir()))}.html"
        (self.folder / name).write_text(
            f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><div id=content>{body}</div>")
        self.browser.open(f"{address}/{name}")

    def test_a_frame_from_another_origin_has_the_height_of_what_it_shows(self):
        with served(SITE) as site, served(self.folder) as page:
            for path in ("embed/monthly-tiers.html", "embed/monthly-tiers/sensitivity.html",
                         "embed/charts/monthly-tiers.html"):
                for width in (320, 560, 760, 900):
                    with self.subTest(path=path, width=width):
                        self.browser.resize(width)
                        frame = re.sub(r'src="[^"]*"', f'src="{site}/{path}"', SNIPPET)
                        self.open_page(frame.replace('loading="lazy" ', ""), page)
                        height = self.height_when_told()
                        self.browser.resize(width - 16)
                        self.browser.open(f"{site}/{path}")
                        whole, wide = self.browser.evaluate(
                            "[document.documentElement.getBoundingClientRect().height,"
                            " document.scrollingElement.scrollWidth]")
                        self.assertLessEqual(abs(height - whole), 1)
                        self.assertLessEqual(wide, width - 16)
                        cut = self.browser.evaluate(
                            "[...document.querySelectorAll('.breakeven-table')]"
                            ".filter((box) => box.scrollWidth > box.clientWidth + 1).length")
                        self.assertEqual(cut, 0)

    def height_when_told(self):
        """The height of the frame once it is other than the one it was written with."""
        return self.browser.evaluate("""new Promise((done) => {
          const frame = document.querySelector("iframe"), first = frame.style.height;
          const look = (left) => frame.style.height !== first || left === 0
            ? setTimeout(() => done(parseFloat(frame.style.height)), 200)
            : setTimeout(() => look(left - 1), 50);
          look(200);
        })""")

    def test_links_of_a_frame_open_in_the_page_around_it(self):
        for path in ("embed/monthly-tiers.html", "embed/charts/monthly-tiers.html"):
            self.browser.open((SITE / path).as_uri())
            targets = self.browser.evaluate(
                "[document.querySelector('base').target,"
                " document.querySelectorAll('a:not([target])').length > 0]")
            self.assertEqual(targets, ["_parent", True])

    def test_a_fragment_is_as_its_own_page_whatever_the_style_around_it(self):
        self.browser.resize(1100)
        look = """[...document.querySelectorAll(".breakeven-table :is(table, caption, tr, th, td, p)")]
          .map((element) => { const style = getComputedStyle(element); return [
            style.display, style.paddingLeft, style.cssFloat, style.backgroundColor,
            style.columnCount, style.letterSpacing, style.borderCollapse, style.color].join(" ") })"""
        with served(self.folder) as page:
            for fragment in FRAGMENTS[:12]:
                with self.subTest(fragment=fragment.name):
                    text = fragment.read_text()
                    self.open_page(text, page, "body { background: #111; color: #eee }")
                    plain = self.browser.evaluate(look)
                    self.open_page(text, page, HOSTILE)
                    self.assertGreater(len(plain), 5)
                    self.assertEqual(self.browser.evaluate(look), plain)

    def test_a_fragment_changes_nothing_around_it(self):
        around = "<h1 class=title>A</h1><p class=name>b</p><table><tr><td class=value>c</table>"
        look = """[...document.querySelectorAll("h1, .name, body > div > table, .value")]
          .map((element) => JSON.stringify([...getComputedStyle(element)]
            .map((key) => getComputedStyle(element)[key])))"""
        with served(self.folder) as page:
            self.open_page(around, page)
            before = self.browser.evaluate(look)
            self.open_page(around + f"<div style='height:0;overflow:hidden'>{FRAGMENTS[0].read_text()}</div>",
                           page)
            self.assertEqual(self.browser.evaluate(look), before)

    def test_a_fragment_minified_still_has_blanks_between_words(self):
        for fragment in FRAGMENTS:
            text = fragment.read_text()
            self.assertNotRegex(text, r"\n[ \t]")
            self.assertNotIn("\n\n", text)
            # An element within a line never joins the words on both sides of it.
            self.assertNotRegex(
                text.split("</style>")[1], r"\w</?(?:a|b|i|small|span|strong|sup)\b[^>]*>\w")


if __name__ == "__main__":
    unittest.main()
