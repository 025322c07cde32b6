"""Working groups, meetings, decisions, actions and initiatives that two parties signed: data in, what follows out."""
