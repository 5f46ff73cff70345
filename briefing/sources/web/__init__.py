"""The way to the network: public addresses only, as a host's robots.txt allows, within a time and a size."""
