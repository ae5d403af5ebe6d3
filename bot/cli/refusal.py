"""What is said where a command was asked wrongly. Faults of the guide's files are said by curation."""


class UsageError(Exception):
    """The command cannot be run as it was asked; its text says why, and what would be right."""
