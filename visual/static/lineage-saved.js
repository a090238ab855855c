/* The filters of a page that was saved as a file and has no service to ask: what passes is found
   among the lineages that were written into it, by the rules of queries/sieve.py. */
"use strict";

phahe.SavedFilters = class extends phahe.Filters {
  constructor(form, acts, data, text) {
    super(form, acts);
    this.text = text;
    this.written = { answers: data.answers, choice: data.choice };
    form.closest("details").hidden = false;
  }

  all() {
    this.form.reset();
    return this.chosen();
  }

  chosen() {
    if (!this.form.reportValidity()) return Promise.resolve();
    const passes = this.passing();
    const answers = this.written.answers.map((answer) => passes ? phahe.sifted(answer, passes) : answer);
    const filtered = Boolean(passes) || this.written.choice.filtered;
    this.clear.hidden = !passes;
    for (const answer of answers) this.list(answer, passes);
    const asked = this.asked();
    return this.acts.change(() => this.acts.renew({ answers, choice: { ...this.written.choice, filtered, asked } }));
  }

  /* What the file was written with and what the form adds to it, for the notes of a picture. */
  asked() {
    const said = new URLSearchParams(this.written.choice.asked);
    for (const name of new Set(new FormData(this.form).keys())) {
      const values = new FormData(this.form).getAll(name).filter((value) => value.trim());
      if (values.length) said.delete(name);
      for (const value of values) said.append(name, name === "from" || name === "until" ? phahe.day(value) : value);
    }
    return String(said);
  }

  /* What the form lets through, as a test of a document; null where it is everything. */
  passing() {
    const asked = new FormData(this.form);
    const levels = asked.getAll("level");
    const place = phahe.fold(asked.get("province"));
    const [from, until] = [phahe.day(asked.get("from")), phahe.day(asked.get("until"))];
    if (!levels.length && !place && !from && !until) return null;
    return ({ level, province, issue_date: date }) =>
      (!levels.length || levels.includes(level || "unknown"))
      && (!place || phahe.fold(province || "") === place)
      && ((!from && !until) || Boolean(date))
      && (!from || phahe.edge(date, "01") >= phahe.edge(from, "01"))
      && (!until || phahe.edge(date, "01") <= phahe.edge(until, "99"));
  }

  /* Shows the rows of a table that pass, and says how many these are. */
  list(answer, passes) {
    const table = document.getElementById(answer.direction);
    const kept = new Set(answer.items.map((item) => item.document.key));
    for (const group of table.querySelectorAll("tbody")) {
      const rows = [...group.querySelectorAll("[data-key]")];
      for (const row of rows) row.hidden = !kept.has(row.dataset.key);
      const count = rows.filter((row) => !row.hidden).length;
      group.hidden = !count;
      group.querySelector(".group .n").textContent = this.text("graph.rows", { count: phahe.count(count) });
    }
    const said = table.querySelector("[data-kept]");
    said.hidden = !passes;
    const all = answer.items.length + (passes ? answer.filtered_out : 0);
    said.textContent = this.text("graph.filter_keeps", { kept: phahe.count(kept.size), all: phahe.count(all) });
  }
};

/* A page of a lineage with the items that pass, and between them what stands on their ways. */
phahe.sifted = (answer, passes) => {
  const items = answer.items.filter((item) => passes(item.document));
  const held = new Set(items.map((item) => item.document.key));
  const ways = new Set(items.flatMap((item) => [...item.paths.flat(), ...item.path]));
  const between = [...answer.items, ...answer.between]
    .filter(({ document: { key } }) => ways.has(key) && !held.has(key));
  const left = answer.items.length - items.length;
  return { ...answer, items, between, total: items.length, filtered_out: left, truncated: false, next: null };
};

/* A day as it is typed or as ISO has it, possibly partial: as ISO has it; "" for none. */
phahe.day = (typed) => {
  if (!typed.trim()) return "";
  const parts = typed.trim().split(/[/.-]/).map((part) => part.padStart(2, "0"));
  return (parts[0].length === 4 ? parts : parts.reverse()).join("-");
};

/* A partial date as a day that is not before, or not after, any of its days. */
phahe.edge = (date, day) => (date.length === 4 ? `${date}-${day}-${day}` : date.length === 7 ? `${date}-${day}` : date);
