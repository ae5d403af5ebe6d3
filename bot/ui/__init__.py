"""Looks: answers in, messages out. The only place that knows Discord's limits."""
