"use strict";
// What the page says without this script stays true: the script brings it to the reader's day, filters,
// remembers the language, and makes addresses where the file knows none. It holds no words of its own.
(() => {
  const page = document.documentElement;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  /** The words of a name in both languages, with values in place of `{…}`. */
  const words = (name, values = {}) => {
    const copy = one("#words").content.querySelector(`[data-word="${name}"]`).cloneNode(true);
    for (const span of copy.children) {
      span.textContent = span.textContent.replace(/\{(\w+)\}/g, (_, key) => values[key]);
    }
    return copy;
  };

  const memory = {
    get language() {
      try { return localStorage.getItem("lichsong.language"); } catch { return null; }
    },
    set language(value) {
      try { localStorage.setItem("lichsong.language", value); } catch { /* A reader may forbid it. */ }
    },
  };

  // MARK: The language

  const switches = all('input[name="language"]');
  const show = (language) => {
    page.lang = language;
    for (const option of all("option[data-vi]")) {
      option.textContent = option.dataset[language];
      option.lang = language;
    }
  };
  for (const button of switches) {
    button.addEventListener("change", () => {
      memory.language = button.value;
      show(button.value);
    });
  }
  const remembered = switches.find((button) => button.value === memory.language);
  if (remembered) remembered.checked = true;
  show(switches.find((button) => button.checked).value);

  // MARK: The day

  /** The reader's day in a time zone, `2024-06-09`. */
  const dayIn = (timeZone) => {
    const form = { year: "numeric", month: "2-digit", day: "2-digit" };
    try {
      return new Intl.DateTimeFormat("en-CA", { ...form, timeZone }).format();
    } catch {
      return new Intl.DateTimeFormat("en-CA", form).format();
    }
  };
  const numberOf = (day) => Date.parse(day + "T00:00:00Z") / 864e5;
  const today = dayIn(document.body.dataset.zone || undefined);

  /** How far away a day is. */
  const distance = (day) => {
    const days = numberOf(day) - numberOf(today);
    return words(days === 0 ? "today" : days === 1 ? "tomorrow" : "inDays", { n: days });
  };

  /** The day in the form of each language. */
  const fullDay = (day) => {
    const date = new Date(day + "T00:00:00Z");
    const form = (locale, options) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
    const [year, month, number] = day.split("-");
    const weekday = one("#weekdays").content.children[(date.getUTCDay() + 6) % 7];
    const name = (language) => one("." + language, weekday).textContent;
    return {
      vi: `${name("vi")}, ${number}/${month}/${year}`,
      en: `${name("en")} ${form("en-GB", { day: "numeric", month: "long", year: "numeric" })}`,
    };
  };

  const markToday = () => {
    const month = one(`[data-month="${today.slice(0, 7)}"]`);
    if (!month) return;
    const cell = all("td:not(:empty)", month)[Number(today.slice(8)) - 1];
    cell.classList.add("today");
    cell.setAttribute("aria-current", "date");
  };

  const showNext = () => {
    const list = one("#next-list");
    if (!list) return;
    const coming = all(".agenda .entry:not(.cancelled)")
      .filter((entry) => entry.dataset.date >= today)
      .slice(0, 4);
    list.replaceChildren(...coming.map((entry) => {
      const card = entry.cloneNode(true);
      const link = document.createElement("a");
      const heading = document.createElement("h3");
      const title = one("h4", card);
      link.href = "#" + entry.id;
      link.append(...title.childNodes);
      heading.lang = title.lang;
      heading.append(link);
      title.replaceWith(heading);
      card.removeAttribute("id");
      const away = distance(entry.dataset.date);
      away.className = "in";
      one(".when", card).append(away);
      return card;
    }));
    one("#next-nothing").hidden = coming.length > 0;
    const day = fullDay(today);
    const line = words("todayIs");
    for (const span of line.children) span.textContent += " " + day[span.lang];
    one("#as-of").replaceChildren(line);
  };

  const showSoon = () => {
    for (const plan of all("[data-dates]")) {
      const next = plan.dataset.dates.split(" ").find((day) => day >= today);
      const line = one(".soon", plan);
      line.hidden = !next;
      if (!next) continue;
      const day = fullDay(next);
      const text = words("nextIs");
      for (const span of text.children) span.textContent += " " + day[span.lang];
      line.replaceChildren(text, " (", distance(next), ")");
    }
  };

  // MARK: The filter

  const filter = one("#filter");
  const marked = all("[data-outlet], [data-theme]").filter((node) => !node.closest("#next"));
  const isShown = (node, { outlet, theme }) =>
    (!outlet || node.dataset.outlet === outlet) && (!theme || node.dataset.theme === theme);

  const applyFilter = () => {
    const chosen = Object.fromEntries(new FormData(filter));
    for (const node of marked) {
      const hit = isShown(node, chosen);
      if (node.matches(".dot")) node.classList.toggle("dimmed", !hit);
      else node.hidden = !hit;
    }
    for (const month of all(".agenda-month")) month.hidden = !one(".entry:not([hidden])", month);
    const entries = all(".agenda .entry");
    const n = entries.filter((entry) => !entry.hidden).length;
    const isAll = n === entries.length && !chosen.outlet && !chosen.theme;
    one("#count").replaceChildren(words(isAll ? "shownAll" : "shown", { n, of: entries.length }));
    const address = new URL(location);
    for (const key of ["outlet", "theme"]) {
      if (chosen[key]) address.searchParams.set(key, chosen[key]);
      else address.searchParams.delete(key);
    }
    if (address.href !== location.href) {
      // A page that was opened from a disk may not change its address in some browsers.
      try { history.replaceState(null, "", address); } catch { /* The filter works all the same. */ }
    }
  };

  /** Shows the place that the address names, whatever the filter. */
  const showPlace = () => {
    let name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch { /* It is no name, so there is no such place. */ }
    const place = document.getElementById(name);
    if (!place || !place.closest("[hidden]")) return;
    filter.reset();
    setTimeout(() => place.scrollIntoView());
  };

  const startFilter = () => {
    if (!filter) return;
    const asked = new URLSearchParams(location.search);
    for (const input of filter.elements) {
      const value = asked.get(input.name);
      if (!value) continue;
      if (input.type === "radio") input.checked = input.value === value;
      if (input.tagName === "SELECT" && [...input.options].some((option) => option.value === value)) {
        input.value = value;
      }
    }
    if (!one('input[name="outlet"]:checked')) one('input[name="outlet"]').checked = true;
    filter.hidden = false;
    filter.addEventListener("change", applyFilter);
    filter.addEventListener("submit", (event) => event.preventDefault());
    filter.addEventListener("reset", () => setTimeout(applyFilter));
    addEventListener("hashchange", showPlace);
    applyFilter();
    showPlace();
  };

  // MARK: Subscriptions

  /** The addresses by which programs subscribe; SubscriptionLinks.swift makes the same. */
  const links = (address, name) => {
    const webcal = address.replace(/^[^:]*/, "webcal");
    const query = `addfromweb?url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`;
    return {
      address,
      webcal,
      google: `https://calendar.google.com/calendar/r?cid=${encodeURIComponent(webcal)}`,
      outlook: `https://outlook.live.com/calendar/0/${query}`,
      microsoft365: `https://outlook.office.com/calendar/0/${query}`,
    };
  };

  const makeLinks = () => {
    if (!/^https?:$/.test(location.protocol)) return;
    for (const feed of all(".feed")) {
      const plain = one(".plain", feed);
      if (!plain) continue;
      const ways = one("#ways").content.cloneNode(true);
      const address = new URL(feed.dataset.path, location.origin + location.pathname).href;
      for (const [way, href] of Object.entries(links(address, feed.dataset.name))) {
        const node = one(`[data-way="${way}"]`, ways);
        if (way === "address") node.textContent = href;
        else node.href = href;
      }
      plain.replaceWith(ways);
    }
  };

  const copyText = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      return true;
    } catch {
      // Without https there is no clipboard but the old one: what is selected.
      getSelection().selectAllChildren(code);
      return document.execCommand("copy");
    }
  };

  const startCopying = () => {
    for (const button of all(".copy")) {
      const place = button.parentElement;
      button.hidden = false;
      button.addEventListener("click", async () => {
        const isCopied = await copyText(one("code", place));
        one(".copied", place).replaceChildren(words(isCopied ? "copied" : "copyFailed"));
      });
    }
  };

  const startPrinting = () => {
    const button = one("#print");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => print());
  };

  markToday();
  showNext();
  showSoon();
  startFilter();
  makeLinks();
  startCopying();
  startPrinting();
})();
