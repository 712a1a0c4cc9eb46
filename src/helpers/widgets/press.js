// A button that waits its turn. The browser sends one change of a widget at a time and keeps the next ones back until
// Python has answered, but a click it sends at once: a click on an ordinary button overtakes the mark made just before. A
// press here is a change of the page itself (or of the button, if there is none), and stands in line behind the marks.

function render({ model, el }) {
  const button = element("button", {
    type: "button",
    class: "lm-Widget jupyter-widgets jupyter-button widget-button",
    "data-lm-suppress-shortcuts": "true",
    style: "width: auto",
    onclick: press,
    onkeydown: keepKeys,
  });

  /** Another widget of this notebook; null if it is gone, or this viewer does not tell. */
  async function other(id) {
    try {
      return await model.widget_manager.get_model(id);
    } catch {
      return null;
    }
  }

  async function press() {
    const line = (model.get("behind") && (await other(model.get("behind")))) || model;
    const values = model.get("carried").map(async ([id, name]) => [id, name, (await other(id))?.get(name)]);
    const carried = (await Promise.all(values)).filter(([, , value]) => value !== undefined);
    const before = line.get("pressed");
    const number = (before.at(-1)?.number || 0) + 1;
    line.set("pressed", [...before.slice(-20), { number, button: model.get("key"), carried }]);
    line.save_changes();
  }

  function draw() {
    button.textContent = model.get("words");
    button.classList.toggle("mod-primary", model.get("primary"));
  }

  model.on("change:words", draw);
  draw();
  el.append(button);
  return () => model.off("change:words", draw);
}

export default { render };
