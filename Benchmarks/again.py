"""Building a site again: without any change, and after the change of one price."""

import itertools
import pathlib
import re

import generate
import measure
import report
from programs import Program

AGAIN = "7. Building again"
# A price that has one number, and the words that hold it.
PRICE = re.compile(r"(usd_per_million_tokens: )(\d+\.\d+)(\n.*\n +quote: .*\$)\2\n")


def again(program: Program, work: pathlib.Path, scenarios: int, rounds: int) -> report.Section:
    """The same pages as in section 1, from nothing and then again."""
    section = report.Section(
        AGAIN, f"{scenarios:,} scenario pages with a table of 50 rows: from nothing, with nothing "
        "changed, and with one price of one rate card changed.",
        ["build", "time", "processor", "memory"])
    site = work / "again"
    program.write_site(site, generate.one_table(scenarios))
    card = sorted((site / "content" / "rate-cards").glob("*.yaml"))[0]
    was = card.read_text()
    dearer = PRICE.sub(r"\g<1>\g<2>7\g<3>\g<2>7\n", was, count=1)
    if dearer == was:
        raise measure.Failed(f"{card.name} has no price to change")
    prices = itertools.cycle([dearer, was])

    def built() -> measure.Sample:
        return measure.run([program.path, "build", "--quiet", "--source", site])

    def changed() -> measure.Sample:
        card.write_text(next(prices))
        return built()

    found: dict[str, list[measure.Sample]] = {"clean": [], "unchanged": [], "one price": []}
    for _ in range(rounds):
        found["clean"].append(program.build(site))
        found["unchanged"].append(built())
        found["one price"].append(changed())
    for name, samples in found.items():
        section.rows.append([
            name, report.seconds(measure.median(samples)),
            report.seconds(measure.median(samples, "cpu")),
            f"{measure.median(samples, 'megabytes'):.0f} MB"])
    section.answer("a clean build, times as long as one without a change",
                   measure.ratio(found["unchanged"], found["clean"]), must=100)
    section.answer("a clean build, times as long as one after a change of a price",
                   measure.ratio(found["one price"], found["clean"]), must=50, goal=200)
    return section
