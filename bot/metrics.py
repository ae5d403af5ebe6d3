"""What is counted and timed while the bot runs, as Prometheus reads it: no word, no name, nobody's id."""

import logging
import re
from collections import OrderedDict
from time import monotonic
from types import SimpleNamespace
from typing import cast

import discord
from aiohttp import ClientSession, TraceConfig, TraceRequestEndParams, TraceRequestExceptionParams
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector

CALLBACK = re.compile(r"/interactions/(\d+)/[^/]+/callback$")
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
"""Seconds. Discord waits 3 for the first sign."""
MOST_WAITING = 10_000
KINDS = {
    discord.InteractionType.application_command: "command",
    discord.InteractionType.autocomplete: "autocomplete",
    discord.InteractionType.component: "press",
    discord.InteractionType.modal_submit: "form",
}
GATEWAY_EVENTS = ("shard_connect", "shard_ready", "shard_resumed", "shard_disconnect")
BEGINS_SESSION = ("shard_connect", "shard_resumed")

log = logging.getLogger("usher.interactions")


class Metrics:
    """The figures of one bot."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)
        on = self.registry
        self._interactions = Counter("usher_interactions", "Interactions that came.", ["kind"], registry=on)
        self._acknowledged = Histogram(
            "usher_acknowledge_seconds",
            "From an interaction to Discord's word that it has our first answer.",
            ["kind"],
            buckets=BUCKETS,
            registry=on,
        )
        self._requests = Counter(
            "usher_discord_requests", "Requests to Discord by how they ended.", ["status"], registry=on
        )
        self._gateway = Counter("usher_gateway_events", "What befell shards.", ["event"], registry=on)
        self.records = Counter("usher_log_records", "Lines of the log.", ["level"], registry=on)
        self._waiting: OrderedDict[int, tuple[float, str, str]] = OrderedDict()
        self.in_session = set[int]()
        """The shards to which Discord sends events: an open connection alone is not enough for that."""

    def gauge(self, name: str, about: str) -> Gauge:
        """A new figure that goes up and down; it is set from outside."""
        return Gauge(name, about, registry=self.registry)

    def text(self) -> bytes:
        """All figures, as Prometheus reads them."""
        return generate_latest(self.registry)

    def note(self, event: str, *arguments: object) -> None:
        """Takes note of what the library tells its listeners."""
        if event in GATEWAY_EVENTS:
            self._befell(event, cast("int", arguments[0]))
        if event == "interaction":
            self._came(cast("discord.Interaction[discord.Client]", arguments[0]))

    def trace(self) -> TraceConfig:
        """What counts the requests of an HTTP session."""
        trace = TraceConfig()
        trace.on_request_end.append(self._ended)
        trace.on_request_exception.append(self._failed)
        return trace

    def _befell(self, event: str, shard: int) -> None:
        self._gateway.labels(event.removeprefix("shard_")).inc()
        if event in BEGINS_SESSION:
            self.in_session.add(shard)
        elif event == "shard_disconnect":
            self.in_session.discard(shard)

    def _came(self, interaction: "discord.Interaction[discord.Client]") -> None:
        kind = KINDS.get(interaction.type, "other")
        self._interactions.labels(kind).inc()
        name = interaction.command.qualified_name if interaction.command else ""
        self._waiting[interaction.id] = monotonic(), kind, name
        if len(self._waiting) > MOST_WAITING:
            self._waiting.popitem(last=False)

    async def _ended(self, _: ClientSession, __: SimpleNamespace, request: TraceRequestEndParams) -> None:
        self._requests.labels(str(request.response.status)).inc()
        found = CALLBACK.search(request.url.path)
        if found and request.response.ok:
            self._answered(int(found[1]))

    async def _failed(self, _: ClientSession, __: SimpleNamespace, ___: TraceRequestExceptionParams) -> None:
        self._requests.labels("none").inc()

    def _answered(self, interaction: int) -> None:
        came = self._waiting.pop(interaction, None)
        if came is None:
            return
        at, kind, name = came
        seconds = monotonic() - at
        self._acknowledged.labels(kind).observe(seconds)
        level = logging.DEBUG if kind == "autocomplete" else logging.INFO
        if log.isEnabledFor(level):
            told = {"interaction": interaction, "kind": kind, "command": name, "ms": round(seconds * 1000)}
            log.log(level, "answered", extra=told)


class RecordCounter(logging.Handler):
    """Counts what is logged, by level: a fault that nobody reads is still seen."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__(logging.WARNING)
        self._metrics = metrics

    def emit(self, record: logging.LogRecord) -> None:
        """Counts one."""
        self._metrics.records.labels(record.levelname.lower()).inc()
