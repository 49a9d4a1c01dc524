"""Holds what a list's own program says of calls against what Breakeven says."""

from dataclasses import dataclass, field
from decimal import Decimal

from explanations import EXPLANATIONS


@dataclass
class Comparison:
    """What became of the calls of a list, and of the entries that they are calls of."""

    kind: str
    equal: int = 0
    rounded: int = 0
    # Calls that cost something else, each with what Breakeven says of it.
    explained: list = field(default_factory=list)
    unexplained: list = field(default_factory=list)
    # Calls that the list's own program has no answer for.
    unanswered: list = field(default_factory=list)
    entries: dict = field(default_factory=dict)

    @property
    def entries_equal(self):
        """How many entries have no call that costs something else."""
        return sum(not others for others in self.entries.values())

    @property
    def entries_equal_or_explained(self):
        """How many have no call that costs something else for a reason nobody knows."""
        unknown = {call.entry for call, _ in self.unexplained}
        return sum(entry not in unknown for entry in self.entries)

    @property
    def entries_equal_as_stated(self):
        """The same, of calls that have nothing but what the entry states a price for."""
        return sum(not any(not call.beyond for call, _ in others)
                   for others in self.entries.values())


def explanation(kind, call, ours):
    """The first explanation that covers a difference; `None` if none does."""
    return next((each for each in EXPLANATIONS
                 if each.kind == kind and each.covers(call, ours)), None)


def compare(calls, ours, kind):
    """Compares each call of a list with what Breakeven says of it."""
    result = Comparison(kind)
    for call, our in zip(calls, ours, strict=True):
        if call.amount is None:
            result.unanswered.append(call)
            continue
        others = result.entries.setdefault(call.entry, [])
        try:
            difference = abs(Decimal(our) - Decimal(call.amount))
        except ArithmeticError:
            difference = Decimal("Infinity")
        if difference == 0:
            result.equal += 1
        elif difference <= call.rounding(kind):
            result.rounded += 1
        else:
            others.append((call, our))
            reason = explanation(kind, call, our)
            if reason:
                result.explained.append((reason, call, our))
            else:
                result.unexplained.append((call, our))
    return result


def described(call, ours):
    return f"{' '.join(call.line.split(chr(9)))} on {call.day}: theirs {call.amount}, ours {ours}"
