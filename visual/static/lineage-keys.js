/* The picture without a mouse, and the buttons and boxes around it. */
"use strict";

phahe.bindKeys = (place, drawing, current, acts) => {
  const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  /* The nearest card that way; sideways distance counts double. */
  function towards([dx, dy]) {
    const from = drawing.nodes.get(current());
    let best = null;
    for (const node of drawing.nodes.get()) {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 1) continue;
      const far = along + 2 * across;
      if (!best || far < best.far) best = { far, id: node.id };
    }
    return best && best.id;
  }

  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { key } = event;
    if (directions[key]) {
      const id = drawing.nodes.get(current()) ? towards(directions[key]) : drawing.model.focus;
      if (id) {
        acts.select(id);
        drawing.camera.show(id);
      }
    } else if (key === "Home") {
      acts.select(drawing.model.focus);
      drawing.camera.show(drawing.model.focus);
    } else if (key === "Enter" && current().startsWith("more|")) acts.more(current());
    else if (key === "Enter") {
      acts.select(current());
      acts.details();
    } else if (key === "[") acts.toggle(current(), "upper");
    else if (key === "]") acts.toggle(current(), "lower");
    else if (key === "+" || key === "=") drawing.camera.zoom(1.25);
    else if (key === "-") drawing.camera.zoom(0.8);
    else if (key === "0") drawing.camera.fitView(false);
    else if (key === "p") acts.isolate(current());
    else if (key === "Escape") (drawing.model.ways.key ? acts.whole() : acts.select(null));
    else return;
    event.preventDefault();
  });
};

phahe.bindTools = (root, drawing, model, text, acts) => {
  const copy = () => navigator.clipboard.writeText(location.href)
    .then(() => acts.say(text("graph.link_done")))
    .catch(() => acts.say(text("graph.link_failed")));
  const tools = {
    "zoom-in": () => drawing.camera.zoom(1.25),
    "zoom-out": () => drawing.camera.zoom(0.8),
    fit: () => drawing.camera.fitView(false),
    reset: acts.reset,
    whole: acts.whole,
    png: () => acts.save("png"),
    svg: () => acts.save("svg"),
    link: () => (navigator.clipboard ? copy() : acts.say(text("graph.link_failed"))),
  };
  for (const button of root.querySelectorAll("button[data-do]")) {
    button.addEventListener("click", tools[button.dataset.do]);
  }
  for (const box of root.querySelectorAll("input[name=fact]")) {
    box.addEventListener("change", () => {
      acts.facts([...root.querySelectorAll("input[name=fact]:checked")].map((one) => one.value));
    });
  }
};
