"""The ages of topics.toml beside those that people publish: measured, and fitted to half of the films."""
