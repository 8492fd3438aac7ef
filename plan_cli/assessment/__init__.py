"""The yearly assessment by the notice's own rules, with the working; see `docs/assessment.md`."""
