"""Calls of litellm's entries, each priced by `litellm.completion_cost` as after a response."""

from datetime import datetime, timedelta, timezone

import litellm_media
from calls import WEEK, Call, chance, moment
from litellm import completion_cost, model_cost
from litellm._internal_context import pinned_billing_time
from litellm.types.utils import (
    CacheCreationTokenDetails, CompletionTokensDetailsWrapper, EmbeddingResponse, ModelResponse,
    PromptTokensDetailsWrapper, Usage)
from litellm_usages import (
    choices, edges, embedded, is_claude, maps, searches, tokens, traits, unstated)

# What an entry does, by how litellm calls that.
KINDS = {"chat": "completion", "completion": "completion", "responses": "completion",
         "realtime": "completion", "evaluation": "completion", "moderation": "completion",
         "decisions": "completion", "extraction": "completion", None: "completion",
         "embedding": "embedding", "rerank": "rerank", "search": "search", "ocr": "ocr",
         "audio_transcription": "transcription", "audio_speech": "speech",
         "image_generation": "image_generation", "image_edit": "image_edit",
         "video_generation": "create_video"}
UNASKED = "no call of completion_cost has such a price"
# A Monday in universal time.
MONDAY = datetime(2026, 11, 16, tzinfo=timezone.utc)
# What a response has where a search was made and nobody says how many.
CITED = [{"message": {"role": "assistant", "content": "c", "annotations": [
    {"type": "url_citation", "url_citation": {
        "start_index": 0, "end_index": 1, "title": "t", "url": "https://example.org"}}]}}]


def provider_of(entry):
    """The provider that a request names; entries also say which part of it prices them."""
    name = entry.get("litellm_provider")
    if name.startswith("vertex_ai"):
        return "vertex_ai"
    return {"bedrock_converse": "bedrock",
            "fireworks_ai-embedding-models": "fireworks_ai"}.get(name, name)


def looked_up(key, provider):
    """The entry that litellm looks at before that of the key: with the provider's name before it, or
    without a second one."""
    name = key if not key.startswith(f"{provider}/") else key.removeprefix(f"{provider}/")
    return model_cost.get(f"{provider}/{key}") or (
        model_cost.get(name) if name.startswith(f"{provider}/") else None)


def instant(text):
    """`mon 03:00` as a moment in universal time."""
    day, time = text.split()
    hours, minutes = time.split(":")
    return MONDAY + timedelta(days=WEEK.index(day), hours=int(hours), minutes=int(minutes))


def read_details(counts):
    """What is said of the tokens that were read; parts of parts are taken from what has them."""
    stored = counts.get("cache_write_input_tokens", 0)
    long = {hours: counts.get(f"{hours}_hour_cache_write_input_tokens", 0) for hours in (1, 12)}
    by_time = CacheCreationTokenDetails(
        ephemeral_5m_input_tokens=stored - sum(long.values()),
        ephemeral_1h_input_tokens=long[1], ephemeral_12h_input_tokens=long[12])
    return PromptTokensDetailsWrapper(
        cached_tokens=counts.get("cached_input_tokens", 0), cache_creation_tokens=stored,
        cache_creation_token_details=by_time if stored else None,
        character_count=counts.get("characters_read"), image_count=counts.get("images_read"),
        audio_length_seconds=counts.get("seconds_of_audio_read"),
        video_length_seconds=counts.get("seconds_of_video_read"),
        query_count=counts.get("queries"),
        cached_tokens_details={"audio_tokens": counts.get("cached_audio_input_tokens", 0)},
        **{f"{sort}_tokens": counts.get(f"{sort}_input_tokens", 0)
           for sort in ("audio", "image", "video")})


def usage_of(call):
    """The usage that a response would have."""
    written = CompletionTokensDetailsWrapper(
        **{f"{sort}_tokens": call.counts.get(f"{sort}_output_tokens", 0)
           for sort in ("reasoning", "audio", "image", "video")})
    extra = {}
    if call.chosen.get("region") == "us":
        extra["inference_geo"] = "us"
    if call.chosen.get("mode") == "fast":
        extra["speed"] = "fast"
    read = read_details(call.counts)
    if call.chosen.get("mode") == "explicit":
        read.cache_type = "ephemeral"
    prompt, completion = call.counts["input_tokens"], call.counts["output_tokens"]
    return Usage(prompt_tokens=prompt, completion_tokens=completion,
                 total_tokens=prompt + completion, prompt_tokens_details=read,
                 completion_tokens_details=written, **extra)


