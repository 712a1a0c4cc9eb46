// What all our widgets need. It stands before the module of each when that is sent to the browser: see modules.py.

/**
 * Make an element. Of its attributes, those that begin with “on” listen to an event (`onclick`); `true` writes a bare
 * attribute (`checked`), `false` and `null` write none.
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Give an element the ink of a mark, as Python sends it: background, text, border, kind of line. */
function paint(made, [background, text, border, line]) {
  made.style.backgroundColor = background;
  made.style.color = text;
  made.style.borderColor = border;
  made.style.borderStyle = line;
}

/** A name that no other element of the page has. */
function newName() {
  return `course-${Math.random().toString(36).slice(2)}`;
}

/**
 * Keep plain keys from JupyterLab. It asks for each key whether its shortcut fits the element that has the focus, and asks
 * that element alone whether it wants to be left out (`data-lm-suppress-shortcuts`); the attribute on the box around it is
 * never seen. It listens at the document: without this, an arrow leads to the next cell, and an x cuts this one.
 */
function keepKeys(event) {
  const isOurs = !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== "Escape" && !(event.shiftKey && event.key === "Enter");
  if (isOurs) event.stopPropagation();
}
