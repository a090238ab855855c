/* Ties model, drawing and panel to the page: clicks, keys, the address, the service. */
"use strict";

phahe.start = () => {
  const source = document.getElementById("lineage-data");
  if (!source || !window.vis) return null;
  const data = JSON.parse(source.textContent);
  const place = document.getElementById("lineage-canvas");
  const state = document.getElementById("lineage-state");
  const spoken = document.getElementById("lineage-spoken");
  document.getElementById("lineage").hidden = false;

  const text = (key, values = {}) => {
    if (!(key in data.texts)) throw new Error(`no text ${key}`);
    return Object.keys(values).length ? phahe.filled(data.texts[key], values) : data.texts[key];
  };
  const model = new phahe.Model(data);
  const drawing = new phahe.Drawing(place, data, model, text);
  const panel = new phahe.Panel(document.getElementById("lineage-panel"), model, text, {
    toggle: (key, side) => toggle(key, side),
    select: (id) => select(id),
    isolate: (key) => isolate(key),
    whole: () => whole(),
  });
  const service = new phahe.Service(model);
  let selected = null;
  let busy = Promise.resolve();
  let tall = 0;

  function tell(view, message) {
    state.textContent = [message, ...phahe.holds(drawing, view)].filter(Boolean).join(" · ");
  }

  /* A small picture takes less of the page; once it has grown it stays large. */
  function size() {
    tall = Math.max(tall, drawing.camera.height(), model.ways.key && place.clientWidth > 600 ? 480 : 0);
    place.parentElement.style.setProperty("--stage", `${tall}px`);
    drawing.network.setSize("100%", "100%");
  }

  function draw(anchor, message) {
    const view = drawing.update(anchor);
    size();
    tell(view, message);
    document.getElementById("lineage-whole").hidden = !model.ways.key;
    if (selected && !drawing.nodes.get(selected) && !drawing.edges.get(selected)) select(null);
    else if (selected && drawing.nodes.get(selected)) drawing.network.selectNodes([selected]);
    const hash = model.toHash();
    if (hash || location.hash.startsWith("#graph;")) {
      history.replaceState(null, "", hash || `${location.pathname}${location.search}`);
    }
    count(view);
    return view;
  }

  /* Asks quietly for the counts that no answer has brought yet, for what is in the picture. */
  function count(view) {
    const unknown = [...view.sides].filter(([, side]) => side.hidden === null).map(([id]) => id.split("|"));
    service.count(unknown.slice(0, 80)).then((found) => {
      if (!found) return;
      drawing.view = model.shown();
      drawing.network.redraw();
      tell(drawing.view);
      if (selected && drawing.nodes.get(selected)) details(selected);
    });
  }

  /* Shows only the ways between a document and the one of the page. */
  function isolate(key) {
    if (!model.documents.has(key) || key === model.focus) return busy;
    return change(() => service.ways(key), null, false).then(() => {
      if (model.ways.key !== key) return;
      drawing.camera.fitView(true);
      select(null);
      panel.ways(model.ways);
    });
  }

  /* Back to all that was shown, with the card of the way still chosen. */
  function whole() {
    const { key } = model.ways;
    if (!key) return busy;
    return change(async () => model.ways.clear(), null, false).then(() => {
      drawing.camera.fitView(true);
      select(drawing.nodes.get(key) ? key : null);
    });
  }

  /* Shows in the panel what a card stands for. */
  function details(id) {
    if (id.startsWith("more|")) panel.say(drawing.nodes.get(id).title);
    else if (id.startsWith("fact|")) panel.fact(drawing.facts.card(id));
    else panel.document(id, drawing.view);
  }

  function select(id) {
    selected = id;
    drawing.network.unselectAll();
    drawing.lines.selected = model.links.has(id) ? id : null;
    const card = id && drawing.nodes.get(id);
    spoken.textContent = card ? card.label.replace("\n", ", ") : "";
    if (!id && model.ways.key) panel.ways(model.ways);
    else if (!id) panel.empty();
    else if (model.links.has(id)) panel.edge(model.links.get(id));
    else {
      drawing.network.selectNodes([id]);
      details(id);
    }
    drawing.network.redraw();
  }

  /* One change after the other: a click while an answer is on its way waits for it. */
  function change(act, anchor, counted = true) {
    busy = busy.then(async () => {
      const before = drawing.view.keys.size;
      state.textContent = text("graph.loading");
      try {
        await act();
      } catch {
        draw(anchor, text("graph.failed"));
        return;
      }
      const grown = drawing.update(anchor).keys.size - before;
      draw(null, !counted ? "" : grown > 0 ? text("graph.opened", { count: phahe.count(grown) }) : grown < 0 ? text("graph.closed") : "");
      if (selected && drawing.nodes.get(selected)) details(selected);
    });
    return busy;
  }

  function toggle(key, side) {
    if (!model.documents.has(key) || model.matches || model.ways.key) return busy;
    const id = `${side}|${key}`;
    if (model.open.has(id)) return change(async () => model.open.delete(id), key);
    return grow(side, key, data.page);
  }

  function grow(side, key, amount) {
    return change(async () => {
      model.open.set(`${side}|${key}`, amount);
      try {
        await service.ensure(side, key, amount);
      } catch (error) {
        model.open.delete(`${side}|${key}`);
        throw error;
      }
    }, key).then(() => {
      if (!model.matches && model.open.has(`${side}|${key}`)) drawing.camera.reveal(key, side);
    });
  }

  /* A document of an address that is not known here leaves the picture as it is. */
  async function recallWays(key) {
    try {
      await service.ways(key);
    } catch {
      model.ways.clear();
    }
    if (!model.documents.has(model.ways.key)) model.ways.clear();
  }

  /* Opens the next ones of a card "còn N". */
  function more(id) {
    const [, side, key] = id.split("|");
    return grow(side, key, (model.open.get(`${side}|${key}`) || data.page) + data.page);
  }

  async function ensureOpen() {
    await drawing.facts.ensure();
    const wanted = model.wanted;
    model.wanted = null;
    if (wanted) await recallWays(wanted);
    await Promise.all([...model.open].map(([id, amount]) => {
      const [side, key] = id.split("|");
      return service.ensure(side, key, amount);
    }));
  }

  phahe.bindMouse(place, drawing, { select, toggle, more });
  phahe.bindKeys(place, drawing, () => selected || model.focus, {
    select, toggle, isolate, whole, more, details: () => panel.place.focus(),
  });
  const files = new phahe.Files(drawing, text, () => phahe.holds(drawing, drawing.view));
  phahe.bindTools(document.getElementById("lineage"), drawing, model, text, {
    reset: () => {
      model.reset();
      const reset = !filters.clear.hidden
        ? filters.all()
        : change(async () => {}, null).then(() => drawing.camera.fitView(true));
      return reset.then(tick);
    },
    facts: (kinds) => change(async () => {
      model.facts.clear();
      for (const kind of kinds) model.facts.add(kind);
      await drawing.facts.ensure();
    }, model.focus).then(() => drawing.camera.fitFacts()),
    whole,
    save: (kind) => files.save(kind).catch(() => tell(drawing.view, text("graph.file_failed"))),
    say: (message) => tell(drawing.view, message),
  });

  /* Sets the boxes of the legend as the picture is. */
  function tick() {
    for (const box of document.querySelectorAll("#lineage input[name=fact]")) box.checked = model.facts.has(box.value);
  }

  const form = document.getElementById("lineage-filters");
  const Filters = data.service ? phahe.Filters : phahe.SavedFilters;
  const filters = new Filters(form, {
    change: (act) => change(act, model.focus, false).then(() => drawing.camera.fitView(true)),
    say: (key) => tell(drawing.view, text(key)),
    renew: (fresh) => {
      Object.assign(data, fresh);
      model.ways.clear();
      model.take();
      service.asked.clear();
      return ensureOpen();
    },
  }, data, text);

  const restored = model.fromHash(location.hash);
  tick();
  const ready = restored
    ? change(ensureOpen, null, false).then(() => document.getElementById("graph").scrollIntoView())
    : Promise.resolve(draw(null));
  ready.then(() => {
    drawing.camera.fitView(true);
    if (model.ways.key) panel.ways(model.ways);
    document.getElementById("lineage").dataset.ready = "yes";
  });
  window.addEventListener("hashchange", () => {
    if (model.fromHash(location.hash)) change(ensureOpen, null, false).then(() => model.ways.key && panel.ways(model.ways));
  });
  return { model, drawing, panel, files, select, idle: () => busy };
};

phahe.view = phahe.start();
