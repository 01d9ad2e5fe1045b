"""Records of Fujian's portal, as its pages are fed with them (福建省网上办事大厅).

Three answers are read: that about an item (``data.apasService``), that about an entry of the catalogue
(``data.apasDirectory``), and that with the materials of either (``data.directoryList``). What stands in one ``data``
belongs together. The shape of the first two was taken from real answers. That of the materials is only known from a
public program that reads them (quqib/fujain_online_service on GitHub), so nothing but their plain fields is read.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from zwfw.interop._fields import Facts, Fields, Page
from zwfw.interop._json import Source, records_in
from zwfw.interop._values import (
    NONE,
    UNITS,
    Reading,
    SaysNothingError,
    UnreadableError,
    area,
    choice,
    count,
    days,
    line,
    name,
    names,
    parts,
    said,
    term,
    text,
    title,
    visits,
)
from zwfw.interop.results import PortalRecords
from zwfw.records import (
    BasisRank,
    CatalogueEntry,
    ExercisingLevel,
    Item,
    ItemResult,
    LegalBasis,
    Material,
    MaterialSource,
    OnlineDepth,
    SpecialStep,
)

__all__ = ["read"]

_LEVELS = dict(zip("12345", ExercisingLevel, strict=False))
_RANKS = {str(rank.value): rank for rank in BasisRank if rank is not BasisRank.NONE}
_AMBIGUOUS = "法规"
"""The portal's word for regulations of the State Council and of local congresses alike."""

_SOURCES = {source.value: source for source in MaterialSource} | {"其它": MaterialSource.OTHER}
_WORKING = "working_days"
_DEEPEST_MATERIAL = 8
_NUMERAL = re.compile(r"(?<![A-Z])(?:IV|I{1,3})(?![A-Z])")
_DEPTHS = {unicodedata.normalize("NFKC", depth.value): depth for depth in OnlineDepth}
_RANK_IN_TEXT = re.compile(r"【([^【】0-9]{1,20})】")


def read(source: Source) -> PortalRecords:
    """Read answers of the portal.

    Args:
        source: One answer, a list of answers, or one answer a line; as text, as bytes, or parsed.

    Returns:
        What was read, what was kept aside, and what could not be read.

    Raises:
        MalformedJSONError: If a text is neither JSON nor JSON Lines.

    >>> about = {"servicename": "节能审查", "promiseday": "6", "promisetype": "D", "contactphone": ""}
    >>> found = read({"data": {"apasService": about}})
    >>> found.items
    (Item(name='节能审查', promised_working_days=6),)
    >>> [(each.path, each.value) for each in found.unknown]
    [('data.apasService.contactphone', '')]
    """
    page = Page()
    for value in records_in(source):
        answer = page.open(value)
        if answer is not None:
            _answer(page, answer)
            answer.close()
    return page.result()


def _answer(page: Page, answer: Fields) -> None:
    data = answer.object("data", needed=True)
    if data is None:
        return
    service, directory = data.object("apasService"), data.object("apasDirectory")
    materials = _materials(page, data)
    shared: Facts = {"materials": materials} if materials else {}
    if service is not None:
        _item(page, data, service, shared)
    if directory is not None:
        _entry(page, data, directory, {} if service is not None else shared)
    if service is None and directory is None and materials is None:
        data.misfit("an object with apasService, apasDirectory or directoryList")


# Items


def _depth(value: object) -> OnlineDepth:
    """A depth by its numeral, in either encoding, or by the words for the deepest."""
    found = unicodedata.normalize("NFKC", line(value))
    told = {_DEPTHS[numeral] for numeral in _NUMERAL.findall(found.upper())}
    if "全程网办" in found:
        told.add(OnlineDepth.FULL)
    if len(told) != 1:
        raise UnreadableError("one of Ⅰ, Ⅱ, Ⅲ, Ⅳ")
    return told.pop()


def _services(value: object) -> tuple[str, ...]:
    """The intermediary services in a text; 无 says that there is none."""
    return () if said(value) == NONE else parts(value)


_ITEM: Mapping[str, tuple[str, Reading]] = {
    "code": ("infoprojid", line),
    "area": ("areacode", area),
    "item_type": ("addTypeName", line),
    "exercising_level": ("performLevelName", term(ExercisingLevel)),
    "department": ("deptname", line),
    "service_objects": ("userType", parts),
    "conditions": ("applyterm", text),
    "visits": ("limitscenenum", visits),
    "online_depth": ("webApplyDegreeName", _depth),
    "instant": ("servicetype", choice({"即办件": True, "承诺件": False})),
    "quantity_limit": ("countLimit", said),
}
"""What an item states, and the field of ``apasService`` that says it, where one field is enough."""


def _item(page: Page, data: Fields, service: Fields, shared: Facts) -> None:
    facts, into = dict(shared), f"items[{len(page.items)}]"
    if not service.state_name(facts, "servicename", into):
        return
    service.state_all(facts, _ITEM, into)
    data.state(facts, "lists", "listingName", names, into)
    _item_times(service, facts, into)
    _intermediaries(service, facts, into)
    _result(service, facts, into)
    charge = data.object("matterCharge")
    if charge is not None:
        _nothing_charged(charge, facts, into, "chargeName")
        if "fees" not in facts:
            _fee(charge, facts, into)
    _steps(page, service, facts, into, ("sname", "sday", "sconent"))
    page.items.append(Item(**facts))


