// The rows of people, works and products, fetched when a drawer is opened first. They go into the form once and stay.
(() => {
  "use strict";
  let coming = null;

  const waiting = () => [...document.querySelectorAll(".drawer-waits")];

  async function fetched() {
    const answer = await fetch("?rows=fetched", { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    return holder.content;
  }

  function put(rows) {
    // What comes in is no change of the person's: kept.js takes its measure before and after.
    document.dispatchEvent(new CustomEvent("desk-rows-come"));
    for (const place of waiting()) {
      const drawer = place.closest(".drawer");
      const own = rows.querySelector(`template[data-drawer="${drawer.id}"]`);
      place.replaceWith(own ? own.content : "");
    }
    const began = rows.querySelector("input[name=rows_began_with]");
    if (began) document.getElementById("article_form").append(began);
    if (typeof inlines === "function") inlines(); // the theme's, for "Add" and "Remove"
    if (document.querySelector(".drawer .formset .vDateField") && window.DateTimeShortcuts) {
      document.querySelectorAll(".datetimeshortcuts").forEach((one) => one.remove());
      DateTimeShortcuts.init();
      if (typeof dateTimeShortcutsOverlay === "function") dateTimeShortcutsOverlay();
    }
    document.dispatchEvent(new CustomEvent("desk-rows"));
  }

  function say(words, again) {
    for (const place of waiting()) {
      place.textContent = words;
      if (!again) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = "Try again";
      button.addEventListener("click", load);
      place.append(" ", button);
    }
  }

  function load() {
    if (!waiting().length) return Promise.resolve();
    coming ||= (async () => {
      say("Fetching…");
      try {
        put(await fetched());
      } catch {
        say("This could not be fetched. Nothing you typed is lost.", true);
      } finally {
        coming = null;
      }
    })();
    return coming;
  }

  document.addEventListener("toggle", ({ target }) => {
    if (target.open && target.matches(".drawer") && target.querySelector(".drawer-waits")) load();
  }, true);

  // An address that names a drawer opens it, also where only the name is new.
  function openNamed() {
    const named = location.hash.startsWith("#drawer-") && document.getElementById(location.hash.slice(1));
    if (named) named.open = true;
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const place of waiting()) place.setAttribute("role", "status");
    openNamed();
  });
  window.addEventListener("hashchange", openNamed);
})();
