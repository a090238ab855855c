/* The lines between cards: drawn under them, from edge to edge, in the colour, dash and width that
   the edge data carry. vis-network's own curves aim at the centre of a card and bend at its border. */
"use strict";

phahe.Lines = class {
  constructor(drawing) {
    this.drawing = drawing;
    this.selected = null;
    this.hovered = null;
  }

  half(id) {
    return this.drawing.size(id).width / 2;
  }

  /* The curves of a line, each as four points, from the card that acts to the other one. Parallel
     lines of other kinds end a little apart. */
  curves(edge) {
    const { nodes } = this.drawing;
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (!from || !to) return [];
    if (edge.bus !== undefined) return this.down(from, to, edge.bus);
    const shift = (edge.nth || 0) * 9;
    if (from.level === to.level) return [this.besides(from, to, shift)];
    const way = Math.sign(to.x - from.x);
    const [start, ...lead] = this.leave(from, way, shift);
    const [end, ...tail] = this.leave(to, -way, shift);
    const [a, d] = [lead.length ? lead[lead.length - 1][3] : start, tail.length ? tail[tail.length - 1][3] : end];
    const bend = Math.max(26, Math.abs(d.x - a.x) * 0.5) * way;
    const middle = [a, { x: a.x + bend, y: a.y }, { x: d.x - bend, y: d.y }, d];
    return [...lead, middle, ...tail.reverse().map((curve) => [...curve].reverse())];
  }

  /* From the document down to the rows of its facts, and into a card from the left. */
  down(from, to, bus) {
    const { card } = this.drawing;
    const trunk = to.x - card.width / 2 - 16;
    const stops = [
      { x: from.x, y: from.y + card.height / 2 }, { x: from.x, y: bus }, { x: trunk, y: bus },
      { x: trunk, y: to.y }, { x: to.x - card.width / 2, y: to.y },
    ];
    return stops.slice(1).map((stop, at) => [stops[at], stops[at], stop, stop]);
  }

  /* In one column: round the right-hand side. */
  besides(from, to, shift) {
    const start = { x: from.x + this.half(from.id), y: from.y + shift };
    const end = { x: to.x + this.half(to.id), y: to.y + shift };
    const out = 36 + Math.min(60, Math.abs(to.y - from.y) / 6);
    return [start, { x: start.x + out, y: start.y }, { x: end.x + out, y: end.y }, end];
  }

  /* Where a line leaves a card, and the curves that take it past the sub-columns in its way:
     into the gap below the row, and along it to the edge of the column. */
  leave(node, way, shift) {
    const { card } = this.drawing;
    const at = { x: node.x + way * this.half(node.id), y: node.y + shift };
    const bounds = this.drawing.bands.columns.get(node.level);
    const edge = way > 0 ? bounds.right : bounds.left;
    const distance = Math.abs(edge - at.x);
    if (distance < 1) return [at];
    const nth = Math.round(distance / card.width);
    // Lines to the left keep to the upper half of the gap, lines to the right to the lower.
    const lane = node.y + (card.height + phahe.layout.ROW_GAP) / 2 + way * (2 + ((nth * 3) % 9));
    const gap = phahe.layout.SUB_COLUMN_GAP;
    const turn = { x: at.x + way * gap, y: lane };
    const out = { x: edge, y: lane };
    return [
      at,
      [at, { x: at.x + way * gap * 0.6, y: at.y }, { x: at.x + way * gap * 0.4, y: lane }, turn],
      [turn, { x: turn.x + way * 10, y: lane }, { x: out.x - way * 10, y: lane }, out],
    ];
  }

  draw(ctx) {
    const edges = this.drawing.edges.get();
    const last = edges.filter((edge) => edge.id === this.selected);
    for (const edge of [...edges.filter((one) => one.id !== this.selected), ...last]) this.drawOne(ctx, edge);
  }

  drawOne(ctx, edge) {
    const curves = this.curves(edge);
    if (!curves.length) return;
    const strong = edge.id === this.selected || edge.id === this.hovered;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = typeof edge.color === "string" ? edge.color : edge.color.color;
    ctx.lineWidth = (edge.width || 1) * (strong ? 2 : 1);
    const arrow = edge.arrows === "" ? 0 : 10 + (strong ? 3 : 0);
    const [, , near, tip] = curves[curves.length - 1];
    const back = Math.sign(near.x - tip.x) || 1;
    ctx.setLineDash(edge.dashes || []);
    ctx.beginPath();
    ctx.moveTo(curves[0][0].x, curves[0][0].y);
    for (const [, b, c, d] of curves) {
      ctx.bezierCurveTo(b.x, b.y, c.x, c.y, d.x + (d === tip ? back * arrow * 0.8 : 0), d.y);
    }
    ctx.stroke();
    if (arrow) {
      ctx.setLineDash([]);
      ctx.beginPath();
      ctx.moveTo(tip.x, tip.y);
      ctx.lineTo(tip.x + back * arrow, tip.y - arrow * 0.45);
      ctx.lineTo(tip.x + back * arrow, tip.y + arrow * 0.45);
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
      for (const curve of this.curves(edge)) {
        for (let step = 0; step <= 30; step += 1) {
          const { x, y } = phahe.along(curve, step / 30);
          const distance = Math.hypot(x - point.x, y - point.y);
          if (distance < best.distance) best = { distance, id: edge.id };
        }
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
