// The toolbar over the text: one stop of the Tab key, arrows go along it.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  if (!desk) return;
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const mod = mac ? "⌘" : "Ctrl+";
  const alt = mac ? "⌥" : "Alt+";
  const shift = mac ? "⇧" : "Shift+";

  // Paths in a square of 20.
  const BUTTONS = [
    ["undo", "Undo", `${mod}Z`, "M8 5 4 9l4 4M4 9h7a5 5 0 0 1 0 10H9"],
    ["redo", "Redo", mac ? "⇧⌘Z" : "Ctrl+Y", "m12 5 4 4-4 4M16 9H9a5 5 0 0 0 0 10h2"],
    null,
    ["heading", "Heading", `${mod}${alt}2`, "M5 4v12M14 4v12M5 10h9"],
    ["bold", "Bold", `${mod}B`, "M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z"],
    ["italic", "Italic", `${mod}I`, "M9 4h6M5 16h6M12 4 8 16"],
    null,
    ["bullets", "List", `${mod}${shift}8`, "M8 5h9M8 10h9M8 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01"],
    ["numbers", "Numbered list", `${mod}${shift}7`, "M9 5h8M9 10h8M9 15h8M3 4l1.5-1v4M3 11.5c0-1.5 2.5-1.5 2.5 0 0 1-2.5 2-2.5 3.5h2.5"],
    ["quote", "Quotation", `${mod}${shift}9`, "M4 4v12M8 6h9M8 10h9M8 14h6"],
    ["table", "Table", `${mod}${alt}T`, "M3 4h14v12H3zM3 8.5h14M3 12.5h14M10 4v12"],
    null,
    ["link", "Link", `${mod}K`, "M8 12l4-4M9 6l1.500-1.500a3.200 3.200 0 0 1 4.500 4.500L13.500 10.500M11 14l-1.500 1.500a3.200 3.200 0 0 1-4.500-4.500L6.500 9.500"],
    ["cite", "Cite a work", `${mod}${alt}C, or type [@`, "M6 3H3.500v14H6M14 3h2.500v14H14M12.300 11.800a2.600 2.600 0 1 1 .2-3.400V11c0 1.700 1.900 1.500 1.900-.8"],
    ["footnote", "Footnote", `${mod}${alt}F`, "M3 5h8M7 5v11M14 4.500 16 3v6"],
    ["picture", "Picture", `${mod}${alt}P`, "M3 4h14v12H3zM3 13l4-4 4 4 2.500-2.500L17 14M12.500 7.500h.01"],
  ];

  function icon(path) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }

  function button([name, words, keys, path]) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "tool";
    made.dataset.command = name;
    made.title = `${words} (${keys})`;
    made.setAttribute("aria-label", words);
    made.append(icon(path));
    made.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
    made.addEventListener("click", () => desk.commands[name] && desk.commands[name](desk.view));
    return made;
  }

  function build() {
    const bar = document.createElement("div");
    bar.className = "desk-tools";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Text");
    let group = document.createElement("span");
    BUTTONS.forEach((spec) => {
      if (spec) return group.append(button(spec));
      bar.append(group);
      group = document.createElement("span");
    });
    const preview = desk.box.querySelector(".editor-preview");
    preview.classList.add("tool", "tool-words");
    preview.classList.remove("button");
    preview.type = "button";
    const keys = document.createElement("button");
    keys.type = "button";
    keys.className = "tool tool-words tool-keys";
    keys.textContent = "Keys";
    keys.addEventListener("click", () => desk.commands.keys());
    bar.append(group, keys, preview);
    desk.box.prepend(bar);
    rove(bar);
  }

  const MORE = [
    ["Next sentence with a flag", "F8"],
    ["The one before it", `${shift}F8`],
    ["From a sentence to its card", `${alt}Enter`],
    ["From a card to its sentence", "Esc"],
    ["Preview", `${mod}${alt}V`],
    ["Search in the text", `${mod}F`],
    ["Save", `${mod}S`],
    ["Leave the text", "Tab"],
  ];

  function keysSheet() {
    const sheet = document.createElement("dialog");
    sheet.className = "desk-dialog desk-keys";
    sheet.setAttribute("aria-labelledby", "keys-title");
    const rows = [...BUTTONS.filter(Boolean).map(([, words, keys]) => [words, keys]), ...MORE];
    sheet.innerHTML = `<h2 id="keys-title">Keys</h2><table><tbody>${rows
      .map(([words, keys]) => `<tr><th scope="row">${words}</th><td><kbd>${keys}</kbd></td></tr>`)
      .join("")}</tbody></table><form method="dialog"><button class="button">Close</button></form>`;
    document.querySelector(".desk").append(sheet);
    sheet.addEventListener("close", () => desk.view.focus());
    return sheet;
  }

  let sheet = null;
  desk.commands.keys = () => ((sheet = sheet || keysSheet()).showModal(), true);

  function rove(bar) {
    const stops = [...bar.querySelectorAll("button")];
    stops.forEach((stop, index) => (stop.tabIndex = index ? -1 : 0));
    bar.addEventListener("keydown", (event) => {
      const at = stops.indexOf(document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const next = stops[(to + stops.length) % stops.length];
      stops.forEach((stop) => (stop.tabIndex = stop === next ? 0 : -1));
      next.focus();
    });
  }

  document.addEventListener("desk-ready", build);
})();
