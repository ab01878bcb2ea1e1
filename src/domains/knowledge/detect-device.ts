import type { Listed } from './help-centre.ts';

const MAX_USER_AGENT = 500;

/**
 * The catalogued device a browser says it runs on. A group of words matches when all of them occur; the longest
 * match wins, because a television's browser also calls itself Chrome and Safari.
 */
export function detectDevice(userAgent: string, devices: readonly Listed[]): Listed | null {
  const text = userAgent.slice(0, MAX_USER_AGENT).toLowerCase();
  let best: Listed | null = null;
  let weight = 0;
  for (const device of devices) {
    const { meta } = device.article;
    if (meta.shelf !== 'devices') continue;
    for (const group of meta.detect) {
      const length = group.join('').length;
      if (length > weight && group.every((word) => text.includes(word.toLowerCase()))) {
        best = device;
        weight = length;
      }
    }
  }
  return best;
}
