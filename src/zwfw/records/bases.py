"""Legal bases: what sets up an item, a special step or a material (设立依据)."""

from zwfw._ordered import Ordered
from zwfw.records._base import Record

__all__ = ["BasisRank", "LegalBasis"]


class BasisRank(Ordered):
    """The rank of a legal basis (依据位阶), the lowest first: ``rank >= BasisRank.RULE`` reads 规章级别以上.

    The documents name only 规章 as the threshold; the ladder is that of the Legislation Law (立法法).

    >>> BasisRank.RULE >= BasisRank.RULE, BasisRank.NORMATIVE_DOCUMENT >= BasisRank.RULE
    (True, False)
    """

    NONE = "无"
    NORMATIVE_DOCUMENT = "规范性文件"
    RULE = "规章"
    LOCAL_REGULATION = "地方性法规"
    STATE_COUNCIL_DECISION = "国务院决定"
    ADMINISTRATIVE_REGULATION = "行政法规"
    LAW = "法律"


class LegalBasis(Record):
    """One legal basis (设立依据).

    >>> LegalBasis(name="福建省节约能源条例", rank="地方性法规", article="第十六条").rank
    <BasisRank.LOCAL_REGULATION: '地方性法规'>
    """

    name: str
    """The title of the law, regulation, rule or document."""

    rank: BasisRank | None = None
    number: str | None = None
    """Its document number (文号), where it has one."""

    article: str | None = None
    """The article that sets it up, as in 第十六条."""

    text: str | None = None
    """What the article says."""
