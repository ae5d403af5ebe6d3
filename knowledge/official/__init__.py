"""What a classification board said of a film, read topic by topic. Its codes' ages are boards.toml's."""
