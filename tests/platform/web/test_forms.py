"""A form says what went wrong first, beside the field again, and where to go."""

import re

from django import forms
from django.utils.translation import override


class Form(forms.Form):
    phone = forms.CharField(label="Phone", help_text="For notices")
    note = forms.CharField(label="Note", required=False)
    answer = forms.ChoiceField(label="Answer", choices=[("a", "One"), ("b", "Two")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Agreed")
    token = forms.CharField(widget=forms.HiddenInput, initial="t")


def draw(form: forms.Form) -> str:
    with override("en"):
        return str(form)


def test_a_fresh_form_has_no_summary():
    drawn = draw(Form())
    assert 'role="alert"' not in drawn
    assert re.findall(r'<label for="(id_phone|id_note)">', drawn) == ["id_phone", "id_note"]


def test_the_summary_takes_the_focus_and_links_to_each_field():
    drawn = draw(Form({"token": "t"}))
    assert re.findall(r'role="alert" tabindex="-1" autofocus', drawn) == ['role="alert" tabindex="-1" autofocus']
    assert re.findall(r'<a href="#(\w+)">', drawn) == ["id_phone", "id_answer_0", "id_agreed"]
    assert "3 things to put right" in drawn


def test_every_link_of_the_summary_has_a_target():
    drawn = draw(Form({"token": "t"}))
    assert set(re.findall(r'href="#(\w+)"', drawn)) <= set(re.findall(r'\bid="(\w+)"', drawn))


def test_the_control_names_its_help_and_its_error():
    drawn = draw(Form({"token": "t"}))
    control = re.search(r"<input[^>]+name=\"phone\"[^>]*>", drawn).group()
    assert 'aria-describedby="id_phone_helptext id_phone_error"' in control
    assert 'aria-invalid="true"' in control
    assert {"id_phone_helptext", "id_phone_error"} <= set(re.findall(r'\bid="(\w+)"', drawn))


def test_radio_answers_stand_in_a_named_group():
    drawn = draw(Form())
    assert "<legend>Answer</legend>" in drawn
    assert re.findall(r'<label class="opt" for="(\w+)">', drawn) == ["id_answer_0", "id_answer_1"]


def test_only_what_may_be_left_empty_says_so():
    assert draw(Form()).count("(optional)") == 1


def test_hidden_fields_are_carried():
    assert draw(Form()).count('type="hidden" name="token"') == 1


def test_errors_of_the_whole_form_are_in_the_summary():
    form = Form({"phone": "1", "answer": "a", "agreed": "on", "token": "t"})
    form.is_valid()
    form.add_error(None, "The run is full.")
    assert "<p>The run is full.</p>" in draw(form)
