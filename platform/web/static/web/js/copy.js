// <button data-copy="words" data-copied="Copied">: puts the words on the clipboard and says so for a moment.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const words = button.textContent;
  button.textContent = button.dataset.copied || words;
  setTimeout(() => (button.textContent = words), 2000);
});
