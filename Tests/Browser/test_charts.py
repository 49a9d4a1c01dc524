"""What becomes of chart files elsewhere: in pages of others, on paper, in other programs."""

import html
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

from pages import CHARTS, ONE_OF_EACH_KIND, PageTest

# The files that are light or dark as the system is, and one for each kind of drawing.
FOLLOWING = [chart for chart in CHARTS if chart.with_stem(chart.stem + "-dark").exists()]
ONE_OF_EACH_KIND_OF_CHART = list({
    re.search("<desc>(.{16})", chart.read_text())[1]: chart for chart in FOLLOWING}.values())

RSVG = shutil.which("rsvg-convert")

# The sides of the drawings of a page that are shown, and of the texts in them.
DRAWN = """[...document.querySelectorAll("figure svg")]
  .filter((svg) => svg.getClientRects().length > 0)
  .map((svg) => ({
    sides: svg.getBoundingClientRect().toJSON(),
    texts: [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect().toJSON()),
  }))"""


def size(chart):
    """The width and the height that a chart file says it has."""
    root = re.search(r'<svg [^>]*\bwidth="(\d+)" height="(\d+)"', chart.read_text())
    return int(root[1]), int(root[2])


def finding(chart):
    return html.unescape(re.search("<title>([^<]+)</title>", chart.read_text())[1])


class Charts(PageTest):
    def show(self, charts):
        """Opens a page of somebody else, magenta all over, with charts as pictures."""
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        pictures = "".join(f"<p><img src='{chart.as_uri()}' alt='{html.escape(finding(chart))}'>"
                           for chart in charts)
        page = folder / "page.html"
        page.write_text("<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Elsewhere</title>"
                        f"<style>body {{ background: #f0f }}</style>{pictures}")
        self.browser.open(page.as_uri())
        return self.browser.evaluate(
            "[...document.images].map((image) => [image.naturalWidth, image.naturalHeight,"
            " image.getBoundingClientRect().x, image.getBoundingClientRect().y])")

    def test_every_chart_file_is_a_picture_with_its_finding(self):
        self.assertTrue(CHARTS, "there are no chart files")
        sizes = [tuple(shown[:2]) for shown in self.show(CHARTS)]
        self.assertEqual(sizes, [size(chart) for chart in CHARTS])
        told = [node[1] for node in self.browser.accessibility_tree() if node[0] == "image"]
        self.assertEqual(told, [finding(chart) for chart in CHARTS])

    def surfaces(self, chart, scheme, media="screen"):
        """How light the three files of a chart stand on a light page, 0 to 255."""
        self.browser.emulate(scheme, media)
        files = [chart.with_stem(chart.stem + ending) for ending in ("", "-light", "-dark")]
        lightness = []
        for width, height, x, y in self.show(files):
            corner, count = self.browser.colours(x, y, width, height)
            self.assertGreater(count, 20, f"{chart.name} in {scheme} on {media} is blank")
            self.assertLess(max(corner) - min(corner), 32, f"{chart.name} shows what is behind it")
            lightness.append(max(corner))
        return lightness

    def test_a_chart_file_has_its_own_paper_whatever_the_page_and_the_system_are(self):
        for chart in ONE_OF_EACH_KIND_OF_CHART:
            with self.subTest(chart=chart.name):
                for scheme in ("light", "dark"):
                    follows, light, dark = self.surfaces(chart, scheme)
                    self.assertGreater(light, 240)
                    self.assertLess(dark, 64)
                    self.assertIn(follows, (light, dark), "the file that follows is one of the two")

    def test_a_chart_file_follows_the_system_when_it_is_opened(self):
        for chart in FOLLOWING:
            with self.subTest(chart=chart.name):
                self.browser.open(chart.as_uri())
                for scheme, media, is_light in (("light", "screen", True), ("dark", "screen", False),
                                                ("dark", "print", True)):
                    self.browser.emulate(scheme, media)
                    fill = self.browser.evaluate(
                        "getComputedStyle(document.querySelector('.surface')).fill")
                    surface = min(map(int, re.findall(r"\d+", fill)[:3]))
                    self.assertEqual(surface > 240, is_light, f"{fill} in {scheme} on {media}")

    def test_a_chart_on_paper_is_light_and_whole(self):
        self.browser.emulate("dark", "print")
        self.browser.resize(673)  # A4 between the margins of the style sheet
        drawn = 0
        for _ in self.each(page for page in ONE_OF_EACH_KIND if "<figure" in page.read_text()):
            for figure in self.browser.evaluate(DRAWN):
                sides, drawn = figure["sides"], drawn + 1
                # The empty margin of a drawing may lie in the margin of the paper.
                left = max(sides["left"], 0)
                corner, count = self.browser.colours(
                    left, sides["top"], min(sides["right"], 673) - left, sides["height"])
                self.assertGreater(min(corner), 240, "a dark chart")
                self.assertGreater(count, 20, "a blank chart")
                self.assertLessEqual(sides["right"], 673 + 1)
                self.assertEqual([text for text in figure["texts"]
                                  if text["left"] < sides["left"] - 1
                                  or text["right"] > sides["right"] + 1
                                  or text["top"] < sides["top"] - 1
                                  or text["bottom"] > sides["bottom"] + 1], [])
        self.assertGreater(drawn, 0, "no chart is printed")


@unittest.skipUnless(RSVG, "no 'rsvg-convert' on the PATH")
class Librsvg(unittest.TestCase):
    def test_draws_every_chart_file_without_a_complaint(self):
        self.assertTrue(CHARTS, "there are no chart files")
        for chart in CHARTS:
            with self.subTest(chart=chart.name):
                done = subprocess.run([RSVG, str(chart)], capture_output=True, check=False)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                self.assertEqual(struct.unpack(">II", done.stdout[16:24]), size(chart))
                self.assertGreater(len(done.stdout), 5_000, "a blank picture")


if __name__ == "__main__":
    unittest.main()
