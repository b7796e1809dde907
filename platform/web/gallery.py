"""Every component in every state, with its name: for eyes, for axe and for the browser tests. Development only."""

from datetime import UTC, datetime

from django import forms
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from web.forms import DayInput

AT = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
LAST = datetime(2027, 1, 16, 9, 30, tzinfo=UTC)
HUES = ("a", "b", "c")
COVERS = (
    ("推", "a", "course"),
    ("并", "b", "online"),
    ("芯", "c", "course"),
    ("索", "a", "workshop"),
    ("时", "c", "course"),
    ("冷", "b", "tour"),
    ("诊", "a", "course"),
    ("封", "c", "workshop"),
)
SECTIONS = (
    "buttons",
    "words",
    "covers",
    "figures",
    "notes",
    "forms",
    "nothing",
    "home",
    "course",
    "lesson",
    "quiz",
    "me",
    "certificate",
)
# state, label, why: the button says the next step, the line says only why
STEPS = (
    ("go", "报名", "余 12 席，报名后由本企业 HR 确认"),
    ("go", "报名", "将满：本企业余 3 席"),
    ("wait", "加入候补", "已满，前面 2 人"),
    ("wait", "候补第 3 位", "有空位发消息给你，保留 24 小时"),
    ("plain", "等待审批", "已交给本企业 HR，通常 1 天内"),
    ("done", "已报名", "11月26日前可退"),
    ("go", "去签到", "签到已开放，14:10 截止"),
    ("go", "继续学习", "第 8 课，余 14 分钟"),
    ("plain", "去学先修课", "先完成「机房安全准入」，20 分钟"),
    ("off", "报名已截止", "下一期 1月19日"),
)


class SampleForm(forms.Form):
    """One field of each sort."""

    phone = forms.CharField(
        label=_("Phone number"), help_text="用于接收开班与候补通知", widget=forms.TextInput({"inputmode": "tel"})
    )
    firm = forms.ChoiceField(label="所在企业", choices=[("", "请选择"), ("q", "钱湾智控"), ("t", "苕溪算力")])
    about = forms.CharField(label="想学什么", required=False, widget=forms.Textarea({"rows": 3}))
    day = forms.DateField(label="从哪天起", required=False, widget=DayInput)
    answer = forms.ChoiceField(
        label="客服记录有 3 万条，没有标题。先怎么切？",
        choices=[("a", "每 400 字一片，不管问答"), ("b", "一问一答切一片，带上产品名"), ("c", "整天的记录合成一片")],
        widget=forms.RadioSelect,
    )
    wishes = forms.MultipleChoiceField(
        label="愿意做什么", required=False, choices=[("m", "带教"), ("l", "授课")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="已读并同意用户协议")


def gallery(request):
    """All sections, or the one named by `?section=`; `?theme=dark` whatever the system wants."""
    asked = request.GET.get("section")
    return render(
        request,
        "web/gallery/page.html",
        {
            "sections": [f"web/gallery/{name}.html" for name in SECTIONS if asked in (None, name)],
            "theme": request.GET.get("theme", ""),
            "at": AT,
            "last": LAST,
            "hues": HUES,
            "covers": COVERS,
            "steps": STEPS,
            "blank": SampleForm(prefix="blank", initial={"answer": "b"}),
            "faulty": SampleForm({"faulty-phone": "1380013800"}, prefix="faulty"),
            "pager_page": Paginator(range(200), 10).page(4),
            "links": [
                {"label": "全部课程", "url": "#", "note": "36 门开班"},
                {"label": "本年学时", "url": "#", "note": "26 / 40"},
            ],
            "crumbs": [{"label": "学堂", "url": "#"}, {"label": "智能计算", "url": ""}],
            "ways": [
                {"label": "手机验证码", "url": "#", "current": True},
                {"label": "工号", "url": "#", "current": False},
                {"label": "密码", "url": "#", "current": False},
            ],
        },
    )
