import { isInForce, type ScopeTest, zoneNamed } from '../compile/applicability.ts';
import type { Case } from '../compile/case.ts';
import type { FactRef } from '../compile/path.ts';
import type { Policies, PolicyVersion } from '../compile/policies.ts';
import type { LeftOutBecause } from '../model/decision.ts';
import type { Known } from '../model/facts.ts';
import { and, not, or, type Truth } from '../model/truth.ts';
import type { Moment } from '../time/moment.ts';
import type { Zone } from '../time/zone.ts';

/** A document that applies, or may, with the case in its own zone. */
export interface Applied {
  readonly document: PolicyVersion;
  readonly applies: true | undefined;
  readonly c: Case;
}

export interface Selection {
  readonly applied: readonly Applied[];
  readonly others: readonly { readonly document: PolicyVersion; readonly because: LeftOutBecause }[];
}

/**
 * What documents are selected by. Documents beside each other mostly name the same facts, so what was read last is kept,
 * and documents that count days in the same zone share one case.
 */
class Selecting {
  readonly #tree: Case['tree'];
  readonly #charge: Case['charge'];
  #zonePath: string | null = null;
  #zone: Zone | null = null;
  #case: Case | null = null;
  #anchor: string | null = null;
  #moment: Moment | null | undefined;
  #scope: FactRef | null = null;
  #value: Known;

  constructor(tree: Case['tree'], charge: Case['charge']) {
    this.#tree = tree;
    this.#charge = charge;
  }

  caseFor({ applicability }: PolicyVersion): Case {
    const { fact, otherwise } = applicability.zone;
    this.#case ??= { tree: this.#tree, charge: this.#charge, item: null, zone: otherwise };
    const zone = (fact === null ? null : this.#zoneBy(fact, this.#case)) ?? otherwise;
    if (this.#case.zone !== zone) this.#case = { tree: this.#tree, charge: this.#charge, item: null, zone };
    return this.#case;
  }

  #zoneBy(fact: FactRef, c: Case): Zone | null {
    if (fact.path !== this.#zonePath) {
      this.#zonePath = fact.path;
      this.#zone = zoneNamed(fact, c);
    }
    return this.#zone;
  }

  inForce({ applicability, until }: PolicyVersion, c: Case): Truth {
    const { anchor, from } = applicability;
    if (anchor.name !== this.#anchor) {
      this.#anchor = anchor.name;
      this.#moment = anchor.of(c);
    }
    return isInForce(from, until, this.#moment, c.zone);
  }

  inScope({ applicability }: PolicyVersion, c: Case): Truth {
    let result: Truth = true;
    for (const scope of applicability.scopes) {
      result = and(result, scope.admits(this.#valueOf(scope, c)));
      if (result === false) return false;
    }
    return result;
  }

  #valueOf({ ref }: ScopeTest, c: Case): Known {
    if (this.#scope?.path !== ref.path) {
      this.#scope = ref;
      this.#value = ref.read(c);
    }
    return this.#value;
  }
}

/** Which documents apply to a case: by status, date at their anchor, scope, and what replaces them. */
export function selectDocuments(policies: Policies, tree: Case['tree'], charge: Case['charge']): Selection {
  const selecting = new Selecting(tree, charge);
  const applied: Applied[] = [];
  const others: Selection['others'][number][] = [];
  for (const document of policies.documents) {
    if (!document.eligible) {
      others.push({ document, because: 'status' });
      continue;
    }
    const own = selecting.caseFor(document);
    const date = selecting.inForce(document, own);
    const truth = date === false ? false : and(date, selecting.inScope(document, own));
    if (truth !== false) applied.push({ document, applies: truth, c: own });
    else others.push({ document, because: date === false ? 'date' : 'scope' });
  }
  return policies.anyReplaces ? withoutReplaced(applied, others) : { applied, others };
}

function withoutReplaced(applied: readonly Applied[], others: Selection['others']): Selection {
  if (!applied.some(({ document }) => document.source.replaces)) return { applied, others };
  const kept: Applied[] = [];
  const replaced: Selection['others'][number][] = [];
  for (const each of applied) {
    const id = each.document.source.id;
    let gone: Truth = false;
    for (const { document, applies } of applied) if (document.source.replaces?.includes(id)) gone = or(gone, applies);
    const applies = and(each.applies, not(gone));
    if (applies === false) replaced.push({ document: each.document, because: 'replaced' });
    else kept.push({ ...each, applies });
  }
  return { applied: kept, others: [...others, ...replaced] };
}
