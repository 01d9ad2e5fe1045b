"""What the clauses say about the self-service machines of an area (自助终端)."""

from collections.abc import Iterator

from zwfw.context import Context
from zwfw.records import SelfServiceMachine, SelfServiceNetwork
from zwfw.records.stated import path_of, when
from zwfw.rules._asking import answered, lacks
from zwfw.rules.engine import Finding, breached, each, judge, not_applicable, rule, undetermined

__all__ = ["RULES"]

_HANJIANG, _PUTIAN = "hanjiang-2023/task-10", "putian-2025/art-31"


@rule("self_service_machines.enough-in-the-district", clauses=(_HANJIANG,))
def enough_in_the_district(network: SelfServiceNetwork, ctx: Context) -> Iterator[Finding]:
    """In the whole district stand at least so many kiosks as the plan says, at places of the printed kinds (部署).

    The list of places is open: where kiosks at other places make up the number, a person has to say whether they count.
    That each township has one is the question of ``venues.township-equipment``.
    """
    if not network.is_whole_district:
        yield not_applicable("not-the-whole-district")
        return
    machines, least = network.machines or (), int(ctx.parameter("e_gov_machines_district").value)
    known, missing = answered(machines, lambda machine: when(machine, is_kiosk=True, site=...))
    sites = [machine.site for machine, stands in known if stands]
    others = tuple(site for site in sites if isinstance(site, str))
    count = len(sites) - len(others)
    if count >= least:
        return
    unknown = len(machines) - len(known)
    most = len(sites) + unknown
    if most < least:
        yield breached("too-few-kiosks", at="machines", most=most, least=least)
    elif unknown:
        yield undetermined(*missing)
    else:
        places = tuple(dict.fromkeys(others))
        yield judge("perhaps-enough-kiosks", at="machines", count=count, others=places, least=least)


@rule("self_service_machines.paid-by-the-district", clauses=(_HANJIANG,))
def paid_by_the_district(network: SelfServiceNetwork, _: Context) -> Iterator[Finding]:
    """The budget of the district pays for its kiosks (区级财政预算)."""
    if not network.machines:
        yield not_applicable("no-kiosks")
    else:
        yield from each(network.machines, _paid)


def _paid(machine: SelfServiceMachine) -> Iterator[Finding]:
    at = path_of(machine, "paid_from_district_budget")
    yield from lacks(machine, "paid_from_district_budget", "kiosk-paid-otherwise", {"is_kiosk": True}, at=at)


@rule("self_service_machines.extended-to-sites", clauses=(_PUTIAN,))
def extended_to_sites(network: SelfServiceNetwork, _: Context) -> Iterator[Finding]:
    """Kiosks stand at all places that have what it takes, as in communities, parks and banks (网点延伸).

    The list of places is open. What has not what it takes is not asked for one.
    """
    if sites := network.suitable_sites_without:
        yield breached("sites-without-kiosk", at="suitable_sites_without", sites=sites)


RULES = (enough_in_the_district, paid_by_the_district, extended_to_sites)
