/* The picture under a mouse or a thumb. */
"use strict";

phahe.bindMouse = (place, drawing, acts) => {
  drawing.network.on("click", (event) => {
    const button = drawing.buttonAt(event.pointer.canvas);
    const id = drawing.network.getNodeAt(event.pointer.DOM);
    if (button) {
      acts.toggle(button.id, button.side);
    } else if (typeof id === "string" && id.startsWith("more|")) {
      acts.more(id);
    } else {
      const line = id ? null : drawing.lines.at(event.pointer.canvas);
      acts.select(id || (drawing.model.links.has(line) ? line : null));
    }
  });
  place.addEventListener("mouseleave", () => drawing.hideTip());
  place.addEventListener("mousemove", (event) => {
    const spot = { x: event.offsetX, y: event.offsetY };
    const over = drawing.network.getNodeAt(spot);
    const point = drawing.network.DOMtoCanvas(spot);
    const line = over ? null : drawing.lines.at(point);
    place.classList.toggle("pointing", Boolean(over || line || drawing.buttonAt(point)));
    if (line === drawing.lines.hovered) return;
    drawing.lines.hovered = line;
    drawing.network.redraw();
  });
  // The wheel scrolls the page until the picture is entered.
  place.addEventListener("focusin", () => drawing.network.setOptions({ interaction: { zoomView: true } }));
  place.addEventListener("focusout", () => drawing.network.setOptions({ interaction: { zoomView: false } }));
  drawing.network.on("dragStart", () => place.focus({ preventScroll: true }));
  drawing.network.on("click", () => place.focus({ preventScroll: true }));
};
