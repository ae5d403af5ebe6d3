"""Moderators keep the guide inside Discord: drafts, revisions, requests, settings. No cog knows another."""
