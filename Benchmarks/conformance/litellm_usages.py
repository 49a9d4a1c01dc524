"""Usages of litellm's entries: what an entry prices, drawn at random, in the words of a call."""

import re
from decimal import Decimal

from calls import length, part

# The ends of keys that price a service tier, as the choice that is made.
TIERS = {"batches": "batch", "flex": "flex", "priority": "priority", "balanced": "balanced",
         "ultrafast": "ultrafast"}
LENGTH = "length of a tier"
# Parts of what is read and of what is written, with the key that prices each.
READ = {
    "audio_input_tokens": "input_cost_per_audio_token",
    "image_input_tokens": "input_cost_per_image_token",
    "video_input_tokens": "input_cost_per_video_token",
}
CACHED = {"cached_input_tokens": "cache_read_input_token_cost"}
STORED = {
    "cache_write_input_tokens": "cache_creation_input_token_cost",
    "1_hour_cache_write_input_tokens": "cache_creation_input_token_cost_above_1hr",
    "12_hour_cache_write_input_tokens": "cache_creation_input_token_cost_above_12hr",
}
WRITTEN = {
    "reasoning_output_tokens": "output_cost_per_reasoning_token",
    "audio_output_tokens": "output_cost_per_audio_token",
    "image_output_tokens": "output_cost_per_image_token",
    "video_output_tokens": "output_cost_per_video_token",
}


def states(entry, key, tier=None):
    """Whether an entry has a price under a key, for a tier that may be chosen."""
    suffix = next((end for end, name in TIERS.items() if name == tier), None)
    # A batch is priced by its own keys; other tiers leave what they do not name as it is.
    names = [f"{key}_{suffix}"] if suffix else []
    if tier != "batch":
        names.append(key)
    listed = [entry, *(entry.get("tiered_pricing") or [])]
    return any(part.get(name) is not None for part in listed for name in names)


def steps(entry):
    """The numbers of tokens above which an entry has another price."""
    found = {int(number) * 1000 for key, value in entry.items() if value is not None
             for number in re.findall(r"_above_(\d+)k_tokens", key)}
    for tier in entry.get("tiered_pricing") or []:
        found.update(int(edge) for edge in tier.get("range") or [] if 0 < edge < 10**9)
    return sorted(found)


def choices(entry, provider):
    """What may be chosen of an entry: nothing, a tier, a region or a mode."""
    found = [{}]
    for suffix, tier in TIERS.items():
        if entry.get(f"input_cost_per_token_{suffix}") is not None:
            found.append({"tier": tier})
    for region in ("eu", "us"):
        if entry.get(f"regional_processing_uplift_multiplier_{region}"):
            found.append({"region": region})
    if entry.get("regional_endpoint_uplift_multiplier") and provider == "vertex_ai":
        found.append({"region": "regional-endpoint"})
    specific = entry.get("provider_specific_entry") or {}
    if "us" in specific:
        found.append({"region": "us"})
    if "fast" in specific:
        found.append({"mode": "fast"})
    if entry.get("explicit_cache_read_input_token_cost") is not None:
        found.append({"mode": "explicit"})
    return found


def maps(entry, provider, draw):
    """Searches of a map, like those of the web; returns how many there were, and what is billed."""
    if entry.get("google_maps_grounding_cost_per_query") is None or draw.random() < 0.8:
        return 0, {}
    number = draw.randrange(1, 20)
    is_counted = entry.get("web_search_billing_unit") == "per_query"
    return number, {"map_searches": number if is_counted else 1}


def edges(entry):
    """The minutes of a day at which off-peak hours of an entry begin and end."""
    block = entry.get("off_peak_pricing") or {}
    hours = [block.get("hours_utc")] + [rule["hours_utc"] for rule in block.get("windows") or []]
    texts = [text for each in hours if each for text in ([each] if isinstance(each, str) else each)]
    return [int(time[:2]) * 60 + int(time[3:5]) for text in texts for time in text.split("-")]