_CHARGED = choice({"Y": True, "1": True, "N": False, "0": False})


def _item_times(service: Fields, facts: Facts, into: str) -> None:
    """The statutory and the promised time; the unit of a bare number stands in a field of its own."""
    coded = service.find("promisetype", choice({"D": _WORKING}))
    worded = service.find("promisedayMethod", choice(UNITS))
    if coded and worded and coded != worded:
        service.fault("promisedayMethod", f"the unit of promisetype {service.value('promisetype')}")
        coded = worded = None
    # Only the code is known to hold for the statutory time too.
    for time, field, unit in (("statutory", "lawlimit", coded), ("promised", "promiseday", coded or worded)):
        if service.state_time(facts, time, field, into, unit or "") and unit:
            service.mark("promisetype" if coded else "promisedayMethod", f"{into}.{time}_{unit}")


def _intermediaries(service: Fields, facts: Facts, into: str) -> None:
    """The intermediary services, by their list, or by the text where that is empty; none listed says none."""
    place = f"{into}.intermediary_services"
    listed, whole = service.objects("intermediaryServicesList") or ([], False)
    if not listed:
        told = service.state(facts, "intermediary_services", "mediService", _services, into)
        if whole and not told:
            facts["intermediary_services"] = ()
            service.mark("intermediaryServicesList", place)
        return
    found = [each.find("name", name) for each in listed]
    if whole and None not in found:
        facts["intermediary_services"] = tuple(found)
        for index, each in enumerate(listed):
            each.mark("name", f"{place}[{index}]")


def _result(service: Fields, facts: Facts, into: str) -> None:
    result: Facts = {}
    place = f"{into}.results[0]"
    if not service.state(result, "name", "resultName", line, place):
        return
    service.state(result, "kind", "finishTypeName", line, place)
    sample = service.object("resultFile")
    if sample is not None:
        sample.state(result, "sample", "fileName", line, place)
    facts["results"] = (ItemResult(**result),)


def _nothing_charged(fields: Fields, facts: Facts, into: str, told_by: str) -> None:
    """State that nothing is charged where the flag says so, and what would tell of a fee says nothing."""
    charged = fields.find("chargeFlag", _CHARGED)
    if charged is False and fields.value(told_by) not in (None, "", []):
        fields.fault("chargeFlag", f"Y or 1 beside {told_by}")
    elif charged is False:
        facts["fees"] = ()
        fields.mark("chargeFlag", f"{into}.fees")


def _fee(charge: Fields, facts: Facts, into: str) -> None:
    fee = charge.find("chargeName", line)
    if fee is not None and charge.find("chargeFlag", _CHARGED):
        facts["fees"] = (fee,)
        charge.mark("chargeFlag", f"{into}.fees")
        charge.mark("chargeName", f"{into}.fees[0]")


# Entries of the catalogue


def _use_levels(value: object) -> tuple[ExercisingLevel, ...]:
    try:
        return tuple(_LEVELS[code] for code in parts(value))
    except KeyError:
        raise UnreadableError("codes from 1 to 5") from None


_ENTRY: Mapping[str, tuple[str, Reading]] = {
    "code": ("dirCode", line),
    "area": ("areaCode", area),
    "item_type": ("dirType", line),
    "department": ("deptName", line),
    "conditions": ("handleContent", text),
    "use_levels": ("dirUseLevel", _use_levels),
}
"""What an entry states, and the field of ``apasDirectory`` that says it, where one field is enough."""


def _entry(page: Page, data: Fields, directory: Fields, shared: Facts) -> None:
    facts, into = dict(shared), f"entries[{len(page.entries)}]"
    if not directory.state_name(facts, "dirName", into):
        return
    directory.state_all(facts, _ENTRY, into)
    # No field has the unit; the page of an entry counts in working days (工作日).
    for time, field in (("statutory", "dirAnticipateday"), ("promised", "dirPromiseday")):
        directory.state_time(facts, time, field, into, _WORKING)
    _nothing_charged(directory, facts, into, "chargeItems")
    _bases(data, facts, into)
    _steps(page, data, facts, into, ("specialName", "specialPromiseday", "specialLaw"))
    page.entries.append(CatalogueEntry(**facts))


def _bases(data: Fields, facts: Facts, into: str) -> None:
    """The legal bases; none listed says nothing, for nobody knows whether the list was filled in."""
    listed = data.objects("lawList")
    if listed is None or not listed[0]:
        return
    laws, whole = listed
    found: list[LegalBasis] = []
    for index, law in enumerate(laws):
        basis: Facts = {}
        place = f"{into}.bases[{index}]"
        if law.state_name(basis, "lawName", place, title):
            law.state(basis, "rank", "lawLevelName", _rank_from(law.find("lawImplementdept", line) or ""), place)
            law.state(basis, "number", "lawSymbol", line, place)
            law.state(basis, "text", "lawContent", text, place)
            found.append(LegalBasis(**basis))
    if whole and len(found) == len(laws):
        facts["bases"] = tuple(found)
    else:
        _revert(laws)


