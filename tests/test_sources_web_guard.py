"""No address inside a network is ever connected to, whatever its name says."""

from __future__ import annotations

import socket

import pytest

from briefing.sources.refusal import Refusal
from briefing.sources.web.addresses import is_public
from briefing.sources.web.client import Web

INSIDE = """
127.0.0.1 127.1.2.3 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 172.16.0.1
172.31.255.255 192.168.0.1 192.168.255.255 169.254.0.1 169.254.169.254 169.254.170.2 100.64.0.1
100.100.100.200 100.127.255.255 192.0.0.1 192.0.0.192 192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1
198.19.255.255 192.88.99.1 168.63.129.16 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
192.31.196.1 192.52.193.1 192.175.48.1 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
::ffff:169.254.169.254 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
2002:7f00:1:: 2002:a00:1:: 2002:c0a8:101:: 2001::1 2001:0:4136:e378:8000:63bf:80ff:fffe 2001:db8::1
3fff::1 5f00::1 100::1 fc00::1 fd00::1 fd00:ec2::254 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1
ff02::1 ff05::2 nowhere 127.1 0x7f000001 2130706433 1.2.3.4.5
""".split()


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_that_leads_inside_is_never_reached(address: str) -> None:
    """A listener stands behind whatever the name resolves to: it hears nothing."""
    assert not is_public(address)
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0)
        web = Web(max_bytes=1_000, resolve=lambda host, port: [address])
        found = web.fetch(f"http://trap.example:{canary.getsockname()[1]}/")
        web.close()
        assert isinstance(found, Refusal)
        assert found.why == "blocked_address"
        with pytest.raises(BlockingIOError):
            canary.accept()


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


def test_one_address_inside_among_several_is_enough_to_refuse() -> None:
    web = Web(max_bytes=1_000, resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    found = web.fetch("http://mixed.example/")
    web.close()
    assert isinstance(found, Refusal)
    assert found.why == "blocked_address"
