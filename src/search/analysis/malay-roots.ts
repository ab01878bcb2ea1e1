import { list } from './regions.ts';

/**
 * Roots a help centre's Malay is made of, so that small help centres stem well before their own pages have shown every
 * root bare. Everything else is learnt from the index's own words.
 */
const roots: ReadonlySet<string> = new Set(
  list(`ajar akaun akses aktif aku alam alamat alat alih amaran ambil ancam anggap anggar angkat antara arah asas asing
    atur awal baca bagi bahagi baharu baik baki balik banding bantu batal batas bawa bayang bayar bekal beku beli
    benar bentuk beri betul bilang bincang bual buat buka bukti bunyi cabut cadang caj campur cari cas catat cecah
    cegah cepat cetak cetus cipta cuba curi daftar dakwa dapat dasar daya dedah dekat dengar depan edar elak faham
    fikir fungsi gabung galak ganggu ganti gantung gemar gerak gigit guna habis hadap hakim hala halang hantar hapus
    harap hasil henti hidup hilang hitung hubung ikut imbas ingat isi istimewa izin jadual jaga jalan jamin jawab
    jaya jejak jejas jelas jual jumpa kacau kait kali kandung kata kawal keliru keluar kemas kembali kembang kenal
    kendali kerja kesan kira kirim kod kongsi kosong kumpul kunci kunjung kurang kutip laju laku lambat lampir
    langgan langgar lanjut lapang lapor larang latih lawat layak layan layar lebih lepas libat lihat lindung liput
    lompat luar lucut lulus main maklum masa masak masuk mati minta mohon muat mudah mula naik nama nanti nilai nyah
    nyata olah padam padan pakai paket pandu pantas pantau papar pasang pasti patuh paut pegang percaya periksa
    peroleh pesan pilih pinda pindah potong proses pujuk pulang pulih punya putus rakam ralat rancang rangkai rayu
    rehat rekod rosak rujuk sah salah salur sambung sandar sebar sedia segera sekat selamat selesai semak sembunyi
    sentuh serah setuju siap siar siasat sihat simpan sokong suai suara suka sulit sunting susun tafsir tahan tahap
    tahu taip tamat tambah tampal tanda tangguh tanggung tangkap tanya tapak tapis tarik tawar tayang tebus tekan
    telefon teliti temu tentu terang terbit terima terjemah terus tetap tiada timbal timbul tindak tinggal tingkat
    tipu tolak tonton tubuh tugas tuju tukar tulis tumpu tunggu tunjang tunjuk tuntut turun tutup ubah uji ulang
    untuk upaya urus urut usaha wajib waktu warna yakin`),
);

/** Words that look derived but are roots: the known traps of overstemming. */
const wholeWords: ReadonlySet<string> = new Set(
  list(`badan bahan beberapa bekalan belakang belanja belum berani berapa berat berita besar beza bukan bulan dari dia
    dinding dingin diri ejen haiwan halaman hari hujan hutan ikan iklan imej jangan kami kampung kanan kawan kawasan
    kecil kecuali kedai kelabu kelas keluarga kemudian kepada kepala keping kerana keras kereta ketara ketika kiri
    lagi lain lawan makan makin malam mana masalah media meja menang menteri merah mereka mesej mesti pagi pandai
    papan pasukan pejabat pekan pelan pelbagai peluang pendek penting penuh perak perang percuma perempuan pergi
    peribadi perkara perlu pernah pertama peta petang rakan ramai sama sampai sebelah sebelum sedang sehingga sekali
    sekarang sekejap sekolah selalu selama selasa selepas seluruh semasa sementara semua semula senang senarai
    sendiri sentiasa seperti serius sesuai sesuatu setiap sini taman tangan teman tempat tempoh tengah tentang tepat
    terhadap terlalu teruk terutama tetapi tetingkap tuan apa bila siapa bagaimana`),
);

/** True for a root that needs no proof from the index's own words, and that must not be taken apart. */
export function isMalayRoot(word: string): boolean {
  return roots.has(word) || wholeWords.has(word);
}
