/**
 * Fetches the short answer a machine writes beside the quotations, once the page is there. Without scripts the link in
 * its place leads to the same answer. Everything is set as text: nothing that was written becomes markup.
 */
interface Written {
  readonly paragraphs: readonly (readonly ({ readonly text: string } | { readonly source: number })[])[];
  readonly sources: readonly { readonly number: number; readonly title: string; readonly url: string }[];
}

const LIMIT_MS = 15_000;

const element = (name: string, className: string, ...children: (Node | string)[]): HTMLElement => {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
};

function citation(box: HTMLElement, written: Written, number: number): Node | string {
  const source = written.sources.find((each) => each.number === number);
  if (source === undefined) return '';
  const link = document.createElement('a');
  link.href = source.url;
  link.textContent = `[${number}]`;
  const label = (box.dataset.cite ?? '').replace('{number}', String(number)).replace('{title}', () => source.title);
  link.setAttribute('aria-label', label);
  return link;
}

function show(box: HTMLElement, written: Written): void {
  const paragraphs = written.paragraphs.map((parts) =>
    element('p', '', ...parts.map((part) => ('text' in part ? part.text : citation(box, written, part.source)))),
  );
  const title = element('p', 'notice-title', box.dataset.title ?? '');
  const note = element('p', 'soft', box.dataset.note ?? '');
  box.replaceChildren(element('div', 'notice tone-info', element('div', '', title, ...paragraphs, note)));
}

async function fetchInto(box: HTMLElement): Promise<void> {
  box.replaceChildren(element('p', 'soft', box.dataset.waiting ?? ''));
  try {
    const response = await fetch(box.dataset.source ?? '', { signal: AbortSignal.timeout(LIMIT_MS) });
    const { written } = (await response.json()) as { readonly written?: Written | null };
    if (written) return show(box, written);
  } catch {
    // Late, offline or not understood: the quotations below are the answer.
  }
  box.replaceChildren(element('p', 'soft', box.dataset.none ?? ''));
}

for (const box of document.querySelectorAll<HTMLElement>('[data-island=written]')) void fetchInto(box);
