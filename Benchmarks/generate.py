"""Writes made-up sites of any size: the same shape and seed give the same bytes.

    python3 Benchmarks/generate.py --shape table --scenarios 100 FOLDER

The folder gets `content/`; templates and schemas are those of the checkout that is named.
"""

import argparse
import dataclasses
import pathlib
import random
import shutil

READ_ON = "2026-11-20"
VALID_FROM = "2026-11-01"


@dataclasses.dataclass(frozen=True)
class Shape:
    """How large a site is, and what of it is published."""

    scenarios: int
    providers: int
    offers_of_a_provider: int
    rows: int
    workloads: int
    publish: tuple[str, ...] = ()  # nothing said: everything
    rare_every: int = 0  # so many scenarios to one with an offer that few have; 0: there is none
    has_common: bool = False  # whether one offer is in all scenarios
    states_runs: bool = True  # 9dfe353 knows no `runs`, and counts no start where none is stated
    seed: int = 20261121


def one_table(scenarios: int, publish: tuple[str, ...] = ("pages",)) -> Shape:
    """One table of 50 rows and a single workload for each page, as a price list has it."""
    return Shape(scenarios, providers=20, offers_of_a_provider=10, rows=50, workloads=1,
                 publish=publish)


def changing(scenarios: int) -> Shape:
    """The same, with an offer that ten scenarios have and one that all of them have."""
    shape = one_table(scenarios)
    return dataclasses.replace(shape, rare_every=max(1, scenarios // 10), has_common=True)


def everything(scenarios: int = 100) -> Shape:
    """50 offers, 5 workloads, every family of files."""
    return Shape(scenarios, providers=10, offers_of_a_provider=5, rows=50, workloads=5)


# Providers and what they sell

# Each of these sells one offer, by the million tokens.
COMMON = "common"
RARE = "rare"


def dollars(chance: random.Random, low: int, high: int, decimals: int) -> str:
    """An amount between two whole numbers of its last decimal."""
    scale = 10**decimals
    whole = chance.randint(low, high)
    return f"{whole // scale}.{whole % scale:0{decimals}d}"


def spread(chance: random.Random, low: int, high: int, decimals: int) -> str:
    """A range of amounts."""
    middle = (low + high) // 2
    return (f"{dollars(chance, low, middle, decimals)} to "
            f"{dollars(chance, middle + 1, high, decimals)}")


def token_rates(chance: random.Random, kind: int) -> list[str]:
    """Prices by the million tokens: exact, as ranges, or of both kinds together."""
    if kind == 0:
        return [f"usd_per_million_input_tokens: {dollars(chance, 10, 500, 2)}",
                f"usd_per_million_output_tokens: {dollars(chance, 500, 2500, 2)}"]
    if kind == 1:
        return [f"usd_per_million_input_tokens: {spread(chance, 10, 300, 2)}",
                f"usd_per_million_output_tokens: {spread(chance, 300, 1500, 2)}"]
    return [f"usd_per_million_tokens: {dollars(chance, 100, 9000, 3)}"]


ALWAYS_ON = """
      minimum_replicas: 1
      idle_timeout: never
      billed: {{active: billed, kept_warm: billed}}
"""

SERVERLESS = """
      minimum_replicas: 0
      idle_timeout: {idle} s
      billing_increment: 1 s
      start: {{loading: {short} s to {long} s}}
      billed: {{loading: billed, active: billed, idle_tail: billed}}
      evidence:
        start: {{source: {provider}-docs, quote: A cold start takes from {short} to {long} seconds}}
        idle_tail: {{source: {provider}-docs, quote: An idle replica is billed until it stops}}
"""

BY_THE_MINUTE = """
      idle_timeout: {idle} s
      billing_increment: 1 min
      start: {{loading: {long} s}}
      billed: {{loading: billed, active: billed, idle_tail: free}}
"""


def scaling(chance: random.Random, provider: str, text: str) -> str:
    """When machines are held, in the words of a made-up manual."""
    short = chance.randint(2, 9)
    rules = text.format(
        provider=provider, idle=chance.choice([30, 60, 120, 300]), short=short,
        long=short + chance.randint(5, 40))
    return (f"    scaling:\n      source: {provider}-docs\n"
            f"      quote: You pay for the time in which a replica is up{rules}")


def offer(chance: random.Random, provider: str, index: int) -> str:
    """One offer; its meter is the next of a round of kinds."""
    kind = (2, 0, 3, 2, 4, 5, 2, 1, 3, 6, 7)[index % 11]
    extra = ""
    if kind in (0, 1, 2):
        rates = token_rates(chance, kind)
    elif kind == 3:
        rates = [f"usd_per_request: {dollars(chance, 20, 900, 5)}"]
    elif kind == 4:
        rates = [f"usd_per_gpu_hour: {dollars(chance, 150, 400, 2)}"]
        extra = scaling(chance, provider, ALWAYS_ON)
    elif kind == 5:
        rates = [f"usd_per_gpu_hour: {spread(chance, 250, 650, 2)}"]
        extra = scaling(chance, provider, SERVERLESS)
    elif kind == 6:
        rates = [f"usd_per_replica_hour: {dollars(chance, 2000, 9000, 3)}"]
        extra = scaling(chance, provider, ALWAYS_ON)
    else:
        rates = [f"usd_per_gb_second: {dollars(chance, 9000, 30000, 9)}"]
        extra = "    memory_gb: 16\n" + scaling(chance, provider, BY_THE_MINUTE)
    quote = ", ".join(rate.split(": ")[1] for rate in rates)
    lines = "".join(f"        {rate}\n" for rate in rates)
    return (f"  - id: {provider}-{index + 1}\n    name: Plan {index + 1} of {title(provider)}\n"
            f"    rates:\n      - from: {VALID_FROM}\n{lines}"
            f"        source: {provider}-pricing\n        quote: The price is ${quote}\n{extra}")


def title(provider: str) -> str:
    """A provider's name as readers see it."""
    return provider.replace("-", " ").title()


def rate_card(chance: random.Random, provider: str, offers: int, first: int) -> str:
    """What one provider sells."""
    sold = "".join(offer(chance, provider, first + index) for index in range(offers))
    return (f"name: {title(provider)}\nwebsite: https://{provider}.example.com\n"
            f"summary: Sells the same model in {offers} ways; nobody charges these prices.\n"
            f"offers:\n{sold}")


def sources(providers: list[str]) -> str:
    """The two pages of each provider that everything cites."""
    text = "sources:\n"
    for provider in providers:
        for page, name in (("pricing", "Pricing"), ("docs", "How billing works")):
            text += (f"  - id: {provider}-{page}\n    title: {name}\n"
                     f"    publisher: {title(provider)}\n    read: {READ_ON}\n"
                     f"    url: https://{provider}.example.com/{page}\n")
    return text


# Scenarios


TRAFFIC = ("hours", "hours", "session", "hours", "burst")


def workload(chance: random.Random, index: int, traffic: str, states_runs: bool) -> str:
    """Tokens, requests and time, so that every meter has something to count."""
    tokens = chance.randint(1, 900) * 100_000
    lines = [f"  - id: work-{index + 1}", f"    name: {tokens // 100_000 / 10}M tokens in",
             f"    input_tokens: {tokens}",
             f"    output_tokens: {tokens // chance.randint(2, 9)}",
             f"    requests: {tokens // 1000}"]
    if traffic == "hours":
        lines += [f"    hours: {chance.randint(5, 700)} h"] + ["    runs: 1"] * states_runs
    elif traffic == "burst":
        work = chance.randint(5, 50)
        lines.append(f"    burst: {{work: {work} s, every: {work + chance.randint(60, 900)} s}}")
    else:
        lines.append(f"    session: {chance.randint(2, 50)} min")
    return "\n".join(lines) + "\n"


def scenario(chance: random.Random, number: int, shape: Shape, ids: list[str]) -> str:
    """One scenario over a run of offers that starts somewhere else each time."""
    work = "".join(
        workload(chance, index, TRAFFIC[index % len(TRAFFIC)], shape.states_runs)
        for index in range(shape.workloads))
    start = (number * 7) % len(ids)
    chosen = [ids[(start + step) % len(ids)] for step in range(shape.rows)]
    if shape.has_common:
        chosen[-1] = f"{COMMON}-1"
    if shape.rare_every and number % shape.rare_every == shape.rare_every // 2:
        chosen[-2] = f"{RARE}-1"
    rows = "".join(f"  - offer: {one}\n" for one in chosen)
    return (f"title: Made-up scenario {number + 1}\n"
            f"question: Which of {shape.rows} plans is cheapest for load {number + 1}?\n"
            f"summary: Load {number + 1} of a seeded series, priced with every plan in turn.\n"
            f"workloads:\n{work}offers:\n{rows}"
            "assumptions:\n  - text: All prices and volumes are made up by a seeded generator.\n")


# The folder


def site_settings(shape: Shape) -> str:
    """The settings of the site; the first scenario answers on the front page."""
    text = ("title: Benchmark\ntagline: Made-up prices\n"
            "description: A site of made-up prices, to see how long a build takes.\n"
            "updated: 2026-11-21\nlicence: All rights reserved\n"
            f"scenario_order:\n  - {scenario_id(0)}\n")
    if shape.publish:
        text += f"publish: [{', '.join(shape.publish)}]\n"
    return text


def scenario_id(number: int) -> str:
    """Names sort as numbers do."""
    return f"load-{number + 1:06d}"


def write_content(folder: pathlib.Path, shape: Shape) -> None:
    """Writes everything under `content/` but the schemas."""
    chance = random.Random(shape.seed)
    names = [f"provider-{index + 1}" for index in range(shape.providers)]
    content = folder / "content"
    for part in ("rate-cards", "scenarios"):
        (content / part).mkdir(parents=True)
    (content / "site.yaml").write_text(site_settings(shape))
    extra = [RARE] * (shape.rare_every > 0) + [COMMON] * shape.has_common
    (content / "sources.yaml").write_text(sources(names + extra))
    count = shape.offers_of_a_provider
    for index, name in enumerate(names):
        (content / "rate-cards" / f"{name}.yaml").write_text(
            rate_card(chance, name, count, index * count))
    ids = [f"{name}-{index * count + step + 1}"
           for index, name in enumerate(names) for step in range(count)]
    for name in extra:
        (content / "rate-cards" / f"{name}.yaml").write_text(
            rate_card(random.Random(shape.seed), name, 1, 0))
    for number in range(shape.scenarios):
        (content / "scenarios" / f"{scenario_id(number)}.yaml").write_text(
            scenario(chance, number, shape, ids))


def write_site(folder: pathlib.Path, shape: Shape, checkout: pathlib.Path) -> None:
    """Writes a whole site: made-up content, the templates and schemas of a checkout."""
    folder.mkdir(parents=True)
    write_content(folder, shape)
    shutil.copytree(checkout / "templates", folder / "templates")
    shutil.copytree(checkout / "content" / "schema", folder / "content" / "schema")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, help="a new folder")
    parser.add_argument("--shape", choices=["table", "everything"], default="table")
    parser.add_argument("--scenarios", type=int, default=100)
    parser.add_argument("--without-publish", action="store_true",
                        help="for a program that does not know `publish:` and `runs:`")
    parser.add_argument("--checkout", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parent.parent)
    given = parser.parse_args()
    shape = one_table(given.scenarios) if given.shape == "table" else everything(given.scenarios)
    if given.without_publish:
        shape = dataclasses.replace(shape, publish=(), states_runs=False)
    write_site(given.folder, shape, given.checkout)


if __name__ == "__main__":
    main()
