"""How the house reaches a person: messages in the bell, texts to the phone.

kinds.register("ecosystem.announcement", title=_("New announcement"), text="%(title)s", words=("title",))
actions.send(person_id=7, kind="ecosystem.announcement", key="announcement:3", url="/…/", at=now, title="放假安排")
texts.leave(person_id=7, kind="ecosystem.invitation", ref_id=12, at=now)
"""
