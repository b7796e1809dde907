"""Who works where, since when, in which department: the firm's claim and the person's answer."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from competency.enums import Category, Education
from ecosystem.enums import EmploymentKind, EmploymentState
from ecosystem.staff_search import search_words
from words.names import order_key


class Department(models.Model):
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="departments")
    name = models.CharField(_("department name"), max_length=80)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "parent", "name"], nulls_distinct=False, name="one_department_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class EmploymentQuerySet(models.QuerySet):
    def current(self):
        """Without an end. Who is to leave on a day to come still holds theirs until then: see `on`."""
        return self.filter(to_on=None)

    def on(self, day):
        """Employments that hold on a day of the period `[from_on, to_on)`."""
        return self.filter(from_on__lte=day).filter(Q(to_on=None) | Q(to_on__gt=day))


ASKED_OF_LISTS = ("state", "from_on", "to_on")
"""Kept in the indexes of lists, so that a late page of 50,000 people is found without reading those before it."""


class Employment(models.Model):
    """A person at an organization over `[from_on, to_on)`.

    All that a roster says is held here, as the firm's claim: the person's own name and phone stay with the User,
    so one firm never overwrites what another firm, or the person, said. `version` grows with each change of the claim,
    so that an edit can say which one it saw; `name_key` and `search_words` follow from the claim (see staff_search).
    """

    public_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="employments")
    organization = models.ForeignKey("ecosystem.Organization", models.PROTECT, related_name="employments")
    department = models.ForeignKey(Department, models.PROTECT, null=True, blank=True, related_name="employments")
    kind = models.CharField(max_length=10, choices=EmploymentKind, default=EmploymentKind.PRIMARY)
    state = models.CharField(max_length=10, choices=EmploymentState, default=EmploymentState.PENDING)
    answered_at = models.DateTimeField(null=True)
    staff_no = models.CharField(_("staff number"), max_length=40, blank=True)
    claimed_name = models.CharField(_("name on the roster"), max_length=80)
    claimed_phone = models.CharField(_("phone on the roster"), max_length=20)
    work_email = models.EmailField(_("work e-mail"), blank=True)
    post = models.CharField(_("post"), max_length=80, blank=True)
    category = models.CharField(_("category"), max_length=20, choices=Category, blank=True)
    title = models.CharField(_("professional title"), max_length=40, blank=True)
    education = models.CharField(_("education"), max_length=20, choices=Education, blank=True)
    joined_on = models.DateField(_("joined the firm on"), null=True, blank=True)
    line_manager = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="reports")
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    name_key = models.CharField(max_length=200, blank=True, editable=False)
    search_words = models.TextField(blank=True, editable=False)
    search_tokens = models.GeneratedField(
        expression=Func(
            Func(
                F("search_words"), Value(" "), function="string_to_array", output_field=ArrayField(models.TextField())
            ),
            function="array_to_tsvector",
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(to_on=None) | Q(to_on__gte=F("from_on")), name="employment_period"),
            models.UniqueConstraint(
                fields=["organization", "person"], condition=Q(to_on=None), name="one_employment_per_firm"
            ),
            models.UniqueConstraint(
                fields=["organization", "staff_no"],
                condition=Q(to_on=None) & ~Q(staff_no=""),
                name="one_person_per_staff_number",
            ),
            models.UniqueConstraint(
                fields=["organization", "claimed_phone"], condition=Q(to_on=None), name="one_person_per_phone_and_firm"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "state"], name="employment_by_person"),
            *(
                models.Index(fields=["organization", *first, "name_key", "id"], include=ASKED_OF_LISTS, name=name)
                for name, first in (("employment_by_name", []), ("employment_by_department", ["department"]))
            ),
            models.Index(
                F("organization"),
                F("joined_on").desc(nulls_last=True),
                F("name_key"),
                F("id"),
                include=ASKED_OF_LISTS,
                name="employment_by_joining",
            ),
            models.Index(fields=["department"], condition=Q(to_on=None), name="employment_working"),
            GinIndex(fields=["search_tokens"], name="employment_search"),
        ]

    def __str__(self) -> str:
        return f"employment {self.pk}"

    def save(self, *args, **kwargs):
        self.follow_claim()
        super().save(*args, **kwargs)

    def follow_claim(self) -> None:
        """Write what follows from the claim; bulk writes call it for each row."""
        self.name_key = order_key(self.claimed_name)
        self.search_words = search_words(
            self.organization_id,
            name=self.claimed_name,
            staff_no=self.staff_no,
            phone=self.claimed_phone,
            post=self.post,
        )

    @property
    def is_pending(self) -> bool:
        """The person has not answered yet."""
        return self.state == EmploymentState.PENDING

    @property
    def is_confirmed(self) -> bool:
        return self.state == EmploymentState.CONFIRMED
