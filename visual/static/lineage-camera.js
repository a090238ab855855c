/* What part of the picture is in sight. Nothing moves by itself but after a click, and at once. */
"use strict";

phahe.Camera = class {
  constructor(drawing) {
    this.drawing = drawing;
  }

  bounds(keys) {
    const boxes = keys.map((key) => this.drawing.nodes.get(key)).filter(Boolean)
      .map((node) => {
        const { width, height } = this.drawing.size(node.id);
        return { x: node.x - width / 2, y: node.y - height / 2, width, height };
      });
    return phahe.around(boxes);
  }

  /* All cards and the bands under them. */
  everything() {
    this.drawing.bands.measure();
    return phahe.around([this.bounds(this.drawing.nodes.getIds()).corner, ...this.drawing.bands.all()]);
  }

  /* The scale at which a box fits into the place with a margin. */
  fitting(box) {
    return Math.min(this.drawing.place.clientWidth / (box.width + 64), this.drawing.place.clientHeight / (box.height + 56), 1.05);
  }

  /* Shows everything; `readable` would rather show less than make letters too small. */
  fitView(readable) {
    const box = this.everything();
    let scale = this.fitting(box);
    let position = { x: box.x, y: box.y };
    if (readable && scale < 0.55) {
      const focus = this.drawing.nodes.get(this.drawing.model.focus);
      const beside = this.drawing.nodes.get().filter((node) => node.level === 1);
      // Where two columns are all that fits, show who carries the focus out.
      const pair = beside.length ? this.bounds([this.drawing.model.focus, beside[0].id]) : { width: this.drawing.card.width, x: focus.x };
      const narrow = this.drawing.place.clientWidth < 2 * this.drawing.card.width + pair.width;
      scale = narrow ? Math.max(0.66, this.drawing.place.clientWidth / (pair.width + 24)) : 0.8;
      scale = Math.min(scale, 0.9);
      position = this.within({ x: narrow ? pair.x : focus.x, y: focus.y }, box, scale);
    }
    this.drawing.network.moveTo({ position, scale, animation: false });
  }

  /* A middle of the view that wastes no room beyond the picture's edges. */
  within({ x, y }, box, scale) {
    const clamp = (at, middle, size, room) => {
      const slack = Math.max(0, (size - room) / 2);
      return Math.min(Math.max(at, middle - slack), middle + slack);
    };
    const { clientWidth, clientHeight } = this.drawing.place;
    return { x: clamp(x, box.x, box.width + 48, clientWidth / scale), y: clamp(y, box.y, box.height + 48, clientHeight / scale) };
  }

  /* Duties or targets were switched on: all in sight where it can be read, else the document and
     what hangs below it, from the top. */
  fitFacts() {
    const facts = this.drawing.nodes.getIds().filter((id) => id.startsWith("fact|"));
    const whole = this.everything();
    const box = this.fitting(whole) >= 0.6 || !facts.length ? whole : this.bounds([this.drawing.model.focus, ...facts]);
    const scale = Math.max(0.5, this.fitting(box));
    const visible = this.drawing.place.clientHeight / scale - 56;
    const y = Math.min(box.y, box.corner.y + visible / 2);
    this.drawing.network.moveTo({ position: { x: box.x, y }, scale, animation: false });
  }

  /* How high the place should be so that everything can be read, within bounds. */
  height() {
    const box = this.everything();
    const scale = Math.min(1, Math.max(0.6, this.drawing.place.clientWidth / (box.width + 64)));
    // On a narrow screen there has to be room beside the picture to scroll the page by.
    const share = this.drawing.place.clientWidth < 600 ? 0.6 : 0.85;
    const most = Math.max(380, Math.min(760, window.innerHeight * share));
    return Math.round(Math.min(most, Math.max(320, box.height * scale + 56)));
  }

  /* After a side was opened: brings its cards into sight, moving as little as may be. */
  reveal(key, side) {
    const keys = this.drawing.model.side(side, key).keys.filter((other) => this.drawing.nodes.get(other));
    const box = this.bounds([key, ...keys]);
    const whole = this.fitting(this.everything());
    if (whole >= 0.7) {
      if (whole < this.drawing.network.getScale() || !this.sees(box)) this.fitView(false);
      return;
    }
    const scale = Math.min(this.drawing.network.getScale(), Math.max(0.6, this.fitting(box)));
    const centre = this.drawing.network.getViewPosition();
    const room = { x: this.drawing.place.clientWidth / scale - 30, y: this.drawing.place.clientHeight / scale - 50 };
    const nudge = (at, middle, size, space) => {
      if (size > space) return middle;
      return Math.min(Math.max(at, middle + size / 2 - space / 2), middle - size / 2 + space / 2);
    };
    const position = { x: nudge(centre.x, box.x, box.width, room.x), y: nudge(centre.y, box.y, box.height, room.y) };
    if (box.width > room.x) position.x = nudge(centre.x, this.drawing.nodes.get(key).x, this.drawing.card.width, room.x);
    this.drawing.network.moveTo({ position, scale, animation: false });
  }

  /* Whether a box is in sight as a whole. */
  sees(box) {
    const low = this.drawing.network.canvasToDOM(box.corner);
    const high = this.drawing.network.canvasToDOM({ x: box.corner.x + box.width, y: box.corner.y + box.height });
    const { clientWidth, clientHeight } = this.drawing.place;
    return low.x >= 0 && low.y >= 0 && high.x <= clientWidth && high.y <= clientHeight;
  }

  /* Brings a card into sight if it is not. */
  show(id) {
    const node = this.drawing.nodes.get(id);
    const spot = this.drawing.network.canvasToDOM({ x: node.x, y: node.y });
    const inside = spot.x > 60 && spot.y > 30 && spot.x < this.drawing.place.clientWidth - 60 && spot.y < this.drawing.place.clientHeight - 30;
    if (!inside) this.drawing.network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
  }

  zoom(factor) {
    const scale = Math.min(2.5, Math.max(0.12, this.drawing.network.getScale() * factor));
    this.drawing.network.moveTo({ scale, animation: false });
  }
};

/* The box around boxes: its middle, its size, its upper left corner with its size. */
phahe.around = (boxes) => {
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  return { x: left + width / 2, y: top + height / 2, width, height, corner: { x: left, y: top, width, height } };
};
