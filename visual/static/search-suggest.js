/* Suggestions below a search field: documents that fit what is typed, from the service. Without
   this script the field is a plain search. The pattern is the ARIA combobox with a list box. */
"use strict";

(() => {
  const PAUSE = 180;
  const MOST = 8;

  class Suggest {
    constructor(input) {
      this.input = input;
      this.list = document.getElementById(input.getAttribute("aria-controls"));
      this.state = this.list.parentElement.querySelector("[role=status]");
      this.at = -1;
      this.asked = "";
      this.timer = 0;
      this.waiting = null;
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-expanded", "false");
      input.setAttribute("aria-autocomplete", "list");
      input.addEventListener("input", () => this.later());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      // The field keeps the focus while an entry is pressed.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
    }

    later() {
      this.mark(-1);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    async ask() {
      const words = this.input.value.trim();
      if (this.waiting) this.waiting.abort();
      this.asked = words;
      if (words.length < 2) return this.close();
      this.waiting = new AbortController();
      try {
        const query = new URLSearchParams({ q: words, limit: MOST });
        const answer = await fetch(`/v1/search?${query}`, {
          headers: { accept: "application/json" }, signal: this.waiting.signal,
        });
        const found = answer.ok ? await answer.json() : { items: [] };
        // Who is choosing already keeps the list that is shown.
        const free = this.at < 0 && document.activeElement === this.input;
        if (words === this.asked && free) this.show(found.items);
      } catch {
        // Given up for newer words, or no answer: the plain search is still there.
      }
      return undefined;
    }

    show(documents) {
      this.list.replaceChildren(...documents.map((one, at) => this.entry(one, at)));
      this.state.textContent = this.state.dataset.count.replace("{count}", documents.length);
      this.open(documents.length > 0);
      this.mark(-1);
    }

    entry(one, at) {
      const name = document.createElement("bdi");
      name.className = "number";
      name.textContent = one.number || one.type || one.key;
      const told = document.createElement("bdi");
      told.className = "told";
      const day = (one.issue_date || "").split("-").reverse().join("/");
      told.textContent = [day, one.title || one.issuer].filter(Boolean).join(" · ");
      const link = document.createElement("a");
      link.href = `/documents/${encodeURIComponent(one.key)}`;
      link.tabIndex = -1;
      link.append(name, " ", told);
      const row = document.createElement("li");
      row.id = `${this.list.id}-${at}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.append(link);
      return row;
    }

    mark(at) {
      this.at = at;
      [...this.list.children].forEach((row, place) => row.setAttribute("aria-selected", String(place === at)));
      const row = this.list.children[at];
      if (row) {
        this.input.setAttribute("aria-activedescendant", row.id);
        row.scrollIntoView({ block: "nearest" });
      } else this.input.removeAttribute("aria-activedescendant");
    }

    open(on) {
      this.list.hidden = !on;
      this.input.setAttribute("aria-expanded", String(on));
    }

    close() {
      clearTimeout(this.timer);
      this.asked = "";
      this.open(false);
      this.mark(-1);
    }

    key(event) {
      const count = this.list.hidden ? 0 : this.list.children.length;
      if (event.key === "Escape" && count) {
        event.preventDefault();
        this.close();
      } else if (event.key === "Enter" && this.at >= 0) {
        event.preventDefault();
        location.assign(this.list.children[this.at].querySelector("a").href);
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
        event.preventDefault();
        // One place more than there are entries: the field itself.
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.mark(((this.at + 1 + step + count + 1) % (count + 1)) - 1);
      } else if (event.key === "ArrowDown") this.ask();
    }
  }

  for (const input of document.querySelectorAll("input[data-suggest]")) new Suggest(input);
})();
