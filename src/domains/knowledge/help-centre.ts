import type { Brand, Shelf, SiteUrls } from '#domains/brands/index.ts';
import type { Locale } from '#lib/locales.ts';
import { type Article, typeOf } from './article.ts';
import type { Action, Author, Picture, Synonyms, Topic } from './brand-words.ts';
import type { BrandSearch } from './help-search.ts';
import type { PublishedHeading } from './queries/search-texts.ts';

/** A published text without its body: what lists, menus and links need. */
export interface Listed {
  readonly article: Article;
  readonly locale: Locale;
  readonly title: string;
  readonly summary: string;
  /** True when this is not the language that was asked for. */
  readonly isFallback: boolean;
}

export interface HelpCentreWords {
  readonly topics: readonly Topic[];
  readonly authors: readonly Author[];
  readonly actions: readonly Action[];
  readonly synonyms: Synonyms;
  readonly pictures: readonly Picture[];
}

type Heading = Pick<PublishedHeading, 'revisionId' | 'title' | 'summary'>;

/**
 * One brand's published knowledge as a node holds it: everything but the bodies, and the way to its search index.
 * It is replaced as a whole when brand-wide records change and updated article by article otherwise.
 */
export class HelpCentre {
  readonly brand: Brand;
  readonly words: HelpCentreWords;
  /** Kept elsewhere, and asked for by promises: see `HelpSearch`. */
  readonly index: BrandSearch;
  readonly #articles = new Map<string, Article>();
  readonly #texts = new Map<string, Map<Locale, Heading>>();
  readonly #slugs = new Map<string, string>();
  /** Every page lists something of it, and sorting by a language's rules is the dearest part of that. */
  readonly #sorted = new Map<Locale, readonly Listed[]>();
  readonly #pictures: ReadonlyMap<string, Picture>;

  constructor(
    brand: Brand,
    words: HelpCentreWords,
    articles: readonly Article[],
    headings: readonly PublishedHeading[],
    index: BrandSearch,
  ) {
    this.brand = brand;
    this.words = words;
    this.index = index;
    this.#pictures = new Map(words.pictures.map((picture) => [picture.name, picture]));
    this.update(articles, headings);
  }

  /** Takes in articles whose published texts changed; an article without any text leaves the help centre. */
  update(articles: readonly Article[], headings: readonly PublishedHeading[]): void {
    this.#sorted.clear();
    const byArticle = Map.groupBy(headings, (heading) => heading.articleId);
    for (const article of articles) {
      const published = byArticle.get(article.id) ?? [];
      this.#slugs.set(`${article.shelf}/${article.slug}`, article.id);
      this.#articles.set(article.id, article);
      this.#texts.set(article.id, new Map(published.map((heading) => [heading.locale as Locale, heading])));
    }
  }

  /** The published article as a reader of `locale` sees it listed; null when nothing of it is public for them. */
  list(id: string, locale: Locale): Listed | null {
    const article = this.#articles.get(id);
    const texts = this.#texts.get(id);
    if (!article || !texts) return null;
    const own = texts.get(locale);
    const fallback = this.brand.defaultLocale;
    const text = own ?? texts.get(fallback);
    if (!text) return null;
    const { title, summary } = text;
    return { article, locale: own ? locale : fallback, title, summary, isFallback: own === undefined };
  }

  /** Which revision is public in a language. */
  currentRevision(id: string, locale: Locale): number | undefined {
    return this.#texts.get(id)?.get(locale)?.revisionId;
  }

  find(shelf: Shelf, slug: string, locale: Locale): Listed | null {
    const id = this.#slugs.get(`${shelf}/${slug}`);
    return id === undefined ? null : this.list(id, locale);
  }

  /** Every public article for a reader, by title in their language. */
  all(locale: Locale): readonly Listed[] {
    const known = this.#sorted.get(locale);
    if (known) return known;
    const collator = new Intl.Collator(locale, { numeric: true });
    const sorted = [...this.#articles.keys()]
      .flatMap((id) => this.list(id, locale) ?? [])
      .sort((a, b) => collator.compare(a.title, b.title));
    this.#sorted.set(locale, sorted);
    return sorted;
  }

  /** Whether a reader finds anything on a shelf. */
  has(shelf: Shelf, locale: Locale): boolean {
    return this.all(locale).some((item) => item.article.shelf === shelf);
  }

  /** The languages an article is public in, for hreflang. */
  localesOf(id: string): Locale[] {
    const texts = this.#texts.get(id);
    return this.brand.locales.filter((locale) => texts?.has(locale));
  }

  url(listed: Pick<Listed, 'article'>, urls: SiteUrls): string {
    return urls.article(listed.article.shelf, typeOf(listed.article.meta), listed.article.slug);
  }

  picture(name: string): Picture | undefined {
    return this.#pictures.get(name);
  }

  topic(id: string): Topic | undefined {
    return this.words.topics.find((topic) => topic.id === id);
  }

  author(id: string | undefined): Author | undefined {
    return this.words.authors.find((author) => author.id === id);
  }

  action(id: string | undefined): Action | undefined {
    return this.words.actions.find((action) => action.id === id);
  }
}
