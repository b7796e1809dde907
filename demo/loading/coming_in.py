"""What waits on the desks: organizations that apply, people who ask, rosters to finish, and what was announced."""

import csv
import datetime
import io

from accounts.models import User
from demo.licence import draw_licence
from demo.loading.organizations import Organizations
from demo.loading.people import HEADER, Employments
from demo.staff import Person, read_staff
from ecosystem.actions import announcements, applications, corrections, invitation_links, join_requests, laying_out
from ecosystem.enums import Audience, OrganizationKind
from ecosystem.licences import cleaned
from ecosystem.models import Announcement, Chain, Field
from ecosystem.rules.announcements import Voice
from ecosystem.uscc import check_character
from talent_pool.people.imports.actions import committing, looking, uploading

HR, OFFICE, FIRM = "顾清禾", "卢青", "qianwan"
GONE = ("丁未央", "罗汀")
"""Whom the latest roster of the firm does not name."""
HOUR = datetime.timedelta(hours=1)


def load_coming_in(organizations: Organizations, people: dict[str, User], held: Employments, *, at: datetime.datetime):
    """As of `at`: everything here happened in the hours before."""
    apply_two(people[OFFICE], at=at)
    ask_to_join(organizations, people[HR], at=at)
    corrections.ask(employment=held["白露"], field="post", wanted="平台运维工程师", by=people["白露"], at=at - 3 * HOUR)
    corrections.ask(employment=held["骆北"], field="department", wanted="模型平台部", by=people["骆北"], at=at - HOUR)
    announce(organizations, people, at=at)
    bring_rosters(organizations, people[HR], at=at)


def apply_two(office: User, *, at: datetime.datetime) -> None:
    """One waits for the office, one for its applicant."""
    nuo = {
        "name": "诺桐传感有限公司",
        "short_name": "诺桐传感",
        "uscc": invented_uscc(9001),
        "chain": Chain.objects.get(code="ic"),
        "position": "upstream",
        "applicant_name": "祝南栀",
        "applicant_post": "人事主管",
        "applicant_phone": "+8619905708801",
    }
    park = {
        "name": "五常智造产业园运营有限公司",
        "short_name": "五常智造园",
        "kind": OrganizationKind.PARK,
        "uscc": invented_uscc(9002),
        "applicant_name": "鲍远山",
        "applicant_post": "招商经理",
        "applicant_phone": "+8619905708802",
    }
    apply(nuo, fields=Field.objects.all()[:2], at=at - 20 * HOUR)
    asked = apply(park, fields=Field.objects.none(), at=at - 50 * HOUR)
    question = "营业执照照片看不清编号，请重新拍一张。"
    applications.ask_back(application=asked, question=question, by=office, at=at - 26 * HOUR)


def apply(facts: dict, *, fields, at: datetime.datetime):
    licence = cleaned(draw_licence(facts["name"], facts["uscc"]))
    return applications.apply(facts=facts, licence=licence, fields=fields, at=at)


def invented_uscc(number: int) -> str:
    """Of the made-up body DEMA, with a valid check character."""
    head = f"91330110DEMA{number:05d}"
    return head + check_character(head)


def ask_to_join(organizations: Organizations, hr: User, *, at: datetime.datetime) -> None:
    firm = organizations[FIRM]
    made_at, ends_at = at - 30 * HOUR, at + datetime.timedelta(days=9)
    link, _token = invitation_links.make(
        organization=firm, department=None, most=30, expires_at=ends_at, by=hr, at=made_at
    )
    for name, number, by in (("蒋一舟", 1, link), ("尤清妍", 2, link), ("司空见", 3, None)):
        phone = f"+861990570890{number}"
        join_requests.ask(organization=firm, name=name, phone=phone, link=by, at=at - number * 5 * HOUR)


def announce(organizations: Organizations, people: dict[str, User], *, at: datetime.datetime) -> None:
    firm = organizations[FIRM]
    speak(
        Announcement(
            organization=firm,
            audience=Audience.STAFF,
            title="十二月名册与学时核对",
            body="请在本月底前打开「我的」，看看部门、岗位和学时对不对。不对的点一下「有误」，人力资源部会改。",
        ),
        Voice(organization_id=firm.pk),
        people[HR],
        at=at - 28 * HOUR,
    )
    speak(
        Announcement(
            audience=Audience.EVERYONE,
            title="红领学堂冬季课程开放报名",
            body="冬季课程已经排好，三条产业链的课都在学堂首页。名额按企业预留，先和本企业的培训主管商量。",
        ),
        Voice(is_office=True),
        people[OFFICE],
        at=at - 52 * HOUR,
    )
    for receipt in firm_readers(firm)[:6]:
        announcements.read(receipt=receipt, by=receipt.person, at=at - 20 * HOUR)


def speak(announcement: Announcement, voice: Voice, by: User, *, at: datetime.datetime) -> None:
    announcements.draft(announcement=announcement, voice=voice, by=by, at=at)
    announcements.publish(announcement=announcement, voice=voice, by=by, at=at)
    laying_out.lay_out(announcement_id=announcement.pk, at=at, progress=unseen)


def firm_readers(firm):
    mine = Announcement.objects.get(organization=firm)
    return list(mine.receipts.select_related("person").order_by("pk"))


def bring_rosters(organizations: Organizations, hr: User, *, at: datetime.datetime) -> None:
    """The firm's whole roster without two people, written; and a new one with rows to be corrected."""
    firm, staff = organizations[FIRM], [person for person in read_staff() if person.firm == FIRM]
    whole = [row_of(person) for person in staff if person.name not in GONE]
    roster = bring(firm, whole, "11月名册.csv", hr, at=at - 40 * HOUR)
    committing.start(
        roster=roster, version=roster.version, digest=roster.digest, is_whole=True, by=hr, at=at - 39 * HOUR
    )
    committing.write(import_id=roster.pk, at=at - 39 * HOUR, progress=unseen)
    bring(firm, newcomers(), "12月新人（改）.csv", hr, at=at - 2 * HOUR)


def bring(firm, rows: list[list[str]], name: str, hr: User, *, at: datetime.datetime):
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerows([HEADER, *rows])
    roster = uploading.upload(organization=firm, content=sheet.getvalue().encode(), file_name=name, by=hr, at=at)
    return looking.look_soon(roster=roster, by=hr, at=at)


def row_of(person: Person) -> list[str]:
    facts = (person.department, person.post, person.category, person.title, person.education)
    return [person.name, person.staff_no, person.phone, *facts, person.joined_on.isoformat(), person.skills]


def newcomers() -> list[list[str]]:
    """Seven people, five rows of which somebody has to look at."""
    told = (
        ("文知行", "1990570871", "算法平台部", "研发", "2026-11-16"),
        ("项南星", "19905708712", "算法平台1部", "研发", "2026-11-16"),
        ("池小满", "19905708713", "市场部", "综合岗", "2026-11-17"),
        ("戚风", "19905708714", "市场部", "综合岗", "2026-11-17"),
        ("闻人听雨", "19905708715", "测试部", "研发", "2026-02-30"),
        ("阮青", "19905708716", "硬件部", "研发", "2026-11-18"),
        ("褚云", "19905708717", "运维部", "研发", "2026-11-18"),
    )
    return [
        [name, f"QWN{place:03}", phone, department, "工程师", category, "", "大学本科", day, ""]
        for place, (name, phone, department, category, day) in enumerate(told, start=1)
    ]


def unseen(done: int, total: int) -> None:
    """Nobody watches while the demo is loaded."""
