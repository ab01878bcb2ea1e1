import type { ChargeFacts, FactTree } from '../model/facts.ts';
import type { Zone } from '../time/zone.ts';

/** What compiled rules look at: the facts, and the charge and list entry in turn. */
export interface Case {
  readonly tree: FactTree;
  /** Null when the request is about none; undefined while nobody knows which. */
  readonly charge: ChargeFacts | null | undefined;
  readonly item: FactTree | null;
  readonly zone: Zone;
}
