/* The canvas: cards, glyphs, side buttons, lines. What a card says comes from the model. */
"use strict";

phahe.Drawing = class {
  constructor(place, data, model, text) {
    this.place = place;
    this.data = data;
    this.model = model;
    this.text = text;
    this.card = data.theme.card;
    this.levels = new Map(data.theme.levels.map((row) => [row.level, row]));
    this.kinds = new Map(data.theme.relations.map((row) => [row.type, row]));
    this.cut = new Map();   // texts as they were cut: every drawing asks again
    this.view = model.shown();
    this.facts = new phahe.Facts(data, text);
    this.facts.on = model.facts;
    this.font = getComputedStyle(document.body).fontFamily;
    const custom = (node) => ({ ...node, shape: "custom", ctxRenderer: (o) => this.renderer(o) });
    this.nodes = new vis.DataSet(data.network.nodes.map(custom));
    this.edges = new vis.DataSet(data.network.edges.map((edge) => ({ ...edge, hidden: true })));
    this.custom = custom;
    this.network = new vis.Network(place, { nodes: this.nodes, edges: this.edges }, data.network.options);
    // The frame of vis would be a second, nameless stop of the Tab key inside the picture.
    for (const frame of place.querySelectorAll("[tabindex]")) frame.removeAttribute("tabindex");
    this.bands = new phahe.Bands(this);
    this.lines = new phahe.Lines(this);
    this.network.on("beforeDrawing", (ctx) => {
      this.bands.draw(ctx);
      this.lines.draw(ctx);
    });
    this.camera = new phahe.Camera(this);
  }

  /* Draws what the model shows now; `anchor` keeps its place on the screen. */
  update(anchor) {
    this.hideTip();
    const before = anchor && this.nodes.get(anchor) ? this.network.getPosition(anchor) : null;
    this.view = this.model.shown();
    const { nodes, edges } = this.cards();
    this.replace(this.nodes, nodes);
    this.replace(this.edges, edges);
    if (before && this.nodes.get(anchor)) {
      const after = this.nodes.get(anchor);
      const centre = this.network.getViewPosition();
      this.network.moveTo({
        position: { x: centre.x + after.x - before.x, y: centre.y + after.y - before.y },
        animation: false,
      });
    }
    return this.view;
  }

  /* vis-network leaves a tip standing when the card under it goes or the mouse leaves. */
  hideTip() {
    const { popup } = this.network.interactionHandler;
    if (popup) popup.hide();
  }

  replace(set, rows) {
    const keep = new Set(rows.map((row) => row.id));
    set.remove(set.getIds().filter((id) => !keep.has(id)));
    set.update(rows);
  }

  cards() {
    const { keys, links, more } = this.view;
    const ranked = this.model.ranked(keys);
    const pairs = links.map((link) => [link.source, link.target]);
    const hang = more.map((card) => (card.side === "lower" ? [card.id, card.key] : [card.key, card.id]));
    const places = phahe.layout.place(
      this.model.focus, [...ranked, ...more.map((card) => card.id)], [...pairs, ...hang], this.card);
    const nodes = ranked.map((key) => {
      const [name, line] = this.words(this.model.documents.get(key));
      const { x, y, column } = places.get(key);
      const title = phahe.inert(this.model.documents.get(key).title || name, 300);
      return this.custom({ id: key, label: `${name}\n${line}`, x, y, level: column, title });
    });
    for (const card of more) {
      const { x, y, column } = places.get(card.id);
      const label = this.text("graph.more", { count: phahe.count(card.left) });
      nodes.push(this.custom({ id: card.id, label, x, y, level: column, title: this.text("graph.more_hint") }));
    }
    const edges = this.lineRows(links, more);
    this.facts.add(this, nodes, edges);
    return { nodes, edges };
  }

  lineRows(links, more) {
    const between = new Map();
    const edges = links.map((link) => {
      const pair = `${link.source} ${link.target}`;
      const nth = between.get(pair) || 0;
      between.set(pair, nth + 1);
      const style = this.kinds.get(link.type);
      return {
        id: link.id, from: link.source, to: link.target, color: style.color, width: style.width,
        dashes: style.dashes.length ? style.dashes : false, arrows: "to", hidden: true, nth,
      };
    });
    for (const card of more) {
      const [from, to] = card.side === "lower" ? [card.id, card.key] : [card.key, card.id];
      edges.push({ id: `${card.id} line`, from, to, color: "#8b95a0", width: 1, dashes: [2, 4], arrows: "", hidden: true });
    }
    return edges;
  }

  words(doc) {
    const name = phahe.name(doc);
    const date = phahe.date(doc.issue_date) || this.text("graph.no_date");
    const where = doc.district || doc.province || doc.issuer || this.text(`level.${doc.level || "unknown"}`);
    return [name, phahe.inert(`${date} · ${where}`, 80)];
  }

  renderer({ ctx, id, x, y, state, label }) {
    const isMore = id.startsWith("more|");
    const { width, height } = this.size(id);
    return {
      drawNode: () => {
        ctx.save();
        if (isMore) this.drawMore(ctx, x, y, width, height, label, state);
        else if (id.startsWith("fact|")) this.facts.draw(this, ctx, id, x, y, label, state);
        else this.drawCard(ctx, id, x, y, label, state);
        ctx.restore();
      },
      nodeDimensions: { width, height },
    };
  }

  size(id) {
    return id.startsWith("more|") ? { width: 110, height: 30 } : this.card;
  }

  drawMore(ctx, x, y, width, height, label, state) {
    this.box(ctx, x, y, width, height, 15);
    ctx.fillStyle = state.hover || state.selected ? "#e4ebf2" : "#f3f6f9";
    ctx.fill();
    ctx.setLineDash([3, 3]);
    ctx.strokeStyle = "#56606b";
    ctx.stroke();
    ctx.fillStyle = "#17456b";
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.font = `600 13px ${this.font}`;
    ctx.fillText(String(label), x, y + 0.5);
  }

  drawCard(ctx, id, x, y, label, state) {
    const doc = this.model.documents.get(id);
    const { width, height } = this.card;
    const style = this.levels.get(doc.level || "unknown");
    const isFocus = id === this.model.focus;
    const [name, line] = String(label).split("\n");
    if (this.view.pale.has(id)) ctx.globalAlpha = 0.62;
    this.box(ctx, x, y, width, height, 7);
    ctx.shadowColor = "rgba(18, 40, 64, 0.16)";
    ctx.shadowBlur = state.hover ? 12 : 5;
    ctx.shadowOffsetY = 2;
    ctx.fillStyle = isFocus ? style.color : style.fill;
    ctx.fill();
    ctx.shadowColor = "transparent";
    ctx.lineWidth = isFocus ? 2.4 : 1.6;
    ctx.strokeStyle = style.color;
    if (doc.status === "cited_only") ctx.setLineDash([5, 4]);
    ctx.stroke();
    ctx.setLineDash([]);
    if (state.selected) this.ring(ctx, x, y, width, height);
    const left = x - width / 2;
    this.glyph(ctx, style, left + 18, y, isFocus ? "#ffffff" : style.color);
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.fillStyle = isFocus ? "#ffffff" : "#14202b";
    ctx.font = `600 14px ${this.font}`;
    this.fit(ctx, name, left + 34, y - 9.5, width - 44);
    ctx.fillStyle = isFocus ? "#f4f7fa" : "#46525e";
    ctx.font = `12px ${this.font}`;
    this.fit(ctx, line || "", left + 34, y + 10, width - 44);
    for (const side of ["upper", "lower"]) this.drawButton(ctx, id, side, x, y);
  }

  box(ctx, x, y, width, height, radius) {
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, radius);
  }

  ring(ctx, x, y, width, height) {
    this.box(ctx, x, y, width + 8, height + 8, 10);
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = "#0b57d0";
    ctx.stroke();
  }

  glyph(ctx, style, x, y, color) {
    ctx.beginPath();
    for (const [dx, dy] of style.glyph) ctx.lineTo(x + dx * 8, y + dy * 8);
    if (style.glyph.length) {
      ctx.closePath();
      ctx.fillStyle = color;
      ctx.fill();
    } else {
      ctx.arc(x, y, 6, 0, 2 * Math.PI);
      ctx.lineWidth = 2.5;
      ctx.strokeStyle = color;
      ctx.stroke();
    }
  }

  fit(ctx, text, x, y, width) {
    ctx.fillText(this.fitted(ctx, text, width), x, y);
  }

  /* A text cut so that it is no wider than `width` in the font of `ctx`. */
  fitted(ctx, text, width) {
    const asked = `${ctx.font} ${width} ${text}`;
    if (!this.cut.has(asked)) this.cut.set(asked, this.fitting(ctx, text, width));
    return this.cut.get(asked);
  }

  fitting(ctx, text, width) {
    let shown = text;
    if (ctx.measureText(shown).width > width) {
      let [low, high] = [0, text.length];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (ctx.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
        else high = middle - 1;
      }
      shown = `${text.slice(0, low).trimEnd()}…`;
    }
    return shown;
  }

  /* The button of a side: "+12" opens, "−" closes; none where nothing is known to be there. */
  button(id, side) {
    const state = this.view.sides.get(`${side}|${id}`);
    if (!state) return null;
    if (state.open && state.seen) return { label: "−", does: "close" };
    if (state.hidden && state.can) return { label: `+${phahe.count(state.hidden)}`, does: "open" };
    return null;
  }

  buttonBox(id, side, x, y) {
    const button = this.button(id, side);
    if (!button) return null;
    const width = Math.max(30, 22 + button.label.length * 7.5);
    const centre = side === "upper" ? x - this.card.width / 2 + 8 + width / 2 : x + this.card.width / 2 - 8 - width / 2;
    return { ...button, x: centre, y: y + this.card.height / 2, width, height: 19 };
  }

  drawButton(ctx, id, side, x, y) {
    const box = this.buttonBox(id, side, x, y);
    if (!box) return;
    this.box(ctx, box.x, box.y, box.width, box.height, 9.5);
    ctx.fillStyle = box.does === "open" ? "#17456b" : "#ffffff";
    ctx.fill();
    ctx.lineWidth = 1.2;
    ctx.strokeStyle = "#17456b";
    ctx.stroke();
    ctx.fillStyle = box.does === "open" ? "#ffffff" : "#17456b";
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.font = `600 12px ${this.font}`;
    ctx.fillText(side === "upper" ? `‹ ${box.label}` : `${box.label} ›`, box.x, box.y + 0.5);
  }

  /* The side button at a point of the canvas, or null. */
  buttonAt(point) {
    // A finger needs some 14 pixels about the middle, however small the picture.
    const finger = 14 / this.network.getScale();
    for (const id of this.view.keys) {
      const node = this.nodes.get(id);
      for (const side of node ? ["upper", "lower"] : []) {
        const box = this.buttonBox(id, side, node.x, node.y);
        if (box && Math.abs(point.x - box.x) <= Math.max(box.width / 2 + 4, finger) && Math.abs(point.y - box.y) <= Math.max(box.height / 2 + 4, finger)) {
          return { id, side, does: box.does };
        }
      }
    }
    return null;
  }
};
