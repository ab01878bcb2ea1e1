import { wordTable } from '../explain/words/table.ts';

/**
 * The phrases a policy is told in. Names from outside stand after a colon, where no language bends them; spans stand in the
 * dative where German says "innerhalb von", and in the nominative where the key says so.
 */
export const PLAIN_WORDS = wordTable(`
all | All of this holds: | Semua ini dipenuhi: | Toutes ces conditions sont remplies : | Alles davon trifft zu:
any | At least one of these holds: | Sekurang-kurangnya satu daripada ini dipenuhi: | Au moins une de ces conditions est remplie : | Mindestens eines davon trifft zu:
notAll | Not all of this holds: | Bukan semua ini dipenuhi: | Ces conditions ne sont pas toutes remplies : | Nicht alles davon trifft zu:
none | None of these holds: | Tiada satu pun daripada ini dipenuhi: | Aucune de ces conditions n’est remplie : | Nichts davon trifft zu:
not | This does not hold: | Ini tidak dipenuhi: | Ceci n’est pas le cas : | Das trifft nicht zu:
fact | {fact}: {value} | {fact}: {value} | {fact} : {value} | {fact}: {value}
between | from {low} to {high} | dari {low} hingga {high} | de {low} à {high} | von {low} bis {high}
outside | not from {low} to {high} | bukan dari {low} hingga {high} | hors de {low} à {high} | nicht von {low} bis {high}
join | {first}, {rest} | {first}, {rest} | {first}, {rest} | {first}, {rest}
countEach | {list}: {count}, each of them with: | {list}: {count}, setiap satu dengan: | {list} : {count}, chacun avec : | {list}: {count}, jeweils mit:
choice | {fact} – {cases} | {fact} – {cases} | {fact} – {cases} | {fact} – {cases}
choiceCase | {is}: {value} | {is}: {value} | {is} : {value} | {is}: {value}
choiceElse | otherwise: {value} | selain itu: {value} | sinon : {value} | sonst: {value}
asked.within | Asked for within {span} after {anchor} | Dipohon dalam masa {span} selepas {anchor} | Demandé dans un délai de {span} après {anchor} | Beantragt innerhalb von {span} nach {anchor}
asked.upTo | Asked for no later than this date: {label} | Dipohon tidak lewat daripada tarikh ini: {label} | Demandé au plus tard à cette date : {label} | Beantragt spätestens zu diesem Termin: {label}
asked.before | Asked for at least {spanNominative} before {anchor} | Dipohon sekurang-kurangnya {spanNominative} sebelum {anchor} | Demandé au moins {spanNominative} avant {anchor} | Beantragt mindestens {spanNominative} vor {anchor}
asked.between | Asked for between {fromNominative} and {spanNominative} after {anchor} | Dipohon antara {fromNominative} dengan {spanNominative} selepas {anchor} | Demandé entre {fromNominative} et {spanNominative} après {anchor} | Beantragt zwischen {from} und {span} nach {anchor}
asked.after | Asked for {fromNominative} or more after {anchor} | Dipohon {fromNominative} atau lebih selepas {anchor} | Demandé {fromNominative} ou plus après {anchor} | Beantragt {fromNominative} oder später nach {anchor}
asked.since | Not asked for before {anchor} | Tidak dipohon sebelum {anchor} | Pas demandé avant {anchor} | Nicht vor {anchor} beantragt
event.within | {event}: within {span} after {anchor} | {event}: dalam masa {span} selepas {anchor} | {event} : dans un délai de {span} après {anchor} | {event}: innerhalb von {span} nach {anchor}
event.upTo | {event}: no later than “{label}” | {event}: tidak lewat daripada “{label}” | {event} : au plus tard à la date « {label} » | {event}: spätestens zum Termin „{label}“
event.before | {event}: at least {spanNominative} before {anchor} | {event}: sekurang-kurangnya {spanNominative} sebelum {anchor} | {event} : au moins {spanNominative} avant {anchor} | {event}: mindestens {spanNominative} vor {anchor}
event.between | {event}: between {fromNominative} and {spanNominative} after {anchor} | {event}: antara {fromNominative} dengan {spanNominative} selepas {anchor} | {event} : entre {fromNominative} et {spanNominative} après {anchor} | {event}: zwischen {from} und {span} nach {anchor}
event.after | {event}: {fromNominative} or more after {anchor} | {event}: {fromNominative} atau lebih selepas {anchor} | {event} : {fromNominative} ou plus après {anchor} | {event}: {fromNominative} oder später nach {anchor}
event.since | {event}: not before {anchor} | {event}: bukan sebelum {anchor} | {event} : pas avant {anchor} | {event}: nicht vor {anchor}
notEarlier | not before it | bukan sebelumnya | pas avant | nicht davor
rollover | a last day that is no working day moves to the next working day | hari terakhir yang bukan hari bekerja beralih kepada hari bekerja berikutnya | un dernier jour non ouvré est reporté au jour ouvré suivant | fällt der letzte Tag auf keinen Werktag, gilt der nächste Werktag
toTheMinute | counted to the minute | dikira hingga ke minit | compté à la minute près | auf die Minute gerechnet
anchor.charge.at | the charge | caj | le prélèvement | der Belastung
anchor.charge.covers.from | the start of the time paid for | permulaan tempoh yang dibayar | le début de la période payée | dem Beginn des bezahlten Zeitraums
anchor.charge.covers.until | the end of the time paid for | akhir tempoh yang dibayar | la fin de la période payée | dem Ende des bezahlten Zeitraums
anchor.contract.concludedAt | the contract was made | kontrak dibuat | la conclusion du contrat | dem Vertragsschluss
anchor.contract.trialStart | the trial began | percubaan bermula | le début de l’essai | dem Beginn der Testphase
anchor.contract.trialEnd | the trial ended | percubaan tamat | la fin de l’essai | dem Ende der Testphase
anchor.contract.periodStart | the billing period began | tempoh pengebilan bermula | le début de la période de facturation | dem Beginn des Abrechnungszeitraums
anchor.contract.periodEnd | the billing period ends | tempoh pengebilan tamat | la fin de la période de facturation | dem Ende des Abrechnungszeitraums
anchor.paidThrough | the end of the time paid for | akhir tempoh yang dibayar | la fin de la période payée | dem Ende des bezahlten Zeitraums
anchor.event.at | the event | peristiwa itu | l’événement | dem Ereignis
anchor.request.at | the request | permohonan | la demande | dem Antrag
anchor.* | this date: {fact} | tarikh ini: {fact} | cette date : {fact} | diesem Datum: {fact}
anchor.laterOf | the latest of these dates: {dates} | tarikh paling lewat antara ini: {dates} | la plus tardive de ces dates : {dates} | dem spätesten dieser Daten: {dates}
anchor.earlierOf | the earliest of these dates: {dates} | tarikh paling awal antara ini: {dates} | la plus proche de ces dates : {dates} | dem frühesten dieser Daten: {dates}
span.calendarDay | {count, plural, one {# day} other {# days}} | {count} hari | {count, plural, one {# jour} other {# jours}} | {count, plural, one {# Tag} other {# Tage}}
span.businessDay | {count, plural, one {# working day} other {# working days}} | {count} hari bekerja | {count, plural, one {# jour ouvré} other {# jours ouvrés}} | {count, plural, one {# Werktag} other {# Werktage}}
span.month | {count, plural, one {# month} other {# months}} | {count} bulan | {count, plural, one {# mois} other {# mois}} | {count, plural, one {# Monat} other {# Monate}}
span.hour | {count, plural, one {# hour} other {# hours}} | {count} jam | {count, plural, one {# heure} other {# heures}} | {count, plural, one {# Stunde} other {# Stunden}}
span.minute | {count, plural, one {# minute} other {# minutes}} | {count} minit | {count, plural, one {# minute} other {# minutes}} | {count, plural, one {# Minute} other {# Minuten}}
refund.full | The whole charge is refunded. | Seluruh caj dibayar balik. | Tout le prélèvement est remboursé. | Die ganze Belastung wird erstattet.
refund.some | Refunded in full: {components}. | Dibayar balik sepenuhnya: {components}. | Remboursé en totalité : {components}. | Vollständig erstattet: {components}.
refund.part | Part of it is refunded: {amount}. | Sebahagian dibayar balik: {amount}. | Une partie est remboursée : {amount}. | Ein Teil wird erstattet: {amount}.
refund.may | A person may grant this: {what} | Petugas boleh meluluskan ini: {what} | Une personne peut l’accorder : {what} | Ein Mensch kann das gewähren: {what}
deny.refund | Nothing is refunded. | Tiada bayaran balik. | Rien n’est remboursé. | Es wird nichts erstattet.
deny.other | The request is declined. | Permohonan ditolak. | La demande est refusée. | Der Antrag wird abgelehnt.
deny.may | A person decides whether the request is refused. | Petugas menentukan sama ada permohonan ditolak. | Une personne décide d’un éventuel refus. | Ein Mensch entscheidet, ob der Antrag abgelehnt wird.
noEntitlement | This document gives no right here; another one may. | Dokumen ini tidak memberi hak di sini; dokumen lain mungkin memberi. | Ce document n’ouvre aucun droit ici ; un autre le peut. | Dieses Dokument gibt hier kein Recht; ein anderes kann es geben.
lift | The clause it is an exception to does not apply. | Klausa yang dikecualikan itu tidak terpakai. | La clause dont elle fait exception ne s’applique pas. | Die Klausel, von der sie ausnimmt, gilt nicht.
carriedOut | The request is carried out; no money moves. | Permohonan dilaksanakan; tiada wang bertukar tangan. | La demande est exécutée, sans mouvement d’argent. | Der Antrag wird ausgeführt; Geld fließt dabei nicht.
route | Somebody else decides: whoever sold it. | Pihak lain yang menentukan: penjualnya. | Quelqu’un d’autre décide : celui qui a vendu. | Darüber entscheidet, wer es verkauft hat.
routeTo | Somebody else decides: {to}. | Pihak lain yang menentukan: {to}. | Quelqu’un d’autre décide : {to}. | Darüber entscheidet jemand anderes: {to}.
components | It covers: {components}. | Ia merangkumi: {components}. | Sont compris : {components}. | Umfasst: {components}.
evidenceAny | one of these: {evidence} | satu daripada ini: {evidence} | l’un de ces justificatifs : {evidence} | einer dieser Nachweise: {evidence}
amount.full | everything still refundable | semua yang masih boleh dibayar balik | tout ce qui est encore remboursable | alles noch Erstattbare
amount.remainingObligation | the instalments still to come | ansuran yang masih tinggal | les mensualités restantes | die noch ausstehenden Raten
amount.percent | {percent} of the charge | {percent} daripada caj | {percent} du prélèvement | {percent} der Belastung
amount.percentOf | {percent} of this: {of} | {percent} daripada ini: {of} | {percent} de ceci : {of} | {percent} hiervon: {of}
amount.minus | {from}, less: {items} | {from}, ditolak: {items} | {from}, moins : {items} | {from}, abzüglich: {items}
amount.cap | {of}, at most {at} | {of}, paling banyak {at} | {of}, au plus {at} | {of}, höchstens {at}
amount.floorZero | {of}, never below zero | {of}, tidak kurang daripada sifar | {of}, jamais moins de zéro | {of}, nie unter null
amount.days.remaining | the days not yet used | hari yang belum digunakan | les jours non utilisés | die noch nicht genutzten Tage
amount.days.used | the days used | hari yang telah digunakan | les jours utilisés | die genutzten Tage
amount.hours.remaining | the hours not yet used | jam yang belum digunakan | les heures non utilisées | die noch nicht genutzten Stunden
amount.hours.used | the hours used | jam yang telah digunakan | les heures utilisées | die genutzten Stunden
amount.months.remaining | the months not yet begun | bulan yang belum bermula | les mois non commencés | die noch nicht begonnenen Monate
amount.months.used | the months begun | bulan yang telah bermula | les mois commencés | die begonnenen Monate
amount.units.remaining | the share not used ({used} out of {total}) | bahagian yang belum digunakan ({used} / {total}) | la part non utilisée ({used} sur {total}) | der nicht genutzte Anteil ({used} / {total})
amount.units.used | the share in proportion ({used} / {total}) | bahagian secara berkadar ({used} / {total}) | la part au prorata ({used} / {total}) | der anteilige Betrag ({used} / {total})
occasion.withdraw | Withdrawing from the contract | Menarik diri daripada kontrak | Se rétracter du contrat | Den Vertrag widerrufen
occasion.cancel | Cancelling | Membatalkan langganan | Résilier | Kündigen
occasion.refund | Getting money back | Mendapatkan wang kembali | Être remboursé | Geld zurückbekommen
occasion.change | Changing the plan | Menukar pelan | Changer d’offre | Den Tarif wechseln
occasion.appeal | Appealing a decision | Merayu keputusan | Faire un recours | Einer Entscheidung widersprechen
occasion.chargeback | When the bank takes money back | Apabila bank mengambil wang kembali | Quand la banque reprend l’argent | Wenn die Bank Geld zurückholt
occasion.terminatedByProvider | When the company ends the contract | Apabila syarikat menamatkan kontrak | Quand l’entreprise met fin au contrat | Wenn das Unternehmen den Vertrag beendet
occasion.paymentFailed | When a payment fails | Apabila bayaran gagal | Quand un paiement échoue | Wenn eine Zahlung fehlschlägt
occasion.serviceEnded | When the service ends | Apabila perkhidmatan tamat | Quand le service prend fin | Wenn der Dienst endet
arrives | The money arrives within {span}. | Wang tiba dalam masa {span}. | L’argent arrive sous {span}. | Das Geld kommt innerhalb von {span} an.
pays | It is paid within {span}. | Ia dibayar dalam masa {span}. | Le paiement est fait sous {span}. | Gezahlt wird innerhalb von {span}.
decides | The decision comes within {span}. | Keputusan dibuat dalam masa {span}. | La décision tombe sous {span}. | Entschieden wird innerhalb von {span}.
acknowledges | Receipt is confirmed within {span}. | Penerimaan disahkan dalam masa {span}. | La réception est confirmée sous {span}. | Der Eingang wird innerhalb von {span} bestätigt.
asked.table | Asked for after {anchor}, at most: {span} | Dipohon selepas {anchor}, paling lewat: {span} | Demandé après {anchor}, au plus tard dans ce délai : {span} | Beantragt nach {anchor}, spätestens nach dieser Frist: {span}
event.table | {event}: after {anchor}, at most: {span} | {event}: selepas {anchor}, paling lewat: {span} | {event} : après {anchor}, au plus tard dans ce délai : {span} | {event}: nach {anchor}, spätestens nach dieser Frist: {span}
arrives.table | The money arrives in at most: {span}. | Wang tiba selewat-lewatnya: {span}. | L’argent arrive au plus tard dans ce délai : {span}. | Das Geld kommt spätestens nach dieser Frist an: {span}.
pays.table | It is paid in at most: {span}. | Ia dibayar selewat-lewatnya: {span}. | Le paiement est fait au plus tard dans ce délai : {span}. | Gezahlt wird spätestens nach dieser Frist: {span}.
decides.table | The decision comes in at most: {span}. | Keputusan dibuat selewat-lewatnya: {span}. | La décision tombe au plus tard dans ce délai : {span}. | Entschieden wird spätestens nach dieser Frist: {span}.
acknowledges.table | Receipt is confirmed in at most: {span}. | Penerimaan disahkan selewat-lewatnya: {span}. | La réception est confirmée au plus tard dans ce délai : {span}. | Der Eingang wird spätestens nach dieser Frist bestätigt: {span}.
`);
