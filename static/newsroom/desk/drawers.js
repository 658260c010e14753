// Drawers: a line for each beside the text; one that is opened there slides in over the margin. The first field that
// is wrong has the focus.
(() => {
  "use strict";

  function open(drawer, from) {
    document.querySelectorAll(".drawer.is-over").forEach(close);
    drawer.open = true;
    drawer.classList.add("is-over");
    drawer.opener = from;
    drawer.querySelector("summary").focus();
  }

  function close(drawer) {
    drawer.classList.remove("is-over");
    drawer.open = false;
    if (drawer.opener) drawer.opener.focus();
    drawer.opener = null;
  }

  function lines(drawers) {
    const margin = document.querySelector(".desk-margin");
    if (!margin || !drawers.length) return;
    const nav = document.createElement("nav");
    nav.className = "desk-about";
    nav.setAttribute("aria-label", "About this article");
    drawers.forEach((drawer) => {
      const line = document.createElement("button");
      line.type = "button";
      line.setAttribute("aria-controls", drawer.id);
      const [name, said] = [drawer.querySelector("summary b"), drawer.querySelector(".drawer-line")];
      line.append(name.cloneNode(true), " ", said.cloneNode(true));
      line.title = `${name.textContent}: ${said.textContent}`;
      line.addEventListener("click", () => open(drawer, line));
      nav.append(line);
    });
    margin.prepend(nav);
  }

  // Once the saved words are read it is known how many works they cite: the lines of before say otherwise.
  document.addEventListener("desk-lines", ({ detail }) => {
    Object.entries(detail).forEach(([name, words]) => {
      const drawer = document.getElementById(`drawer-${name}`);
      const button = drawer && document.querySelector(`.desk-about [aria-controls="${drawer.id}"]`);
      [drawer, button].forEach((one) => one && one.querySelector(".drawer-line").replaceChildren(words));
      if (button) button.title = `${button.querySelector("b").textContent}: ${words}`;
    });
  });

  // What sticks to the bar, and what is scrolled out from under it, needs its height: with many acts it takes two lines.
  function measureBar() {
    const bar = document.querySelector(".desk-bar");
    if (!bar) return;
    new ResizeObserver(() => {
      const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
      document.documentElement.style.setProperty("--under", `${height}px`);
    }).observe(bar);
  }

  document.addEventListener("DOMContentLoaded", () => {
    measureBar();
    const drawers = [...document.querySelectorAll(".drawer")];
    drawers.forEach((drawer) => {
      const done = document.createElement("button");
      done.type = "button";
      done.className = "button drawer-done";
      done.textContent = "Done";
      done.addEventListener("click", () => close(drawer));
      drawer.querySelector(".drawer-body").append(done);
      drawer.addEventListener("toggle", () => drawer.open || drawer.classList.remove("is-over"));
    });
    lines(drawers);
    document.addEventListener("keydown", (event) => {
      const over = document.querySelector(".drawer.is-over");
      if (event.key === "Escape" && over && !event.defaultPrevented && !document.querySelector(".select2-container--open")) close(over);
    });
    document.addEventListener("mousedown", (event) => {
      const over = document.querySelector(".drawer.is-over");
      const inside = event.target.closest && event.target.closest(".drawer.is-over, .select2-container, .calendarbox, .clockbox, .desk-about");
      if (over && !inside) close(over);
    });
    document.querySelectorAll(".desk-problems a").forEach((link) => link.addEventListener("click", (event) => (event.preventDefault(), toField(link))));
    const first = document.querySelector(".desk-problems a");
    if (first) toField(first);
    else if (document.getElementById("problems")) document.getElementById("problems").focus();
  });

  function toField(link) {
    const field = document.getElementById(link.getAttribute("href").slice(1));
    if (!field) return;
    for (let holder = field.closest("details"); holder; holder = holder.parentElement.closest("details")) holder.open = true;
    const desk = window.citewellDesk;
    if (desk && field === desk.area) return desk.view.focus();
    field.focus();
    field.scrollIntoView({ block: "center" });
  }
})();
