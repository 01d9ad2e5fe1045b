"""What was read of a portal's records, what was kept aside, and what could not be read."""

import attrs

from zwfw.records import CatalogueEntry, Item, Material, SpecialStep

__all__ = ["FieldFault", "FieldRead", "KeptField", "PortalRecords"]


@attrs.frozen(kw_only=True)
class FieldRead:
    """A field that was read, and where its value went.

    Attributes:
        record: The place of its record in what was brought, from 0; blank lines do not count.
        path: The field, as in ``data.lawList[0].lawName``.
        into: Where it stands in the result, as in ``entries[0].bases[0].name``.
    """

    record: int
    path: str
    into: str


@attrs.frozen(kw_only=True)
class KeptField:
    """A field of which something stands in no record.

    Attributes:
        record: The place of its record in what was brought, from 0.
        path: The field; empty for a record that could not be read at all.
        value: All that stands there, with what lies within it. A name that an object states twice with different
            values has a tuple of them.
    """

    record: int
    path: str
    value: object = attrs.field(hash=False)


@attrs.frozen(kw_only=True)
class FieldFault:
    """A field that cannot be read.

    Attributes:
        record: The place of its record in what was brought, from 0.
        path: The field; empty where it is the whole record.
        value: What stands there, shortened; :class:`KeptField` has all of it.
        expected: What should stand there.
    """

    record: int
    path: str
    value: str
    expected: str

    def __str__(self) -> str:
        place = f" @ {self.path}" if self.path else ""
        return f"record {self.record}: expected {self.expected}, got {self.value!r}{place}"


@attrs.frozen(kw_only=True)
class PortalRecords:
    """What a reader made of a portal's records.

    Every field of the input is in ``read`` or in ``unknown``. It is in both where only a part of it was taken,
    as the rank of a basis out of its text, or a text without its markup. What is in ``faults`` is also in
    ``unknown``, in full.

    Attributes:
        items: The items (事项), in the order of the input.
        materials: The materials (申请材料), those of items and entries among them.
        special_steps: The special steps (特殊环节), those of items and entries among them.
        entries: The entries of the standard catalogue (目录事项).
        read: The fields that were read, and into what.
        unknown: The fields that are kept aside.
        faults: The fields that cannot be read.
    """

    items: tuple[Item, ...] = ()
    materials: tuple[Material, ...] = ()
    special_steps: tuple[SpecialStep, ...] = ()
    entries: tuple[CatalogueEntry, ...] = ()
    read: tuple[FieldRead, ...] = ()
    unknown: tuple[KeptField, ...] = ()
    faults: tuple[FieldFault, ...] = ()
