"""What may bring a secret out: one scene each, from a wrong key to a defect in the program."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from unittest.mock import patch

import chaos
from chaos import Chaos, Exchange
from loopback import Site, moves, sends, serving
from misbehaviours import cuts

from briefing import pipeline

from .houses import FEED, KEY, MODEL, PASSWORD, PROXY, SMTP, SOURCE, TOKEN, House, nameless, post

_ITEM = "<item><title>A bridge closes</title><link>{}</link><description>{}</description></item>"
_LONG = (
    "The council of Varn closed the Long Bridge to lorries on Tuesday. Engineers found cracks in two piers. "
    "The bridge will stay open to cars until the repairs begin in May, the mayor said. "
) * 12


def _rss(link: str, text: str = _LONG) -> bytes:
    return (
        f'<rss version="2.0"><channel><title>Varn</title>{_ITEM.format(link, text)}</channel></rss>'.encode()
    )


def _echoes(status: int) -> chaos.Answer:
    """A server that repeats every header it was sent, as gateways under repair do."""

    def answer(exchange: Exchange) -> None:
        heard = " ".join(f"{name}: {value}" for name, value in exchange.headers.items())
        body = chaos.chat(heard) if status == 200 else {"error": {"message": heard, "type": "error"}}
        exchange.send(status, json.dumps(body).encode())

    return answer


def _model(answer: chaos.Answer) -> Callable[[House], None]:
    def scene(house: House) -> None:
        with Chaos(answer) as server:
            config = house.configured(house.model(server.url))
            for command in ("make", "doctor"):
                house.run(command, "-v", "-c", config)
            house.run("make", "-v", "-c", config, "-f", "json", "--with-text", "-o", "brief.json")
            assert any(KEY in headers["authorization"] for headers in server.headers), "no key was sent"
        house.run("show", "-f", "html")
        house.run("show", "--list", "-v")
        house.run("check", "-v", "brief.json")

    return scene


def _feed(site: Site) -> Callable[[House], None]:
    """A feed under an address with a token, made, examined and mailed."""

    def scene(house: House) -> None:
        asked: list[str] = []

        def noted(path: str) -> object:
            asked.append(path)
            return site(path)

        with serving(noted) as host, post(house) as port:  # type: ignore[arg-type]
            url = f"{host}/feed?format=rss&access_token={TOKEN}"
            config = house.configured(sources=f'url = "{url}"', mail=house.mail(port))
            house.run_all(config)
            house.run("make", "-v", url, "../news", "--plan")
            house.run("send", "-v", "-c", config, url)
            house.run("make", "-v", "-c", config, house.listed(url))
        assert any(TOKEN in path for path in asked), "the feed was not asked for"

    return scene


def _mail(login: str = "235 welcome", **answers: str) -> Callable[[House], None]:
    def scene(house: House) -> None:
        with post(house, login, **answers) as port:
            config = house.configured(mail=house.mail(port))
        with post(house, login, **answers) as port:
            config = house.configured(mail=house.mail(port))
            house.run_all(config)
            house.run("send", "-v", "--resume", "-c", config)
        house.run_all(config)  # nobody listens any more

    return scene


def source_with_a_user(house: House) -> None:
    """On the command line, in a configuration, behind a feed's link and behind a redirect."""
    with serving(lambda path: _rss("/page") if path == "/feed" else None) as host:
        given = host.replace("//", f"//ada:{SOURCE}@") + "/feed"
        house.run("make", "-v", given, "../news")
        house.run("make", "-v", given)
        house.run("init", "-v", given)
        with post(house) as port:
            house.run("send", "-v", "-c", house.configured(mail=house.mail(port)), given, "../news")
        feed = host.replace("//", f"//ada:{FEED}@") + "/feed"
        for command in ("make", "doctor", "send", "schedule", "show"):
            house.run(command, "-v", "-c", house.configured(sources=f'url = "{feed}"'))
        house.run("make", "-v", house.listed(feed), "../news")
    with serving(lambda path: moves(f"http://ada:{FEED}@127.0.0.1:1/") if path == "/feed" else None) as host:
        house.run_all(house.configured(sources=f'url = "{host}/feed"'))


