"""Receivers of AIS: how their sentences come in, what waits, what a flood sheds, and the process that takes it all."""
