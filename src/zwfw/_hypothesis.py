"""What Hypothesis calls when it is imported: strategies for the types of zwfw."""

from typing import Any

__all__ = ["register"]


def register() -> None:
    """Make ``st.from_type(Case)`` and its like draw records that are valid.

    Hypothesis calls this by the entry point of the package. It loads the records, which it has to name; their
    strategies are loaded when one is first drawn.
    """
    from hypothesis.strategies import SearchStrategy, register_type_strategy

    from zwfw import records
    from zwfw.areas import Area
    from zwfw.context import Context

    def lazily(name: str) -> Any:
        def make(_: type) -> SearchStrategy[Any]:
            from zwfw.testing import strategies

            found: SearchStrategy[Any] = getattr(strategies, name)()
            return found

        return make

    for kind, name in (
        (Area, "areas"),
        (Context, "contexts"),
        (records.Attestation, "attestations"),
        (records.Case, "cases"),
        (records.Correction, "corrections"),
        (records.FollowUp, "follow_ups"),
        (records.Indicator, "indicators"),
        (records.MaterialTaken, "materials_taken"),
        (records.SpecialStep, "special_steps"),
        (records.TaskProgress, "task_progress"),
    ):
        register_type_strategy(kind, lazily(name))
