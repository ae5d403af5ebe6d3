"""One file's text into one model, or into faults that say where and what would be right."""

import json
import re
import tomllib
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from knowledge.curation.error_messages import problem_of
from knowledge.curation.faults import Fault, Faulty, Problem, one_of, problem
from knowledge.curation.syntax_faults import syntax_problem
from knowledge.entry import Movie
from knowledge.entry_walk import fields_of
from knowledge.strict_model import StrictModel

M = TypeVar("M", bound=StrictModel)


def read_movie(text: str, file: str) -> Movie:
    """An entry from its TOML. Raises Faulty with every fault of form; what it means is checked elsewhere."""
    return shape(Movie, read_toml(text, file), file)


def read_toml(text: str, file: str) -> dict[str, Any]:
    """The tables of a TOML file. Raises Faulty with the line where it cannot be read."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at (line \d+)", str(error))
        key = where[1] if where else ""
        raise Faulty([Fault(file, key, problem("not_toml", what=syntax_problem(str(error))))]) from error


def shape(model: type[M], data: dict[str, Any], file: str, at: tuple[str, ...] = ()) -> M:
    """The model that the data describes. Raises Faulty with a fault for each thing that does not fit."""
    try:
        return model.model_validate_json(json.dumps(data, default=_written))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        raise Faulty(
            Fault(file, _key(at, detail["loc"]), _problem(model, detail)) for detail in details
        ) from error


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an entry")


def _key(at: tuple[str, ...], loc: tuple[int | str, ...]) -> str:
    return ".".join(map(str, (*at, *loc)))


def _problem(model: type[StrictModel], detail: ErrorDetails) -> Problem:
    if detail["type"] == "unexpected_keyword_argument":
        name = str(detail["loc"][-1]) if detail["loc"] else ""
        return problem("no_such_key", choices=one_of(name, _keys(model, detail["loc"][:-1])))
    return problem_of(detail, model)


def _keys(model: type[StrictModel], loc: Sequence[int | str]) -> list[str]:
    """The keys that the table at this place may have."""
    here: type[StrictModel] = model
    for step in loc:
        if isinstance(step, str) and (field := fields_of(here).get(step)):
            here = field.inner or here
    return list(fields_of(here))
