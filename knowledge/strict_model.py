"""The base of what is recorded: values that never change, whose fields are checked by pydantic.

Pydantic is brought in when first something is checked or written down: it takes longer to load than a
question takes to answer. What is kept of the guide was checked when it was kept.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter

Mode = Literal["python", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Beside a field: what its value may be, under pydantic's names."""

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    ge: int | None = None
    le: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> Any:
        """The schema of the field's type with these limits."""
        limits = {one.name: getattr(self, one.name) for one in fields(self)}
        return {**handler(source), **{name: limit for name, limit in limits.items() if limit is not None}}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLimits(Limits):
    """The same of a text; one without a pattern may have several lines."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class StrictModel:
    """Immutable, strict, and closed: a misspelt key is a fault, not a lost fact."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True, "frozen": True}

    def __init_subclass__(cls) -> None:
        # Its fields alone: functions of their own for each class would take long to make.
        dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)

    def __init__(self, **values: Any) -> None:
        """Checked. Raises pydantic's ValidationError."""
        self._fill(values)

    def _fill(self, values: Mapping[str, Any], *, strict: bool | None = None) -> None:
        from pydantic_core import ArgsKwargs  # noqa: PLC0415 - slow start

        given = ArgsKwargs((), dict(values))
        _adapter(type(self)).validator.validate_python(given, self_instance=self, strict=strict)

    @classmethod
    def trusted(cls, values: Mapping[str, Any]) -> Self:
        """One of values that were checked before; what is left out is as the model has it."""
        new = object.__new__(cls)
        vars(new).update(_defaults(cls), **values)
        return new

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"{type(self).__name__}.{name} never changes")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *(vars(self)[name] for name in self.__dataclass_fields__)))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={vars(self)[name]!r}" for name in self.__dataclass_fields__)
        return f"{type(self).__name__}({said})"

    @classmethod
    def model_validate(cls, values: Mapping[str, Any], *, strict: bool | None = None) -> Self:
        """One of these values. Raises pydantic's ValidationError."""
        new = object.__new__(cls)
        new._fill(values, strict=strict)
        return new

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """One of a text in JSON. Raises pydantic's ValidationError."""
        return _adapter(cls).validate_json(text)

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """The same with other values, which are not checked."""
        return self.trusted({**vars(self), **(update or {})})

    def model_dump(self, *, mode: Mode = "python", **options: Any) -> dict[str, Any]:
        """Its values as plain ones, by pydantic's options."""
        return _adapter(type(self)).dump_python(self, mode=mode, **options)

    def model_dump_json(self, **options: Any) -> str:
        """Its values as JSON, by pydantic's options."""
        return _adapter(type(self)).dump_json(self, **options).decode()


@cache
def _defaults(model: type[StrictModel]) -> dict[str, Any]:
    """What fields hold that nobody gave; those that can change are empty and never changed."""
    found: dict[str, Any] = {}
    for one in fields(model):
        if one.default is not MISSING:
            found[one.name] = one.default
        elif one.default_factory is not MISSING:
            found[one.name] = one.default_factory()
    return found


@cache
def _adapter(model: type[StrictModel]) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - slow start

    return TypeAdapter(model)
