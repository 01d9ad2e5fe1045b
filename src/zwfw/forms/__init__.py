"""The forms of a star rating, as people fill them in: workbooks, CSV and JSON (星级评定评分表).

A form has the columns of the original: 总序, 评定项目, 分序, 评定内容, 权重, 自评得分, 初评得分, 复核得分 and 备注.
That of a centre has 项目名称 and 子序 too. What the original has no place for stands around the table:

- above it, below the title, lines of a label and a value: 单位名称 (the body), 行政区划, 自评时间, 初评时间, 复核时间,
  单位类型 and 说明 (the remarks on the whole). The value stands in the same cell, or in the next one;
- below the line of the total, under the heading 佐证材料, one line a piece of evidence, with the 总序 of its row.

What each row asks is our paraphrase. It is not read, and neither is what stands elsewhere, such as a signature.

A workbook holds one body a sheet, and a CSV one body below the other; both are lined up alike. Blank means not
stated. A row that does not apply says 不适用 in one of its columns. Rows may stand in any order, as each has its
number, and blank rows, merged headings, headings repeated on each page and digits of full width are read. All rows
have to be there, with the weights of the card. Formulas are not evaluated. A value in a hidden row or column is
refused, as nobody who looks at the form sees it; hidden sheets that are no forms are passed over.

A form knows no difference between what is not stated and what is stated as none, and between a row that applies and
one of which that is not said. JSON does: it holds records as they are.

Workbooks need the extra ``xlsx``.

>>> from io import BytesIO
>>> from zwfw.records.assessments import Assessment
>>> form = BytesIO()
>>> filled = Assessment(body="甲村便民服务站", card="hanjiang-2023/village", scores={"V01": {"self_score": 3}})
>>> write_xlsx(filled, form)
>>> read_xlsx(form) == (filled,)
True
"""

from zwfw.forms._csv import read_csv, write_csv
from zwfw.forms._json import read_json, write_json
from zwfw.forms._xlsx import read_xlsx, write_xlsx
from zwfw.forms.faults import FormError, FormFault

__all__ = ["FormError", "FormFault", "read_csv", "read_json", "read_xlsx", "write_csv", "write_json", "write_xlsx"]
