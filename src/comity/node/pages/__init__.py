"""What the console's pages show, read from the record, the exchange and the cases; nothing here is written."""
