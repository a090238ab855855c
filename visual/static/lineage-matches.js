/* The documents that pass a filter, at whatever step, with those on their ways, which are drawn
   pale. Takes the place of what is open while a filter is on. */
"use strict";

phahe.Matches = class {
  constructor(model) {
    this.model = model;
    this.sides = new Map();   // "upper", "lower" -> {keys, next, total, left}
    this.ways = new Map();    // key -> paths from the focus
  }

  /* Takes in a page of /v1/documents/{focus}/lineage with filters. */
  absorb(answer) {
    const side = answer.direction === "ancestors" ? "upper" : "lower";
    const known = this.sides.get(side) || { keys: [] };
    this.model.merge(answer.carriers || {});
    for (const item of [...answer.between, ...answer.items]) this.model.remember(item);
    for (const item of answer.items) {
      this.ways.set(item.document.key, item.paths.length ? item.paths : [item.path]);
      if (!known.keys.includes(item.document.key)) known.keys.push(item.document.key);
    }
    this.sides.set(side, { keys: known.keys, next: answer.next, total: answer.total, left: answer.filtered_out });
  }

  amount(side) {
    return this.model.open.get(`${side}|${this.model.focus}`) || this.model.data.page;
  }

  shown() {
    const { model } = this;
    const keys = new Set([model.focus]);
    const passing = new Set([model.focus]);
    let refused = 0;
    for (const [side, known] of this.sides) {
      for (const key of known.keys.slice(0, this.amount(side))) {
        const way = new Set(this.ways.get(key).flat().filter((one) => !keys.has(one)));
        if (keys.size + way.size > model.data.cap) {
          refused += 1;
          continue;
        }
        for (const one of way) keys.add(one);
        passing.add(key);
      }
    }
    const none = { open: false, seen: 0, hidden: 0, can: false, filtered: true };
    const sides = new Map([...keys].flatMap((key) => [[`upper|${key}`, none], [`lower|${key}`, none]]));
    const pale = new Set([...keys].filter((key) => !passing.has(key)));
    return { keys, links: model.linksAmong(keys), pale, refused, sides, more: this.more(keys) };
  }

  /* One card "còn N" at the focus for each side that has more matches than are shown. */
  more(keys) {
    const cards = [];
    for (const [side, known] of this.sides) {
      const left = known.total - Math.min(this.amount(side), known.keys.length);
      if (left > 0 && keys.size < this.model.data.cap) {
        cards.push({ id: `more|${side}|${this.model.focus}`, side, key: this.model.focus, left });
      }
    }
    return cards;
  }

  /* How many documents of the lineage pass, and how many there are. */
  counts() {
    let [kept, all] = [0, 0];
    for (const { total, left } of this.sides.values()) {
      kept += total;
      all += total + left;
    }
    return { kept, all };
  }
};
