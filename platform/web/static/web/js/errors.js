// What went wrong is said first: the summary takes the focus, also when it comes in as a fragment.
const focusErrors = (root) => root.querySelector("[data-errors]")?.focus();
focusErrors(document);
document.addEventListener("htmx:afterSettle", (event) => focusErrors(event.target));
