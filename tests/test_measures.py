"""What the figures of the documents are counted in."""

import attrs
import pytest

from zwfw.errors import DataFileError
from zwfw.measures import Measure, _held, is_measure, measure, measures


@pytest.mark.parametrize(
    ("word", "zh", "en"),
    [
        # 3 个工作日, 15 分钟, 100 %, 600 项, 25 台, 一次
        ("working-day", "个工作日", "working day(s)"),
        ("minute", "分钟", "minute(s)"),
        ("percent", "%", "%"),
        ("item", "项", "matter(s)"),
        ("machine", "台", "machine(s)"),
        ("time", "次", "time(s)"),
        # 不低于办件量 is a ratio, 上午9 时 a clock time: such a figure stands by itself
        ("ratio", "", ""),
        ("clock", "", ""),
    ],
)
def test_a_measure_is_told_in_both_languages(word, zh, en):
    """As people say it behind the figure; nothing where the figure says all."""
    found = measure(word)

    assert found.word == word
    assert measures().count(found) == 1
    assert (found.label(), found.label("zh"), found.label("en")) == (zh, zh, en)


@pytest.mark.parametrize("word", ["", "day", "working day", "个工作日", "Percent"])
def test_what_is_no_measure_is_refused(word):
    """Words are taken as they are; a day that is not said to be a working day is none."""
    assert not is_measure(word)
    with pytest.raises(KeyError):
        measure(word)


def test_a_measure_is_frozen():
    """Held things do not change."""
    assert is_measure("minute")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        measure("minute").word = "hour"


HEAD = "word,zh,en"


@pytest.fixture
def read_measures(tmp_path, monkeypatch):
    """Reads a table of measures of our own, given by its lines."""
    monkeypatch.setattr("zwfw.measures.packaged", tmp_path.joinpath)

    def read(*lines):
        (tmp_path / "measures.csv").write_text("\n".join(lines), encoding="utf-8")
        return _held.__wrapped__()

    return read


def test_a_sound_table_is_read(read_measures):
    """One measure a row, with or without words for it."""
    assert read_measures("# Our own words.", HEAD, "batch,批,batch(es)", "ratio,,") == {
        "batch": Measure(word="batch", label_zh="批", label_en="batch(es)"),
        "ratio": Measure(word="ratio", label_zh="", label_en=""),
    }


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ([HEAD, "batch,批,b", ",个,x"], ["expected a word that does not stand above, got '' @ line 3"]),
        ([HEAD, "batch,批,b", "batch,个,x"], ["expected a word that does not stand above, got 'batch' @ line 3"]),
        ([HEAD, "batch,批"], ["expected the columns word, zh, en, got batch, 批 @ line 2"]),
        (["word,zh"], ["expected the columns word, zh, en, got word, zh @ line 1"]),
        (
            [HEAD, ",批,b", "batch,批,b,c", "batch,批,b", "batch,批,b"],
            [
                "expected a word that does not stand above, got '' @ line 2",
                "expected the columns word, zh, en, got batch, 批, b, c @ line 3",
                "expected a word that does not stand above, got 'batch' @ line 5",
            ],
        ),
    ],
    ids=["no word", "twice", "too few cells", "another head", "all at once"],
)
def test_a_fault_in_the_table_is_named(read_measures, tmp_path, lines, faults):
    """Every word stands once; all faults come together, each with its line."""
    with pytest.raises(DataFileError) as caught:
        read_measures(*lines)

    assert caught.value.path == str(tmp_path / "measures.csv")
    assert list(caught.value.faults) == faults
