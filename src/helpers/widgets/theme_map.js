// A map of a text: a row for each theme, a column for each sentence. A box says its sentence when it is looked at with
// the keys or the mouse; a click or Enter asks for its place (`asked` counts, so that the same place can be asked twice).

function render({ model, el }) {
  const table = element("table", { role: "grid", "aria-label": model.get("title"), class: "course-map" });
  const told = element("p", { class: "course-map-told", role: "status" });
  const box = element("div", { class: "course-view mathjax_ignore tex2jax_ignore", "data-lm-suppress-shortcuts": "true" }, table, told);
  let at = [0, 0];
  told.textContent = "Point at a box, or go to it with Tab and the arrow keys: it says its sentence. A click or Enter shows it on the page.";

  const cellAt = ([row, column]) => table.querySelector(`td[data-row="${row}"][data-column="${column}"]`);

  function draw() {
    const inside = table.contains(document.activeElement);
    const [themes, sentences, signs] = ["themes", "sentences", "signs"].map((name) => model.get(name));
    at = [Math.min(at[0], themes.length - 1), Math.min(at[1], sentences.length - 1)];
    const head = element("tr", {}, element("th", { scope: "col" }, "theme"), ...sentences.map(([number]) => element("th", { scope: "col" }, String(number))));
    const rows = themes.map((theme, row) => {
      const cells = model.get("cells")[theme].map((verdict, column) => {
        const [sign, background, color] = signs[verdict] || ["", "", ""];
        const words = `${theme}, sentence ${sentences[column][0]}: ${verdict || "not found"}`;
        const style = background ? `background-color:${background};color:${color}` : "";
        const here = row === at[0] && column === at[1];
        return element("td", { role: "gridcell", tabindex: here ? "0" : "-1", "aria-label": words, "data-row": row, "data-column": column, style }, sign);
      });
      const name = element("th", { scope: "row" }, theme);
      if (theme === model.get("current")) name.setAttribute("aria-current", "true");
      return element("tr", {}, name, ...cells);
    });
    table.replaceChildren(element("caption", {}, model.get("title")), element("thead", {}, head), element("tbody", {}, ...rows));
    if (inside) cellAt(at)?.focus();
  }

  function tell(cell) {
    at = [Number(cell.dataset.row), Number(cell.dataset.column)];
    for (const one of table.querySelectorAll('td[tabindex="0"]')) one.tabIndex = -1;
    cell.tabIndex = 0;
    told.textContent = `${cell.getAttribute("aria-label")}. ${model.get("sentences")[at[1]][1]}`;
  }

  function ask(event) {
    const cell = event.target.closest?.("td");
    if (!cell) return;
    tell(cell);
    const [, , start, end] = model.get("sentences")[at[1]];
    model.set({ place: [start, end], asked: model.get("asked") + 1 });
    model.save_changes();
  }

  function pressed(event) {
    const cell = event.target.closest?.("td");
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") ask(event);
    else {
      const last = [model.get("themes").length - 1, model.get("sentences").length - 1];
      const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -last[1]], End: [0, last[1]] }[event.key];
      if (!step) return;
      cellAt(at.map((now, axis) => Math.max(0, Math.min(now + step[axis], last[axis])))).focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  const pointed = (event) => event.target.closest?.("td") && tell(event.target.closest("td"));
  table.addEventListener("focusin", pointed);
  table.addEventListener("mouseover", pointed);
  table.addEventListener("click", ask);
  table.addEventListener("keydown", pressed);
  box.addEventListener("keydown", keepKeys);
  model.on("change", draw);
  draw();
  el.append(box);
  return () => model.off("change", draw);
}

export default { render };
