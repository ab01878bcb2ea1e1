import { expect, test } from 'vitest';
import { foldText } from './characters.ts';
import { stemEnglish } from './stem-english.ts';
import { stemFrench } from './stem-french.ts';
import { stemGerman } from './stem-german.ts';

test.each([
  ['cancellations', 'cancel'],
  ['cancelled', 'cancel'],
  ['buffering', 'buffer'],
  ['happily', 'happili'],
  ['skies', 'sky'],
  ['generously', 'generous'],
  ['charged', 'charg'],
  ['proceed', 'proceed'],
  ['relational', 'relat'],
  ['hopping', 'hop'],
])('English %s → %s', (word, stem) => expect(stemEnglish(word)).toBe(stem));

test.each([
  ['remboursements', 'rembours'],
  ['continuellement', 'continuel'],
  ['majestueusement', 'majestu'],
  ['quelques', 'quelqu'],
  ['résilier', 'résili'],
  ['finissaient', 'fin'],
  ['journaux', 'journal'],
  ['activité', 'activ'],
])('French %s → %s', (word, stem) => expect(stemFrench(word)).toBe(stem));

test.each([
  ['kündigungen', 'kundig'],
  ['kuendigungen', 'kundig'],
  ['häuser', 'haus'],
  ['freundlichkeit', 'freundlich'],
  ['aufeinander', 'aufeinand'],
  ['verzeichnisse', 'verzeichnis'],
  ['größe', 'gross'],
])('German %s → %s', (word, stem) => expect(stemGerman(word)).toBe(stem));

test('folding takes accents, case, ligatures and invisible characters away and nothing else', () => {
  expect(foldText('Ça À\u200B, ﬁn Straße Œuvre ÅNGSTRÖM 映画')).toBe('ca a, fin strasse oeuvre angstrom 映画');
});
