import { wordTable } from './table.ts';

/** Whole sentences of a decision, in ICU MessageFormat. Names from outside stand after a colon, where no language bends them. */
export const SENTENCES = wordTable(`
head.full | You get {amount} back. | Anda mendapat balik {amount}. | {amount} vous sont remboursés. | Sie erhalten {amount} zurück.
head.partial | You get part of it back: {amount}. | Anda mendapat balik sebahagian: {amount}. | Vous êtes remboursé en partie : {amount}. | Sie erhalten einen Teil zurück: {amount}.
head.none | There is no refund. | Tiada bayaran balik. | Il n’y a pas de remboursement. | Eine Erstattung gibt es nicht.
head.nothingCharged | Nothing was charged, so there is nothing to pay back. | Tiada caj dikenakan, jadi tiada apa-apa untuk dibayar balik. | Rien n’a été prélevé ; il n’y a donc rien à rembourser. | Es wurde nichts belastet, also ist nichts zu erstatten.
head.nothingLeft | Nothing is left to pay back. | Tiada baki untuk dibayar balik. | Il ne reste rien à rembourser. | Es ist nichts mehr zu erstatten.
head.fee | A fee is due: {amount}. | Fi dikenakan: {amount}. | Des frais sont dus : {amount}. | Es fällt eine Gebühr an: {amount}.
head.credit | You get a credit: {amount}. | Anda mendapat kredit: {amount}. | Vous recevez un avoir : {amount}. | Sie erhalten eine Gutschrift: {amount}.
head.creditPlain | You get a credit. | Anda mendapat kredit. | Vous recevez un avoir. | Sie erhalten eine Gutschrift.
head.inKind | You get something in kind: {what}. | Anda mendapat ganti dalam bentuk lain: {what}. | Vous recevez une contrepartie en nature : {what}. | Sie erhalten eine Sachleistung: {what}.
head.inKindPlain | You get something in kind. | Anda mendapat ganti dalam bentuk lain. | Vous recevez une contrepartie en nature. | Sie erhalten eine Sachleistung.
head.route | Somebody else decides about this. | Pihak lain yang membuat keputusan ini. | La décision appartient à quelqu’un d’autre. | Darüber entscheidet jemand anderes.
head.ask | We need something more before we can decide. | Kami memerlukan maklumat lagi sebelum membuat keputusan. | Il nous manque encore quelque chose pour décider. | Für eine Entscheidung fehlt noch etwas.
head.refer | A person decides about this. | Seorang petugas akan membuat keputusan. | Une personne va décider. | Darüber entscheidet ein Mensch.
head.effects | Your request is carried out. No money moves. | Permohonan anda dilaksanakan. Tiada wang bertukar tangan. | Votre demande est exécutée, sans mouvement d’argent. | Ihr Antrag wird ausgeführt. Geld fließt dabei nicht.
head.noRule | No rule covers this. | Tiada peraturan merangkumi perkara ini. | Aucune règle ne couvre ce cas. | Dafür gibt es keine Regel.
head.mixed | {count, plural, one {# charge} other {# charges}}, decided one by one. | {count} caj, diputuskan satu demi satu. | {count, plural, one {# prélèvement} other {# prélèvements}}, chacun avec sa décision. | {count, plural, one {# Belastung} other {# Belastungen}}, einzeln entschieden.
charge | About the charge {id} | Tentang caj {id} | À propos du prélèvement {id} | Zur Belastung {id}
chargeOf | Charge of {date}, {amount} | Caj pada {date}, {amount} | Prélèvement du {date}, {amount} | Belastung vom {date}, {amount}
atLeast | Whatever the answer, this much is certain: {amount}. | Walau apa pun jawapannya, jumlah ini sudah pasti: {amount}. | Quelle que soit la réponse, ce montant est acquis : {amount}. | Unabhängig von der Antwort ist so viel sicher: {amount}.
proposal.ask | Once this is there, you get: {amount}. | Sebaik sahaja ini diterima, anda mendapat: {amount}. | Dès réception, vous recevez : {amount}. | Sobald es vorliegt, erhalten Sie: {amount}.
proposal.refer | Proposed to the person who decides: {amount}. | Dicadangkan kepada petugas yang membuat keputusan: {amount}. | Proposé à la personne qui décide : {amount}. | Vorschlag für die Entscheidung: {amount}.
method.original | The money goes back the way you paid. | Wang dikembalikan melalui cara anda membayar. | L’argent revient par le moyen de paiement utilisé. | Das Geld geht auf dem Weg zurück, auf dem Sie bezahlt haben.
method.wallet | The money is added to your balance. | Wang ditambah pada baki anda. | L’argent est ajouté à votre solde. | Das Geld wird Ihrem Guthaben zugeschrieben.
method.choice | You choose how the money is paid back. | Anda memilih cara wang dibayar balik. | Vous choisissez le mode de remboursement. | Sie wählen, wie das Geld zurückgezahlt wird.
method.* | Way of payment: {what}. | Cara pembayaran: {what}. | Mode de remboursement : {what}. | Weg der Erstattung: {what}.
executor.bank | Your bank carries out the payment. | Bank anda melaksanakan pembayaran. | Votre banque effectue le paiement. | Ihre Bank führt die Zahlung aus.
executor.store | The shop you bought from pays it back. | Kedai tempat anda membeli akan membayarnya balik. | Le magasin où vous avez acheté rembourse. | Das Geschäft, in dem Sie gekauft haben, zahlt zurück.
executor.partner | A partner of ours pays it back. | Rakan niaga kami akan membayarnya balik. | L’un de nos partenaires rembourse. | Einer unserer Partner zahlt zurück.
executor.* | Paid by: {what}. | Dibayar oleh: {what}. | Payé par : {what}. | Gezahlt von: {what}.
acknowledgeWithin | We confirm receipt within {span}. | Kami mengesahkan penerimaan dalam masa {span}. | Nous accusons réception sous {span}. | Wir bestätigen den Eingang innerhalb von {span}.
decideWithin | We decide within {span}. | Kami membuat keputusan dalam masa {span}. | Nous décidons sous {span}. | Wir entscheiden innerhalb von {span}.
payWithin | We pay within {span}. | Kami membayar dalam masa {span}. | Nous payons sous {span}. | Wir zahlen innerhalb von {span}.
arrivesWithin | After that it can take up to {span} until the money arrives. | Selepas itu, wang mungkin mengambil masa sehingga {span} untuk tiba. | Il peut ensuite s’écouler jusqu’à {span} avant que l’argent arrive. | Danach kann es bis zu {span} dauern, bis das Geld ankommt.
span.minute | {count, plural, one {# minute} other {# minutes}} | {count} minit | {count, plural, one {# minute} other {# minutes}} | {count, plural, one {# Minute} other {# Minuten}}
span.hour | {count, plural, one {# hour} other {# hours}} | {count} jam | {count, plural, one {# heure} other {# heures}} | {count, plural, one {# Stunde} other {# Stunden}}
span.calendarDay | {count, plural, one {# day} other {# days}} | {count} hari | {count, plural, one {# jour} other {# jours}} | {count, plural, one {# Tag} other {# Tagen}}
span.businessDay | {count, plural, one {# working day} other {# working days}} | {count} hari bekerja | {count, plural, one {# jour ouvré} other {# jours ouvrés}} | {count, plural, one {# Werktag} other {# Werktagen}}
span.month | {count, plural, one {# month} other {# months}} | {count} bulan | {count, plural, one {# mois} other {# mois}} | {count, plural, one {# Monat} other {# Monaten}}
effect.endNow.contract | Your contract ends at once. | Kontrak anda tamat serta-merta. | Votre contrat prend fin immédiatement. | Ihr Vertrag endet sofort.
effect.endNow | Ends at once: {target}. | Tamat serta-merta: {target}. | Prend fin immédiatement : {target}. | Endet sofort: {target}.
effect.endAtPeriodEnd.contract | Your contract ends with the period you have paid for. | Kontrak anda tamat bersama tempoh yang telah dibayar. | Votre contrat prend fin avec la période payée. | Ihr Vertrag endet mit dem bezahlten Zeitraum.
effect.endAtPeriodEnd | Ends with the period you have paid for: {target}. | Tamat bersama tempoh yang telah dibayar: {target}. | Prend fin avec la période payée : {target}. | Endet mit dem bezahlten Zeitraum: {target}.
effect.deactivateLicence | Your licence is deactivated. | Lesen anda dinyahaktifkan. | Votre licence est désactivée. | Ihre Lizenz wird deaktiviert.
effect.forfeitCredits | Credits that are left expire{count, select, 0 {} other {: {count}}}. | Baki kredit luput{count, select, 0 {} other {: {count}}}. | Les crédits restants expirent{count, select, 0 {} other { : {count}}}. | Übriges Guthaben verfällt{count, select, 0 {} other {: {count}}}.
effect.downgrade | You move to a smaller plan. | Pelan anda diturun taraf. | Vous passez à une offre inférieure. | Sie wechseln in einen kleineren Tarif.
effect.unenrol | You are taken off the course. | Pendaftaran kursus anda dibatalkan. | Votre inscription est annulée. | Ihre Anmeldung wird aufgehoben.
effect.notifyLinked | We let know: {target}. | Kami memaklumkan: {target}. | Nous informons : {target}. | Wir benachrichtigen: {target}.
effect.requireAttestation | Please confirm: {what}. | Sila sahkan: {what}. | Veuillez confirmer : {what}. | Bitte bestätigen Sie: {what}.
effect.barResubscribe | You cannot subscribe again afterwards. | Anda tidak boleh melanggan semula selepas itu. | Vous ne pourrez plus vous réabonner ensuite. | Ein neues Abonnement ist danach nicht möglich.
effect.restrictFutureRefunds | Later refunds are limited. | Bayaran balik kemudian adalah terhad. | Les remboursements ultérieurs sont limités. | Spätere Erstattungen sind eingeschränkt.
effect.keep | You keep: {what}. | Anda menyimpan: {what}. | Vous gardez : {what}. | Sie behalten: {what}.
lastDay | The last day to ask: {date}. | Hari terakhir untuk memohon: {date}. | Dernier jour pour demander : {date}. | Letzter Tag für den Antrag: {date}.
lastMoment | Possible until: {date}. | Boleh dibuat sehingga: {date}. | Possible jusqu’au : {date}. | Möglich bis: {date}.
changeEvidence | Another piece of evidence could change this: {evidence}. | Bukti lain boleh mengubah keputusan ini: {evidence}. | Un autre justificatif pourrait tout changer : {evidence}. | Ein anderer Nachweis könnte daran etwas ändern: {evidence}.
changeFact | The answer would be different with: {fact} – {wanted}. | Jawapannya akan berbeza dengan: {fact} – {wanted}. | La réponse serait différente avec : {fact} – {wanted}. | Die Antwort wäre anders mit: {fact} – {wanted}.
changeFactIs | What we have on record: {fact} – {value}. If it is wrong, tell us. | Dalam rekod kami: {fact} – {value}. Jika salah, beritahu kami. | Ce que nous avons enregistré : {fact} – {value}. Si c’est faux, dites-le-nous. | Bei uns ist verzeichnet: {fact} – {value}. Ist das falsch, sagen Sie es uns.
changeAny | This decided: {fact}. If what we know is wrong, tell us. | Ini yang menentukan: {fact}. Jika maklumat kami salah, beritahu kami. | Voici ce qui a compté : {fact}. Si nos informations sont fausses, dites-le-nous. | Entscheidend war: {fact}. Stimmt unsere Angabe nicht, sagen Sie es uns.
stepAnswer | Please answer: {question} | Sila jawab: {question} | Répondez, s’il vous plaît : {question} | Bitte beantworten Sie: {question}
stepOther | Somebody has to find out: {fact}. | Seseorang perlu mengetahui: {fact}. | Il faut encore établir : {fact}. | Noch zu klären ist: {fact}.
stepEvidence | Please send: {evidence}. Your request keeps its date. | Sila hantar: {evidence}. Tarikh permohonan anda kekal. | Veuillez envoyer : {evidence}. Votre demande garde sa date. | Bitte senden Sie: {evidence}. Das Datum Ihres Antrags bleibt erhalten.
stepEvidenceAny | Please send one of these: {evidence}. Your request keeps its date. | Sila hantar salah satu daripada ini: {evidence}. Tarikh permohonan anda kekal. | Veuillez envoyer l’un de ces justificatifs : {evidence}. Votre demande garde sa date. | Bitte senden Sie einen dieser Nachweise: {evidence}. Das Datum Ihres Antrags bleibt erhalten.
stepWait | We are checking what you sent: {evidence}. | Kami sedang menyemak apa yang anda hantar: {evidence}. | Nous vérifions ce que vous avez envoyé : {evidence}. | Wir prüfen, was Sie gesandt haben: {evidence}.
changeTooLate | Only an earlier request would have changed this; the time cannot be made up for. | Hanya permohonan yang lebih awal dapat mengubahnya; masa tidak dapat diundur. | Seule une demande plus précoce aurait changé la réponse ; le délai ne se rattrape pas. | Nur ein früherer Antrag hätte daran etwas geändert; die Frist lässt sich nicht nachholen.
stepReview | You have to do nothing; a person looks at it. | Anda tidak perlu berbuat apa-apa; seorang petugas akan menyemaknya. | Vous n’avez rien à faire ; une personne l’examine. | Sie müssen nichts tun; ein Mensch prüft es.
noRule | That is not a refusal; a person has to look at it. | Ini bukan penolakan; seorang petugas perlu menyemaknya. | Ce n’est pas un refus ; une personne doit l’examiner. | Das ist keine Ablehnung; ein Mensch muss es prüfen.
stepRoute | Please ask here: {to}. | Sila tanya di sini: {to}. | Adressez-vous à : {to}. | Bitte wenden Sie sich an: {to}.
appealWithin | You can appeal within {span}. | Anda boleh membuat rayuan dalam masa {span}. | Vous pouvez faire un recours dans un délai de {span}. | Sie können innerhalb von {span} widersprechen.
appealEvidence | New evidence is needed for that. | Bukti baharu diperlukan untuk itu. | Il faut pour cela de nouveaux justificatifs. | Dafür sind neue Nachweise nötig.
appealLevels | An appeal goes to: {levels}. | Rayuan akan diserahkan kepada: {levels}. | Le recours est examiné par : {levels}. | Der Widerspruch geht an: {levels}.
appealOutside | Outside the company: {bodies}. | Di luar syarikat: {bodies}. | En dehors de l’entreprise : {bodies}. | Außerhalb des Unternehmens: {bodies}.
is.eq | {value} | {value} | {value} | {value}
not.eq | anything but “{value}” | selain {value} | autre chose que « {value} » | nicht „{value}“
is.lt | less than {value} | kurang daripada {value} | moins de {value} | weniger als {value}
is.lte | at most {value} | paling banyak {value} | au plus {value} | höchstens {value}
is.gt | more than {value} | lebih daripada {value} | plus de {value} | mehr als {value}
is.gte | at least {value} | sekurang-kurangnya {value} | au moins {value} | mindestens {value}
is.before | before {value} | sebelum {value} | avant le {value} | vor dem {value}
is.until | {value} or earlier | {value} atau lebih awal | le {value} au plus tard | spätestens am {value}
is.after | after {value} | selepas {value} | après le {value} | nach dem {value}
is.since | {value} or later | {value} atau kemudian | le {value} au plus tôt | frühestens am {value}
is.known | known | diketahui | connu | bekannt
not.known | not known | tidak diketahui | inconnu | nicht bekannt
is.exists | there is one | ada | existe | vorhanden
not.exists | there is none | tiada | n’existe pas | nicht vorhanden
`);
