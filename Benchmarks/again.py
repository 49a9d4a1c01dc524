"""Building a site again: without any change, and after the change of one price."""

import itertools
import pathlib
import re
from collections.abc import Callable

import generate
import measure
import report
from programs import Program

AGAIN = "7. Building again"
# A price that has one number, and the words that hold it.
PRICE = re.compile(r"(usd_per_million_tokens: )(\d+\.\d+)(\n.*\n +quote: .*\$)\2\n")

CLEAN = "from nothing"
UNCHANGED = "nothing changed"
FIRST = "a price that ten pages show, right after a build from nothing"
FEW = "a price that ten pages show"
ALL = "a price that all pages show"


def repriced(card: pathlib.Path) -> Callable[[], None]:
    """Changes the first price of a rate card, and back, by turns."""
    was = card.read_text()
    dearer = PRICE.sub(r"\g<1>\g<2>7\g<3>\g<2>7\n", was, count=1)
    if dearer == was:
        raise measure.Failed(f"{card.name} has no price to change")
    texts = itertools.cycle([dearer, was])
    return lambda: card.write_text(next(texts)) and None


def again(program: Program, work: pathlib.Path, scenarios: int, rounds: int) -> report.Section:
    """Pages as in section 1, from nothing and then again."""
    section = report.Section(
        AGAIN, f"{scenarios:,} scenario pages with a table of 50 rows: from nothing, with nothing "
        "changed, and with one price of one rate card changed.",
        ["build", "time", "processor", "memory"])
    site = work / "again"
    program.write_site(site, generate.changing(scenarios))
    cards = site / "content" / "rate-cards"
    few, common = (repriced(cards / f"{name}.yaml") for name in (generate.RARE, generate.COMMON))

    def built(change: Callable[[], None] | None = None) -> measure.Sample:
        if change:
            change()
        return measure.run([program.path, "build", "--quiet", "--source", site])

    found: dict[str, list[measure.Sample]] = {
        name: [] for name in (CLEAN, UNCHANGED, FIRST, FEW, ALL)}
    for _ in range(rounds):
        found[CLEAN].append(program.build(site))
        found[UNCHANGED].append(built())
        found[FIRST].append(built(few))
        found[FEW].append(built(few))
        found[ALL].append(built(common))
    for name, samples in found.items():
        section.rows.append([
            name, report.seconds(measure.median(samples)),
            report.seconds(measure.median(samples, "cpu")),
            f"{measure.median(samples, 'megabytes'):.0f} MB"])
    section.answer("a build from nothing, times as long as one without a change",
                   measure.ratio(found[UNCHANGED], found[CLEAN]), must=100)
    section.answer("times as long as one after a change of a price that ten pages show",
                   measure.ratio(found[FEW], found[CLEAN]), must=50, goal=200)
    section.answer("the same, right after a build from nothing",
                   measure.ratio(found[FIRST], found[CLEAN]))
    section.answer("times as long as one after a change of a price that all pages show",
                   measure.ratio(found[ALL], found[CLEAN]))
    return section
