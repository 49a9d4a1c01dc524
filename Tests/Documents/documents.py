"""Tables of ours in documents of other tools: each is built, and its cells are compared."""

import json
import shutil
import subprocess
import sys
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import awkward
import pypandoc

PROGRAM, SCENARIO, WORK = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3])
TOOLS = Path(sys.executable).parent
ADDRESS = "https://costs.example"
PANDOC = pypandoc.get_pandoc_path()


class Cells(HTMLParser):
    """The rows of the first table of a page, cell by cell."""

    def __init__(self, text):
        super().__init__()
        self.rows, self.cell, self.tables = [], None, 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tables += tag == "table"
        if self.tables == 1 and tag == "tr":
            self.rows.append([])
        if self.tables == 1 and tag in ("td", "th"):
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.rows[-1].append(plain(self.cell))
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def plain(text):
    return " ".join(unicodedata.normalize("NFC", text.replace("\u2060", "")).split())


def run(*command, text=None, folder=None):
    result = subprocess.run([str(word) for word in command], input=text, capture_output=True,
                            text=True, cwd=folder, check=False)
    if result.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{result.stdout}{result.stderr}")
    return result.stdout


def embed(form, scenario=SCENARIO, source="."):
    return run(PROGRAM, "embed", scenario, "--format", form, "--base-url", ADDRESS, "-s", source)


def inject(path, text):
    path.write_text(text)
    run(PROGRAM, "inject", "--quiet", "--base-url", ADDRESS, path)


def block(begin, end="", kind="table"):
    return (f"{begin} BEGIN breakeven:{kind} id={SCENARIO} {end}\n"
            f"{begin} END breakeven:{kind} {end}\n")


def expected(table):
    """The cells of the JSON, which has how amounts compare in no cell."""
    table = json.loads(table)
    rows = [[cell["text"] for cell in row] for row in table["rows"]]
    return [[plain(text) for text in row]
            for row in [[column["title"] for column in table["columns"]], *rows]]


def compare(tool, html, wanted):
    rows = Cells(html).rows
    for row in rows:
        for place, cell in enumerate(row):
            for badge in ("lowest", "lowest, tied", "may be lowest", "not enough"):
                row[place] = row[place].removesuffix(f" ({badge})")
    if rows != wanted:
        wrong = next((pair for pair in zip(rows, wanted) if pair[0] != pair[1]), (rows, wanted))
        sys.exit(f"{tool}: the cells differ:\n  {wrong[0]}\n  {wrong[1]}")
    print(f"{tool}: {sum(map(len, rows))} cells as they should be")


def build_all():
    shutil.rmtree(WORK, ignore_errors=True)
    (WORK / "mkdocs/docs").mkdir(parents=True)
    (WORK / "sphinx").mkdir()
    wanted = expected(embed("json"))
    pages = {}

    compare("fragment", embed("html"), wanted)
    compare("pandoc, GitHub's Markdown",
            run(PANDOC, "-f", "gfm", "-t", "html", text=embed("markdown")), wanted)
    compare("pandoc, LaTeX read", run(PANDOC, "-f", "latex", "-t", "html", text=embed("latex")), wanted)

    inject(WORK / "mkdocs/docs/index.md", "# A guide\n\n" + block("<!--", "-->")
           + "\n## As HTML\n\n" + block("<!--", "format=html -->").replace("END breakeven:table format=html", "END breakeven:table"))
    (WORK / "mkdocs/mkdocs.yml").write_text("site_name: Guide\n")
    run(TOOLS / "mkdocs", "build", "--strict", "--quiet", folder=WORK / "mkdocs")
    pages["mkdocs"] = WORK / "mkdocs/site/index.html"
    page = pages["mkdocs"].read_text()
    compare("MkDocs, Markdown", page, wanted)
    compare("MkDocs, HTML", page[page.index("As HTML</h2>"):], wanted)

    inject(WORK / "sphinx/index.rst", "A guide\n=======\n\n" + block("..") + "\n")
    (WORK / "sphinx/conf.py").write_text("project = 'Guide'\nsmartquotes = False\n")
    run(TOOLS / "sphinx-build", "-q", "-W", "-b", "html", WORK / "sphinx", WORK / "sphinx/html")
    pages["sphinx"] = WORK / "sphinx/html/index.html"
    compare("Sphinx", pages["sphinx"].read_text(), wanted)

    if shutil.which("asciidoctor"):
        inject(WORK / "guide.adoc", "= A guide\n\n" + block("//"))
        run("asciidoctor", WORK / "guide.adoc")
        pages["asciidoctor"] = WORK / "guide.html"
        compare("Asciidoctor", pages["asciidoctor"].read_text(), wanted)
    else:
        print("Asciidoctor: not here, so not tried")

    notebook = {"cells": [{"cell_type": "markdown", "metadata": {}, "id": "a", "source": embed("markdown")},
                          {"cell_type": "markdown", "metadata": {}, "id": "b", "source": embed("html")}],
                "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (WORK / "notebook.ipynb").write_text(json.dumps(notebook))
    run(TOOLS / "jupyter-nbconvert", "--to", "html", "--log-level", "ERROR", WORK / "notebook.ipynb")
    pages["notebook"] = WORK / "notebook.html"
    compare("nbconvert", pages["notebook"].read_text(), wanted)

    latex = run(PANDOC, "-f", "gfm", "-t", "latex", "--standalone", text=embed("markdown"))
    (WORK / "guide.tex").write_text(latex)
    compare("pandoc, Markdown to LaTeX and back",
            run(PANDOC, "-f", "latex", "-t", "html", text=latex), wanted)
    return pages


def read_awkward_names():
    site = WORK / "awkward"
    awkward.write(site)
    texts = {form: embed(form, awkward.SCENARIO, site)
             for form in ("json", "html", "markdown", "rst", "asciidoc", "latex")}
    wanted = expected(texts["json"])
    compare("odd names, fragment", texts["html"], wanted)
    compare("odd names, GitHub's Markdown",
            run(PANDOC, "-f", "gfm", "-t", "html", text=texts["markdown"]), wanted)
    (WORK / "awkward.rst").write_text(texts["rst"])
    compare("odd names, docutils", run(TOOLS / "docutils", WORK / "awkward.rst"), wanted)
    if shutil.which("asciidoctor"):
        (WORK / "awkward.adoc").write_text(texts["asciidoc"])
        compare("odd names, Asciidoctor",
                run("asciidoctor", "-s", "-o", "-", WORK / "awkward.adoc"), wanted)
    # TeX has curly quotes alone.
    html = run(PANDOC, "-f", "latex", "-t", "html", text=texts["latex"])
    compare("odd names, LaTeX", html, [[cell.replace("'", "’") for cell in row] for row in wanted])


def picture_all(pages):
    import devtools
    if devtools.find_chromium() is None:
        return print("no Chromium, so no pictures")
    with devtools.Browser() as browser:
        for width in (900, 420):
            browser.resize(width)
            for name, path in pages.items():
                browser.open(path.resolve().as_uri())
                browser.picture(str(WORK / f"{name}-{width}.png"))
    print(f"pictures: {WORK}")


PAGES = build_all()
read_awkward_names()
picture_all(PAGES)
