import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readYaml } from '#lib/yaml.ts';
import { inTransaction } from '#platform/context.ts';
import { packFolder } from '#test/support/app.ts';
import { testContext, useDatabase } from '#test/support/database.ts';
import { type BrandProfile, brandSchema } from './brand.ts';
import { BrandDirectory } from './brand-directory.ts';
import { changesSince, putBrand, putDomain, raiseContentVersion } from './queries.ts';

function tinyProfile(): BrandProfile {
  const read = readYaml(readFileSync(join(packFolder('tiny'), 'brand.yaml'), 'utf8'), brandSchema);
  if ('problems' in read) throw new Error('the tiny pack is not readable');
  return read.value;
}

describe('the directory of brands', () => {
  const database = useDatabase();
  const tiny = tinyProfile();
  let directory: BrandDirectory;
  beforeEach(async () => {
    await database.empty();
    await putBrand(testContext(database), tiny, '<svg></svg>');
    directory = new BrandDirectory(database.db);
    await directory.refresh();
  });
  const change = (): Promise<void> => raiseContentVersion(testContext(database), 'tiny', null);

  test('finds a brand by its id and by its own domain, whatever the case', async () => {
    await putDomain(testContext(database), 'tiny', 'help.tiny.example');
    await change();
    await directory.refresh();
    expect(directory.find('tiny')?.name).toBe('Tiny');
    expect(directory.findByDomain('HELP.tiny.example')?.id).toBe('tiny');
    expect([directory.find('nobody'), directory.findByDomain('tiny.example')]).toEqual([undefined, undefined]);
  });

  test('a new profile leaves the domain as it is', async () => {
    await putDomain(testContext(database), 'tiny', 'help.tiny.example');
    await putBrand(testContext(database), { ...tiny, name: 'Tinier' }, '<svg></svg>');
    await change();
    await directory.refresh();
    expect(directory.find('tiny')).toMatchObject({ name: 'Tinier', domain: 'help.tiny.example' });
  });

  test('tells of a change once, and only of brands that changed', async () => {
    await putBrand(testContext(database), { ...tiny, id: 'other' }, '<svg></svg>');
    await directory.refresh();
    const told: string[] = [];
    directory.onChange((brand) => void told.push(`${brand.id} ${brand.contentVersion}`));
    await change();
    await directory.refresh();
    await directory.refresh();
    expect(told).toEqual([`tiny ${directory.find('tiny')?.contentVersion}`]);
  });

  test('tells again what a listener could not take in', async () => {
    let fails = true;
    const told: string[] = [];
    directory.onChange((brand) => {
      if (fails) throw new Error('the database went away');
      told.push(brand.id);
    });
    await change();
    await expect(directory.refresh()).rejects.toThrow('the database went away');
    fails = false;
    await directory.refresh();
    expect(told).toEqual(['tiny']);
  });

  test('after refresh a caller sees what it committed before, also while another refresh was under way', async () => {
    const before = directory.find('tiny')?.contentVersion ?? 0;
    let seen: number | undefined;
    let late: Promise<void> | undefined;
    directory.onChange(async () => {
      if (late) return;
      await change();
      late = directory.refresh().then(() => {
        seen = directory.find('tiny')?.contentVersion;
      });
    });
    await change();
    await directory.refresh();
    await late;
    expect(seen).toBe(before + 2);
  });

  test('many refreshes at once all end, with the newest', async () => {
    await change();
    await Promise.all(Array.from({ length: 10 }, () => directory.refresh()));
    expect(directory.all().map((brand) => brand.contentVersion)).toEqual([directory.find('tiny')?.contentVersion]);
  });

  test('a change rolled back is no change', async () => {
    const before = directory.find('tiny')?.contentVersion;
    const undone = inTransaction(testContext(database), async (ctx) => {
      await raiseContentVersion(ctx, 'tiny', null);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await directory.refresh();
    expect(directory.find('tiny')?.contentVersion).toBe(before);
  });

  test('a brand-wide change says that everything may have changed', async () => {
    const { version } = await changesSince(testContext(database), 'tiny', 0);
    expect(await changesSince(testContext(database), 'tiny', version)).toEqual({ version, articles: [] });
    await change();
    expect(await changesSince(testContext(database), 'tiny', version)).toMatchObject({ articles: null });
  });
});
