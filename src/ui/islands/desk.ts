import './workbench.ts';

/** Live preview at the desk: the text beside the page it becomes, shortly after every pause in typing. */
const PAUSE_MS = 250;

function attach(form: HTMLFormElement, preview: HTMLElement, source: string): void {
  let timer = 0;
  let request: AbortController | undefined;
  const refresh = async (): Promise<void> => {
    request?.abort();
    request = new AbortController();
    try {
      const response = await fetch(source, { method: 'POST', body: new FormData(form), signal: request.signal });
      if (response.ok) preview.innerHTML = await response.text();
    } catch {
      // Typed on or offline: the preview stays as it was, the form is untouched.
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void refresh(), PAUSE_MS);
  });
  void refresh();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=preview]')) {
  const preview = document.getElementById(form.dataset.target ?? '');
  if (preview && form.dataset.source !== undefined) attach(form, preview, form.dataset.source);
}
