/* The side panel: facts of a card, sentences of a line. Everything is set as text, never as HTML. */
"use strict";

phahe.INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/g;

/* As formats.one_line: one line, nothing that reorders or hides, at most `limit` characters. */
phahe.inert = (text, limit = 600) => {
  const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;
  const kept = String(text).slice(0, limit * 4).split(pairs);
  const whole = String(text).slice(0, limit * 4).match(pairs) || [];
  const line = kept.map((part, at) => part.replace(/[\n\t\r]/g, " ").replace(phahe.INVISIBLE, "") + (whole[at] || "")).join("")
    .replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return `${(cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut.slice(0, limit - 1)).trimEnd()}…`;
};
phahe.date = (iso) => (iso ? iso.split("-").reverse().join("/") : "");
phahe.count = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
phahe.name = (doc) => {
  const again = doc.type && doc.title && phahe.fold(doc.title).startsWith(phahe.fold(doc.type));
  return phahe.inert(doc.number || [again ? null : doc.type, doc.title].filter(Boolean).join(" ") || doc.key, 60);
};
/* The last part of a file's path, as visual.formats.file_name. */
phahe.fileName = (path) => path.replace(/[/\\]+$/, "").split(/[/\\]/).pop() || path;

/* The name under which an address asks for a file, as visual.formats.file_mark. */
phahe.fileMark = (path) => {
  const name = phahe.fileName(path);
  if (name === path) return path;
  let mark = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(path)) mark = Math.imul(mark ^ byte, 0x01000193) >>> 0;
  return `${name}~${mark.toString(16).padStart(8, "0")}`;
};

phahe.page = (key) => `/documents/${encodeURIComponent(key)}`;

phahe.element = (tag, options = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (name === "text") made.textContent = value;
    else if (name === "click") made.addEventListener("click", value);
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
};

