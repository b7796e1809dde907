from ecosystem.models.announcements import Announcement, AnnouncementReceipt
from ecosystem.models.applications import OrganizationApplication
from ecosystem.models.chains import Chain, ChainPosition, Ecosystem, Field
from ecosystem.models.employments import Department, Employment
from ecosystem.models.events import EmploymentEvent
from ecosystem.models.joining import CorrectionRequest, Invitation, InvitationLink, JoinRequest
from ecosystem.models.organizations import Organization, OrganizationGroup
from ecosystem.models.roles import Role

__all__ = [
    "Announcement",
    "AnnouncementReceipt",
    "Chain",
    "ChainPosition",
    "CorrectionRequest",
    "Department",
    "Ecosystem",
    "Employment",
    "EmploymentEvent",
    "Field",
    "Invitation",
    "InvitationLink",
    "JoinRequest",
    "Organization",
    "OrganizationApplication",
    "OrganizationGroup",
    "Role",
]
