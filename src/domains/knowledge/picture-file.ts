import { svgProblem } from '#lib/svg.ts';

export const MAX_PICTURE_BYTES = 2_000_000;
const PICTURE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:svg|png|jpg|webp)$/;

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What the bytes are, whatever the name says. */
function mediaTypeOf(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)) return 'image/png';
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return /^\s*(?:<\?xml|<svg|<!--)/.test(new TextDecoder().decode(bytes.subarray(0, 200)))
    ? 'image/svg+xml'
    : undefined;
}

const ENDINGS: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

function drawingProblem(bytes: Uint8Array): string | undefined {
  try {
    return svgProblem(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'the drawing is not UTF-8 text';
  }
}

export type InspectedPicture = { readonly mediaType: string } | { readonly problem: string };

/** Decides whether a file may be published as a picture. The problem is one sentence, in English, for editors. */
export function inspectPicture(name: string, bytes: Uint8Array): InspectedPicture {
  if (!PICTURE_NAME.test(name))
    return { problem: 'the name must be lower-case words joined by hyphens, ending in .svg, .png, .jpg or .webp' };
  if (bytes.byteLength > MAX_PICTURE_BYTES)
    return { problem: `the picture is larger than ${MAX_PICTURE_BYTES / 1_000_000} MB` };
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined || mediaType !== ENDINGS[name.split('.').at(-1) ?? ''])
    return { problem: 'the contents are not what the name says' };
  const problem = mediaType === 'image/svg+xml' ? drawingProblem(bytes) : undefined;
  return problem === undefined ? { mediaType } : { problem };
}
