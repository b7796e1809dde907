"""One untidiness at a time."""

import datetime

import pytest

from ecosystem.models import Employment
from tests.factories import rosters
from tests.factories.rosters import FIELDS, HEADERS, RESIDENT_ID, Truth, make_staff, plain_row
from tests.factories.sheets import xls, xlsx

pytestmark = pytest.mark.django_db

PERSON = make_staff(1)[0]


def row(**cells) -> list:
    return plain_row(PERSON | cells)


def one(importing, firm, *rows, header=HEADERS, make_file=xlsx) -> Employment:
    """The one employment that the rows under the header make, without a fault."""
    outcome = importing.commit(make_file([header, *rows]), firm)
    assert (outcome["new"], outcome["faults"]) == (1, [])
    return Employment.objects.select_related("person").get()


def faults(importing, firm, *rows) -> list[tuple]:
    outcome = importing.look(xlsx([HEADERS, *rows]), firm)
    return [(fault["row"], fault["column"], fault["kind"]) for fault in outcome["faults"]]


@pytest.mark.parametrize(
    ("column", "header"),
    [
        ("姓名", "员工姓名"),
        ("姓名", "姓 名"),
        ("姓名", "*姓名"),
        ("姓名", "姓名（必填）"),
        ("姓名", "Name"),
        ("工号", "工 号"),
        ("工号", "员工编号"),
        ("手机号", "联系电话"),
        ("手机号", "手机号码*"),
        ("手机号", "手机\n号码"),
        ("手机号", "Mobile"),
        ("邮箱", "电子邮箱"),
        ("邮箱", "E-mail"),
        ("部门", "所在部门"),
        ("岗位", "职务"),
        ("人才类别", "人员类型"),
        ("职称", "职称等级"),
        ("学历", "最高学历"),
        ("入职日期", "入职时间"),
        ("入职日期", "入职日期(年/月/日)"),
        ("技能", "专业技能"),
    ],
)
def test_a_header_has_many_names(column, header, importing, firm):
    headers = [header if name == column else name for name in HEADERS]
    held = one(importing, firm, row(), header=headers)
    assert (
        held.claimed_name,
        held.staff_no,
        held.claimed_phone,
        held.work_email,
        held.department.name,
        held.post,
        held.category,
        held.title,
        held.education,
        held.joined_on,
        held.skill_claims.count(),
    ) == (
        "单立新",
        "E00001",
        "+8617700000000",
        "e00001@example.com",
        "算法平台部",
        "算法工程师",
        "rd",
        "工程师",
        "bachelor",
        datetime.date(2016, 2, 28),
        2,
    )


def test_the_order_of_columns_is_free(importing, firm):
    held = one(importing, firm, row()[::-1], header=HEADERS[::-1])
    assert (held.claimed_name, held.claimed_phone, held.staff_no) == ("单立新", "+8617700000000", "E00001")


def test_a_name_and_a_phone_are_enough(importing, firm):
    held = one(importing, firm, ["单立新", "17700000000"], header=["姓名", "手机号"])
    assert (held.claimed_name, held.staff_no, held.department, held.joined_on) == ("单立新", "", None, None)


@pytest.mark.parametrize(
    "phone",
    [
        "17700000000",
        17700000000,
        17700000000.0,
        "１７７０００００００0",
        "177 0000 0000",
        "177-0000-0000",
        "+86 17700000000",
        "+8617700000000",
        "0086 177 0000 0000",
        " 17700000000\u200b",
        "'17700000000".removeprefix("'"),
    ],
)
def test_a_phone_is_read_however_it_is_typed(phone, importing, firm):
    assert one(importing, firm, row(phone=phone)).claimed_phone == "+8617700000000"


def test_a_blank_phone_leaves_the_others_whole(importing, firm):
    staff = make_staff(3)
    rows = [plain_row(person | {"phone": int(person["phone"])}) for person in staff]
    rows[1][2] = None
    assert (
        importing.commit(xlsx([HEADERS, *rows]), firm)
        == Truth(1, valid=[staff[0], staff[2]], faults=[(3, "手机号", "required")]).outcome()
    )
    assert sorted(Employment.objects.values_list("claimed_phone", flat=True)) == ["+8617700000000", "+8617700000002"]


@pytest.mark.parametrize(
    "written",
    [
        "2016-02-28",
        "2016/2/28",
        "2016.2.28",
        "2016年2月28日",
        "２０１６年２月２８日",
        "20160228",
        datetime.date(2016, 2, 28),
        datetime.datetime(2016, 2, 28, 9, 30),
    ],
)
def test_a_date_is_read_however_it_is_written(written, importing, firm):
    assert one(importing, firm, row(joined_on=written)).joined_on == datetime.date(2016, 2, 28)


