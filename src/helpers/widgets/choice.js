// A row of choices, one of them or several: the browser's own radio buttons or boxes, which a screen reader knows. In
// JupyterLab the arrow keys do nothing in them by themselves (they belong to its cells), so `pressed` does it.

function render({ model, el }) {
  const name = newName();
  const box = element("fieldset", { class: "course-view course-choice mathjax_ignore tex2jax_ignore", "data-lm-suppress-shortcuts": "true" });
  const several = () => model.get("several");
  const chosen = () => (several() ? model.get("value") : [model.get("value")]);
  const inputs = () => [...box.querySelectorAll("input")];
  let current = 0; // a long list is one stop of the Tab key: the one where the focus was last

  function draw() {
    const focused = inputs().findIndex((input) => input === document.activeElement);
    const made = model.get("options").map(([words, key]) => {
      const input = element("input", { type: several() ? "checkbox" : "radio", name, value: key });
      input.checked = chosen().includes(key);
      input.disabled = model.get("off").includes(key);
      return element("label", { class: input.disabled ? "course-off" : "" }, input, element("span", {}, words));
    });
    box.replaceChildren(element("legend", {}, model.get("title")), element("div", { class: model.get("high") ? "course-high" : "" }, ...made));
    stop(current);
    if (focused >= 0) inputs()[Math.min(focused, made.length - 1)]?.focus();
  }

  function stop(number) {
    if (!model.get("high")) return;
    current = Math.max(0, Math.min(number, inputs().length - 1));
    inputs().forEach((input, place) => input.setAttribute("tabindex", place === current ? "0" : "-1"));
  }

  function changed() {
    const now = inputs().filter((input) => input.checked).map((input) => input.value);
    model.set("value", several() ? now : now[0]);
    model.save_changes();
  }

  function pressed(event) {
    const all = inputs().filter((input) => !input.disabled);
    const now = all.indexOf(event.target);
    const place = { ArrowDown: now + 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowLeft: now - 1, Home: 0, End: -1 }[event.key];
    if (place === undefined || now < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = all.at(place % all.length);
    next.focus();
    if (several() || next.checked) return;
    next.checked = true;
    changed();
  }

  function follow() {
    for (const input of inputs()) input.checked = chosen().includes(input.value);
  }

  box.addEventListener("change", changed);
  box.addEventListener("keydown", pressed);
  box.addEventListener("keydown", keepKeys);
  box.addEventListener("focusin", (event) => stop(Math.max(0, inputs().indexOf(event.target))));
  model.on("change:value", follow);
  model.on("change:options", draw);
  model.on("change:off", draw);
  model.on("change:title", draw);
  draw();
  el.append(box);
  return () => {
    model.off("change:value", follow);
    model.off("change:options", draw);
    model.off("change:off", draw);
    model.off("change:title", draw);
  };
}

export default { render };
