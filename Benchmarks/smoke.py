"""Sees in a few seconds that the benchmarks still work; needs no peers and times nothing.

Builds tiny sites of both shapes, counts their files, and fills the template meant for Hugo in
Python, to see that the same page comes out.
"""

import pathlib
import re

import again
import generate
import hugo_site
import measure
import parts
import serving
import sites
from programs import Program

SCENARIOS = 3


def run(program: Program, work: pathlib.Path, with_swift: bool) -> None:
    """Every step that needs nothing but the program; raises at the first that fails."""
    check_same_bytes(work)
    for name, shape in (("table", generate.one_table(SCENARIOS)),
                        ("everything", generate.everything(SCENARIOS))):
        site = work / name
        program.write_site(site, shape)
        sample = program.build(site)
        check(sample.wall > 0 and sample.megabytes > 0, "a run costs something")
        check_output(site / "output", shape, program)
    check_hugo_template(work / "table" / "output", work / "hugo")
    copied = work / "copy"
    sites.copy_of(work / "table" / "output", copied)
    same = measure.folder_size(copied) == measure.folder_size(work / "table" / "output")
    check(same, "a copy has the same files")
    program.copy_own_site(work / "own")
    price = measure.run([program.path, *sites.PRICE], work / "own")
    check(0 < price.first_output <= price.wall, "`price` prints something")
    check_serving(program, work / "table")
    times = again.again(program, work, SCENARIOS, rounds=1)
    check(len(times.rows) == 5 and len(times.answers) == 4, "a site is built five times")
    if with_swift:
        check_engine(work)
        check_drawing()
    print("smoke: the benchmarks work")


def check(holds: bool, what: str) -> None:
    """Stops with what was expected."""
    if not holds:
        raise measure.Failed(f"smoke: it does not hold that {what}")


def check_same_bytes(work: pathlib.Path) -> None:
    """The generator writes the same site twice, in prefixes too: a larger one only adds pages."""
    small, large = work / "small", work / "large"
    generate.write_content(small, generate.one_table(2))
    generate.write_content(large, generate.one_table(4))
    for path in sorted(small.rglob("*.yaml")):
        same = path.read_bytes() == (large / path.relative_to(small)).read_bytes()
        check(same, f"{path.name} is the same in a larger site")


def check_output(output: pathlib.Path, shape: generate.Shape, program: Program) -> None:
    """Counts pages and rows, and what `publish:` leaves out."""
    pages = sorted(output.glob("scenarios/*/index.html"))
    check(len(pages) == shape.scenarios, f"there are {shape.scenarios} pages")
    for page in pages:
        rows = re.search(r"<table id=\"table_[^\"]*\" class=\"comparison[^\"]*\">.*?</table>",
                         page.read_text(), re.DOTALL)
        check(rows is not None and rows[0].count("scope=\"row\"") == shape.rows,
              f"{page.parent.name} has {shape.rows} rows")
    others = [folder for folder in ("charts", "tables", "data") if (output / folder).exists()]
    if not shape.publish or not program.knows_publish:
        check(others == ["charts", "tables", "data"], "everything is published")
    elif shape.publish == ("pages",):
        check(others == [], f"only pages are published, not {', '.join(others)}")


def check_hugo_template(output: pathlib.Path, folder: pathlib.Path) -> None:
    """Writes the site for Hugo, and reads its pages back from template and data."""
    hugo_site.write_hugo_site(output, folder)
    grammar = hugo_site.Grammar(output)
    for path in hugo_site.page_files(output):
        filled = grammar.filled(grammar.data(path.read_text()))
        place = folder / "filled.html"
        place.write_text(filled)
        same = hugo_site.plain_tokens(place) == hugo_site.plain_tokens(path)
        check(same, f"{path.parent.name} is the same from template and data")


def check_serving(program: Program, site: pathlib.Path) -> None:
    """A saved file is told to whoever looks at the site."""
    edit = ("content/site.yaml", "title: ", "title: Saved ")
    with serving.served(program, site) as server:
        times = serving.message_times(server, site, edit, rounds=1)
        check(len(times) == 2 and min(times) > 0, "a save is told to pages")
        check(server.processor() > 0, "a build takes time")


def check_engine(work: pathlib.Path) -> None:
    """The Swift programs still fit the engine, and count the same amount as anybody would."""
    engine = parts.build_swift("debug") / "engine"
    calls = work / "calls.tsv"
    calls.write_text("peer/one\t2.5\t10\t1200\t300\n" * 2)
    found = parts.answer_of([engine, "calls", calls, "0"])()
    check(found["invoices"] == 2 and found["picodollars"] == 12_000_000_000,
          "two calls cost $0.012")
    crossings = parts.answer_of([engine, "crossings", "24"])()
    check(crossings["curves"] == 24 and crossings["crossings"] > 24 and crossings["spans"] > 4,
          "24 curves cross and have an envelope")


def check_drawing() -> None:
    """A chart is drawn and a template filled."""
    drawing = parts.build_swift("debug") / "drawing"
    chart = parts.answer_of([drawing, "chart", parts.HERE / "chart.json", parts.TEMPLATES])()
    page = parts.answer_of([drawing, "templates", parts.TEMPLATES])()
    check(4_000 < chart["bytes"] < 12_000 and chart["seconds"] > 0, "a chart is a small file")
    check(8_000 < page["bytes"] < 60_000 and page["seconds"] > 0, "fifty rows are a page")
