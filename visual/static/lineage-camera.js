/* What part of the picture is in sight. Nothing moves by itself but after a click, and at once. */
"use strict";

phahe.Camera = class {
  constructor(drawing) {
    this.drawing = drawing;
  }

  bounds(keys) {
    const rows = keys.map((key) => this.drawing.nodes.get(key)).filter(Boolean);
    const [xs, ys] = [rows.map((row) => row.x), rows.map((row) => row.y)];
    const [left, right] = [Math.min(...xs) - this.drawing.card.width / 2, Math.max(...xs) + this.drawing.card.width / 2];
    const [top, bottom] = [Math.min(...ys) - this.drawing.card.height / 2, Math.max(...ys) + this.drawing.card.height / 2];
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left, height: bottom - top };
  }

  /* The scale at which a box fits into the place with a margin. */
  fitting(box) {
    return Math.min(this.drawing.place.clientWidth / (box.width + 40), this.drawing.place.clientHeight / (box.height + 56), 1.05);
  }

  /* Shows everything; `readable` would rather show less than make letters too small. */
  fitView(readable) {
    const box = this.bounds(this.drawing.nodes.getIds());
    let scale = this.fitting(box);
    let position = { x: box.x, y: box.y };
    if (readable && scale < 0.62) {
      const focus = this.drawing.nodes.get(this.drawing.model.focus);
      const beside = this.drawing.nodes.get().filter((node) => node.level === 1);
      // Where two columns are all that fits, show who carries the focus out.
      const pair = beside.length ? this.bounds([this.drawing.model.focus, beside[0].id]) : { width: this.drawing.card.width, x: focus.x };
      const narrow = this.drawing.place.clientWidth < 2 * this.drawing.card.width + pair.width;
      scale = narrow ? Math.max(0.66, this.drawing.place.clientWidth / (pair.width + 24)) : 0.8;
      scale = Math.min(scale, 0.9);
      position = { x: narrow ? pair.x : focus.x, y: focus.y };
    }
    this.drawing.network.moveTo({ position, scale, animation: false });
  }

  /* After a side was opened: brings its cards into sight, moving as little as may be. */
  reveal(key, side) {
    const keys = this.drawing.model.side(side, key).keys.filter((other) => this.drawing.nodes.get(other));
    const box = this.bounds([key, ...keys]);
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
