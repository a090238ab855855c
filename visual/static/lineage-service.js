/* Asks the service for what the model lacks. Without a service there is nothing to ask. */
"use strict";

phahe.Service = class {
  constructor(model) {
    this.model = model;
    this.asked = new Set();
  }

  async ask(side, key, limit, cursor = null) {
    const { model } = this;
    const kinds = model.kindList();
    const query = new URLSearchParams({
      direction: side === "upper" ? "ancestors" : "descendants",
      depth: "1",
      relations: kinds.join(",").toLowerCase(),
      limit: String(limit),
    });
    if (cursor) query.set("cursor", cursor);
    if (model.data.as_of) query.set("as_of", model.data.as_of);
    const answer = await fetch(`/v1/documents/${encodeURIComponent(key)}/lineage?${query}`, {
      headers: { accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`lineage of ${key}: ${answer.status}`);
    return { ...(await answer.json()), kinds, one_hop: true };
  }

  /* Learns the ways between a document and the one of the page. */
  async ways(key) {
    const { model } = this;
    if (!model.data.service) {
      model.ways.recall(key);
      return;
    }
    const query = new URLSearchParams({
      a: key, b: model.focus, relations: model.kindList().join(",").toLowerCase(), limit: "20",
    });
    if (model.data.as_of) query.set("as_of", model.data.as_of);
    const answer = await fetch(`/v1/path?${query}`, { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(`ways to ${key}: ${answer.status}`);
    model.ways.absorb(key, await answer.json());
    model.ways.asked = String(query);
  }

  /* Makes sure that `amount` documents of a side pass the filter and are known, or all that do. */
  async ensureMatches(side, amount) {
    const { model } = this;
    const known = model.matches.sides.get(side);
    if (!known || !known.next || known.keys.length >= amount) return;
    const query = new URLSearchParams(model.data.choice.asked);
    query.set("direction", side === "upper" ? "ancestors" : "descendants");
    query.set("limit", String(amount - known.keys.length));
    query.set("cursor", known.next);
    const answer = await fetch(`/v1/documents/${encodeURIComponent(model.focus)}/lineage?${query}`, {
      headers: { accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`lineage of ${model.focus}: ${answer.status}`);
    model.matches.absorb(await answer.json());
  }

  /* Makes sure that `amount` neighbours of this side are known, or all there are. */
  async ensure(side, key, amount) {
    const { model } = this;
    if (!model.data.service || !model.kinds.size) return;
    if (model.matches) {
      if (key === model.focus) await this.ensureMatches(side, amount);
      return;
    }
    const id = model.sideId(side, key);
    const known = model.near.get(id);
    const total = model.totals.get(id);
    const have = known ? known.keys.length : 0;
    if (total !== undefined && have >= Math.min(amount, total)) return;
    const cursor = known && known.next;
    model.absorb(await this.ask(side, key, amount - (cursor ? have : 0), cursor));
  }

  /* Learns how many neighbours these sides have, two questions at a time; true if any came. */
  async count(sides) {
    const { model } = this;
    const left = sides.filter(([side, key]) => {
      const id = model.sideId(side, key);
      const fresh = model.data.service && model.kinds.size && !this.asked.has(id);
      this.asked.add(id);
      return fresh;
    });
    const found = left.length > 0;
    const work = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        model.absorb(await this.ask(next[0], next[1], 1), "total");
      }
    };
    try {
      await Promise.all([work(), work()]);
    } catch {
      // A count that does not come leaves its card without a number.
    }
    return found;
  }
};
