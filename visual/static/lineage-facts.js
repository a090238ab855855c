/* Agencies with their duties, and targets, of the document of the page: cards in rows below the
   lineage, off until they are switched on in the legend. */
"use strict";

phahe.Facts = class {
  constructor(data, text) {
    this.data = data;
    this.text = text;
    this.on = new Set();
    this.known = new Map(Object.entries(data.facts || {}));   // kind -> list as the service gives it
    this.most = 40;
  }

  /* Asks the service for the lists that are switched on and not known yet. */
  async ensure() {
    for (const kind of this.on) {
      if (this.known.has(kind) || !this.data.service) continue;
      const address = `/v1/documents/${encodeURIComponent(this.data.page_document)}/${kind}?limit=500`;
      const answer = await fetch(address, { headers: { accept: "application/json" } });
      if (!answer.ok) throw new Error(`${kind}: ${answer.status}`);
      this.known.set(kind, await answer.json());
    }
  }

  /* The cards that are switched on: an agency with all its duties, an indicator with its values. */
  cards() {
    const made = [];
    for (const { kind } of this.data.theme.facts) {
      if (this.on.has(kind) && this.known.has(kind)) made.push(...this.of(kind).slice(0, this.most));
    }
    return made;
  }

  of(kind) {
    const { items } = this.known.get(kind);
    if (kind === "targets") {
      return items.map((item, at) => ({
        id: `fact|targets|${at}`, kind, name: item.indicator, items: [item],
        line: item.targets.map((value) => phahe.value(value, item.unit, this.text)).join("; "),
      }));
    }
    const agencies = new Map();
    for (const item of items) {
      const name = phahe.fold(item.agency);
      if (!agencies.has(name)) agencies.set(name, []);
      agencies.get(name).push(item);
    }
    return [...agencies.values()].map((own, at) => ({
      id: `fact|duties|${at}`, kind, name: own[0].agency, items: own,
      line: this.text("graph.duty_count", { count: phahe.count(own.length) }),
    }));
  }

  card(id) {
    return this.cards().find((one) => one.id === id);
  }

  /* How many cards there are beyond those that are drawn. */
  left() {
    let count = 0;
    for (const kind of this.on) {
      if (this.known.has(kind)) count += Math.max(0, this.of(kind).length - this.most);
    }
    return count;
  }

  /* Rows below everything else, of at most five cards and as many as the place can show to be
     read, each kind in rows of its own; their columns are the same, so that lines run between. */
  placed(focus, bottom, size, room) {
    const cards = this.cards();
    const bus = bottom + 34;
    const count = (kind) => cards.filter((card) => card.kind === kind).length;
    const fitting = Math.max(1, Math.floor(room / 0.7 / (size.width + 36)));
    const columns = Math.min(5, fitting, Math.max(0, ...this.data.theme.facts.map((row) => count(row.kind))));
    let top = 0;
    return this.data.theme.facts.flatMap(({ kind }) => {
      const own = cards.filter((card) => card.kind === kind);
      const first = top;
      top += Math.ceil(own.length / columns);
      return own.map((card, at) => ({
        ...card,
        x: focus.x + ((at % columns) - (columns - 1) / 2) * (size.width + 36),
        y: bus + 24 + size.height / 2 + (first + Math.floor(at / columns)) * (size.height + 20),
        bus,
      }));
    });
  }

  /* Adds the cards to a picture, with a line to each. */
  add(drawing, nodes, edges) {
    if (drawing.model.ways.key) return;
    const focus = nodes.find((node) => node.id === drawing.model.focus);
    const bottom = Math.max(...nodes.map((node) => node.y)) + drawing.card.height / 2 + drawing.bands.room.foot;
    for (const card of this.placed(focus, bottom, drawing.card, drawing.place.clientWidth)) {
      const style = this.data.theme.facts.find((row) => row.kind === card.kind);
      const label = `${phahe.inert(card.name, 120)}\n${phahe.inert(card.line, 120)}`;
      nodes.push(drawing.custom({ id: card.id, label, x: card.x, y: card.y, level: "facts", title: phahe.inert(card.name, 300) }));
      edges.push({
        id: `${card.id} line`, from: drawing.model.focus, to: card.id, color: style.color, width: 1.2,
        dashes: style.dashes, arrows: "", hidden: true, bus: card.bus,
      });
    }
  }

  draw(drawing, ctx, id, x, y, label, state) {
    const { width, height } = drawing.card;
    const style = this.data.theme.facts.find((row) => row.kind === id.split("|")[1]);
    const [name, line] = String(label).split("\n");
    drawing.box(ctx, x, y, width, height, style.radius);
    ctx.fillStyle = state.hover ? "#ffffff" : style.fill;
    ctx.fill();
    ctx.lineWidth = 1.4;
    ctx.strokeStyle = style.color;
    ctx.stroke();
    if (state.selected) drawing.ring(ctx, x, y, width, height);
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.fillStyle = "#14202b";
    ctx.font = `600 13px ${drawing.font}`;
    drawing.fit(ctx, name, x - width / 2 + 14, y - 9.5, width - 28);
    ctx.fillStyle = style.color;
    ctx.font = `12px ${drawing.font}`;
    drawing.fit(ctx, line || "", x - width / 2 + 14, y + 10, width - 28);
  }
};

/* As visual/values.py. */
phahe.number = (number) => {
  const [whole, rest = ""] = Math.abs(number).toFixed(6).split(".");
  const decimals = rest.replace(/0+$/, "");
  return `${number < 0 ? "-" : ""}${phahe.count(whole)}${decimals ? `,${decimals}` : ""}`;
};
phahe.value = (value, unit, text) => {
  const change = value.op === "change";
  const op = change ? (value.value < 0 ? "fall" : "rise") : value.op;
  const shown = text(`value.${op}`, {
    value: phahe.number(change ? Math.abs(value.value) : value.value),
    upto: value.value_to === null ? "" : phahe.number(value.value_to),
    unit: unit ? ` ${phahe.inert(unit, 60)}` : "",
  });
  return value.year === null ? shown : text("value.in_year", { year: value.year, value: shown });
};
