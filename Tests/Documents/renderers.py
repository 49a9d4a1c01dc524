"""Charts of ours drawn by the renderers of other tools: every label is there, and can be read.

Each chart is drawn as it is and without its texts. Where a label stands, the two pictures have to
differ as letters do from what is behind them; a halo that is painted over its letters does not.
"""

import io
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import cairosvg
import pypdfium2
import weasyprint
from PIL import Image, ImageChops

CHARTS, WORK = Path(sys.argv[1]), Path(sys.argv[2])
SVG = "{http://www.w3.org/2000/svg}"
SCALE = 2

# Letters cover a fifth of the box that they are looked for in, their thin ones a tenth.
LEAST_INK = 0.05
CONTRAST = 60


def run(*command):
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{result.stdout}{result.stderr}")


class Label:
    """A text of a chart, with the part of it that is filled by letters in any font."""

    def __init__(self, element, classes, anchor, sizes):
        self.text = "".join(element.itertext())
        size = next((sizes[name] for name in classes if name in sizes), 12.0)
        width = 0.45 * size * len(self.text)
        left = float(element.get("x")) - {"start": 0, "middle": width / 2, "end": width}[anchor]
        bottom = float(element.get("y"))
        self.box = (left, bottom - 0.75 * size, left + width, bottom)


def labels(root):
    style = "".join(element.text for element in root.iter(f"{SVG}style"))
    sizes = {name: float(size) for name, size in re.findall(r"\.c ([^{}]*)\{font-size:([\d.]+)px\}", style)
             for name in re.findall(r"\.(\w+)", name)}
    found = []

    def visit(element, classes, anchor):
        classes = element.get("class", "").split() + classes
        anchor = element.get("text-anchor", anchor)
        if element.tag == f"{SVG}text" and "".join(element.itertext()).strip():
            found.append(Label(element, classes, anchor, sizes))
        for child in element:
            visit(child, classes, anchor)

    visit(root, [], "start")
    return found


def without_texts(root):
    for parent in root.iter():
        for child in [child for child in parent if child.tag == f"{SVG}text"]:
            parent.remove(child)
    return root


def unread(chart, whole, bare):
    """The labels of a chart that a picture of it does not show."""
    factor = whole.width / float(chart.get("width"))
    difference = ImageChops.difference(whole.convert("L"), bare.convert("L"))
    missing = []
    for label in labels(chart):
        part = difference.crop([round(edge * factor) for edge in label.box])
        ink = sum(part.histogram()[CONTRAST:]) / (part.width * part.height)
        if ink < LEAST_INK:
            missing.append(f"“{label.text}” ({ink:.1%})")
    return missing


def by_librsvg(paths, folder):
    for path in paths:
        run("rsvg-convert", "--zoom", SCALE, "--output", folder / f"{path.stem}.png", path)


def by_cairosvg(paths, folder):
    for path in paths:
        cairosvg.svg2png(url=str(path), write_to=str(folder / f"{path.stem}.png"), scale=SCALE)


def by_weasyprint(paths, folder):
    for path in paths:
        chart = ElementTree.parse(path).getroot()
        page = (f"<style>@page{{size:{chart.get('width')}px {chart.get('height')}px;margin:0}}"
                f"body{{margin:0}}img{{display:block}}</style><img src='{path.name}' alt=''>")
        document = weasyprint.HTML(string=page, base_url=str(path.parent) + "/").write_pdf()
        # A CSS pixel is three quarters of a point, in which PDF counts.
        sheet = pypdfium2.PdfDocument(io.BytesIO(document))[0].render(scale=SCALE * 4 / 3)
        sheet.to_pil().save(folder / f"{path.stem}.png")


def by_inkscape(paths, folder):
    run("inkscape", "--export-type=png", f"--export-dpi={96 * SCALE}", *paths)
    for path in paths:
        path.with_suffix(".png").rename(folder / f"{path.stem}.png")


RENDERERS = {
    "librsvg": ("rsvg-convert", by_librsvg), "CairoSVG": (None, by_cairosvg),
    "WeasyPrint": (None, by_weasyprint), "Inkscape": ("inkscape", by_inkscape),
}


def prepare(charts, folder):
    """Each chart as it is and without its texts, as files."""
    folder.mkdir(parents=True)
    paths = []
    for name, text in charts.items():
        whole, bare = folder / f"{name}.svg", folder / f"{name}.bare.svg"
        whole.write_text(text)
        ElementTree.ElementTree(without_texts(ElementTree.fromstring(text))).write(bare)
        paths += [whole, bare]
    return paths


def failures(charts, draw, folder):
    """The labels that a renderer lost, by chart."""
    shutil.rmtree(folder, ignore_errors=True)
    draw(prepare(charts, folder / "svg"), folder)
    lost = {}
    for name, text in charts.items():
        pictures = [Image.open(folder / f"{name}{end}.png").convert("RGB") for end in ("", ".bare")]
        if missing := unread(ElementTree.fromstring(text), *pictures):
            lost[name] = missing
    return lost


def covered(text):
    """A chart whose halos are painted over its letters, as by a program that does not know better."""
    return re.sub(r"@supports \(paint-order:stroke\)\{.*?\}\}", "", text).replace(
        "stroke-width:0;", "stroke-width:6px;")


def main():
    ElementTree.register_namespace("", SVG[1:-1])
    charts = {path.stem: path.read_text() for path in sorted(CHARTS.glob("*-light.svg"))}
    if not charts:
        sys.exit(f"no charts in {CHARTS}")
    count = sum(len(labels(ElementTree.fromstring(text))) for text in charts.values())
    broken = {name: covered(text) for name, text in list(charts.items())[:1]}
    if not failures(broken, by_cairosvg, WORK / "covered"):
        sys.exit("labels under their halos were taken for labels that can be read")
    failed = False
    for name, (program, draw) in RENDERERS.items():
        if program and not shutil.which(program):
            print(f"{name}: not here, so not tried")
            continue
        lost = failures(charts, draw, WORK / name.lower())
        failed = failed or bool(lost)
        missing = sum(map(len, lost.values()))
        print(f"{name}: {count - missing} of {count} labels of {len(charts)} charts can be read")
        for chart, texts in lost.items():
            print(f"  {chart}: {', '.join(texts)}")
    print(f"pictures: {WORK}")
    sys.exit(failed)


main()
