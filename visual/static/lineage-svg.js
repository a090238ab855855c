/* The picture as SVG, made from the positions of the cards: everything that is drawn, with what it
   is of, its source, its date and its signs. Texts stay texts; everything is set, never parsed. */
"use strict";

phahe.svg = (tag, attributes = {}, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(name, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
};

phahe.Svg = class {
  constructor(drawing) {
    this.drawing = drawing;
    this.measure = document.createElement("canvas").getContext("2d");
  }

  /* The whole file. `notes` are the lines below the picture, the source the last. */
  file(notes) {
    const { drawing } = this;
    drawing.bands.measure();
    const cards = drawing.nodes.get();
    const lines = drawing.edges.get().flatMap((edge) => this.line(edge));
    const bands = drawing.bands.all();
    const inner = phahe.around([...cards.map((node) => this.frame(node)), ...bands, ...this.spots]);
    const [margin, head, foot] = [32, 70, 52 + 20 * notes.length];
    const width = Math.max(inner.width, 720) + 2 * margin;
    const height = inner.height + head + foot + margin;
    const shift = { x: (width - inner.width) / 2 - inner.corner.x, y: head - inner.corner.y };
    const doc = drawing.model.documents.get(drawing.model.focus);
    const title = phahe.inert(doc.title || "", 400);
    const below = head + inner.height + 34;
    return phahe.svg("svg", {
      xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, lang: document.documentElement.lang,
      "font-family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, 'DejaVu Sans', sans-serif",
    },
    phahe.svg("title", {}, `${phahe.name(doc)} ${title}`),
    phahe.svg("rect", { width, height, fill: "#ffffff" }),
    this.text(phahe.name(doc), margin, 30, { size: 18, weight: 700 }),
    this.text(title, margin, 52, { size: 13, color: "#46525e", width: width - 2 * margin }),
    phahe.svg("g", { transform: `translate(${shift.x} ${shift.y})` },
      ...bands.map((band) => this.band(band)), ...lines, ...cards.map((node) => this.card(node))),
    this.signs(margin, below, width - 2 * margin),
    ...notes.map((note, at) => this.text(note, margin, below + 26 + at * 20, { size: 12, color: "#46525e", width: width - 2 * margin })));
  }

  frame({ id, x, y }) {
    const { width, height } = this.drawing.size(id);
    return { x: x - width / 2, y: y - height / 2, width, height };
  }

  text(words, x, y, { size = 12, weight = 400, color = "#14202b", anchor = "start", width = null } = {}) {
    this.measure.font = `${weight} ${size}px ${this.drawing.font}`;
    const shown = width === null ? words : this.drawing.fitted(this.measure, words, width);
    return phahe.svg("text", { x, y, "font-size": size, "font-weight": weight, fill: color, "text-anchor": anchor }, shown);
  }

  band(band) {
    return phahe.svg("g", {},
      phahe.svg("rect", { x: band.x, y: band.y, width: band.width, height: band.height, rx: 12, fill: "#eef2f6" }),
      this.text(band.name, band.x + 14, band.y + 20, { size: 13, weight: 600, width: band.width - 28 }),
      this.text(band.counts, band.x + 14, band.y + 38, { color: "#46525e", width: band.width - 28 }));
  }

  line(edge) {
    const { lines, model } = this.drawing;
    const curves = lines.curves(edge);
    this.spots = (this.spots || []).concat(curves.flat().map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
    if (!curves.length) return [];
    const color = typeof edge.color === "string" ? edge.color : edge.color.color;
    const [, , near, tip] = curves[curves.length - 1];
    const back = Math.sign(near.x - tip.x) || 1;
    const end = edge.arrows === "" ? tip : { x: tip.x + back * 8, y: tip.y };
    const at = ({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
    const way = curves.map(([, b, c, d]) => `C${at(b)} ${at(c)} ${at(d === tip ? end : d)}`).join("");
    const link = model.links.get(edge.id);
    return [
      phahe.svg("path", {
        d: `M${at(curves[0][0])}${way}`, fill: "none", stroke: color, "stroke-width": edge.width || 1,
        "stroke-dasharray": edge.dashes && edge.dashes.length ? edge.dashes.join(" ") : null,
      }, link ? phahe.svg("title", {}, this.sentence(link)) : null),
      edge.arrows === "" ? null : phahe.svg("path", {
        d: `M${at(tip)}L${at({ x: tip.x + back * 10, y: tip.y - 4.5 })}L${at({ x: tip.x + back * 10, y: tip.y + 4.5 })}Z`, fill: color,
      }),
    ];
  }

  sentence({ source, type, target, evidence }) {
    const { model, text } = this.drawing;
    const [one, other] = [source, target].map((key) => phahe.name(model.documents.get(key)));
    const said = evidence.length ? `: ${phahe.inert(evidence[0].quote, 400)}` : "";
    return `${one} ${text(`doing.${type}`)} ${other}${said}`;
  }

  card(node) {
    const { drawing } = this;
    const { x, y, width, height } = this.frame(node);
    const [name, line = ""] = String(node.label).split("\n");
    if (node.id.startsWith("more|")) {
      return phahe.svg("g", {},
        phahe.svg("rect", { x, y, width, height, rx: 15, fill: "#f3f6f9", stroke: "#56606b", "stroke-dasharray": "3 3" }),
        this.text(name, node.x, node.y + 4.5, { size: 13, weight: 600, color: "#17456b", anchor: "middle" }));
    }
    const fact = node.id.startsWith("fact|") ? drawing.data.theme.facts.find((row) => row.kind === node.id.split("|")[1]) : null;
    const doc = drawing.model.documents.get(node.id);
    const style = fact || drawing.levels.get(doc.level || "unknown");
    const isFocus = node.id === drawing.model.focus;
    const left = x + (fact ? 14 : 34);
    const room = width - (fact ? 28 : 44);
    return phahe.svg("g", { opacity: drawing.view.pale.has(node.id) ? 0.62 : null },
      phahe.svg("title", {}, phahe.inert(node.title || name, 400)),
      phahe.svg("rect", {
        x, y, width, height, rx: fact ? style.radius : 7, fill: isFocus ? style.color : style.fill, stroke: style.color,
        "stroke-width": isFocus ? 2.4 : 1.6, "stroke-dasharray": doc && doc.status === "cited_only" ? "5 4" : null,
      }),
      fact ? null : this.glyph(style, x + 18, node.y, isFocus ? "#ffffff" : style.color),
      this.text(name, left, node.y - 5, { size: fact ? 13 : 14, weight: 600, color: isFocus ? "#ffffff" : "#14202b", width: room }),
      this.text(line, left, node.y + 14.5, { color: isFocus ? "#f4f7fa" : fact ? style.color : "#46525e", width: room }),
      ...["upper", "lower"].map((side) => this.button(node, side)));
  }

  /* How many documents are hidden beside a card; what would close it is nothing to print. */
  button(node, side) {
    const box = this.drawing.buttonBox(node.id, side, node.x, node.y);
    if (!box || box.does !== "open") return null;
    const label = side === "upper" ? `‹ ${box.label}` : `${box.label} ›`;
    return phahe.svg("g", {},
      phahe.svg("rect", { x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height, rx: 9.5, fill: "#17456b" }),
      this.text(label, box.x, box.y + 4.5, { weight: 600, color: "#ffffff", anchor: "middle" }));
  }

  glyph(style, x, y, color) {
    return style.glyph.length
      ? phahe.svg("polygon", { points: style.glyph.map(([dx, dy]) => `${x + dx * 8},${y + dy * 8}`).join(" "), fill: color })
      : phahe.svg("circle", { cx: x, cy: y, r: 6, fill: "none", stroke: color, "stroke-width": 2.5 });
  }

  /* What lines and glyphs mean, of those that the picture has; in one row. */
  signs(x, y, width) {
    const { drawing } = this;
    const kinds = new Set(drawing.view.links.map((link) => link.type));
    const levels = new Set([...drawing.view.keys].map((key) => drawing.model.documents.get(key).level || "unknown"));
    const row = phahe.svg("g", {});
    let at = x;
    const put = (sign, label, wide) => {
      row.append(sign, this.text(label, at + wide, y + 4));
      at += wide + this.measure.measureText(label).width + 24;
    };
    for (const style of drawing.data.theme.relations.filter(({ type }) => kinds.has(type))) {
      put(phahe.svg("path", {
        d: `M${at + 40} ${y}H${at + 8}M${at} ${y}l8 -4v8z`, stroke: style.color, fill: style.color, "stroke-width": style.width,
        "stroke-dasharray": style.dashes.length ? style.dashes.join(" ") : null,
      }), drawing.text(`relation.${style.type}`), 48);
    }
    for (const style of drawing.data.theme.levels.filter(({ level }) => levels.has(level))) {
      if (at - x < width) put(this.glyph(style, at + 8, y, style.color), drawing.text(`level.${style.level}`), 22);
    }
    return row;
  }
};
