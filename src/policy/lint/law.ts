import { factsOf, settled, type Trial, trialOf, witnessFor } from '../boundaries/witness.ts';
import { asOfFacts } from '../check/check.ts';
import { overlay } from '../check/merge.ts';
import { decide } from '../decide/decide.ts';
import type { Decision } from '../model/decision.ts';
import type { AnyDocument, PolicyDocument } from '../model/document.ts';
import { pathOfRule, type Report } from './finding.ts';

const paid = ({ amounts }: Decision): number => amounts.reduce((sum, { minor }) => sum + minor, 0);

/** Occasions on which a customer says that a right is used: there a lower answer of the company's own is a mistake. */
const CLAIMED = 'withdraw';

/** A law in the regions of a document only; null where they share none. */
function sharedWith({ scope }: PolicyDocument, law: PolicyDocument): PolicyDocument | null {
  const own = scope.regions?.in;
  if (!own) return law;
  const shared = own.filter((region) => law.scope.regions?.in?.includes(region) ?? true);
  return shared.length === 0 ? null : { ...law, scope: { ...law.scope, regions: { in: shared } } };
}

/**
 * Where the law pays, and the company's own rules would pay less on the same occasion. The law stands anyway; a document
 * that says otherwise misleads its readers.
 */
export function lintAgainstLaw(trial: Trial, all: readonly AnyDocument[], report: Report): void {
  const { document } = trial;
  if (document.layer === 'statute' || !trial.rules.some(({ on }) => on.has(CLAIMED))) return;
  const laws = all.filter((each): each is PolicyDocument => each.kind === 'policy' && each.layer === 'statute');
  for (const law of laws.flatMap((each) => sharedWith(document, each) ?? [])) {
    const lawful = trialOf(law, all);
    for (const rule of lawful.rules.filter(({ kind, on }) => kind === 'refund' && on.has(CLAIMED))) {
      const found = witnessFor(lawful, rule, CLAIMED);
      const done = found && settled(lawful, overlay(found, { brand: document.scope.brand?.in?.[0] ?? found.brand }));
      const own = done && settled(trial, done.given);
      const facts = own && factsOf(trial, own.given);
      if (!done || !own || !facts) continue;
      const decision = decide(trial.policies, facts, asOfFacts(own.given));
      const award = decision.results[0]?.award;
      const answers = decision.kind === 'none' || decision.kind === 'partial' || decision.kind === 'full';
      if (!award || !answers || paid(decision) >= paid(done.decision)) continue;
      const id = award.rule.split('/').at(-1) ?? '';
      report(
        'warning',
        'belowLaw',
        pathOfRule(document, id),
        `${id} gives less than ${law.id} on ${CLAIMED}; the law stands, so the rule only misleads`,
        own.given,
      );
      return;
    }
  }
}
