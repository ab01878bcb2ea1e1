import { wordTable } from './table.ts';

/** The question asked for a fact. What has none here is asked by its name. */
export const ASKS = wordTable(`
brand | Which company is it about? | Syarikat manakah yang terlibat? | De quelle entreprise s’agit-il ? | Um welches Unternehmen geht es?
channel | Where did you buy it? | Di manakah anda membelinya? | Où l’avez-vous acheté ? | Wo haben Sie es gekauft?
paidThrough | Until when have you paid? | Sehingga bilakah anda telah membayar? | Jusqu’à quand avez-vous payé ? | Bis wann haben Sie bezahlt?
request.kind | What would you like to do? | Apakah yang ingin anda lakukan? | Que souhaitez-vous faire ? | Was möchten Sie tun?
request.at | When did you ask for it? | Bilakah anda membuat permohonan? | Quand avez-vous fait la demande ? | Wann haben Sie es beantragt?
request.endAt | When should it end? | Bilakah ia patut tamat? | Quand cela doit-il prendre fin ? | Wann soll es enden?
request.endDate | On which day should it end? | Pada hari manakah ia patut tamat? | Quel jour cela doit-il prendre fin ? | An welchem Tag soll es enden?
request.target | Which plan would you like instead? | Pelan manakah yang anda inginkan? | Quelle offre souhaitez-vous à la place ? | Welchen Tarif möchten Sie stattdessen?
request.about | Which charge is it about? | Caj manakah yang terlibat? | De quel prélèvement s’agit-il ? | Um welche Belastung geht es?
request.reason | What happened? | Apakah yang berlaku? | Que s’est-il passé ? | Was ist passiert?
request.channel | How did the request come in? | Bagaimanakah permohonan ini diterima? | Par quel moyen la demande est-elle arrivée ? | Auf welchem Weg kam der Antrag?
request.explanation | Please explain in your own words. | Sila jelaskan dengan kata-kata anda sendiri. | Expliquez avec vos propres mots. | Bitte erklären Sie es in eigenen Worten.
event.kind | What happened? | Apakah yang berlaku? | Que s’est-il passé ? | Was ist geschehen?
event.at | When did it happen? | Bilakah ia berlaku? | Quand cela s’est-il produit ? | Wann ist es geschehen?
event.about | Which charge is it about? | Caj manakah yang terlibat? | De quel prélèvement s’agit-il ? | Um welche Belastung geht es?
contract.concludedAt | When did you sign up? | Bilakah anda mula melanggan? | Quand avez-vous souscrit ? | Wann haben Sie den Vertrag geschlossen?
contract.region | In which country do you live? | Di negara manakah anda tinggal? | Dans quel pays habitez-vous ? | In welchem Land leben Sie?
contract.zone | In which time zone do you live? | Dalam zon waktu manakah anda tinggal? | Dans quel fuseau horaire habitez-vous ? | In welcher Zeitzone leben Sie?
contract.consumer | Did you buy it as a private person? | Adakah anda membelinya sebagai individu? | L’avez-vous acheté à titre privé ? | Haben Sie es als Privatperson gekauft?
contract.distance | Did you buy it online or by phone? | Adakah anda membelinya dalam talian atau melalui telefon? | L’avez-vous acheté en ligne ou par téléphone ? | Haben Sie es online oder am Telefon gekauft?
contract.customerType | What kind of customer are you? | Apakah jenis pelanggan anda? | Quel type de client êtes-vous ? | Zu welcher Kundengruppe gehören Sie?
contract.term | How long does one paid period last? | Berapa lamakah satu tempoh berbayar? | Combien de temps dure une période payée ? | Wie lange dauert ein bezahlter Zeitraum?
contract.trialStart | When did the trial begin? | Bilakah percubaan bermula? | Quand l’essai a-t-il commencé ? | Wann hat die Testphase begonnen?
contract.trialEnd | When did the trial end? | Bilakah percubaan tamat? | Quand l’essai s’est-il terminé ? | Wann hat die Testphase geendet?
contract.periodKind | Was it the first payment or a renewal? | Adakah ini bayaran pertama atau pembaharuan? | Était-ce le premier paiement ou un renouvellement ? | War es die erste Zahlung oder eine Verlängerung?
contract.periodStart | When did the billing period begin? | Bilakah tempoh pengebilan bermula? | Quand la période de facturation a-t-elle commencé ? | Wann hat der Abrechnungszeitraum begonnen?
contract.periodEnd | When does the billing period end? | Bilakah tempoh pengebilan tamat? | Quand la période de facturation se termine-t-elle ? | Wann endet der Abrechnungszeitraum?
contract.legalCategory | What did you buy? | Apakah yang anda beli? | Qu’avez-vous acheté ? | Was haben Sie gekauft?
contract.autoRenew | Does it renew by itself? | Adakah ia diperbaharui secara automatik? | Se renouvelle-t-il automatiquement ? | Verlängert es sich automatisch?
contract.commitment.instalment | How much is one instalment? | Berapakah jumlah satu ansuran? | Quel est le montant d’une mensualité ? | Wie hoch ist eine Rate?
contract.commitment.count | How many instalments were agreed? | Berapakah bilangan ansuran yang dipersetujui? | Combien de mensualités ont été convenues ? | Wie viele Raten wurden vereinbart?
contract.commitment.billed | How many instalments have been billed? | Berapakah ansuran yang telah dibilkan? | Combien de mensualités ont été facturées ? | Wie viele Raten wurden bisher berechnet?
contract.commitment.until | When does the minimum term end? | Bilakah tempoh minimum tamat? | Quand l’engagement prend-il fin ? | Wann endet die Mindestlaufzeit?
charges | What were you charged? | Berapakah caj yang dikenakan kepada anda? | Qu’est-ce qui vous a été prélevé ? | Was wurde Ihnen belastet?
charge.at | When were you charged? | Bilakah anda dikenakan caj? | Quand avez-vous été débité ? | Wann wurde Ihnen der Betrag belastet?
charge.covers.from | When does the time you paid for begin? | Bilakah tempoh yang anda bayar bermula? | Quand commence la période payée ? | Wann beginnt der bezahlte Zeitraum?
charge.covers.until | When does the time you paid for end? | Bilakah tempoh yang anda bayar tamat? | Quand se termine la période payée ? | Wann endet der bezahlte Zeitraum?
charge.amount | How much were you charged? | Berapakah jumlah caj itu? | Quel montant a été prélevé ? | Welcher Betrag wurde Ihnen belastet?
charge.method | How did you pay? | Bagaimanakah anda membayar? | Comment avez-vous payé ? | Wie haben Sie bezahlt?
charge.merchantOfRecord | Who is named as the seller on the invoice? | Siapakah penjual yang dinyatakan pada invois? | Qui figure comme vendeur sur la facture ? | Wer steht als Verkäufer auf der Rechnung?
charge.alreadyRefunded | How much of it was already refunded? | Berapakah yang telah dibayar balik? | Quel montant a déjà été remboursé ? | Wie viel davon wurde bereits erstattet?
charge.disputeState | Have you disputed the charge with your bank? | Adakah anda telah mempertikaikan caj ini dengan bank? | Avez-vous contesté ce prélèvement auprès de votre banque ? | Haben Sie die Belastung bei Ihrer Bank reklamiert?
usage.value | How much have you used it ({key})? | Sebanyak manakah anda telah menggunakannya ({key})? | Combien l’avez-vous utilisé ({key}) ? | Wie viel haben Sie es genutzt ({key})?
usage.since | Since when is usage counted ({key})? | Sejak bilakah penggunaan dikira ({key})? | Depuis quand l’utilisation est-elle comptée ({key}) ? | Ab wann wird die Nutzung gezählt ({key})?
milestones.at | When did you reach this: {key}? | Bilakah anda mencapai ini: {key}? | Quand avez-vous atteint cette étape : {key} ? | Wann haben Sie dies erreicht: {key}?
consent.immediateStart | Did you ask for it to start at once? | Adakah anda meminta supaya ia bermula segera? | Avez-vous demandé un début immédiat ? | Haben Sie den sofortigen Beginn verlangt?
consent.lossAcknowledged | Did you confirm that you lose the right of withdrawal? | Adakah anda mengesahkan bahawa anda kehilangan hak menarik diri? | Avez-vous reconnu perdre votre droit de rétractation ? | Haben Sie bestätigt, dass Ihr Widerrufsrecht erlischt?
consent.confirmationSentAt | When did you receive the confirmation of the contract? | Bilakah anda menerima pengesahan kontrak? | Quand avez-vous reçu la confirmation du contrat ? | Wann haben Sie die Vertragsbestätigung erhalten?
disclosure.trialPriceShownClearly | Was the price after the trial shown clearly? | Adakah harga selepas percubaan ditunjukkan dengan jelas? | Le prix après l’essai était-il clairement indiqué ? | War der Preis nach der Testphase deutlich angegeben?
disclosure.* | Were you told this before buying: {key}? | Adakah anda diberitahu sebelum membeli: {key}? | En avez-vous été informé avant l’achat : {key} ? | Wurde Ihnen dies vor dem Kauf mitgeteilt: {key}?
account.standing | Is there a problem with the account? | Adakah terdapat masalah pada akaun? | Y a-t-il un problème avec le compte ? | Gibt es ein Problem mit dem Konto?
account.supportContacts | How often have you contacted support about it? | Berapa kalikah anda menghubungi sokongan tentang perkara ini? | Combien de fois avez-vous contacté l’assistance à ce sujet ? | Wie oft haben Sie sich deswegen an den Support gewandt?
account.refundHistory | Which refunds have there been before? | Bayaran balik apakah yang pernah dibuat? | Quels remboursements y a-t-il déjà eu ? | Welche Erstattungen gab es schon?
account.refundHistory.at | When was the earlier refund ({key})? | Bilakah bayaran balik terdahulu ({key})? | Quand a eu lieu le remboursement précédent ({key}) ? | Wann war die frühere Erstattung ({key})?
account.otherPurchases | What else have you bought? | Apakah lagi yang telah anda beli? | Qu’avez-vous acheté d’autre ? | Was haben Sie noch gekauft?
account.otherPurchases.at | When did you buy {key}? | Bilakah anda membeli {key}? | Quand avez-vous acheté : {key} ? | Wann haben Sie gekauft: {key}?
evidence | What can you show as evidence? | Apakah bukti yang boleh anda tunjukkan? | Quels justificatifs pouvez-vous fournir ? | Welche Nachweise können Sie vorlegen?
evidence.state | Do you have this: {key}? | Adakah anda mempunyai ini: {key}? | Disposez-vous de ceci : {key} ? | Liegt Ihnen dies vor: {key}?
evidence.issuedAt | What date is on it ({key})? | Apakah tarikh padanya ({key})? | Quelle date y figure ({key}) ? | Welches Datum steht darauf ({key})?
evidence.receivedAt | When was it sent ({key})? | Bilakah ia dihantar ({key})? | Quand a-t-il été envoyé ({key}) ? | Wann wurde es eingesandt ({key})?
incidents | Which disruptions were there? | Gangguan apakah yang berlaku? | Quels incidents y a-t-il eu ? | Welche Störungen gab es?
linked | Which products belong to it? | Produk apakah yang berkaitan dengannya? | Quels produits y sont liés ? | Welche Produkte gehören dazu?
product.kind | What kind of product is it? | Apakah jenis produk ini? | De quel type de produit s’agit-il ? | Um welche Art von Produkt handelt es sich?
product.plan | Which plan do you have? | Pelan apakah yang anda gunakan? | Quelle est votre offre ? | Welchen Tarif haben Sie?
product.includes | What does the product include? | Apakah yang termasuk dalam produk ini? | Que comprend le produit ? | Was gehört zum Produkt?
own.ledgerShows | What do your payments show? | Apakah yang ditunjukkan oleh rekod bayaran anda? | Que montrent vos paiements ? | Was zeigen Ihre Zahlungen?
own.daysAffected | How many days were affected? | Berapa harikah yang terjejas? | Combien de jours ont été concernés ? | Wie viele Tage waren betroffen?
own.daysInPeriod | How many days does the period have? | Berapa harikah dalam tempoh itu? | Combien de jours compte la période ? | Wie viele Tage hat der Zeitraum?
`);

