"""What comes from a team: its members, what arrived and from whom (`inbox`), the merge, what stands in conflict."""
