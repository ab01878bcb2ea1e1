import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPackFolder } from '#app/packs/pack-folder.ts';
import { parsePack } from '#app/packs/parse-pack.ts';
import { actionDocuments, documentOf, SYMPTOMS } from '#domains/knowledge/index.ts';
import { createSearchIndex, type SearchIndex } from '#search/index.ts';

const BRANDS = ['netflix', 'northstar', 'lantern', 'sentinel', 'norton', 'iptv-smarters-pro'];
const indexes = new Map<string, SearchIndex>();

/** A shipped brand's search, filled as the product fills it; articles are called by shelf and slug. */
async function indexOf(brand: string): Promise<SearchIndex> {
  const pack = parsePack(await readPackFolder(fileURLToPath(new URL(`../../packs/${brand}`, import.meta.url))));
  const synonyms = Object.fromEntries(Object.entries(pack.synonyms).map(([locale, groups]) => [locale, groups ?? []]));
  const index = createSearchIndex({ defaultLocale: pack.brand.defaultLocale, synonyms, facets: SYMPTOMS });
  index.put(actionDocuments(pack.actions, pack.brand.locales));
  for (const { shelf, slug, meta, texts } of pack.entries) {
    const article = { id: `${shelf}/${slug}`, brandId: brand, shelf, slug, meta };
    index.put([...texts].map(([locale, text]) => documentOf(article, { locale, ...text })));
  }
  return index;
}

beforeAll(async () => {
  for (const brand of BRANDS) indexes.set(brand, await indexOf(brand));
}, 60_000);

