"use strict";
// Each number opens its sentence in its source, beside the brief. Without this script it leads to the evidence.
(() => {
  const $ = (id) => document.getElementById(id);
  const brief = $("brief"), pane = $("pane"), title = $("pane-title"), body = $("pane-body");
  const numbers = [...brief.querySelectorAll("a[data-cite]")];
  const last = Math.max(0, ...numbers.map((link) => Number(link.dataset.cite)));
  let opener = null, current = 0;

  const inText = (n) => brief.querySelector(`.source mark[data-cited~="${n}"]`);

  /** Opens citation n from the link that leads to it; false where its source has no text to show. */
  function open(n, link) {
    const mark = inText(n);
    if (!mark) return false;
    const source = mark.closest(".source");
    const copies = (names) => [...source.querySelectorAll(names)].map((part) => part.cloneNode(true));
    $("pane-source").replaceChildren(...copies(".imprint, .strip"));
    body.replaceChildren(...copies(".words"));
    body.querySelectorAll("a[id]").forEach((anchor) => anchor.remove());
    body.lang = source.lang;
    const here = [...pane.querySelectorAll(`[data-cited~="${n}"]`)];
    here.forEach((part) => part.classList.add("on"));
    title.textContent = `[${n}] ${source.querySelector("h3").textContent}`;
    if (opener) opener.removeAttribute("aria-current");
    opener = link;
    current = n;
    opener.setAttribute("aria-current", "true");
    pane.hidden = false;
    $("previous").disabled = !step(-1);
    $("next").disabled = !step(1);
    const first = here.find((part) => part.localName === "mark");
    first.id = "here";
    title.setAttribute("aria-describedby", "here");
    const offset = first.getBoundingClientRect().top - body.getBoundingClientRect().top;
    body.scrollTop += offset - body.clientHeight / 3;
    title.focus({ preventScroll: true });
    reveal();
    return true;
  }

  /** The nearest number before or after the current one that can be opened, or 0. */
  function step(by) {
    for (let n = current + by; n > 0 && n <= last; n += by) if (inText(n)) return n;
    return 0;
  }

  /** Keeps the number that is open in sight: a pane at the bottom may cover it. */
  function reveal() {
    const at = opener.getBoundingClientRect();
    const beside = pane.getBoundingClientRect().left > 0;
    const end = beside ? innerHeight : pane.getBoundingClientRect().top;
    if (at.top < 0 || at.bottom > end) scrollBy(0, at.top - end / 2);
  }

  function close() {
    if (pane.hidden) return;
    pane.hidden = true;
    opener.removeAttribute("aria-current");
    opener.focus({ preventScroll: true });
  }

  function walk(by) {
    const n = step(by);
    if (n) open(n, numbers.find((link) => Number(link.dataset.cite) === n));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-cite]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (open(Number(link.dataset.cite), link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  $("close").addEventListener("click", close);
  $("previous").addEventListener("click", () => walk(-1));
  $("next").addEventListener("click", () => walk(1));

  // The contents: folded where they stand above the brief, and showing where the reader is.
  const contents = document.querySelector(".contents details");
  if (matchMedia("(max-width: 87.99rem)").matches) contents.open = false;
  const entries = new Map(
    [...contents.querySelectorAll("a")].map((link) => [link.getAttribute("href").slice(1), link]),
  );
  const watch = new IntersectionObserver(
    (seen) => seen.forEach((part) => {
      const link = entries.get(part.target.id);
      if (part.isIntersecting) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }),
    { rootMargin: "-20% 0px -79% 0px" },
  );
  entries.forEach((_, id) => watch.observe($(id)));

  // On paper each section has its own notes; without this script they stand at the end.
  addEventListener("beforeprint", () => {
    for (const section of brief.querySelectorAll(".row:not(#evidence)")) {
      const cited = new Set([...section.querySelectorAll("a[data-cite]")].map((link) => link.dataset.cite));
      if (!cited.size) continue;
      const notes = document.createElement("ul");
      notes.className = "evidence notes beside";
      for (const n of [...cited].sort((a, b) => a - b)) {
        const note = $(`c${n}`).cloneNode(true);
        note.removeAttribute("id");
        notes.append(note);
      }
      section.append(notes);
    }
    document.body.classList.add("noted");
  });
  addEventListener("afterprint", () => {
    brief.querySelectorAll(".notes").forEach((notes) => notes.remove());
    document.body.classList.remove("noted");
  });
})();
