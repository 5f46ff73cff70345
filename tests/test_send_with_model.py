"""`briefing send` with a model: what it costs, what is said when it is down, what is made again offline."""

from __future__ import annotations

from chaos import Chaos, Exchange
from honest import honest
from postoffice import PostOffice
from runs import STORIES, Outcome, Program


def send(program: Program, post: PostOffice, url: str) -> Outcome:
    program.environment("OPENAI_API_KEY", "secret-key")
    (program.folder / "mail.toml").write_text(
        f'model = "any"\nbase_url = "{url}"\napi_key_env = "OPENAI_API_KEY"\n[[sources]]\npath = "news"\n'
        f'[mail]\nfrom = "brief@example.org"\nto = ["anna@example.org"]\nsmtp = "{post.url}"\n'
    )
    return program("send", "-c", "mail.toml")


def tell(program: Program, *names: str) -> None:
    (program.folder / "news").mkdir(exist_ok=True)
    program.write({f"news/{name}": STORIES[name] for name in names})


def second_line(post: PostOffice) -> str:
    body = post.messages[-1].get_body(("plain",))
    assert body
    return str(body.get_content()).splitlines()[1]


def test_a_second_run_the_same_morning_asks_nothing_and_sends_nothing(program: Program) -> None:
    tell(program, "ferry-a.txt", "ferry-b.txt")
    with PostOffice() as post, Chaos(honest) as server:
        assert send(program, post, server.url).code == 0
        asked = len(server.requests)
        assert asked > 0
        assert send(program, post, server.url).code == 4
        assert (len(server.requests), len(post.messages)) == (asked, 1)


def test_where_the_model_is_down_the_brief_goes_out_and_its_second_line_says_so(program: Program) -> None:
    def down(exchange: Exchange) -> None:
        exchange.send(500, b"{}")

    tell(program, "ferry-a.txt", "ferry-b.txt")
    with PostOffice() as post, Chaos(down) as server:
        assert send(program, post, server.url).code == 3
    assert len(post.messages) == 1
    assert "model" in second_line(post)


def test_a_wrong_key_costs_one_call_and_the_brief_goes_out(program: Program) -> None:
    def unknown(exchange: Exchange) -> None:
        exchange.send(401, b'{"error": {"message": "Incorrect API key", "code": "invalid_api_key"}}')

    tell(program, "ferry-a.txt", "ferry-b.txt", "vote.txt")
    with PostOffice() as post, Chaos(unknown) as server:
        done = send(program, post, server.url)
        assert (done.code, len(server.requests)) == (3, 1)
    assert len(post.messages) == 1
    assert "secret-key" not in done.err + str(post.messages[0])


def test_the_second_morning_s_brief_is_made_again_with_what_the_first_one_told(program: Program) -> None:
    with PostOffice() as post, Chaos(honest) as server:
        tell(program, "ferry-a.txt")
        assert send(program, post, server.url).code == 0
        tell(program, "ferry-b.txt", "vote.txt")
        assert send(program, post, server.url).code == 0
    brief = program("show", "2", "-f", "json")
    (program.folder / "brief.json").write_text(brief.out)
    again = program("check", "brief.json", "--replay")
    assert "the same, byte for byte" in again.err
    assert again.code == 0
