"""One service per kind of work: each loads, calls the rooms, and saves; services never call one another."""
