import { wordTable } from './table.ts';

/** What the words of facts and outcomes are called, by group: `channel.own`. Documents add to them under `labels`. */
export const WORD_LABELS = wordTable(`
channel.own | from the company itself | terus daripada syarikat | directement auprès de l’entreprise | direkt beim Unternehmen
channel.retail | in a shop | di kedai | dans un magasin | im Handel
channel.appStore | in the App Store | di App Store | dans l’App Store | im App Store
channel.playStore | in Google Play | di Google Play | dans Google Play | bei Google Play
channel.isp | through an internet provider | melalui penyedia internet | par un fournisseur d’accès | über einen Internetanbieter
channel.reseller | from a reseller | daripada penjual semula | auprès d’un revendeur | bei einem Wiederverkäufer
channel.gift | as a gift or gift card | sebagai hadiah atau kad hadiah | en cadeau ou par carte cadeau | als Geschenk oder Geschenkkarte
request.kind.withdraw | withdraw from the contract | menarik diri daripada kontrak | me rétracter du contrat | den Vertrag widerrufen
request.kind.cancel | cancel the subscription | membatalkan langganan | résilier l’abonnement | das Abonnement kündigen
request.kind.refund | get a refund | mendapatkan bayaran balik | obtenir un remboursement | eine Erstattung erhalten
request.kind.change | change the plan | menukar pelan | changer d’offre | den Tarif wechseln
request.kind.appeal | appeal a decision | merayu keputusan | faire un recours | einer Entscheidung widersprechen
request.endAt.now | at once | serta-merta | tout de suite | sofort
request.endAt.periodEnd | at the end of the paid period | pada akhir tempoh berbayar | à la fin de la période payée | zum Ende des bezahlten Zeitraums
request.endAt.date | on a date of my choice | pada tarikh pilihan saya | à une date de mon choix | zu einem Datum meiner Wahl
event.kind.chargeback | chargeback | caj balik | rétrofacturation | Rückbuchung
event.kind.terminatedByProvider | the provider ended the contract | penyedia menamatkan kontrak | contrat résilié par le fournisseur | Kündigung durch den Anbieter
event.kind.paymentFailed | a payment failed | bayaran gagal | échec d’un paiement | fehlgeschlagene Zahlung
event.kind.serviceEnded | the service ended | perkhidmatan tamat | fin du service | Ende des Dienstes
contract.term.monthly | monthly | bulanan | mensuelle | monatlich
contract.term.annual | annual | tahunan | annuelle | jährlich
contract.term.annualMonthly | annual, paid monthly | tahunan, dibayar bulanan | annuelle, payée chaque mois | jährlich, monatlich bezahlt
contract.term.biennial | two years | dua tahun | deux ans | zwei Jahre
contract.periodKind.initial | first payment | bayaran pertama | premier paiement | erste Zahlung
contract.periodKind.renewal | renewal | pembaharuan | renouvellement | Verlängerung
contract.legalCategory.service | a service | perkhidmatan | un service | eine Dienstleistung
contract.legalCategory.content | digital content | kandungan digital | un contenu numérique | digitale Inhalte
contract.legalCategory.goods | goods | barangan | un bien | eine Ware
contract.customerType.consumer | private person | individu | particulier | Privatperson
contract.customerType.business | business | perniagaan | entreprise | Unternehmen
charge.merchantOfRecord.us | the company itself | syarikat itu sendiri | l’entreprise elle-même | das Unternehmen selbst
charge.method.card | card | kad | carte | Karte
charge.method.directDebit | direct debit | debit terus | prélèvement bancaire | Lastschrift
charge.method.wallet | wallet | dompet digital | portefeuille électronique | Guthaben
charge.disputeState.none | no | tidak | non | nein
charge.disputeState.open | open | sedang berjalan | en cours | läuft
charge.disputeState.won | decided for the company | memihak kepada syarikat | tranchée en faveur de l’entreprise | zugunsten des Unternehmens entschieden
charge.disputeState.lost | decided for the customer | memihak kepada pelanggan | tranchée en faveur du client | zugunsten der Kundschaft entschieden
account.standing.good | in good standing | baik | en règle | in Ordnung
account.standing.termsViolated | terms broken | terma dilanggar | conditions enfreintes | gegen Bedingungen verstoßen
account.standing.banned | closed for misuse | ditutup kerana penyalahgunaan | fermé pour abus | wegen Missbrauchs gesperrt
evidence.state.absent | not there | tiada | absent | nicht vorhanden
evidence.state.provided | sent, not checked yet | dihantar, belum disemak | envoyé, pas encore vérifié | eingereicht, noch nicht geprüft
evidence.state.verified | checked and accepted | disemak dan diterima | vérifié et accepté | geprüft und anerkannt
evidence.state.rejected | not accepted | tidak diterima | refusé | nicht anerkannt
request.reason.accidentalSignUp | I signed up by mistake | saya melanggan secara tidak sengaja | je me suis abonné par erreur | ich habe versehentlich abonniert
request.reason.renewalCharge | it was renewed without my wanting it | ia diperbaharui tanpa saya mahu | il a été renouvelé sans que je le veuille | es wurde verlängert, ohne dass ich es wollte
request.reason.unauthorised | I did not make this payment | saya tidak membuat bayaran ini | je n’ai pas fait ce paiement | diese Zahlung habe ich nicht veranlasst
request.reason.technicalProblem | it does not work properly | ia tidak berfungsi dengan baik | cela ne fonctionne pas correctement | es funktioniert nicht richtig
request.reason.serviceChange | the service has changed | perkhidmatan telah berubah | le service a changé | die Leistung hat sich geändert
request.reason.priceChange | the price has changed | harga telah berubah | le prix a changé | der Preis hat sich geändert
request.reason.exceptional | exceptional circumstances | keadaan luar biasa | des circonstances exceptionnelles | außergewöhnliche Umstände
request.reason.billingError | the bill is wrong | bil tidak betul | la facture est fausse | die Rechnung stimmt nicht
request.reason.duplicate | I was charged twice | saya dicaj dua kali | j’ai été débité deux fois | mir wurde doppelt abgebucht
request.reason.notSatisfied | I am not satisfied | saya tidak berpuas hati | je ne suis pas satisfait | ich bin nicht zufrieden
request.reason.unhappy | I am not satisfied | saya tidak berpuas hati | je ne suis pas satisfait | ich bin nicht zufrieden
request.reason.noHd | there is no HD | tiada HD | il n’y a pas de HD | es gibt kein HD
request.reason.changeOfMind | I changed my mind | saya berubah fikiran | j’ai changé d’avis | ich habe es mir anders überlegt
evidence.receipt | receipt | resit | reçu | Kaufbeleg
evidence.receiptImage | photo of the receipt | gambar resit | photo du reçu | Foto des Kaufbelegs
evidence.keyLabelImage | photo of the label with the licence key | gambar label kunci lesen | photo de l’étiquette de la clé de licence | Foto des Etiketts mit dem Lizenzschlüssel
evidence.refundForm | completed and signed refund form | borang bayaran balik yang lengkap dan ditandatangani | formulaire de remboursement rempli et signé | ausgefülltes und unterschriebenes Erstattungsformular
evidence.invoiceNumber | invoice number | nombor invois | numéro de facture | Rechnungsnummer
evidence.purchaseEmail | e-mail address used for the purchase | alamat e-mel yang digunakan semasa pembelian | adresse e-mail utilisée pour l’achat | beim Kauf verwendete E-Mail-Adresse
evidence.explanation | explanation of the request | penjelasan permohonan | explication de la demande | Begründung des Antrags
evidence.dates | dates of the problem | tarikh masalah berlaku | dates du problème | Tage, an denen das Problem auftrat
evidence.errorMessage | error message or code | mesej atau kod ralat | message ou code d’erreur | Fehlermeldung oder Fehlercode
evidence.screenshot | screenshot | tangkapan skrin | capture d’écran | Bildschirmfoto
evidence.statement | bank statement | penyata bank | relevé bancaire | Kontoauszug
evidence.photo | photo | gambar | photo | Foto
evidence.parcel | the parcel sent back | bungkusan yang dipulangkan | le colis renvoyé | zurückgesandtes Paket
incidents.kind.playback | playback | main balik | lecture | Wiedergabe
usage.minutes | minutes | minit | minutes | Minuten
usage.hours | hours | jam | heures | Stunden
usage.lessons | lessons | pelajaran | leçons | Lektionen
own.ledgerShows.nothing | nothing unusual | tiada yang luar biasa | rien d’inhabituel | nichts Auffälliges
own.ledgerShows.wrongAmount | a wrong amount | jumlah yang salah | un montant erroné | ein falscher Betrag
own.ledgerShows.duplicate | the same amount twice | jumlah yang sama dua kali | deux fois le même montant | derselbe Betrag doppelt
own.ledgerShows.afterCancellation | a charge after cancelling | caj selepas pembatalan | un prélèvement après la résiliation | eine Belastung nach der Kündigung
own.ledgerShows.afterRenewalOff | a charge after renewal was turned off | caj selepas pembaharuan dimatikan | un prélèvement après l’arrêt du renouvellement | eine Belastung nach Ausschalten der Verlängerung
component.fee | price | harga | prix | Preis
component.tax | tax | cukai | taxe | Steuer
component.shipping | shipping | penghantaran | livraison | Versand
component.thirdParty | costs of others | kos pihak ketiga | frais de tiers | Kosten Dritter
line.full | still refundable | masih boleh dibayar balik | encore remboursable | noch erstattbar
line.fixed | fixed amount | jumlah tetap | montant fixe | fester Betrag
line.percent | by percentage | mengikut peratusan | selon pourcentage | nach Prozentsatz
line.used | time or units used | masa atau unit yang digunakan | temps ou unités utilisés | genutzte Zeit oder Menge
line.unused | time or units not used | masa atau unit yang tidak digunakan | temps ou unités non utilisés | nicht genutzte Zeit oder Menge
line.cap | upper limit | had maksimum | plafond | Obergrenze
line.floor | never below zero | tidak kurang daripada sifar | jamais moins de zéro | nie unter null
line.limit | no more than is still refundable | tidak melebihi yang masih boleh dibayar balik | pas plus que le montant encore remboursable | höchstens das noch Erstattbare
line.item | deduction | potongan | déduction | Abzug
line.remainingObligation | instalments still to come | ansuran yang masih tinggal | mensualités restantes | noch ausstehende Raten
to.appStore | the App Store | App Store | l’App Store | App Store
to.playStore | Google Play | Google Play | Google Play | Google Play
to.store | the shop where you bought it | kedai tempat anda membelinya | le magasin où vous l’avez acheté | das Geschäft, in dem Sie gekauft haben
to.retailer | the shop where you bought it | kedai tempat anda membelinya | le magasin où vous l’avez acheté | das Geschäft, in dem Sie gekauft haben
to.provider | your internet or service provider | penyedia internet atau perkhidmatan anda | votre fournisseur d’accès ou de services | Ihr Internet- oder Dienstanbieter
to.isp | your internet provider | penyedia internet anda | votre fournisseur d’accès | Ihr Internetanbieter
to.reseller | the seller you bought it from | penjual tempat anda membelinya | le revendeur auprès duquel vous avez acheté | der Wiederverkäufer, bei dem Sie gekauft haben
to.seller | the seller | penjual | le vendeur | der Verkäufer
to.bank | your bank | bank anda | votre banque | Ihre Bank
to.shop | the shop where you bought it | kedai tempat anda membelinya | le magasin où vous l’avez acheté | das Geschäft, in dem Sie gekauft haben
to.cardSeller | the seller of the gift card | penjual kad hadiah | le vendeur de la carte cadeau | der Verkäufer der Geschenkkarte
to.giver | the person who gave it to you | orang yang memberikannya | la personne qui vous l’a offert | die Person, die es Ihnen geschenkt hat
target.contract | contract | kontrak | contrat | Vertrag
target.account | account | akaun | compte | Konto
target.credits | credits | kredit | crédits | Guthaben
target.linked | linked products | produk berkaitan | produits liés | verknüpfte Produkte
target.paymentProvider | payment provider | penyedia pembayaran | prestataire de paiement | Zahlungsdienst
target.programRemoved | the programme has been removed | program telah dibuang | le programme a été supprimé | das Programm wurde entfernt
credit.dayTickets | day tickets | tiket harian | billets d’un jour | Tageskarten
level.secondReviewer | second reviewer | penyemak kedua | second examinateur | zweite Prüfung
level.supervisor | supervisor | penyelia | superviseur | Teamleitung
layer.statute | the law | undang-undang | la loi | das Gesetz
layer.company | the company’s policy | polisi syarikat | la politique de l’entreprise | die Richtlinie des Unternehmens
layer.goodwill | goodwill | budi bicara | geste commercial | Kulanz
flag.true | yes | ya | oui | ja
flag.false | no | tidak | non | nein
other | something else | lain-lain | autre chose | etwas anderes
`);