def _rank_from(issuer: str) -> Reading:
    """A reading of ranks; whose regulation it is, the issuer decides."""

    def rank(value: object) -> object:
        word = line(value)
        if word != _AMBIGUOUS:
            return choice(_RANKS)(word)
        if "人民代表大会" in issuer and not issuer.startswith(("全国", "中华人民共和国")):
            return BasisRank.LOCAL_REGULATION
        if issuer in ("国务院", "中华人民共和国国务院"):
            return BasisRank.ADMINISTRATIVE_REGULATION
        raise SaysNothingError

    return rank


# What both have


def _steps(page: Page, fields: Fields, facts: Facts, into: str, asked: tuple[str, str, str]) -> None:
    """The special steps; none listed says that there is none."""
    listed = fields.objects("specialList")
    if listed is None:
        return
    steps, whole = listed
    if not steps and whole:
        fields.mark("specialList", f"{into}.special_steps")
    named_by, limit, basis = asked
    found: list[SpecialStep] = []
    for each in steps:
        step: Facts = {}
        place = f"special_steps[{len(page.special_steps)}]"
        if each.state_name(step, named_by, place):
            each.state(step, "limit_working_days", limit, _working_days, place)
            each.state(step, "basis_rank", basis, _rank_in_text, place, partly=True)
            found.append(SpecialStep(**step))
            page.special_steps.append(found[-1])
    if whole and len(found) == len(steps):
        facts["special_steps"] = tuple(found)


def _working_days(value: object) -> int:
    """A number of days that says itself that they are working days: the portal's code for the unit is unknown."""
    number, unit = days(value)
    if unit != _WORKING:
        raise SaysNothingError
    return number


def _rank_in_text(value: object) -> BasisRank:
    """The highest rank of those that a text marks, as in 【规章】, if every mark is one."""
    marked = _RANK_IN_TEXT.findall(line(value))
    if not marked or not _RANKS.keys() >= set(marked):
        raise SaysNothingError
    return max(_RANKS[word] for word in marked)


_COPIES = count(999)
_MATERIAL: Sequence[tuple[str, str, Reading]] = (
    ("is_required", "materialIsneed", choice({"1": True}, closed=False)),
    ("is_required", "necessityIf", choice({"1": True, "2": False}, closed=False)),
    ("source", "materialSourcechannelName", choice(_SOURCES, closed=False)),
    ("source", "materialsrc", choice(_SOURCES, closed=False)),
    ("requirements", "materialPageformat", text),
    ("requirements", "reportNotice", text),
    ("blank_form", "materialFormguName", line),
    ("sample_form", "materialExampleguName", line),
)
"""What a material states, and the field that says it; an entry's materials and an item's have names of their own."""


def _materials(page: Page, data: Fields) -> tuple[Material, ...] | None:
    """The materials of every situation; empty where none is listed or not all can be read, ``None`` without a list."""
    listed = _first_list(data, "directoryList", "noDirectoryList")
    if listed is None:
        return None
    groups, whole = listed
    found: list[Material] = []
    seen: set[object] = set()
    waiting = [(group, 0) for group in reversed(groups)]
    while waiting:
        fields, depth = waiting.pop()
        within = _first_list(fields, "material", "children")
        if within is not None and (within[0] or not within[1]):
            whole = whole and within[1] and depth < _DEEPEST_MATERIAL
            if depth < _DEEPEST_MATERIAL:
                waiting += [(each, depth + 1) for each in reversed(within[0])]
            else:
                fields.misfit(f"materials nested at most {_DEEPEST_MATERIAL} deep")
            continue
        unid = fields.value("unid")
        if isinstance(unid, str) and unid in seen:
            continue  # asked for in an earlier situation
        seen.add(unid if isinstance(unid, str) else None)
        material = _material(fields, f"materials[{len(page.materials)}]")
        if material is None:
            whole = False
        else:
            page.materials.append(material)
            found.append(material)
    return tuple(found) if whole else ()


def _first_list(fields: Fields, *asked: str) -> tuple[list[Fields], bool] | None:
    """The first of the lists that has members; else one that is there."""
    listed = None
    for field in asked:
        listed = fields.objects(field) or listed
        if listed is not None and (listed[0] or not listed[1]):
            break
    return listed


def _material(fields: Fields, into: str) -> Material | None:
    facts: Facts = {}
    named_by = "name" if fields.value("materialName") is None else "materialName"
    if not fields.state_name(facts, named_by, into):
        return None
    for fact, field, reading in _MATERIAL:
        if fact not in facts:
            fields.state(facts, fact, field, reading, into)
    copied = fields.value("medium") == "复印件"
    for field in ("materialPagenum", "pagecopynum" if copied else "pagenum"):
        if "copies" not in facts:
            fields.state(facts, "copies", field, _COPIES, into)
    return Material(**facts)


def _revert(read: Sequence[Fields]) -> None:
    """Take back what went into records that are not used."""
    for each in read:
        each.revert()
