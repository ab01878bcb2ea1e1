import type { LetterWords } from './words.ts';

const some = (amount: string | null): string => amount ?? 'jumlah yang dicaj';

export const MS: LetterWords = {
  blanks: {
    name: 'Nama',
    address: 'Alamat',
    email: 'E-mel',
    seller: 'Nama dan alamat penjual',
    order: 'Nombor pesanan atau invois',
    account: 'Alamat e-mel akaun',
    method: 'Kaedah pembayaran',
    boughtAt: 'Dibeli di',
    ordered: 'Dipesan pada',
    signature: 'Tandatangan',
  },
  service: 'Khidmat Pelanggan',
  greeting: 'Tuan/Puan,',
  closing: 'Yang benar,',
  placeAndDate: (blank, date) => `${blank}, ${date}`,
  about: (name, on) => (on ? `${name}, caj pada ${on}` : name),
  subject: {
    claim: (about) => `Permohonan bayaran balik: ${about}`,
    review: (about) => `Permohonan semakan dan bayaran balik: ${about}`,
    goodwill: (about) => `Permohonan bayaran balik atas budi bicara: ${about}`,
    seller: (about) => `Permohonan bayaran balik: ${about}`,
    announcement: (about) => `Makluman permohonan bayaran balik: ${about}`,
    withdrawal: (about) => `Penarikan diri daripada kontrak: ${about}`,
    cancellation: (about) => `Pembatalan langganan saya: ${about}`,
  },
  charged: ({ name, on, amount }) =>
    `${on ? `Pada ${on}, pihak anda` : 'Pihak anda'} telah mengenakan caj ${amount ? `sebanyak ${amount} ` : ''}kepada saya untuk ${name}.`,
  bought: ({ name, on, amount }) =>
    `${on ? `Pada ${on}, saya` : 'Saya'} telah membeli ${name} di kedai${amount ? ` dengan harga ${amount}` : ''}.`,
  boughtBefore: 'Produk itu saya beli di kedai.',
  reasons: {
    accidentalSignUp: 'Saya melanggan secara tidak sengaja dan tidak berniat untuk membelinya.',
    technicalProblem:
      'Perkhidmatan ini tidak berfungsi seperti yang sepatutnya, dan segala yang saya cuba tidak menyelesaikannya.',
    unauthorised:
      'Saya tidak membuat dan tidak meluluskan bayaran ini. Sila siasat, maklumkan akaun dan pesanan yang berkaitan serta cara bayaran ini diluluskan, dan pastikan tiada caj lain menyusul. Saya juga memaklumkan perkara ini kepada penyedia pembayaran saya.',
    billingError:
      'Jumlah ini tidak sama dengan yang dipersetujui. Sila bandingkan dengan pesanan dan invois, dan betulkan bil tersebut.',
    duplicate: 'Saya dicaj dua kali untuk perkara yang sama, sedangkan hanya satu bayaran yang perlu dibuat.',
    notSatisfied: 'Saya tidak berpuas hati dengan produk ini dan tidak mahu menyimpannya.',
    changeOfMind: 'Saya tidak lagi memerlukan produk ini dan tidak mahu menyimpannya.',
    serviceChange:
      'Perkhidmatan ini telah banyak berubah sejak saya melanggan dan bukan lagi seperti yang dipersetujui.',
    priceChange: 'Harga telah berubah. Saya tidak bersetuju dengan harga baharu itu.',
    renewalCharge: 'Ini pembaharuan automatik yang tidak saya kehendaki. Saya tidak mahu meneruskan langganan ini.',
    noHd: 'Langganan ini tidak merangkumi kualiti gambar yang saya jangkakan.',
    exceptional: 'Terdapat keadaan luar biasa yang saya mohon agar diambil kira.',
  },
  otherReason: (label) => `Sebab saya: ${label}.`,
  unused: 'Saya tidak pernah menggunakannya.',
  inMyWords: 'Dengan kata-kata saya sendiri:',
  renewalOff: 'Sila matikan juga pembaharuan automatik jika masih aktif, dan sahkan bahawa ia telah dimatikan.',
  terms: ({ title, version, since, url, read }) =>
    `“${title}”, versi ${version}${since ? `, berkuat kuasa sejak ${since}` : ''}${url ? `; ${url}` : ''}${read ? `, dibaca pada ${read}` : ''}`,
  based: (terms) => `Permohonan saya berdasarkan terma bayaran balik pihak anda seperti yang saya ketahui (${terms}).`,
  applied: (quote) => `Bagi kes saya, terma itu bermaksud: “${quote}”`,
  law: (citation) => `Saya juga bergantung pada undang-undang: ${citation}.`,
  full: (amount, by) =>
    `Oleh itu, saya memohon agar ${some(amount)} dibayar balik sepenuhnya melalui kaedah pembayaran yang saya gunakan, supaya wang itu sampai kepada saya selewat-lewatnya pada ${by}.`,
  part: (amount, by) =>
    `Oleh itu, saya memohon agar bahagian yang menjadi hak saya${amount ? `, iaitu ${amount},` : ''} dibayar balik melalui kaedah pembayaran yang saya gunakan, supaya wang itu sampai kepada saya selewat-lewatnya pada ${by}, berserta cara pengiraannya.`,
  credit: (amount, by) =>
    `Oleh itu, saya memohon agar kredit yang menjadi hak saya${amount ? `, iaitu ${amount},` : ''} diberikan selewat-lewatnya pada ${by}.`,
  fee: 'Jika pihak anda mengenakan fi, sila nyatakan klausa yang menjadi asasnya dan cara pengiraannya sebelum fi itu dicaj.',
  endsLicence: 'Saya maklum bahawa lesen akan dinyahaktifkan dengan bayaran balik ini.',
  endsAccess: 'Saya maklum bahawa akses saya tamat dengan bayaran balik ini.',
  noRenewedContract: 'Saya maklum bahawa menurut terma pihak anda, saya tidak boleh melanggan semula selepas itu.',
  review: 'Menurut terma tersebut, kes seperti ini diputuskan oleh seorang petugas.',
  noRule:
    'Setakat yang saya ketahui, terma pihak anda tidak merangkumi kes seperti ini. Itu bukan penolakan; sila minta seorang petugas menyemaknya.',
  reviewAsk: (amount) =>
    `Saya memohon agar fakta dan bukti disemak oleh seorang petugas dan ${some(amount)} dibayar balik kepada saya.`,
  mayNotPay: (terms) =>
    `Saya telah membaca terma bayaran balik pihak anda (${terms}). Pada pemahaman saya, terma itu mungkin tidak memberikan bayaran balik dalam kes ini.`,
  goodwill: (amount) =>
    `Walau bagaimanapun, saya memohon agar ${some(amount)} dibayar balik atas budi bicara. Bayaran balik sebahagian atau kredit juga akan membantu saya.`,
  toSeller: (company) =>
    `Menurut ${company}, pihak yang menerima bayaran menentukan bayaran balik. Bayaran itu diterima oleh pihak anda; oleh itu saya menulis kepada anda.`,
  announce: 'Saya memohon bayaran balik dan meminta agar permohonan ini dikira bermula hari ini.',
  follows: 'Perkara berikut akan saya hantar sebaik sahaja tersedia:',
  open: 'Perkara yang masih belum jelas:',
  withdraw: (name) =>
    `Dengan ini saya memberikan notis bahawa saya menarik diri daripada kontrak saya bagi penyediaan perkhidmatan berikut: ${name}.`,
  withdrawMoney:
    'Sila bayar balik semua bayaran yang diterima daripada saya tanpa lengah dan selewat-lewatnya dalam tempoh 14 hari selepas notis ini diterima, melalui kaedah pembayaran yang saya gunakan.',
  withdrawPart:
    'Jika pihak anda menyimpan sebarang jumlah bagi tempoh sebelum penarikan diri saya, sila nyatakan asasnya dan cara pengiraannya.',
  confirmReceipt: 'Sila sahkan penerimaan notis ini dengan segera, berserta tarikh dan masa.',
  cancel: (name) =>
    `Dengan ini saya membatalkan langganan saya dengan ${name}, termasuk pembaharuan automatik, pada tarikh paling awal yang mungkin.`,
  cancelConfirm:
    'Sila sahkan secara bertulis penerimaan pembatalan ini dan tarikh kontrak berakhir. Saya menarik balik sebarang kebenaran untuk mengambil bayaran selanjutnya.',
  answerBy: (by) => `Sila sahkan penerimaan surat ini dan berikan jawapan bertulis selewat-lewatnya pada ${by}.`,
  enclosed: 'Lampiran:',
  refusal:
    'Jika permohonan ini ditolak, walaupun sebahagian, sila berikan sebabnya secara bertulis dan nyatakan klausa atau peruntukan yang menjadi asasnya.',
  consequence:
    'Jika tiada jawapan diterima sehingga tarikh itu, saya berhak mempertikaikan caj ini melalui penyedia pembayaran saya dan merujuk kepada badan pengguna.',
};