phahe.Panel = class {
  constructor(place, model, text, acts) {
    this.place = place;
    this.model = model;
    this.text = text;
    this.acts = acts;
  }

  show(...children) {
    this.place.replaceChildren(...children.filter((child) => child !== null));
    this.place.scrollTop = 0;
  }

  empty() {
    this.show(phahe.element("p", { class: "quiet", text: this.text("graph.details_empty") }));
  }

  say(message) {
    this.show(phahe.element("p", { class: "notice", text: message }));
  }

  link(doc) {
    const name = phahe.element("bdi", { text: phahe.name(doc) });
    return this.model.data.service ? phahe.element("a", { href: phahe.page(doc.key) }, name) : name;
  }

  document(key, { sides, links }) {
    const doc = this.model.documents.get(key);
    const { text } = this;
    const row = (label, value) => (value
      ? phahe.element("div", {}, phahe.element("dt", { text: text(label) }), phahe.element("dd", {}, phahe.element("bdi", { text: phahe.inert(value) })))
      : null);
    const facts = [
      row("graph.field_title", doc.title),
      row("graph.field_date", phahe.date(doc.issue_date)),
      row("graph.field_issuer", doc.issuer),
      row("graph.field_level", text(`level.${doc.level || "unknown"}`)),
      row("graph.field_place", [doc.district, doc.province].filter(Boolean).join(", ")),
      row("graph.field_status", text(`status.${doc.status}`)),
    ].filter(Boolean);
    const carried = this.model.carried.get(key) || [];
    this.show(
      phahe.element("h3", {}, phahe.element("bdi", { text: phahe.name(doc) })),
      doc.type ? phahe.element("p", { class: "quiet", text: phahe.inert(doc.type) }) : null,
      key === this.model.focus
        ? phahe.element("p", { class: "quiet", text: text("graph.focus") })
        : this.model.data.service
          ? phahe.element("p", {}, phahe.element("a", { class: "button", href: phahe.page(key), text: text("graph.open_page") }))
          : null,
      phahe.element("div", { class: "opens" }, ...["upper", "lower"].map((side) => this.sideButton(key, side, sides.get(`${side}|${key}`))).filter(Boolean)),
      phahe.element("dl", { class: "facts" }, ...facts),
      key !== this.model.focus && !this.model.ways.key
        ? phahe.element("button", { class: "button", type: "button", "data-do": "isolate", text: text("graph.isolate"), click: () => this.acts.isolate(key) })
        : null,
      this.lines(key, links.filter((link) => link.source === key || link.target === key)),
      carried.length ? phahe.element("p", { class: "quiet", text: text("graph.carried", { count: phahe.count(carried.length) }) }) : null,
    );
  }

  /* The lines of a card as buttons: what a mouse finds in the picture, a keyboard finds here. */
  lines(key, links) {
    if (!links.length) return null;
    const most = 12;
    const { text } = this;
    const rows = links.slice(0, most).map((link) => {
      const other = phahe.name(this.model.documents.get(link.source === key ? link.target : link.source));
      const label = text(link.source === key ? "graph.line_upper" : "graph.line_lower", { doing: text(`doing.${link.type}`), name: other });
      return phahe.element("li", {}, phahe.element("button", { class: "line", type: "button", click: () => this.acts.select(link.id) },
        phahe.element("bdi", { text: label })));
    });
    const more = links.length - most;
    return phahe.element("section", {},
      phahe.element("h4", { text: text("graph.lines") }),
      phahe.element("ul", { class: "lines" }, ...rows),
      more > 0 ? phahe.element("p", { class: "quiet", text: text("graph.more", { count: phahe.count(more) }) }) : null);
  }

  sideButton(key, side, state) {
    const { text } = this;
    if (state.filtered) return null;
    const words = { class: "button", type: "button", "data-side": side, click: () => this.acts.toggle(key, side) };
    if (state.open && state.seen) return phahe.element("button", { ...words, text: text(`graph.close_${side}`) });
    if (state.hidden && state.can) {
      return phahe.element("button", { ...words, text: text(`graph.open_${side}`, { count: phahe.count(state.hidden) }) });
    }
    if (state.hidden) return phahe.element("p", { class: "quiet", text: text("graph.offline") });
    if (state.hidden === null && state.can) return phahe.element("button", { ...words, text: text(`graph.open_${side}_unknown`) });
    return phahe.element("p", { class: "quiet", text: text(`graph.none_${side}`) });
  }

  edge(link) {
    const { text } = this;
    const [source, target] = [link.source, link.target].map((key) => this.model.documents.get(key));
    this.show(
      phahe.element("h3", {}, this.link(source), ` ${text(`doing.${link.type}`)} `, this.link(target)),
      phahe.element("p", { class: "quiet", text: text("graph.proof") }),
      ...link.evidence.map((evidence) => this.sentence(evidence)),
      link.said > link.evidence.length
        ? phahe.element("p", { class: "quiet", text: text("graph.proof_left_out", { count: link.said - link.evidence.length }) })
        : "",
    );
  }

  /* The ways between two documents, each step with its first sentence. */
  ways(ways) {
    const { text, model } = this;
    const [one, focus] = [ways.key, model.focus].map((key) => model.documents.get(key));
    const told = ways.lists.flatMap((list, at) => [
      phahe.element("h4", { text: text("graph.way", { nth: at + 1, steps: list.length - 1 }) }),
      phahe.element("ol", { class: "steps" }, ...list.slice(1).flatMap((key, step) => ways.between(list[step], key)
        .map((link) => phahe.element("li", {}, this.step(link))))),
    ]);
    this.show(
      phahe.element("h3", {}, this.link(one), ` ${text("graph.ways_to")} `, this.link(focus)),
      phahe.element("button", { class: "button", type: "button", "data-do": "whole", text: text("graph.whole"), click: () => this.acts.whole() }),
      ways.lists.length ? null : phahe.element("p", { class: "none", text: text("graph.ways_none") }),
      ...told,
      ways.total > ways.lists.length
        ? phahe.element("p", { class: "quiet", text: text("graph.ways_left_out", { count: phahe.count(ways.total - ways.lists.length) }) })
        : null,
      ways.asked ? this.wayFiles(ways.asked) : null);
  }

  wayFiles(asked) {
    const spoken = document.documentElement.lang;
    const headings = (form) => (spoken === "vi" || form === "graphml" ? "" : `&lang=${spoken}`);
    const link = ([name, form]) =>
      phahe.element("a", { href: `/v1/path?${asked}${headings(form)}&format=${form}`, text: name });
    const links = [["Excel", "xlsx"], ["CSV", "csv"], ["GraphML", "graphml"]].map(link);
    return phahe.element("p", { class: "downloads" }, `${this.text("graph.ways_files")} `, ...links.flatMap((one) => [one, " "]));
  }

  step(link) {
    const { text, model } = this;
    const [source, target] = [link.source, link.target].map((key) => phahe.name(model.documents.get(key)));
    const label = `${source} ${text(`doing.${link.type}`)} ${target}`;
    const made = phahe.element("div", {}, phahe.element("button", { class: "line", type: "button", click: () => this.acts.select(link.id) },
      phahe.element("bdi", { text: label })));
    if (link.evidence.length) made.append(this.sentence(link.evidence[0]));
    return made;
  }

  /* An agency with its duties, or an indicator with its values, each with its sentence. */
  fact(card) {
    const { text } = this;
    const told = card.items.flatMap((item) => [
      phahe.element("h4", {}, phahe.element("bdi", { text: this.factLine(card.kind, item) })),
      ...item.evidence.map((evidence) => this.sentence(evidence)),
    ]);
    this.show(
      phahe.element("h3", {}, phahe.element("bdi", { text: phahe.inert(card.name) })),
      phahe.element("p", { class: "quiet", text: text(card.kind === "duties" ? "graph.duties_of" : "graph.target_of") }),
      ...told);
  }

  factLine(kind, item) {
    const { text } = this;
    if (kind === "duties") return [text(`role.${item.role}`), phahe.inert(item.section, 40)].filter(Boolean).join(" · ");
    const values = item.targets.map((value) => phahe.value(value, item.unit, text));
    const before = item.baselines.map((value) => text("graph.baseline", { value: phahe.value(value, item.unit, text) }));
    return [...values, ...before].join("; ");
  }

  sentence(evidence) {
    const { text } = this;
    const doc = this.model.documents.get(evidence.document);
    const anchor = `s${evidence.span[0]}-${evidence.span[1]}`;
    const here = document.getElementById(anchor) !== null && evidence.document === this.model.data.page_document;
    const where = new URLSearchParams({ file: phahe.fileMark(evidence.file) });
    const address = here ? `#${anchor}` : `${phahe.page(evidence.document)}?${where}#${anchor}`;
    const name = doc ? phahe.name(doc) : evidence.document;
    return phahe.element("figure", { class: "proof" },
      phahe.element("blockquote", {}, ...this.quote(evidence.quote)),
      phahe.element("figcaption", {},
        phahe.element("span", {}, phahe.element("bdi", { text: text("graph.in_document", { document: name }) })),
        phahe.element("span", {}, phahe.element("bdi", { text: text("graph.in_file", { file: phahe.inert(phahe.fileName(evidence.file), 120) }) })),
        evidence.confidence < 0.8
          ? phahe.element("span", { text: text("graph.confidence", { percent: Math.round(evidence.confidence * 100) }) })
          : null,
        here || this.model.data.service
          ? phahe.element("a", { class: "see", href: address, text: text("graph.see_sentence") })
          : null));
  }

  /* The words of the text letter by letter; what cannot be seen is named in its place. */
  quote(words) {
    const made = [];
    let at = 0;
    for (const match of words.matchAll(phahe.INVISIBLE)) {
      const code = words.codePointAt(match.index);
      const half = match[0] >= "\ud800" && match[0] <= "\udfff" && (code > 0xffff || words.codePointAt(match.index - 1) > 0xffff);
      if (half || match[0] === "\r") continue;
      made.push(words.slice(at, match.index));
      made.push(phahe.element("span", { class: "control", text: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` }));
      at = match.index + 1;
    }
    made.push(words.slice(at));
    return made;
  }
};
