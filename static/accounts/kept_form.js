// A log-in in another tab changes the token that forms carry: the one that the browser holds by now is sent.
document.querySelector("[data-kept-form]")?.addEventListener("submit", (event) => {
  const token = document.cookie.match(/(?:^|;\s*)csrftoken=([^;]+)/);
  if (token) event.target.elements.csrfmiddlewaretoken.value = token[1];
});