def test_a_real_date_in_an_xls(importing, firm):
    held = one(importing, firm, row(joined_on=datetime.date(2016, 2, 28)), make_file=xls)
    assert held.joined_on == datetime.date(2016, 2, 28)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (" 单立新　", "单立新"),
        ("单 立 新", "单立新"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("阿依古丽 · 买买提", "阿依古丽·买买提"),
        (rosters.RARE, rosters.RARE),
        ("Li  Wei", "Li Wei"),
    ],
)
def test_a_name_is_written_one_way(written, name, importing, firm):
    assert one(importing, firm, row(name=written)).claimed_name == name


@pytest.mark.parametrize(
    ("column", "written", "stored"),
    [
        ("category", "研发类", "rd"),
        ("category", "R&D", "rd"),
        ("category", "技术", "rd"),
        ("category", "管理层", "management"),
        ("category", "销售", "marketing"),
        ("category", "", ""),
        ("education", "本科", "bachelor"),
        ("education", "研究生", "master"),
        ("education", "博士", "doctor"),
        ("education", "大专", "college"),
        ("education", "", ""),
        ("title", "高工", "高级工程师"),
        ("title", "高级工程师", "高级工程师"),
        ("title", "无", ""),
    ],
)
def test_words_of_a_choice_become_the_houses(column, written, stored, importing, firm):
    assert getattr(one(importing, firm, row(**{column: written})), column) == stored


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"name": ""}, ("姓名", "required")),
        ({"name": "  "}, ("姓名", "required")),
        ({"phone": ""}, ("手机号", "required")),
        ({"phone": "1380013"}, ("手机号", "invalid_phone")),
        ({"phone": "0571-88888888"}, ("手机号", "invalid_phone")),
        ({"phone": RESIDENT_ID}, ("手机号", "invalid_phone")),
        ({"joined_on": "2023年13月45日"}, ("入职日期", "invalid_date")),
        ({"joined_on": "去年"}, ("入职日期", "invalid_date")),
        ({"category": "其他"}, ("人才类别", "unknown_choice")),
        ({"education": "自学成才"}, ("学历", "unknown_choice")),
    ],
)
def test_a_fault_names_its_row_its_column_and_its_kind(cells, fault, importing, firm):
    good = make_staff(1, phones=17_711_110_000, first=500)[0]
    assert faults(importing, firm, plain_row(good), row(**cells)) == [(3, *fault)]


def test_a_row_may_have_several_faults_and_counts_once(importing, firm):
    spoiled = row(phone="1", joined_on="?", category="其他")
    outcome = importing.look(xlsx([HEADERS, spoiled, plain_row(make_staff(2)[1])]), firm)
    assert (
        outcome
        == Truth(
            1,
            valid=[{}],
            faults=[(2, "手机号", "invalid_phone"), (2, "人才类别", "unknown_choice"), (2, "入职日期", "invalid_date")],
        ).outcome()
    )


def test_the_later_of_two_duplicates_is_at_fault(importing, firm):
    first, second, third = make_staff(3)
    rows = [plain_row(first), plain_row(second | {"phone": first["phone"]}), plain_row(third | {"staff_no": "e00001"})]
    assert faults(importing, firm, *rows) == [
        (3, "手机号", "duplicate_in_file"),
        (4, "工号", "duplicate_in_file"),
    ]


def test_a_duplicate_is_seen_however_the_phone_is_typed(importing, firm):
    first, second = make_staff(2)
    assert faults(importing, firm, plain_row(first), plain_row(second | {"phone": "+86 177-0000-0000"})) == [
        (3, "手机号", "duplicate_in_file")
    ]


EXAMPLES = [
    rosters.example_row()[1:],
    ["示例", *row()[1:]],
    ["（示例）张三", *row(phone="13800000000")[1:]],
    ["张三（示例）", *row(phone="13800000000")[1:]],
    ["例：张三", *row(phone="13800000000")[1:]],
]
NOTES = [
    ["说明：1. 带*为必填项；2. 请勿改动表头。"],
    ["填表说明：每人一行"],
    ["注：手机号用于登录"],
    ["备注：以上为在职人员"],
    ["1. 带*的为必填项"],
    ["2、请勿改动表头"],
    ["合计", "", "", "", "", "", "3"],
    ["制表人：某某", "", "", "日期：2026年11月"],
    ["请各部门于本月二十日之前填好，交人力资源部汇总"],
    HEADERS,
    [],
    ["", " ", "\u3000"],
]


@pytest.mark.parametrize("passed_over", EXAMPLES + NOTES)
def test_what_is_no_person_is_passed_over(passed_over, importing, firm):
    content = xlsx([HEADERS, passed_over, row(), passed_over])
    assert importing.look(content, firm) == Truth(1, valid=[PERSON]).outcome()


