import { wordTable } from './table.ts';

/** What every fact of the vocabulary is called. `{key}` is the entry of a list; `*` stands for a name a pack invents. */
export const FACT_LABELS = wordTable(`
brand | company | syarikat | entreprise | Unternehmen
channel | place of purchase | tempat pembelian | lieu d’achat | Kaufort
paidThrough | paid until | dibayar sehingga | payé jusqu’au | bezahlt bis
request.kind | kind of request | jenis permohonan | type de demande | Art des Antrags
request.at | date of the request | tarikh permohonan | date de la demande | Datum des Antrags
request.endAt | time of ending | masa penamatan | moment de la fin | Zeitpunkt des Endes
request.endDate | end date you ask for | tarikh tamat yang diminta | date de fin souhaitée | gewünschtes Enddatum
request.target | plan you ask for | pelan yang diminta | offre souhaitée | gewünschter Tarif
request.about | charge in question | caj berkenaan | prélèvement concerné | betroffene Belastung
request.reason | reason | sebab | motif | Grund
request.channel | way the request came | saluran permohonan | canal de la demande | Eingangsweg
request.explanation | explanation | penjelasan | explication | Erklärung
event.kind | kind of event | jenis peristiwa | type d’événement | Art des Ereignisses
event.at | date of the event | tarikh peristiwa | date de l’événement | Datum des Ereignisses
event.about | charge the event is about | caj dalam peristiwa itu | prélèvement visé par l’événement | vom Ereignis betroffene Belastung
contract.concludedAt | date of the contract | tarikh kontrak | date du contrat | Datum des Vertragsschlusses
contract.region | country or region | negara atau wilayah | pays ou région | Land oder Region
contract.zone | time zone | zon waktu | fuseau horaire | Zeitzone
contract.consumer | bought as a private person | dibeli sebagai individu | achat à titre privé | Kauf als Privatperson
contract.distance | bought at a distance | dibeli dari jauh | achat à distance | Kauf im Fernabsatz
contract.customerType | kind of customer | jenis pelanggan | type de client | Art der Kundschaft
contract.term | length of the plan | tempoh pelan | durée de l’offre | Laufzeit des Tarifs
contract.trialStart | start of the trial | permulaan percubaan | début de l’essai | Beginn der Testphase
contract.trialEnd | end of the trial | akhir percubaan | fin de l’essai | Ende der Testphase
contract.periodKind | first period or renewal | tempoh pertama atau pembaharuan | première période ou renouvellement | erster Zeitraum oder Verlängerung
contract.periodStart | start of the billing period | permulaan tempoh pengebilan | début de la période de facturation | Beginn des Abrechnungszeitraums
contract.periodEnd | end of the billing period | akhir tempoh pengebilan | fin de la période de facturation | Ende des Abrechnungszeitraums
contract.legalCategory | service, digital content or goods | perkhidmatan, kandungan digital atau barangan | service, contenu numérique ou bien | Dienstleistung, digitaler Inhalt oder Ware
contract.autoRenew | automatic renewal | pembaharuan automatik | renouvellement automatique | automatische Verlängerung
contract.commitment.instalment | agreed instalment | ansuran yang dipersetujui | mensualité convenue | vereinbarte Rate
contract.commitment.count | number of agreed instalments | bilangan ansuran yang dipersetujui | nombre de mensualités convenues | Anzahl der vereinbarten Raten
contract.commitment.billed | instalments billed so far | ansuran yang telah dibilkan | mensualités déjà facturées | bisher berechnete Raten
contract.commitment.until | end of the minimum term | akhir tempoh minimum | fin de l’engagement | Ende der Mindestlaufzeit
charges | charges | caj | prélèvements | Belastungen
charge.id | charge | caj | prélèvement | Belastung
charge.at | date of the charge | tarikh caj | date du prélèvement | Datum der Belastung
charge.covers.from | start of the time paid for | permulaan tempoh yang dibayar | début de la période payée | Beginn des bezahlten Zeitraums
charge.covers.until | end of the time paid for | akhir tempoh yang dibayar | fin de la période payée | Ende des bezahlten Zeitraums
charge.amount | amount of the charge | jumlah caj | montant du prélèvement | Betrag der Belastung
charge.method | payment method | kaedah pembayaran | moyen de paiement | Zahlungsmethode
charge.merchantOfRecord | seller on the invoice | penjual pada invois | vendeur indiqué sur la facture | Verkäufer laut Rechnung
charge.alreadyRefunded | amount already refunded | jumlah yang telah dibayar balik | montant déjà remboursé | bereits erstatteter Betrag
charge.disputeState | dispute with the bank | pertikaian dengan bank | contestation auprès de la banque | Rückbuchung bei der Bank
usage | usage | penggunaan | utilisation | Nutzung
usage.metric | kind of usage | jenis penggunaan | type d’utilisation | Art der Nutzung
usage.value | usage ({key}) | penggunaan ({key}) | utilisation ({key}) | Nutzung ({key})
usage.since | start of counting ({key}) | mula dikira ({key}) | début du décompte ({key}) | Beginn der Zählung ({key})
milestones | milestones | pencapaian | étapes | Meilensteine
milestones.name | milestone | pencapaian | étape | Meilenstein
milestones.at | {key}: date | {key}: tarikh | {key} : date | {key}: Datum
consent.immediateStart | consent to an immediate start | persetujuan untuk bermula segera | accord pour un début immédiat | Zustimmung zum sofortigen Beginn
consent.lossAcknowledged | acknowledgement that the right of withdrawal is lost | pengakuan bahawa hak menarik diri hilang | reconnaissance de la perte du droit de rétractation | Bestätigung, dass das Widerrufsrecht erlischt
consent.confirmationSentAt | date the confirmation was sent | tarikh pengesahan dihantar | date d’envoi de la confirmation | Versanddatum der Bestätigung
disclosure.trialPriceShownClearly | price after the trial shown clearly | harga selepas percubaan ditunjukkan dengan jelas | prix après l’essai clairement indiqué | Preis nach der Testphase deutlich angegeben
disclosure.* | what was shown before buying ({key}) | maklumat sebelum pembelian ({key}) | information avant l’achat ({key}) | Angabe vor dem Kauf ({key})
account.standing | standing of the account | status akaun | situation du compte | Status des Kontos
account.supportContacts | contacts with support | bilangan hubungan dengan sokongan | échanges avec l’assistance | Kontakte mit dem Support
account.refundHistory | earlier refunds | bayaran balik terdahulu | remboursements antérieurs | frühere Erstattungen
account.refundHistory.category | kind of earlier refund | jenis bayaran balik terdahulu | type de remboursement antérieur | Art der früheren Erstattung
account.refundHistory.at | date of an earlier refund ({key}) | tarikh bayaran balik terdahulu ({key}) | date d’un remboursement antérieur ({key}) | Datum einer früheren Erstattung ({key})
account.otherPurchases | other purchases | pembelian lain | autres achats | weitere Käufe
account.otherPurchases.product | other product | produk lain | autre produit | weiteres Produkt
account.otherPurchases.at | purchase date of {key} | tarikh pembelian {key} | date d’achat ({key}) | Kaufdatum ({key})
evidence | evidence | bukti | justificatifs | Nachweise
evidence.type | kind of evidence | jenis bukti | type de justificatif | Art des Nachweises
evidence.state | {key} | {key} | {key} | {key}
evidence.issuedAt | {key}: date of issue | {key}: tarikh dikeluarkan | {key} : date d’émission | {key}: Ausstellungsdatum
evidence.receivedAt | {key}: date received | {key}: tarikh diterima | {key} : date de réception | {key}: Eingangsdatum
incidents | incidents | gangguan | incidents | Störungen
incidents.id | incident | gangguan | incident | Störung
incidents.kind | kind of incident | jenis gangguan | type d’incident | Art der Störung
incidents.from | start of the incident | permulaan gangguan | début de l’incident | Beginn der Störung
incidents.until | end of the incident | akhir gangguan | fin de l’incident | Ende der Störung
linked | linked products | produk berkaitan | produits liés | verknüpfte Produkte
linked.id | linked product | produk berkaitan | produit lié | verknüpftes Produkt
linked.kind | kind of linked product | jenis produk berkaitan | type de produit lié | Art des verknüpften Produkts
linked.state | state of the linked product | keadaan produk berkaitan | état du produit lié | Zustand des verknüpften Produkts
linked.count | number of linked products | bilangan produk berkaitan | nombre de produits liés | Anzahl der verknüpften Produkte
linked.at | date of the linked product | tarikh produk berkaitan | date du produit lié | Datum des verknüpften Produkts
product.kind | kind of product | jenis produk | type de produit | Art des Produkts
product.plan | plan | pelan | offre | Tarif
product.includes | parts of the product | kandungan produk | éléments du produit | Bestandteile des Produkts
own.ledgerShows | what the payments show | perkara yang ditunjukkan oleh rekod bayaran | ce que montrent les paiements | was die Zahlungen zeigen
own.daysAffected | days affected | bilangan hari terjejas | jours concernés | betroffene Tage
own.daysInPeriod | days in the period | bilangan hari dalam tempoh | jours de la période | Tage im Zeitraum
`);
