/* The bands under the cards: one for each step of the lineage, past all its sub-columns, with a
   heading that names the step and counts its documents by level. */
"use strict";

phahe.Bands = class {
  constructor(drawing) {
    this.drawing = drawing;
    this.columns = new Map();   // column -> its outer edges
    this.room = { side: 14, foot: 18, head: 54 };
  }

  /* The outer edges of each column, and how many of its documents are of which level. */
  measure() {
    this.columns = new Map();
    for (const node of this.drawing.nodes.get()) {
      const { width, height } = this.drawing.size(node.id);
      const known = this.columns.get(node.level)
        || { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity, levels: new Map() };
      this.columns.set(node.level, {
        left: Math.min(known.left, node.x - width / 2), right: Math.max(known.right, node.x + width / 2),
        top: Math.min(known.top, node.y - height / 2), bottom: Math.max(known.bottom, node.y + height / 2),
        levels: known.levels,
      });
      const doc = this.drawing.model.documents.get(node.id);
      const level = doc && (doc.level || "unknown");
      if (doc) known.levels.set(level, (known.levels.get(level) || 0) + 1);
    }
  }

  /* The bands with their words; the column of the focus has none while the focus stands alone. */
  all() {
    const { data, text } = this.drawing;
    const found = [];
    for (const [column, box] of this.columns) {
      if (column === "facts" || (column === 0 && box.bottom - box.top <= this.drawing.card.height)) continue;
      const name = column === 0 ? text("graph.step_same")
        : text(column < 0 ? "graph.step_upper" : "graph.step_lower", { step: Math.abs(column) });
      const counts = data.theme.levels.filter(({ level }) => box.levels.has(level))
        .map(({ level }) => `${phahe.count(box.levels.get(level))} ${text(`level.${level}`)}`);
      found.push({
        x: box.left - this.room.side, y: box.top - this.room.head, name, counts: counts.join(" · "),
        width: box.right - box.left + 2 * this.room.side,
        height: box.bottom - box.top + this.room.head + this.room.foot,
      });
    }
    return found;
  }

  draw(ctx) {
    this.measure();
    const { drawing } = this;
    for (const band of this.all()) {
      ctx.save();
      ctx.beginPath();
      ctx.roundRect(band.x, band.y, band.width, band.height, 12);
      ctx.fillStyle = "#eef2f6";
      ctx.fill();
      ctx.textAlign = "left";
      ctx.textBaseline = "middle";
      ctx.fillStyle = "#14202b";
      ctx.font = `600 13px ${drawing.font}`;
      drawing.fit(ctx, band.name, band.x + 14, band.y + 16, band.width - 28);
      ctx.fillStyle = "#46525e";
      ctx.font = `12px ${drawing.font}`;
      drawing.fit(ctx, band.counts, band.x + 14, band.y + 34, band.width - 28);
      ctx.restore();
    }
  }
};
