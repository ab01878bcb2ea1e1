import './written.ts';

/**
 * Suggestions while typing, on top of a search form that works without them. It follows the ARIA combobox pattern:
 * arrows move through the list, Enter opens, Escape closes; the field keeps the focus and what was typed.
 */
interface Suggestion {
  readonly type: string;
  readonly title: string;
  readonly url: string;
  readonly code?: string;
  readonly titleMarks: readonly (readonly [number, number])[];
}

const DELAY_MS = 90;
const MIN_LENGTH = 2;
const TIMEOUT_MS = 4000;

function marked(text: string, marks: Suggestion['titleMarks']): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    fragment.append(text.slice(at, start));
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    fragment.append(mark);
    at = end;
  }
  fragment.append(text.slice(at));
  return fragment;
}

class SearchIsland {
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #box: HTMLElement;
  #timer = 0;
  #request: AbortController | undefined;
  #active = -1;

  constructor(form: HTMLFormElement, input: HTMLInputElement, box: HTMLElement) {
    this.#form = form;
    this.#input = input;
    this.#box = box;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', box.id);
    input.addEventListener('input', () => this.#wait());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => setTimeout(() => this.#close(), 150));
  }

  get #options(): HTMLElement[] {
    return [...this.#box.querySelectorAll<HTMLElement>('[role=option]')];
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), DELAY_MS);
  }

  async #ask(): Promise<void> {
    const q = this.#input.value.trim();
    this.#request?.abort();
    if (q.length < MIN_LENGTH) return this.#close();
    const request = new AbortController();
    this.#request = request;
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    try {
      const response = await fetch(`${this.#form.dataset.source ?? ''}&${new URLSearchParams({ q })}`, { signal });
      if (!response.ok) return this.#close();
      const { results } = (await response.json()) as { results: Suggestion[] };
      this.#show(results);
    } catch {
      // Typed on, timed out or offline: the form below still searches.
    }
  }

  #show(results: readonly Suggestion[]): void {
    const list = document.createElement('ul');
    list.setAttribute('role', 'listbox');
    list.id = `${this.#box.id}-list`;
    list.setAttribute('aria-label', this.#form.dataset.count ?? '');
    list.append(...results.map((result, i) => this.#option(result, i)));
    this.#box.replaceChildren(list);
    this.#active = -1;
    this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-controls', list.id);
    this.#box.hidden = results.length === 0;
    this.#input.setAttribute('aria-expanded', String(results.length > 0));
  }

  #option(result: Suggestion, i: number): HTMLLIElement {
    const option = document.createElement('li');
    option.setAttribute('role', 'option');
    option.id = `${this.#box.id}-${i}`;
    option.setAttribute('aria-selected', 'false');
    option.dataset.href = result.url;
    const title = document.createElement('span');
    title.append(marked(result.title, result.titleMarks));
    option.append(title);
    if (result.code !== undefined) {
      const code = document.createElement('small');
      code.textContent = result.code;
      option.append(code);
    }
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      location.assign(result.url);
    });
    return option;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#options.length;
    if (event.key === 'Escape' && !this.#box.hidden) {
      event.preventDefault(); // A search field would also empty itself; what was typed stays.
      this.#close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0 && !this.#box.hidden) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#select((this.#active + step + count + (this.#active < 0 && step < 0 ? 1 : 0)) % count);
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault();
      const href = this.#options[this.#active]?.dataset.href;
      if (href !== undefined) location.assign(href);
    }
  }

  #select(index: number): void {
    // An answer that comes late must not replace the list somebody is choosing from.
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#active = index;
    this.#options.forEach((option, i) => {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) option.scrollIntoView({ block: 'nearest' });
    });
    this.#input.setAttribute('aria-activedescendant', this.#options[index]?.id ?? '');
  }

  #close(): void {
    this.#request?.abort();
    this.#box.hidden = true;
    this.#active = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=search]')) {
  const input = form.querySelector<HTMLInputElement>('input[type=search]');
  const box = form.querySelector<HTMLElement>('.suggest');
  if (input && box) new SearchIsland(form, input, box);
}
