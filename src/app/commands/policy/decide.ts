import { type Decision, type DecisionSheet, decide, explain, sentencesFor } from '#policy/index.ts';
import { parseArguments } from './arguments.ts';
import { CASE_OPTIONS, readCase } from './facts.ts';
import { counted, type Paint, paintFor, print, printJson } from './paint.ts';

/** Decides one case. With --json the decision as it is stored; else in a few lines. */
export async function policyDecide(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args, CASE_OPTIONS);
  const ready = await readCase(parsed);
  if (parsed.has('--json')) {
    printJson(decide(ready.policies, ready.facts, ready.asOf));
    return 0;
  }
  const explained = explain(ready.policies, ready.facts, ready.asOf);
  const sheet = sentencesFor(explained, ready.locale, ready.zone, ready.policies);
  printShort(explained.decision, sheet, paintFor(process.stdout));
  return 0;
}

function printShort(decision: Decision, sheet: DecisionSheet, paint: Paint): void {
  print(`${paint.bold(decision.kind)}  ${sheet.headline}`);
  for (const { award, proposal, atLeast } of decision.results) {
    const rule = award ?? proposal ?? atLeast;
    if (rule) print(paint.dim(`      ${rule.rule} (${rule.layer})`));
  }
  for (const effect of sheet.effects) print(`      ${effect}`);
  for (const { path } of decision.missing) print(`      ${paint.yellow('unknown')} ${path}`);
  for (const { type, state } of decision.evidence) print(`      ${paint.yellow('evidence')} ${type} (${state})`);
}

/** Says why, in sentences, with every rule that was weighed. */
export async function policyExplain(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args, CASE_OPTIONS);
  const { policies, facts, asOf, locale, zone } = await readCase(parsed);
  const explained = explain(policies, facts, asOf);
  const sheet = sentencesFor(explained, locale, zone, policies);
  if (parsed.has('--json')) {
    printJson({ ...explained, sheet });
    return 0;
  }
  const paint = paintFor(process.stdout);
  printSheet(sheet, paint);
  for (const { rules } of explained.explanations) {
    print(paint.dim(`\n${counted(rules.length, 'rule')}`));
    for (const { rule, truth, decided } of rules) {
      const mark = truth === 'true' ? paint.green('+') : truth === 'false' ? paint.red('-') : paint.yellow('?');
      print(`${mark} ${decided ? paint.bold(rule) : rule}`);
    }
  }
  return 0;
}

/** A decision as a letter reads: what, how, why, what next. */
function printSheet(sheet: DecisionSheet, paint: Paint): void {
  if (sheet.results.length > 1) print(`${paint.bold(sheet.headline)}\n`);
  for (const result of sheet.results) {
    const of = sheet.results.length > 1 ? `${result.charge}: ` : '';
    print(`${of}${paint.bold(result.headline)}`);
    for (const { label, amount } of result.lines) print(`    ${amount.padStart(14)}  ${label}`);
    const parts = [result.because, result.becauseNot, result.how, result.outlook, result.wouldChange, result.nextSteps];
    for (const part of parts) for (const sentence of part) print(sentence);
    if (result.lastDay !== null) print(result.lastDay);
    if (result.basis !== null) print(paint.dim(`(${result.basis})`));
  }
  for (const sentence of [...sheet.effects, ...sheet.appeal]) print(sentence);
}
