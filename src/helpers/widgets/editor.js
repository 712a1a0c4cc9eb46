// A field for lines that are applied with a button or with Ctrl + Enter; a field of one line, with Enter. What is typed
// goes to Python at once, as a draft, so that nothing is lost when the cell runs again; `asked` counts how often it was
// to be applied, and travels in one message with the text, so that a quick Enter never comes before the last letter.

function render({ model, el }) {
  const id = newName();
  const label = element("label", { for: id });
  const single = model.get("lines") === 1;
  const described = { id, spellcheck: "false", autocomplete: "off", "aria-describedby": `${id}-state ${id}-problem` };
  const area = single ? element("input", { type: "text", ...described }) : element("textarea", { rows: model.get("lines"), ...described });
  const button = element("button", { type: "button", "aria-keyshortcuts": single ? "Enter" : "Control+Enter" }, model.get("button"));
  const state = element("span", { id: `${id}-state` });
  const problem = element("p", { id: `${id}-problem`, role: "alert" });
  const row = element("div", { class: "course-apply" }, button, state);
  const classes = `course-view course-editor${single ? " course-single" : ""} mathjax_ignore tex2jax_ignore`;
  const box = element("div", { class: classes, "data-lm-suppress-shortcuts": "true" }, label, area, row, problem);

  function draw() {
    label.textContent = model.get("label");
    if (area.value !== model.get("text")) area.value = model.get("text");
    if (!single) state.textContent = `${model.get("text") === model.get("applied") ? "" : "Not applied yet. "}Ctrl + Enter applies, too.`;
    problem.textContent = model.get("problem");
  }

  let waiting = null;
  function typed() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      model.set("text", area.value);
      model.save_changes();
    }, 200);
  }

  function apply() {
    clearTimeout(waiting);
    model.set({ text: area.value, asked: model.get("asked") + 1 });
    model.save_changes();
  }

  function pressed(event) {
    if (event.key !== "Enter" || !(single || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    apply();
  }

  area.addEventListener("input", typed);
  area.addEventListener("keydown", pressed);
  button.addEventListener("click", apply);
  box.addEventListener("keydown", keepKeys);
  model.on("change", draw);
  draw();
  el.append(box);
  return () => {
    clearTimeout(waiting);
    model.off("change", draw);
  };
}

export default { render };
