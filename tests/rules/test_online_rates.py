"""What is left out of the share of matters done online throughout, and what is not known of it."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import FUZHOU, MET, UNKNOWN, UNSTATED, XIAMEN, a_context, breach, idle, said, stated
from zwfw import Severity
from zwfw.records import Item, OnlineMatter, OnlineRate
from zwfw.rules import online_rates as rules
from zwfw.rules.online_rates import fully_online_share
from zwfw.testing.kits import check_rule
from zwfw.testing.online_rates import online_matters


def a_matter(depth="Ⅳ", **changes):
    """A matter that counts, done online throughout, every field stated, with your changes."""
    facts = {"name": "甲", "is_licence": True, "secret": False, "on_site_by_law": False, "online_depth": depth}
    return stated(facts | changes)


def share_of(*matters, **how):
    """The share of some matters."""
    return fully_online_share([OnlineMatter(**matter) for matter in matters], **how)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.id)
def test_every_rule_keeps_what_rules_promise(rule):
    """On whatever Hypothesis draws for its kind."""
    check_rule(rule)


# ---------------------------------------------------------------- the share


@pytest.mark.parametrize(
    ("matters", "percent"),
    [
        ([a_matter()], 100),
        ([a_matter("Ⅲ")], 0),
        ([a_matter(None)], 0),
        ([a_matter()] * 4 + [a_matter("Ⅱ")], 80),  # 4 of 5
        ([a_matter()] * 4 + [a_matter("Ⅱ", secret=True)], 100),  # 4 of 4: it would be 80
        ([a_matter()] * 4 + [a_matter("Ⅱ", on_site_by_law=True)], 100),
        ([a_matter(), a_matter("Ⅰ"), a_matter(secret=True)], 50),  # 1 of 2: left out above the line too
        ([a_matter(secret=True, on_site_by_law=UNSTATED, online_depth=UNSTATED), a_matter()], 100),
        ([a_matter(secret=UNSTATED, on_site_by_law=True), a_matter()], 100),
        ([a_matter(secret=True)], None),
        ([], None),
    ],
)
def test_the_share_of_what_counts(matters, percent):
    """Secret matters and those that the law has on site count neither above the line nor below it."""
    share = share_of(*matters)

    assert share.percent == share.least_percent == share.most_percent == percent
    assert share.missing == ()


def test_a_licence_is_told_from_other_matters():
    """Of two licences one is online throughout, of three matters two are; the same are left out."""
    matters = [a_matter(), a_matter("Ⅱ"), a_matter(is_licence=False), a_matter("Ⅰ", name="密", secret=True)]

    assert share_of(*matters, licences_only=True).percent == 50
    assert share_of(*matters).percent == pytest.approx(200 / 3)
    assert share_of(*matters, licences_only=True).left_out == ("密",)
    assert share_of(a_matter(is_licence=False, secret=True), licences_only=True).left_out == ()


@pytest.mark.parametrize(
    ("unknown", "least", "most", "missing"),
    [
        # beside one of two: 1/3 to 2/3
        (a_matter(online_depth=UNSTATED), 100 / 3, 200 / 3, ["online_depth"]),
        # online, and perhaps left out: 1/2 to 2/3
        (a_matter(secret=UNSTATED), 50, 200 / 3, ["secret"]),
        # not online, and perhaps left out: 1/3 to 1/2
        (a_matter("Ⅱ", on_site_by_law=UNSTATED), 100 / 3, 50, ["on_site_by_law"]),
        (
            a_matter(secret=UNSTATED, on_site_by_law=UNSTATED, online_depth=UNSTATED),
            100 / 3,
            200 / 3,
            ["secret", "on_site_by_law", "online_depth"],
        ),
    ],
)
def test_what_is_not_known_gives_a_least_and_a_most(unknown, least, most, missing):
    """And is named."""
    share = share_of(a_matter(), a_matter("Ⅱ"), unknown)

    assert share.percent is None
    assert (share.least_percent, share.most_percent) == (pytest.approx(least), pytest.approx(most))
    assert share.missing == tuple(f"matters[2].{field}" for field in missing)


@pytest.mark.parametrize(
    ("matter", "least", "most"),
    [(a_matter(secret=UNSTATED), 100, 100), (a_matter("Ⅱ", secret=UNSTATED), 0, 0)],
)
def test_where_perhaps_none_count(matter, least, most):
    """The bounds are those of a rate, if there is one."""
    share = share_of(matter)

    assert (share.least_percent, share.most_percent, share.percent) == (least, most, None)
    assert (share.least_counted, share.most_counted) == (0, 1)


_FIELDS = {"is_licence": (False, True), "secret": (False, True), "on_site_by_law": (False, True)}
_CHOICES = {**_FIELDS, "online_depth": ("Ⅲ", "Ⅳ")}


def _filled(matter):
    """Each matter that *matter* may turn out to be."""
    stated_facts = matter.model_dump(exclude_unset=True)
    open_fields = [name for name in _CHOICES if name not in matter.model_fields_set]
    for values in product(*(_CHOICES[name] for name in open_fields)):
        yield OnlineMatter(**stated_facts, **dict(zip(open_fields, values, strict=True)))


@settings(max_examples=40)
@given(matters=st.lists(online_matters(), max_size=2), licences_only=st.booleans())
def test_the_bounds_are_reached_and_not_passed(matters, licences_only):
    """Over everything that the matters may turn out to be."""
    share = fully_online_share(matters, licences_only=licences_only)
    full = [fully_online_share(each, licences_only=licences_only) for each in product(*map(_filled, matters))]
    rates = [each.percent for each in full if each.percent is not None]

    assert not any(each.missing for each in full)
    assert (share.least_percent, share.most_percent) == (min(rates, default=None), max(rates, default=None))
    for field in ("counted", "online"):
        values = [getattr(each, f"least_{field}") for each in full]
        assert (min(values), max(values)) == (getattr(share, f"least_{field}"), getattr(share, f"most_{field}"))


def test_a_matter_of_an_item():
    """What the item does not state stays unknown, and whether the law has it on site is told beside it."""
    item = Item(name="节能审查", item_type="行政许可", secret=False, online_depth="IV级")

    assert OnlineMatter.of(item, on_site_by_law=False) == OnlineMatter(**a_matter(name="节能审查"))
    assert OnlineMatter.of(Item(name="甲")).model_fields_set == {"name"}
    assert OnlineMatter.of(Item(name="甲", item_type="行政确认")).is_licence is False


# ---------------------------------------------------------------- the rule

MATTERS = [a_matter(), a_matter("Ⅱ"), a_matter(secret=True), a_matter("Ⅰ", on_site_by_law=True)]
"""Two count, and one of those is done online throughout."""


def a_rate(**changes):
    """A rate that was worked out rightly, with your changes."""
    facts = {"name": "2025年", "area": XIAMEN, "licences_only": False, "matters": MATTERS}
    return OnlineRate(**stated(facts | {"counted": 2, "counted_online": 1} | changes))


COUNTED = breach("rate-of-other-matters", "counted")
ONLINE = breach("rate-counts-others-online", "counted_online")
OPEN = [*MATTERS, a_matter("Ⅱ", secret=UNSTATED)]
"""Two or three count."""


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, MET),
        ({"counted": 4}, COUNTED),  # all of them
        ({"counted": 3}, COUNTED),
        ({"counted": 1}, COUNTED),
        ({"counted_online": 2}, ONLINE),  # the secret one with them
        ({"counted_online": 0}, ONLINE),
        ({"counted": 4, "counted_online": 2}, COUNTED + ONLINE),
        ({"counted": None}, idle("no-rate-worked-out", "counted")),
        ({"counted": UNSTATED}, UNKNOWN),
        ({"counted": UNSTATED, "counted_online": 2}, UNKNOWN + ONLINE),
        ({"matters": []}, idle("no-matters-to-count")),
        ({"matters": None}, idle("no-matters-to-count")),
        ({"matters": UNSTATED}, UNKNOWN),
        ({"licences_only": UNSTATED}, UNKNOWN),
        ({"licences_only": True}, MET),
        ({"licences_only": True, "matters": [*MATTERS, a_matter(is_licence=False)]}, MET),
        ({"matters": [*MATTERS, a_matter(is_licence=False)]}, COUNTED + ONLINE),
        ({"matters": OPEN}, UNKNOWN),
        ({"matters": OPEN, "counted": 3}, UNKNOWN),
        ({"matters": OPEN, "counted": 4}, COUNTED),
        ({"matters": OPEN, "counted": 1}, COUNTED),
        ({"matters": OPEN, "counted": 2, "counted_online": 2}, UNKNOWN + ONLINE),
    ],
)
def test_secret_and_on_site_left_out(changes, found):
    """Both numbers are those of the matters that count."""
    assert said(rules.secret_and_on_site_left_out, a_rate(**changes)) == found


def test_what_the_numbers_should_be_is_told():
    """With what was missing where that is open."""
    (found,) = rules.secret_and_on_site_left_out(a_rate(counted=4), a_context())
    (open_one,) = rules.secret_and_on_site_left_out(a_rate(matters=OPEN), a_context())

    (too_many,) = rules.secret_and_on_site_left_out(
        a_rate(matters=[*OPEN, a_matter()], counted=5, counted_online=2), a_context()
    )

    assert (found.facts["told"], found.facts["wanted"]) == (4, "2")
    assert (too_many.facts["told"], too_many.facts["wanted"]) == (5, "3-4")
    assert found.severity is Severity.VIOLATION
    assert open_one.missing == ("matters[4].secret",)


def test_how_far_a_matter_is_online_is_not_missing_for_how_many_count():
    """It is for how many of those are online throughout."""
    matters = [*OPEN, a_matter(online_depth=UNSTATED)]  # three or four count, and one or two are online

    found = rules.secret_and_on_site_left_out(a_rate(matters=matters, counted=3), a_context())

    assert [each.missing for each in found] == [
        ("matters[4].secret",),
        ("matters[4].secret", "matters[5].online_depth"),
    ]


def test_only_xiamen_sets_the_rate():
    """From 2022-11-30 on for sure."""
    rule = rules.secret_and_on_site_left_out

    assert said(rule, a_rate(area=FUZHOU, counted=4)) == idle("never-in-force")
    assert said(rule, a_rate(counted=4), a_context(as_of=date(2022, 9, 13))) == idle("not-yet-in-force")
    assert said(rule, a_rate(counted=4), a_context(as_of=date(2022, 11, 30))) == COUNTED
