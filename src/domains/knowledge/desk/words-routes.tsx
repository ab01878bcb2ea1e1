import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { channelSchema, listChannels, putChannels, raiseContentVersion } from '#domains/brands/index.ts';
import { canEditKnowledge, type DeskEnv, insertActivity, must } from '#domains/people/index.ts';
import type { FieldProblem } from '#lib/faults.ts';
import { notFound } from '#lib/faults.ts';
import { cleanText } from '#lib/text.ts';
import { readYaml, writeYaml } from '#lib/yaml.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { actionSchema, authorSchema, synonymsSchema, topicSchema } from '../brand-words.ts';
import {
  getSynonyms,
  listActions,
  listAuthors,
  listTopics,
  putActions,
  putAuthors,
  putSynonyms,
  putTopics,
} from '../queries/brand-words.ts';
import { knownTargetsOf } from './known-targets.ts';
import { WordsPage } from './words-page.tsx';

type C = HonoContext<DeskEnv>;

/** One of a brand's lists, edited as the pack writes it. */
interface WordList {
  readonly schema: z.ZodType;
  read(ctx: Pick<Context, 'db'>, brandId: string): Promise<unknown>;
  write(ctx: Context, brandId: string, value: never): Promise<void>;
}

const list = <T extends z.ZodType>(
  schema: T,
  read: (ctx: Pick<Context, 'db'>, brandId: string) => Promise<readonly z.output<T>[]>,
  write: (ctx: Context, brandId: string, value: z.output<T>[]) => Promise<void>,
): WordList => ({
  schema: z.array(schema).max(500),
  read: async (ctx, brandId) => (await read(ctx, brandId)).map((entry) => schema.parse(entry)),
  write,
});

const WORD_LISTS = {
  topics: list(topicSchema, listTopics, putTopics),
  people: list(authorSchema, listAuthors, putAuthors),
  actions: list(actionSchema, listActions, putActions),
  channels: list(channelSchema, listChannels, putChannels),
  synonyms: {
    schema: synonymsSchema,
    read: async (ctx: Pick<Context, 'db'>, brandId: string) => synonymsSchema.parse(await getSynonyms(ctx, brandId)),
    write: putSynonyms,
  } as WordList,
} as const;
type WordListName = keyof typeof WORD_LISTS;

const MAX_FORM_BYTES = 400_000;

function nameOf(c: C): WordListName {
  const name = c.req.param('list') ?? '';
  if (Object.hasOwn(WORD_LISTS, name)) return name as WordListName;
  throw notFound('the list');
}

/** Topics, authors, actions, contact channels and synonyms. */
export function wordsRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/words', (c) => c.redirect(`${c.var.desk.base}/words/topics`, 302));
  app.get('/words/:list', async (c) => {
    const { desk, ctx } = c.var;
    const name = nameOf(c);
    const text = writeYaml(await WORD_LISTS[name].read(ctx, desk.brand.id));
    return c.html(<WordsPage desk={desk} name={name} text={text} problems={[]} done={c.req.query('done') === 'yes'} />);
  });
  app.post('/words/:list', bodyLimit({ maxSize: MAX_FORM_BYTES }), (c) => takeWords(c));
  return app;
}

async function takeWords(c: C): Promise<Response> {
  const { desk, ctx } = c.var;
  must(canEditKnowledge(desk.staff, desk.brand.id));
  const name = nameOf(c);
  const text = cleanText(String((await c.req.formData()).get('text') ?? ''));
  const problems = await problemsIn(c, name, text);
  if (problems.length > 0)
    return c.html(<WordsPage desk={desk} name={name} text={text} problems={problems} done={false} />, 422);
  const read = readYaml(text, WORD_LISTS[name].schema);
  if ('value' in read) {
    await inTransaction(ctx, async (ctx) => {
      await WORD_LISTS[name].write(ctx, desk.brand.id, read.value as never);
      await insertActivity(ctx, { brandId: desk.brand.id, action: 'change-words', subject: name });
      await raiseContentVersion(ctx, desk.brand.id, null);
    });
  }
  return c.redirect(`${desk.base}/words/${name}?done=yes`, 303);
}

async function problemsIn(c: C, name: WordListName, text: string): Promise<FieldProblem[]> {
  const { desk, ctx } = c.var;
  const { t } = desk.reader;
  const read = readYaml(text, WORD_LISTS[name].schema);
  if ('problems' in read)
    return read.problems.map((p) => ({
      path: 'text',
      message: t('editor.line', { line: p.line, problem: p.message }),
    }));
  if (name !== 'actions') return [];
  const known = await knownTargetsOf(ctx, desk.brand.id);
  const actions = z.array(actionSchema).parse(read.value);
  return actions
    .filter((a) => !known.links.has(`article:${a.article}`))
    .map((a) => ({ path: 'text', message: t('editor.unknownTarget', { target: `article:${a.article}` }) }));
}