@pytest.mark.parametrize("first", ["例", "示例", "样例", "1"])
def test_an_example_may_be_marked_in_a_column_of_its_own(first, importing, firm):
    marked = [first, *row(name="示例：张三", phone="13800000000")]
    content = xlsx([["序号", *HEADERS], marked, ["1", *row()], ["2"], ["3"]])
    assert importing.look(content, firm) == Truth(1, valid=[PERSON]).outcome()


def test_people_of_a_firm_or_department_called_example_are_people(importing, firm):
    rows = [
        ["余杭示例智能有限公司", *row()],
        ["示例数据有限公司", *plain_row(make_staff(2)[1] | {"department": "示例部"})],
    ]
    outcome = importing.look(xlsx([["公司", *HEADERS], *rows]), firm)
    assert (outcome["new"], outcome["faults"]) == (2, [])


def test_a_person_without_a_phone_is_a_fault_and_no_note(importing, firm):
    assert faults(importing, firm, row(), ["欧阳文博"]) == [(3, "手机号", "required")]


@pytest.mark.parametrize("above", [0, 1, 2, 9])
def test_the_header_is_found_below_titles_and_rows_keep_their_numbers(above, importing, firm):
    rows = [[f"花名册 {number}"] if number % 2 else [] for number in range(above)]
    content = xlsx([*rows, HEADERS, row(), plain_row(make_staff(2)[1] | {"phone": "x"})])
    assert (
        importing.look(content, firm)
        == Truth(above + 1, valid=[PERSON], faults=[(above + 3, "手机号", "invalid_phone")]).outcome()
    )


def test_the_sheet_with_the_people_is_found(importing, firm):
    content = xlsx([["填写说明"], ["每人一行"]], title="说明", 花名册=[HEADERS, row()], 选项=None)
    assert importing.look(content, firm) == Truth(1, valid=[PERSON]).outcome()


@pytest.mark.parametrize(
    "header", ["身份证号", "身份证号码", "居民身份证", "证件号码", "公民身份号码", "身份证号(必填)"]
)
def test_a_column_of_resident_ids_is_left_out_and_told(header, importing, firm):
    content = xlsx([[*HEADERS, header], [*row(), RESIDENT_ID]], hidden="L")
    outcome = importing.commit(content, firm)
    assert (outcome["new"], outcome["left_out"]) == (1, [header])


@pytest.mark.parametrize(
    "column", [name for name in FIELDS if name not in ("name", "phone", "category", "education", "joined_on")]
)
@pytest.mark.parametrize(
    "number", [RESIDENT_ID, RESIDENT_ID[:-1] + "x", "330110 19900307 4217", "３３０１１０１９９００３０７４２１７"]
)
def test_a_resident_id_in_another_column_is_not_stored(column, number, importing, firm, everything_stored):
    importing.commit(xlsx([HEADERS, row(**{column: number})]), firm)
    stored = str(everything_stored())
    assert [part for part in ("19900307", "1990030742") if part in stored] == []
    assert Employment.objects.count() == 1


def test_a_formula_in_a_text_file_is_text(importing, firm):
    held = one(importing, firm, row(post=rosters.FORMULA), make_file=as_text_file)
    assert held.post == rosters.FORMULA


def as_text_file(rows: list[list]) -> bytes:
    quoted = ('"' + str(cell).replace('"', '""') + '"' for cells in rows for cell in cells)
    width = len(rows[0])
    cells = list(quoted)
    return "\n".join(",".join(cells[start : start + width]) for start in range(0, len(cells), width)).encode("gb18030")


def test_a_word_no_skill_is_known_by_is_kept_and_refuses_nobody(importing, firm, everything_stored):
    held = one(importing, firm, row(skills=f"Python、{rosters.UNKNOWN_SKILL}"))
    assert [claim.skill.code for claim in held.skill_claims.all()] == ["RD-SW-001"]
    assert rosters.UNKNOWN_SKILL in str(everything_stored()["people_unknownskill"])


def test_what_is_longer_than_a_column_does_not_break_the_import(importing, firm):
    long = "长" * 300
    cells = {"department": long, "post": long, "title": long, "skills": long, "email": f"{'e' * 300}@example.com"}
    outcome = importing.commit(xlsx([HEADERS, row(**cells), plain_row(make_staff(2)[1])]), firm)
    assert Employment.objects.count() == outcome["new"] == 2 - outcome["faulty"]


def test_what_is_no_address_is_not_kept(importing, firm):
    assert one(importing, firm, row(email="找前台")).work_email == ""
