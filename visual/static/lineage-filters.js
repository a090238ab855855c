/* The form of the filters: what is chosen is asked of the page itself, whose answer replaces the
   tables, the counts and the data of the picture. Without a script the form does the same. */
"use strict";

phahe.Filters = class {
  /* acts: renew(address, data) takes in what was asked, change(act) waits for its turn, say. */
  constructor(form, acts) {
    this.form = form;
    this.acts = acts;
    this.search = location.search;
    this.sent = null;
    form.addEventListener("change", (event) => this.chosen(event.target));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.chosen(form);
    });
    // On a narrow screen the picture comes first.
    const narrow = window.matchMedia("(max-width: 860px)").matches;
    if (narrow && this.clear.hidden) form.closest("details").open = false;
    this.clear.addEventListener("click", (event) => {
      event.preventDefault();
      this.all();
    });
    window.addEventListener("popstate", () => {
      if (location.search !== this.search) this.load(`${location.pathname}${location.search}`, false);
    });
  }

  get clear() {
    return document.getElementById("lineage-filters-clear");
  }

  /* Lets everything through again. */
  all() {
    return this.load(this.clear.href.split("#")[0], true);
  }

  chosen(box) {
    if (!this.form.querySelector("[name=relations]:checked")) {
      box.checked = true;
      this.acts.say("graph.filter_one_kind");
    } else if (this.form.reportValidity()) {
      this.load(this.address(), true);
    }
  }

  /* The address of the page with what the form says; what is left as it was has no place in it. */
  address() {
    const query = new URLSearchParams();
    const kinds = [];
    for (const [name, value] of new FormData(this.form)) {
      if (name === "relations") kinds.push(value);
      else if (value.trim()) query.append(name, value.trim());
    }
    if (kinds.join() !== "implements") query.set("relations", kinds.join());
    const asked = String(query).replaceAll("%2F", "/").replaceAll("%2C", ",");
    return `${location.pathname}${asked ? `?${asked}` : ""}`;
  }

  /* A button pressed right behind a typed day asks twice for one thing: the field that is left asks,
     and so does the form. The second is dropped, or going back would take two steps. */
  load(address, fresh) {
    return this.acts.change(async () => {
      if (fresh && [this.sent, `${location.pathname}${location.search}`].includes(address)) return;
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.replace(page);
      // "2014" comes back as the day that it stands for: the address says what the form says.
      if (fresh) history.pushState(null, "", this.address());
      [this.sent, this.search] = [address, location.search];
      await this.acts.renew(JSON.parse(page.getElementById("lineage-data").textContent));
    });
  }

  /* Puts what follows the filters in the place of what stood there, and sets the form. */
  replace(page) {
    for (const part of document.querySelectorAll("[data-follows=lineage]")) {
      const other = page.getElementById(part.id);
      if (other) part.replaceWith(document.adoptNode(other));
    }
    const form = page.getElementById("lineage-filters");
    for (const box of this.form.querySelectorAll("input")) {
      const other = [...form.elements].find((one) => one.name === box.name && (box.type === "text" || one.value === box.value));
      if (other) [box.checked, box.value] = [other.checked, other.value];
    }
    for (const count of this.form.querySelectorAll("[data-count]")) {
      count.textContent = form.querySelector(`[data-count="${count.dataset.count}"]`).textContent;
    }
    const { province } = form.elements;
    const place = province.value;
    this.form.elements.province.replaceChildren(...province.children);
    this.form.elements.province.value = place;
    this.clear.hidden = page.getElementById("lineage-filters-clear").hidden;
  }
};
