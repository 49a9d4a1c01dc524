"""What a call is, and how its tokens are drawn: always the same ones of an entry."""

import random
from dataclasses import asdict, dataclass, field
from decimal import Decimal

# The day of most calls.
DAY = "2026-11-21"
HALF = Decimal("0.5e-12")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass
class Call:
    """A call of an entry of a list, with what the list's own program says of it.

    `amount` is dollars as text, or `None` where the program has no answer, which `error` then has.
    `beyond` is something in the call that the entry states no price for, if anything is, and `traits`
    are what an explanation may have to know of the entry.
    """

    provider: str
    model: str
    kind: str
    chosen: dict
    moment: str
    counts: dict
    day: str = DAY
    amount: str = None
    error: str = None
    beyond: str = None
    traits: list = field(default_factory=list)

    @property
    def entry(self):
        return self.provider, self.model

    @property
    def line(self):
        """The call as `breakeven import --calls` reads it."""
        def pairs(values):
            return ",".join(f"{key}={value}" for key, value in values.items())
        counts = {key: value for key, value in self.counts.items() if value or key in KEPT}
        return "\t".join((self.provider, self.model, pairs(self.chosen) or "-", self.moment,
                          pairs({**counts, "requests": 1})))

    def rounding(self, kind):
        """What rounding each line once explains of a difference, half a picodollar a line.

        litellm's sums of binary fractions are off by some units in the last place besides.
        """
        noise = abs(Decimal(self.amount)) * Decimal("1e-12") if kind == "litellm" else 0
        return HALF * (self.line.rpartition("\t")[2].count(",") + 1) + noise

    def stored(self):
        return asdict(self)


# Counts that say something when they are nothing.
KEPT = ("input_tokens", "output_tokens")


def chance(kind, provider, model):
    """Random numbers of one entry, so that no other entry moves its calls."""
    return random.Random(f"{kind} {provider} {model}")


def moment(draw, edges=()):
    """Some minute of a week as day and time, near an edge of the entry's hours every other time."""
    minute = draw.randrange(24 * 60)
    if edges and draw.random() < 0.5:
        minute = (draw.choice(edges) + draw.choice((-1, 0, 1))) % (24 * 60)
    return f"{draw.choice(WEEK)} {minute // 60:02}:{minute % 60:02}"


def length(draw, steps):
    """Tokens that are read: of any order of size, or next to where a price of the entry begins."""
    if steps and draw.random() < 0.6:
        step = draw.choice(steps)
        return max(0, draw.choice((step - 1, step, step + 1, draw.randrange(step, 2 * step + 2))))
    return draw.randrange(10 ** draw.randrange(1, 7))


def part(draw, whole):
    """A part of so many: often none, sometimes all."""
    return draw.choice((0, whole, draw.randrange(whole + 1), draw.randrange(whole + 1)))
