// Round django-markdownx: uploads that say why they were refused, a Tab key that leaves the field, one preview at a
// time. Works on the textarea before markdownx's own listeners, in the capture phase.
(() => {
  "use strict";
  const SIZE_LIMIT_MB = 50; // the server says the real limit; this only spares a hopeless upload

  function csrf() {
    const field = document.querySelector("input[name='csrfmiddlewaretoken']");
    return field ? field.value : "";
  }

  function insert(editor, text) {
    editor.focus();
    editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, "end");
    editor.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function setUp(box) {
    const editor = box.querySelector(".markdownx-editor");
    const problem = box.querySelector(".editor-problem");
    const tell = (words) => {
      problem.textContent = words;
      problem.hidden = !words;
    };

    async function send(file) {
      tell("");
      if (file.size > SIZE_LIMIT_MB * 1024 * 1024) return tell(`“${file.name}” is too large. Save it smaller and try again.`);
      const data = new FormData();
      data.append("image", file);
      data.append("csrfmiddlewaretoken", csrf());
      box.setAttribute("aria-busy", "true");
      try {
        const response = await fetch(editor.dataset.markdownxUploadUrlsPath, {
          method: "POST",
          body: data,
          credentials: "same-origin",
          headers: { "X-CSRFToken": csrf(), "X-Requested-With": "XMLHttpRequest" },
        });
        const answer = await response.json();
        if (answer.image_code) insert(editor, answer.image_code);
        else tell(answer.error || "The picture was not kept.");
      } catch {
        tell("The picture did not arrive. Check the connection and its size, then try again.");
      } finally {
        box.removeAttribute("aria-busy");
      }
    }

    function take(event, files) {
      if (!files || !files.length) return;
      event.preventDefault();
      event.stopPropagation();
      [...files].forEach(send);
    }

    box.addEventListener("paste", (event) => take(event, event.clipboardData && event.clipboardData.files), true);
    box.addEventListener("drop", (event) => take(event, event.dataTransfer && event.dataTransfer.files), true);
    // Tab moves on, as everywhere: a field that swallows it holds keyboard users fast. The other keys that
    // markdownx takes belong to the browser.
    box.addEventListener("keydown", (event) => event.stopPropagation(), true);
  }

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".newsroom-editor").forEach(setUp));
})();
