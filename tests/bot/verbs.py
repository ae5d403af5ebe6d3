"""Every verb that there is: those that several files know, and those of one feature alone."""

from bot.client import feature_classes
from bot.ui.actions import ActionVerb

FEATURES = tuple(feature_classes())
VERBS: tuple[ActionVerb, ...] = tuple(
    verb for kind in ActionVerb.__subclasses__() if kind.__module__.startswith("bot.") for verb in kind
)
BY_CODE = {verb.value: verb for verb in VERBS}
BY_NAME = {f"{type(verb).__name__}.{verb.name}": verb for verb in VERBS}
"""As the code writes it."""
