"""Why some calls cost something else in a list's own program, each for one kind of call.

A difference that none of these covers is a mistake of somebody, and one that covers nothing is old.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from litellm_usages import LENGTH


@dataclass(frozen=True)
class Explanation:
    """A reason for differences: of which calls, in which direction, and whose it is."""

    kind: str
    provider: str
    whose: str
    text: str
    # What a call has; both amounts are looked at besides.
    has: Callable = lambda call: True
    # Whether their amount is `less` or `more` than ours, `within` ours, or ours is `none`.
    theirs: str = "less"
    models: str = ".*"

    def covers(self, call, ours):
        """Whether a difference is of this kind."""
        if not re.fullmatch(self.provider, call.provider) or not re.fullmatch(
                self.models, call.model):
            return False
        return self.has(call) and direction(self.kind, call, ours) in self.theirs.split(" or ")


def direction(kind, call, ours):
    """How their amount stands to ours: `less`, `more`, `within` a range, or `none` to none."""
    low, _, high = ours.partition(" to ")
    try:
        theirs, slack = Decimal(call.amount), call.rounding(kind)
        if high and Decimal(low) - slack <= theirs <= Decimal(high) + slack:
            return "within"
        return "less" if theirs < Decimal(low) else "more"
    except ArithmeticError:
        return "none"


def in_batch(call):
    return call.chosen.get("tier") == "batch"


EXPLANATIONS = (
    Explanation(
        "genai-prices", "openrouter", "our reading",
        "A price that has no last digit (0.08333333333333333) is listed as not expressed, and with"
        " it what is written to a cache.",
        lambda call: call.counts.get("cache_write_input_tokens")
        and "a price without a last digit" in call.traits, "less or more"),
    Explanation(
        "litellm", ".*", "our reading",
        "A price that has no last digit (0.0002833333333333333) is listed as not expressed.",
        lambda call: "a price without a last digit" in call.traits, "none"),
    Explanation(
        "litellm", ".*", "their bug",
        "It finds another entry: one with the provider's name before this one's, or without the second of two.",
        lambda call: "another entry of the name" in call.traits, "less or more"),
    Explanation(
        "litellm", "fireworks_ai.*", "their bug",
        "It leaves out the service tier: its function for this provider is not given any.",
        lambda call: call.chosen.get("tier") in ("priority", "flex"), "less or more"),
    Explanation(
        "litellm", "fireworks_ai.*", "their code, not their list",
        "Its code, not its list, makes a price for cache reads where the list has none: a part of"
        " that of input.",
        lambda call: call.beyond and "cached_input_tokens" in call.beyond),
    Explanation(
        "litellm", "perplexity", "their bug",
        "It leaves out the fee for a request that the list has.",
        lambda call: "fee for a request" in call.traits),
    Explanation(
        "litellm", "perplexity", "their bug",
        "It bills what is read from a cache or written to it as any other input, though the list has"
        " prices for both.",
        lambda call: not in_batch(call) and (
            call.counts.get("cached_input_tokens") or call.counts.get("cache_write_input_tokens")),
        "more or less"),
    Explanation(
        "litellm", "perplexity", "their bug",
        "It leaves out the prices of long requests that the list has.",
        lambda call: "above a step" in call.traits and not in_batch(call)),
    Explanation(
        "litellm", "together_ai", "their code, not their list",
        "The entry is a range of sizes, and out of its name it reads the size of a model of another"
        " range.",
        models=r"together-ai-[0-9.]+b-[0-9.]+b"),
    Explanation(
        "litellm", ".*", "their bug",
        "It counts searches only, and leaves out the price by the token that the list has.",
        lambda call: call.kind == "rerank" and call.counts.get("input_tokens")),
    Explanation(
        "litellm", ".*", "our reading",
        "A request that reads nothing is in none of its ranges of input, and free; here it is in"
        " the first.",
        lambda call: "tiers by input" in call.traits and call.counts["input_tokens"] == 0),
    Explanation(
        "litellm", ".*", "our reading",
        "The list has no price for a batch of so long a request: it takes that of a short one, and"
        " here the amount is a range, from that of a batch to that of such a request.",
        lambda call: in_batch(call) and call.beyond == LENGTH, "within"),
    Explanation(
        "litellm", ".*", "our reading",
        "The list has no price of the service tier for so long a request: it takes that of no tier,"
        " and here the amount is a range, from that of the tier to that of no tier.",
        lambda call: not in_batch(call) and LENGTH in (call.beyond or ""), "within"),
    Explanation(
        "litellm", ".*", "their code, not their list",
        "Its code, not its list, makes prices for a batch where the list has none: half for output,"
        " and that of input for what a cache holds.",
        lambda call: in_batch(call) and call.beyond not in (None, LENGTH),
        "less or more or within"),
)
