// A long title is set smaller, and what does not fit above the text fades until the field is written in.
"use strict";
(() => {
  const LONG = 64; // letters: more take a third line in the larger size

  document.querySelectorAll(".field-title textarea, .field-standfirst textarea").forEach((field) => {
    const look = () => {
      if (field.closest(".field-title")) field.classList.toggle("is-long", field.value.length > LONG);
      field.classList.toggle("is-cut", document.activeElement !== field && field.scrollHeight > field.clientHeight + 4);
    };
    ["input", "focus", "blur"].forEach((name) => field.addEventListener(name, look));
    addEventListener("resize", look);
    document.fonts.ready.then(look);
    look();
  });
})();
