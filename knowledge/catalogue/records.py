"""What one file says about one film. Nothing is added to it and nothing concluded."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Record:
    """A film as one file has it. A file of other names or of votes leaves the title out."""

    id: str
    """IMDb's (`tt0112641`) where the file knows it, else the file's own."""
    title: str | None = None
    year: int | None = None
    votes: int | None = None
    runtime: int | None = None
    """In minutes."""
    names: tuple[str, ...] = ()
    ratings: tuple[tuple[str, str], ...] = ()
    """(board, code), as boards.toml names them."""

    def and_more(self, other: "Record") -> "Record":
        """This record with the names and ratings of another line about the same film."""
        return replace(
            self,
            names=tuple(dict.fromkeys((*self.names, *other.names))),
            ratings=tuple(dict.fromkeys((*self.ratings, *other.ratings))),
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that gives no film, and why, in a few words that many lines share."""

    reason: str


Line = Record | Refused
