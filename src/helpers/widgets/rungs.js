// A ladder to look at and to choose on: a rung for each degree of consensus, a column for each theme, and on the rungs
// the numbers of the sentences. What stands beside the ladder has a box of its own. Every name and every number is a button.
// What `keepKeys` says of JupyterLab (in elements.js) holds here, too: `pressed` keeps all plain keys, Escape with them.

function render({ model, el }) {
  const box = element("div", { class: "course-view course-ladder mathjax_ignore tex2jax_ignore", role: "group", lang: "en" });
  let asked = 0;

  function set(name, value) {
    model.set(name, value);
    model.save_changes();
  }

  /** A button that chooses; if it is chosen already, everything is chosen again. */
  function chooser(trait, key, words, ink = null) {
    const made = element("button", { type: "button", class: "course-chooser", "data-is": `${trait} ${key}` }, words);
    if (ink) paint(made, ink);
    made.addEventListener("click", () => set(trait, model.get(trait) === key ? "" : key));
    made.told = () => made.setAttribute("aria-pressed", String(model.get(trait) === key));
    return made;
  }

  /** The number of a sentence, which leads to its place on the page. */
  function chip([place, number, rung, themes, words], theme, ink) {
    const made = element("button", { type: "button", class: "course-chip", "data-is": `chip ${place} ${theme}`, title: words, "aria-label": words }, number);
    made.addEventListener("click", () => set("asked", [place, (asked += 1)]));
    made.told = () => {
      const [onTheme, onRung] = [model.get("theme"), model.get("rung")];
      const isListed = (!onRung || onRung === rung) && (!onTheme || (theme ? onTheme === theme : themes.includes(onTheme)));
      made.classList.toggle("course-off", !isListed);
      paint(made, isListed ? ink : ["", "", "", "dotted"]);
    };
    return made;
  }

  const withTheme = (chips, theme) => chips.filter(([, , , themes]) => themes.includes(theme));

  function draw() {
    const focused = document.activeElement?.dataset?.is;
    const [themes, chips, [side]] = [model.get("themes"), model.get("chips"), model.get("rungs").slice(-1)];
    const heads = themes.map(([key, words]) => element("th", { scope: "col" }, chooser("theme", key, words)));
    const all = element("button", { type: "button", class: "course-chooser", "data-is": "all" }, `all ${chips.length} statements`);
    all.addEventListener("click", () => {
      model.set("theme", "");
      set("rung", "");
    });
    all.told = () => all.setAttribute("aria-pressed", String(!model.get("theme") && !model.get("rung")));
    const steps = model.get("rungs").slice(0, -1).map(([key, words, ink]) => {
      const mine = chips.filter(([, , rung]) => rung === key);
      const cells = themes.map(([theme]) => element("td", {}, ...withTheme(mine, theme).map((one) => chip(one, theme, ink))));
      return element("tr", {}, element("th", { scope: "row" }, chooser("rung", key, `${words} · ${mine.length}`, ink)), ...cells);
    });
    const head = element("tr", {}, element("td", {}, all), ...heads);
    const feet = element("tr", { class: "course-feet", "aria-hidden": "true" }, ...["", ...themes].map(() => element("td")));
    const table = element("table", { "aria-label": model.get("title") }, element("thead", {}, head), element("tbody", {}, ...steps, feet));
    const [key, words, ink] = side;
    const mine = chips.filter(([, , rung]) => rung === key);
    const names = Object.fromEntries(themes);
    const rows = mine.map((one) => element("li", {}, chip(one, "", ink), ` ${one[3].map((theme) => names[theme]).join(", ")}`));
    const beside = element("div", { class: "course-side" }, element("p", {}, "beside the ladder"), chooser("rung", key, `${words} · ${mine.length}`, ink), element("ul", {}, ...rows));
    box.setAttribute("aria-label", model.get("title"));
    box.replaceChildren(element("div", { class: "course-rungs" }, table), beside);
    follow();
    const again = buttons().find((one) => one.dataset.is === focused);
    stopAt(again || buttons()[0]);
    again?.focus();
  }

  const buttons = () => [...box.querySelectorAll("button")];

  function follow() {
    for (const one of buttons()) one.told();
  }

  /** Let Tab stop at one button of the ladder; from there the arrow keys lead on. */
  function stopAt(button) {
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
  }

  const middle = (button) => {
    const { left, right } = button.getBoundingClientRect();
    return (left + right) / 2;
  };

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter")) return;
    event.stopPropagation(); // also Enter, space and letters
    const lines = [...box.querySelectorAll("tr, .course-side")].map((line) => [...line.querySelectorAll("button")]).filter((line) => line.length);
    const row = lines.findIndex((line) => line.includes(event.target));
    if (row < 0) return;
    const line = lines[row];
    const place = line.indexOf(event.target);
    const from = (one) => Math.abs(middle(one) - middle(event.target));
    const near = (other) => (place ? other?.reduce((best, one) => (from(one) < from(best) ? one : best)) : other?.[0]);
    const next = {
      ArrowRight: () => line[place + 1],
      ArrowLeft: () => line[place - 1],
      ArrowDown: () => near(lines[row + 1]),
      ArrowUp: () => near(lines[row - 1]),
      Home: () => line[0],
      End: () => line.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next()?.focus();
  }

  const changed = { theme: follow, rung: follow, themes: draw, rungs: draw, chips: draw };
  box.addEventListener("keydown", pressed);
  box.addEventListener("focusin", (event) => event.target.matches("button") && stopAt(event.target));
  for (const [name, action] of Object.entries(changed)) model.on(`change:${name}`, action);
  draw();
  el.append(box);
  return () => {
    for (const [name, action] of Object.entries(changed)) model.off(`change:${name}`, action);
  };
}

export default { render };
