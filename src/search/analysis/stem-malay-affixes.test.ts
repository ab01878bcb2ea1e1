import { describe, expect, test } from 'vitest';
import { wordsOf } from '../query/words.ts';
import { languageOf } from './language.ts';
import { list } from './regions.ts';
import { stemMalay } from './stem-malay.ts';

/** Words a help centre's running text has, beside the roots on our own list. */
const running = new Set(list('kanak pelajar sayur ikan masak padai pula dia luar awal lalu ping maka mak ikat'));
const rootOf = (word: string): string => stemMalay(word, (root) => running.has(root));

/** Words of running text under the affix they show: "word root". */
const shown: Readonly<Record<string, readonly string[]>> = {
  'me-': ['melihat lihat', 'merakam rakam', 'melanggan langgan', 'memuat muat', 'menilai nilai', 'meyakinkan yakin'],
  'mem-': ['membayar bayar', 'membuka buka', 'memproses proses', 'memilih pilih', 'memulakan mula', 'memakai pakai'],
  'men-': ['menjawab jawab', 'mendaftar daftar', 'mencari cari', 'menukar tukar', 'menolak tolak', 'menonton tonton'],
  'meng-': [
    'mengambil ambil',
    'menghantar hantar',
    'menggunakan guna',
    'mengira kira',
    'mengubah ubah',
    'mengawal kawal',
  ],
  'menge-': ['mengecas cas', 'mengesan kesan', 'mengecaj caj'],
  'meny-': ['menyimpan simpan', 'menyokong sokong', 'menyediakan sedia', 'menyelesaikan selesai', 'menyekat sekat'],
  'ber-': ['bermula mula', 'bertukar tukar', 'berlangganan langgan', 'berfungsi fungsi', 'berhenti henti'],
  'be-, bel-': ['bekerja kerja', 'berehat rehat', 'belajar ajar'],
  'di-': ['dibayar bayar', 'ditolak tolak', 'dihantar hantar', 'dikeluarkan keluar', 'disediakan sedia'],
  'ter-': ['tersedia sedia', 'terputus putus', 'terbatal batal', 'tersekat sekat', 'terkawal kawal'],
  'pe-': ['pelanggan langgan', 'pelayan layan', 'perakam rakam'],
  'pem-': ['pembayaran bayar', 'pembatalan batal', 'pemain main', 'pemilihan pilih'],
  'pen-': ['pendaftaran daftar', 'penukaran tukar', 'penontonan tonton', 'penerimaan terima'],
  'peng-': ['penghantaran hantar', 'pengguna guna', 'pengesahan sah', 'pengiraan kira', 'penghapusan hapus'],
  'penge-': ['pengecas cas', 'pengecaj caj'],
  'peny-': ['penyimpanan simpan', 'penyelesaian selesai', 'penyedia sedia', 'penyambung sambung'],
  'per-': ['perubahan ubah', 'permohonan mohon', 'pertukaran tukar', 'persamaan sama'],
  'ke- -an': ['keselamatan selamat', 'kelewatan lewat', 'keputusan putus', 'kehilangan hilang', 'kelajuan laju'],
  'se-': ['sebulan bulan', 'seminggu minggu', 'sepenuhnya penuh', 'sehari hari'],
  '-kan': ['batalkan batal', 'hidupkan hidup', 'matikan mati', 'belikan beli', 'berikan beri', 'sediakan sedia'],
  '-i': ['hubungi hubung', 'temui temu', 'ikuti ikut', 'fahami faham'],
  '-an': ['langganan langgan', 'bayaran bayar', 'tetapan tetap', 'pilihan pilih', 'masakan masak', 'sambungan sambung'],
  '-nya': ['namanya nama', 'akaunnya akaun', 'langganannya langgan', 'masalahnya masalah', 'selalunya selalu'],
  '-ku, -mu': ['akaunku akaun', 'namamu nama', 'bayaranku bayar'],
  '-lah, -kah, -tah, -pun': ['gunakanlah guna', 'bolehkah boleh', 'apatah apa', 'siapapun siapa', 'perlukah perlu'],
  reduplication: ['bukubuku buku', 'kanakkanak kanak', 'kanak2 kanak', 'pelan2 pelan'],
  'ke- beside keluar': ['keluaran keluar', 'mengeluarkan keluar', 'pengeluaran keluar'],
  'ikan under per- -an': ['perikanan ikan'],
};

describe.each(Object.entries(shown))('%s', (_, pairs) => {
  test.each(pairs.map((pair) => pair.split(' ')))('%s comes from %s', (word = '', root = '') => {
    // A root that is not on our list is one the running text has shown bare.
    const learnt = stemMalay(word, (known) => running.has(known) || known === root);
    expect(learnt).toBe(root);
  });
});

test.each(
  list(`makan ikan bukan jangan berita dinding terima kesan menteri pelbagai sekolah seluruh masalah percuma sebelum
    selepas sehingga semula beberapa kepada kepala seperti setiap sendiri sementara pertama perkara kerana kereta
    ketika keluarga selesai selalu pernah penting petang tengah terutama tempat tempoh bahasa pejabat sentiasa serius`),
)('%s is left whole, whatever shorter words the index has', (word) => {
  expect(stemMalay(word, () => true)).toBe(word);
});

test('a word that only looks derived keeps its own root', () => {
  expect(['makanan', 'masakan', 'kepingan', 'bukannya', 'kesannya', 'sekolahnya', 'diterima'].map(rootOf)).toEqual([
    'makan',
    'masak',
    'keping',
    'bukan',
    'kesan',
    'sekolah',
    'terima',
  ]);
});

test('words doubled with a hyphen are one word twice, rhyming ones keep their first', () => {
  const folded = (text: string): string[] => wordsOf(text, languageOf('ms')).map((word) => word.folded);
  expect(folded('buku-buku')).toEqual(['buku']);
  expect(folded('kanak-kanak')).toEqual(['kanak']);
  expect(folded('sayur-mayur')).toEqual(['sayur', 'mayur']);
});