/** A line below a question, where people would otherwise have to look something up. */
export const HELPS = wordTable(`
channel | Your receipt or bank statement names the seller. | Resit atau penyata bank anda menyatakan penjual. | Votre reçu ou relevé bancaire indique le vendeur. | Der Verkäufer steht auf dem Kaufbeleg oder Kontoauszug.
contract.term | A monthly plan is charged every month, an annual one once a year. | Pelan bulanan dicaj setiap bulan, pelan tahunan sekali setahun. | Une offre mensuelle est prélevée chaque mois, une offre annuelle une fois par an. | Ein Monatstarif wird jeden Monat belastet, ein Jahrestarif einmal im Jahr.
contract.periodKind | A renewal is charged when a paid period ends. | Pembaharuan dicaj apabila tempoh berbayar tamat. | Un renouvellement est prélevé à la fin d’une période payée. | Eine Verlängerung wird belastet, wenn ein bezahlter Zeitraum endet.
contract.concludedAt | The date is in the confirmation you received. | Tarikh itu ada dalam pengesahan yang anda terima. | La date figure dans la confirmation reçue. | Das Datum steht in der Bestätigung, die Sie erhalten haben.
contract.consumer | Not for a company, a trade or a profession. | Bukan untuk syarikat, perniagaan atau profesion. | Pas pour une entreprise, un commerce ou une profession. | Nicht für ein Unternehmen, Gewerbe oder einen Beruf.
charge.at | The date is on the invoice and on your bank statement. | Tarikh itu ada pada invois dan penyata bank anda. | La date figure sur la facture et sur votre relevé bancaire. | Das Datum steht auf der Rechnung und auf dem Kontoauszug.
charge.covers.from | The invoice names the period. | Invois menyatakan tempoh itu. | La facture indique la période. | Der Zeitraum steht auf der Rechnung.
charge.covers.until | The first day that is no longer paid for. | Hari pertama yang tidak lagi dibayar. | Le premier jour qui n’est plus payé. | Der erste Tag, der nicht mehr bezahlt ist.
charge.merchantOfRecord | Look at the invoice or the receipt. | Lihat pada invois atau resit. | Regardez la facture ou le reçu. | Das steht auf der Rechnung oder dem Kaufbeleg.
request.reason | Choose what comes closest. | Pilih yang paling hampir. | Choisissez ce qui s’en rapproche le plus. | Wählen Sie, was am ehesten zutrifft.
consent.immediateStart | It was a box or a button before you paid. | Ia satu kotak atau butang sebelum anda membayar. | C’était une case ou un bouton avant le paiement. | Das war ein Kästchen oder eine Schaltfläche vor dem Bezahlen.
own.ledgerShows | Compare your bank statement with the invoices. | Bandingkan penyata bank anda dengan invois. | Comparez votre relevé bancaire avec les factures. | Vergleichen Sie den Kontoauszug mit den Rechnungen.
`);
