/* What the picture holds, in words: for the line above it and for its files. */
"use strict";

/* A text with its values, and of what stands in brackets what the last of them asks, as
   visual.texts: "{count} document[s]", "{count} dut[y|ies]". */
phahe.filled = (text, values) => {
  let last = "";
  return text.replace(/\{(\w+)\}|\[(?:([^[\]|]*)\|)?([^[\]|]*)\]/g, (_, name, one, many) => {
    if (name === undefined) return last === "1" ? one || "" : many;
    last = String(values[name]);
    return last;
  });
};

phahe.holds = ({ model, data, text, facts }, view) => {
  const said = [text("graph.shown", { shown: phahe.count(view.keys.size) })];
  let hidden = 0;
  for (const side of view.sides.values()) hidden += side.hidden || 0;
  if (hidden) said.push(text("graph.hidden", { count: phahe.count(hidden) }));
  if (model.ways.key) {
    const name = phahe.name(model.documents.get(model.ways.key));
    said.push(text("graph.ways_shown", { count: phahe.count(model.ways.total), name }));
  } else if (model.matches) {
    const { kept, all } = model.matches.counts();
    said.push(text("graph.filter_keeps", { kept: phahe.count(kept), all: phahe.count(all) }));
    if (!kept) said.push(text("graph.filter_none"));
    if (view.pale.size) said.push(text("graph.filter_between", { count: phahe.count(view.pale.size) }));
  }
  if (view.refused) said.push(text("graph.cap", { cap: phahe.count(data.cap), count: phahe.count(view.refused) }));
  if (view.keys.size === 1 && !model.matches && !model.ways.key) said.push(text("graph.empty"));
  const left = facts.left();
  if (left) said.push(text("graph.facts_left_out", { count: phahe.count(left) }));
  return said;
};
