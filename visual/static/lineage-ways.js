/* One document and the ways between it and the document of the page, and nothing else. */
"use strict";

phahe.Ways = class {
  constructor(model) {
    this.model = model;
    this.key = null;     // the document at the other end; null: everything is shown
    this.lists = [];     // each way as keys, from that document to the one of the page
    this.total = 0;
    this.asked = null;   // what the service was asked for them
  }

  clear() {
    [this.key, this.lists, this.total, this.asked] = [null, [], 0, null];
  }

  /* Takes in an answer of /v1/path from `key` to the document of the page. */
  absorb(key, answer) {
    const { model } = this;
    for (const { documents, steps } of answer.items) {
      for (const doc of documents) {
        if (!model.documents.has(doc.key)) model.documents.set(doc.key, doc);
      }
      steps.forEach((step, at) => {
        const [here, next] = [documents[at].key, documents[at + 1].key];
        const of = (end) => model.home.get(end) || end;
        const up = of(step.source) === here || of(step.target) === next
          || (of(step.target) !== here && of(step.source) !== next && answer.way === "up");
        const [source, target] = up ? [here, next] : [next, here];
        const id = `${source} ${step.type} ${target}`;
        if (!model.links.has(id)) {
          model.links.set(id, { id, source, type: step.type, target, evidence: step.evidence, said: step.evidence_total });
        }
      });
    }
    this.key = key;
    this.lists = answer.items.map(({ documents }) => documents.map((doc) => doc.key));
    this.total = answer.total;
  }

  /* Without a service: the ways of the lineages that are known. */
  recall(key) {
    const known = this.model.data.answers.flatMap((answer) => [...answer.items, ...answer.between])
      .find((item) => item.document.key === key);
    this.key = key;
    this.lists = known ? known.paths.map((path) => [...path].reverse()) : [];
    this.total = this.lists.length;
  }

  /* The lines between two neighbours on a way, as they are shown. */
  between(one, other) {
    return this.model.linksAmong(new Set([one, other])).filter((link) => link.source !== link.target);
  }

  shown() {
    const { model } = this;
    const keys = new Set([model.focus, this.key, ...this.lists.flat()]);
    const links = new Map();
    for (const list of this.lists) {
      list.slice(1).forEach((key, at) => this.between(list[at], key).forEach((link) => links.set(link.id, link)));
    }
    const none = { open: false, seen: 0, hidden: 0, can: false, filtered: true };
    const sides = new Map([...keys].flatMap((key) => [[`upper|${key}`, none], [`lower|${key}`, none]]));
    return { keys, links: [...links.values()], pale: new Set(), refused: 0, sides, more: [] };
  }
};
