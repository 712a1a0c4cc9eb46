"""What the course costs: disk, seconds and memory, measured in one command and held to budgets."""
