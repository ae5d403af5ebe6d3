"""The fields of an entry's model with the marks beside them, and one walk over all that an entry holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from knowledge.field_marks import ItemKey
from knowledge.strict_model import StrictModel, TextLimits

T = TypeVar("T")
M = TypeVar("M", bound=StrictModel)
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntryField:
    """One field of a model, and what stands beside it."""

    name: str
    annotation: object
    marks: tuple[object, ...]
    required: bool
    inner: type[StrictModel] | None
    """The model of its table, or of the items of its list."""

    def mark(self, kind: type[T]) -> T | None:
        """The mark of this kind, if there is one."""
        return next((one for one in self.marks if isinstance(one, kind)), None)

    def holds(self, kind: type) -> bool:
        """Whether a value of this kind, such as a date, can stand in it."""
        return any(isinstance(one, type) and issubclass(one, kind) for one in _types(self.annotation))

    @property
    def inner_fields(self) -> tuple["EntryField", ...]:
        """The fields of its table, or of the items of its list."""
        return tuple(fields_of(self.inner).values()) if self.inner else ()

    @property
    def holds_by_name(self) -> bool:
        """Whether it is a table whose keys are names that somebody chose."""
        return get_origin(self.annotation) is dict

    @property
    def has_paragraphs(self) -> bool:
        """Whether its text may have several lines."""
        return any(one.pattern is None for one in self.marks if isinstance(one, TextLimits))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that stands in an entry and holds no table; also a list of such values, and what is empty."""

    path: Path
    """Such as findings, 2, level."""
    value: object
    field: EntryField

    @property
    def key(self) -> str:
        """The path as files and faults write it."""
        return ".".join(self.path)

    @property
    def items(self) -> dict[str, object]:
        """What is recorded, by key: each item of a list, or the value itself; nothing where it is empty."""
        value = self.value
        if isinstance(value, tuple):
            items = cast("tuple[object, ...]", value)
            return {f"{self.key}.{place}": item for place, item in enumerate(items)}
        return {} if value in (None, {}) else {self.key: value}


@cache
def fields_of(model: type[StrictModel]) -> Mapping[str, EntryField]:
    """The model's fields by name, in its order."""
    hints = get_type_hints(model, include_extras=True)
    return {
        one.name: EntryField(
            one.name,
            _unmarked(hints[one.name]),
            tuple(_marks(hints[one.name])),
            one.default is MISSING and one.default_factory is MISSING,
            next(_models(hints[one.name]), None),
        )
        for one in fields(model)
    }


@cache
def every_field(model: type[StrictModel]) -> Mapping[Path, EntryField]:
    """All fields below a model by their path without places, such as findings, level."""
    found: dict[Path, EntryField] = {}
    for name, field in fields_of(model).items():
        found[(name,)] = field
        if field.inner:
            found |= {(name, *path): inner for path, inner in every_field(field.inner).items()}
    return found


def walk(table: StrictModel, *, named: bool = False) -> Iterator[Leaf]:
    """Every value below a table, in the order of its model; items by place, or by what names them."""
    for name, field in fields_of(type(table)).items():
        value = getattr(table, name)
        if field.inner and value:
            for step, inner in _tables(value, field, named):
                for leaf in walk(inner, named=named):
                    yield Leaf((name, *step, *leaf.path), leaf.value, leaf.field)
        elif isinstance(value, dict) and value:
            rows = cast("dict[str, object]", value)
            yield from (Leaf((name, row), one, field) for row, one in rows.items())
        else:
            yield Leaf((name,), cast("object", value), field)


def mapped(table: M, change: Callable[[EntryField, object], object]) -> M:
    """The same with each value as `change` makes it."""
    new = {
        name: _mapped(getattr(table, name), field, change) for name, field in fields_of(type(table)).items()
    }
    return table.model_copy(update=new)


def item_names(items: tuple[StrictModel, ...], field: EntryField) -> tuple[str, ...]:
    """What people call each item of a list; a second one of that name is #2."""
    by = field.mark(ItemKey) or ItemKey(())
    names: list[str] = []
    for item in items:
        said = (getattr(item, name) for name in by.fields)
        name = " ".join(str(part) for part in said if part is not None)
        free = (name, *(f"{name}#{number}" for number in range(2, len(items) + 2)))
        names.append(next(one for one in free if one not in names))
    return tuple(names)


def _tables(value: object, field: EntryField, named: bool) -> Iterator[tuple[Path, StrictModel]]:
    """The tables that stand in a field, each with the step that leads to it."""
    if isinstance(value, StrictModel):
        yield (), value
    elif isinstance(value, dict):
        yield from (((name,), one) for name, one in cast("dict[str, StrictModel]", value).items())
    else:
        items = cast("tuple[StrictModel, ...]", value)
        steps = item_names(items, field) if named else map(str, range(len(items)))
        yield from (((step,), item) for step, item in zip(steps, items, strict=True))


def _mapped(value: Any, field: EntryField, change: Callable[[EntryField, object], object]) -> object:
    if not field.inner or not value:
        return change(field, value)
    if isinstance(value, StrictModel):
        return mapped(value, change)
    if isinstance(value, dict):
        return {name: mapped(one, change) for name, one in cast("dict[str, StrictModel]", value).items()}
    return tuple(mapped(one, change) for one in value)


def _unmarked(annotation: object) -> object:
    """A type without what stands beside it."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _types(annotation: object) -> Iterator[object]:
    """The plain types within a type."""
    if get_origin(annotation) is Annotated:
        yield from _types(get_args(annotation)[0])
    elif inner := get_args(annotation):
        for one in inner:
            yield from _types(one)
    else:
        yield annotation


def _marks(annotation: object) -> Iterator[object]:
    """What stands beside the parts of a type, such as the items of a list."""
    inner: tuple[Any, ...] = get_args(annotation)
    if get_origin(annotation) is Annotated:
        inner, marks = inner[:1], inner[1:]
        yield from marks
    for one in inner:
        yield from _marks(one)


def _models(annotation: object) -> Iterator[type[StrictModel]]:
    for one in _types(annotation):
        if isinstance(one, type) and issubclass(one, StrictModel):
            yield one