def tokens(entry, draw, tier, beyond):
    """Counts of the tokens of a call, parts of parts included.

    With `beyond` the call also has reads and writes of a cache that the entry states no price for.
    """
    read = length(draw, steps(entry)) if states(entry, "input_cost_per_token") else 0
    written = draw.choice((0, 1, 500, 4_096, draw.randrange(100_000)))
    if not states(entry, "output_cost_per_token"):
        written = 0
    counts = {"input_tokens": read, "output_tokens": written}
    rest = read
    for names in (CACHED, STORED, READ):
        for name, key in names.items():
            if "hour" in name or not (states(entry, key, tier) or beyond and names is not READ):
                continue
            counts[name] = part(draw, rest)
            rest -= counts[name]
    if states(entry, "cache_read_input_audio_token_cost", tier) and counts.get("cached_input_tokens"):
        # Of both kinds at once: what is cached of it is in the whole of each.
        counts["cached_audio_input_tokens"] = part(draw, counts["cached_input_tokens"])
        counts["audio_input_tokens"] = (
            counts.get("audio_input_tokens", 0) + counts["cached_audio_input_tokens"])
    stored = counts.get("cache_write_input_tokens", 0)
    for name, key in STORED.items():
        if "hour" in name and states(entry, key, tier):
            counts[name] = part(draw, stored)
            stored -= counts[name]
    for name, key in WRITTEN.items():
        if states(entry, key, tier):
            counts[name] = part(draw, written)
            written -= counts[name]
    return counts


# What an embedding may be of instead of tokens, by the key that prices it.
EMBEDDED = {"characters_read": "input_cost_per_character", "images_read": "input_cost_per_image",
            "seconds_of_audio_read": "input_cost_per_audio_per_second",
            "seconds_of_video_read": "input_cost_per_video_per_second",
            "queries": "input_cost_per_query"}


def embedded(entry, draw):
    """One thing other than text of which an entry makes an embedding; `None` every other time."""
    names = [name for name, key in EMBEDDED.items() if entry.get(key) is not None]
    if not names or draw.random() < 0.5:
        return None
    return {draw.choice(names): draw.randrange(1, 500), "input_tokens": 0, "output_tokens": 0}


def is_claude(key, provider):
    """Whether a response says how many searches a model of Anthropic's made at another provider."""
    return "claude" in key and provider in ("vertex_ai", "azure_ai")


def searches(key, entry, provider, draw):
    """Searches beside the tokens, as they are billed: by the query, or once where any is made.

    Returns how many there were, the counts that are billed, and what is chosen with them.
    """
    fees = entry.get("search_context_cost_per_query")
    if not fees or draw.random() < 0.7:
        return 0, {}, {}
    number = draw.randrange(1, 20)
    is_counted = provider in ("anthropic", "perplexity", "groq") or is_claude(key, provider) or (
        provider in ("gemini", "vertex_ai") and entry.get("web_search_billing_unit") == "per_query")
    size = "low" if provider == "perplexity" else "medium"
    return number, {"web_searches": number if is_counted else 1}, (
        {"size": size} if len(set(fees.values())) > 1 else {})


def traits(entry, other, read):
    """What explains differences of a call of an entry, besides what is counted and chosen.

    `other` is the entry that litellm looks at first for the name, if it is not this one, and `read`
    is how many tokens are read.
    """
    found = []
    if any(read > step for step in steps(entry)):
        found.append("above a step")
    if any(is_too_fine(key, value) for key, value in entry.items() if "cost" in key):
        found.append("a price without a last digit")
    if entry.get("tiered_pricing"):
        found.append("tiers by input")
    if entry.get("input_cost_per_request"):
        found.append("fee for a request")
    if other and any(other.get(key) != entry.get(key) for key in {*other, *entry}
                     if "cost" in key or "pricing" in key):
        found.append("another entry of the name")
    return found


def is_too_fine(key, value):
    """Whether a price is no whole number of picodollars, for a million where tokens are counted."""
    if not isinstance(value, (int, float)):
        return False
    scale = 18 if "token" in key or "character" in key or "pixel" in key else 12
    return Decimal(repr(value)).normalize().as_tuple().exponent < -scale


def is_longer_than_priced(entry, read, tier):
    """Whether a tier has a price, and none for so long a request, for which the standard has one."""
    suffix = next((end for end, name in TIERS.items() if name == tier), None)
    ends = [f"_above_{step // 1000}k_tokens" for step in steps(entry) if read > step]
    return any(
        key.endswith(end) and value is not None
        and entry.get(f"{key.removesuffix(end)}_{suffix}") is not None
        and entry.get(f"{key}_{suffix}") is None
        for key, value in entry.items() for end in ends)


def unstated(entry, counts, tier):
    """What a call has and the entry has no price for, by name; `None` if there is nothing."""
    names = {**CACHED, **STORED}
    found = []
    if tier == "batch":
        names["output_tokens"] = "output_cost_per_token"
    if is_longer_than_priced(entry, counts["input_tokens"], tier):
        found.append(LENGTH)
    found += [name for name, key in names.items()
              if counts.get(name) and not states(entry, key, tier)]
    return ", ".join(found) or None
