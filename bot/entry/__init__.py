"""Moderators keep an entry: one file a feature, with its command, its form and its message."""
