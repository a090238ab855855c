/* The picture as a file: SVG, and PNG of it at twice its size. Nothing leaves the machine. */
"use strict";

phahe.Files = class {
  /* said() gives what the picture holds, in words. */
  constructor(drawing, text, said) {
    this.drawing = drawing;
    this.text = text;
    this.said = said;
    this.most = 60e6;   // pixels; browsers refuse canvases much beyond
  }

  /* What stands below the picture: what was asked, what it holds, source and date. */
  notes() {
    const { data, model } = this.drawing;
    const asked = new URLSearchParams(data.choice.asked);
    const day = new Date().toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" });
    const chosen = [
      ...asked.getAll("level").map((level) => this.text(`level.${level}`)),
      asked.get("province"),
      asked.has("from") ? this.text("graph.file_from", { day: phahe.date(asked.get("from")) }) : null,
      asked.has("until") ? this.text("graph.file_until", { day: phahe.date(asked.get("until")) }) : null,
      data.as_of ? this.text("graph.file_as_of", { day: phahe.date(data.as_of) }) : null,
    ].filter(Boolean);
    return [
      chosen.length ? this.text("graph.file_chosen", { chosen: chosen.join(" · ") }) : null,
      this.said().join(" · "),
      this.text("graph.file_source", { place: data.service ? `${location.host}${phahe.page(model.focus)}` : model.focus, day }),
    ].filter(Boolean);
  }

  svg() {
    const made = new phahe.Svg(this.drawing).file(this.notes());
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`;
    return { blob: new Blob([text], { type: "image/svg+xml" }), width: Number(made.getAttribute("width")), height: Number(made.getAttribute("height")) };
  }

  async png() {
    const { blob, width, height } = this.svg();
    const scale = Math.min(2, Math.sqrt(this.most / (width * height)));
    const address = URL.createObjectURL(blob);
    try {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      return { blob: await new Promise((done) => canvas.toBlob(done, "image/png")) };
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  async save(kind) {
    const { blob } = await this[kind]();
    if (!blob) throw new Error(`no ${kind}`);
    const address = URL.createObjectURL(blob);
    const link = phahe.element("a", { href: address, download: `pha-he-${this.drawing.model.focus}.${kind}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }
};
