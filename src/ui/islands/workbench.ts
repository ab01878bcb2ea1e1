/** The numbered editor at the desk: numbers follow the text, findings follow the writing, and a finding leads to its line. */
const PAUSE_MS = 400;

function renumber(lines: HTMLElement, text: HTMLTextAreaElement): void {
  const wanted = text.value.split('\n').length;
  while (lines.children.length > wanted) lines.lastElementChild?.remove();
  while (lines.children.length < wanted) {
    const line = document.createElement('li');
    line.id = `line-${lines.children.length + 1}`;
    line.textContent = String(lines.children.length + 1);
    lines.append(line);
  }
}

/** Marks the lines the findings name. */
function mark(lines: HTMLElement, found: HTMLElement): void {
  for (const line of lines.querySelectorAll('.code-marked')) line.classList.remove('code-marked');
  for (const link of found.querySelectorAll<HTMLAnchorElement>('a[href^="#line-"]'))
    document.getElementById(link.hash.slice(1))?.classList.add('code-marked');
}

/** Puts the cursor on a line, and the line into sight. */
function goTo(text: HTMLTextAreaElement, number: number): void {
  const before = text.value.split('\n').slice(0, number - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0);
  const end = text.value.indexOf('\n', start);
  text.focus({ preventScroll: true });
  text.setSelectionRange(start, end === -1 ? text.value.length : end);
}

function attach(form: HTMLFormElement, text: HTMLTextAreaElement, lines: HTMLElement, found: HTMLElement): void {
  let timer = 0;
  let request: AbortController | undefined;
  const check = async (): Promise<void> => {
    request?.abort();
    request = new AbortController();
    try {
      const body = new FormData(form);
      const response = await fetch(form.dataset.source ?? '', { method: 'POST', body, signal: request.signal });
      if (!response.ok) return;
      found.innerHTML = await response.text();
      mark(lines, found);
    } catch {
      // Typed on or offline: what was found stays, the text is untouched.
    }
  };
  text.addEventListener('input', () => {
    renumber(lines, text);
    clearTimeout(timer);
    timer = window.setTimeout(() => void check(), PAUSE_MS);
  });
  found.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#line-"]') : null;
    const number = Number(link?.hash.slice('#line-'.length));
    if (!(number > 0)) return;
    // Following the link would take the focus to the top of the page; the writer wants it on the line.
    event.preventDefault();
    document.getElementById(`line-${number}`)?.scrollIntoView({ block: 'center' });
    goTo(text, number);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=workbench]')) {
  const text = form.querySelector<HTMLTextAreaElement>('.code-text');
  const lines = form.querySelector<HTMLElement>('.code-lines');
  const found = document.getElementById(form.dataset.target ?? '');
  if (text && lines && found) attach(form, text, lines, found);
}
