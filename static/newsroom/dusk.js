/* An open page follows the system into dark and back, as the public pages do. Unfold asks once, when it draws. */
"use strict";
document.addEventListener("alpine:init", () => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const made = window.theme;
  window.theme = (...given) => {
    const page = made(...given);
    const begin = page.init;
    page.systemIsDark = system.matches;
    page.themeBindings["x-bind:class"] = function () {
      if (this.adminTheme === "auto") return this.systemIsDark ? "dark" : "";
      return this.adminTheme;
    };
    page.init = function () {
      begin.call(this);
      system.addEventListener("change", () => { this.systemIsDark = system.matches; });
    };
    return page;
  };
});
