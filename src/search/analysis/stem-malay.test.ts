import { describe, expect, test } from 'vitest';
import { stemMalay } from './stem-malay.ts';

const knowing = (...words: string[]) => {
  const known = new Set(words);
  return (word: string): boolean => known.has(word);
};

describe('Malay roots', () => {
  test.each([
    ['membatalkan', 'batal'],
    ['pembatalan', 'batal'],
    ['dibatalkan', 'batal'],
    ['batalkan', 'batal'],
    ['terbatal', 'batal'],
    ['langganan', 'langgan'],
    ['melanggan', 'langgan'],
    ['pelanggan', 'langgan'],
    ['bayaran', 'bayar'],
    ['pembayaran', 'bayar'],
    ['menukar', 'tukar'],
    ['penukaran', 'tukar'],
    ['pertukaran', 'tukar'],
    ['menyimpan', 'simpan'],
    ['penyimpanan', 'simpan'],
    ['memilih', 'pilih'],
    ['pilihan', 'pilih'],
    ['mengunci', 'kunci'],
    ['mengambil', 'ambil'],
    ['mengecas', 'cas'],
    ['sambungannya', 'sambung'],
    ['berlangganan', 'langgan'],
    ['kelewatan', 'lewat'],
    ['pautanlah', 'paut'],
    ['tonton', 'tonton'],
    ['penontonan', 'tonton'],
    ['belajar', 'ajar'],
    ['pelajaran', 'ajar'],
    ['caranya', 'cara'],
    ['tetapan', 'tetap'],
  ])('%s comes from %s', (word, root) => {
    expect(stemMalay(word, knowing('lewat', 'cara'))).toBe(root);
  });

  test.each(['beri', 'makan', 'meja', 'berani', 'mereka', 'dinding', 'peluang', 'kedai', 'sekali', 'mesej', 'keluar'])(
    '%s is not taken apart',
    (word) => {
      expect(stemMalay(word, knowing('mak', 'luang', 'dai', 'kali', 'ani', 'luar'))).toBe(word);
    },
  );

  test('a root is believed only when the dictionary has it', () => {
    expect(stemMalay('perkhidmatan', knowing())).toBe('perkhidmatan');
    expect(stemMalay('perkhidmatan', knowing('khidmat'))).toBe('khidmat');
  });
});
