import { trialOf } from '../boundaries/witness.ts';
import { checkDocuments, companionsOf } from '../check/check.ts';
import type { AnyDocument, PolicyDocument } from '../model/document.ts';
import { lintDefinitions } from './definitions.ts';
import { type Finding, pathOfRule, type Report, rulesOf } from './finding.ts';
import { lintGaps } from './gaps.ts';
import { lintAgainstLaw } from './law.ts';
import { lintConflicts, lintReach } from './reach.ts';
import { lintLabels, lintTexts } from './texts.ts';
import { lintWindows } from './windows.ts';
import { lintReferences, lintWords } from './words.ts';

export type { Finding } from './finding.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/**
 * What documents allow and their authors hardly meant, the worst first. Time is bounded: facts are tried for some hundred rules
 * of each document. Throws a PolicyError when a document does not compile.
 * @param documents those looked at
 * @param all these and others they are decided with: calendars, laws
 */
export function lintDocuments(
  documents: readonly AnyDocument[],
  all: readonly AnyDocument[] = documents,
): readonly Finding[] {
  return documents
    .filter((document) => document.kind === 'policy')
    .flatMap((document) => lintOne(document, all))
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

const reportTo =
  (findings: Finding[], { id, version }: PolicyDocument): Report =>
  (severity, code, path, message, example) => {
    findings.push({ document: id, version, code, severity, path, message, ...(example ? { example } : {}) });
  };

/**
 * Words, currencies and documents it names that nobody knows: told whenever a document is checked, since no facts have to be tried.
 * @param all this document and those it is decided with
 */
export function remarksOn(document: PolicyDocument, all: readonly AnyDocument[]): readonly Finding[] {
  const findings: Finding[] = [];
  const report = reportTo(findings, document);
  lintWords(document, report);
  lintReferences(document, all, report);
  return findings;
}

function lintOne(document: PolicyDocument, all: readonly AnyDocument[]): readonly Finding[] {
  const findings: Finding[] = [...remarksOn(document, all)];
  const report = reportTo(findings, document);
  const trial = trialOf(document, all);
  lintTexts(document, report);
  lintLabels(document, report);
  lintDefinitions(document, report);
  lintWindows(document, report);
  lintReach(trial, report);
  lintConflicts(trial, report);
  lintGaps(trial, report);
  lintAgainstLaw(trial, all, report);
  lintTests(document, all, report);
  return findings;
}

/** Rules no test of the document ever decides by. */
function lintTests(document: PolicyDocument, all: readonly AnyDocument[], report: Report): void {
  const cases = document.tests?.cases ?? [];
  if (cases.length === 0) {
    report('info', 'noTests', [], 'carries no tests; add some under tests.cases, both sides of each window');
    return;
  }
  const others = companionsOf(document, all).filter(({ id }) => id !== document.id);
  const decided = new Set(
    checkDocuments([document, ...others.filter(({ kind }) => kind === 'calendar')]).flatMap(({ decision }) =>
      (decision?.results ?? []).flatMap(({ award, proposal }) => [award?.rule, proposal?.rule]),
    ),
  );
  const untested = rulesOf(document).filter(
    ({ rule }) => rule.outcome?.lift === undefined && !decided.has(`${document.id}/${rule.id}`),
  );
  for (const { rule } of untested) {
    report('info', 'untested', pathOfRule(document, rule.id), `no test of the document is decided by ${rule.id}`);
  }
}
