"""What is wrong with a file or a form, in the language of the moderator who reads it."""

from bot.ui.phrases import Phrases
from knowledge.curation.faults import Fault


def fault_text(fault: Fault, say: Phrases) -> str:
    """What is wrong and what would be right, as plain text that nobody has escaped yet."""

    def phrase(key: str, **values: object) -> str:
        return say.label(f"fault.{key}", **values)

    return fault.problem.words(phrase)


def placed_text(fault: Fault, say: Phrases) -> str:
    """The same after the field that it is about, if it is about one."""
    says = fault_text(fault, say)
    return f"{fault.key}: {says}" if fault.key else says
