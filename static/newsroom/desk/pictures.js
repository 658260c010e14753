// Pictures by button, drop and paste. What it shows and whose it is are asked before it is put in.
(() => {
  "use strict";
  const desk = window.citewellDesk;
  if (!desk) return;
  const { EditorView } = CodeMirror;
  const SIZE_LIMIT_MB = 50; // the server says the real limit; this only spares a hopeless upload
  let dialog = null;
  let waiting = [];

  function build() {
    dialog = document.createElement("dialog");
    dialog.className = "desk-dialog";
    dialog.setAttribute("aria-labelledby", "picture-title");
    dialog.innerHTML = `<form method="dialog" novalidate>
      <h2 id="picture-title">Put in a picture</h2>
      <p class="picture-shown" hidden><img alt=""></p>
      <p class="field"><label class="field-label" for="picture-file">Picture</label><input type="file" id="picture-file" accept="image/jpeg,image/png,image/webp,image/gif"></p>
      <p class="field"><label class="field-label" for="picture-alt">What it shows</label><textarea id="picture-alt" class="desk-input" rows="2" maxlength="300" required aria-describedby="picture-alt-help"></textarea><span class="field-help" id="picture-alt-help">For readers who cannot see it: what they would miss.</span></p>
      <p class="field"><label class="field-label" for="picture-credit">Whose it is</label><input type="text" id="picture-credit" class="desk-input" maxlength="200" required aria-describedby="picture-credit-help"><span class="field-help" id="picture-credit-help">Photographer, agency or licence, such as “Ann Doe, CC BY 4.0”.</span></p>
      <p class="picture-problem errorlist" role="alert" hidden></p>
      <p class="row-actions"><button class="button button-main" type="submit">Put it in</button> <button class="button picture-not" type="button">Leave it out</button></p>
    </form>`;
    document.querySelector(".desk").append(dialog);
    dialog.querySelector("form").addEventListener("submit", send);
    dialog.querySelector(".picture-not").addEventListener("click", () => dialog.close());
    dialog.querySelector("#picture-file").addEventListener("change", (event) => show(event.target.files[0]));
    dialog.addEventListener("close", () => {
      const next = waiting.shift();
      if (next) setTimeout(() => open(next));
      else desk.view.focus();
    });
  }

  let file = null;
  function show(given) {
    file = given || null;
    const shown = dialog.querySelector(".picture-shown");
    shown.hidden = !file;
    if (file) shown.querySelector("img").src = URL.createObjectURL(file);
  }

  function tell(words, field) {
    const line = dialog.querySelector(".picture-problem");
    [line.textContent, line.hidden] = [words, !words];
    dialog.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
    if (!field) return;
    const one = dialog.querySelector(field);
    one.setAttribute("aria-invalid", "true");
    one.focus();
  }

  function open(given) {
    if (!dialog) build();
    dialog.querySelector("form").reset();
    tell("");
    show(given);
    dialog.querySelector("#picture-file").closest("p").hidden = Boolean(given);
    dialog.showModal();
    dialog.querySelector(given ? "#picture-alt" : "#picture-file").focus();
    return true;
  }

  async function send(event) {
    event.preventDefault();
    const alt = dialog.querySelector("#picture-alt").value.trim();
    const credit = dialog.querySelector("#picture-credit").value.trim();
    if (!file) return tell("Choose a picture.", "#picture-file");
    if (!alt) return tell("Say what the picture shows, for those who cannot see it.", "#picture-alt");
    if (!credit) return tell("Say who made the picture or whose it is.", "#picture-credit");
    if (file.size > SIZE_LIMIT_MB * 1024 * 1024) return tell(`“${file.name}” is too large. Save it smaller and try again.`);
    const press = dialog.querySelector("[type=submit]");
    press.disabled = true;
    tell("");
    const { ok, answer } = await desk.post(desk.area.dataset.markdownxUploadUrlsPath, { image: file, alt, credit });
    press.disabled = false;
    if (!ok || !answer.image_code) return tell(answer.error || "The picture was not kept. Try again.");
    desk.block(desk.view, answer.image_code);
    dialog.close();
  }

  function take(files) {
    const pictures = [...files];
    if (!pictures.length) return false;
    waiting = pictures.slice(1);
    open(pictures[0]);
    return true;
  }

  desk.commands.picture = () => open(null);
  desk.extensions.push(
    EditorView.domEventHandlers({
      drop(event, view) {
        if (!event.dataTransfer || !event.dataTransfer.files.length) return false;
        event.preventDefault();
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at !== null) view.dispatch({ selection: { anchor: at } });
        return take(event.dataTransfer.files);
      },
      paste(event) {
        const data = event.clipboardData;
        if (!data || !data.files.length || data.types.includes("text/html")) return false;
        event.preventDefault();
        return take(data.files);
      },
    }),
  );
})();
