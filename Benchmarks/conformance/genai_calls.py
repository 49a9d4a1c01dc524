"""Calls of genai-prices' models, each priced by `calc_price` at a day, a time and a variant."""

from datetime import date, datetime, timedelta, timezone

from calls import DAY, WEEK, Call, chance, length, moment, part
from genai_prices.data import providers
from genai_prices.decompose import is_descendant_or_self
from genai_prices.types import (
    ModelPrice, StartDateConstraint, TieredPrices, TimeOfDateConstraint, Usage)
from genai_prices.units import _get_registry

# What is counted besides tokens, in the words of a call.
COUNTS = {
    "web_searches": "web_searches", "social_searches": "social_searches",
    "storage_searches": "file_searches", "code_executions": "code_runs",
    "rerank_searches": "queries", "audio_seconds": "seconds_of_audio",
    "input_audio_seconds": "seconds_of_audio_read",
    "output_audio_seconds": "seconds_of_audio_written", "input_characters": "characters_read",
    "input_document_pages": "pages", "input_annotated_document_pages": "annotated_pages",
    "input_text_messages": "messages", "input_pixels": "pixels_read",
}
# What is done with tokens, and for how long they are kept.
DONE = {"cache_read": "cached", "cache_write": "cache_write"}
KEPT = {"5m": "5_minute_", "1h": "1_hour_"}
# What a request may choose of a variant.
AXES = {"processing": "tier", "service_tier": "tier", "speed": "mode", "search_type": "mode",
        "route": "region"}


def name(unit):
    """What a call calls a unit."""
    has = unit.dimensions
    if has["family"] != "tokens":
        return COUNTS[unit.usage_key]
    done = has.get("token_type")
    words = [KEPT.get(has.get("cache_ttl"), "") + DONE.get(done, done) if done else None,
             has.get("modality"), has["direction"], "tokens"]
    return "_".join(filter(None, words))


def price_sets(model):
    """All sets of prices that a model has at some time or by some choice, with when each holds."""
    listed = [(None, model.prices)] if isinstance(model.prices, ModelPrice) else [
        (price.constraint, price.prices) for price in model.prices]
    return listed + [(each.constraint, each.prices) for each in model.price_variants or []]


def prices(sets):
    """The prices of all sets, by key."""
    return [(key, value) for _, each in sets for key, value in each.__dict__.items()
            if value is not None]


def days(sets):
    """The days on which prices begin, and the days before."""
    starts = {each.start_date for each, _ in sets if isinstance(each, StartDateConstraint)}
    return sorted({str(day) for start in starts for day in (start, start - timedelta(days=1))})


def edges(sets):
    """The minutes of a day at which prices begin or end."""
    hours = [time for each, _ in sets if isinstance(each, TimeOfDateConstraint)
             for time in (each.start_time, each.end_time)]
    return [time.hour * 60 + time.minute for time in hours]


def shares(draw, units, whole):
    """How much there is of each unit: each part of the whole has some of what the others leave."""
    alone, rest = {}, whole
    for unit in units:
        alone[unit.usage_key] = part(draw, rest) // draw.choice((1, 4))
        rest -= alone[unit.usage_key]
    return sum(alone.values()), {
        unit.usage_key: sum(alone[other.usage_key] for other in units
                            if is_descendant_or_self(unit, other)) for unit in units}


def tokens(draw, units, steps):
    """Tokens read and written, and parts of them."""
    values = {}
    for way in ("input", "output"):
        of_way = [unit for unit in units if unit.dimensions.get("direction") == way]
        parts = [unit for unit in of_way if unit.usage_key != f"{way}_tokens"]
        whole = length(draw, steps) if way == "input" else draw.randrange(
            10 ** draw.randrange(1, 6))
        total, of_parts = shares(draw, parts, whole)
        # A model with prices of some parts only has none for the rest.
        values[f"{way}_tokens"] = whole if len(parts) < len(of_way) else total
        values.update(of_parts)
    return values


def others(draw, units, provider):
    """What is counted besides tokens."""
    values = {unit.usage_key: draw.randrange(1, 90) for unit in units}
    if "input_annotated_document_pages" in values:
        values["input_annotated_document_pages"] = draw.randrange(
            values.get("input_document_pages", 9) + 1)
    # Of this provider recordings are billed for at least ten seconds, by a rule in its code.
    seconds = values.get("audio_seconds", values.get("input_audio_seconds"))
    for key in ("audio_seconds", "input_audio_seconds"):
        if key in values:
            values[key] = seconds + (10 if provider == "groq" else 0)
    return values


def usage(draw, sets, holding, provider):
    """A random usage of what any of the sets has a price for.

    Besides tokens, only what has a price in the set that holds: the rest is free there, and here
    nothing can be said of it.
    """
    registry = _get_registry()
    found = {registry.unit_for_price_key(key).usage_key for key, _ in prices(sets)} - {"requests"}
    now = {registry.unit_for_price_key(key).usage_key for key, _ in prices([(None, holding)])}
    units = [registry.units[key] for key in sorted(found)]
    steps = sorted({tier.start for _, price in prices(sets) if isinstance(price, TieredPrices)
                    for tier in price.tiers})
    of_tokens = [unit for unit in units if unit.dimensions["family"] == "tokens"]
    rest = [unit for unit in units if unit not in of_tokens and unit.usage_key in now]
    return {**tokens(draw, of_tokens, steps), **others(draw, rest, provider)}


def chosen(context):
    """A variant's context as choices of a call."""
    return {AXES[key]: "".join(letter if letter.isalnum() else "-" for letter in value.lower())
            for key, value in context.items()}


def asked(provider, model, draw, number):
    """A call of a model, with the package's answer."""
    sets = price_sets(model)
    contexts = [{}] + [dict(variant.when) for variant in model.price_variants or []]
    context = contexts[number % len(contexts)]
    known = days(sets)
    day = draw.choice(known) if known and draw.random() < 0.5 else DAY
    time = moment(draw, edges(sets)).split()[1]
    instant = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=timezone.utc)
    values = usage(draw, sets, model.get_prices(instant, context or None), provider.id)
    registry = _get_registry()
    counts = {name(registry.units[key]): value for key, value in values.items()}
    when = date.fromisoformat(day)
    call = Call(provider.id, model.id, "calc_price", chosen(context),
                f"{WEEK[when.weekday()]} {time}", counts, day)
    # Of a price with so many digits that they were rounded no amount is exact.
    if any(len(str(price)) > 14 for _, price in prices(sets)):
        call.traits = ["a price without a last digit"]
    try:
        price = model.calc_price(
            Usage(**values), provider, genai_request_timestamp=instant,
            price_context=context or None)
        call.amount = f"{price.total_price:f}"
    except ValueError as error:
        call.error = str(error)[:120]
    return call


def calls(count, is_wanted):
    """So many calls of each model that has a price, and at least one of each variant."""
    found = []
    for provider in providers:
        for model in provider.models:
            if not is_wanted(provider.id, model.id) or not prices(price_sets(model)):
                continue
            draw = chance("genai-prices", provider.id, model.id)
            found += [asked(provider, model, draw, number)
                      for number in range(max(count, 1 + len(model.price_variants or [])))]
    return found