def addresses_with_a_password(house: House) -> None:
    """The model's, by file and environment, and the mail server's."""
    url = f"http://ada:{MODEL}@127.0.0.1:1/v1"
    for command in ("make", "doctor", "schedule"):
        house.run(command, "-v", "-c", house.configured(house.model(url)))
        for variable in ("BRIEFING_BASE_URL", "OPENAI_BASE_URL"):
            house.run(command, "-v", "-c", house.configured(), **{variable: url, "BRIEFING_MODEL": "tide"})
    for text in (f'smtp = "smtp://ada:{SMTP}@127.0.0.1:1"', f'smtp = "smtps://{SMTP}:{SMTP}@["'):
        house.run_all(house.configured(mail=text))


def proxy_with_a_password(house: House) -> None:
    """A proxy that does not answer, between us and a model that is not on this machine."""
    proxy = f"http://ada:{PROXY}@127.0.0.1:1"
    with post(house) as port:
        config = house.configured(house.model("http://model.tide.invalid/v1"), mail=house.mail(port))
        for command in ("make", "doctor", "schedule", "send"):
            house.run(command, "-v", "-c", config, HTTP_PROXY=proxy, HTTPS_PROXY=proxy, ALL_PROXY=proxy)


def secret_in_the_wrong_place(house: House) -> None:
    """Written where its place belongs, under a key that is none, in a file that is no TOML."""
    for text in (
        f'model = "tide"\napi_key_env = "{KEY}"',
        f'model = "tide"\napi_key_file = "{KEY}"',
        f'model = "tide"\napi_key_command = "{KEY}"',
        f'api_key = "{KEY}"',
        f'api_key_env = "{KEY}',
        f'base_url = "{KEY}"',
    ):
        house.run_all(house.configured(text))
    for text in (f'smtp = "{SMTP}"', f'smtp = "smtp://127.0.0.1:1"\npassword_env = "{PASSWORD}"'):
        house.run_all(house.configured(mail=text))
    house.run("make", "-v", "../news", BRIEFING_API_KEY=f"{KEY}\nX: y", BRIEFING_MODEL="tide")
    house.run("make", "-v", "../news", OPENAI_BASE_URL=KEY, BRIEFING_MODEL="tide")


def defect(house: House) -> None:
    """The program breaks where it holds everything; the traceback is kept for a report."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("invented")

    with post(house) as port, Chaos(chaos.says("{}")) as server:
        config = house.configured(house.model(server.url), mail=house.mail(port))
        with patch.object(pipeline, "make", broken):
            house.run("make", "-v", "-c", config)
            house.run("send", "-v", "-c", config)
    assert (house.folder / "state" / "last-error.txt").is_file()


def names_unknown(house: House) -> None:
    """No name of the network is known: neither that of a feed with a token, nor that with a user."""
    with nameless():
        house.run_all(house.configured(sources=f'url = "https://feed.tide.invalid/f?key={TOKEN}"'))
        house.run(
            "make", "-v", f"https://ada:{SOURCE}@feed.tide.invalid/f", f"https://tide.invalid/?token={TOKEN}"
        )


_PAGE = sends(_LONG.encode(), Content_Type="text/plain")
SCENES: Mapping[str, Callable[[House], None]] = {
    "wrong_key": _model(_echoes(401)),
    "model_refuses": _model(_echoes(400)),
    "model_fails": _model(_echoes(500)),
    "model_repeats": _model(_echoes(200)),
    "model_cut_off": _model(cuts),
    "feed": _feed(lambda path: _rss("/page?token=" + TOKEN) if "feed" in path else None),
    "feed_of_links": _feed(lambda path: _rss("/p?token=" + TOKEN, "x") if "feed" in path else _PAGE),
    "feed_not_found": _feed(lambda _: None),
    "feed_forbidden": _feed(lambda path: sends(path.encode(), 403)),
    "feed_no_feed": _feed(lambda _: b"<rss>"),
    "feed_moves": _feed(lambda path: moves(f"{path}&again=1") if path != "/robots.txt" else None),
    "names_unknown": names_unknown,
    "source_with_a_user": source_with_a_user,
    "addresses_with_a_password": addresses_with_a_password,
    "proxy_with_a_password": proxy_with_a_password,
    "secret_in_the_wrong_place": secret_in_the_wrong_place,
    "mail": _mail(),
    "wrong_password": _mail(f"535 no: {PASSWORD}"),
    "login_later": _mail(f"454 later, {PASSWORD}"),
    "reader_refused": _mail(RCPT=f"550 {PASSWORD} is unknown here"),
    "content_refused": _mail(dot=f"554 {PASSWORD}"),
    "defect": defect,
}
