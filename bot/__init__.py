"""Discord: how questions arrive and how answers are shown. Holds no fact and takes no decision."""
