import type { Filled } from '../explain/patterns.ts';
import type { Anchor, WindowTest } from '../model/conditions.ts';
import { semicolon, settled, tableText, type Voice } from './voice.ts';

const membersOf = (anchor: Anchor): readonly string[] => {
  if (typeof anchor === 'string') return [anchor];
  return ('laterOf' in anchor ? anchor.laterOf : anchor.earlierOf).flatMap(membersOf);
};

const labelOf = (anchor: Anchor, { speaker }: Voice): string =>
  speaker.values.list(
    membersOf(anchor).map((path) => speaker.labels.fact(path)),
    'or',
  );

/** The moment a window is counted from, as it stands after "after" and "before". */
function anchorText(anchor: Anchor, voice: Voice): string {
  const dates = labelOf(anchor, voice);
  if (typeof anchor !== 'string')
    return voice.say('laterOf' in anchor ? 'anchor.laterOf' : 'anchor.earlierOf', { dates });
  return voice.has(`anchor.${anchor}`) ? voice.say(`anchor.${anchor}`) : voice.say('anchor.*', { fact: dates });
}

type Bound = WindowTest['upTo'];

/** A bound as a span: one number of units, or, where it depends on the case, the table written out. */
function spanText(bound: Bound, unit: string, voice: Voice, oblique: boolean): string {
  const span = oblique ? voice.speaker.span : voice.span;
  const count = settled(bound, voice.define);
  if (count !== undefined) return span(Math.abs(count), unit);
  if (typeof bound === 'object' && 'table' in bound)
    return tableText(bound.table, (value) => span(Number(value), unit), voice);
  return '';
}

function shapeOf(from: number | undefined, upTo: number | undefined, hasUpTo: boolean): string {
  if (hasUpTo && upTo === undefined) return 'table';
  if (!hasUpTo) return from !== undefined && from > 0 ? 'after' : 'since';
  if (upTo !== undefined && upTo < 0) return 'before';
  if (upTo === 0) return 'upTo';
  return from !== undefined && from > 0 ? 'between' : 'within';
}

/** A window in words: `Asked for within 60 days after the charge`. */
export function windowText(window: WindowTest, voice: Voice): string {
  const { define } = voice;
  const unit = window.unit ?? 'calendarDay';
  const from = settled(window.from, define);
  const shape = shapeOf(from, settled(window.upTo, define), window.upTo !== undefined);
  const said: Filled = {
    event: window.event === undefined ? '' : labelOf(window.event, voice),
    anchor: anchorText(window.of, voice),
    label: labelOf(window.of, voice),
    span: spanText(window.upTo, unit, voice, shape !== 'table'),
    spanNominative: spanText(window.upTo, unit, voice, false),
    from: spanText(window.from, unit, voice, true),
    fromNominative: spanText(window.from, unit, voice, false),
  };
  const isAsked = window.event === undefined || window.event === 'request.at' || window.event === 'occasion';
  const notes = [
    ...(from === 0 && (shape === 'within' || shape === 'upTo') ? ['notEarlier'] : []),
    ...(window.holidayRollover ? ['rollover'] : []),
    ...(window.boundary === 'exact' ? ['toTheMinute'] : []),
  ].map((id) => voice.say(id));
  return [voice.say(`${isAsked ? 'asked' : 'event'}.${shape}`, said), ...notes].join(semicolon(voice.locale));
}
