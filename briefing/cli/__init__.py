"""The command line: wires doors, maps errors to exit codes, reads the clock. The only user of click."""