/** "brand language | what is typed | what comes first": an article's slug, an action, or a code or device with its shelf. */
const typed = `
netflix en | nw25 | codes/nw-2-5
netflix en | netflix error nw-2-5 on my tv | codes/nw-2-5
northstar en | nw25 | codes/nw-2-5
northstar en | netflix error nw-2-5 on my tv | codes/nw-2-5
northstar en | bufering on samsng tv | buffering-on-samsung-tv
netflix en | bufering on samsng tv | devices/samsung-tv
lantern en | bufering | buffering-on-live-channels
iptv-smarters-pro en | bufering | buffering-in-the-player
northstar ms | cara batalkan langganan | action:cancel
netflix ms | cara batalkan langganan | action:cancel
lantern ms | cara batalkan langganan | action:cancel
norton ms | cara batalkan langganan | action:cancel
iptv-smarters-pro ms | cara batalkan langganan | action:cancel
sentinel ms | cara batalkan langganan | action:cancel
northstar de | doppelt abgebucht | action:refund
netflix de | doppelt abgebucht | action:report-charge
lantern de | doppelt abgebucht | action:report-charge
sentinel de | doppelt abgebucht | action:report-charge
northstar fr | remboursement | action:refund
netflix fr | remboursement | action:refund
lantern fr | remboursement | action:refund
norton fr | remboursement | action:refund
sentinel fr | remboursement | action:refund
iptv-smarters-pro fr | remboursement | action:refund

northstar en | forgot pasword | action:reset-password
northstar en | cancle my subscripton | action:cancel
northstar en | no sound on samsung tv | no-sound-or-out-of-sync
northstar en | how do i get my money back | action:refund
northstar en | chnage billing day | action:change-billing-day
northstar en | wont open on fire stick | app-will-not-open
northstar en | error 113 | codes/ui-113
northstar en | tvp801 | codes/tvp-801
northstar en | whats UI 204 mean | codes/ui-204
northstar en | code not arriving | code-not-arriving
northstar en | subtitles missing | subtitles-wrong-or-missing
northstar en | is my ps4 supported | devices/playstation-4
northstar en | declined card | payment-declined
northstar en | pause for a month | action:pause
northstar en | sound out of sync on apple tv | no-sound-or-out-of-sync
lantern en | guide is an hour of | tv-guide-one-hour-off
sentinel en | slow computer | action:speed-up
sentinel en | LK310 | codes/lk-310
netflix en | S7363-1260-FFFFD119 | codes/s7363-1260-ffffd119
norton en | stop auto renewal | action:turn-off-renewal

northstar de | kundigen | action:cancel
northstar de | abo kuendigen | action:cancel
northstar de | passwort vergesen | action:reset-password
northstar de | samsung tv bild ruckelt | buffering-on-samsung-tv
northstar de | kein ton fernseher | no-sound-or-out-of-sync
northstar de | Fehler 113 | codes/ui-113
northstar de | Fehlercode tvp 801 | codes/tvp-801
northstar de | geld zuruck | action:refund
northstar de | Abrechnungstag ändern | action:change-billing-day
northstar de | Zahlungsmethode ändern | action:update-payment
northstar de | Untertitelproblem | subtitles-wrong-or-missing
northstar de | Zweifaktor | turn-on-two-step-sign-in
northstar de | unbekante abbuchung | action:report-charge
northstar de | App öffnet nicht | app-will-not-open
lantern de | Programmführer eine stunde falsch | tv-guide-one-hour-off
sentinel de | Lizenzschlüssel | action:find-key
netflix de | mitgliedschaft kuendigen | action:cancel

northstar fr | resilier abonnement | action:cancel
northstar fr | annuler mon abonement | action:cancel
northstar fr | mot de passe oublie | action:reset-password
northstar fr | debite deux fois | charged-twice
northstar fr | pas de son tele | no-sound-or-out-of-sync
northstar fr | code erreur 113 | codes/ui-113
northstar fr | erreur nw 2 5 sur ma tv | codes/nw-2-5
northstar fr | ca rame sur samsung | buffering-on-samsung-tv
northstar fr | image floue sur apple tv | picture-looks-soft
northstar fr | changer jour de facturation | action:change-billing-day
northstar fr | sous titres decales | subtitles-wrong-or-missing
northstar fr | carte refusee | payment-declined
northstar fr | mettre en pause | action:pause
northstar fr | droit de retractation | action:withdraw
lantern fr | ça rame | buffering-on-live-channels
netflix fr | joindre quelqu un | reach-a-person
sentinel fr | renouvellement automatique | action:turn-off-renewal

northstar ms | tiada bunyi pada tv samsung | no-sound-or-out-of-sync
northstar ms | lupa kata laluan | action:reset-password
northstar ms | bayaran balik | action:refund
northstar ms | nak refund | action:refund
northstar ms | kena caj dua kali | action:refund
northstar ms | kod ralat 113 | codes/ui-113
northstar ms | ralat nw25 pada tv | codes/nw-2-5
northstar ms | video asyik berhenti | video-keeps-stopping
northstar ms | sari kata hilang | subtitles-wrong-or-missing
northstar ms | gambar kabur | picture-looks-soft
northstar ms | kad ditolak | payment-declined
northstar ms | jeda langganan | action:pause
northstar ms | app tak boleh buka | app-will-not-open
netflix ms | ralat tvp801 | codes/tvp-801
sentinel ms | kunci lesen | action:find-key
`;

const rows = typed
  .trim()
  .split(/\n+/)
  .map((line) => {
    const [where = '', text = '', first = ''] = line.split(' | ');
    const [brand = '', locale = ''] = where.split(' ');
    return [brand, locale, text, /[:/]/.test(first) ? first : `articles/${first}`] as const;
  });

const firstOf = (brand: string, locale: string, text: string, isTyping: boolean): string | undefined =>
  indexes.get(brand)?.search({ text, locale, isTyping }).hits[0]?.id;

describe('in a shipped brand', () => {
  test.each(rows)('%s (%s): “%s” shows %s first, while typing as well', (brand, locale, text, first) => {
    expect(firstOf(brand, locale, text, false)).toBe(first);
    expect(firstOf(brand, locale, text, true)).toBe(first);
  });

  test.each([
    ['netflix', 'en', 'nw2', 'codes/nw-2-5'],
    ['netflix', 'en', 'netflix error nw-2-5 on my t', 'codes/nw-2-5'],
    ['northstar', 'en', 'bufering on samsng t', 'articles/buffering-on-samsung-tv'],
    ['northstar', 'ms', 'cara batalkan langgana', 'action:cancel'],
    ['northstar', 'de', 'doppelt abgebuch', 'action:refund'],
    ['northstar', 'fr', 'rembourseme', 'action:refund'],
  ])('%s (%s): “%s”, not yet finished, shows %s first', (brand, locale, text, first) => {
    expect(firstOf(brand, locale, text, true)).toBe(first);
  });
});
