import type { Case } from '../compile/case.ts';
import type { CompiledOutcome } from '../compile/rule.ts';
import type { Award } from '../model/decision.ts';
import type { Effect } from '../model/document.ts';
import type { Candidate } from './candidate.ts';

/** The kind of result a rule gives when it is carried out. */
function kindOf({ rule, rounded, whole }: Candidate): Award['kind'] {
  switch (rule.kind) {
    case 'refund':
      return rounded === null || rounded.amount.minor === 0 ? 'none' : whole ? 'full' : 'partial';
    case 'credit':
      return rule.source.outcome?.credit?.kind === 'inKind' ? 'inKind' : 'credit';
    case 'fee':
    case 'route':
    case 'refer':
    case 'effects':
      return rule.kind;
    default:
      return 'none';
  }
}

function reasonOf({ rule, rounded, c }: Candidate): string {
  if (rule.kind !== 'refund') return rule.reason;
  if (c.charge === null) return 'nothingCharged';
  return rounded?.amount.minor === 0 ? 'nothingLeft' : rule.reason;
}

const word = (value: string | null | undefined): string | null => value ?? null;
const NO_LINES: Award['lines'] = [];

function promisesOf({ promises, fixedPromises }: CompiledOutcome, c: Case): Award['promises'] {
  if (fixedPromises) return fixedPromises;
  return promises.flatMap(({ name, upTo, unit }) => {
    const value = upTo.of(c);
    return typeof value === 'number' ? [{ name, upTo: value, unit }] : [];
  });
}

/** What a candidate gives, in the words of a decision. */
export function awardOf(candidate: Candidate, effects: readonly Effect[] = candidate.rule.effects): Award {
  const { rule, rounded, c } = candidate;
  const { outcome, source } = rule;
  const { route, refer, credit } = source.outcome ?? {};
  const refund = rule.kind === 'refund';
  return {
    kind: kindOf(candidate),
    rule: rule.key,
    layer: rule.layer,
    reason: reasonOf(candidate),
    certainty: rule.isProposal ? 'may' : 'shall',
    amount: rounded?.amount ?? null,
    components: rounded?.components ?? NO_LINES,
    lines: rounded?.lines ?? NO_LINES,
    method: refund ? word(outcome.method ? outcome.method.of(c) : 'original') : null,
    executor: refund ? word(outcome.executor ? outcome.executor.of(c) : 'us') : null,
    to: word(outcome.routeTo ? outcome.routeTo.of(c) : (refer?.queue ?? credit?.what)),
    how: word(route?.how),
    effects,
    promises: promisesOf(outcome, c),
  };
}
