import type { FacetName } from '#search/index.ts';

const symptom = (id: string, ...names: readonly (readonly string[])[]): FacetName => ({
  kind: 'symptom',
  id,
  names: names.flat(),
});

/**
 * What goes wrong with a device, by every name people use for it. The id is the tag that articles about it carry: an
 * article with the tag comes before others when the symptom is named, and the device's own page steps back.
 * Names that a brand alone uses belong into its synonyms.
 */
export const SYMPTOMS: readonly FacetName[] = [
  symptom(
    'buffering',
    ['buffering', 'buffers', 'keeps loading', 'stuttering', 'stutters', 'loading circle', 'spinning circle'],
    ['penimbalan', 'tersekat-sekat', 'tersangkut-sangkut', 'asyik memuat', 'memuat lama', 'loading lama'],
    ['mise en mémoire tampon', 'saccade', 'saccades', 'saccadé', 'ça rame', 'charge sans arrêt', 'coupures'],
    ['puffert', 'puffern', 'ruckelt', 'ruckeln', 'ruckler', 'stockt', 'hakt', 'lädt ständig', 'ladekreis'],
  ),
  symptom(
    'freezing',
    ['freezes', 'freezing', 'frozen', 'frozen picture', 'video stops', 'gets stuck'],
    ['beku', 'membeku', 'gambar beku', 'video berhenti', 'tersangkut'],
    ['image figée', 'figé', 'se fige', 'bloqué', 'la vidéo s’arrête'],
    ['friert ein', 'eingefroren', 'standbild', 'bild steht', 'bleibt hängen', 'bleibt stehen'],
  ),
  symptom(
    'sound',
    ['no sound', 'without sound', 'no audio', 'sound out of sync', 'out of sync'],
    ['tiada bunyi', 'tak ada bunyi', 'tiada suara', 'tiada audio', 'bunyi tidak segerak'],
    ['pas de son', 'plus de son', 'aucun son', 'sans son', 'son décalé', 'son coupé'],
    ['kein ton', 'ohne ton', 'ton fehlt', 'ton weg', 'kein sound', 'ton asynchron'],
  ),
  symptom(
    'black-screen',
    ['black screen', 'blank screen', 'screen stays black', 'no picture'],
    ['skrin hitam', 'skrin gelap', 'skrin kosong', 'tiada gambar'],
    ['écran noir', 'écran vide', 'pas d’image', 'plus d’image'],
    ['schwarzer bildschirm', 'schwarzes bild', 'bildschirm bleibt schwarz', 'bildschirm schwarz', 'kein bild'],
  ),
  symptom(
    'crash',
    ['crashes', 'crashing', 'closes by itself', 'will not open', 'won’t open', 'does not open', 'won’t start'],
    ['ranap', 'tertutup sendiri', 'tidak boleh dibuka', 'tak boleh buka', 'tidak bermula'],
    ['plante', 'plantage', 'se ferme tout seul', 'se ferme toute seule', 'ne s’ouvre pas', 'ne démarre pas'],
    ['stürzt ab', 'absturz', 'schließt sich', 'öffnet nicht', 'öffnet sich nicht', 'startet nicht'],
  ),
  symptom(
    'picture-quality',
    ['blurry', 'blurry picture', 'pixelated', 'soft picture', 'bad picture', 'low quality'],
    ['kabur', 'gambar kabur', 'gambar pecah', 'kualiti rendah'],
    ['flou', 'image floue', 'pixelisé', 'image pixelisée', 'mauvaise qualité'],
    ['unscharf', 'verpixelt', 'pixelig', 'matschiges bild', 'schlechtes bild', 'schlechte qualität'],
  ),
];
