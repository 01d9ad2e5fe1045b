"""What records of online systems and of what is offered online take."""

import pytest
from pydantic import ValidationError

from zwfw.records import (
    CentreConnection,
    ChannelComparison,
    EquipmentKind,
    MachineSite,
    OnlineRate,
    OnlineService,
    OnlineSystem,
    SelfServiceMachine,
    ServiceChannel,
    ServiceEnd,
    SystemLink,
)

RECORDS = [
    OnlineSystem(
        name="甲系统",
        area="厦门市",
        links=[SystemLink(item="登记", landing_item=None)],
        approved_on="2023-05-01",
        merged_into=["闽政通APP"],
        data_port_conditions=[],
    ),
    CentreConnection(centre="甲镇便民服务中心", devices=["高拍仪", "叫号屏"], platforms=["全市政务数据汇聚共享平台"]),
    OnlineService(body="甲局", ends=["电脑端", "电视端"], mobile_entry=None),
    ChannelComparison(matter="登记", channels=[{"channel": "线下实体大厅", "standard": "2025版"}]),
    OnlineRate(name="2025年", matters=[{"name": "登记", "online_depth": "IV 级"}], counted=1),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_what_is_written_is_read_back(record):
    """With what is stated, and nothing else."""
    assert type(record).model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: OnlineSystem(name="甲", open_security_holes=-1), "open_security_holes"),
        (lambda: OnlineSystem(name=""), "name"),
        (lambda: SystemLink(item=""), "item"),
        (lambda: OnlineRate(name="甲", counted=-1), "counted"),
        (lambda: OnlineRate(name="甲", counted_online=-1), "counted_online"),
        (lambda: ChannelComparison(matter="甲", channels=[{"channel": "电视"}]), "channels"),
        (lambda: CentreConnection(centre="甲", platforms=["全国平台"]), "platforms"),
    ],
)
def test_what_cannot_be_is_refused(make, field):
    """Figures below none, empty names, and what is outside a closed list."""
    with pytest.raises(ValidationError) as caught:
        make()
    assert caught.value.errors()[0]["loc"][0] == field


def test_printed_terms_are_read_and_others_stay():
    """The lists of devices, of ends and of places are open."""
    assert RECORDS[1].devices == (EquipmentKind.DOCUMENT_CAMERA, "叫号屏")
    assert RECORDS[2].ends == (ServiceEnd.COMPUTER, "电视端")
    assert SelfServiceMachine(site="码头").site is MachineSite.WHARF
    assert SelfServiceMachine(site="银行").outside_printed == {"site": ("银行",)}


def test_three_channels_are_online():
    """All but the hall."""
    assert [channel.value for channel in ServiceChannel if not channel.is_online] == ["线下实体大厅"]
