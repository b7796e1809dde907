from talent_pool.people.models.claims import SkillClaim, UnknownSkill
from talent_pool.people.models.imports import RosterImport, RosterRow, RosterWord
from talent_pool.people.models.leavers import LeaverProposal

__all__ = ["LeaverProposal", "RosterImport", "RosterRow", "RosterWord", "SkillClaim", "UnknownSkill"]
