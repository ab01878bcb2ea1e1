import { list } from './regions.ts';

/**
 * Roots a help centre's Malay is made of, so that small help centres stem well before their own pages have shown every
 * root bare. Everything else is learnt from the index's own words.
 */
const roots: ReadonlySet<string> = new Set(
  list(`akaun akses aktif aku alamat alat alih ambil amaran anggar antara arah asas asing atur awal ajar baca bagi baharu baik baki bahagi
    balik banding bantu batal batas bayar beku beli benar beri berhenti betul bincang bual buat buka bukti bunyi cabut caj cari cas catat
    cepat cetak cipta cuba daftar dapat dasar dekat dengar depan edar elak faham fungsi ganggu ganti gerak gigit guna habis hadap hala halang
    hantar harap hasil hubung hidup hilang hitung ikut imbas ingat isi istimewa izin jadual jalan jamin jaga jawab jelas jual jumpa kaitan
    kali kata kawal keluar kemas kenal kerja kesan kira kirim kongsi kod kunci kurang laku lambat langgan lanjut lapor larang latih layak
    layan lebih lepas lihat lindung lucut lulus luar main maklum masa masuk mati minta mohon mudah muat mula nama nanti naik nilai nyata
    nyah olah pakai paket pandu pantas papar pasang pasti paut perbaiki percaya periksa pesan pilih pindah proses pulang pulih puncak
    putus padam rakam ralat rangkai rehat rekod rosak sah salah salur sambung samb sedia segera sekat selamat selesai semak sembunyi sentuh
    serah sertai siar siap simpan sokong suai sulit sunting suka suara tafsir tahan tahu tambah tamat tanda tangguh tanggung tanya tarik
    tawar tayang tekan telefon temu tentu terang terima terus tetap tiada tinggal tingkat tipu tolak tonton tuju tukar tulis tuntut tunggu
    tunjuk turun tutup ubah uji ulang untuk urus usaha waktu yakin`),
);

/** Words that look derived but are roots: the known traps of overstemming. */
const wholeWords: ReadonlySet<string> = new Set(
  list(`beri berita beza beli belum benar besar betul berat berani makan makin malam mereka merah meja mesej mesti media menang mana
    kami kawan kirim lagi lain alami bagi bahagi pagi pergi peluang pesan pelan penuh perlu pernah peta pekan percaya perang teman
    tepat tetap tetapi terus teruk terang terima tempat tempoh temu sedang sedia segera sekali selalu selesai semua sekarang sama sini
    keluar kemas kenal kerja kecil keras kerana ketika kelas kereta dinding dingin diri dia dari hari nilai sampai pandai
    pakai ramai ikan bukan jalan badan bulan kanan kiri kedai bahan bekalan haiwan halaman hujan hutan kawasan lawan 
    pasukan papan rakan taman tangan tuan iklan ejen imej `),
);

/** True for a root that needs no proof from the index's own words, and that must not be taken apart. */
export function isMalayRoot(word: string): boolean {
  return roots.has(word) || wholeWords.has(word);
}
