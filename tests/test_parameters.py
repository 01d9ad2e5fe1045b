"""The figures that the clauses set, and which one wins."""

import attrs
import pytest

from zwfw.errors import DataFileError, UnknownParameterError
from zwfw.parameters import _held, parameter, parameters


@pytest.mark.parametrize(
    ("key", "unit", "values"),
    [
        # fujian 2.2.10 and xiamen 2.2.11: 3 个工作日内一次告知
        ("correction_notice_limit", "working-day", {"fujian-2022/2.2.10": 3, "xiamen-2022/2.2.11": 3}),
        # 3.4.2 of both: 1 个工作日内完成网上预审, 7 个工作日内提供纸质材料, 提升至 II 级以上
        ("level2_prereview_limit", "working-day", {"fujian-2022/3.4.2": 1, "xiamen-2022/3.4.2": 1}),
        ("level2_paper_submission_window", "working-day", {"fujian-2022/3.4.2": 7, "xiamen-2022/3.4.2": 7}),
        ("min_online_depth", "depth", {"fujian-2022/3.4.2": 2, "xiamen-2022/3.4.2": 2}),
        # annex 2 of hanjiang, row 36: 60 minutes, in principle
        ("instant_minutes", "minute", {"hanjiang-2023/T36": 60}),
        # fujian 2.1.4: 规章级别以上
        ("special_step_min_legal_rank", "rank", {"fujian-2022/2.1.4": "规章"}),
        (
            "instant_decision_limit",
            "working-day",
            {"fujian-2022/2.2.11": 0, "xiamen-2022/2.2.12": 0, "hanjiang-2023/task-5": 0},
        ),
    ],
)
def test_figures(key, unit, values):
    """Each figure is the one that its clause prints."""
    found = parameter(key)

    assert {value.clause: value.value for value in found.values} == values
    assert found.unit == unit
    assert found.label() != found.label("en")


def test_what_a_limit_is_counted_from_is_said():
    """A time limit says what starts it; other figures have nothing to say."""
    for found in parameters():
        assert bool(found.counted_from()) is bool(found.counted_from("en")) is (found.unit in {"working-day", "minute"})


def test_an_unknown_key_names_near_ones():
    """A slip is answered with what comes near."""
    with pytest.raises(UnknownParameterError, match="did you mean correction_notice_limit"):
        parameter("correction_notice_limits")


ROW = (
    '[[parameters]]\nkey = "{key}"\nlabel_zh = "甲"\nlabel_en = "a"\n'
    'unit = "{unit}"\ncomparison = "{by}"\nvalues = [{values}]\n'
)


def row(*norms, key="x", unit="stage", by=">="):
    """A parameter as its file writes it."""
    return ROW.format(
        key=key, unit=unit, by=by, values=", ".join(f'{{ norm = "{norm}", value = 1 }}' for norm in norms)
    )


def test_faulty_parameters_are_told_all_at_once_with_their_files(tmp_path, monkeypatch):
    """No norm, an unknown one, two values that hold at the same time, no such measure or comparison, and one twice."""
    files = {
        "0": row("fujian-2022/2.1.4#2", key="w", unit="rank"),
        "a": row("fujian-2022/2.1.4#2"),
        "b": row("fujian-2022/2.1.4#2", "fujian-2022/3.4.2#3") + row("fujian-2022/2.1.4#99", key="y", unit="ell"),
        "c": row("fujian-2022/2.1.4#2", key="z").replace('norm = "fujian-2022/2.1.4#2", ', ""),
        "d": row("fujian-2022/2.1.4#2", key="z", by="about"),
    }
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    (tmp_path / "README.md").write_text("not data", encoding="utf-8")
    monkeypatch.setattr("zwfw.parameters.packaged", lambda _: tmp_path)

    with pytest.raises(DataFileError) as caught:
        _held.__wrapped__()

    assert [fault.partition("; did you")[0] for fault in caught.value.faults] == [
        "0.toml: expected words, got 1 @ $.parameters[w].values",
        "b.toml: parameter stands twice: x @ $.parameters",
        "b.toml: two values of fujian-2022 hold at the same time @ $.parameters[x].values",
        "b.toml: no norm 'fujian-2022/2.1.4#99' is held",
        "b.toml: no measure 'ell' is held @ $.parameters[y].unit",
        "c.toml: missing: norm @ $.parameters[0].values[0].norm",
        "d.toml: expected one of <=, <, >=, >, =, ≈, got 'about' @ $.parameters[0].comparison",
    ]


def test_held_things_do_not_change():
    """A parameter is frozen."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        parameter("instant_minutes").unit = "hour"
