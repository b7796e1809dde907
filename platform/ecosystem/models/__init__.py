from ecosystem.models.chains import Chain, ChainPosition, Ecosystem, Field
from ecosystem.models.employments import Department, Employment
from ecosystem.models.organizations import Organization, OrganizationGroup
from ecosystem.models.roles import Role

__all__ = [
    "Chain",
    "ChainPosition",
    "Department",
    "Ecosystem",
    "Employment",
    "Field",
    "Organization",
    "OrganizationGroup",
    "Role",
]
