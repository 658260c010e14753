/* Filters close when one clicks elsewhere or presses Escape; "/" leads to the search. */
"use strict";
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".facet[open]")) if (!open.contains(event.target)) open.open = false;
});
document.addEventListener("keydown", (event) => {
  const open = document.querySelector(".facet[open]");
  if (event.key === "Escape" && open) { open.open = false; open.querySelector("summary").focus(); }
  if (event.key === "/" && !event.target.closest("input, textarea, select")) { event.preventDefault(); document.querySelector(".review-search [type=search]").focus(); }
});
