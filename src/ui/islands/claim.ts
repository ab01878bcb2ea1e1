/** Buttons that copy a text, a link or a letter; without script they are not shown, and the text stands beside them. */
const SHOWN_MS = 3000;

function attach(button: HTMLButtonElement, text: string): void {
  const label = button.lastChild;
  const before = label?.textContent ?? '';
  let timer = 0;
  const say = (words: string): void => {
    if (label) label.textContent = words;
  };
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => {
        say(button.dataset.copied ?? before);
        clearTimeout(timer);
        timer = window.setTimeout(() => say(before), SHOWN_MS);
      },
      // Not allowed, or not over https: what would be copied can be marked by hand.
      () => button.remove(),
    );
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  const text = button.dataset.copy;
  // The clipboard exists only where the connection is safe.
  if (text !== undefined && 'clipboard' in navigator) attach(button, text);
  else button.remove();
}
