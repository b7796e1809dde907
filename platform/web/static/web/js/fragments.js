// When a fragment cannot be fetched, say so where everyone sees it, and take it back with the next answer.
const trouble = document.querySelector("[data-trouble]");
const show = (shown) => () => trouble && (trouble.hidden = !shown);
for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, show(true));
document.addEventListener("htmx:afterSwap", show(false));
document.addEventListener("htmx:beforeRequest", (event) => event.target.setAttribute("aria-busy", "true"));
document.addEventListener("htmx:afterRequest", (event) => event.target.removeAttribute("aria-busy"));
