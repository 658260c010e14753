/* An open page follows the system into dark and back, as the public pages do. Unfold asks once, when it draws. */
"use strict";
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
  const page = window.Alpine && Alpine.$data(document.documentElement);
  if (!page || page.adminTheme !== "auto") return;
  // Set and set back, so that Alpine draws its classes anew: what it added itself, it also takes away.
  page.adminTheme = matches ? "dark" : "light";
  Alpine.nextTick(() => { page.adminTheme = "auto"; });
});
