"""A parent is answered: commands, mentions and direct messages, and the card of each kind of answer."""
