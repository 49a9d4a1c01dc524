"""Works out every published crossing and amount again from the published formulas alone.

    python3 Tests/Contract/recompute.py OUTPUT

OUTPUT is a built site. Nothing but Python's standard library is needed: `fractions` for what is
exact, `decimal` for power laws. The rules are those of the field descriptions, `data/index.html`.
"""

import decimal
import functools
import json
import pathlib
import sys
from fractions import Fraction

decimal.getcontext().prec = 60
PICODOLLAR = Fraction(1, 10**12)


class Findings:
    """What does not come out, and how much does."""

    def __init__(self):
        self.wrong: list[str] = []
        self.counts: dict[str, int] = {}

    def check(self, kind: str, holds: bool, words: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        if not holds:
            self.wrong.append(f"{kind}: {words}")


def rounded(amount: Fraction) -> Fraction:
    """Whole picodollars, a half to the even one; Python's round() does exactly that."""
    return round(amount / PICODOLLAR) * PICODOLLAR


# Formulas


@functools.lru_cache(maxsize=None)
def exponent(x0: Fraction, y0: Fraction, x1: Fraction, y1: Fraction) -> decimal.Decimal:
    """The slope of the straight line through two points on logarithmic axes."""
    return number(y1 / y0).ln() / number(x1 / x0).ln()


def number(value: Fraction) -> decimal.Decimal:
    return decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)


def power(points: list[dict], x: Fraction) -> Fraction:
    """y0 · (x / x0) ^ b, exact at both points."""
    (x0, y0), (x1, y1) = [(Fraction(p["at"]), Fraction(p["usd"])) for p in points]
    if x in (x0, x1):
        return y0 if x == x0 else y1
    factor = (exponent(x0, y0, x1, y1) * number(x / x0).ln()).exp()
    return y0 * Fraction(factor)


def smooth(formula: dict, x: Fraction) -> Fraction:
    value = Fraction(formula["base_usd"]) + Fraction(formula["usd_per_unit"]) * x
    return value + power(formula["power"], x) if "power" in formula else value


