"""Which addresses of the network may be reached: public ones, and nothing that leads back inside."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_COMPATIBLE = IPv6Network("::/96")
_TRANSLATED = IPv6Network("::ffff:0:0:0/96")
_SPECIAL = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.31.196.0/24",
        "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fec0::/10",
    )
)  # fmt: skip
"""Beyond what `is_global` knows: shared and test ranges, relays, a cloud's metadata, old site-local ones."""


def is_public(address: str) -> bool:
    """Whether the literal address is one of the open internet's; False for what is no address.

    An IPv4 address inside an IPv6 one (mapped, translated, compatible, 6to4, Teredo, NAT64) is judged too.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(_is_open(one) for one in (found, *_inside(found)))


def _is_open(address: IPv4Address | IPv6Address) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in block for block in _SPECIAL if block.version == address.version)


def _inside(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The IPv4 addresses that this one stands for."""
    if isinstance(address, IPv4Address):
        return []
    found = [a for a in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())) if a]
    if any(address in block for block in (*_NAT64, _COMPATIBLE, _TRANSLATED)):
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return found
