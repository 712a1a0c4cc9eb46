// A page of text with labeled marks. It can be read, marked (mode "mark") or looked at letter by letter (mode "inspect").
//
// Python counts characters (code points); a browser counts UTF-16 units, two for an emoji. Everything in this file counts
// units, and `places` translates at the two doors: `read` for what comes from Python, `write` for what goes there.

const KEYS = [
  ["← →", "the word before, the next word (the letter, where “whole words” is off)"],
  ["Shift + ← →", "move the end of what is selected"],
  ["Alt + Shift + ← →", "move its beginning"],
  ["↑ ↓", "the mark before, the next mark"],
  ["1 to 9", "give the label of that number"],
  ["Delete", "remove the chosen mark"],
  ["Ctrl + Z, Ctrl + Y", "undo, redo"],
  ["Escape", "select nothing"],
];

const KEYS_TO_INSPECT = [
  ["← →", "the character before, the next character"],
  ["↑ ↓", "the mark before, the next mark"],
  ["Home, End", "the first character, the last one"],
];

// --- counting --------------------------------------------------------------------------------------------------------

/** Translate places: code points as Python counts them, and the UTF-16 units of a browser. */
export function counting(text) {
  const units = [];
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) units.push(unit);
  units.push(text.length);
  return {
    toUnits: (point) => units[Math.max(0, Math.min(point, units.length - 1))],
    toPoints: (unit) => {
      let [low, high] = [0, units.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (units[middle] <= unit) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** List the steps of a text, [start, end) each: its words, or its letters with the accents that belong to them. */
export function steps(text, wholeWords) {
  if (wholeWords) {
    return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((word) => [word.index, word.index + word[0].length]);
  }
  if (typeof Intl !== "undefined" && Intl.Segmenter) {
    const letters = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
    return [...letters].map((letter) => [letter.index, letter.index + letter.segment.length]);
  }
  return [...text.matchAll(/\P{M}\p{M}*|\p{M}/gu)].map((letter) => [letter.index, letter.index + letter[0].length]);
}

/** Widen a range until it begins and ends with whole steps; white space at its ends is left out. */
export function snapped(text, list, [start, end]) {
  const touched = list.filter(([from, to]) => from < end && to > start);
  if (!touched.length) return null;
  let [from, to] = [touched[0][0], touched[touched.length - 1][1]];
  while (from < to && /\s/u.test(text[from])) from += 1;
  while (to > from && /\s/u.test(text[to - 1])) to -= 1;
  return from < to ? [from, to] : null;
}

// --- small helpers ---------------------------------------------------------------------------------------------------

function shortened(words) {
  const line = words.replace(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

const sameRange = (one, two) => one && two && one[0] === two[0] && one[1] === two[1];

// --- the view --------------------------------------------------------------------------------------------------------

function render({ model, el }) {
  let text = model.get("text");
  let places = counting(text);
  let letters = steps(text, false);
  let words = steps(text, true);
  let spans = []; // {start, end, label}, in units, in the order of the text
  let range = null; // what is selected, in units
  let chosen = null; // the mark that is selected, one of `spans`
  let waiting = null; // a mark that overlaps others, until the learner has decided
  let past = [];
  let future = [];
  let textAt = new WeakMap(); // a text node of the page -> the unit at which it begins
  const mode = () => model.get("mode");

  const page = element("div", { class: "course-page", tabindex: "0" });
  const status = element("div", { class: "course-status", role: "status", "aria-live": "polite" });
  const decision = element("div", { class: "course-decision" });
  const tools = element("div", { class: "course-tools", role: "toolbar", "aria-label": "Labels and steps" });
  const list = element("details", { class: "course-list" });
  const found = element("div", { class: "course-found" });
  const help = element("details", { class: "course-help" });
  const box = element("div", { class: "course-view mathjax_ignore tex2jax_ignore", "data-lm-suppress-shortcuts": "true" });
  const id = newName();
  status.id = id;

  // --- to and from Python ---

  function read() {
    return model
      .get("spans")
      .map(([start, end, label]) => ({ start: places.toUnits(start), end: places.toUnits(end), label }))
      .sort((one, two) => one.start - two.start || one.end - two.end);
  }

  function write() {
    const rows = spans.map(({ start, end, label }) => [places.toPoints(start), places.toPoints(end), label]);
    model.set("spans", rows);
    model.save_changes();
  }

  /** Take a new set of marks, remember the old one for "undo", and tell Python. */
  function commit(next, said) {
    past.push(spans);
    future = [];
    spans = [...next].sort((one, two) => one.start - two.start || one.end - two.end);
    waiting = null;
    write();
    draw();
    say(said);
  }

  function step(from, to, said) {
    if (!from.length) return say(`Nothing to ${said}.`);
    to.push(spans);
    spans = from.pop();
    range = chosen = waiting = null;
    write();
    draw();
    say(`${said === "undo" ? "Undone" : "Done again"}: ${spans.length} ${spans.length === 1 ? "mark" : "marks"}.`);
  }

  function say(sentence) {
    status.textContent = sentence;
  }

  // --- what is selected ---

  function wordsOf([start, end]) {
    return shortened(text.slice(start, end));
  }

  function placeOf([start, end]) {
    const first = model.get("first");
    return `text[${places.toPoints(start) + first}:${places.toPoints(end) + first}]`;
  }

  function select(next, quiet = false) {
    waiting = null;
    range = next;
    chosen = next ? spans.find((span) => sameRange([span.start, span.end], next)) || null : null;
    draw();
    if (quiet) return;
    if (!range) say("Nothing is selected.");
    else if (mode() !== "mark") say(`“${wordsOf(range)}”, ${placeOf(range)}.`);
    else if (chosen) say(`${chosen.label}: “${wordsOf(range)}”, ${placeOf(range)}. A number changes the label, Delete removes the mark.`);
    else say(`“${wordsOf(range)}”, ${placeOf(range)}. Choose a label.`);
  }

  /** Move one end of what is selected; a chosen mark changes with it. */
  function resize(next) {
    if (!next || next[0] >= next[1] || sameRange(next, range)) return;
    if (!chosen) return select(next);
    const others = spans.filter((span) => span !== chosen);
    const crossed = others.find((span) => span.start < next[1] && span.end > next[0]);
    if (crossed) return say(`It would run into “${wordsOf([crossed.start, crossed.end])}” (${crossed.label}). One place takes one label.`);
    const changed = { ...chosen, start: next[0], end: next[1] };
    [chosen, range] = [changed, next];
    commit([...others, changed], `${changed.label}: “${wordsOf(next)}”, ${placeOf(next)}.`);
  }

  function label(name) {
    if (!range) return say("Select some words first: drag over them, click on one, or move with the arrow keys.");
    const [start, end] = range;
    const fresh = { start, end, label: name };
    const overlapped = spans.filter((span) => span.start < end && span.end > start && !sameRange([span.start, span.end], range));
    if (overlapped.length) {
      waiting = { fresh, overlapped };
      draw();
      return say(explain(range, overlapped));
    }
    const others = spans.filter((span) => !sameRange([span.start, span.end], range));
    chosen = fresh;
    commit([...others, fresh], `Marked as ${name}: “${wordsOf(range)}”, ${placeOf(range)}.`);
  }

  function explain([start, end], overlapped) {
    const other = overlapped[0];
    const name = `your mark “${wordsOf([other.start, other.end])}” (${other.label})`;
    let how = `crosses the border of ${name}`;
    if (start >= other.start && end <= other.end) how = `lies inside ${name}`;
    else if (start <= other.start && end >= other.end) how = `holds ${name}`;
    const more = overlapped.length > 1 ? ` and ${overlapped.length - 1} more` : "";
    return `“${wordsOf([start, end])}” ${how}${more}. One place takes one label: which of the two is the name?`;
  }

  function remove() {
    if (!chosen) return say("Choose a mark first: click on it, or go to it with the arrow keys up and down.");
    const gone = chosen;
    chosen = null;
    commit(spans.filter((span) => span !== gone), `Removed: ${gone.label} “${wordsOf([gone.start, gone.end])}”.`);
  }

  function decide(replace) {
    const { fresh, overlapped } = waiting;
    waiting = null;
    if (replace) {
      chosen = fresh;
      commit([...spans.filter((span) => !overlapped.includes(span)), fresh], `Marked as ${fresh.label} in place of ${overlapped.length === 1 ? "the other" : "the others"}.`);
    } else {
      select([overlapped[0].start, overlapped[0].end]);
    }
    page.focus();
  }

  // --- drawing ---

  function draw() {
    drawPage();
    drawFound();
    if (mode() !== "mark") return;
    drawTools();
    drawDecision();
    drawList();
  }

  /** Set the text anew: one element for each stretch between two borders. The shortest mark gives a stretch its color. */
  function drawPage() {
    const borders = new Set([0, text.length]);
    for (const span of spans) borders.add(span.start).add(span.end);
    if (range) borders.add(range[0]).add(range[1]);
    const sorted = [...borders].sort((one, two) => one - two);
    const inks = model.get("inks");
    const pieces = [];
    const byLength = [...spans].sort((one, two) => one.end - one.start - (two.end - two.start));
    let active = [];
    let coming = 0;
    textAt = new WeakMap();
    for (let number = 0; number + 1 < sorted.length; number += 1) {
      const [start, end] = [sorted[number], sorted[number + 1]];
      while (coming < spans.length && spans[coming].start <= start) active.push(spans[coming++]);
      active = active.filter((span) => span.end > start);
      const owner = active.length > 1 ? byLength.find((span) => active.includes(span)) : active[0];
      const piece = document.createTextNode(text.slice(start, end));
      textAt.set(piece, start);
      const selected = range && start >= range[0] && end <= range[1];
      if (selected && start === range[0] && mode() === "mark") pieces.push(handle("start"));
      if (!owner && !selected) pieces.push(piece);
      else pieces.push(stretch(piece, owner, selected, start, end, inks));
      if (selected && end === range[1] && mode() === "mark") pieces.push(handle("end"));
    }
    page.replaceChildren(...pieces);
  }

  function stretch(piece, owner, selected, start, end, inks) {
    const classes = [owner ? "course-mark" : "course-plain", selected ? "course-selected" : ""];
    const made = element(owner ? "mark" : "span", { class: classes.join(" ").trim() }, piece);
    if (selected && mode() === "inspect" && piece.data === "\n") made.dataset.sign = "↵"; // drawn, not in the text
    if (!owner) return made;
    const ink = inks[owner.label] || inks[""];
    if (ink) paint(made, ink);
    if (start === owner.start) made.classList.add("course-first");
    if (end === owner.end) {
      made.classList.add("course-last");
      made.dataset.label = owner.label;
    }
    made.title = `${owner.label}, ${placeOf([owner.start, owner.end])}`;
    return made;
  }

  /** The grip at one end of what is selected: it can be dragged, with a mouse or a finger. */
  function handle(side) {
    const grip = element("span", { class: `course-handle course-handle-${side}`, "aria-hidden": "true" });
    grip.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const move = (moved) => {
        const unit = unitAtPoint(moved.clientX, moved.clientY);
        if (unit === null) return;
        const list = model.get("whole_words") ? words : letters;
        const next = snapped(text, list, side === "start" ? [Math.min(unit, range[1] - 1), range[1]] : [range[0], Math.max(unit, range[0] + 1)]);
        dragged = next;
        preview(next);
      };
      let dragged = null;
      const stop = () => {
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", stop);
        window.removeEventListener("pointercancel", stop);
        if (dragged) resize(dragged);
        page.focus();
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", stop);
      window.addEventListener("pointercancel", stop);
    });
    return grip;
  }

  /** Show with the browser's own selection where a grip would end up. */
  function preview(next) {
    if (!next) return;
    const found = document.createRange();
    const [from, to] = [nodeAt(next[0]), nodeAt(next[1], true)];
    if (!from || !to) return;
    found.setStart(...from);
    found.setEnd(...to);
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(found);
  }

  function nodeAt(unit, asEnd = false) {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = textAt.get(walker.currentNode);
      const end = start + walker.currentNode.length;
      if (unit < end || (asEnd && unit === end)) return [walker.currentNode, unit - start];
    }
    return null;
  }

  function drawTools() {
    const labels = model.get("labels");
    const inks = model.get("inks");
    const focused = tools.contains(document.activeElement) ? document.activeElement.dataset.name : null;
    const buttons = labels.map((name, number) => {
      const button = element(
        "button",
        {
          type: "button",
          class: "course-label",
          "data-name": name,
          "aria-pressed": String(Boolean(chosen && chosen.label === name)),
          "aria-keyshortcuts": number < 9 ? String(number + 1) : null,
          onpointerdown: keepSelection,
          onclick: () => label(name),
        },
        ...(number < 9 ? [element("kbd", { "aria-hidden": "true" }, String(number + 1)), " "] : []),
        name,
      );
      const ink = inks[name] || inks[""];
      if (ink) paint(button, ink);
      return button;
    });
    const act = (name, action, off) =>
      element("button", { type: "button", "data-name": name, "aria-disabled": String(off), onpointerdown: keepSelection, onclick: action }, name);
    const whole = element("input", {
      type: "checkbox",
      "data-name": "whole words",
      checked: model.get("whole_words"),
      onchange: (event) => {
        model.set("whole_words", event.target.checked);
        model.save_changes();
      },
    });
    tools.replaceChildren(
      ...buttons,
      act("Remove", remove, !chosen),
      act("Undo", () => step(past, future, "undo"), !past.length),
      act("Redo", () => step(future, past, "redo"), !future.length),
      element("label", { class: "course-whole" }, whole, " whole words"),
    );
    if (focused) [...tools.querySelectorAll("[data-name]")].find((tool) => tool.dataset.name === focused)?.focus();
  }

  function keepSelection(event) {
    event.preventDefault(); // a click on a button must not take the selection away
  }

  function drawDecision() {
    if (!waiting) return decision.replaceChildren();
    const { fresh, overlapped } = waiting;
    const button = (words, replace) => element("button", { type: "button", onclick: () => decide(replace) }, words);
    decision.replaceChildren(
      button(`Take “${wordsOf([fresh.start, fresh.end])}” as ${fresh.label}`, true),
      button(`Keep “${wordsOf([overlapped[0].start, overlapped[0].end])}”`, false),
    );
  }

  function drawList() {
    const rows = spans.map((span) =>
      element(
        "tr",
        {},
        element("td", {}, span.label),
        element("td", {}, element("button", { type: "button", onclick: () => show(span) }, wordsOf([span.start, span.end]))),
        element("td", {}, placeOf([span.start, span.end])),
      ),
    );
    const head = element("tr", {}, ...["label", "words", "place"].map((name) => element("th", { scope: "col" }, name)));
    const summary = element("summary", {}, `${spans.length} ${spans.length === 1 ? "mark" : "marks"}`);
    const table = spans.length ? element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)) : "";
    list.replaceChildren(summary, table);
  }

  /** Bring what is selected into sight: if it was not, into the upper third of the page, so that all of it is seen. */
  function bring() {
    const selected = page.querySelector(".course-selected");
    if (!selected) return;
    const [here, around] = [selected.getBoundingClientRect(), page.getBoundingClientRect()];
    if (here.top < around.top || here.bottom > around.bottom - 60) page.scrollTop += here.top - around.top - page.clientHeight / 4;
    selected.scrollIntoView({ block: "nearest" });
  }

  /** Let the page begin with the line that Python asked for; the notebook around it does not move. */
  function openAt() {
    if (model.get("top") < 0 || !page.clientHeight) return;
    const begin = document.createRange();
    const node = nodeAt(places.toUnits(model.get("top")));
    if (!node) return;
    begin.setStart(...node);
    page.scrollTop += begin.getBoundingClientRect().top - page.getBoundingClientRect().top - 24;
  }

  // A page has no height before JupyterLab has put it into the notebook, and again while it is scrolled out of sight.
  let height = 0;
  const sized = new ResizeObserver(() => {
    if (!height) openAt();
    height = page.clientHeight;
  });

  /** Go to a mark, and let the keys work from there. */
  function show(span) {
    select([span.start, span.end]);
    bring();
    page.focus();
  }

  // --- places that are listed beside the page ---

  const foundRows = () => model.get("listed").rows || [];
  const rangeOf = ([start, end]) => [places.toUnits(start), places.toUnits(end)];

  /** List the places that Python names, each with a button that leads there and shows the words around it. */
  function drawFound() {
    const { title, columns, whole } = model.get("listed");
    if (!columns) return found.replaceChildren();
    const focused = [...found.querySelectorAll("button")].indexOf(document.activeElement);
    const current = foundRows().findIndex((row) => sameRange(rangeOf(row), range));
    const rows = foundRows().map((row, number) => {
      const attributes = { type: "button", tabindex: number === Math.max(current, 0) ? "0" : "-1", onclick: () => choose(row) };
      if (number === current) attributes["aria-current"] = "true";
      const cells = row[2].map((cell) => element("td", {}, cell));
      return element("tr", {}, ...cells, element("td", {}, element("button", attributes, ...(whole ? inFull : inContext)(rangeOf(row)))));
    });
    const head = element("tr", {}, ...[...columns, whole ? "its words" : "in its place"].map((name) => element("th", { scope: "col" }, name)));
    found.replaceChildren(element("table", {}, element("caption", {}, title), element("thead", {}, head), element("tbody", {}, ...rows)));
    if (focused >= 0) found.querySelectorAll("button")[Math.min(focused, rows.length - 1)]?.focus();
  }

  function inContext([start, end]) {
    if (end - start > 60) return [wordsOf([start, end])];
    const line = (from, to) => text.slice(from, to).replace(/\s+/gu, " ");
    const [first, last] = [Math.max(0, start - 25), Math.min(text.length, end + 25)];
    const [before, after] = [first ? "…" : "", last < text.length ? "…" : ""];
    return [before + line(first, start), element("b", {}, line(start, end)), line(end, last) + after];
  }

  /** The words of a place, with the marks that lie in it. */
  function inFull([start, end]) {
    const pieces = [];
    let done = start;
    for (const span of spans.filter((one) => start <= one.start && one.end <= end)) {
      if (span.start < done) continue; // inside of another one
      pieces.push(text.slice(done, span.start), stretch(document.createTextNode(text.slice(span.start, span.end)), span, false, span.start, span.end, model.get("inks")));
      done = span.end;
    }
    return [...pieces, text.slice(done, end)];
  }

  function choose(row) {
    select(rangeOf(row), true);
    bring();
    say(`${row[3]} ${placeOf(range)}`.trim());
  }

  function pressedInFound(event) {
    const buttons = [...found.querySelectorAll("button")];
    const now = buttons.indexOf(document.activeElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined || now < 0) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[Math.max(0, Math.min(next, buttons.length - 1))].focus();
  }

  // --- mouse and finger ---

  /** The unit of the text at a place in the page's elements. */
  function unitOf(node, offset) {
    if (textAt.has(node)) return textAt.get(node) + offset;
    if (!page.contains(node)) return null;
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    const after = node.childNodes[offset] || null;
    let last = null;
    while (walker.nextNode()) {
      const here = walker.currentNode;
      const isBehind = after ? after === here || after.contains(here) || after.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING
        : !node.contains(here) && node.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isBehind) return textAt.get(here);
      last = here;
    }
    return last ? textAt.get(last) + last.length : null;
  }

  function unitAtPoint(x, y) {
    if (document.caretPositionFromPoint) {
      const found = document.caretPositionFromPoint(x, y);
      return found ? unitOf(found.offsetNode, found.offset) : null;
    }
    const found = document.caretRangeFromPoint?.(x, y);
    return found ? unitOf(found.startContainer, found.startOffset) : null;
  }

  function takeSelection() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return false;
    const found = selection.getRangeAt(0);
    if (!page.contains(found.startContainer) && !page.contains(found.endContainer)) return false;
    const start = page.contains(found.startContainer) ? unitOf(found.startContainer, found.startOffset) : 0;
    const end = page.contains(found.endContainer) ? unitOf(found.endContainer, found.endOffset) : text.length;
    const next = snapped(text, model.get("whole_words") ? words : letters, [start, end]);
    if (!next) return false;
    selection.removeAllRanges();
    select(next);
    return true;
  }

  let hasTaken = false; // a drag ends with "mouse up", wherever that is, and perhaps with a click that means nothing
  function released() {
    if (mode() === "mark" && !isTouch) hasTaken = takeSelection();
  }

  function clicked(event) {
    if (mode() === "inspect") return hovered(event);
    if (hasTaken) return;
    const unit = unitAtPoint(event.clientX, event.clientY);
    if (unit === null) return;
    if (mode() === "read") {
      const here = foundRows().filter((row) => rangeOf(row)[0] <= unit && unit < rangeOf(row)[1]);
      if (here.length) choose(here.at(-1));
      return;
    }
    const mark = spans.find((span) => span.start <= unit && unit < span.end) || spans.find((span) => unit === span.end && event.target.closest?.("mark"));
    const word = words.find(([start, end]) => start <= unit && unit <= end);
    if (event.shiftKey && range && word) return resize([Math.min(range[0], word[0]), Math.max(range[1], word[1])]);
    if (mark) select([mark.start, mark.end]);
    else select(word && /\S/u.test(text[Math.min(unit, text.length - 1)] || "") ? word : null);
  }

  // A finger selects with the browser's own grips, and there is no "pointer up" for these: wait until it rests.
  let resting = null;
  let isTouch = false;
  function selectionChanged() {
    if (!isTouch || mode() !== "mark") return;
    clearTimeout(resting);
    resting = setTimeout(takeSelection, 600);
  }

  // --- keys ---

  function pressed(event) {
    const key = event.key;
    const control = event.ctrlKey || event.metaKey;
    if (mode() === "inspect") return inspected(event);
    if (mode() !== "mark") return undefined;
    let action = null;
    if (control && key.toLowerCase() === "z") action = event.shiftKey ? () => step(future, past, "redo") : () => step(past, future, "undo");
    else if (control && key.toLowerCase() === "y") action = () => step(future, past, "redo");
    else if (control) return undefined;
    else if (key === "ArrowRight" || key === "ArrowLeft") action = () => arrow(key === "ArrowRight" ? 1 : -1, event);
    else if (key === "ArrowDown" || key === "ArrowUp") action = () => nextMark(key === "ArrowDown" ? 1 : -1);
    else if (key === "Home" || key === "End") action = () => goTo(stepList().at(key === "Home" ? 0 : -1));
    else if (key === "Delete" || key === "Backspace") action = remove;
    else if (key === "Escape") action = () => select(null);
    else if (key === "Enter" && waiting) action = () => decide(true);
    else if (/^[1-9]$/.test(key) && !event.altKey) {
      const name = model.get("labels")[Number(key) - 1];
      if (name) action = () => label(name);
    }
    if (!action) return undefined;
    event.preventDefault();
    event.stopPropagation();
    return action();
  }

  const stepList = () => (model.get("whole_words") && mode() === "mark" ? words : letters.filter(([start]) => mode() === "inspect" || /\S/u.test(text[start])));

  function arrow(direction, event) {
    const all = stepList();
    if (!all.length) return;
    if (event.shiftKey && range) {
      // the beginning moves with Alt, the end without
      const edge = event.altKey ? 0 : 1;
      const edges = all.map((one) => one[edge]);
      const from = range[edge];
      const to = direction > 0 ? edges.find((place) => place > from) : edges.findLast((place) => place < from);
      if (to === undefined) return;
      resize(edge ? [range[0], to] : [to, range[1]]);
      return;
    }
    const now = range ? (direction > 0 ? range[1] : range[0]) : -1;
    const next = direction > 0 ? all.find(([start]) => start >= Math.max(now, 0)) : all.findLast(([, end]) => end <= now);
    goTo(next);
  }

  function goTo(next) {
    if (!next) return;
    const mark = spans.find((span) => span.start <= next[0] && next[1] <= span.end);
    select(mark && !sameRange(range, [mark.start, mark.end]) && mode() === "mark" ? [mark.start, mark.end] : next);
    bring();
  }

  function nextMark(direction) {
    const now = range ? range[0] : direction > 0 ? -1 : text.length;
    const next = direction > 0 ? spans.find((span) => span.start > now) : spans.findLast((span) => span.start < now);
    if (next) show(next);
    else say(spans.length ? "There is no further mark in this direction." : "There is no mark yet.");
  }

  // --- letter by letter ---

  function inspected(event) {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const end = { Home: 0, End: -1 }[event.key];
    const jump = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (direction === undefined && end === undefined && jump === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const last = places.toPoints(text.length) - 1;
    const now = range ? places.toPoints(range[0]) : direction > 0 ? -1 : last + 1;
    if (jump !== undefined) {
      const starts = spans.map((span) => span.start);
      const from = range ? range[0] : jump > 0 ? -1 : text.length;
      const next = jump > 0 ? starts.find((start) => start > from) : starts.findLast((start) => start < from);
      if (next === undefined) say(spans.length ? "There is no further mark in this direction." : "There is no mark on this page.");
      else look(letterAt(places.toPoints(next)), true);
    } else look(letterAt(end === 0 ? 0 : end === -1 ? last : Math.max(0, Math.min(now + direction, last))), true);
  }

  /** The range of one character, by its number as Python counts it. */
  function letterAt(point) {
    const start = places.toUnits(point);
    return start < text.length ? [start, places.toUnits(point + 1)] : null;
  }

  function look(next, scroll = false) {
    if (!next || sameRange(next, range)) return;
    range = next;
    drawPage();
    if (scroll) bring();
    tellLetter();
    model.set("point", places.toPoints(next[0]));
    model.save_changes();
  }

  function tellLetter() {
    const letter = text.slice(...range);
    const shown = /[\p{C}\p{Z}]/u.test(letter) ? "" : ` “${letter}”`;
    say(`text[${places.toPoints(range[0]) + model.get("first")}]${shown} ${model.get("told")[letter] || ""}`);
  }

  /** The character under the mouse: the one of the mark or its label, or the one in whose box the point lies. */
  function letterUnder(event) {
    const piece = event.target.closest?.("mark")?.firstChild;
    if (piece && textAt.has(piece)) {
      const only = letterAt(places.toPoints(textAt.get(piece)));
      if (only && only[1] - only[0] === piece.length) return only;
    }
    const unit = unitAtPoint(event.clientX, event.clientY);
    if (unit === null) return null;
    const here = places.toPoints(unit);
    const around = [here, here - 1].filter((point) => point >= 0).map(letterAt).filter(Boolean);
    return around.find((letter) => isUnder(letter, event)) || around[0] || null;
  }

  function isUnder([start, end], { clientX, clientY }) {
    const box = document.createRange();
    const [from, to] = [nodeAt(start), nodeAt(end, true)];
    if (!from || !to) return false;
    box.setStart(...from);
    box.setEnd(...to);
    return [...box.getClientRects()].some(
      ({ left, right, top, bottom }) => left <= clientX && clientX < right && top <= clientY && clientY < bottom,
    );
  }

  function hovered(event) {
    if (mode() === "inspect") look(letterUnder(event));
  }

  // --- what Python changes ---

  const changed = {
    text: () => {
      const looked = range && mode() === "inspect" ? places.toPoints(range[0]) : null;
      text = model.get("text");
      places = counting(text);
      letters = steps(text, false);
      words = steps(text, true);
      range = chosen = waiting = null;
      past = [];
      future = [];
      spans = read();
      range = looked === null ? null : letterAt(looked);
      draw();
      if (range) tellLetter();
    },
    spans: () => {
      const next = read();
      if (JSON.stringify(next) === JSON.stringify(spans)) return; // our own change, come back
      const marking = mode() === "mark";
      if (marking) past.push(spans);
      future = [];
      spans = next;
      if (mode() === "inspect") return drawPage();
      select(null, true);
      if (marking) say(`The marks were changed from outside: ${spans.length} now.`);
    },
    top: openAt,
    show: () => {
      const [start, end] = model.get("show");
      if (end <= start) return;
      const row = foundRows().find((one) => one[0] === start && one[1] === end);
      if (row) return choose(row);
      select([places.toUnits(start), places.toUnits(end)]);
      bring();
    },
    mode: build,
    labels: draw,
    inks: draw,
    told: draw,
    listed: () => (found.isConnected ? drawFound() : build()),
    said: () => say(model.get("said")),
    title: build,
    whole_words: draw,
  };

  function build() {
    const marking = mode() === "mark";
    const role = mode() === "read" ? "region" : "application";
    page.setAttribute("role", role);
    page.setAttribute("aria-label", model.get("title"));
    page.setAttribute("aria-describedby", status.id);
    const inspecting = mode() === "inspect";
    const how = inspecting
      ? "Move over the page, or tap a character. Put the focus on the page to use these keys:"
      : "Drag over words, or click on one; then click a label or press its number. Click on a mark to change it; drag the grips at its ends. Put the focus on the page to use these keys:";
    const keys = (inspecting ? KEYS_TO_INSPECT : KEYS).map(([key, what]) => element("tr", {}, element("th", { scope: "row" }, key), element("td", {}, what)));
    help.replaceChildren(element("summary", {}, "With the keyboard, with a mouse, with a finger"),
      element("p", {}, how),
      element("table", {}, element("tbody", {}, ...keys)));
    const beside = element("div", { class: "course-beside" }, page, found);
    const reading = model.get("listed").columns ? [status, beside] : [page];
    box.replaceChildren(...(marking ? [tools, page, status, decision, list, help] : inspecting ? [status, page, help] : reading));
    if (!marking) say(model.get("said"));
    draw();
  }

  const listeners = [
    [page, "click", clicked],
    [page, "keydown", pressed],
    [found, "keydown", pressedInFound],
    [box, "keydown", keepKeys],
    [page, "pointermove", hovered],
    [page, "pointerdown", (event) => { [isTouch, hasTaken] = [event.pointerType === "touch", false]; }],
    [document, "mouseup", released],
    [document, "selectionchange", selectionChanged],
  ];
  for (const [target, name, action] of listeners) target.addEventListener(name, action);
  for (const [name, action] of Object.entries(changed)) model.on(`change:${name}`, action);
  spans = read();
  build();
  el.append(box);
  sized.observe(page);
  return () => {
    for (const [target, name, action] of listeners) target.removeEventListener(name, action);
    for (const [name, action] of Object.entries(changed)) model.off(`change:${name}`, action);
    clearTimeout(resting);
    sized.disconnect();
  };
}

export default { render };
