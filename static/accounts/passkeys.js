"use strict";

// A passkey that was not used, or that the browser does not know, is told in words: allauth tells the console alone.
document.addEventListener("allauth.error", (event) => {
  const words = document.getElementById("passkey_problem");
  if (!words) return;
  const without = !window.PublicKeyCredential;
  words.textContent = without
    ? "This browser knows no passkeys here. They need an address that begins with https."
    : "No passkey was used. Try again, and confirm when your browser asks.";
  words.hidden = false;
  event.preventDefault();
});