def response_of(call, provider, searched, mapped):
    """The response with its usage, and with the searches where its provider says them."""
    usage = usage_of(call)
    if call.kind == "embedding":
        return EmbeddingResponse(model=call.model, usage=usage)
    given = {}
    if mapped:
        usage.prompt_tokens_details.google_maps_grounding_requests = mapped
    if searched and (provider in ("anthropic", "groq") or is_claude(call.model, provider)):
        usage = Usage(**{**dict(usage), "server_tool_use": {"web_search_requests": searched}})
    elif searched and provider in ("gemini", "vertex_ai", "perplexity"):
        usage.prompt_tokens_details.web_search_requests = searched
    elif searched:
        given["choices"] = CITED
    return ModelResponse(model=call.model, usage=usage, **given)


def token_cost(call, provider, searched, mapped):
    """What litellm says that the tokens of a call cost, and its searches."""
    tier, region = call.chosen.get("tier"), call.chosen.get("region")
    return completion_cost(
        completion_response=response_of(call, provider, searched, mapped), model=call.model,
        custom_llm_provider=provider,
        call_type="aretrieve_batch" if tier == "batch" else call.kind,
        service_tier=tier if tier != "batch" else None,
        data_residency=region if region in ("eu", "us") else None,
        vertex_location="europe-west1" if region == "regional-endpoint" else None)


def answered(call, cost):
    """The call with litellm's answer, or with why it has none."""
    try:
        with pinned_billing_time(instant(call.moment)):
            call.amount = repr(float(cost()))
    except Exception as error:  # It raises whatever occurs to it.
        call.error = str(error).splitlines()[0][:120]
    return call


def token_call(key, entry, draw, number):
    """A call of an entry that is priced by the token, or an embedding of something else."""
    provider = provider_of(entry)
    several = choices(entry, provider)
    chosen = dict(several[number % len(several)])
    counts = tokens(entry, draw, chosen.get("tier"), beyond=draw.random() < 0.25)
    kind, searched, mapped = KINDS[entry.get("mode")], 0, 0
    if kind == "embedding" and not chosen:
        counts = embedded(entry, draw) or counts
    elif not chosen:
        searched, billed, size = searches(key, entry, provider, draw)
        mapped, billed_maps = maps(entry, provider, draw)
        counts.update(billed | billed_maps)
        chosen.update(size)
    call = Call(
        entry["litellm_provider"], key, kind, chosen, moment(draw, edges(entry)), counts)
    call.beyond = unstated(entry, counts, chosen.get("tier"))
    call.traits = traits(entry, looked_up(key, provider), counts["input_tokens"])
    return answered(call, lambda: token_cost(call, provider, searched, mapped))


def media_call(key, entry, kind, draw):
    """A call of an entry that is priced otherwise."""
    provider = provider_of(entry)
    asked = litellm_media.request(key, entry, kind, provider, draw)
    if asked is None:
        return unasked(key, entry)
    if any(value is not None for name, value in entry.items() if name.endswith("_token")):
        asked.counts = {"input_tokens": 0, "output_tokens": 0, **asked.counts}
    call = Call(entry["litellm_provider"], key, kind, asked.chosen, moment(draw), asked.counts)
    call.traits = traits(entry, None, asked.counts.get("input_tokens", 0))
    return answered(call, lambda: litellm_media.cost(key, kind, provider, asked))


def unasked(key, entry):
    """A call that there is no way to ask for, of an entry with another price than its kind has."""
    return Call(entry["litellm_provider"], key, entry.get("mode") or "none", {}, "-", {},
                error=UNASKED)


def has_price(entry):
    """Whether an entry states any price that is not nothing of a kind."""
    return any(value is not None for key, value in entry.items()
               if "cost" in key or key == "tiered_pricing")


def calls(count, is_wanted):
    """So many calls of each entry with a price, one of an entry that there is no way to ask for."""
    found = []
    for key, entry in model_cost.items():
        provider = entry.get("litellm_provider")
        if key == "sample_spec" or not has_price(entry) or not is_wanted(provider, key):
            continue
        kind, draw = KINDS.get(entry.get("mode")), chance("litellm", provider, key)
        if kind in ("completion", "embedding"):
            is_counted = "input_cost_per_token" in entry or "tiered_pricing" in entry
            of_entry = [token_call(key, entry, draw, number) for number in range(count)
                        ] if is_counted else [unasked(key, entry)]
        else:
            of_entry = [media_call(key, entry, kind, draw) for _ in range(count)
                        ] if kind else [unasked(key, entry)]
        found += of_entry if of_entry[0].amount or of_entry[0].error != UNASKED else of_entry[:1]
    return found
