"""A real Postfix of its own: STARTTLS and login on a high port, mail kept in a Maildir."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from mail_servers import PASSWORD, USER, Certificate, free_port

DOMAIN = "tide.example"
_DAEMONS = Path("/usr/lib/postfix/sbin")
_PROGRAMS = "/usr/sbin:/usr/bin"
_MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = {daemons}
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.{domain}
mydestination =
mynetworks =
local_recipient_maps =
alias_maps =
virtual_mailbox_domains = {domain}
virtual_mailbox_maps = inline:{{ {{ reader@{domain} = reader/ }} }}
virtual_mailbox_base = {folder}/kept
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {certificate.file}
smtpd_tls_key_file = {certificate.key}
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_local_domain = {domain}
cyrus_sasl_config_path = {folder}/sasl
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
"""
_SERVICES = """\
127.0.0.1:{port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
"""
_SASL = """\
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {folder}/sasldb2
mech_list: PLAIN LOGIN
"""


@dataclass(frozen=True)
class Postfix:
    """A running Postfix; it keeps the mail of `reader@tide.example` alone."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"smtp://{USER}%40{DOMAIN}@localhost:{self.port}"

    def kept(self, count: int, seconds: float = 20.0) -> list[bytes]:
        """The messages in the Maildir, oldest first, as soon as there are so many."""
        end = time.monotonic() + seconds
        while True:
            found = sorted(
                (self.folder / "kept/reader/new").glob("*"), key=lambda file: file.stat().st_mtime_ns
            )
            if len(found) >= count:
                return [file.read_bytes() for file in found]
            if time.monotonic() > end:
                pytest.fail(
                    f"{len(found)} of {count} messages came: " + (self.folder / "log").read_text()[-3000:]
                )
            time.sleep(0.02)  # it delivers when it does, and tells nobody


@contextmanager
def running() -> Iterator[Postfix]:
    """A Postfix from its start to its end; skips where there is none that can be run."""
    missing = [name for name in ("postfix", "saslpasswd2") if not Path(_program(name)).is_file()]
    if missing or os.geteuid() != 0:
        pytest.skip(f"needs root, and Debian's postfix, libsasl2-modules and sasl2-bin (missing: {missing})")
    # Not pytest's folder, which only its owner may enter: Postfix works as a user of its own.
    folder = Path(tempfile.mkdtemp(prefix="briefing-postfix-"))
    try:
        server = Postfix(folder, free_port())
        _furnish(server)
        _postfix(folder, "start")
        try:
            with socket.create_connection(("127.0.0.1", server.port), 10):
                pass
            yield server
        finally:
            _postfix(folder, "stop")
    finally:
        shutil.rmtree(folder)


def _furnish(server: Postfix) -> None:
    folder, owner = server.folder, pwd.getpwnam("postfix")
    folder.chmod(0o755)
    for name in ("queue", "data", "kept", "sasl"):
        (folder / name).mkdir()
    for name in ("data", "kept"):
        os.chown(folder / name, owner.pw_uid, owner.pw_gid)
    words = {"folder": folder, "daemons": _DAEMONS, "domain": DOMAIN, "port": server.port}
    certificate = Certificate.made(folder)
    (folder / "main.cf").write_text(
        _MAIN.format(**words, uid=owner.pw_uid, gid=owner.pw_gid, certificate=certificate)
    )
    (folder / "master.cf").write_text(_SERVICES.format(**words))
    (folder / "sasl/smtpd.conf").write_text(_SASL.format(**words))
    subprocess.run(
        [_program("saslpasswd2"), "-c", "-p", "-f", str(folder / "sasldb2"), "-u", DOMAIN, USER],
        input=PASSWORD.encode(),
        check=True,
    )
    os.chown(folder / "sasldb2", owner.pw_uid, owner.pw_gid)


def _program(name: str) -> str:
    return shutil.which(name, path=_PROGRAMS) or name


def _postfix(folder: Path, verb: str) -> None:
    # Its daemons inherit what it was given: of a pipe the caller would never see the end.
    done = subprocess.run(
        [_program("postfix"), "-c", str(folder), verb],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        log = folder / "log"
        pytest.fail(f"postfix {verb} ended with {done.returncode}: {log.read_text() if log.exists() else ''}")
