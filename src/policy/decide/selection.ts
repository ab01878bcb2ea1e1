import type { Case } from '../compile/case.ts';
import type { Policies, PolicyVersion } from '../compile/policies.ts';
import { and, not, or, type Truth } from '../model/truth.ts';

/** A document that applies, or may, with the case in its own zone. */
export interface Applied {
  readonly document: PolicyVersion;
  readonly applies: true | undefined;
  readonly c: Case;
}

export interface Selection {
  readonly applied: readonly Applied[];
  readonly others: readonly {
    readonly document: PolicyVersion;
    readonly because: 'scope' | 'date' | 'status' | 'replaced';
  }[];
}

/** Which documents apply to a case: by status, date at their anchor, scope, and what replaces them. */
export function selectDocuments(policies: Policies, c: Omit<Case, 'zone'>): Selection {
  const applied: Applied[] = [];
  const others: Selection['others'][number][] = [];
  for (const document of policies.documents) {
    const { applicability, source, until } = document;
    const own: Case = { tree: c.tree, charge: c.charge, item: null, zone: applicability.zoneOf(c) };
    const date = policies.statuses.has(source.status) ? applicability.inForce(own, until) : false;
    const scope = date === false ? false : applicability.scope(own);
    const truth = and(date, scope);
    if (truth !== false) applied.push({ document, applies: truth, c: own });
    else if (!policies.statuses.has(source.status)) others.push({ document, because: 'status' });
    else others.push({ document, because: date === false ? 'date' : 'scope' });
  }
  return withoutReplaced(applied, others);
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
