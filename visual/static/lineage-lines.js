/* The lines between cards: drawn under them, from edge to edge, in the colour, dash and width that
   the edge data carry. vis-network's own curves aim at the centre of a card and bend at its border. */
"use strict";

phahe.Lines = class {
  constructor(drawing) {
    this.drawing = drawing;
    this.selected = null;
    this.hovered = null;
    drawing.network.on("beforeDrawing", (ctx) => this.draw(ctx));
  }

  /* The four points of a line's curve. Parallel lines of other kinds end a little apart. */
  curve(edge) {
    const { nodes, card } = this.drawing;
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) return null;
    const width = (id) => (id.startsWith("more|") ? 110 : card.width) / 2;
    const shift = (edge.nth || 0) * 9;
    const way = Math.sign(to.x - from.x);
    if (way === 0) {
      // In one column: round the right-hand side.
      const start = { x: from.x + width(edge.from), y: from.y + shift };
      const end = { x: to.x + width(edge.to), y: to.y + shift };
      const out = 46 + Math.min(60, Math.abs(to.y - from.y) / 6);
      return [start, { x: start.x + out, y: start.y }, { x: end.x + out, y: end.y }, end];
    }
    const start = { x: from.x + way * width(edge.from), y: from.y + shift };
    const end = { x: to.x - way * width(edge.to), y: to.y + shift };
    const bend = Math.max(30, Math.abs(end.x - start.x) * 0.5) * way;
    return [start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end];
  }

  draw(ctx) {
    const edges = this.drawing.edges.get();
    const last = edges.filter((edge) => edge.id === this.selected);
    for (const edge of [...edges.filter((one) => one.id !== this.selected), ...last]) this.drawOne(ctx, edge);
  }

  drawOne(ctx, edge) {
    const points = this.curve(edge);
    if (!points) return;
    const [a, b, c, d] = points;
    const strong = edge.id === this.selected || edge.id === this.hovered;
    const color = typeof edge.color === "string" ? edge.color : edge.color.color;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = color;
    ctx.lineWidth = (edge.width || 1) * (strong ? 2 : 1);
    const arrow = edge.arrows === "" ? 0 : 10 + (strong ? 3 : 0);
    const back = Math.sign(c.x - d.x) || 1;
    ctx.setLineDash(edge.dashes || []);
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.bezierCurveTo(b.x, b.y, c.x, c.y, d.x + back * arrow * 0.8, d.y);
    ctx.stroke();
    if (arrow) {
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.moveTo(d.x, d.y);
      ctx.lineTo(d.x + back * arrow, d.y - arrow * 0.45);
      ctx.lineTo(d.x + back * arrow, d.y + arrow * 0.45);
      ctx.closePath();
      ctx.fill();
    }
    ctx.restore();
  }

  /* The line nearest to a point of the canvas, if it is near enough to be meant. */
  at(point) {
    const reach = 8 / Math.min(1, this.drawing.network.getScale());
    let best = { distance: reach, id: null };
    for (const edge of this.drawing.edges.get()) {
      const points = this.curve(edge);
      for (let step = 0; points && step <= 40; step += 1) {
        const { x, y } = phahe.along(points, step / 40);
        const distance = Math.hypot(x - point.x, y - point.y);
        if (distance < best.distance) best = { distance, id: edge.id };
      }
    }
    return best.id;
  }
};

/* The point of a Bézier curve at t from 0 to 1. */
phahe.along = ([a, b, c, d], t) => {
  const mix = (axis) => (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];
  return { x: mix("x"), y: mix("y") };
};
