"""What other tools make of the same input, each in a process of its own.

Runs inside Benchmarks/.venv, which `run.py setup` makes. Prints one line of JSON.

    peers.py write-calls FILE               token calls with the prices that genai-prices has
    peers.py price-calls FILE SECONDS       genai-prices on that file, on one core
    peers.py vega FILE ROUNDS               a break-even chart by Vega-Lite
    peers.py matplotlib FILE ROUNDS         the same by matplotlib
"""

import decimal
import io
import json
import pathlib
import random
import statistics
import sys
import time
from collections.abc import Callable

PROVIDERS = ("anthropic", "google", "mistral", "openai")
CALLS = 20_000
MODELS_AT_MOST = 40


# Token calls


def plain_models() -> list[tuple[str, str, object]]:
    """Models with one price for input and one for output, and no tiers."""
    from genai_prices.data import providers
    from genai_prices.types import ModelPrice

    found = []
    for provider in sorted(providers, key=lambda one: one.id):
        if provider.id not in PROVIDERS:
            continue
        for model in sorted(provider.models, key=lambda one: one.id):
            prices = model.prices
            if isinstance(prices, ModelPrice) and all(
                    isinstance(prices.__dict__.get(key), decimal.Decimal)
                    for key in ("input_mtok", "output_mtok")):
                found.append((provider.id, model.id, prices))
    # Every so many-th, so that all providers are there.
    return found[:: max(1, len(found) // MODELS_AT_MOST)]


def write_calls(file: pathlib.Path) -> dict:
    """A line for a call: the model, its prices of a million tokens in and out, the tokens."""
    chance = random.Random(20261121)
    models = plain_models()
    lines = []
    for _ in range(CALLS):
        provider, model, prices = chance.choice(models)
        lines.append("\t".join((
            f"{provider}/{model}", f"{prices.input_mtok:f}", f"{prices.output_mtok:f}",
            str(chance.randint(50, 60_000)), str(chance.randint(1, 8_000)))))
    file.write_text("\n".join(lines) + "\n")
    return {"calls": CALLS, "models": len(models)}


def price_calls(file: pathlib.Path, seconds: float) -> dict:
    """Prices the calls as the package does once it has found a model.

    `calc_price` of the package looks the model up by name each time, and takes a few times as
    long; what is timed here is the part that both programs do.
    """
    from genai_prices import Usage

    prices = {f"{provider}/{model}": price for provider, model, price in plain_models()}
    calls = []
    for line in file.read_text().splitlines():
        model, _, _, tokens_in, tokens_out = line.split("\t")
        calls.append((prices[model],
                      Usage(input_tokens=int(tokens_in), output_tokens=int(tokens_out))))
    start = time.perf_counter()
    rounds = 0
    while True:
        total = decimal.Decimal(0)
        for price, usage in calls:
            total += price.calc_price(usage)["total_price"]
        rounds += 1
        taken = time.perf_counter() - start
        if taken >= seconds:
            break
    return {"invoices": rounds * len(calls), "seconds": taken,
            "picodollars": int(total * 10**12)}


# Charts: the same curves, crossings and texts, at the same size


def timed(draw: Callable[[], bytes], rounds: int) -> dict:
    """The middle time of a warm process; the first drawing loads fonts and is left out."""
    size = len(draw())
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    return {"seconds": statistics.median(times), "bytes": size}


def vega(file: pathlib.Path, rounds: int) -> dict:
    """Lines over two logarithmic axes, points with labels, as a Vega-Lite specification."""
    import vl_convert

    chart = json.loads(file.read_text())
    points = [{"x": x, "y": y, "offer": line["name"], "order": index}
              for line in chart["lines"] for index, (x, y) in enumerate(line["points"])]
    crossings = [{"x": x, "y": y, "label": label} for x, y, label in chart["crossings"]]
    x = {"field": "x", "type": "quantitative", "scale": {"type": "log"}, "title": chart["xTitle"]}
    y = {"field": "y", "type": "quantitative", "scale": {"type": "log"}, "title": chart["yTitle"]}
    at = {"x": x, "y": y}
    specification = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.20.json",
        "title": {"text": chart["title"], "subtitle": chart["subtitle"]},
        "width": chart["width"], "height": chart["height"],
        "layer": [
            {"data": {"values": points}, "mark": "line",
             "encoding": at | {"color": {"field": "offer", "type": "nominal"},
                               "order": {"field": "order"}}},
            {"data": {"values": crossings}, "mark": {"type": "point", "size": 60}, "encoding": at},
            {"data": {"values": crossings}, "mark": {"type": "text", "dy": -10},
             "encoding": at | {"text": {"field": "label"}}},
        ],
    }
    text = json.dumps(specification)
    return timed(lambda: vl_convert.vegalite_to_svg(text, vl_version="5.20").encode(), rounds)


def matplotlib(file: pathlib.Path, rounds: int) -> dict:
    """The same with pyplot's objects, texts as texts."""
    import matplotlib as library

    library.use("svg")
    library.rcParams["svg.fonttype"] = "none"
    from matplotlib.figure import Figure

    chart = json.loads(file.read_text())

    def draw() -> bytes:
        figure = Figure(figsize=(chart["width"] / 72, chart["height"] / 72))
        axes = figure.subplots()
        for line in chart["lines"]:
            axes.plot(*zip(*line["points"]), label=line["name"])
        axes.set(xscale="log", yscale="log", xlabel=chart["xTitle"], ylabel=chart["yTitle"],
                 title=chart["title"])
        for x, y, label in chart["crossings"]:
            axes.plot([x], [y], "o")
            axes.annotate(label, (x, y), xytext=(0, 8), textcoords="offset points")
        axes.legend()
        target = io.BytesIO()
        figure.savefig(target, format="svg", metadata={"Date": None})
        return target.getvalue()

    return timed(draw, rounds)


def main() -> None:
    task, file, *more = sys.argv[1:]
    path = pathlib.Path(file)
    tasks = {
        "write-calls": lambda: write_calls(path),
        "price-calls": lambda: price_calls(path, float(more[0])),
        "vega": lambda: vega(path, int(more[0])),
        "matplotlib": lambda: matplotlib(path, int(more[0])),
    }
    print(json.dumps(tasks[task]()))


if __name__ == "__main__":
    main()
