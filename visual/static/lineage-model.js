/* What is known of the lineage, what is open, and what is therefore shown. Touches no page. */
"use strict";

phahe.Model = class {
  constructor(data) {
    this.data = data;
    this.focus = data.focus;
    this.facts = new Set();     // "duties", "targets": cards below the lineage
    this.documents = new Map();   // all that were ever told: what is drawn may still be of before
    this.ways = new phahe.Ways(this);
    this.take();
    this.reset();
  }

  /* Takes in what the page was given: at first, and again when another filter is chosen. */
  take() {
    const { data } = this;
    this.kinds = new Set(data.choice.kinds);
    this.documents.set(data.focus, data.document);
    this.home = new Map();      // key of a carried plan -> key of the act it stands under
    this.carried = new Map();   // key of an act -> keys merged with it
    this.links = new Map();     // "source TYPE target" -> {id, source, type, target, evidence}
    this.near = new Map();      // side id -> {keys, next}: neighbours known, in order
    this.totals = new Map();    // side id -> how many neighbours there are
    this.matches = data.choice.filtered ? new phahe.Matches(this) : null;
    for (const answer of data.answers) (this.matches || this).absorb(answer);
  }

  reset() {
    this.facts.clear();
    this.ways.clear();
    // "upper|key", "lower|key" -> how many neighbours are shown
    this.open = new Map([[`upper|${this.focus}`, this.data.page], [`lower|${this.focus}`, this.data.page]]);
  }

  isDefault() {
    return !this.ways.key && this.facts.size === 0 && this.open.size === 2
      && this.open.get(`upper|${this.focus}`) === this.data.page
      && this.open.get(`lower|${this.focus}`) === this.data.page;
  }

  kindList() {
    return this.data.theme.relations.map((row) => row.type).filter((type) => this.kinds.has(type));
  }

  sideId(side, key, kinds = this.kindList()) {
    return `${side}|${key}|${kinds.join(",")}`;
  }

  /* Takes in an answer of /v1/documents/{key}/lineage; `only` "total" keeps just the count. */
  absorb(answer, only = "all") {
    const side = answer.direction === "ancestors" ? "upper" : "lower";
    const kinds = answer.kinds || answer.relations || ["IMPLEMENTS"];
    const root = answer.document.key;
    const first = answer.items.filter((item) => item.depth === 1).length;
    const last = answer.items[answer.items.length - 1];
    const whole = !answer.truncated || last.depth > 1;
    this.totals.set(this.sideId(side, root, kinds), answer.one_hop || !whole ? answer.total : first);
    if (only === "total") return;
    this.merge(answer.carriers || {});
    this.side(side, root, kinds).next = answer.one_hop ? answer.next : null;
    for (const item of answer.items) this.absorbItem(item, side, kinds);
  }

  /* Plans stand under the act that carries them. */
  merge(carriers) {
    for (const [act, parts] of Object.entries(carriers)) {
      this.carried.set(act, parts);
      for (const part of parts) this.home.set(part, act);
    }
  }

  absorbItem(item, side, kinds) {
    const key = item.document.key;
    this.remember(item);
    if (typeof item.further === "number") {
      this.totals.set(this.sideId(side, key, kinds), item.further);
    }
    for (const path of item.paths && item.paths.length ? item.paths : [item.path]) {
      const { keys } = this.side(side, path[path.length - 2], kinds);
      if (!keys.includes(key)) keys.push(key);
    }
  }

  /* Keeps a document and the lines that lead to it. */
  remember(item) {
    this.documents.set(item.document.key, item.document);
    for (const step of [...item.steps, ...(item.other_steps || [])]) {
      const source = this.home.get(step.source) || step.source;
      const target = this.home.get(step.target) || step.target;
      const id = `${source} ${step.type} ${target}`;
      if (source !== target) this.links.set(id, { id, source, type: step.type, target, evidence: step.evidence, said: step.evidence_total });
    }
  }

  side(side, key, kinds = this.kindList()) {
    const id = this.sideId(side, key, kinds);
    if (!this.near.has(id)) this.near.set(id, { keys: [], next: null });
    return this.near.get(id);
  }

  /* What is drawn: the ways to one document, or what passes a filter, else what is open; at most
     `cap` documents. */
  shown() {
    if (this.ways.key) return this.ways.shown();
    return this.matches ? this.matches.shown() : this.opened();
  }

  linksAmong(keys) {
    return [...this.links.values()].filter((link) =>
      this.kinds.has(link.type) && keys.has(link.source) && keys.has(link.target));
  }

  /* Documents reached from the focus through open sides. */
  opened() {
    const keys = new Set([this.focus]);
    const refused = new Set();
    for (let grown = true; grown;) {
      grown = false;
      for (const [id, amount] of this.open) {
        const [side, key] = id.split("|");
        if (!keys.has(key)) continue;
        for (const other of this.side(side, key).keys.slice(0, amount)) {
          if (keys.has(other)) continue;
          if (keys.size >= this.data.cap) {
            refused.add(other);
            continue;
          }
          keys.add(other);
          grown = true;
        }
      }
    }
    for (const id of this.open.keys()) {
      if (!keys.has(id.split("|")[1])) this.open.delete(id);
    }
    const links = this.linksAmong(keys);
    return { keys, links, pale: new Set(), refused: refused.size, sides: this.sides(keys, links), more: this.more(keys) };
  }

  /* For every shown document and side: is it open, how many neighbours are hidden (null: not known). */
  sides(keys, links) {
    const visible = new Map();
    const count = (side, key, other) => {
      const id = `${side}|${key}`;
      if (!visible.has(id)) visible.set(id, new Set());
      visible.get(id).add(other);
    };
    for (const link of links) {
      count("upper", link.source, link.target);
      count("lower", link.target, link.source);
    }
    const sides = new Map();
    for (const key of keys) {
      for (const side of ["upper", "lower"]) {
        const id = `${side}|${key}`;
        const seen = visible.has(id) ? visible.get(id).size : 0;
        const total = this.totals.get(this.sideId(side, key));
        const hidden = total === undefined ? null : Math.max(0, total - seen);
        sides.set(id, { open: this.open.has(id), seen, hidden, can: this.canOpen(side, key, total) });
      }
    }
    return sides;
  }

  canOpen(side, key, total) {
    if (this.data.service) return total !== 0;
    return this.side(side, key).keys.length > 0;
  }

  /* One card "còn N" for each open side that shows only a part of its neighbours. */
  more(keys) {
    const cards = [];
    for (const [id, amount] of this.open) {
      const [side, key] = id.split("|");
      const total = this.totals.get(this.sideId(side, key)) || 0;
      const have = Math.min(amount, this.side(side, key).keys.length);
      if (keys.has(key) && have > 0 && total > have && keys.size < this.data.cap) {
        cards.push({ id: `more|${id}`, side, key, left: total - have });
      }
    }
    return cards;
  }

  /* Documents in the order of the server: level, folded province, date, key. */
  ranked(keys) {
    const levels = new Map(this.data.theme.levels.map((row, index) => [row.level, index]));
    const rank = (key) => {
      const doc = this.documents.get(key);
      return [
        levels.get(doc.level || "unknown"), phahe.fold(doc.province || ""), doc.issue_date || "", key,
      ];
    };
    const ranks = new Map([...keys].map((key) => [key, rank(key)]));
    return [...keys].sort((a, b) => {
      const [x, y] = [ranks.get(a), ranks.get(b)];
      const at = x.findIndex((value, index) => value !== y[index]);
      return at < 0 ? 0 : x[at] < y[at] ? -1 : 1;
    });
  }

  /* The state of the view in an address: which sides are open, how far, and which facts; filters
     stand in its query. */
  toHash() {
    if (this.isDefault()) return "";
    const open = [...this.open].map(([id, amount]) => {
      const [side, key] = id.split("|");
      return `${side[0]}:${key}${amount === this.data.page ? "" : `~${amount}`}`;
    });
    const facts = this.facts.size ? `;facts=${[...this.facts].sort().join(",")}` : "";
    return `#graph;open=${open.join(",")}${facts}${this.ways.key ? `;path=${this.ways.key}` : ""}`;
  }

  fromHash(hash) {
    const found = /^#graph(?:;kinds=([A-Z_,]*))?;open=([a-z0-9:.~,-]*)(?:;facts=([a-z,]*))?(?:;path=([a-z0-9.-]+))?$/.exec(hash);
    if (!found) return false;
    this.ways.clear();
    this.wanted = found[4] || null;   // the document whose ways are to be asked for
    this.facts.clear();
    for (const kind of (found[3] || "").split(",")) {
      if (this.data.theme.facts.some((row) => row.kind === kind)) this.facts.add(kind);
    }
    this.open = new Map();
    for (const part of found[2].split(",")) {
      const side = /^([ul]):([a-z0-9.-]+)(?:~(\d{1,4}))?$/.exec(part);
      if (side) {
        const amount = Math.min(Number(side[3] || this.data.page), this.data.cap);
        this.open.set(`${side[1] === "u" ? "upper" : "lower"}|${side[2]}`, amount);
      }
    }
    return true;
  }
};

/* As loaders.folding.fold, for the names that rank documents. */
phahe.fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[đĐðÐ]/g, "d").toLowerCase().replace(/[^0-9a-z%‰]+/g, " ").trim();
