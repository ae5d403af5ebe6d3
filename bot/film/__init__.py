"""Cogs: read what was typed, ask knowledge, send what cards made. No cog knows another."""
