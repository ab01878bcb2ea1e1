import { CodeIndex } from './codes/code-index.ts';
import { LocaleIndex } from './locale-index.ts';
import { ActionIndex } from './query/actions.ts';
import { FacetIndex, facetsOfDevice } from './query/facets.ts';
import { Synonyms } from './query/synonyms.ts';
import type { SearchDocument, SearchSettings } from './types.ts';

/** Everything indexed for one brand: an index per locale, and what is found across locales. */
export class Catalogue {
  readonly settings: SearchSettings;
  readonly codes = new CodeIndex();
  readonly facets = new FacetIndex();
  readonly actions = new ActionIndex();
  private readonly locales = new Map<string, LocaleIndex>();
  private readonly synonyms = new Map<string, Synonyms>();
  private isStale = true;

  constructor(settings: SearchSettings) {
    this.settings = settings;
    for (const facet of settings.facets ?? []) this.facets.add(facet);
  }

  get localeIndexes(): readonly LocaleIndex[] {
    return [...this.locales.values()];
  }

  locale(locale: string): LocaleIndex {
    const known = this.locales.get(locale);
    if (known !== undefined) return known;
    return this.adopt(new LocaleIndex(locale));
  }

  /** Takes over the index of a locale as a snapshot holds it. */
  adopt(index: LocaleIndex): LocaleIndex {
    this.locales.set(index.locale, index);
    const groups = this.settings.synonyms?.[index.locale];
    if (groups !== undefined) this.synonyms.set(index.locale, new Synonyms(groups, index));
    index.forEachDocument((document) => this.register(document));
    this.isStale = true;
    return index;
  }

  put(documents: readonly SearchDocument[]): void {
    const byLocale = Map.groupBy(documents, ({ locale }) => locale);
    for (const [locale, group] of byLocale) {
      const latest = [...new Map(group.map((document) => [document.id, document])).values()];
      for (const { id } of latest) this.remove(id, locale);
      this.locale(locale).put(latest);
      for (const document of latest) this.register(document);
    }
    this.isStale = true;
  }

  remove(id: string, locale?: string): boolean {
    const from =
      locale === undefined ? this.localeIndexes : this.localeIndexes.filter((index) => index.locale === locale);
    let isRemoved = false;
    for (const index of from) {
      const place = index.find(id);
      if (place === undefined) continue;
      this.unregister(place.segment.read(place.document));
      isRemoved = index.remove(id) || isRemoved;
    }
    this.isStale ||= isRemoved;
    return isRemoved;
  }

  /** The locales to search for a reader of `locale`: first their own, then the fallbacks. */
  searched(locale: string): readonly LocaleIndex[] {
    if (this.isStale) for (const index of this.localeIndexes) index.refresh();
    this.isStale = false;
    const base = locale.split('-')[0] ?? locale;
    const fallbacks = this.settings.fallbacks?.[locale] ?? [this.settings.defaultLocale];
    const wanted = new Set([this.locales.has(locale) ? locale : base, ...fallbacks]);
    return [...wanted].flatMap((name) => this.locales.get(name) ?? []);
  }

  synonymsOf(locale: string): Synonyms | undefined {
    return this.synonyms.get(locale);
  }

  private register(document: SearchDocument): void {
    for (const code of document.codes ?? []) this.codes.add(code, document.id);
    for (const facet of facetsOfDevice(document)) this.facets.add(facet);
    this.actions.add(document);
  }

  private unregister(document: SearchDocument): void {
    for (const code of document.codes ?? []) this.codes.remove(code, document.id);
    for (const facet of facetsOfDevice(document)) this.facets.remove(facet);
    this.actions.remove(document);
  }
}
