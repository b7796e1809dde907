// <form data-guard>: ask before words that were not sent are left behind.
const unsent = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) unsent.add(form);
});
document.addEventListener("submit", (event) => unsent.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  if ([...unsent].some((form) => form.isConnected)) event.preventDefault();
});