def stepped(formula: dict, x: Fraction) -> Fraction:
    """The value raised to a whole number of steps."""
    step = Fraction(formula["step_usd"])
    return -(-smooth(formula, x) // step) * step


class Curve:
    """One published curve."""

    def __init__(self, data: dict):
        self.id, self.offer, self.end = data["curve"], data["offer"], data.get("end")
        self.held = data.get("held", False)
        self.pieces = [(Fraction(p["from"]), Fraction(p["to"]), p) for p in data["pieces"]]
        self.vectors = data["vectors"]
        self.first, self.last = self.pieces[0][0], self.pieces[-1][1]

    def cost(self, x: Fraction) -> Fraction | None:
        for start, end, piece in self.pieces:
            if start <= x <= end:
                steps = piece.get("rounded_up", [])
                return smooth(piece, x) + sum((stepped(one, x) for one in steps), Fraction(0))
        return None


# Checks


def check_curves(site: str, data: dict, found: Findings) -> None:
    curves = {curve["curve"]: Curve(curve) for curve in data["curves"]}
    found.check("unique ids", len(curves) == len(data["curves"]), site)
    step = Fraction(data["driver_step"])
    for curve in curves.values():
        joints = zip(curve.pieces, curve.pieces[1:])
        found.check("pieces without a gap", all(a[1] + step == b[0] for a, b in joints),
                    f"{site} {curve.id}")
        for vector in curve.vectors:
            cost = rounded(curve.cost(Fraction(vector["at"])))
            found.check("vectors", cost == Fraction(vector["usd"]),
                        f"{site} {curve.id} at {vector['at']}: {cost} {vector['usd']}")
    for crossing in data["crossings"]:
        check_crossing(site, crossing, curves, step, found)
    for stretch in data["cheapest"]:
        check_stretch(site, stretch, data, curves, found)


def check_meeting(site: str, place: dict, curves: dict, step: Fraction, found: Findings,
                  at_edge: bool) -> None:
    """The second curve is no dearer here, and was dearer a step before."""
    before, after = (curves[name] for name in place["curves"])
    x = Fraction(place["at"])
    words = f"{site} {place}"
    found.check("amounts of crossings", rounded(after.cost(x)) == Fraction(place["usd"]), words)
    start = max(before.first, after.first)
    holds = after.cost(x) <= before.cost(x)
    if x > start and not (at_edge and x == min(before.last, after.last)):
        holds = holds and after.cost(x - step) > before.cost(x - step)
    found.check("crossings", holds, words)


def check_crossing(site: str, crossing: dict, curves: dict, step: Fraction,
                   found: Findings) -> None:
    if "certain_at" not in crossing:
        check_meeting(site, crossing, curves, step, found, crossing.get("at_edge", False))
        return
    for end in crossing["ends"]:
        check_meeting(site, end, curves, step, found, True)
    names = ((crossing["curves"], "at", "usd"),
             (crossing["certain_curves"], "certain_at", "certain_usd"))
    for pair, at, usd in names:
        words = f"{site} {crossing['between']} {at} {crossing[at]}"
        before, after = (curves[name] for name in pair)
        x = Fraction(crossing[at])
        start = max(before.first, after.first)
        edge = start if at == "at" else min(before.last, after.last)
        # Where the range alone ends it, it costs what both may cost: the least, then the most.
        cost = after.cost(x)
        if x == edge:
            cost = (max if at == "at" else min)(cost, before.cost(x))
        found.check("amounts of crossings", rounded(cost) == Fraction(crossing[usd]), words)
        known = {Fraction(end["at"]) for end in crossing["ends"]} | {edge}
        # Where two offers share an input, curves may cost the same over a whole stretch.
        found.check("ends of crossings", x in known or changes(after, before, x, step), words)


def changes(one: Curve, other: Curve, x: Fraction, step: Fraction) -> bool:
    """Whether one costs no more than the other here, and the order is another one beside."""
    signs = [sign(one, other, place) for place in (x - step, x, x + step)]
    return signs[1] <= 0 and len(set(signs)) > 1


def sign(one: Curve, other: Curve, x: Fraction) -> int:
    """Whether one costs less (−1), the same (0) or more (1) than the other."""
    gap = one.cost(x) - other.cost(x)
    return (gap > 0) - (gap < 0)


def check_stretch(site: str, stretch: dict, data: dict, curves: dict, found: Findings) -> None:
    """Whoever is named may cost least, and whoever is certain does."""
    members = group_of(stretch, data, curves)
    first, last = Fraction(stretch["from"]), Fraction(stretch["to"])
    step = Fraction(data["driver_step"])
    middle = (first + last) / 2 // step * step
    for x in {first, middle, last}:
        lows, highs = {}, {}
        for curve in curves.values():
            cost = curve.cost(x)
            if curve.held or curve.offer not in members or cost is None:
                continue
            if curve.end != "high":
                lows[curve.offer] = cost
            if curve.end != "low":
                highs[curve.offer] = cost
        words = f"{site} {stretch['offers']} at {x}"
        ceiling = min(highs.values())
        candidates = {offer for offer, cost in lows.items() if cost <= ceiling}
        named = set(stretch["offers"])
        found.check("stretches", named <= candidates, words)
        if all(lows[offer] == highs[offer] for offer in lows):
            # Inputs that offers share can only rule some out where there are ranges; and who
            # touches the cheapest curve at one point is not named on the stretch.
            found.check("stretches", all(lows[offer] == ceiling for offer in named), words)


def group_of(stretch: dict, data: dict, curves: dict) -> set[str]:
    for group in data.get("groups", []):
        if group["group"] == stretch.get("group"):
            return set(group["offers"])
    return {curve.offer for curve in curves.values()}


def check_invoices(site: str, data: dict, found: Findings) -> None:
    for invoice in data["invoices"]:
        words = f"{site} {invoice['offer']} {invoice['workload']}"
        low, high = Fraction(0), Fraction(0)
        for line in invoice["lines"]:
            rate = data["rates"][line["rate"]]
            for end, usd, price in zip(("quantity", "quantity_high"), amounts(line, "usd"),
                                       prices(line, rate)):
                quantity = Fraction(line.get(end, line["quantity"]))
                if quantity == 0:
                    price = Fraction(0)  # nothing costs nothing, whatever nobody states
                if price is None or usd is None:
                    found.check("lines", price is usd, words)
                    continue
                found.check("lines", rounded(quantity * price) == usd, f"{words} {line}")
            ends = amounts(line, "usd")
            low = None if low is None or ends[0] is None else low + ends[0]
            high = None if high is None or ends[1] is None else high + ends[1]
        total = [value if value is None else Fraction(value)
                 for value in (invoice["low_usd"], invoice["high_usd"])]
        found.check("totals", high == total[1], words)
        found.check("totals", low is None or low == total[0], words)


def amounts(members: dict, key: str) -> list[Fraction | None]:
    """Both ends of an amount, of which the high one is only there if it is another."""
    prefix = key.removesuffix("usd")
    low, high = members[key], members.get(f"{prefix}high_usd", members[key])
    return [end if end is None else Fraction(end) for end in (low, high)]


def prices(line: dict, rate: dict) -> list[Fraction | None]:
    return amounts(line, "rate_usd") if "rate_usd" in line else amounts(rate, "usd")


def main() -> int:
    output = pathlib.Path(sys.argv[1])
    found = Findings()
    files = sorted(output.glob("data/scenarios/*.json"))
    for path in files:
        data = json.loads(path.read_text())
        check_invoices(path.stem, data, found)
        if "curves" in data:
            check_curves(path.stem, data, found)
    for path in sorted(output.glob("charts/*.json")):
        chart = json.loads(path.read_text())
        if "curves" in chart:
            check_curves(f"chart {path.stem}", chart, found)
    for line in found.wrong:
        print(line)
    for kind, count in sorted(found.counts.items()):
        print(f"{count:6} {kind}")
    enough = len(files) > 0 and found.counts.get("crossings", 0) > 0
    if not enough:
        print("nothing to recompute", file=sys.stderr)
    return 0 if enough and not found.wrong else 1


if __name__ == "__main__":
    sys.exit(main())
