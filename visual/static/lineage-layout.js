/* Where the cards of a lineage stand: the same rules as visual/layout.py, which explains them.
   A browser test compares the two. */
"use strict";
window.phahe = window.phahe || {};

phahe.layout = (() => {
  const ROWS = 7;
  const ROW_GAP = 26;
  const COLUMN_GAP = 108;
  const SUB_COLUMN_GAP = 22;

  function neighbours(ranked, links) {
    const uppers = new Map(ranked.map((key) => [key, []]));
    const lowers = new Map(ranked.map((key) => [key, []]));
    const order = [...new Map(links.map((l) => [`${l[0]} ${l[1]}`, l])).values()];
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    order.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]));
    for (const [lower, upper] of order) {
      if (lower !== upper && uppers.has(lower) && uppers.has(upper)) {
        uppers.get(lower).push(upper);
        lowers.get(upper).push(lower);
      }
    }
    return { uppers, lowers };
  }

  function reach(start, onward) {
    const seen = new Set([start]);
    const open = [start];
    while (open.length) {
      for (const key of onward.get(open.pop()) || []) {
        if (!seen.has(key)) {
          seen.add(key);
          open.push(key);
        }
      }
    }
    return seen;
  }

  function longest(focus, members, ranked, nearer) {
    const done = new Map([[focus, 0]]);
    let left = ranked.filter((key) => members.has(key));
    while (left.length) {
      const touching = left.filter((key) => nearer.get(key).some((k) => done.has(k)));
      if (!touching.length) break;
      const free = touching.filter((key) =>
        nearer.get(key).every((k) => done.has(k) || !members.has(k)));
      const taken = free.length ? free : touching.slice(0, 1);
      const found = taken.map((key) =>
        [key, 1 + Math.max(...nearer.get(key).filter((k) => done.has(k)).map((k) => done.get(k)))]);
      for (const [key, distance] of found) done.set(key, distance);
      left = left.filter((key) => !done.has(key));
    }
    done.delete(focus);
    return done;
  }

  function hangOn(columns, ranked, uppers, lowers) {
    let left = ranked.filter((key) => !columns.has(key));
    while (left.length) {
      const found = new Map();
      for (const key of left) {
        const above = uppers.get(key).filter((k) => columns.has(k)).map((k) => columns.get(k));
        const below = lowers.get(key).filter((k) => columns.has(k)).map((k) => columns.get(k));
        if (above.length) found.set(key, Math.max(...above) + 1);
        else if (below.length) found.set(key, Math.min(...below) - 1);
      }
      if (!found.size) for (const key of left) found.set(key, 0);
      for (const [key, column] of found) columns.set(key, column);
      left = left.filter((key) => !columns.has(key));
    }
  }

  function columnsOf(focus, ranked, uppers, lowers) {
    const columns = new Map([[focus, 0]]);
    const below = reach(focus, lowers);
    below.delete(focus);
    const above = reach(focus, uppers);
    above.delete(focus);
    for (const key of below) above.delete(key);
    for (const [key, distance] of longest(focus, below, ranked, uppers)) columns.set(key, distance);
    for (const [key, distance] of longest(focus, above, ranked, lowers)) columns.set(key, -distance);
    hangOn(columns, ranked, uppers, lowers);
    return columns;
  }

  /* ranked: keys in order of rank; links: [lower, upper] pairs; card: {width, height}.
     Returns Map key -> {x, y, column}. */
  function place(focus, ranked, links, card) {
    const { uppers, lowers } = neighbours(ranked, links);
    const columns = columnsOf(focus, ranked, uppers, lowers);
    const members = new Map();
    for (const key of ranked) {
      const column = columns.get(key);
      if (!members.has(column)) members.set(column, []);
      members.get(column).push(key);
    }
    const rows = new Map();
    const places = new Map();
    const mean = (key, nearer) => {
      const near = [...uppers.get(key), ...lowers.get(key)]
        .filter((k) => rows.has(k) && nearer(columns.get(k)));
      return near.length ? near.reduce((sum, k) => sum + rows.get(k), 0) / near.length : 0;
    };
    let right = -card.width / 2;
    let left = card.width / 2;
    const order = [...members.keys()].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    for (const column of order) {
      let keys = members.get(column);
      if (column !== 0) {
        const nearer = column > 0 ? (c) => c >= 0 && c < column : (c) => c <= 0 && c > column;
        const means = new Map(keys.map((key) => [key, mean(key, nearer)]));
        keys = [...keys].sort((a, b) => means.get(a) - means.get(b));
      }
      const subs = keys.length <= ROWS ? 1 : Math.floor(Math.sqrt(Math.floor((keys.length - 1) / 5))) + 1;
      const height = Math.ceil(keys.length / subs);
      keys.forEach((key, index) => {
        const sub = Math.floor(index / height);
        const row = (index % height) - (height - 1) / 2;
        const step = sub * (card.width + SUB_COLUMN_GAP) + card.width / 2;
        rows.set(key, row);
        places.set(key, {
          x: column >= 0 ? right + step : left - step,
          y: row * (card.height + ROW_GAP),
          column,
        });
      });
      const width = subs * (card.width + SUB_COLUMN_GAP) - SUB_COLUMN_GAP + COLUMN_GAP;
      if (column >= 0) right += width;
      if (column < 0) left -= width;
      if (column === 0) left -= card.width + COLUMN_GAP;
    }
    return places;
  }

  return { place, ROW_GAP, SUB_COLUMN_GAP };
})();
